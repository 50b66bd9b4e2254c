"""A clinic's folder: made anew, and kept in step with the guide without ever being changed by a build.

Of each file of the guide that a clinic replaces, `originals/` in its folder keeps the text that it was copied from. So
a build can tell that the guide's file has changed since, and show how.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from ..authoring.source_files import Overlay
from ..guide.guide_settings import SETTINGS, read_settings
from ..version import version

TEMPLATE = Path(__file__).parent / "new_clinic"
ORIGINALS = "originals"
VERSION = "version"
PARTS = {"pages": "docs", "exercises": "exercises", "pictures": "pictures"}
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
        return self.then.is_file() and self.then.read_bytes() == self.now.read_bytes()

    def difference(self) -> str:
        """How the guide's file has changed since, as a unified diff; the whole file if nothing tells from what."""
        then = self.then.read_text(encoding="utf-8") if self.then.is_file() else ""
        now = self.now.read_text(encoding="utf-8")
        lines = unified_diff(
            then.splitlines(keepends=True), now.splitlines(keepends=True), f"{self.upstream} (copied)", self.upstream
        )
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def new_clinic(root: Path, folder: Path) -> None:
    """Make the folder of a clinic, with a line of comment for every line; FileExistsError if it is there."""
    folder.mkdir(parents=True)
    left_out = ", ".join(read_settings(root / SETTINGS, SETTINGS)[0].left_out)
    guide = Path(os.path.relpath(root.resolve(), folder.resolve())).as_posix()
    for path in sorted(TEMPLATE.iterdir()):
        text = path.read_text(encoding="utf-8")
        name = folder.name.replace("-", " ").capitalize()[:24]
        for slot, value in {"GUIDE/": f"{guide}/", "NAME": name, "LEFT-OUT": left_out}.items():
            text = text.replace(slot, value)
        (folder / path.name).write_text(text, encoding="utf-8")
    for part in (*PARTS, ORIGINALS):
        (folder / part).mkdir()
    _remember_version(root, folder)


def copy_to_own(root: Path, clinic: Path, file: Path) -> Path:
    """Copy a file of the guide into a clinic's folder, to be changed there.

    ValueError if it is not one that can be replaced, FileExistsError if the clinic has it.
    """
    for part, folder in PARTS.items():
        source = (root / file).resolve()
        if source.is_file() and source.is_relative_to((root / folder).resolve()):
            relative = source.relative_to((root / folder).resolve())
            target = clinic / part / relative
            if target.exists():
                raise FileExistsError(f"{target} is there already. Nothing was changed.")
            for copy in (target, clinic / ORIGINALS / part / relative):
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, copy)
            return target
    raise ValueError(f"{file} is not a file in {', '.join(PARTS.values())}. Write for example docs/a-page.md.")


def replaced(root: Path, overlay: Overlay) -> Iterator[Replaced]:
    """Every file of a clinic that takes the place of one of the guide's."""
    for part, folder in PARTS.items():
        for relative, source in overlay.files(part, "*").items():
            now = root / folder / relative
            if now.is_file():
                then = overlay.folder / ORIGINALS / part / relative
                yield Replaced(source.file, f"{folder}/{relative.as_posix()}", now, then)


def drift(root: Path, overlay: Overlay) -> Iterator[str]:
    """What a clinic should know: the guide has a new version, and which of the files that it replaces have changed."""
    remembered = overlay.folder / ORIGINALS / VERSION
    before = remembered.read_text(encoding="utf-8").strip() if remembered.is_file() else None
    if before and before != (now := version(root)):
        yield (
            f"{overlay.name} was last in step with version {before}, and this is {now}. CHANGELOG.md has what changed. "
            f"When you have read it: make accept CLINIC={overlay.folder}"
        )
    for one in replaced(root, overlay):
        if not one.then.is_file():
            yield (
                f"{one.own} replaces {one.upstream}, and nothing tells from which text it was made. "
                f"If it is in step, say so: make accept CLINIC={overlay.folder}"
            )
        elif not one.is_in_step:
            yield (
                f"{one.upstream} has changed since {one.own} was copied from it. See how: "
                f"make diff CLINIC={overlay.folder}  When yours is in step: make accept CLINIC={overlay.folder}"
            )


def accept(root: Path, overlay: Overlay) -> list[str]:
    """Remember the guide's files as they are now, for all that a clinic replaces; gives the names of those changed."""
    changed = [one for one in replaced(root, overlay) if not one.is_in_step]
    for one in changed:
        one.then.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one.now, one.then)
    (overlay.folder / ORIGINALS).mkdir(exist_ok=True)
    _remember_version(root, overlay.folder)
    return [one.upstream for one in changed]


def _remember_version(root: Path, clinic: Path) -> None:
    (clinic / ORIGINALS / VERSION).write_text(version(root) + "\n", encoding="utf-8")
