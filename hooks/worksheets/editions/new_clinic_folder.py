"""The folder of a new clinic: made of a template, with a line of comment for every line."""

import os
import re
import shutil
from errno import EEXIST
from pathlib import Path, PurePath

from pydantic import TypeAdapter, ValidationError

from ..authoring.source_files import ORIGINALS
from ..authoring.text_types import Line
from ..authoring.yaml_document import read_document
from ..authoring.yaml_quotes import quoted
from ..guide.guide_settings import SETTINGS, read_settings
from .language_folder import LanguageSettings
from .originals import PARTS, remember_version

TEMPLATE = Path(__file__).parent / "new_clinic"
WAY = re.compile(r"GUIDE/([\w./]+)")
MOST_SHORT = 24
"""The longest short name, in letters."""

MOST = 200
"""The longest name, in letters."""

NAMELESS = "New clinic"
"""What a clinic is called whose folder has no letter in its name."""


def new_clinic(root: Path, folder: Path, language: LanguageSettings | None = None) -> None:
    """Make the folder of a clinic, with a line of comment for every line; FileExistsError if it is there.

    It is in the language of the guide, or in one that the guide has. It is filled under another name, so that a failure
    leaves nothing behind.
    """
    if folder.exists():
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(folder))
    part = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        _fill(root, part, _name_for(folder), language)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _fill(root: Path, folder: Path, name: str, language: LanguageSettings | None) -> None:
    """Write the template into a folder, with the way to the guide, the name and what the language says in it."""
    lines_of = {"language": language.code, "country": language.country, "paper": language.paper} if language else {}
    left_out = ", ".join(read_settings(root / SETTINGS, SETTINGS)[0].left_out)
    guide = readable(way_to(root.resolve(), folder.resolve()))

    def way(match: re.Match[str]) -> str:
        return _scalar(f"{guide}/{match[1]}")

    for path in sorted(TEMPLATE.iterdir()):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        text = "".join(line.replace("GUIDE", guide) if line[0] == "#" else WAY.sub(way, line) for line in lines)
        text = text.replace("LEFT-OUT", left_out)
        for key, value in lines_of.items():
            text = re.sub(rf"^{key}: .*$", f"{key}: {value}", text, flags=re.MULTILINE) if value else text
        text = text.replace("short-name: NAME", f"short-name: {_scalar(_sound(name[:MOST_SHORT].strip()))}")
        text = text.replace("name: NAME", f"name: {_scalar(name)}")
        (folder / path.name).write_text(text, encoding="utf-8", newline="\n")
    for part in (*PARTS, ORIGINALS):
        (folder / part).mkdir()
    remember_version(root, folder)


def way_to(root: PurePath, folder: PurePath) -> str:
    """The way to the guide from a folder, as its mkdocs.yml has it; the whole path from another drive of Windows."""
    for up, home in enumerate((folder, *folder.parents)):
        if root.is_relative_to(home):
            return "/".join([*[".."] * up, *root.relative_to(home).parts])
    return root.as_posix()


def _name_for(folder: Path) -> str:
    """What a clinic is called at first: as its folder, with spaces for hyphens if that is in small letters only."""
    name = " ".join(readable(folder.name).split())
    return _sound((name.replace("-", " ").capitalize() if re.fullmatch("[a-z0-9-]+", name) else name)[:MOST].strip())


def _sound(name: str) -> str:
    """A name as a brand may have it: without signs that a folder may have, if readers would take them for a slip."""
    try:
        return TypeAdapter(Line).validate_python(name)
    except ValidationError:
        return " ".join(re.findall(r"\w[\w.,’'&-]*", name.replace("_", " "))) or NAMELESS


def readable(path: str) -> str:
    """A path as text, whatever the locale thinks of its letters."""
    return os.fsencode(path).decode("utf-8", "replace")


def _scalar(text: str) -> str:
    """A text as a value of YAML that means just that text, also in a list on one line."""
    document, problems = read_document(f"- [{text}]", "")
    return text if not problems and document.value == [[text]] else quoted(text)
