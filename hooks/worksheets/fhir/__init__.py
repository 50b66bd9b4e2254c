"""Exercises as Questionnaires of FHIR, in releases R4 and R5, for makers of clinic software."""
