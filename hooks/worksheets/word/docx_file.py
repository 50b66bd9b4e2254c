"""A document as the bytes of a .docx file, the same each time."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Template
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.oxml import parse_xml

from ..exercises.exercise_addresses import PAPERS
from .docx_body import Body
from .runs import right_to_left, runs
from .word_document import WordDocument
from .word_xml import Element, field, style_id, text, w

HERE = Path(__file__).parent
FONT = "Arial"
"""Every computer has it, or one of the same widths."""

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip can name."""

MARGINS = {"top": 16, "bottom": 20, "left": 16, "right": 16, "header": 8, "footer": 8}
"""Those of the printed sheet, in millimetres."""

COMPATIBILITY = "http://schemas.microsoft.com/office/word"
"""Where Word keeps the settings that say as which of its versions it lays a document out; 15 is the newest."""

GUTTER = 397
"""What is between two columns, in twentieths of a point."""

UNUSED = ("stylesWithEffects", "webSettings", "customXml", "thumbnail", "extended-properties")
"""Parts of the library's own pattern that no sheet needs; one of them says which program has made it."""


def docx_bytes(document: WordDocument) -> bytes:
    """The file of a document."""
    file = docx.Document()
    width = _use_paper(file, document)
    _put_head_and_foot(file.sections[0], document)
    _fill(file.styles.element, "styles.xml", _looks(document, width))
    body = Body(document.locale, file.element.body.sectPr, width)
    for leaf in document.leaves:
        body.write(leaf.blocks, leaf.locale)
    for place, element in enumerate(body.elements):
        file.element.body.insert(place, element)
    _fill(file.part.numbering_part.element, "numbering.xml", {})
    file.part.numbering_part.element.extend(body.numbered_lists)
    _say_what_it_is(file, document)
    _drop_unused(file)
    whole = BytesIO()
    file.save(whole)
    return _with_fixed_dates(whole.getvalue())


def _use_paper(file: Any, document: WordDocument) -> int:
    """Give a file its paper and margins; the width of its text, in twentieths of a point."""
    paper = next(one for one in PAPERS if one.name == document.paper)
    width, height = (_twentieths(length) for length in paper.css.split())
    margins = {side: _twentieths(f"{length}mm") for side, length in MARGINS.items()}
    file.element.body.sectPr[:] = [
        w("type", val="nextPage"),
        w("pgSz", w=width, h=height),
        w("pgMar", **margins, gutter=0),
        w("cols", num=1, space=GUTTER),
        w("titlePg"),
        *([w("bidi")] if right_to_left(document.locale) else []),
    ]
    return width - margins["left"] - margins["right"]


def _put_head_and_foot(section: Any, document: WordDocument) -> None:
    """The title above all pages but the first; below each, whose it is and whom to call."""
    for part in (section.header, section.footer, section.first_page_footer):
        part.is_linked_to_previous = False
    section.header.part.element[:] = [_line("Header", document.heading, document.locale, document)]
    for foot in (section.footer, section.first_page_footer):
        foot.part.element[:] = _foot(document)


def _foot(document: WordDocument) -> list[Element]:
    """Whose it is and whom to call, and the number of the page."""
    number = w("p", w("pPr", w("pStyle", val="Footer")), w("r", w("tab")), field("PAGE"), w("r", *text(" / ")))
    number.append(field("NUMPAGES"))
    return [_line("Footer", document.margin, document.margin_locale, document), number]


def _line(style: str, words: str, locale: str, document: WordDocument) -> Element:
    settings = w("pPr", w("pStyle", val=style_id(style)))
    if right_to_left(locale) != right_to_left(document.locale):
        settings.append(w("bidi", val=int(right_to_left(locale))))
    return w("p", settings, *runs(words, locale, around=document.locale))


def _looks(document: WordDocument, width: int) -> dict[str, str]:
    """What styles.xml asks for."""
    colours = {name.replace("-", "_"): colour.lstrip("#") for name, colour in document.colours.items()}
    direction = "<w:pPr><w:bidi/></w:pPr>" if right_to_left(document.locale) else ""
    return colours | {"font": FONT, "locale": document.locale, "width": str(width), "direction": direction}


def _fill(element: Element, name: str, values: dict[str, str]) -> None:
    """Put what is in a file of this folder in place of what an element holds."""
    source = Template((HERE / name).read_text(encoding="utf-8")).substitute(values)
    element[:] = list(parse_xml(source.encode()))


def _say_what_it_is(file: Any, document: WordDocument) -> None:
    about = file.core_properties
    day = document.day
    when = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else EARLIEST
    about.title, about.author, about.language = document.title, document.author, document.locale
    about.created = about.modified = when
    about.last_modified_by, about.comments, about.keywords = document.author, "", ""
    settings = file.settings.element
    settings[:] = [w("compat", w("compatSetting", name="compatibilityMode", uri=COMPATIBILITY, val=15))]


def _drop_unused(file: Any) -> None:
    for rels in (file.part.rels, file.part.package.rels):
        for id_, relation in list(rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in UNUSED:
                del rels[id_]


def _with_fixed_dates(whole: bytes) -> bytes:
    """The same archive without the time at which it was written."""
    again = BytesIO()
    with ZipFile(BytesIO(whole)) as old, ZipFile(again, "w", ZIP_DEFLATED, compresslevel=9) as new:
        for name in old.namelist():
            info = ZipInfo(name, EARLIEST.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # Unix, wherever it was made
            new.writestr(info, old.read(name))
    return again.getvalue()


def _twentieths(length: str) -> int:
    """A length in CSS, such as `210mm` or `8.5in`, in twentieths of a point."""
    number, unit = float(length[:-2]), length[-2:]
    return round(number * {"mm": 1440 / 25.4, "in": 1440}[unit])
