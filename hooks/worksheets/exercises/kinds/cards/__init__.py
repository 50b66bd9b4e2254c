"""A deck of cards: to turn over on screen, to cut out on paper."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator
from pydantic import Field as Setting

from ....authoring.strict_model import Strict
from ....authoring.text_types import MOST_LABEL_WORDS, Line, Prose, mistake
from ...field import ExerciseParts, Mistake, Question

MOST_BACK_WORDS = 60
MOST_BACK_LINES = 12
MOST_OWN_LETTERS = 1000
"""How many letters a card of a reader's own takes: it is half as wide as A4, and never goes over two pages."""


def _fits_a_front(text: str) -> str:
    count = len(text.split())
    if count > MOST_LABEL_WORDS:
        raise mistake(f"This front has {count} words.", f"Use at most {MOST_LABEL_WORDS}; the rest can be the `back`.")
    return text


def _fits_a_back(text: str) -> str:
    words, lines = len(text.split()), len(text.splitlines())
    if words > MOST_BACK_WORDS:
        raise mistake(f"This back has {words} words.", f"Use at most {MOST_BACK_WORDS}, so that it fits on a card.")
    if lines > MOST_BACK_LINES:
        raise mistake(f"This back has {lines} lines.", f"Use at most {MOST_BACK_LINES}, so that it fits on a card.")
    return text


class Card(Strict):
    """One card. One without a back is not turned over."""

    front: Annotated[Line, AfterValidator(_fits_a_front)]
    """what it says, at most fourteen words"""
    back: Annotated[Prose, AfterValidator(_fits_a_back)] | None = None
    """what is on the other side, at most sixty words"""


def _as_card(value: Any) -> Any:
    if isinstance(value, str):
        return {"front": value}
    if not isinstance(value, dict):
        raise mistake("This isn't a card.", "Write a text in quotes, or `front: …` and `back: …`.")
    return value


AnyCard = Annotated[Card, BeforeValidator(_as_card, json_schema_input_type=Line | Card)]
"""A card, or only the text of its front."""


class Cards(Question):
    """A deck to look through, such as phrases to say or questions to ask each other; on paper, cards to cut out."""

    shelf = "moving"

    kind: Literal["cards"]
    """a deck of cards: to turn over on screen, to cut out on paper"""
    cards: Annotated[tuple[AnyCard, ...], Setting(min_length=2, max_length=24)]
    """the cards: each a text, or a `front` and a `back`"""
    blank: Annotated[int, Setting(ge=0, le=6)] = 0
    """how many cards are left for the reader's own words"""

    @property
    def most_letters(self) -> int:
        """How many letters a box takes."""
        return MOST_OWN_LETTERS

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """No two cards say the same."""
        seen: dict[str, int] = {}
        for index, card in enumerate(self.cards):
            first = seen.setdefault(card.front.casefold(), index)
            if first != index:
                yield ("cards", index), f"Card {first + 1} already says this.", "Write another front, or remove it."
