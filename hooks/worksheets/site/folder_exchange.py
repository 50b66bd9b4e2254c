"""Two folders exchange their names: in one step where the system has one, else in two renames.

A process that is killed between the two renames leaves no folder in the place; `put_back` mends that.
"""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
"""What a system or file system answers that cannot exchange two names."""

OLD = ".old"
"""How the name of a folder ends that is out of its place between the two renames."""

_EXCHANGE = 2
_WORKING_FOLDER = -100


def exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two folders that lie side by side; whether it was in one step.

    OSError if it cannot be; then both are where they were.
    """
    failed = _in_one_step(os.fsencode(one), os.fsencode(other))
    if failed in NOT_HERE:
        _in_two_steps(one, other)
    elif failed:
        raise OSError(failed, os.strerror(failed), str(other))
    return not failed


def put_back(new: Path, target: Path) -> None:
    """Undo an exchange that was broken off between its two renames, or end it if only the last was missing."""
    old = new.with_name(new.name + OLD)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _in_one_step(one: bytes, other: bytes) -> int:
    """Ask the system to exchange two names; 0, or the number of its error."""
    if sys.platform == "win32":
        return errno.ENOSYS
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        failed = libc.renamex_np(one, other, _EXCHANGE)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_WORKING_FOLDER, one, _WORKING_FOLDER, other, _EXCHANGE)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0


def _in_two_steps(one: Path, other: Path) -> None:
    old = other.with_name(one.name + OLD)
    other.rename(old)
    try:
        one.rename(other)
    except OSError:
        old.rename(other)
        raise
    old.rename(one)
