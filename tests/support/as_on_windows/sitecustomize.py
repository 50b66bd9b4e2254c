"""Makes a Python on Unix behave as one on Windows, as far as a build could notice: put this folder on PYTHONPATH.

There is no `fcntl`, no `fork` and no exchange of names, and a folder cannot be opened. Text has the line ends and the
encoding of Windows, unless the caller names others. A path that is not whole has backslashes. What Windows adds is not
here, such as that nobody can remove a file while somebody has it open.
"""

import builtins
import ctypes
import io
import os
import sys
from pathlib import PurePath, PurePosixPath
from typing import Any

UNIX = ("fork", "forkpty", "killpg", "nice", "sched_getaffinity", "setsid", "wait")
"""What Windows does not have in `os`, and no package looks for by the name of the system."""

_open, _os_open, _cdll, _text = io.open, os.open, ctypes.CDLL, PurePath.__str__


class _WithoutExchange(_cdll):  # type: ignore[misc,valid-type]
    """A library of the system, without what exchanges two names."""

    def __getattr__(self, name: str) -> Any:
        if name in ("renameat2", "renamex_np"):
            raise AttributeError(name)
        return super().__getattr__(name)


def _text_of_windows(
    file: Any,
    mode: str = "r",
    buffering: int = -1,
    encoding: str | None = None,
    errors: str | None = None,
    newline: str | None = None,
    *others: Any,
    **named: Any,
) -> Any:
    if "b" not in mode:
        encoding = encoding or "cp1252"
        newline = "\r\n" if newline is None and not mode.startswith("r") else newline
    return _open(file, mode, buffering, encoding, errors, newline, *others, **named)


def _no_folders(path: Any, flags: int, *others: Any, **named: Any) -> int:
    if os.path.isdir(path):
        raise PermissionError(13, "Permission denied", path)
    return _os_open(path, flags, *others, **named)


def _with_backslashes(self: PurePath) -> str:
    return _text(self) if self.is_absolute() else _text(self).replace("/", "\\")


def _put(place: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(place, name, value)


for name in UNIX:
    delattr(os, name)
_put(os, open=_no_folders)
_put(ctypes, CDLL=_WithoutExchange)
_put(io, open=_text_of_windows)
_put(builtins, open=_text_of_windows)
_put(PurePosixPath, __str__=_with_backslashes, __fspath__=_text, as_posix=_text)
sys.modules["fcntl"] = None  # type: ignore[assignment]
