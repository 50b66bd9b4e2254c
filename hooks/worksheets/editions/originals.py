"""What files of the guide were when they were replaced: a clinic, or a language, is kept in step by them.

Of each file of the guide that one of theirs replaces, `originals/` in their folder keeps the text that it was copied
from. So a build can tell that the guide's file has changed since, and show how, and never changes their folder.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from errno import EEXIST
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.source_files import ORIGINALS, Overlay
from ..authoring.text_file import is_same, read_text
from ..guide.page_files import is_page
from ..pyproject import version
from .allowed_files import KINDS
from .what_to_type import what_to_type

VERSION = "version"

PARTS = {"pages": "docs", "exercises": "exercises", "pictures": "pictures", "packs": "packs"}
"""The folders of a clinic, and the folders of the guide whose files they can replace."""


@dataclass(frozen=True)
class Replaced:
    """A clinic's file in the place of one of the guide's. `upstream` and `own` are what people call the two."""

    own: str
    upstream: str
    now: Path
    """The guide's file."""
    then: Path
    """What it was copied from."""

    @property
    def is_in_step(self) -> bool:
        """Whether the guide's file is still the one that was copied."""
        return self.then.is_file() and is_same(self.then, self.now)

    def difference(self) -> str:
        """How the guide's file has changed since, as a unified diff; the whole file if nothing tells from what.

        Of a picture, and of a file that cannot be read, it only says that it has.
        """
        then = read_text(self.then, self.own) if self.then.is_file() else ""
        now = read_text(self.now, self.upstream)
        if isinstance(then, Problem) or isinstance(now, Problem):
            return f"{self.upstream} has changed."
        lines = unified_diff(
            then.splitlines(keepends=True), now.splitlines(keepends=True), f"{self.upstream} (copied)", self.upstream
        )
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def copy_to_own(root: Path, clinic: Path, file: Path, below: Overlay | None = None) -> Path:
    """Copy a file of the guide into a clinic's folder, to be changed there: its translation, if `below` has one.

    ValueError if it is not one that can be replaced, FileExistsError if the clinic has it.
    """
    for part, folder in PARTS.items():
        source = (root / file).resolve()
        if source.is_file() and source.is_relative_to((root / folder).resolve()):
            relative = source.relative_to((root / folder).resolve())
            if below and relative in (translations := below.files(part, relative.name)):
                source = translations[relative].path
            if part == "pages" and not (is_page(source) or source.suffix.lower() in KINDS):
                raise ValueError(f"{file} stays the guide’s. A copy adds CSS in `stylesheets/`.")
            target = clinic / part / relative
            if target.exists():
                raise FileExistsError(EEXIST, os.strerror(EEXIST), str(target))
            _copy(source, clinic / ORIGINALS / part / relative)
            _copy(source, target)
            return target
    raise ValueError(f"{file} is not a file in {', '.join(PARTS.values())}. Write for example docs/a-page.md.")


def _copy(source: Path, target: Path) -> None:
    """Copy a file whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.new")
    try:
        shutil.copyfile(source, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def replaced(root: Path, overlay: Overlay) -> Iterator[Replaced]:
    """Every file of a clinic, or of a language, that takes the place of one of the guide's or of what it lies on."""
    for part, folder in PARTS.items():
        below = overlay.below.files(part, "*") if overlay.below else {}
        for relative, source in overlay.own_files(part, "*").items():
            under = below.get(relative)
            now = under.path if under else root / folder / relative
            if now.is_file():
                then = overlay.folder / ORIGINALS / part / relative
                yield Replaced(source.file, under.file if under else f"{folder}/{relative.as_posix()}", now, then)


def came_along(overlay: Overlay | None, part: str, path: str, words: str) -> bool:
    """Whether a clinic's file in one of its folders had some words already when it was copied from the guide."""
    original = overlay.folder / ORIGINALS / part / path if overlay else None
    text = read_text(original, path) if original and original.is_file() else ""
    return isinstance(text, str) and words in text


def drift(root: Path, overlay: Overlay) -> Iterator[str]:
    """What a clinic should know: the guide has a new version, and which of the files that it replaces have changed."""
    remembered = overlay.folder / ORIGINALS / VERSION
    read = read_text(remembered, VERSION) if remembered.is_file() else ""
    before = read.strip() if isinstance(read, str) else ""
    if before and before != (now := version(root)):
        yield (
            f"{overlay.name} was last in step with version {before}, and this is {now}. CHANGELOG.md has what changed. "
            f"When you have read it: {what_to_type('accept', overlay.folder)}"
        )
    for one in replaced(root, overlay):
        if not one.then.is_file():
            yield (
                f"{one.own} replaces {one.upstream}, but the text it was copied from is not known. "
                f"If it is in step, say so: {what_to_type('accept', overlay.folder)}"
            )
        elif not one.is_in_step:
            yield (
                f"{one.upstream} has changed since {one.own} was copied from it. See how: "
                f"{what_to_type('diff', overlay.folder)}  "
                f"When yours is in step: {what_to_type('accept', overlay.folder)}"
            )


def accept(root: Path, overlay: Overlay) -> list[str]:
    """Remember the guide's files as they are now, for all that a clinic replaces; gives the names of those changed."""
    changed = [one for one in replaced(root, overlay) if not one.is_in_step]
    for one in changed:
        remember(one)
    (overlay.folder / ORIGINALS).mkdir(exist_ok=True)
    remember_version(root, overlay.folder)
    return [one.upstream for one in changed]


def remember(one: Replaced) -> None:
    """Remember the guide's file as it is now."""
    _copy(one.now, one.then)


def remember_version(root: Path, clinic: Path) -> None:
    """Remember the guide's version as it is now: the one with which a clinic's folder is in step."""
    (clinic / ORIGINALS / VERSION).write_text(version(root) + "\n", encoding="utf-8", newline="\n")
