"""A sentence in an example: what is chosen for each blank, in order."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...answer_shapes import Names, Said, below, wrong_choice, wrong_list, wrong_words
from ...field import Mistake
from . import Sentence, Slot

LOOKS = "a list of what stands in each blank, in order"
MOST = 90
"""How many letters an own ending takes."""

OPEN = "…"
"""What stands in the place of a piece that nobody chose."""


def _blanks(field: Sentence) -> list[Slot]:
    return [slot for slot in field.slots if not slot.piece.words]


def mistakes(field: Sentence, written: object) -> Iterator[Mistake]:
    """One answer for each blank."""
    blanks = _blanks(field)
    found = list(wrong_list(written, len(blanks), LOOKS))
    yield from found
    if found or not isinstance(written, list):
        return
    if len(written) < len(blanks):
        wrong = f"The sentence has {len(blanks)} blanks, and here is something for {len(written)} of them."
        yield (), wrong, f"Write {LOOKS}; “{field.skip}” leaves one open."
    for index, (slot, one) in enumerate(zip(blanks, written, strict=False)):
        known = (*(slot.piece.options or ()), field.skip)
        yield from below(index, wrong_choice(one, known) if slot.piece.choose else wrong_words(one, MOST, "words"))


def said(field: Sentence, written: list[str], names: Names | None, t: Words) -> tuple[Said, ...]:
    """The whole sentence."""
    answers = iter(OPEN if one == field.skip else one for one in written)
    return (Said(("".join(slot.gap + (slot.piece.words or next(answers)) for slot in field.slots),)),)
