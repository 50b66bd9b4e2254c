"""What is slow to make and depends on nothing but known text, kept on disk under the hash of that text."""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

FOLDER = "rupture-and-repair"


def kept(parts: Iterable[str], make: Callable[[], dict[str, list[str]]]) -> dict[str, list[str]]:
    """What `make` returned when it was last asked with the same parts, which must be all that it depends on.

    What cannot be read is made anew, and what cannot be written is not kept.
    """
    path = user_cache_path(FOLDER) / f"{sha256(json.dumps(list(parts)).encode()).hexdigest()}.json"
    with suppress(OSError, ValueError):
        return dict(json.loads(path.read_text(encoding="utf-8")))
    made = make()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(made), encoding="utf-8")
        part.replace(path)  # nobody ever reads half a file
    return made


def source(path: str) -> str:
    """The text of a module, so that what an older one made is not taken for its own."""
    return Path(path).read_text(encoding="utf-8")
