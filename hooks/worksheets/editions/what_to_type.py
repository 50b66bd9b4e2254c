"""What people are told to type: a target of make, or the command `guide` where that is what they typed."""

import os
import shlex
import subprocess
from pathlib import Path, PurePath

TYPED = "GUIDE_TYPED_AS"
"""The variable of the environment that says how a command was started: `guide`, or else by make."""

UNKNOWN = "…"
"""Stands for a clinic's folder where it is not known."""


def what_to_type(command: str, clinic: PurePath | None = None, file: str = "") -> str:
    """What starts a command for a clinic, and for a file of the guide if one is named, as it can be pasted."""
    folder = _from_here(clinic) if clinic else UNKNOWN
    if is_typed():
        return " ".join(filter(None, [f"guide {command}", folder, file and quoted(file)]))
    return f"make {command} CLINIC={folder}{file and f' FILE={quoted(file)}'}"


def to_write_down_a_review(clinic: PurePath | None, file: str) -> str:
    """What writes down that somebody has read a file of the guide, or of a clinic's copy."""
    folder = _from_here(clinic) if clinic else ""
    name = quoted(file) if file != UNKNOWN else file
    if is_typed():
        return " ".join(filter(None, ["guide reviewed", folder and f"--clinic {folder}", name]))
    return " ".join(filter(None, ["make reviewed", folder and f"CLINIC={folder}", f"FILE={name}"]))


def _from_here(clinic: PurePath) -> str:
    """A clinic's folder as it is called in the guide's, where commands run."""
    here = clinic.relative_to(Path.cwd()) if clinic.is_relative_to(Path.cwd()) else clinic
    return str(here) if str(here) == UNKNOWN else quoted(str(here))


def is_typed() -> bool:
    """Whether the command `guide` was typed, and not make."""
    return os.environ.get(TYPED) == "guide"


def quoted(word: str) -> str:
    """A word as a shell takes it; on Windows as both of its shells do."""
    return subprocess.list2cmdline([word]) if os.name == "nt" else shlex.quote(word)
