"""The fonts that sheets are printed in: the files in the guide's `fonts/`, and a clinic's on top."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from ..authoring.problems import Problem
from ..authoring.source_files import Folders, Overlay, Source, files_in

FOLDER = "fonts"
ENDINGS = (".ttf", ".otf")
NOTES = ("", ".md", ".py", ".txt")
"""How files end that may lie beside fonts: the licence, and where they come from."""

NORMAL_WIDTH = 5
BOLD = 700


@dataclass(frozen=True)
class Font:
    """One font: `name` is its file's in `fonts/`, `file` what problems call it.

    `weights` are the lightest and the heaviest that it draws, from 100 to 900; they differ in a variable font.
    """

    name: str
    file: str
    family: str
    weights: tuple[int, int]
    italic: bool
    characters: frozenset[str]


def read_fonts(folders: Folders, overlay: Overlay | None = None) -> tuple[list[Font], list[Problem]]:
    """Every font, and every file beside them that would do nothing. A clinic's file replaces one of the same name."""
    problems: list[Problem] = []
    fonts: list[Font] = []
    for path, source in _files(folders, overlay).items():
        read = _stray(path, source.file) or _read(path.name, source)
        if isinstance(read, Problem):
            problems.append(read)
        elif read:
            problems += _repeated(read, fonts)
            fonts.append(read)
    if not fonts and not problems:
        problems.append(Problem(FOLDER, 1, "", "There is no font here.", "Put the .ttf files of the sheets here."))
    return fonts, problems


def font_paths(folders: Folders, overlay: Overlay | None = None) -> list[Path]:
    """The files of all fonts, whether they can be read or not."""
    return [source.path for path, source in _files(folders, overlay).items() if path.suffix.lower() in ENDINGS]


def _files(folders: Folders, overlay: Overlay | None) -> dict[Path, Source]:
    folder = folders.root / FOLDER
    own = {path.relative_to(folder): Source(path, folders.name(path), None) for path in files_in(folder, "**/*")}
    return {**own, **(overlay.files(FOLDER, "*") if overlay else {})}


def _stray(path: Path, file: str) -> Problem | None:
    """Why a file would do nothing in this folder, if so."""
    ending = path.suffix.lower()
    if ending in ENDINGS and len(path.parts) > 1:
        return Problem(file, 1, "", f"Only fonts in {FOLDER}/ itself are used.", f"Move this one up, into {FOLDER}/.")
    if ending not in (*ENDINGS, *NOTES):
        wrong = f"Sheets cannot use a file that ends in `{path.suffix}`."
        return Problem(file, 1, "", wrong, "Put the font's .ttf or .otf file here, or remove this one.")
    return None


def _read(name: str, source: Source) -> Font | Problem | None:
    """One font; None for a note."""
    if source.path.suffix.lower() not in ENDINGS:
        return None
    try:
        with TTFont(BytesIO(source.path.read_bytes()), lazy=True) as font:
            return _described(font, name, source.file)
    except Exception as error:  # fontTools lets through whatever its parsers run into
        said = (str(error).splitlines() or [""])[0].rstrip(".") or type(error).__name__
        wrong = f"This font cannot be read: {said}."
        return Problem(source.file, 1, "", wrong, "Put the whole TrueType or OpenType file here.")


def _described(font: TTFont, name: str, file: str) -> Font:
    """What a font says of itself. Raises anything where a table is cut short or missing."""
    for tag in font.reader.keys():  # noqa: SIM118  # not a dict: it has no iterator
        font.reader[tag]
    characters = font.getBestCmap()
    if not characters:
        raise ValueError("it has no letters by Unicode")
    style = font["OS/2"]
    family = font["name"].getBestFamilyName()
    if not family:
        raise ValueError("it has no name")
    width = "" if style.usWidthClass == NORMAL_WIDTH else f" {style.usWidthClass}"
    italic = bool(style.fsSelection & 0b1 or font["head"].macStyle & 0b10)
    return Font(name, file, family + width, _weights(font), italic, frozenset(map(chr, characters)))


def _weights(font: TTFont) -> tuple[int, int]:
    axes = [axis for axis in font["fvar"].axes if axis.axisTag == "wght"] if "fvar" in font else []
    if axes:
        return _hundreds(axes[0].minValue), _hundreds(axes[0].maxValue)
    weight = _hundreds(font["OS/2"].usWeightClass)
    if font["OS/2"].fsSelection & 0b100000:  # some bold fonts say 400 here all the same
        weight = max(weight, BOLD)
    return weight, weight


def _hundreds(weight: float) -> int:
    return min(9, max(1, round(weight / 100))) * 100


def _repeated(font: Font, before: list[Font]) -> Iterator[Problem]:
    """Of two fonts that answer to the same family, weight and style, nobody could tell which is used."""
    for other in before:
        if (other.family, other.weights, other.italic) == (font.family, font.weights, font.italic):
            wrong = f"This is another file of the font in {other.file}."
            write = f"Remove one of the two, or call this one {other.name}: then it takes the place of the other."
            yield Problem(font.file, 1, "", wrong, write)
