"""The checksums of a built site, in the form that `sha256sum --check` reads, and how two sites differ by them.

`python -m worksheets.site.checksums site/SHA256SUMS other` says how another folder differs from that; 1 if it does.
"""

import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from .recipes.served_site import FOR_SERVERS

SUMS = "SHA256SUMS"
"""The file in a site that names the checksums of all others."""


def sums(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path there; without this list, and what others hide there."""
    return {
        name: sha256(path.read_bytes()).hexdigest()
        for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
        if path.is_file() and name != SUMS and (name in FOR_SERVERS or not name.startswith("."))
    }


def write_sums(folder: Path) -> None:
    """Write the checksums of a finished folder into it."""
    text = "".join(f"{digest}  {name}\n" for name, digest in sums(folder).items())
    (folder / SUMS).write_text(text, encoding="utf-8", newline="\n")  # sha256sum takes others for letters


def read_sums(path: Path) -> dict[str, str]:
    """The checksums in a file, by path; ValueError if a line is none."""
    return {name: digest for digest, name in (line.split("  ", 1) for line in path.read_text("utf-8").split("\n")[:-1])}


def differences(expected: Mapping[str, str], found: Mapping[str, str]) -> list[str]:
    """What differs, a sentence a file, in the order of paths."""
    said = []
    for name in sorted(expected.keys() | found.keys()):
        if name not in found:
            said.append(f"{name} is missing.")
        elif name not in expected:
            said.append(f"{name} is new.")
        elif expected[name] != found[name]:
            said.append(f"{name} has other bytes.")
    return said


def main(written: str, folder: str) -> int:
    """Say how a folder differs from the checksums that are written down."""
    try:
        expected = read_sums(Path(written))
    except FileNotFoundError:
        print(f"There is no {written} to compare with. Build the site first: make site", file=sys.stderr)
        return 1
    except ValueError:
        print(f"{written} is not a list of checksums. Build the site again: make site", file=sys.stderr)
        return 1
    differing = differences(expected, sums(Path(folder)))
    print("\n".join(differing) or f"{folder} holds the same bytes as {written} says.")
    return bool(differing)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
