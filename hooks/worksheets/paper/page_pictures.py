"""The pictures of a page of the guide on paper: inside the sheet, which stands alone."""

import posixpath
import re
from base64 import b64encode
from collections.abc import Mapping
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

SPACED = re.compile(rb"(\burl\()\s*(#[^\s)]*)\s*(\))")
"""A part of a drawing, named with blanks around its name: WeasyPrint draws nothing of what is filled with it."""


def with_pictures_inside(html: str, page: str, files: Mapping[str, Path]) -> str:
    """Part of a page with each of its pictures as an address that holds all of it.

    `page` is the path of the page in `docs/`, and `files` finds what is published beside it by such paths. A picture
    that is not among them stays as it is.
    """
    part = LexborHTMLParser(html, is_fragment=True)
    pictures = part.css("img")
    for picture in pictures:
        address = unquote(urlsplit(picture.attributes.get("src") or "").path)
        file = files.get(posixpath.normpath(posixpath.join(posixpath.dirname(page), address)))
        if file:
            picture.attrs["src"] = picture_inside(file)
    return (part.html or "") if pictures else html


def picture_inside(file: Path) -> str:
    """A picture as an address that holds all of it."""
    kind = guess_type(file.name)[0] or "application/octet-stream"
    content = file.read_bytes()
    if kind == "image/svg+xml":
        content = SPACED.sub(rb"\1\2\3", content)
    return f"data:{kind};base64,{b64encode(content).decode()}"
