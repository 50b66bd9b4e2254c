"""A folder that is replaced in one step: built aside, then put in the other's place.

Who serves the folder never finds it missing, empty or half made. A process that is killed leaves its folder aside, and
the next one removes it; a lock that ends with its process tells which are alive, so that builds at once do not mix.
For Linux and macOS; the two folders lie side by side, so that a rename suffices. Where a folder cannot be renamed, as
in a container whose image or mount holds it, or something is mounted inside it, its files are replaced one by one.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from .gradual_swap import replace_files
from .mounts import MountedInsideError, mounted_inside

NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a system or file system answers that cannot exchange two names."""

CANNOT_MOVE = {errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM, errno.EROFS}
"""What it answers for a folder that has to stay where it is: a mount, or part of what cannot be changed."""

NOT_BESIDE = {errno.EACCES, errno.EPERM, errno.EROFS}
"""What it answers where no new folder can be made."""

ONE_BY_ONE = (
    "The folder of the site cannot be renamed here, or something is mounted inside it, so its files were replaced one "
    "by one: each was whole at every moment, the pages came last, and for a moment old and new ones stood side by side."
)
"""What to tell an author where that was so."""

_EXCHANGE = 2
_WORKING_FOLDER = -100


@dataclass(frozen=True)
class Aside:
    """A new folder beside `target`, locked by this process until it takes its place or is discarded."""

    target: Path
    path: Path
    lock: int


def aside(target: Path) -> Aside:
    """Make an empty folder beside a folder, and remove what killed processes left there. OSError if it cannot be.

    Where there is no room beside a folder that can itself be written, the new one is made among the temporary files.
    """
    target = target.resolve()
    _make_way(target.parent)
    beside = target.parent
    while True:
        _remove_abandoned(target, beside)
        path = beside / f".{target.name}.{uuid4().hex[:12]}"
        try:
            path.mkdir()
        except OSError as error:
            if error.errno not in NOT_BESIDE or beside != target.parent or not os.access(target, os.W_OK):
                raise
            beside = Path(tempfile.gettempdir()).resolve()
            continue
        lock = _lock(path)
        if lock is None:
            continue  # another process took it for abandoned before it was locked, and removes it
        if target.is_dir():
            shutil.copymode(target, path)
        return Aside(target, path, lock)


def _make_way(folder: Path) -> None:
    """Make a folder and those it lies in, so that a server can reach what is in it, whatever the `umask`."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        one.chmod(one.stat().st_mode | 0o555)


def put_in_place(new: Aside) -> bool:
    """Let the folder aside take its place, and remove what stood there; hidden files in it are taken over.

    True if that was one step; False where the folder cannot be renamed and its files were replaced one by one.

    Everybody may read what is published, whatever the `umask`: a server is seldom the user who builds. OSError if it
    cannot be done; then nothing is left aside.
    """
    try:
        _let_all_read(new.path, top=not new.target.is_dir())
        try:
            if not mounted_inside(new.target):  # else it would move with the old folder, and be removed with it
                _swap(new)
                return True
        except OSError as error:
            if error.errno not in CANNOT_MOVE or not new.target.is_dir():
                raise
        replace_files(new.path, new.target)
        return False
    finally:
        discard(new)


def _swap(new: Aside) -> None:
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


def _let_all_read(folder: Path, top: bool) -> None:
    """Give files and folders the rights that a `umask` of 022 leaves; the folder itself only with `top`."""
    for path in [*([folder] if top else []), *folder.rglob("*")]:
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if path.is_dir() else 0o444))


def discard(new: Aside) -> None:
    """Remove the folder aside."""
    shutil.rmtree(new.path, ignore_errors=True)
    os.close(new.lock)


def why_not_published(error: OSError) -> str:
    """What an author reads when the disk did not take the site."""
    where = error.filename2 or error.filename
    if isinstance(error, MountedInsideError):
        return (
            f"The site was not built, and the old one stays: something is mounted at {where}, and the site has files "
            "of its own there. Mount it elsewhere, or mount the whole folder of the site."
        )
    if error.errno == errno.ENOTDIR:
        return f"The site was not built. The site needs this place, and a file is there: {where}. Move that file away."
    said = f"The site was not built, and the old one stays: {error.strerror or error}{f' ({where})' if where else ''}."
    return f"{said} Look at the room on its disk, and at the rights of its folder."


def _remove_abandoned(target: Path, beside: Path) -> None:
    for path in beside.glob(f".{target.name}.{'[0-9a-f]' * 12}"):
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
