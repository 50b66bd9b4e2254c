"""Whose copy it is: a brand, a clinic's own files on top, and what the copy leaves out."""
