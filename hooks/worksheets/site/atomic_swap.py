"""A folder that is replaced in one step: built aside, then put in the other's place.

Who serves the folder never finds it missing, empty or half made. A process that is killed leaves its folder aside, and
the next one removes it; a lock that ends with its process tells which are alive, so that builds at once do not mix.
The two folders lie side by side, so that a rename suffices. Where the system has no such step, as on Windows, it takes
two renames. Where a folder cannot be renamed, as in a container whose image or mount holds it, or where a program has a
file of it open on Windows, or something is mounted inside it, its files are replaced one by one.
"""

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from filelock import BaseFileLock

from .folder_exchange import exchange, put_back
from .folder_lock import try_to_lock, unlock
from .gradual_swap import replace_files
from .mounts import MountedInsideError, mounted_inside

CANNOT_MOVE = {errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM, errno.EROFS}
"""What it answers for a folder that has to stay where it is: a mount, or part of what cannot be changed."""

NOT_BESIDE = {errno.EACCES, errno.EPERM, errno.EROFS}
"""What it answers where no new folder can be made."""

ONE_BY_ONE = (
    "The folder of the site cannot be renamed here, or something is mounted inside it, so its files were replaced one "
    "by one: each was whole at every moment, the pages came last, and for a moment old and new ones stood side by side."
)
"""What to tell an author where that was so."""

IN_TWO_STEPS = (
    "Two folders cannot exchange their names in one step here, so the old site was moved away, and then the new one "
    "put in its place. A reader who came at that very moment found none."
)
"""What to tell an author where that was so."""

LOCK = ".lock"
"""How the name of the lock of a folder ends that is aside."""


@dataclass(frozen=True)
class Aside:
    """A new folder beside `target`, locked by this process until it takes its place or is discarded."""

    target: Path
    path: Path
    lock: BaseFileLock


def aside(target: Path) -> Aside:
    """Make an empty folder beside a folder, and remove what killed processes left there. OSError if it cannot be.

    Where there is no room beside a folder that can itself be written, the new one is made among the temporary files.
    """
    target = target.resolve()
    _make_way(target.parent)
    beside = target.parent
    while True:
        _clear_up(target, beside)
        path = beside / f".{target.name}.{uuid4().hex[:12]}"
        try:
            path.mkdir()
            lock = try_to_lock(_lock_of(path))
        except OSError as error:
            with suppress(OSError):
                path.rmdir()
            if error.errno not in NOT_BESIDE or beside != target.parent or not os.access(target, os.W_OK):
                raise
            beside = Path(tempfile.gettempdir()).resolve()
            continue
        if lock is None:
            continue  # another process took it for abandoned before it was locked, and removes it
        if not path.is_dir():
            unlock(lock)  # and this one has done so
            continue
        if target.is_dir():
            shutil.copymode(target, path)
        return Aside(target, path, lock)


def _make_way(folder: Path) -> None:
    """Make a folder and those it lies in, so that a server can reach what is in it, whatever the `umask`."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        one.chmod(one.stat().st_mode | 0o555)


def put_in_place(new: Aside) -> str:
    """Let the folder aside take its place, and remove what stood there; hidden files in it are taken over.

    Empty if that was one step, or else what its author should know of it.

    Everybody may read what is published, whatever the `umask`: a server is seldom the user who builds. OSError if it
    cannot be done; then nothing is left aside.
    """
    try:
        _let_all_read(new.path, top=not new.target.is_dir())
        try:
            if not mounted_inside(new.target):  # else it would move with the old folder, and be removed with it
                return "" if _swap(new) else IN_TWO_STEPS
        except OSError as error:
            if error.errno not in CANNOT_MOVE or not new.target.is_dir():
                raise
        replace_files(new.path, new.target)
        return ONE_BY_ONE
    finally:
        discard(new)


def _swap(new: Aside) -> bool:
    """Let the folder aside take its place; whether that was one step."""
    if new.target.is_dir():
        _take_over_hidden(new.target, new.path)
    while True:
        try:
            new.path.rename(new.target)
            return True
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise
        try:
            return exchange(new.path, new.target)
        except FileNotFoundError:
            continue  # the other was removed meanwhile


def _let_all_read(folder: Path, top: bool) -> None:
    """Give files and folders the rights that a `umask` of 022 leaves; the folder itself only with `top`."""
    for path in [*([folder] if top else []), *folder.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if path.is_dir() else 0o444))


def discard(new: Aside) -> None:
    """Remove the folder aside."""
    shutil.rmtree(new.path, ignore_errors=True)
    unlock(new.lock)


def why_not_published(error: OSError, site: Path | None = None) -> str:
    """What an author reads when the disk did not take the site; what fails while it is written names no file."""
    where = error.filename2 or error.filename or site
    if isinstance(error, MountedInsideError):
        return (
            f"The site was not built, and the old one stays: something is mounted at {where}, and the site has files "
            "of its own there. Mount it elsewhere, or mount the whole folder of the site."
        )
    if error.errno == errno.ENOTDIR:
        return f"The site was not built. The site needs this place, and a file is there: {where}. Move that file away."
    said = f"The site was not built, and the old one stays: {error.strerror or error}{f' ({where})' if where else ''}."
    return f"{said} Look at the room on its disk, and at the rights of its folder."


def _clear_up(target: Path, beside: Path) -> None:
    """Remove what killed processes left, and put the old folder back where one took it away and no more."""
    for path in _asides(target, beside):
        lock = None
        with suppress(OSError):  # of another user, say, who looks after it
            lock = try_to_lock(_lock_of(path))
        if lock is not None:
            put_back(path, target)
            shutil.rmtree(path, ignore_errors=True)
            unlock(lock)


def _asides(target: Path, beside: Path) -> Iterator[Path]:
    """Every folder that was ever made aside and of which anything is left."""
    name = re.compile(rf"{re.escape(f'.{target.name}.')}[0-9a-f]{{12}}")
    yield from {beside / found[0] for path in beside.iterdir() if (found := name.match(path.name))}


def _lock_of(path: Path) -> Path:
    return path.with_name(path.name + LOCK)


def _take_over_hidden(old: Path, new: Path) -> None:
    """MkDocs leaves hidden files of a site alone, such as `.git`; so do we."""
    for path in old.glob(".*"):
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, dirs_exist_ok=True)
        elif not (new / path.name).exists():
            shutil.copy2(path, new / path.name, follow_symlinks=False)
