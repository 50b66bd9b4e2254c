"""The core of the guide: exercises and pages in, HTML out. Imports no MkDocs and knows no page of the theme."""
