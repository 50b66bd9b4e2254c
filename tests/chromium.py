"""Finds a Chromium for the browser tests, or installs one, and says what it did."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "No Chromium was found, and none could be installed. The browser tests need one: install Debian's `chromium` or "
    "Google Chrome, or set CHROMIUM to the path of one."
)


def find() -> str | None:
    """The path of a Chromium: what CHROMIUM says, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Chromium: not found; installing Debian's chromium with apt-get.", flush=True)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium", "fonts-liberation"]):
            subprocess.run(["apt-get", *command], check=False, env=environment, stdout=subprocess.DEVNULL)
    else:
        print("Chromium: not found; installing Playwright's own.", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Say where Chromium is, installing it first if need be; 1 if there is none."""
    path = find()
    if path is None:
        _install()
        path = find()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    print(f"Chromium: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
