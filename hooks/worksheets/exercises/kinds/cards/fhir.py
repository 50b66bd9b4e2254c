"""Cards in a questionnaire: both sides at once, one below the other."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import Item, hint, said
from . import Cards

KEEPS = "both sides, and cards of one’s own"
LOSES = "nothing turns over, and nothing is cut out"


def item(field: Cards, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group with a group or a display for each card, and a text for each card of the reader's own."""
    return Item(id_, "group", field.label, (*hint(field, id_), *_cards(field, id_), *_own(field, id_, t)))


def _cards(field: Cards, id_: str) -> Iterator[Item]:
    for number, card in enumerate(field.cards, 1):
        if card.back:
            back = Item(f"{id_}.{number}.back", "display", card.back, is_prose=True)
            yield Item(f"{id_}.{number}", "group", card.front, (back,))
        else:
            yield Item(f"{id_}.{number}", "display", card.front)


def _own(field: Cards, id_: str, t: Words) -> Iterator[Item]:
    for number in range(1, field.blank + 1):
        one = t("own-card") if field.blank == 1 else t("own-card-of", number=number, count=field.blank)
        yield Item(f"{id_}.own-{number}", "text", said(one))
