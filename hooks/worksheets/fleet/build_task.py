"""The build of one brand, in a process of its own, as a worker does it."""

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from ..site.checksums import SUMS
from .member import CONFIG, Member

PROGRAM = "build_brand.py"
"""What builds, in the folder `hooks/` of the guide."""

PATIENCE = 4 * 3600
"""Seconds that a build may take before it counts as hung."""


class KilledError(Exception):
    """A build ended without a word. Another try may do better."""


@dataclass(frozen=True)
class Built:
    """What came of a build: what it said if it failed, the seconds that processors worked for it, and its PDFs.

    `sums` is the digest of the list of checksums of its site, `notes` what it said of the shared store.
    """

    said: str = ""
    seconds: float = 0
    pdfs: int = 0
    pressed: int = 0
    sums: str = ""
    notes: tuple[str, ...] = ()


def build_brand(root: Path, member: Member, store: str | None) -> Built:
    """Build a brand into its folder. Raises KilledError if the process was killed, TimeoutExpired if it hung.

    Its task is one line of JSON, and the process ends when the pipe does: so none outlives a worker that is killed.
    """
    task = {
        "config": str(member.clinic / CONFIG),
        "site": str(member.site),
        "address": member.address,
        "branch": asdict(member.branch) if member.branch else None,
    }
    # one press in each build, because a worker has one core to itself
    environment = {"JOBS": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SHEET_STORE": store or ""}
    command = [sys.executable, str(root / "hooks" / PROGRAM)]
    with (
        TemporaryFile("w+", encoding="utf-8", errors="replace") as output,
        subprocess.Popen(
            command,
            cwd=root,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ) as process,
    ):
        assert process.stdin
        try:
            process.stdin.write(json.dumps(task) + "\n")
            process.stdin.flush()
            process.wait(PATIENCE)
        except BrokenPipeError:
            process.wait(PATIENCE)
        finally:
            process.kill()
        output.seek(0)
        said = output.read()
    if process.returncode < 0:
        raise KilledError(f"The build was killed by signal {-process.returncode}, perhaps because memory ran out.")
    if process.returncode:
        return Built(said.strip() or f"The build ended with {process.returncode} and said nothing.")
    *_, last = said.splitlines()  # before it may be warnings of libraries
    found: dict[str, Any] = json.loads(last)
    return Built(**found | {"notes": tuple(found.get("notes", ())), "sums": digest_of_sums(member.site)})


def digest_of_sums(site: Path) -> str:
    """The digest of the list of checksums of a published site; empty if there is none."""
    try:
        return sha256((site / SUMS).read_bytes()).hexdigest()
    except OSError:
        return ""
