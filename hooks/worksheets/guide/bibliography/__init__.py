"""The works that the guide cites: BibTeX in, checked works, labels for running text and a list in APA style out."""
