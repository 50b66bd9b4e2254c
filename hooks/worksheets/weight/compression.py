"""Files packed once when the site is built, so that no server packs them again for each reader."""

import gzip
import zlib
from dataclasses import dataclass

import brotli

from ..kept import kept

TEXT = frozenset({".html", ".css", ".svg", ".xml", ".txt", ".json", ".webmanifest"})
"""The endings of files that packing makes smaller. The others are packed in themselves."""


@dataclass(frozen=True)
class Packed:
    """The same bytes, packed in both ways that browsers know."""

    brotli: bytes
    gzip: bytes


def packed(content: bytes) -> Packed:
    """Pack as tightly as can be; the same bytes give the same bytes. That takes long, so what was made is kept."""
    return Packed(
        kept(["brotli", brotli.__version__, content], lambda: bytes(brotli.compress(content))),
        kept(["gzip", zlib.ZLIB_RUNTIME_VERSION, content], lambda: gzip.compress(content, mtime=0)),
    )
