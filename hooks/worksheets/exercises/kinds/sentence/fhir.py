"""A sentence in a questionnaire: its frame to read, and each of its pieces to choose or to write."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, answers_in_words, hint, said
from . import Sentence

KEEPS = "each choice, and the sentence with blanks"
LOSES = "the sentence does not put itself together"


def item(field: Sentence, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group of the frame with blanks, and of its pieces. The reader joins them."""
    frame = "".join(f"{slot.gap}{slot.piece.words or '…'}" for slot in field.slots)
    whole = Item(f"{id_}.frame", "display", f"{said(t('your-sentence'))}: {frame}")
    return Item(id_, "group", field.label, (*hint(field, id_), whole, *_pieces(field, id_)))


def _pieces(field: Sentence, id_: str) -> Iterator[Item]:
    for slot in field.slots:
        link_id = f"{id_}.{slot.end.removeprefix('--')}"
        if slot.piece.choose:
            answers = answers_in_words(slot.piece.options or (), field.skip)
            yield Item(link_id, "choice", slot.piece.choose, answers=answers, control="radio-button")
        elif slot.piece.free:
            yield Item(link_id, "text", slot.piece.free)
