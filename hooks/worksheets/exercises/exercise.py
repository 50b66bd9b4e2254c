"""An exercise as an author means it."""

from itertools import groupby
from typing import Annotated, Literal

from pydantic import ConfigDict, JsonValue
from pydantic import Field as Setting

from ..authoring.strict_model import Strict
from ..authoring.text_types import Id, Label, Language, Prose
from .field import TICKS, Block, Field
from .filled_example import FilledExample
from .kinds import AnyField
from .way_on import ClinicianNotes, ExerciseId, WayOn

Kind = Literal["worksheet", "checklist", "log", "check-in"]
Audience = Literal["both", "one"]

SHORT = 2
"""An exercise of at most this many minutes needs no shorter version."""

RULES: list[JsonValue] = [
    {
        "if": {"required": ["for"], "properties": {"for": {"const": "both"}}},
        "then": {"required": ["alone"]},
        "else": {"properties": {"alone": False}},
    },
    {
        "if": {"required": ["minutes"], "properties": {"minutes": {"minimum": SHORT + 1}}},
        "then": {"required": ["two-minutes"]},
    },
]
"""What one key asks of another, for editors; the catalogue says it in words."""


class Part(Strict):
    """A titled group of fields, the size of one thought."""

    title: Label
    """a short heading"""
    intro: Prose | None = None
    """one or two sentences before the fields"""
    fields_: Annotated[tuple[AnyField, ...], Setting(min_length=1, max_length=20)]
    """the questions of this part"""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The fields as they appear together in the page."""
        return tuple(Block(run, tuple(fields)) for run, fields in groupby(self.fields_, key=lambda field: field.run))


class Exercise(Strict):
    """One exercise: a worksheet, checklist, log or check-in."""

    model_config = ConfigDict(json_schema_extra={"allOf": RULES})

    title: Label
    """short and neutral"""
    language: Language | None = None
    """the language of this file, such as `en`, where it is not that of the others in its folder"""
    kind: Kind
    """worksheet, checklist, log or check-in"""
    for_: Audience
    """`both` if two people do it together, `one` if each can do it alone"""
    alone: ExerciseId | None = None
    """with `for: both`: the id of an exercise to do alone instead"""
    minutes: Annotated[int, Setting(ge=1, le=60)]
    """an honest guess"""
    situations: Annotated[tuple[Id, ...], Setting(max_length=3, json_schema_extra={"uniqueItems": True})] = ()
    """when it helps: one to three ids of `situations` in guide.yml; a clinic's exercise may do without"""
    next_: Annotated[tuple[WayOn, ...], Setting(max_length=2)] = ()
    """one or two exercises that may come after it; a clinic's exercise may do without"""
    skip_if_done: Annotated[tuple[ExerciseId, ...], Setting(max_length=2, json_schema_extra={"uniqueItems": True})] = ()
    """ids of exercises so much like it that whoever has done one can skip it"""
    purpose: Prose
    """what this is good for"""
    evidence: Annotated[tuple[str, ...], Setting(max_length=8)]
    """keys from `sources/references.bib`; may be `[]`"""
    stop: Prose
    """when to stop or not to start"""
    clinician: ClinicianNotes | None = None
    """what somebody should know who hands it to others; readers never see it"""
    two_minutes: Prose | None = None
    """the shortest useful version; needed when `minutes` is more than 2"""
    pages: Annotated[int, Setting(ge=1, le=6)] = 2
    """how many pages of A4 its sheet may take"""
    steps: bool = False
    """whether the reader is offered one part at a time"""
    parts: Annotated[tuple[Part, ...], Setting(min_length=1, max_length=6)]
    """one to six parts"""
    example: FilledExample | None = None
    """a filled-in example, by made-up people; the last key of the file"""

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields of all parts, in order."""
        return tuple(field for part in self.parts for field in part.fields_)

    @property
    def writers(self) -> tuple[str, str] | None:
        """The two people who each get a private copy of the sheet, if two write on it for themselves."""
        return next(filter(None, (field.writers for field in self.fields)), None)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of all parts, in order."""
        return tuple(block for part in self.parts for block in part.blocks)

    @property
    def ticks(self) -> int:
        """How many items of a checklist it has."""
        return sum(field.run == TICKS for field in self.fields)

    @property
    def texts(self) -> tuple[str, ...]:
        """All that a reader reads, in Markdown."""
        texts: list[str | None] = [self.purpose, self.stop, self.two_minutes]
        for part in self.parts:
            texts += [part.title, part.intro]
            texts += [text for field in part.fields_ for text in field.texts]
        texts += [way.why for way in self.next_]
        return tuple(text for text in texts if text)


class Section(Strict):
    """A chapter of the guide that holds exercises."""

    id: Id
    """the name of its folder in `exercises/`"""
    title: Label
    """what readers see"""
    page: str
    """the guide page, relative to `docs/`"""
    step: int | None = None
    """the number of the step, if it is one"""
    order: Annotated[tuple[Id, ...], Setting(json_schema_extra={"uniqueItems": True})] = ()
    """the names of its exercises in reading order; those that are not named come after these, by name"""


class Sections(Strict):
    """The file `exercises/sections.yml`."""

    sections: Annotated[tuple[Section, ...], Setting(min_length=1)]
    """in reading order"""
