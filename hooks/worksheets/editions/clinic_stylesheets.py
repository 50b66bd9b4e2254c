"""A clinic's own stylesheets: they come last, and ask for nothing."""

from collections.abc import Iterator

from ..authoring.outside_requests import requests_in
from ..authoring.problems import Problem
from ..authoring.source_files import Overlay
from ..authoring.text_file import read_text

ENDING = ".css"
END_OF_STYLE = "</"
"""What could end the `<style>` of a page, into which these texts go."""


def read_stylesheets(overlay: Overlay) -> tuple[dict[str, str], list[Problem]]:
    """The text of each stylesheet by its path in the site, in order, and what is wrong with them."""
    sheets: dict[str, str] = {}
    problems: list[Problem] = []
    for relative, source in overlay.files("stylesheets", "*").items():
        if relative.suffix != ENDING:
            write = f"Give it plain CSS and a name that ends in `{ENDING}`."
            problems.append(Problem(source.file, 1, "", "Nothing is read from this file.", write))
            continue
        text = read_text(source.path, source.file)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        sheets[f"assets/brand/{relative.as_posix()}"] = text
        problems += _problems(text, source.file)
    return sheets, problems


def _problems(css: str, file: str) -> Iterator[Problem]:
    for request in requests_in(css):
        yield Problem(
            file,
            request.line,
            request.written,
            "This asks for a file, and pages arrive whole.",
            "Take it out: pictures belong in pages, and text takes the fonts that readers have.",
        )
    for number, line in enumerate(css.splitlines(), 1):
        if END_OF_STYLE in line:
            yield Problem(file, number, END_OF_STYLE, "This is not CSS.", "Take the HTML out.")
