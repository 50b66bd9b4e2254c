"""The examples of all kinds of field, and of each property of an exercise: gallery, test input and pattern at once.

Those of a kind are in its folder: `examples/*.yml` are shown in a gallery, `usual.yml` first, and
`examples/hidden/*.yml` are only tested.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...authoring.source_files import Source
from ..catalogue import Entry, read_exercise
from ..exercise import Section
from ..kinds import FOLDER, KINDS

HERE = Path(__file__).parent
SHELVES = ("plain", "lively", "moving")
"""The galleries: kinds that only take answers or words, what shows something new in return, and what moves."""

USUAL = "usual"
HIDDEN = "hidden"

SECTION = Section.model_validate({"id": "examples", "title": "Gallery", "page": ""})


@dataclass(frozen=True)
class Example:
    """What an example shows, on which shelf, its source without the line for editors, and the exercise itself."""

    shows: str
    shelf: str
    says: str
    source: str
    entry: Entry
    kind: str
    """the kind of field that it shows; empty for a property of an exercise"""
    is_hidden: bool


def examples() -> tuple[Example, ...]:
    """What the galleries show: the kinds in the order of the alphabet, then the properties."""
    return tuple(one for one in all_examples() if not one.is_hidden)


@cache
def all_examples() -> tuple[Example, ...]:
    """All examples, hidden ones too. ValueError if one is broken."""
    return tuple(_all())


def _all() -> Iterator[Example]:
    for kind, model in KINDS.items():
        paths = sorted((FOLDER / kind / "examples").rglob("*.yml"), key=lambda path: (path.stem != USUAL, path.stem))
        for path in paths:
            shows = kind if path.stem == USUAL else f"{kind}-{path.stem}"
            yield _example(shows, model.shelf, model.__doc__ or "", path, kind)
    for path in sorted(HERE.glob("*.yml")):
        yield _example(path.stem, "lively", "A property of an exercise.", path)


def _example(shows: str, shelf: str, says: str, path: Path, kind: str = "") -> Example:
    _, exercise, problems = read_exercise(Source(path, f"{shows}: {path.name}", None))
    if exercise is None or problems:
        raise ValueError("\n".join(map(str, problems)))
    source = "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[1:])
    entry = Entry(f"examples/{shows}", SECTION, exercise)
    return Example(shows, shelf, says, source, entry, kind, path.parent.name == HIDDEN)
