"""Where the guide is that somebody works in."""

import re
from pathlib import Path

INHERIT = re.compile(r"""^INHERIT: *(?:"(.+?)/mkdocs\.yml"|'(.+?)/mkdocs\.yml'|(.+?)/mkdocs\.yml) *$""", re.MULTILINE)
"""The line of a clinic's mkdocs.yml that leads to the guide's."""


def guide_folder(folder: Path) -> Path | None:
    """The guide that a folder is, lies in, or is a clinic's copy of; None if it has nothing to do with one."""
    for home in (folder, *folder.parents):
        if is_guide(home):
            return home
        if (guide := _guide_of_clinic(home / "mkdocs.yml")) is not None:
            return guide
    return None


def is_guide(folder: Path) -> bool:
    """Whether a folder holds a whole guide, its code too."""
    return (folder / "guide.yml").is_file() and (folder / "hooks" / "worksheets").is_dir()


def _guide_of_clinic(file: Path) -> Path | None:
    if not file.is_file():
        return None
    found = INHERIT.search(file.read_text(encoding="utf-8", errors="replace"))
    guide = (file.parent / (found[1] or found[2] or found[3])).resolve() if found else None
    return guide if guide and is_guide(guide) else None
