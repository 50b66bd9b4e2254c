"""The numbers of pages, written in once all pages stand.

WeasyPrint has counters for them, but lays out again, twice, each page on which `target-counter()` names another, and
every sheet has such a link; and a leaf that is laid out once for several documents has another number in each.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TextBox
from weasyprint.text.line_break import create_layout, line_size

LINK = "a::after"
"""Where the stylesheets keep room for the number of the page to which a link leads."""

ROOM = re.compile(r"(?<!\d)000(?!\d)")
"""What keeps it, as wide as the number of any page: a workbook of A5 has more than two hundred."""

COUNTED = re.compile(r"\d+ / \d+")
"""What a margin of each page says: its number, and that of all."""


def fill_in_page_numbers(pages: Sequence[Any]) -> None:
    """Write on each page its own number, and after each link that keeps room for it the number that it leads to.

    Where it leads nowhere in this document the room is closed. It may be done again with the same pages in another, and
    leaves them as if it had been done once.
    """
    numbers = {name: number for number, page in reversed([*enumerate(pages, 1)]) for name in page.anchors}
    for place, page in enumerate(pages, 1):
        for box in _counters(page):
            _write(box, f"{place} / {len(pages)}", alone=True)
        for line in _lines(page):
            moved = 0.0
            for box in line.descendants():
                box.position_x = _laid_out(box)[0] + moved
                if room := _room(box):
                    number = numbers.get(box.element.get("href").removeprefix("#"))
                    text = ROOM.sub(str(number), room) if number else ""
                    moved += _write(box, text, moved, alone=room.isdigit())


def _counters(page: Any) -> Iterator[Any]:
    for margin in page._page_box.children:
        for box in margin.descendants() if isinstance(margin, MarginBox) else ():
            if isinstance(box, TextBox) and COUNTED.fullmatch(box.text):
                yield box


def _lines(page: Any) -> Iterator[Any]:
    for box in page._page_box.descendants():
        if isinstance(box, LineBox) and any(map(_room, box.descendants())):
            yield box


def _room(box: Any) -> str:
    """What a box says that keeps room for a number, also when one stands there already."""
    if not isinstance(box, TextBox) or box.element_tag != LINK or not box.element.get("href", "").startswith("#"):
        return ""  # what leads out of the document may say zeros of its own
    if not hasattr(box, "room"):
        box.room = box.text if ROOM.search(box.text) else ""
    return str(box.room)


def _laid_out(box: Any) -> tuple[float, float]:
    """Where a box began, and how wide it was, before any number was written."""
    if not hasattr(box, "laid_out"):
        box.laid_out = box.position_x, box.width
    return float(box.laid_out[0]), float(box.laid_out[1])


def _write(box: Any, text: str, moved: float = 0.0, *, alone: bool) -> float:
    """Let a box say another text, and return how much further to the right what follows it has to move.

    `moved` is how far it has moved itself. Alone, as after a line of dots, it ends where it did; among words, what
    follows it closes up.
    """
    began, room = _laid_out(box)
    layout = create_layout(text, box.style, None, None, 0)
    width = line_size(layout.get_first_line()[0], box.style)[0]
    more = width - room
    box.width, box.text, box.pango_layout = width, text, layout
    right_to_left = box.style["direction"] == "rtl"
    box.position_x = began + moved - (more if alone != right_to_left else 0.0)
    return 0.0 if alone else float(-more if right_to_left else more)
