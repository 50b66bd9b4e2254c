"""The core of the guide: from pages and exercises it makes HTML, PDFs, files for Word, questionnaires and whole sites.

It imports no MkDocs, and names no page of the guide.
"""
