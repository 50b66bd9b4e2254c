"""Exercises, lists, helplines and references as HTML, by templates."""
