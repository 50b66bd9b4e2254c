"""Measures this guide against references on the same content, each pair in one run."""
