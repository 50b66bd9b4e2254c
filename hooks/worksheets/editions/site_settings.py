"""What the mkdocs.yml of a clinic says that no copy listens to, and what would undo what it takes from the guide.

It is read line by line for its keys alone: its values may hold tags that only the program knows that builds the site.
"""

import re
from collections.abc import Iterator

from ..authoring.problems import Problem
from ..authoring.source_files import Overlay
from ..authoring.text_file import read_text

FILE = "mkdocs.yml"
KEY = re.compile(r"^([A-Za-z_]+)[ \t]*:", re.MULTILINE)

NO_SCRIPT = "Pages of the guide have no script, and ask nobody else for anything. Remove it."
IGNORED_KEYS = {
    "site_name": "What the copy is called is `name` in brand.yml. Remove it here.",
    "site_description": "That is `description` in brand.yml. Remove it here.",
    "site_author": "Who answers for the copy is `legal-name` in brand.yml. Remove it here.",
    "copyright": "The last line of each page is `credit` in brand.yml. Remove it here.",
    **dict.fromkeys(("plugins", "extra", "extra_javascript", "extra_templates"), NO_SCRIPT),
    **dict.fromkeys(
        ("repo_url", "repo_name", "edit_uri", "remote_branch", "remote_name"), "No page shows it. Remove it."
    ),
}
"""Keys that change nothing that readers see, and where that is said instead."""

LISTS = {
    "extra_css": "Remove it, and put your CSS into `stylesheets/`.",
    "markdown_extensions": "Remove it.",
}
"""Keys whose list would take the place of the guide's list, so that its pages fall apart."""

USED_EXTRA_KEYS = frozenset({"extra", "sheets"})
"""What `extra` may hold: whether PDFs are made."""


def undone(overlay: Overlay) -> Iterator[Problem]:
    """Every key that would undo the guide's own."""
    for key, line, _ in _keys(overlay):
        if key in LISTS:
            wrong = f"`{key}` would take the place of the guide’s, and its pages would fall apart."
            yield Problem(f"{overlay.name}/{FILE}", line, key, wrong, LISTS[key])


def unheard(overlay: Overlay) -> Iterator[Problem]:
    """Every key to which no copy listens."""
    for key, line, text in _keys(overlay):
        if key in IGNORED_KEYS and not (
            key == "extra" and {*re.findall(r"[\w-]+(?=[ \t]*:)", text)} <= USED_EXTRA_KEYS
        ):
            yield Problem(f"{overlay.name}/{FILE}", line, key, "This does nothing in a copy.", IGNORED_KEYS[key])


def _keys(overlay: Overlay) -> Iterator[tuple[str, int, str]]:
    """Each key with its line and all that is below it."""
    path = overlay.folder / FILE
    text = read_text(path, FILE) if path.is_file() else ""
    found = list(KEY.finditer(text)) if isinstance(text, str) else []
    for number, match in enumerate(found, 1):
        end = found[number].start() if number < len(found) else None
        yield match[1], match.string.count("\n", 0, match.start()) + 1, match.string[match.start() : end]
