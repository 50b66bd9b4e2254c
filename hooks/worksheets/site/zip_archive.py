"""Files as one zip: the site, to be opened from a folder, and texts to download.

The same files make the same bytes: names in order, one date for all, the same rights.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .recipes.served_site import FOR_SERVERS

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""

NOT_IN_A_FOLDER = {
    "404.html",
    "robots.txt",
    "sitemap.xml",
    "SHA256SUMS",
    *FOR_SERVERS,
}
COMPRESSED = {".gz", ".br"}


def write_archive(site: Path, target: Path) -> None:
    """Write a zip with one folder, named like the zip; without what only servers need."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with ZipFile(part, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted((path.relative_to(site).as_posix(), path) for path in site.rglob("*")):
            if path.is_file() and name not in NOT_IN_A_FOLDER and path.suffix not in COMPRESSED and name[0] != ".":
                archive.writestr(_entry(f"{target.stem}/{name}"), path.read_bytes())
    part.chmod(part.stat().st_mode | 0o444)  # as the site, everybody may read it, whatever the `umask`
    part.replace(target)


def packed(files: Mapping[str, str]) -> bytes:
    """A zip of texts by their path."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in sorted(files.items()):
            archive.writestr(_entry(name), text)
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    info = ZipInfo(name, EARLIEST)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3  # Unix, wherever it was made
    info.external_attr = 0o644 << 16
    return info
