"""Round marks stay round, also those that WeasyPrint first tried to put at the foot of the page before."""

from typing import Any

from weasyprint.document import Document
from weasyprint.layout.percent import resolve_radii_percentages


def make_marks_whole(document: Document) -> None:
    """Give each mark all of its corners.

    Where a row of a grid did not fit, WeasyPrint takes the lower corners of what is in it, and remembers that on the
    next page, on which the row is whole.
    """
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.is_input() and box.element_tag == "input" and box.remove_decoration_sides:
                _make_whole(box)


def _make_whole(mark: Any) -> None:
    mark.remove_decoration_sides = set()
    resolve_radii_percentages(mark)
    if mark.background:
        layers = [layer._replace(clipped_boxes=[mark.rounded_border_box()]) for layer in mark.background.layers]
        mark.background = mark.background._replace(layers=layers)
