"""Pictures in pages: each has its room before it comes, so nothing moves, and comes when a reader is near it."""

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from ..editions.brand_images import Size


def framed(html: str, size_of: Callable[[str], Size | None]) -> str:
    """Part of a page with width, height and `loading` on each of its pictures, where the author gave none.

    `size_of` tells the size of the picture at an address, or None where it is not known.
    """
    part = LexborHTMLParser(html, is_fragment=True)
    for picture in part.css("img"):
        given = picture.attributes
        size = size_of(given.get("src") or "")
        if size and "width" not in given and "height" not in given:
            picture.attrs["width"], picture.attrs["height"] = (f"{side:.0f}" for side in size)
        if "loading" not in given:
            picture.attrs["loading"] = "lazy"
    return part.html or ""
