"""Files packed once when the site is built, so that no server packs them again for each reader."""

import gzip
from dataclasses import dataclass

import brotli

from ..cache import key_of, load, store

TEXT = frozenset({".html", ".css", ".svg", ".xml", ".txt", ".json", ".webmanifest"})
"""The endings of files that packing makes smaller. The others are packed in themselves."""

SIZE = 8
"""How many bytes of a cache entry hold the length of its brotli part, which comes before the gzip part."""


@dataclass(frozen=True)
class Packed:
    """The same bytes, packed in both ways that browsers know."""

    brotli: bytes
    gzip: bytes


def packed(content: bytes) -> Packed:
    """Pack as tightly as can be, which takes long; the same bytes give the same bytes."""
    both = Packed(brotli.compress(content), gzip.compress(content, mtime=0))
    store(key_of("packed", content), len(both.brotli).to_bytes(SIZE, "big") + both.brotli + both.gzip)
    return both


def already_packed(content: bytes) -> Packed | None:
    """What was made when the same bytes were packed before, if it was kept."""
    both = load(key_of("packed", content))
    if both is None:
        return None
    end = SIZE + int.from_bytes(both[:SIZE], "big")
    return Packed(both[SIZE:end], both[end:])
