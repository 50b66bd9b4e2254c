"""The fonts of the sheets, and the letters that they lack."""

from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from ..authoring.problems import Problem
from ..authoring.source_files import files_in
from ..authoring.text_file import read_text
from .sheet import Sheet


def read_fonts(folder: Path, name: str) -> tuple[frozenset[str], list[Problem]]:
    """The characters that all fonts of a folder have, and what is wrong with fonts that cannot be read."""
    problems = []
    characters: list[frozenset[str]] = []
    paths = files_in(folder, "*.ttf")
    for path in paths:
        try:
            with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
                characters.append(frozenset(map(chr, font.getBestCmap())))
        except (TTLibError, OSError, AssertionError) as error:
            said = str(error).splitlines()[0]
            wrong = f"This font cannot be read: {said}."
            problems.append(Problem(f"{name}/{path.name}", 1, "", wrong, "Put a whole TrueType file here."))
    if not paths:
        problems.append(Problem(name, 1, "", "There is no font here.", "Put the .ttf files of the sheets here."))
    return (frozenset.intersection(*characters) if characters else frozenset()), problems


def missing_glyphs(sheet: Sheet, root: Path, characters: frozenset[str]) -> Iterator[Problem]:
    """Every character of a sheet that its fonts do not have, with the line where the author wrote it."""
    for character in sorted(set(unescape(sheet.html)) - characters - {"\n", "\t"}):
        path = root / sheet.file
        text = read_text(path, sheet.file) if path.is_file() else ""
        lines = text.splitlines() if isinstance(text, str) else []
        line = next((number for number, text in enumerate(lines, 1) if character in text), 1)
        wrong = f"The fonts of the printed sheets have no “{character}” (U+{ord(character):04X})."
        yield Problem(sheet.file, line, "", wrong, "Write it another way, or add a font that has it to fonts/.")
