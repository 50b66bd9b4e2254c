"""What is slow to make and depends on nothing but known bytes, kept in the user's cache under their digest.

`XDG_CACHE_HOME` moves it; in an empty folder all is made anew.
"""

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache
from platformdirs import user_cache_path

FOLDER = "rupture-and-repair"
UNUSED = 30 * 24 * 3600
"""What no build has asked for in so many seconds is thrown away."""

CHECK = sha256().digest_size


def kept(parts: Iterable[str | bytes], make: Callable[[], bytes]) -> bytes:
    """What `make` returned when it was last asked with the same parts, which must be all that it depends on.

    What cannot be read or is damaged is made anew, and what cannot be written is not kept.
    """
    key = digest(*parts)
    made = find(key)
    if made is None:
        made = make()
        keep(key, made)
    return made


def find(key: str) -> bytes | None:
    """What was kept under a key, unless it is damaged."""
    path = user_cache_path(FOLDER) / key
    try:
        data = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return data[CHECK:] if sha256(data[CHECK:]).digest() == data[:CHECK] else None


def keep(key: str, made: bytes) -> None:
    """Keep something under a key, if the disk takes it."""
    folder = user_cache_path(FOLDER)
    with suppress(OSError):
        _throw_away_unused(folder)
        write_whole(sha256(made).digest() + made, folder / key)


class KeptTemplates(BytecodeCache):
    """Templates as Python runs them, for one environment; Jinja sees to it that their text is still the same.

    `made_by` is what the environment depends on. A filter that depends on more must ask for the context: what others
    make of constants is worked out when a template is compiled, and kept with it.
    """

    def __init__(self, *made_by: str) -> None:
        self.made_by = digest(version("jinja2"), *made_by)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template in this environment."""
        return digest(self.made_by, name, filename or "")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was kept under its key."""
        if found := find(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        keep(bucket.key, bucket.bytecode_to_string())


def source(*paths: str | Path) -> str:
    """The text of modules, so that what older ones made is not taken for their own."""
    return "".join(Path(path).read_text(encoding="utf-8") for path in paths)


def digest(*parts: str | bytes) -> str:
    """One digest of several parts; the length of each goes in, so that they cannot run together."""
    whole = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(data)} ".encode() + data)
    return whole.hexdigest()


def write_whole(data: bytes, path: Path) -> None:
    """Write a file so that nobody ever sees a part of it; OSError if that cannot be, and then nothing of it stays."""
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
        if age(path) > UNUSED:
            path.unlink(missing_ok=True)
