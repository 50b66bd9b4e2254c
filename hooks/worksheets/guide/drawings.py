"""Drawings that templates place: icons, scenes and thumbnails of sheets, small enough to stand inside every page; and
those that Easy Read pages place beside their words.

Each is a file in a folder of `pictures/`. It decorates and says nothing, so it has no words; a page gets its shapes
alone.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Overlay, Source, almost, files_in
from ..authoring.text_file import LARGEST, read_drawing
from ..authoring.text_types import ID
from .drawn_shapes import ENDING, SHAPES, SVG, Mistake, parsed, unsafe, wrong_ending


@dataclass(frozen=True)
class DrawingSet:
    """What the drawings of a folder have in common: their class in a page, their `viewBox`, and the most bytes that
    the shapes of one may have. A clinic may add to those that pages place by name, and only replace the others."""

    look: str
    box: str
    most: int
    open: bool = False


SETS = {
    "icons": DrawingSet("icon", "0 0 24 24", 240),
    "scenes": DrawingSet("scene", "0 0 88 72", 640),
    "kinds": DrawingSet("thumb", "0 0 44 56", 320),
    "easy-read": DrawingSet("easy-picture", "0 0 64 64", 480, open=True),
}
EASY = "easy-read/"
"""What the names of the drawings of Easy Read pages begin with; their markers leave it out."""
FOLDERS = ", ".join(f"`{one}`" for one in sorted(SETS))
LOOKS = frozenset({"line", "soft", "warm", "calm", "warm-area", "calm-area", "sheet-area"})
"""The classes that a shape may have; the stylesheet of drawings has their colours."""

GEOMETRY = frozenset({
    *("class", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"),
    *("transform", "stroke-dasharray", "viewBox"),
})  # fmt: skip


@dataclass(frozen=True)
class Drawing:
    """A drawing for a page: its class, its `viewBox`, and its shapes as markup."""

    look: str
    box: str
    shapes: str


def read_drawings(folder: Path, name: str, overlay: Overlay | None) -> tuple[dict[str, Drawing], list[Problem]]:
    """The drawings of a guide by name, such as `icons/clock`, a clinic's in the place of those that it replaces.

    `folder` has the folders of the sets, and problems call it `name`. One with a problem is there without its shapes,
    so that a preview can go on.
    """
    paths = [path for path in files_in(folder, "*/**/*") if almost(path, ENDING)]
    sources = {
        path.relative_to(folder).as_posix(): Source(path, f"{name}/{path.relative_to(folder).as_posix()}", None)
        for path in paths
    }
    drawings, problems = _read(sources, None)
    if overlay:
        own = {path.as_posix(): one for path, one in overlay.files("pictures", "*").items()}
        own = {path: one for path, one in own.items() if "/" in path and almost(one.path, ENDING)}
        replacing, found = _read(own, drawings)
        drawings |= replacing
        problems += found
    return drawings, problems


def easy_drawings(names: Collection[str]) -> set[str]:
    """The drawings for Easy Read pages among some, as their markers call them."""
    return {name.removeprefix(EASY) for name in names if name.startswith(EASY)}


def _read(sources: dict[str, Source], replaceable: Collection[str] | None) -> tuple[dict[str, Drawing], list[Problem]]:
    drawings: dict[str, Drawing] = {}
    problems: list[Problem] = []
    for path, source in sources.items():
        name, folder = path.removesuffix(ENDING), path.split("/")[0]
        if wrong_name := wrong_ending(almost(source.path, ENDING)):
            problems.append(Problem(source.file, 1, "", *wrong_name))
            continue
        if folder not in SETS or path.count("/") != 1:
            wrong = f"Drawings are not looked for in “{path.rpartition('/')[0]}”."
            problems.append(Problem(source.file, 1, "", wrong, f"Move it to one of: {FOLDERS}."))
            continue
        if replaceable is not None and name not in replaceable and not SETS[folder].open:
            wrong = f"No drawing of the guide is called `{name}`, so this one is not shown."
            problems.append(Problem(source.file, 1, "", wrong, nearest(name, replaceable)))
            continue
        set_ = SETS[folder]
        shapes = _read_shapes(source, set_)
        if isinstance(shapes, list):
            problems += shapes
        drawings[name] = Drawing(set_.look, set_.box, shapes if isinstance(shapes, str) else "")
    return drawings, problems


def _read_shapes(source: Source, set_: DrawingSet) -> str | list[Problem]:
    text = read_drawing(source.path, source.file, LARGEST)
    if isinstance(text, Problem):
        return [text]
    root = parsed(text)
    found = [root] if isinstance(root, tuple) else list(_mistakes(root, source.path.stem, set_))
    if found or isinstance(root, tuple):
        return [Problem(source.file, *mistake) for mistake in found]
    shapes = _shapes(root)
    if (size := len(shapes.encode())) > set_.most:
        wrong = f"The shapes take {size} bytes, and they stand in every page that shows them."
        return [
            Problem(source.file, 1, "", wrong, f"Draw them with at most {set_.most}: fewer points, fewer decimals.")
        ]
    return shapes


def _mistakes(root: ElementTree.Element, name: str, set_: DrawingSet) -> Iterator[Mistake]:
    """A drawing is shapes alone, as large as the others of its set, and takes its colours from the page."""
    if not ID.fullmatch(name):
        yield 1, "", f"“{name}” isn't a valid name.", "Use small letters, digits and single hyphens."
    if root.get("viewBox") != set_.box:
        yield 1, "svg", "The drawing has another size than those beside it.", f'Write `viewBox="{set_.box}"`.'
    wrong = list(unsafe(root, SHAPES))
    yield from wrong
    for element in () if wrong else root.iter():
        tag = element.tag.removeprefix(SVG)
        if (element.text or "").strip() or (element.tail or "").strip():
            yield 1, tag, "There are words in the drawing, which nobody would hear.", "Take them out."
        for look in set(element.get("class", "").split()) - LOOKS:
            yield 1, tag, f"The class `{look}` has no colour here.", nearest(look, LOOKS)
        for attribute in element.attrib.keys() - GEOMETRY:
            yield 1, tag, f"`{attribute}` is not allowed.", "The page has the colours and the width of lines."


def _shapes(root: ElementTree.Element) -> str:
    """What is inside the outermost element, as HTML has it: without namespaces and white space between shapes."""
    for element in root.iter():
        element.tag = element.tag.removeprefix(SVG)
        element.text = element.tail = None
    return "".join(ElementTree.tostring(child, encoding="unicode").replace(" />", "/>") for child in root)
