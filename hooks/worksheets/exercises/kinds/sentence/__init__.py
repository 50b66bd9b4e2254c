"""One sentence, put together from fixed words, choices and own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from ....authoring.strict_model import Strict
from ....authoring.text_types import Label, Line, mistake
from ...field import Choosable, DefaultWords, ExerciseParts, Mistake, repeated_options

MOST_CHOICES = 5
CLOSING = (",", ".", ";", ":", "!", "?", ")", "”", "’", "…")
"""Punctuation that belongs to the word before it."""
OPENING = ("(", "“", "‘")
"""Punctuation that the next word follows without a space."""


class Piece(Strict):
    """A piece of the sentence: fixed `words`, something to `choose`, or a `free` ending."""

    words: Line | None = None
    """words that are always there, with their commas and full stops"""
    choose: Label | None = None
    """what is chosen here, as a heading above the options"""
    options: Annotated[tuple[Line, ...], Setting(min_length=2, max_length=9)] | None = None
    """with `choose`: words that fit into the sentence as they are"""
    free: Label | None = None
    """what the reader writes here in their own words"""

    @model_validator(mode="after")
    def _is_one_thing(self) -> "Piece":
        if sum(one is not None for one in (self.words, self.choose, self.free)) != 1:
            raise mistake("A piece is one of `words`, `choose` and `free`.", "Write each as a piece of its own.")
        if self.choose and not self.options:
            raise mistake("There is nothing to choose from.", "Add `options: […]` with two to nine texts.")
        if self.options and not self.choose:
            raise mistake("These `options` have no `choose`.", "Add `choose: …`, what is chosen here.")
        return self

    @property
    def opens(self) -> bool:
        """Whether the next piece follows without a space."""
        return bool(self.words) and str(self.words).endswith(OPENING)

    @property
    def closes(self) -> bool:
        """Whether this follows the piece before it without a space."""
        return bool(self.words) and str(self.words).startswith(CLOSING)


def _a_sentence(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    choices = sum(piece.choose is not None for piece in pieces)
    if not choices:
        raise mistake(
            "This is a sentence without choices.",
            "Add a piece such as `{ choose: What happened, options: [we are late, plans change] }`.",
        )
    if choices > MOST_CHOICES:
        raise mistake(f"This sentence has {choices} choices.", f"Use at most {MOST_CHOICES}, or make two sentences.")
    if not any(piece.words for piece in pieces):
        raise mistake("This sentence has no words of its own.", "Add a piece such as `{ words: When }`.")
    return pieces


class Sentence(Choosable):
    """A sentence to put together by choosing, and then to say aloud."""

    shelf = "lively"
    default_words: ClassVar[DefaultWords] = {"skip": "skip-piece"}

    kind: Literal["sentence"]
    """a sentence to put together by choosing"""
    skip: Label = "Leave this out"
    """the way not to choose, the same for all choices"""
    pieces: Annotated[tuple[Piece, ...], Setting(min_length=2, max_length=15), AfterValidator(_a_sentence)]
    """the sentence from its first word to its full stop: pieces of `words`, `choose` with `options`, and `free`"""

    def mistakes(self, exercise: ExerciseParts) -> Iterator[Mistake]:
        """No two options of a piece say the same."""
        for index, piece in enumerate(self.pieces):
            for path, wrong, write in repeated_options(piece.options or (), self.skip):
                yield ("pieces", index, *path), wrong, write

    @property
    def slots(self) -> tuple["Slot", ...]:
        """The pieces with what follows the id of the field in theirs, and what is before each in the line."""
        slots: list[Slot] = []
        choices = frees = 0
        for before, piece in zip((None, *self.pieces), self.pieces, strict=False):
            gap = "" if before is None or piece.closes or before.opens else " "
            choices += piece.choose is not None
            frees += piece.free is not None
            slots.append(Slot(piece, f"--{choices}" if piece.choose else f"--free-{frees}" if piece.free else "", gap))
        return tuple(slots)

    @property
    def choices(self) -> tuple["Slot", ...]:
        """The slots where something is chosen."""
        return tuple(slot for slot in self.slots if slot.piece.choose)

    @property
    def texts(self) -> tuple[str, ...]:
        """Beside the question: the sentence as it is with the first of all options, then all options."""
        whole = "".join(slot.gap + _first_words(slot.piece) for slot in self.slots)
        options = [text for slot in self.choices for text in (slot.piece.choose, *(slot.piece.options or ())) if text]
        return tuple(filter(None, (self.label, self.hint, self.skip, whole, *options)))


@dataclass(frozen=True)
class Slot:
    """A piece in its place: `end` follows the id of the field in its own, `gap` is before it in the line."""

    piece: Piece
    end: str
    gap: str


def _first_words(piece: Piece) -> str:
    return str(piece.words or piece.free or (piece.options or ("",))[0])
