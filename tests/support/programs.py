"""Finds the programs that the tests run for real, or installs them, and says what it did."""

import os
import shutil
import subprocess
import sys
import time
from ctypes.util import find_library
from pathlib import Path

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOX = ("firefox-esr", "firefox")
OTHERS = {
    "pdftotext": "poppler-utils",
    "nginx": "nginx-light",
    "caddy": "caddy",
    "apache2": "apache2-bin",
    "faketime": "faketime",
    "java": "default-jre-headless",
    "epubcheck": "epubcheck",
    "orca": "orca",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "WebKitWebDriver": "webkit2gtk-driver",
    "w3m": "w3m",
    "zbarimg": "zbar-tools",
    "msgfmt": "gettext",
}
"""Programs, and Debian's packages that hold them."""

LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""Libraries of the system, and Debian's packages that hold them."""

SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that has the bindings of GTK, which no package of ours brings."""
BINDINGS = {"gi": "python3-gi", "gi; gi.require_version('WebKit2', '4.1')": "gir1.2-webkit2-4.1"}
"""What that Python can import, and Debian's packages that hold it."""

PATIENCE = 600
"""Seconds to wait while another program installs something; the updater of a new Ubuntu takes minutes."""


def chromium() -> str | None:
    """The path of a Chromium: what CHROMIUM says, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return next((path for name in CHROMIUM if (path := shutil.which(name))), None) or _playwrights_own()


def firefox() -> str | None:
    """The path of a Firefox: what FIREFOX says, or the system's."""
    named = os.environ.get("FIREFOX")
    if named:
        return named if Path(named).exists() else None
    return next((path for name in FIREFOX if (path := shutil.which(name))), None)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def missing() -> list[str]:
    """What is not there, by Debian's package."""
    packages = [] if chromium() else ["chromium", "fonts-liberation"]
    packages += [] if firefox() else ["firefox-esr"]
    packages += [package for program, package in OTHERS.items() if not path(program)]
    packages += [package for library, package in LIBRARIES.items() if not find_library(library)]
    return packages + [package for binding, package in BINDINGS.items() if not _imports(binding)]


def _imports(binding: str) -> bool:
    command = [SYSTEM_PYTHON, "-c", f"import {binding}"]
    return Path(SYSTEM_PYTHON).exists() and subprocess.run(command, check=False, capture_output=True).returncode == 0


def path(program: str) -> str | None:
    """The path of a program; servers may lie where only root looks."""
    return shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"]))


def _install(packages: list[str]) -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing with apt-get: {' '.join(packages)}.", flush=True)
        said = [apt_get("update", "-qq"), apt_get("install", "-y", "-qq", *packages)]
        print(*filter(None, said), sep="\n", end="", file=sys.stderr)
    elif "chromium" in packages:
        print("Chromium: not found; installing Playwright's own.", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def apt_get(*arguments: str, patience: float = PATIENCE) -> str:
    """Run apt-get, waiting while another program holds its locks, and give back what it complains of.

    `patience` is in seconds, from the first refusal: what apt-get takes itself does not count. If the lock is still
    held after that, the complaint is one sentence of ours.
    """
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    end = None
    while True:
        done = subprocess.run(
            ["apt-get", *arguments],
            check=False,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        if done.returncode == 0 or "Could not get lock" not in done.stderr:
            return done.stderr
        if end is None:
            print("Another program is installing something: waiting until it has ended.", flush=True)
            end = time.monotonic() + patience
        elif time.monotonic() >= end:
            return "Another program is still installing something, so apt-get cannot. Try again when it has ended.\n"
        time.sleep(min(5, patience))


def main() -> int:
    """Say which programs are there, installing them first if need be; 1 if one is missing."""
    if packages := missing():
        _install(packages)
    if packages := missing():
        print(f"The tests need {' and '.join(packages)}. Please install them (Debian's names).", file=sys.stderr)
        print("Others can be named: CHROMIUM=/path/to/chrome FIREFOX=/path/to/firefox make test", file=sys.stderr)
        return 1
    print("Found", chromium(), firefox(), *(path(program) for program in OTHERS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
