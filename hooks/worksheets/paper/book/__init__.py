"""The whole guide as a book: one PDF to read and to print, and one EPUB for e-readers, from the same chapters."""
