"""Exercises on paper: documents that stand alone, and the fillable PDFs that are made from them."""
