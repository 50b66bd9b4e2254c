"""The structure of a tagged PDF: what is furniture of the page is said to be so, and a screen reader leaves it out."""

from collections.abc import Iterator
from typing import Any

import pydyf

from .pdf_objects import referred

PRINT = 4
"""The flag of an annotation that is printed."""


def set_furniture_apart(pdf: pydyf.PDF) -> None:
    """Mark the words in the margins of pages as artifacts.

    WeasyPrint leaves them out of the tree of tags, and still marks them as paragraphs in the page.
    """
    root = referred(pdf, pdf.catalog["StructTreeRoot"])
    in_tree = set(_below(pdf, root))
    parents = referred(pdf, root["ParentTree"])["Nums"]
    elements = {parents[at]: parents[at + 1] for at in range(0, len(parents), 2)}
    for number, reference in enumerate(pdf.page_references):
        content = referred(pdf, referred(pdf, reference)["Contents"]).stream
        for at, item in enumerate(content):
            if isinstance(item, pydyf.Dictionary) and "MCID" in item and at and content[at + 1] == b"BDC":
                mark = item["MCID"]
                if elements[number][mark] not in in_tree:
                    content[at - 1 : at + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
                    elements[number][mark] = "null"


def pair_terms(pdf: pydyf.PDF) -> None:
    """Let a term and what it means, in a `<div>` of their list, be one item: the label and the body.

    WeasyPrint makes two items of them, in an element that a list must not hold.
    """
    for pairs in list(_elements(pdf, "/L")):
        for pair in (referred(pdf, child) for child in pairs["K"]):
            if pair["S"] == "/Div":
                pair["S"] = "/LI"
                for at, part in enumerate(referred(pdf, child) for child in pair["K"]):
                    part["S"] = "/LBody" if at else "/Lbl"
                    part["K"] = pydyf.Array(kid for child in part["K"] for kid in _without_body(pdf, child))
                    for kid in part["K"]:
                        referred(pdf, kid)["P"] = part.reference


def complete_lists(pdf: pydyf.PDF) -> None:
    """Let each item of a list hold its label and one body, and nothing else.

    WeasyPrint makes no body of paragraphs, and they would stand in the item itself, which PDF/UA forbids.
    """
    for item in list(_elements(pdf, "/LI")):
        label = [child for child in item["K"] if referred(pdf, child)["S"] == "/Lbl"]
        rest = [child for child in item["K"] if child not in label]
        if not rest or [referred(pdf, child)["S"] for child in rest] == ["/LBody"]:
            continue
        inside = pydyf.Array(kid for child in rest for kid in _without_body(pdf, child))
        body = pydyf.Dictionary(
            {"Type": "/StructElem", "S": "/LBody", "K": inside, "Pg": item["Pg"], "P": item.reference}
        )
        pdf.add_object(body)
        for kid in inside:
            referred(pdf, kid)["P"] = body.reference
        item["K"] = pydyf.Array([*label, body.reference])


def complete_tables(pdf: pydyf.PDF) -> None:
    """Say of each head whether it is of a column or a row, and let readers find the heads that cells name."""
    heads = list(_elements(pdf, "/TH"))
    for head in heads:
        group = referred(pdf, referred(pdf, head["P"])["P"])
        head["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
    if heads:
        names = sorted(((head["ID"], head.reference) for head in heads), key=lambda pair: pair[0].string)
        root = referred(pdf, pdf.catalog["StructTreeRoot"])
        root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array([part for pair in names for part in pair])})


def print_links(pdf: pydyf.PDF) -> None:
    """Let each link be there on paper as on screen."""
    for link in pdf.objects:
        if isinstance(link, pydyf.Dictionary) and link.get("Subtype") == "/Link":
            link["F"] = PRINT


def say_dead_links_as_words(pdf: pydyf.PDF) -> None:
    """Let a link that leads nowhere in this PDF be words: a screen reader would call it a link."""
    for link in _elements(pdf, "/Link"):
        kids = [referred(pdf, kid) for kid in link["K"] if isinstance(kid, bytes)]
        if not any(kid.get("Type") == "/OBJR" for kid in kids):
            link["S"] = "/Span"


def raise_headings(pdf: pydyf.PDF) -> None:
    """Let each heading be one level higher: what was laid out to stand below another stands alone."""
    for level in range(2, 7):
        for heading in _elements(pdf, f"/H{level}"):
            heading["S"] = f"/H{level - 1}"


def open_with_contents(pdf: pydyf.PDF) -> None:
    """Have viewers show the list of contents beside the pages when they open the file."""
    pdf.catalog["PageMode"] = "/UseOutlines"


def turn_pages_to_the_right(pdf: pydyf.PDF) -> None:
    """Have viewers that show two pages put the first of them at the right."""
    pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"


def _elements(pdf: pydyf.PDF, kind: str) -> Iterator[Any]:
    """Every element of the structure of one kind."""
    for element in pdf.objects:
        if isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem" and element["S"] == kind:
            yield element


def _without_body(pdf: pydyf.PDF, child: bytes) -> list[bytes]:
    """What a child of an item brings into its new body: itself, or what is inside if it is a body already."""
    element = referred(pdf, child)
    return list(element["K"]) if element["S"] == "/LBody" else [child]


def _below(pdf: pydyf.PDF, element: Any) -> Iterator[bytes]:
    """The references of all elements below one."""
    children = element.get("K", ())
    for child in children if isinstance(children, list) else [children]:
        if isinstance(child, bytes):
            yield child
            yield from _below(pdf, referred(pdf, child))
