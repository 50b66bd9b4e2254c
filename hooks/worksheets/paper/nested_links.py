"""One link of a page is one link of the PDF: what stands inside it, such as a number of a page, is no link again."""

from collections.abc import Iterator
from typing import Any

import pydyf

from .pdf_objects import referred


def keep_outer_links(pdf: pydyf.PDF) -> None:
    """Take out the links inside links.

    WeasyPrint makes one of each box in a link. Those of words in bold lie in no element for links, which PDF/UA
    forbids, and a screen reader says those of generated words twice.
    """
    gone: set[bytes] = set()
    for link in _elements(pdf):
        if link["S"] == "/Link":
            for element in _below(pdf, link):
                gone |= _without_link(pdf, element)
    for reference in pdf.page_references:
        page = referred(pdf, reference)
        if gone and "Annots" in page:
            page["Annots"] = pydyf.Array(one for one in page["Annots"] if one not in gone)


def _without_link(pdf: pydyf.PDF, element: Any) -> set[bytes]:
    """Let an element inside a link be words alone; the links that it held."""
    held = [kid for kid in element["K"] if isinstance(kid, bytes) and _is_link(pdf, referred(pdf, kid))]
    element["K"] = pydyf.Array(kid for kid in element["K"] if kid not in held)
    if element["S"] == "/Link":
        element["S"] = "/Span"
    return {referred(pdf, kid)["Obj"] for kid in held}


def _is_link(pdf: pydyf.PDF, part: Any) -> bool:
    return bool(part.get("Type") == "/OBJR" and referred(pdf, part["Obj"]).get("Subtype") == "/Link")


def _elements(pdf: pydyf.PDF) -> Iterator[Any]:
    return (one for one in pdf.objects if isinstance(one, pydyf.Dictionary) and one.get("Type") == "/StructElem")


def _below(pdf: pydyf.PDF, element: Any) -> Iterator[Any]:
    for kid in element["K"]:
        part = referred(pdf, kid) if isinstance(kid, bytes) else {}
        if part.get("Type") == "/StructElem":
            yield part
            yield from _below(pdf, part)
