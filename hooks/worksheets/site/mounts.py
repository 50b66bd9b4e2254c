"""What is mounted inside the folder of a site, such as a volume of a container: it belongs to somebody else."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
"""What Linux tells of all mounts, those of single files too; its fifth column is the place (man 5 proc)."""


class MountedInsideError(OSError):
    """The build writes where something is mounted; `filename` is the place."""

    def __init__(self, place: Path) -> None:
        super().__init__(None, "Something is mounted here", str(place))


def mounted_inside(folder: Path) -> set[Path]:
    """What is mounted below a folder, relative to it; the folder itself does not count."""
    whole = folder.resolve()
    places = _told_by_linux() if MOUNTS.exists() else _found_by_looking(whole)
    return {place.relative_to(whole) for place in places if whole in place.parents}


def is_within(path: Path, mounts: set[Path]) -> bool:
    """Whether a path is mounted or lies in what is, all being relative to the site."""
    return path in mounts or not mounts.isdisjoint(path.parents)


def refuse_to_write_into(mounts: set[Path], made: set[Path], target: Path) -> None:
    """MountedInsideError if one of the paths that a build made is mounted in the site, or lies in what is."""
    for path in sorted(made):
        if is_within(path, mounts):
            raise MountedInsideError(target / next(one for one in (path, *path.parents) if one in mounts))


def _told_by_linux() -> Iterator[Path]:
    for line in MOUNTS.read_bytes().splitlines():
        place = re.sub(rb"\\([0-7]{3})", lambda escaped: bytes([int(escaped[1], 8)]), line.split()[4])
        yield Path(os.fsdecode(place))


def _found_by_looking(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if not path.is_symlink() and os.path.ismount(path))
