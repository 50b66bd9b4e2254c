"""An agreement in an example: what both agree, or what each of them will do."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, below, wrong_list, wrong_words
from ...field import Mistake
from . import Agreement

LOOKS = "what both agree; or a list of two, what each of them will do"
MOST = 300
"""How many letters fit into the box; the names and the day need no example."""


def mistakes(field: Agreement, written: object) -> Iterator[Mistake]:
    """One text, or one for each."""
    if not isinstance(written, list):
        yield from wrong_words(written, MOST, LOOKS)
        return
    found = list(wrong_list(written, len(field.people), LOOKS))
    yield from found
    if not found and len(written) < len(field.people):
        yield (), "Here one answer stands alone.", f"Write {LOOKS}."
    for index, one in enumerate([] if found else written):
        yield from below(index, wrong_words(one, MOST // 2, "what this one will do"))


def said(field: Agreement, written: str | list[str], names: Names | None, t: Words) -> tuple[Said, ...]:
    """The words of both, or of each under their own name."""
    if isinstance(written, str):
        return (Said((written,)),)
    return tuple(Said((words,), name) for name, words in zip(names or field.people, written, strict=True))
