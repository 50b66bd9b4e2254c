"""Where an author's files lie: the folders of the guide, and a language's and a clinic's on top, whose files are added
or take the place of those with the same path."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from .problems import Problem
from .text_file import is_same
from .words import SOURCE, Words

FOLDERS = ("pages", "exercises", "pictures", "stylesheets", "fonts", "packs", "reviews")
ORIGINALS = "originals"
"""The folder in which a clinic or a language keeps what its files were made from."""

LEFT_BY_PROGRAMS = re.compile(
    r"\.|~\$|.*(?:~|#|\.(?:bak|orig|rej|sw[a-p]|tmp|part|partial|crdownload|kate-swp))$|(?:thumbs|ehthumbs)\.db$|"
    r"desktop\.ini$|icon\r$|__macosx$|__pycache__$|@eadir$|\$recycle\.bin$|lost\+found$",
    re.IGNORECASE,
)
"""How the names begin, or are spelt, of files left behind by editors, systems and version control."""


def is_left_by_programs(path: PurePath) -> bool:
    """Whether a path, from the folder that is read, is a hidden or an editor's file, or lies in such a folder."""
    return any(LEFT_BY_PROGRAMS.match(part) for part in path.parts)


def almost(path: PurePath, *endings: str) -> str:
    """How the name of a file ends, if that was meant to be one of some endings: in capitals, with the `.txt` that
    Windows adds and hides, or with a blank after it. Empty if it was not."""
    for ending in endings:
        if found := re.search(rf"{re.escape(ending)}(?:\.txt)?\s*$", path.name, re.IGNORECASE):
            return found[0]
    return ""


def files_in(folder: Path, pattern: str) -> list[Path]:
    """The files in a folder that an author wrote, in order; `**/*.md` looks below it too.

    All code lists files with this function.
    """
    found = folder.glob(pattern) if folder.is_dir() else ()
    return sorted(path for path in found if path.is_file() and not is_left_by_programs(path.relative_to(folder)))


@dataclass(frozen=True)
class Folders:
    """Where the guide's files lie. Problems name files relative to `root`."""

    root: Path
    docs: Path
    exercises: Path
    sources: Path
    pictures: Path
    packs: Path

    @classmethod
    def of(cls, root: Path, docs: Path | None = None) -> "Folders":
        """The folders of a project, in their usual places."""
        names = ("exercises", "sources", "pictures", "packs")
        return cls(root, docs or root / "docs", *(root / name for name in names))

    def name(self, path: Path) -> str:
        """How a problem names a path."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


@dataclass(frozen=True)
class Source:
    """A file and what problems call it; `words` are those of its language, or None if it is that of the guide."""

    path: Path
    file: str
    words: Words | None
    own: bool = False
    """Whether it is a clinic's."""
    known: Mapping[str, Words] = field(default_factory=dict)
    """The words of all languages in which it may be written, if it says so itself."""

    def said_to_be(self, language: str | None) -> "Source":
        """The same, in the language that it names itself, if that is known."""
        return replace(self, words=self.known[language]) if language and language in self.known else self

    def unknown_language(self, language: str | None, text: str) -> Iterator[Problem]:
        """The language that a file names itself is one of which there are words here; `text` is all of the file."""
        if language and language not in self.known and language != self.language:
            lines = enumerate(text.splitlines(), 1)
            line = next((number for number, one in lines if one.startswith("language:")), 1)
            known = " or ".join(f"`language: {one}`" for one in sorted({self.language, *self.known}))
            wrong = f"This copy has nothing in the language `{language}`."
            yield Problem(self.file, line, "language", wrong, f"Write {known}, or remove the line.")

    @property
    def language(self) -> str:
        """The language in which it is written."""
        return self.words.language if self.words else SOURCE


@dataclass(frozen=True)
class Overlay:
    """A folder on top of the guide, what problems call it, and the words of its language.

    It is a clinic's if `is_own`, or else that of a language. It lies on `below`, or on nothing but the guide. `known`
    has the words of all languages of this edition.
    """

    folder: Path
    name: str
    words: Words
    below: "Overlay | None" = None
    is_own: bool = True
    known: Mapping[str, Words] = field(default_factory=dict)

    @property
    def layers(self) -> tuple["Overlay", ...]:
        """All folders on top of the guide, the lowest first."""
        return (*(self.below.layers if self.below else ()), self)

    @property
    def own_layers(self) -> tuple["Overlay", ...]:
        """Those that are a clinic's."""
        return tuple(layer for layer in self.layers if layer.is_own)

    def files(self, part: str, pattern: str) -> dict[Path, Source]:
        """The files of one of these folders, by their path in it, with those below; hidden ones are left out."""
        return (self.below.files(part, pattern) if self.below else {}) | self.own_files(part, pattern)

    def own_files(self, part: str, pattern: str) -> dict[Path, Source]:
        """The same, without those below."""
        root = self.folder / part
        return {
            path.relative_to(root): Source(
                path, self._name(path), self._words(part, path.relative_to(root)), self.is_own, self.known
            )
            for path in files_in(root, f"**/{pattern}")
            if self._is_inside(path)
        }

    def _words(self, part: str, relative: Path) -> Words | None:
        """The words of the language of a file: that of what it was copied from, until somebody has changed it."""
        copied = self.folder / ORIGINALS / part / relative
        if not copied.is_file() or not is_same(copied, self.folder / part / relative):
            return self.words
        found = self.below.files(part, relative.name).get(relative) if self.below else None
        return found.words if found else None

    def strays(self) -> Iterator[Problem]:
        """Every file of a clinic is in its folder: a link may not lead out of it."""
        for part in FOLDERS:
            root = self.folder / part
            for path in sorted(root.rglob("*")):
                if not is_left_by_programs(path.relative_to(root)) and not self._is_inside(path):
                    wrong = f"This leads out of {self.name}, to {path.resolve()}."
                    yield Problem(self._name(path), 1, "", wrong, "Put a copy of the file here.")

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self.folder.resolve())

    def _name(self, path: Path) -> str:
        return f"{self.name}/{path.relative_to(self.folder).as_posix()}"
