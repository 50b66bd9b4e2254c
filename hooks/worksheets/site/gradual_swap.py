"""A folder whose files are replaced one by one, where the folder itself cannot be: a mount, or a layer of an image.

All new files are written beside the old ones before the first takes its place, so a full disk leaves the old site.
Every file is the old or the new one, whole, at every moment, and the pages come last. But while it lasts, old and new
files are side by side; a build that is killed then leaves them so, and the next one finishes the work.
"""

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from .folder_lock import unlock, wait_and_lock
from .mounts import is_within, mounted_inside, refuse_to_write_into

PART = ".part"
"""How the name of a file ends while it is copied; what a killed process left of it goes with the next build."""

LOCK = ".publishing.lock"
"""The file in the folder by which builds at once wait for each other, in other containers too."""

OF_THE_DISK = "lost+found"
"""What a disk keeps at its top for itself; only root may look into it, so it is no business of a build."""


def replace_files(new: Path, target: Path) -> None:
    """Move all files of one folder into another, then remove what is not in the new one.

    Hidden files there stay, and so does what is mounted inside, with all that is in it: it is not ours to remove.
    Builds at once wait for each other. OSError if a file cannot be written, and the old ones stay. MountedInsideError,
    before anything is done, if one would have to be written into what is mounted.
    """
    lock = wait_and_lock(target / LOCK)
    try:
        found = set(new.rglob("*"))
        mounts = mounted_inside(target)
        refuse_to_write_into(mounts, {path.relative_to(new) for path in found}, target)
        folders = sorted(path for path in found if path.is_dir() and not path.is_symlink())
        for path in folders:
            _make_folder(path, target / path.relative_to(new))
        moves = {path: target / path.relative_to(new) for path in sorted(found.difference(folders), key=_pages_last)}
        _put_beside(moves)
        for to in moves.values():
            _put_in_place(to)
        _remove_others(target, {path.relative_to(new) for path in found}, mounts)
    finally:
        unlock(lock)


def _pages_last(path: Path) -> tuple[bool, str]:
    """Pages after the styles, pictures and sheets that they ask for."""
    return path.suffix == ".html" or ".html." in path.name, path.as_posix()


def _make_folder(path: Path, to: Path) -> None:
    if not to.is_dir():
        to.unlink(missing_ok=True)  # what is a folder now was a file
        to.mkdir()
    shutil.copymode(path, to)


def _put_beside(moves: Mapping[Path, Path]) -> None:
    """Move or copy each file to where it only needs another name. OSError leaves none there."""
    try:
        for path, to in moves.items():
            _move(path, _beside(to))
    except OSError:
        for to in moves.values():
            _beside(to).unlink(missing_ok=True)
        raise


def _move(path: Path, to: Path) -> None:
    try:
        path.replace(to)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copy2(path, to, follow_symlinks=False)


def _put_in_place(to: Path) -> None:
    if to.is_dir() and not to.is_symlink():
        shutil.rmtree(to)
    _beside(to).replace(to)


def _beside(to: Path) -> Path:
    return to.with_name(f"{to.name}.{os.getpid()}{PART}")


def _remove_others(target: Path, made: set[Path], mounts: set[Path]) -> None:
    for path in sorted(target.rglob("*"), reverse=True):  # what is in a folder comes before it
        relative = path.relative_to(target)
        is_not_ours = relative.parts[0].startswith(".") or relative.parts[0] == OF_THE_DISK
        if is_not_ours or relative in made or is_within(relative, mounts):
            continue
        if not path.is_dir() or path.is_symlink():
            path.unlink()
        elif not any(path.iterdir()):
            path.rmdir()
