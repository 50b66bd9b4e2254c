"""Whether a brand has to be built again: one digest of all that goes into its site."""

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from ..authoring.source_files import is_left_by_programs
from ..cache import digest, toolchain
from ..paper.native_libraries import libraries, why_no_pdfs
from .member import Member

NOT_READ = ("bench", "build", "clinics", "fleets", "site", "tests")
"""Folders of a guide that no build reads, or that are read with a clinic's own."""

OF_A_CLINIC = ("build", "site")
"""Folders of a clinic that hold what is made of it."""

SETTINGS = ("SHEETS", "SITE_THEME", "SITE_URL")
"""What a build takes from the environment."""


def fingerprints(root: Path, members: Sequence[Member], apart: Collection[Path]) -> dict[str, str]:
    """The digest of every brand by its name. Places `apart` are no part of the guide, wherever they lie."""
    guide = guide_fingerprint(root, apart)
    sites = {member.site for member in members}
    clinics = {
        clinic: digest_of_files(clinic, {*(clinic / name for name in OF_A_CLINIC), *sites})
        for clinic in {member.clinic for member in members}
    }
    return {member.name: digest(guide, clinics[member.clinic], member.address, *_row(member)) for member in members}


def guide_fingerprint(root: Path, apart: Collection[Path] = ()) -> str:
    """The digest of what all brands share: the guide's files, our code, all packages and libraries, the settings."""
    sheets = os.environ.get("SHEETS", "").casefold() != "false"
    made_by = libraries() if sheets and not why_no_pdfs() else ""
    settings = [f"{name}={os.environ.get(name, '')}" for name in SETTINGS]
    files = digest_of_files(root, {*(root / name for name in NOT_READ), *apart})
    return digest(toolchain(), made_by, files, *settings)


def digest_of_files(folder: Path, without: Collection[Path]) -> str:
    """One digest of the names and bytes of all files below a folder, but for those below some others."""
    found = digest()
    for path in sorted(_files(folder, without)):
        found = digest(found, path.relative_to(folder).as_posix(), path.read_bytes())
    return found


def _files(folder: Path, without: Collection[Path]) -> Iterator[Path]:
    for one in folder.iterdir():
        if one in without or is_left_by_programs(Path(one.name)):
            continue
        if one.is_dir():
            yield from _files(one, without)
        elif one.is_file():
            yield one


def _row(member: Member) -> list[str]:
    return sorted(f"{column}={text}" for column, text in member.branch.cells.items()) if member.branch else []
