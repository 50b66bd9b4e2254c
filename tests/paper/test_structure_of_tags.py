"""The tree of tags that a screen reader walks: lists, links and tables say what they are, as PDF/UA asks."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
import pytest
from worksheets.exercises.exercise_addresses import PAPERS, exercise_pdf
from worksheets.exercises.kinds import KINDS

from tests.support.one_sheet import ROOT, Layouts, make_pdf, sheet
from tests.support.real_sheets import pdf_of, real_pdf, sheet_of
from tests.support.renderers import example

LISTS = {
    "tight": "<ul><li>One</li></ul>",
    "paragraphs": "<ol><li><p>One</p><p>More</p></li></ol>",
    "words and a paragraph": "<ol><li>One<p>More</p></li></ol>",
    "without bullets": "<ul style='list-style: none'><li><p>One</p></li></ul>",
    "nested": "<ul><li><p>One</p><ul><li><p>Two</p></li></ul></li></ul>",
    "over two pages": "<ol><li><p>One</p><p style='break-before: page'>More</p></li></ol>",
    "terms": "<dl><dt>One</dt><dd><p>More</p></dd></dl>",
    "terms in pairs": "<dl><div><dt>One</dt><dd><p>More</p></dd></div><div><dt>Two</dt><dd>A</dd><dd>B</dd></div></dl>",
    "a link": "<ol><li><p><a href='https://example.org/'>One</a></p></li></ol>",
}
TABLE = (
    "<table><thead><tr><td></td><th scope=col>Mon</th><th scope=col>Tue</th></tr></thead>"
    "<tbody><tr><th scope=row>Tea</th><td>1</td><td>2</td></tr></tbody></table>"
)


def elements(pdf: bytes, *kinds: str) -> Iterator[Any]:
    """Every element of the tree of these kinds, in the order of reading."""
    root: Any = pypdf.PdfReader(BytesIO(pdf)).root_object["/StructTreeRoot"]

    def below(element: Any) -> Iterator[Any]:
        for child in children(element):
            if "/S" in child:
                yield child
                yield from below(child)

    yield from (one for one in below(root) if one["/S"] in kinds)


def names_of_heads(pdf: bytes) -> list[Any]:
    """The names by which elements are found, each followed by its element."""
    root: Any = pypdf.PdfReader(BytesIO(pdf)).root_object
    return list(root["/StructTreeRoot"]["/IDTree"]["/Names"])


def children(element: Any) -> list[Any]:
    """The elements and the links or fields right below an element; not its marked words."""
    inside = element.get("/K", [])
    found = [one.get_object() for one in (inside if isinstance(inside, list) else [inside])]
    return [one for one in found if isinstance(one, dict)]


def made(body: str) -> bytes:
    pdf, _, wrong = make_pdf(sheet(body), Layouts(ROOT))
    assert not wrong
    return pdf


def assert_lists_are_whole(pdf: bytes) -> None:
    for whole in elements(pdf, "/L"):
        assert {str(child["/S"]) for child in children(whole)} <= {"/L", "/LI", "/Caption"}
    assert {str(item["/P"]["/S"]) for item in elements(pdf, "/LI")} <= {"/L"}
    for item in elements(pdf, "/LI"):
        kinds = [str(child["/S"]) for child in children(item)]
        assert kinds in (["/LBody"], ["/Lbl", "/LBody"]), kinds
        assert len(item["/K"]) == len(kinds), "words of its own"
        assert all(child["/P"] == item for child in children(item))
        assert all(one["/P"] == child for child in children(item) for one in children(child) if "/S" in one)


@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS)
def test_an_item_of_a_list_is_a_label_and_a_body(body: str) -> None:
    pdf = made(body)
    assert list(elements(pdf, "/LI"))
    assert_lists_are_whole(pdf)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_field_has_whole_lists(kind: str) -> None:
    assert_lists_are_whole(pdf_of(sheet_of(example(kind))))


def test_what_is_called_a_link_is_one() -> None:
    pdf = real_pdf(exercise_pdf("safe-space/conversation-agreement", PAPERS[0]))
    assert any("Rosen et al., 2003" in page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    for link in elements(pdf, "/Link"):
        assert [child for child in children(link) if child.get("/Type") == "/OBJR"], link


def test_what_stands_in_a_link_is_no_second_link() -> None:
    """Words in bold and a number of a page, as in a table of contents."""
    body = (
        "<style>a::after { content: ' ' target-counter(attr(href), page) }</style>"
        "<p><a href='#end'><strong>One</strong> and <em>two</em></a></p><p id='end'><a href='#end'>Three</a></p>"
    )
    pdf = made(body)
    links = list(elements(pdf, "/Link"))
    assert [sum(child.get("/Type") == "/OBJR" for child in children(link)) for link in links] == [1, 1]
    annotations: Any = pypdf.PdfReader(BytesIO(pdf)).pages[0]["/Annots"]
    assert len(annotations) == 2
    inside = [child for link in links for child in children(link) if "/S" in child]
    assert inside
    assert not [one for child in inside for one in children(child) if one.get("/Type") == "/OBJR"]


def test_cells_of_tables_find_their_heads() -> None:
    pdf = made(TABLE)
    assert [str(head["/A"]["/Scope"]) for head in elements(pdf, "/TH")] == ["/Column", "/Column", "/Row"]
    names = names_of_heads(pdf)
    known = {names[at]: names[at + 1].get_object() for at in range(0, len(names), 2)}
    assert list(known) == sorted(known)
    assert {known[head["/ID"]]["/ID"] for head in elements(pdf, "/TH")} == set(known)
    asked = [header for cell in elements(pdf, "/TD") for header in cell["/A"].get("/Headers", ())]
    assert asked
    assert set(asked) <= set(known)


def test_a_table_over_many_pages_keeps_every_head_apart() -> None:
    pdf = made(
        TABLE.replace("<tbody>", "<tbody>" + "<tr style='height: 40mm'><th scope=row>A</th><td>1</td></tr>" * 20)
    )
    heads = [head["/ID"] for head in elements(pdf, "/TH")]
    assert len(heads) == len(set(heads)) > 22
    names = names_of_heads(pdf)
    assert sorted(heads) == names[::2]


def test_no_font_says_that_a_letter_stands_for_none() -> None:
    pdf: Any = pypdf.PdfReader(BytesIO(pdf_of(sheet_of(example("agreement")))))
    maps = {
        inner.get_object()["/ToUnicode"].get_data()
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
        for inner in (font, *pdf.root_object["/AcroForm"]["/DR"]["/Font"].values())
        if "/ToUnicode" in inner.get_object()
    }
    assert len(maps) > 1
    for one in maps:
        counts = [int(count) for count in re.findall(rb"(\d+) beginbfchar", one)]
        lines = re.findall(rb"^<[0-9a-f]{4}> <([0-9a-f]+)>$", one, re.MULTILINE)
        assert sum(counts) == len(lines) - 1  # the first says which codes there are
        assert not {b"0000", b"feff", b"fffe"} & set(lines)


def test_no_words_stand_letter_below_letter_behind_a_table() -> None:
    """Programs that read aloud, search or copy take the text of a PDF, hidden or not."""
    reader = pypdf.PdfReader(BytesIO(pdf_of(sheet_of(example("table")))))
    lines = [line.strip() for page in reader.pages for line in page.extract_text().splitlines()]
    assert [line for line in lines if len(line) == 1 and line.isalpha()] == []
    assert all(field["/TU"] for field in (reader.get_fields() or {}).values())
