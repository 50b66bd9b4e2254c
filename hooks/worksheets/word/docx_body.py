"""The blocks of a document as Word's XML."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from ..authoring.prose_blocks import Run
from ..exercises.document_blocks import Blank, Cell, Columns, DocumentBlock, Inline, Paragraph, Style, Table, Tick
from .runs import right_to_left, runs
from .word_xml import Element, W, style_id, text, w, w14

GAP = "Sheet gap"
"""The style of what keeps two tables apart."""

LINE = 500
"""How high a line is in which somebody writes with a pen, in twentieths of a point: some 9 mm."""

BULLETS, NUMBERS = 1, 2
"""The lists of numbering.xml."""

INDENT = 397
"""How far a level of a list is from the one before, in twentieths of a point."""

MOST_LETTERS = 64
"""How long the name of a box may be: Word calls a file with a longer one damaged."""

EMPTY, TICKED = "☐", "☒"
TICK_FONT = "MS Gothic"


class Body:
    """What is written so far; numbers its boxes and lists, so that no two are the same.

    `section` has the paper and the feet of the document: a copy of it ends each stretch of one or two columns.
    """

    def __init__(self, locale: str, section: Element, width: int) -> None:
        self.locale = locale
        self.section = section
        self.width = width
        self.elements: list[Element] = []
        self.ticks = 0
        self.lists = BULLETS
        self.language = locale

    def write(self, blocks: Iterable[DocumentBlock], locale: str) -> None:
        """Add blocks in a language."""
        self.language = locale
        for block in blocks:
            if isinstance(block, Paragraph):
                self.elements.append(self._paragraph(block))
            elif isinstance(block, Table):
                self.elements += [self._table(block, self.width), self._gap()]
            else:
                self._columns(block)

    @property
    def numbered_lists(self) -> Iterator[Element]:
        """A `num` for each numbered list, which begins at 1."""
        for number in range(BULLETS + 1, self.lists + 1):
            again = w("lvlOverride", w("startOverride", val=1), ilvl=0)
            yield w("num", w("abstractNumId", val=NUMBERS), again, numId=number)

    def _columns(self, block: Columns) -> None:
        """Two columns: what is before them ends, and so do they."""
        gutter = int(self.section.find(f"{{{W}}}cols").get(f"{{{W}}}space"))
        width = (self.width - gutter) // 2
        self.elements.append(self._end_of_section(1))
        for table in block.blocks:
            self.elements += [self._table(table, width), self._gap()]
        self.elements[-1] = self._end_of_section(2)

    def _end_of_section(self, columns: int) -> Element:
        """What ends a stretch of some columns; the next begins below it."""
        section = deepcopy(self.section)
        section.find(f"{{{W}}}cols").set(f"{{{W}}}num", str(columns))
        self.section.find(f"{{{W}}}type").set(f"{{{W}}}val", "continuous")
        return w("p", w("pPr", w("pStyle", val=style_id(GAP)), section))

    def _gap(self) -> Element:
        return w("p", w("pPr", w("pStyle", val=style_id(GAP))))

    def _paragraph(self, one: Paragraph) -> Element:
        settings = w("pPr", w("pStyle", val=style_id(one.style)))
        if one.with_next:
            settings.append(w("keepNext"))
        if one.new_page:
            settings.append(w("pageBreakBefore"))
        if one.item:
            settings.append(self._list_item(one))
        if right_to_left(self.language) != right_to_left(self.locale):
            settings.append(w("bidi", val=int(right_to_left(self.language))))
        if one.level and not one.item:
            settings.append(w("ind", left=INDENT * one.level))
        return w("p", settings, *(part for inline in one.inlines for part in self._inline(inline)))

    def _list_item(self, one: Paragraph) -> Element:
        if one.item == "number" and one.starts:
            self.lists += 1
        number = self.lists if one.item == "number" else BULLETS
        return w("numPr", w("ilvl", val=one.level - 1), w("numId", val=number))

    def _inline(self, inline: Inline) -> Iterator[Element]:
        if isinstance(inline, Tick):
            yield self._tick(inline.name)
        elif isinstance(inline, Blank):
            yield w("r", w("rPr", w("rStyle", val="Sheetblank")), *(w("tab") for _ in range(3)))
        else:
            yield from self._runs(inline)

    def _runs(self, run: Run) -> Iterator[Element]:
        looks = [w("rStyle", val="Strong")] if run.strong else [w("rStyle", val="Emphasis")] if run.emphasis else []
        if run.strong and run.emphasis:
            looks += [w("i"), w("iCs")]
        return runs(run.text, self.language, *looks, around=self.locale)

    def _tick(self, name: str) -> Element:
        """A box that is ticked by a click, or by the space bar."""
        self.ticks += 1
        box = w14(
            "checkbox",
            w14("checked", val=0),
            w14("checkedState", val=f"{ord(TICKED):04X}", font=TICK_FONT),
            w14("uncheckedState", val=f"{ord(EMPTY):04X}", font=TICK_FONT),
        )
        about = w(
            "sdtPr", w("alias", val=_short(name)), w("tag", val=f"tick-{self.ticks}"), w("id", val=self.ticks), box
        )
        drawn = w("r", w("rPr", w("rStyle", val="Sheettick")), *text(EMPTY))
        return w("sdt", about, w("sdtContent", drawn))

    def _table(self, table: Table, width: int) -> Element:
        widths = [width * share // sum(table.widths) for share in table.widths]
        look = w("tblLook", val="0020" if not table.named_rows else "00A0", firstRow=1, lastRow=0,
                 firstColumn=int(table.named_rows), lastColumn=0, noHBand=1, noVBand=1)  # fmt: skip
        about = w(
            "tblPr",
            w("tblStyle", val=style_id(table.style)),
            *([w("bidiVisual")] if right_to_left(self.language) else []),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            look,
            w("tblCaption", val=table.name),
        )
        grid = w("tblGrid", *(w("gridCol", w=one) for one in widths))
        header = self._row(table.header, widths, w("tblHeader"))
        return w("tbl", about, grid, header, *(self._row(row, widths) for row in table.rows))

    def _row(self, cells: tuple[Cell, ...], widths: list[int], *about: Element) -> Element:
        """A row, as high as the most room that one of its cells needs."""
        room = max(cell.room and cell.room + len(cell.paragraphs) for cell in cells)
        height = [w("trHeight", val=LINE * room, hRule="atLeast")] if room else []
        settings = w("trPr", w("cantSplit"), *height, *about)
        return w("tr", settings, *(self._cell(cell, width) for cell, width in zip(cells, widths, strict=True)))

    def _cell(self, cell: Cell, width: int) -> Element:
        paragraphs = [self._paragraph(one) for one in cell.paragraphs]
        if cell.room or not paragraphs:
            paragraphs.append(self._paragraph(Paragraph(Style.ANSWER, ())))
        return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *paragraphs)


def _short(name: str) -> str:
    """A name that Word takes; the whole is beside the box."""
    return name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS - 1].rstrip()}…"
