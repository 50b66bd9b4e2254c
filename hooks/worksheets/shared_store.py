"""Bytes by their key, shared by many machines: a folder that all see, or a service that speaks as S3 does.

Each is stored behind its SHA-256, and what does not fit that is thrown away. So damage is found; an intruder is not,
who could write a digest too: let only those write who build.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from .cache import DIGEST_SIZE, write_whole

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SETTING = "SHEET_STORE"
"""What names the address of the store in the environment, such as `s3://bucket/guide-sheets`."""

SERVICES = ("s3", "gs", "az")
STORES = ("file", *SERVICES)
"""Where a store may be, by what its address begins with: a folder that all workers see, or a service."""

INSTALL = "python -m pip install --require-hashes -r requirements-fleet.txt"
"""The line that installs what a fleet needs besides what a build does."""


class SharedStore:
    """A store at an address. Whatever goes wrong there is noted in `said` once, and the build goes on without it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.said: list[str] = []
        self.damaged = 0
        """How many entries did not fit their digest and were thrown away."""
        parts = urlsplit(address)
        self._folder = Path(url2pathname(parts.path)) if parts.scheme == "file" else None
        self._files: AbstractFileSystem | None = None
        self._path = ""
        try:
            self._files, self._path = _opened(address)
        except ImportError:
            self._give_up(f"it needs packages that are not installed here. In the guide’s folder: {INSTALL}")
        except Exception as error:  # each service has errors of its own
            self._give_up(_first_line(error))

    def load(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What is stored under some keys, asked for at once; without those that are not there or are damaged."""
        paths = {self._place(key): key for key in keys}
        if self._files is None or not paths:
            return {}
        try:
            found: dict[str, Any] = self._files.cat(list(paths), on_error="return")
        except Exception as error:
            self._give_up(_first_line(error))
            return {}
        sound: dict[str, bytes] = {}
        for path, data in found.items():
            if isinstance(data, bytes) and sha256(data[DIGEST_SIZE:]).digest() == data[:DIGEST_SIZE]:
                sound[paths[path]] = data[DIGEST_SIZE:]
            elif isinstance(data, bytes):
                self._throw_away(path)
            elif not isinstance(data, FileNotFoundError):
                self._give_up(_first_line(data))
        return sound

    def save(self, key: str, data: bytes) -> None:
        """Store some bytes under a key; whoever asks meanwhile gets all of them or none."""
        whole = sha256(data).digest() + data
        if self._files is None:
            return
        try:
            if self._folder:
                write_whole(whole, Path(self._place(key)))
            else:
                self._files.pipe_file(self._place(key), whole)
        except Exception as error:
            self._give_up(_first_line(error))

    def _place(self, key: str) -> str:
        """Where a key is: in one of 256 folders, because no disk likes a hundred thousand files in one."""
        return f"{self._path}/{key[:2]}/{key}"

    def _throw_away(self, path: str) -> None:
        self.damaged += 1
        self.said.append(f"{path} in the store of sheets is damaged. It was thrown away, and is made again.")
        try:
            if self._files is not None:
                self._files.rm_file(path)
        except Exception as error:
            self._give_up(_first_line(error))

    def _give_up(self, why: str) -> None:
        if self._files is not None or not self.said:
            self.said.append(f"The store of sheets at {self.address} is not used: {why}")
        self._files = None


def store_of_environment() -> SharedStore | None:
    """The store that the environment names, if it names one."""
    address = os.environ.get(SETTING, "")
    return SharedStore(address) if address else None


def _opened(address: str) -> tuple[AbstractFileSystem, str]:
    """The files of a service, and the path in it. ImportError if a package is missing."""
    from fsspec.core import url_to_fs

    scheme = urlsplit(address).scheme
    if scheme in SERVICES:
        from obstore.fsspec import register

        register(scheme)
    files, path = url_to_fs(address)
    return files, str(path).rstrip("/")


def _first_line(error: object) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
