"""The examples of the gallery: one of each kind of field, and one of each property of an exercise."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..catalogue import Entry, read_exercise
from ..exercise import Section
from ..kinds import FOLDER, KINDS

HERE = Path(__file__).parent
SHELVES = ("plain", "lively")
"""The two halves of the gallery: kinds that only take answers or words, and what brings CSS of its own to respond."""

SECTION = Section.model_validate({"id": "examples", "title": "Gallery", "page": "contributing/gallery.md"})


@dataclass(frozen=True)
class Example:
    """What an example shows, on which shelf, its source without the line for editors, and the exercise itself."""

    shows: str
    shelf: str
    says: str
    source: str
    entry: Entry


@cache
def examples() -> tuple[Example, ...]:
    """All examples: the kinds in the order of the alphabet, then the properties. ValueError if one is broken."""
    files = [(kind, KINDS[kind].__doc__ or "", FOLDER / kind / "example.yml") for kind in KINDS]
    files += [(path.stem, "A property of an exercise.", path) for path in sorted(HERE.glob("*.yml"))]
    return tuple(_example(*one) for one in files)


def _example(shows: str, says: str, path: Path) -> Example:
    _, exercise, problems = read_exercise(path, f"{shows}: {path.name}")
    if exercise is None or problems:
        raise ValueError("\n".join(map(str, problems)))
    source = "".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[1:])
    shelf = "lively" if path.parent == HERE or KINDS[shows].responds else "plain"
    return Example(shows, shelf, says, source, Entry(f"examples/{shows}", SECTION, exercise))
