"""The letters of sheets that no font has, each told once, where its author wrote it."""

from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple
from unicodedata import category, normalize

from ..authoring.problems import Problem
from ..authoring.text_file import read_text
from .font_faces import lacking
from .font_files import Font
from .sheet import Sheet

NEVER_DRAWN = frozenset("\n\t") | frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
"""Line ends, and the variation selectors of emoji and Chinese letters."""

UNSEEN = "Cf"
"""Unicode's category of joiners, direction marks and soft hyphens, for which no program that draws needs a glyph."""

MOST_PLACES = 3
"""So many more places of a letter are named."""


class Place(NamedTuple):
    """A line of a file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def missing_glyphs(
    sheets: Iterable[Sheet], fonts: Sequence[Font], root: Path, written: Iterable[str]
) -> Iterator[Problem]:
    """Every letter that some sheet cannot show. `written` are the files whose words come into sheets, from `root`."""
    where: dict[str, str] = {}
    for sheet in sheets:
        for html in sheet.documents:
            where |= dict.fromkeys(_drawn(html) - where.keys(), sheet.file)
    lacked = {character: style for character in sorted(where) if (style := lacking(fonts, character)) is not None}
    places = _places(lacked, root, written) if lacked else {}
    for character, style in lacked.items():
        first, *others = places[character] or [Place(where[character], 1)]
        wrong = f"The fonts of the printed sheets have no “{character}” (U+{ord(character):04X}){style}."
        write = "Write it another way, or put a font that has it (.ttf or .otf) into fonts/"
        yield Problem(first.file, first.line, "", wrong, f"{write}, beside brand.yml.{_also(others)}")


def _drawn(html: str) -> set[str]:
    """The characters that need a glyph. A letter takes in the marks after it, as in files from a Mac."""
    return {one for one in set(_read(html)) - NEVER_DRAWN if category(one) != UNSEEN}


def _read(html: str) -> str:
    return normalize("NFC", unescape(html))


def _also(others: Sequence[Place]) -> str:
    if not others:
        return ""
    more = len(others) - MOST_PLACES
    named = ", ".join(map(str, others[:MOST_PLACES]))
    return f" It also stands in {named}{f' and {more} more' if more > 0 else ''}."


def _places(characters: Iterable[str], root: Path, written: Iterable[str]) -> dict[str, list[Place]]:
    """The lines that hold each character, as itself or as YAML and HTML can spell it; comments do not count."""
    places: dict[str, list[Place]] = {character: [] for character in characters}
    for file in dict.fromkeys(written):
        path = root / file
        text = read_text(path, file) if path.is_file() else ""
        for number, line in enumerate(text.splitlines() if isinstance(text, str) else [], 1):
            if path.suffix == ".yml" and line.lstrip().startswith("#"):
                continue
            said = _read(line)
            for character, found in places.items():
                if character in said or any(spelt in line.lower() for spelt in _escapes(character)):
                    found.append(Place(file, number))
    return places


def _escapes(character: str) -> list[str]:
    """How a text in double quotes of YAML may spell a character, in small letters."""
    code = ord(character)
    return [f"\\u{code:04x}", f"\\u{code:08x}", *([f"\\x{code:02x}"] if code < 0x100 else [])]
