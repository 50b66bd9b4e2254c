"""The structure of a tagged PDF: what is furniture of the page is said to be so, and a screen reader leaves it out."""

from collections.abc import Iterator
from typing import Any

import pydyf

PRINT = 4
"""The flag of an annotation that is printed."""


def set_furniture_apart(pdf: pydyf.PDF) -> None:
    """Mark the words in the margins of pages as artifacts.

    WeasyPrint leaves them out of the tree of tags, and still marks them as paragraphs in the page.
    """
    root = _resolve(pdf, pdf.catalog["StructTreeRoot"])
    in_tree = set(_below(pdf, root))
    parents = _resolve(pdf, root["ParentTree"])["Nums"]
    elements = {parents[at]: parents[at + 1] for at in range(0, len(parents), 2)}
    for number, reference in enumerate(pdf.page_references):
        content = _resolve(pdf, _resolve(pdf, reference)["Contents"]).stream
        for at, item in enumerate(content):
            if isinstance(item, pydyf.Dictionary) and "MCID" in item and at and content[at + 1] == b"BDC":
                mark = item["MCID"]
                if elements[number][mark] not in in_tree:
                    content[at - 1 : at + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]
                    elements[number][mark] = "null"


def print_links(pdf: pydyf.PDF) -> None:
    """Let each link be there on paper as on screen."""
    for link in pdf.objects:
        if isinstance(link, pydyf.Dictionary) and link.get("Subtype") == "/Link":
            link["F"] = PRINT


def _resolve(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _below(pdf: pydyf.PDF, element: Any) -> Iterator[bytes]:
    """The references of all elements below one."""
    children = element.get("K", ())
    for child in children if isinstance(children, list) else [children]:
        if isinstance(child, bytes):
            yield child
            yield from _below(pdf, _resolve(pdf, child))
