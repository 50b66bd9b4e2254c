"""The command line of a guide, run as authors run it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.project import ROOT

GUIDE = [sys.executable, "-c", "from guide_command.launch import main; main(prog_name='guide')"]
"""What the command `guide` runs when it is installed."""


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m worksheets` in the folder of a guide, and give back what it said."""
    return _run([sys.executable, "-m", "worksheets", *arguments], project, project / "hooks", environment)


def run_guide(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `guide` in a folder, as if it were installed, and give back what it said."""
    return _run([*GUIDE, *arguments], folder, ROOT / "hooks", environment)


def _run(command: list[str], folder: Path, code: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(code)} | environment,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=120,
    )
