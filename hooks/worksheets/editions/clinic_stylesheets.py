"""A clinic's own stylesheets: they come last, and ask no other place for anything."""

import re

from ..authoring.problems import Problem
from ..authoring.source_files import Overlay
from ..authoring.text_file import read_text

FOREIGN = re.compile(r"@import|url\(\s*['\"]?(?:[a-z][a-z0-9+.-]*:|//)[^)]*\)?|</", re.IGNORECASE)


def read_stylesheets(overlay: Overlay) -> tuple[dict[str, str], list[Problem]]:
    """The text of each stylesheet by its path in the site, in order, and what is wrong with them."""
    sheets: dict[str, str] = {}
    problems: list[Problem] = []
    for relative, source in overlay.files("stylesheets", "*.css").items():
        text = read_text(source.path, source.file)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        sheets[f"assets/brand/{relative.as_posix()}"] = text
        for match in FOREIGN.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            wrong = "This asks another place for something." if match[0] != "</" else "This is not CSS."
            problems.append(
                Problem(source.file, line, match[0][:40], wrong, "Put the file into `pages/`, or leave it out.")
            )
    return sheets, problems
