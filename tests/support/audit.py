"""Asks whether a weakness is known in a pinned package, where the service can be reached, and says what it did."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PINS = Path(__file__).parents[2] / "requirements-test.txt"
PATIENCE = 120
"""Seconds to wait for the service."""


def verdict(answer: str) -> tuple[str, int]:
    """What to say to pip-audit's answer (JSON, or anything else if the service was not reached), and the exit code."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError):
        return "Known weaknesses: NOT checked, the service cannot be reached from here.", 0
    weak = [
        f"{one['name']} {one['version']}: {weakness['id']}, fixed in {' '.join(weakness['fix_versions']) or 'none'}."
        for one in packages
        for weakness in one.get("vulns", [])
    ]
    asked = sum("vulns" in one for one in packages)
    said = f"Known weaknesses: {len(weak)} in {asked} pinned packages."
    if asked < len(packages):
        said += f" NOT checked: {len(packages) - asked}, which the service does not answer for from here."
    return "\n".join([*weak, said]), int(bool(weak))


def main() -> int:
    """Ask, say, and end with 1 if a weakness is known."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(PINS), "--require-hashes", "--disable-pip"]
    try:
        done = subprocess.run(
            [*command, "--format", "json", "--progress-spinner", "off", "--timeout", "5"],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        said, code = verdict(done.stdout)
    except subprocess.TimeoutExpired:
        said, code = verdict("")
    print(said, file=sys.stderr if code else sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main())
