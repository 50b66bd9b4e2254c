"""The files for Word of one site. Each is made once for the same words, looks and programs."""

from collections.abc import Iterable
from functools import partial

from ..cache import cached
from .word_document import WordDocument


def word_files(documents: Iterable[WordDocument]) -> dict[str, bytes]:
    """Every document as the bytes of its file, by path."""
    return {one.path: cached(["docx", repr(one)], partial(_made, one)) for one in documents}


def _made(document: WordDocument) -> bytes:
    from .docx_file import docx_bytes  # its libraries take a fifth of a second to load, and what they make is kept

    return docx_bytes(document)
