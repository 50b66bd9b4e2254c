"""Diagrams: SVG files that are inside the page, so that they take its colours."""

from collections.abc import Iterator
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.source_files import almost, files_in
from ..authoring.text_file import LARGEST, read_drawing
from ..authoring.text_types import ID
from .drawn_shapes import ENDING, SHAPES, SVG, Mistake, parsed, unsafe, wrong_ending

NAMESPACE = f' xmlns="{SVG[1:-1]}"'
"""What a file needs and a page, whose parser knows SVG, does not."""

WORDS = {"title", "desc", "text", "tspan"}


def read_pictures(folder: Path, name: str) -> tuple[dict[str, str], list[Problem]]:
    """The pictures of a folder by name, as text for a page, and what is wrong with those left out."""
    pictures: dict[str, str] = {}
    problems: list[Problem] = []
    for path in files_in(folder, "*"):
        file = f"{name}/{path.name}"
        if not (ending := almost(path, ENDING)):
            continue
        if wrong := wrong_ending(ending):
            problems.append(Problem(file, 1, "", *wrong))
            continue
        text = read_drawing(path, file, LARGEST)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        found = [Problem(file, line, place, wrong, write) for line, place, wrong, write in _mistakes(text, path.stem)]
        problems += found
        if not found:
            pictures[path.stem] = text.strip().replace(NAMESPACE, "", 1)
    return pictures, problems


def _mistakes(text: str, name: str) -> Iterator[Mistake]:
    """A picture is plain shapes and words, says what it shows, and takes its colours from the page."""
    if not ID.fullmatch(name):
        yield 1, "", f"“{name}” isn't a valid name.", "Use small letters, digits and single hyphens."
    root = parsed(text)
    if isinstance(root, tuple):
        yield root
        return
    for tag in ("title", "desc"):
        element = root.find(f"{SVG}{tag}")
        if element is None or not (element.text or "").strip():
            yield 1, "", f"There is no `<{tag}>`.", f'Add `<{tag} id="picture-{name}-{tag}">…</{tag}>`.'
    wanted = f"picture-{name}-title picture-{name}-desc"
    if root.get("role") != "img" or root.get("aria-labelledby") != wanted:
        yield 1, "", "The picture is not named.", f'Write `role="img" aria-labelledby="{wanted}"` on `<svg>`.'
    yield from unsafe(root, SHAPES | WORDS)
    for element in root.iter():
        id_ = element.get("id")
        if id_ is not None and not id_.startswith(f"picture-{name}-"):
            tag, write = element.tag.removeprefix(SVG), f"Start it with `picture-{name}-`."
            yield 1, tag, f"The id `{id_}` could be there twice on a page.", write
