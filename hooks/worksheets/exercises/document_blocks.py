"""What stands in a document that people change in a word processor, in plain values.

Each kind of field writes these, the room `word` makes a file of them, and neither knows the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from markupsafe import Markup

from ..authoring.prose_blocks import ListOf, Run, prose_blocks
from .field import Question

NO_BREAK = "\u00a0"
WIDE = "\u2003"
"""What is between two options in a line."""


class Style(StrEnum):
    """The look of a paragraph, by the name that people see in their list of styles."""

    TITLE = "Heading 1"
    HEADING = "Heading 2"
    SUBHEADING = "Heading 3"
    TEXT = "Normal"
    FACTS = "Sheet facts"
    STOP_TITLE = "Sheet stop title"
    STOP = "Sheet stop"
    SHORT_TITLE = "Sheet short title"
    SHORT = "Sheet short"
    QUESTION = "Sheet question"
    HINT = "Sheet hint"
    ENDS = "Sheet ends"
    OPTION = "Sheet option"
    OPTION_HINT = "Sheet option hint"
    STATEMENT = "Sheet statement"
    COLUMN = "Sheet column"
    ROW = "Sheet row"
    ANSWER = "Sheet answer"
    SENTENCE = "Sheet sentence"
    BAND = "Sheet band"
    ADVICE_TITLE = "Sheet advice title"
    ADVICE = "Sheet advice"
    FOOT = "Sheet foot"


class TableStyle(StrEnum):
    """The look of a table, by the name that people see."""

    BOX = "Sheet box"
    GRID = "Sheet table"
    SCALE = "Sheet scale"
    CARD = "Sheet card"


@dataclass(frozen=True)
class Tick:
    """A box to tick; `name` is what a screen reader calls it."""

    name: str


@dataclass(frozen=True)
class Blank:
    """A line for a number or a word, in the middle of others."""


Inline = Run | Tick | Blank


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `item`, `level` and `starts` are those of a ProseBlock, `new_page` begins it at the top of a page,
    and `with_next` keeps it on one page with the next."""

    style: Style
    inlines: tuple[Inline, ...]
    item: ListOf = ""
    level: int = 0
    starts: bool = False
    new_page: bool = False
    with_next: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its paragraphs, and for how many more lines there is room to write."""

    paragraphs: tuple[Paragraph, ...] = ()
    room: int = 0


@dataclass(frozen=True)
class Table:
    """A table with a row of headings, so that every box has a name; `name` says what all of it is about.

    `widths` are shares of its width, by column. In one with `named_rows` the first column names the rows.
    """

    style: TableStyle
    name: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    named_rows: bool = False


@dataclass(frozen=True)
class Columns:
    """Blocks in two columns, one after the other."""

    blocks: tuple[Table, ...]


DocumentBlock = Paragraph | Table | Columns


def plain(text: str) -> str:
    """A text as it is read: the words of templates are made for HTML."""
    return text.unescape() if isinstance(text, Markup) else text


def words(text: str, style: Style) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(style, (Run(plain(text)),))


def prose(text: str, style: Style) -> tuple[Paragraph, ...]:
    """The paragraphs of an author's prose."""
    return tuple(Paragraph(style, one.runs, one.item, one.level, one.starts) for one in prose_blocks(text))


def asked(field: Question) -> Iterator[Paragraph]:
    """The question and its hint."""
    yield words(field.label, Style.QUESTION)
    if field.hint:
        yield words(field.hint, Style.HINT)


def box(name: str, heading: Iterable[Paragraph], rows: int) -> Table:
    """A box to write in, so many lines high and higher with more words, below what names it."""
    return Table(TableStyle.BOX, plain(name), (Cell(tuple(heading)),), ((Cell(room=rows),),), (1,))


def side_by_side(name: str, headings: Sequence[str], rows: int) -> Table:
    """Boxes beside one another, each below its heading."""
    header = tuple(Cell((words(one, Style.COLUMN),)) for one in headings)
    return Table(TableStyle.BOX, name, header, (tuple(Cell(room=rows) for _ in headings),), (1,) * len(headings))


def option(text: str) -> Paragraph:
    """A box to tick and its words."""
    return Paragraph(Style.OPTION, (Tick(plain(text)), Run("\t" + plain(text))))


def options(texts: Sequence[str], in_a_line: bool) -> Iterator[Paragraph]:
    """Boxes to tick, below one another; or in a line that breaks between two and never inside one."""
    if not in_a_line:
        yield from (replace(option(text), with_next=True) for text in texts[:-1])
        yield option(texts[-1])
        return
    inlines: list[Inline] = []
    for text in map(plain, texts):
        gap = WIDE if inlines else ""
        inlines += [*([Run(gap)] if gap else []), Tick(text), Run(NO_BREAK + text.replace(" ", NO_BREAK))]
    yield Paragraph(Style.OPTION, tuple(inlines))


def on_a_new_page(block: DocumentBlock) -> DocumentBlock:
    """The same paragraph at the top of a page."""
    return replace(block, new_page=True) if isinstance(block, Paragraph) else block
