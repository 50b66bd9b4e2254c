"""A folder that is replaced in one step: built aside, then put in the other's place.

Who serves the folder never finds it missing, empty or half made. A process that is killed leaves its folder aside, and
the next one removes it; a lock that ends with its process tells which are alive, so that builds at once do not mix.
For Linux and macOS; the two folders lie side by side, so that a rename suffices.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a system or file system answers that cannot exchange two names."""

_EXCHANGE = 2
_WORKING_FOLDER = -100


@dataclass(frozen=True)
class Aside:
    """A new folder beside `target`, locked by this process until it takes its place or is discarded."""

    target: Path
    path: Path
    lock: int


def aside(target: Path) -> Aside:
    """Make an empty folder beside a folder, and remove what killed processes left there. OSError if it cannot be."""
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(target)
    while True:
        path = target.with_name(f".{target.name}.{uuid4().hex[:12]}")
        path.mkdir()
        lock = _lock(path)
        if lock is None:
            continue  # another process took it for abandoned before it was locked, and removes it
        if target.is_dir():
            shutil.copymode(target, path)
        return Aside(target, path, lock)


def put_in_place(new: Aside) -> None:
    """Let the folder aside take its place, and remove what stood there; hidden files in it are taken over."""
    if new.target.is_dir():
        _take_over_hidden(new.target, new.path)
    while True:
        try:
            new.path.rename(new.target)
            break
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                raise
        try:
            _exchange(new.path, new.target)
            break
        except FileNotFoundError:
            continue  # the other was removed meanwhile
    shutil.rmtree(new.path, ignore_errors=True)
    os.close(new.lock)


def discard(new: Aside) -> None:
    """Remove the folder aside."""
    shutil.rmtree(new.path, ignore_errors=True)
    os.close(new.lock)


def why_not_published(error: OSError) -> str:
    """What an author reads when the disk did not take the site."""
    said = f"The site was not built, and the old one stays: {error.strerror} ({error.filename2 or error.filename})."
    return f"{said} Look at the room on its disk, and at the rights of its folder."


def _remove_abandoned(target: Path) -> None:
    for path in target.parent.glob(f".{target.name}.{'[0-9a-f]' * 12}"):
        lock = _lock(path)
        if lock is not None:
            shutil.rmtree(path, ignore_errors=True)
            os.close(lock)


def _lock(path: Path) -> int | None:
    """A lock on a folder; None if another process has it, or it has gone."""
    try:
        lock = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock).st_nlink and path.exists():
            return lock
    except OSError:
        pass  # somebody is at work there
    os.close(lock)
    return None


def _take_over_hidden(old: Path, new: Path) -> None:
    """MkDocs leaves hidden files of a site alone, such as `.git`; so do we."""
    for path in old.glob(".*"):
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, new / path.name, symlinks=True, dirs_exist_ok=True)
        elif not (new / path.name).exists():
            shutil.copy2(path, new / path.name, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> None:
    """Exchange the names of two folders in one step; where the system has no such step, in two."""
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = libc.renamex_np(*names, _EXCHANGE)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_WORKING_FOLDER, names[0], _WORKING_FOLDER, names[1], _EXCHANGE)
    else:
        failed, _ = -1, ctypes.set_errno(errno.ENOSYS)
    number = ctypes.get_errno()
    if failed and number in NOT_HERE:
        old = one.with_name(one.name + ".old")
        other.rename(old)
        one.rename(other)
        old.rename(one)
    elif failed:
        raise OSError(number, os.strerror(number), str(other))
