"""Pictures in pages: each has its room before it comes, so nothing moves, and comes when a reader is near it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from pydantic_core import PydanticCustomError
from selectolax.lexbor import LexborHTMLParser

from ..authoring.problems import Problem
from ..editions.brand_images import size
from ..guide.page import Page


def with_sizes(html: str, page: str, pictures: Mapping[str, Path], name: str, text: str) -> tuple[str, list[Problem]]:
    """Part of a page with width, height and `loading` on each of its pictures, where the author gave none.

    `page` is the path of the page in the site, `pictures` the files by their path in the site. The author's file is
    called `name` in the problems, and its text is `text`.
    """
    problems: list[Problem] = []
    part = LexborHTMLParser(html, is_fragment=True)
    for picture in part.css("img"):
        given = picture.attributes
        address = normpath(join(dirname(page), unquote(urlsplit(given.get("src") or "").path)))
        try:
            found = size(pictures[address]) if address in pictures else None
        except PydanticCustomError as mistake:
            found = None
            problems.append(_problem(name, _line(text, pictures[address].name), mistake))
        if found and "width" not in given and "height" not in given:
            picture.attrs["width"], picture.attrs["height"] = (f"{side:.0f}" for side in found)
        if "loading" not in given:
            picture.attrs["loading"] = "lazy"
    return part.html or "", problems


def pictures_without_size(pages: Iterable[Page], files: Mapping[str, Path]) -> Iterator[Problem]:
    """The pictures in pages of which no size can be read. `files` are what is published, by path in `docs/`."""
    for page in pages:
        for link in page.links:
            if link.piece.kind == "image" and link.path in files:
                try:
                    size(files[link.path])
                except PydanticCustomError as mistake:
                    yield _problem(page.file, page.line(link.piece.start), mistake)


def _problem(file: str, line: int, mistake: PydanticCustomError) -> Problem:
    said = mistake.context or {}
    return Problem(file, line, "", str(said["wrong"]), str(said["write"]))


def _line(text: str, name: str) -> int:
    """The line from 1 on which a page first says the name of a file."""
    return next((number for number, line in enumerate(text.splitlines(), 1) if name in unquote(line)), 1)
