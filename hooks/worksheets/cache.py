"""What is slow to make and depends on nothing but known bytes, cached in the user's folder under their digest.

One key covers everything that makes it: every file of this package, the interpreter and all installed packages. So
no list has to be kept, and nothing stale comes out; after an upgrade one build is slow. What another version made lies
in a folder of its own, and goes as a whole. `XDG_CACHE_HOME` moves the cache; in an empty one everything is made again,
and without one too.
"""

import os
import shutil
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache
from platformdirs import user_cache_path

FOLDER = "rupture-and-repair"
ENTRY_LIFETIME = 30 * 24 * 3600
"""Entries that no build has asked for in this many seconds are deleted."""

VERSION_LIFETIME = 2 * 24 * 3600
"""So are all entries of a version of the core that has made none in this many seconds: each change to the core is
another version."""

DIGEST_SIZE = sha256().digest_size
INSTALLED = ("*.dist-info", "*.egg-info")
"""The names of folders that say which package is installed, and in which version."""


def cached(parts: Iterable[str | bytes], make: Callable[[], bytes]) -> bytes:
    """What `make` returned when it was last asked with the same parts, which must be all that it depends on.

    What cannot be read or is damaged is made again, and a cache that cannot be written is ignored.
    """
    key = key_of(*parts)
    made = load(key)
    if made is None:
        made = make()
        store(key, made)
    return made


def key_of(*parts: str | bytes) -> str:
    """The key of what our code makes from some parts."""
    return digest(toolchain(), *parts)


def load(key: str) -> bytes | None:
    """What was stored under a key, unless it is damaged."""
    folder = _folder()
    if folder is None:
        return None
    try:
        data = (folder / key).read_bytes()
        os.utime(folder / key)
    except OSError:
        return None
    return data[DIGEST_SIZE:] if sha256(data[DIGEST_SIZE:]).digest() == data[:DIGEST_SIZE] else None


def store(key: str, made: bytes) -> None:
    """Store something under a key. An unwritable cache is ignored."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError):
        _throw_away_unused(folder)
        write_whole(sha256(made).digest() + made, folder / key)


def _folder() -> Path | None:
    """The folder of this version in the cache, which may not be there yet; None for a user without a home."""
    try:
        folder = user_cache_path(FOLDER)
    except (RuntimeError, OSError):
        return None
    return folder / toolchain() if folder.is_absolute() else None


class CachedTemplates(BytecodeCache):
    """Templates as Python runs them, for one environment; Jinja sees to it that their text is still the same.

    `made_by` tells apart what the environments depend on besides this package. A filter that depends on more must ask
    for the context: what others make of constants is worked out when a template is compiled, and cached with it.
    """

    def __init__(self, *made_by: str) -> None:
        self.made_by = key_of(*made_by)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template in this environment."""
        return digest(self.made_by, name, filename or "")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was stored under its key."""
        if found := load(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store what is in the bucket."""
        store(bucket.key, bucket.bytecode_to_string())


@cache
def toolchain() -> str:
    """One digest of all that makes anything here: our own files, the interpreter, and every installed package."""
    return digest(sys.version, zlib.ZLIB_RUNTIME_VERSION, folder_digest(Path(__file__).parent), *installed(sys.path))


def folder_digest(folder: Path, pattern: str = "**/*") -> str:
    """One digest of the names and bytes of the files in a folder, but for what Python makes of them."""
    found = digest()
    for path in sorted(folder.glob(pattern)):
        if path.is_file() and path.parent.name != "__pycache__":
            found = digest(found, path.relative_to(folder).as_posix(), path.read_bytes())
    return found


def installed(folders: Iterable[str]) -> Iterator[str]:
    """The name and version of every package in the folders that Python looks into."""
    for pattern in INSTALLED:
        yield from sorted(path.name for folder in folders for path in Path(folder or ".").glob(pattern))


def digest(*parts: str | bytes) -> str:
    """One digest of several parts; the length of each goes in, so that they cannot run together."""
    whole = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(data)} ".encode() + data)
    return whole.hexdigest()


def write_whole(data: bytes, path: Path) -> None:
    """Write a file atomically, so that no reader ever sees a part of it. OSError if it fails; then nothing is left."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(f".{os.getpid()}.part")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def age(path: Path) -> float:
    """Seconds since a file was written or asked for; none if another build has just taken it away."""
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0


@cache
def _throw_away_unused(folder: Path) -> None:
    for path in folder.glob("*"):
        if age(path) > ENTRY_LIFETIME:
            path.unlink(missing_ok=True)
    for other in folder.parent.glob("*"):
        if other != folder and age(other) > VERSION_LIFETIME:
            shutil.rmtree(other, ignore_errors=True) if other.is_dir() else other.unlink(missing_ok=True)
