"""The site as one zip, to be opened from a folder: `python -m worksheets.site.zip_archive site guide.zip`.

The same files make the same bytes: names in order, one date for all, the same rights.
"""

import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""

FOR_SERVERS = {
    "404.html",
    "robots.txt",
    "sitemap.xml",
    "_headers",
    "_headers.nginx",
    "_headers.caddy",
    "_redirects",
    "SHA256SUMS",
}
COMPRESSED = {".gz", ".br"}


def write_archive(site: Path, target: Path) -> None:
    """Write a zip with one folder, named like the zip; without what only servers need."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with ZipFile(part, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted((path.relative_to(site).as_posix(), path) for path in site.rglob("*")):
            if path.is_file() and name not in FOR_SERVERS and path.suffix not in COMPRESSED and name[0] != ".":
                info = ZipInfo(f"{target.stem}/{name}", EARLIEST)
                info.compress_type = ZIP_DEFLATED
                info.create_system = 3  # Unix, wherever it was made
                info.external_attr = 0o644 << 16
                archive.writestr(info, path.read_bytes())
    part.replace(target)


if __name__ == "__main__":
    write_archive(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{sys.argv[2]}: unpack it, and open index.html.")
