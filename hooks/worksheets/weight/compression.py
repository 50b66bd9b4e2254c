"""Files packed once when the site is built, so that no server packs them again for each reader."""

import gzip
from dataclasses import dataclass

import brotli

TEXT = frozenset({".html", ".css", ".svg", ".xml", ".txt", ".json", ".webmanifest"})
"""The endings of files that packing makes smaller. The others are packed in themselves."""


@dataclass(frozen=True)
class Packed:
    """The same bytes, packed in both ways that browsers know."""

    brotli: bytes
    gzip: bytes


def packed(content: bytes) -> Packed:
    """Pack as tightly as can be; the same bytes give the same bytes."""
    return Packed(brotli.compress(content), gzip.compress(content, mtime=0))
