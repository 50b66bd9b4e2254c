"""Files packed once when the site is built, so that no server packs them again for each reader."""

import gzip
from dataclasses import dataclass

import brotli

from ..cache import cached

TEXT = frozenset({".html", ".css", ".svg", ".xml", ".txt", ".json", ".webmanifest"})
"""The endings of files that packing makes smaller. The others are packed in themselves."""

SIZE = 8
"""How many bytes say, in what is kept, where brotli's end and gzip's begin."""


@dataclass(frozen=True)
class Packed:
    """The same bytes, packed in both ways that browsers know."""

    brotli: bytes
    gzip: bytes


def pack(content: bytes) -> Packed:
    """Pack as tightly as can be, which takes long, so it is cached; the same bytes give the same bytes."""

    def make() -> bytes:
        by_brotli: bytes = brotli.compress(content)
        by_gzip = gzip.compress(content, mtime=0)
        return len(by_brotli).to_bytes(SIZE, "big") + by_brotli + by_gzip

    both = cached(["packed", content], make)
    end = SIZE + int.from_bytes(both[:SIZE], "big")
    return Packed(both[SIZE:end], both[end:])


def loosely_packed(content: bytes) -> Packed:
    """Pack fifty times as fast, into some more bytes."""
    return Packed(brotli.compress(content, quality=5), gzip.compress(content, compresslevel=6, mtime=0))
