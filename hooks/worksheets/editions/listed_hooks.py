"""The hooks of the guide must all be called: without one, the build goes on and leaves out what it does or checks."""

import re
from collections.abc import Collection
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.text_file import read_text

CLINIC = "clinic.py"
"""The hook of a clinic's settings, which calls all that those of the guide list."""

HANDLER = re.compile(r"^def on_\w+", re.MULTILINE)
"""What the host calls in a hook; other files beside the hooks have none."""

LISTED = re.compile(r"^ *- hooks/(\w+\.py)", re.MULTILINE)


def hooks_left_out(root: Path, listed: Collection[str]) -> list[Problem]:
    """The hooks in the guide's folder, `root`, that are not among the files listed, each with what is then not done."""
    settings = read_text(root / "mkdocs.yml", "mkdocs.yml")
    text = settings if isinstance(settings, str) else ""
    called = {CLINIC, *(LISTED.findall(text) if CLINIC in listed else listed)}
    begins = re.search(r"^hooks:", text, re.MULTILINE)
    line = text.count("\n", 0, begins.start() if begins else 0) + 1
    sources = {path.name: path.read_text(encoding="utf-8") for path in sorted((root / "hooks").glob("*.py"))}
    return [
        Problem("mkdocs.yml", line, "hooks", f"`hooks/{name}` is not listed.", f"Add it: {_purpose(source)}")
        for name, source in sources.items()
        if name not in called and HANDLER.search(source)
    ]


def _purpose(source: str) -> str:
    """The first line of what a hook says of itself, as the end of a sentence."""
    first = source.split('"""')[1].strip().splitlines()[0]
    return f"it {first[0].lower()}{first[1:]}"
