"""What of a language is translated, and what has changed since: by the originals that lie beside each translation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from ..authoring.problems import Problem
from ..authoring.source_files import ORIGINALS, Folders, files_in
from ..authoring.text_file import read_text
from ..authoring.yaml_document import read_document
from ..exercises.sections_file import SECTIONS
from .clinic_folder import PARTS, Replaced
from .language_folder import LANGUAGES

State = Literal["whole", "part", "behind", "missing"]
STATES: tuple[State, ...] = ("whole", "part", "behind", "missing")
ENDINGS = {"pages": ".md", "exercises": ".yml", "packs": ".yml", "pictures": ".svg"}
MANY = 6
"""So many words in a row do not stay the same by chance."""

STOP = re.compile(r"^!!! stop.*\n(?:(?: {4}.*)?\n)*", re.MULTILINE)
WORD = re.compile(r"[^\W\d_]+")


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

    @cached_property
    def text(self) -> str:
        """What the guide says now."""
        return _text(self.files.now)

    @property
    def words(self) -> int:
        """How many words the guide's file has."""
        return len(WORD.findall(self.text))

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
        """Whether what the guide says of when to stop is still what was translated, and has been translated."""
        then, now = (list(_stops(path, self.part)) for path in (self.files.then, self.files.now))
        own = set(_stops(self.own, self.part))
        return then == now and not any(one in own for one in now if len(WORD.findall(one)) >= MANY)

    def _left_over(self) -> bool:
        own = {line.strip() for line in _text(self.own).splitlines()}
        return any(_is_prose(line) and line.strip() in own for line in self.text.splitlines())


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
    """What a file says of when to stop, or not to start."""
    text = _text(path)
    if part == "pages":
        yield from (match[0] for match in STOP.finditer(text + "\n"))
    elif part in ("exercises", "packs") and path.name != SECTIONS:
        value = read_document(text, path.name)[0].value
        stop = value.get("stop") if isinstance(value, dict) else None
        yield str(stop or "").strip()


def _is_prose(line: str) -> bool:
    """Whether a line is words for readers, and enough of them to tell that nobody has translated it."""
    bare = line.strip()
    skipped = bare.startswith(("#", "<!--", "- [", "|", "evidence:", "[")) and not bare.startswith("# ")
    return not skipped and len(WORD.findall(re.sub(r"\[@[^\]]*\]|\(.*?\)", "", bare))) >= MANY
