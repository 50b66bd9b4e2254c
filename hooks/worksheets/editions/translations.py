"""What of a language is translated, and what has changed since: by the originals that lie beside each translation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..authoring.problems import Problem
from ..authoring.source_files import ORIGINALS, Folders, files_in
from ..authoring.text_file import read_text
from ..authoring.yaml_document import read_document
from ..exercises.sections_file import SECTIONS
from .language_folder import LANGUAGES
from .originals import PARTS, Replaced

State = Literal["whole", "part", "behind", "missing"]
STATES: tuple[State, ...] = ("whole", "part", "behind", "missing")
ENDINGS = {"pages": ".md", "exercises": ".yml", "packs": ".yml", "pictures": ".svg"}
MANY = 6
"""So many words in a row do not stay the same by chance."""

STOP = re.compile(r"^!!! stop.*\n(?:(?: {4}.*)?\n)*", re.MULTILINE)
WORD = re.compile(r"[^\W\d_]+")
REVIEWED = r"^(?:last_reviewed|clinical_review): [^\n]*$"
SILENT = re.compile(rf"<!--[\s\S]*?-->|\[@[^\]]*\]|\]\([^)]*\)|`[^`\n]*`|{REVIEWED}", re.MULTILINE)
"""What a page holds and does not say: markers, citations, addresses, code, and what its front matter says of itself."""


@dataclass(frozen=True)
class Translation:
    """A file of the guide and its translation, which may not be there. `part` and `relative` say where both lie."""

    part: str
    relative: Path
    files: Replaced

    @property
    def own(self) -> Path:
        """The translation."""
        return self.files.then.parents[len(self.relative.parts) + 1] / self.part / self.relative

    @property
    def words(self) -> int:
        """How many words for readers the guide's file has."""
        return sum(map(_count, _said(self.files.now)))

    @property
    def state(self) -> State:
        """How far it is translated: changed words about safety count as missing, and others as behind.

        Where nobody has said from which text it was made, it is behind.
        """
        if not self.own.is_file() or (self.files.then.is_file() and not self.keeps_stop):
            return "missing"
        if not self.files.is_in_step:
            return "behind"
        return "part" if self._left_over() else "whole"

    @property
    def keeps_stop(self) -> bool:
        """Whether what the guide says of when to stop is still what was translated, and has been translated.

        A file of the guide that cannot be read says nothing new: it has a problem of its own.
        """
        then, now = (list(_stops(path, self.part)) for path in (self.files.then, self.files.now))
        if self.part != "pages" and not now:
            return True
        own = set(_stops(self.own, self.part))
        return then == now and not any(one in own for one in now if _count(one) >= MANY)

    def _left_over(self) -> bool:
        own = set(_said(self.own))
        return any(_count(one) >= MANY and one in own for one in _said(self.files.now))


def translations(folders: Folders, code: str, left_out: Sequence[str] = ()) -> Iterator[Translation]:
    """Every file of the guide that has words for readers, with its translation into a language.

    `left_out` are pages and folders of `docs/` that are for others.
    """
    language = folders.root / LANGUAGES / code
    for part, folder in PARTS.items():
        home = folders.docs if part == "pages" else folders.root / folder
        for path in files_in(home, f"**/*{ENDINGS[part]}"):
            relative = path.relative_to(home)
            if part == "pictures" and len(relative.parts) > 1:
                continue  # a drawing has no words
            if part == "pages" and relative.as_posix().startswith(tuple(left_out)):
                continue
            name = f"{folders.name(language)}/{part}/{relative.as_posix()}"
            then = language / ORIGINALS / part / relative
            yield Translation(part, relative, Replaced(name, folders.name(path), path, then))


def _text(path: Path) -> str:
    read = read_text(path, path.name) if path.is_file() else ""
    return "" if isinstance(read, Problem) else read


def _stops(path: Path, part: str) -> Iterator[str]:
    """What a file says of when to stop, or not to start: of YAML one text, if it can be read."""
    text = _text(path)
    if part == "pages":
        yield from (match[0] for match in STOP.finditer(text + "\n"))
    elif part in ("exercises", "packs") and path.name != SECTIONS:
        value = read_document(text, path.name)[0].value
        if isinstance(value, dict):
            yield str(value.get("stop") or "").strip()


def _said(path: Path) -> Iterator[str]:
    """What a file says to readers: the texts of YAML and pictures, and the lines of pages without what is silent."""
    text = _text(path)
    if path.suffix == ".yml":
        yield from _leaves(read_document(text, path.name)[0].value)
    elif path.suffix == ".svg":
        yield from re.findall(r">([^<>]+)<", text)
    else:
        yield from (line.strip() for line in SILENT.sub("", text).splitlines())


def _leaves(value: object) -> Iterator[str]:
    """The texts of some more than one word that stand in YAML: names and numbers are the same in all languages."""
    if isinstance(value, str) and " " in value.strip():
        yield value.strip()
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)


def _count(text: str) -> int:
    return len(WORD.findall(text))
