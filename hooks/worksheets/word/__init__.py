"""Sheets that people change in Word: which there are, what stands in each, and the files."""
