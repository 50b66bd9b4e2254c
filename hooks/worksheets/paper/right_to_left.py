"""What documents written from right to left need beyond styles that say start and end."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from unicodedata import bidirectional
from xml.etree.ElementTree import Element

from weasyprint.document import Document, Page
from weasyprint.formatting_structure.boxes import GridContainerBox

OTHERWISE = Path(__file__).parent / "right_to_left.css"
"""What CSS, or WeasyPrint, can say of a side by its name only."""

MARGIN = re.compile(r"@(top|bottom)-(left|right)\b")
"""The boxes in the margins of a page. CSS Paged Media has no words for their start and end."""

DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
"""The direction that a letter has in Unicode, as HTML says it."""

OTHER = {"left": "right", "right": "left"}


def turned(styles: str) -> str:
    """A stylesheet of pages, for those that are written from right to left."""
    swapped = MARGIN.sub(lambda box: f"@{box[1]}-{OTHER[box[2]]}", styles)
    return f"{swapped}\n{OTHERWISE.read_text(encoding='utf-8')}"


def isolate(root: Element) -> None:
    """Give each `<bdi>` the direction of its first letter, which WeasyPrint does not ask for."""
    for element in root.iter("bdi"):
        if "dir" not in element.attrib:
            strong = (bidirectional(one) for one in "".join(element.itertext()))
            element.set("dir", next((DIRECTIONS[one] for one in strong if one in DIRECTIONS), "ltr"))


def with_grids_turned(document: Document) -> Document:
    """A document in which the first column of each grid is at its right where it is written from right to left.

    WeasyPrint knows of directions in text, tables, floats and flexible boxes, and lays out every grid from left to
    right. The pages are made anew, because they remember where their fields and links are.
    """
    for page in document.pages:
        for box in page._page_box.descendants():
            if isinstance(box, GridContainerBox) and box.style["direction"] == "rtl":
                _turn(box)
    return document.copy([Page(page._page_box) for page in document.pages])


def _turn(grid: Any) -> None:
    """Put what is in a grid as far from its right side as it is from its left."""
    sides = 2 * grid.content_box_x() + grid.width
    for child in grid.children:
        if child.is_in_normal_flow():
            right = sides - child.margin_width() - 2 * child.position_x
            child.translate(dx=right)
            for box in child.descendants():
                if getattr(box, "background", None):
                    box.background = box.background._replace(layers=_moved(box.background.layers, right))


def _moved(layers: Iterable[Any], right: float) -> list[Any]:
    """The layers of a background, which do not move with their box, so far to the right."""
    return [
        layer._replace(
            painting_area=_along(layer.painting_area, right),
            positioning_area=_along(layer.positioning_area, right) if layer.image else layer.positioning_area,
            clipped_boxes=[_along(box, right) for box in layer.clipped_boxes],
        )
        for layer in layers
    ]


def _along(area: Sequence[float], right: float) -> tuple[float, ...]:
    left, *others = area
    return (left + right, *others)
