"""The command line of a guide, run as authors run it."""

import os
import subprocess
import sys
from pathlib import Path


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m worksheets` in the folder of a guide, and give back what it said."""
    return subprocess.run(
        [sys.executable, "-m", "worksheets", *arguments],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project / "hooks")} | environment,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=120,
    )
