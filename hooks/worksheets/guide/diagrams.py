"""Diagrams: SVG files that are inside the page, so that they take its colours."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from ..authoring.outside_requests import requests_in
from ..authoring.problems import Problem
from ..authoring.source_files import almost, files_in
from ..authoring.text_file import LARGEST, read_drawing
from ..authoring.text_types import ID

ENDING = ".svg"
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {
    "svg",
    "title",
    "desc",
    "g",
    "path",
    "line",
    "circle",
    "ellipse",
    "rect",
    "polyline",
    "polygon",
    "text",
    "tspan",
}
UNSAFE = re.compile(r"^(on.*|style|.*href)$")


def read_pictures(folder: Path, name: str) -> tuple[dict[str, str], list[Problem]]:
    """The pictures of a folder by name, as text for a page, and what is wrong with those left out."""
    pictures: dict[str, str] = {}
    problems: list[Problem] = []
    for path in files_in(folder, "**/*"):
        file = f"{name}/{path.relative_to(folder).as_posix()}"
        if not (ending := almost(path, ENDING)):
            continue
        if misplaced := _misplaced(path.relative_to(folder), ending):
            problems.append(Problem(file, 1, "", *misplaced))
            continue
        text = read_drawing(path, file, LARGEST)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        found = [Problem(file, line, place, wrong, write) for line, place, wrong, write in _mistakes(text, path.stem)]
        problems += found
        if not found:
            pictures[path.stem] = text.strip()
    return pictures, problems


def _misplaced(path: Path, ending: str) -> tuple[str, str] | None:
    """Why a picture is not read, and what to do; None if it is."""
    if ending != ENDING:
        return f"The name ends in `{ending}`.", f"Rename it so that it ends in `{ENDING}`."
    if len(path.parts) > 1:
        return "Pictures are not read from folders inside this one.", f"Move it out of `{path.parent.as_posix()}`."
    return None


def _mistakes(text: str, name: str) -> Iterator[tuple[int, str, str, str]]:
    """A picture is plain shapes and words, says what it shows, and takes its colours from the page."""
    if not ID.fullmatch(name):
        yield 1, "", f"“{name}” isn't a valid name.", "Use small letters, digits and single hyphens."
    if "<!" in text or "<?" in text:
        yield 1, "", "There is a declaration or a comment.", "Start with `<svg` and leave them out."
        return
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield error.position[0], "", f"This is not XML: {str(error).split(':')[0]}.", "Check this line."
        return
    if root.tag != f"{SVG}svg":
        yield 1, "", "This is not an SVG.", 'Start with `<svg xmlns="http://www.w3.org/2000/svg" …>`.'
        return
    for tag in ("title", "desc"):
        element = root.find(f"{SVG}{tag}")
        if element is None or not (element.text or "").strip():
            yield 1, "", f"There is no `<{tag}>`.", f'Add `<{tag} id="picture-{name}-{tag}">…</{tag}>`.'
    wanted = f"picture-{name}-title picture-{name}-desc"
    if root.get("role") != "img" or root.get("aria-labelledby") != wanted:
        yield 1, "", "The picture is not named.", f'Write `role="img" aria-labelledby="{wanted}"` on `<svg>`.'
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        if tag not in ELEMENTS:
            yield 1, tag, f"`<{tag}>` is not allowed.", "Use plain shapes and words."
        for attribute, value in element.attrib.items():
            if UNSAFE.match(attribute) or (attribute in ("fill", "stroke") and value != "none"):
                yield 1, tag, f"`{attribute}` is not allowed.", "Give the element a class; the page has the colours."
            elif request := next(requests_in(value), None):
                wrong = f"`{attribute}` asks for another file: `{request.written}`."
                yield 1, tag, wrong, "Use `url(#name)` with a part of the picture, or leave it out."
            if attribute == "id" and not value.startswith(f"picture-{name}-"):
                yield 1, tag, f"The id `{value}` could be there twice on a page.", f"Start it with `picture-{name}-`."
