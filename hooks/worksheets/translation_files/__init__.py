"""A language as a file for translators’ tools, gettext’s PO, and back: each text is a unit, whatever file it is in."""
