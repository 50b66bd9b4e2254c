"""A review written down: a file in `reviews/` for what one person said on one day, begun or added to."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.strict_model import validate
from ..authoring.text_file import read_text
from ..authoring.yaml_document import read_document
from ..authoring.yaml_quotes import quoted
from ..exercises.exercise_addresses import pack_page
from ..guide.readings import ENDING, FOLDER, Outcome, Reading, Verdict
from .edition import Edition

SCHEMA = "schema.json"
MOST_FILES = 1000
"""Of one person on one day."""


@dataclass(frozen=True)
class Reviewed:
    """What somebody says of some pages and sheets on one day; `words` has the digest of each by its name."""

    role: str
    name: str | None
    day: date
    outcome: Outcome
    remarks: str | None
    words: Mapping[str, str]


def reviewed_file(root: Path, home: Path, reviewed: Reviewed) -> tuple[Path, str]:
    """The file that is to hold a review in a clinic's folder, or in `root` for the guide, and its whole text then.

    A file of the same person and day is added to, line by line, so that nothing else in it changes. If that cannot be
    done without changing what others say in it, the review has a file of its own.
    """
    for number in range(1, MOST_FILES):
        part = f"_{number:02}" if number > 1 else ""  # a later file comes later, as an underscore does after a dot
        path = home / FOLDER / f"{reviewed.day}-{_slug(reviewed.role)}{part}{ENDING}"
        if not path.exists():
            return path, _begun(root, home, reviewed)
        if text := _added(path, reviewed):
            return path, text
    raise FileExistsError(str(home / FOLDER))


def names_of(file: str, root: Path, edition: Edition) -> tuple[list[str], str]:
    """The pages, sheets and packs that a path or a name stands for, or why it stands for none.

    A folder stands for all in it that a clinician should read. A path may be that of the guide's file or of the
    clinic's in its place: what counts is what readers see.
    """
    words = edition.shown.words
    if file in words:
        return [file], ""
    path = (root / file).resolve()
    for folder in _folders(root, edition):
        if path.is_relative_to(folder.resolve()):
            inside = path.relative_to(folder.resolve()).as_posix()
            names = [_name(folder.name, inside)] if path.suffix else _below(folder.name, inside, edition)
            if found := [name for name in names if name in words]:
                return found, ""
    if path.exists():
        return [], f"“{file}” is no page, sheet or pack that readers of this copy see."
    return [], f"There is no “{file}”. Name a file or a folder, such as docs/steps or exercises/repair/pause-plan.yml."


def _folders(root: Path, edition: Edition) -> list[Path]:
    homes = [edition.overlay.folder] if edition.overlay else []
    return [
        *(root / name for name in ("docs", "exercises", "packs")),
        *(home / name for home in homes for name in ("pages", "exercises", "packs")),
    ]


def _name(folder: str, inside: str) -> str:
    """What `reviews/` calls a file, given the folder that it is in."""
    if folder in ("docs", "pages"):
        return inside
    stem = inside.rpartition(".")[0]
    return pack_page(stem) if folder == "packs" else stem


def _below(folder: str, inside: str, edition: Edition) -> list[str]:
    start = "" if inside == "." else f"{inside}/"
    of_packs = {pack_page(id_) for id_ in edition.guide.packs.entries}
    of_sheets = set(edition.guide.catalogue.entries)
    if folder == "packs":
        return sorted(of_packs)
    if folder == "exercises":
        return sorted(name for name in of_sheets if name.startswith(start))
    needed = {path for path, one in edition.reviews.items() if one.is_needed}
    return sorted(page.path for page in edition.guide.pages if page.path in needed and page.path.startswith(start))


def _slug(role: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", role.lower())) or "review"


def _begun(root: Path, home: Path, reviewed: Reviewed) -> str:
    head = [f"role: {_scalar(reviewed.role)}"]
    head += [f"name: {_scalar(reviewed.name)}"] if reviewed.name else []
    schema = os.path.relpath(root.resolve() / FOLDER / SCHEMA, home.resolve() / FOLDER).replace(os.sep, "/")
    first = f"# yaml-language-server: $schema={schema}"
    return "\n".join([first, *head, f"day: {reviewed.day}", "pages:", *_lines(reviewed, reviewed.words), ""])


def _lines(reviewed: Reviewed, names: Mapping[str, str]) -> list[str]:
    remarks = [f"    remarks: {quoted(reviewed.remarks)}"] if reviewed.remarks else []
    return [
        line
        for name, words in names.items()
        for line in (f"  - page: {name}", f"    words: {words}", f"    outcome: {reviewed.outcome}", *remarks)
    ]


def _added(path: Path, reviewed: Reviewed) -> str | None:
    """The text of a file with a review added to it; None if it is another's, or would say something else then."""
    text = read_text(path, path.name)
    before = _parsed(text) if isinstance(text, str) else None
    if before is None or (before.role, before.name, before.day) != (reviewed.role, reviewed.name, reviewed.day):
        return None
    assert isinstance(text, str)
    held = {one.page: one for one in before.pages}
    missing = {name: words for name, words in reviewed.words.items() if name not in held}
    for name, words in reviewed.words.items():
        if name in held:
            text = text.replace(held[name].words, words)
    text = "\n".join([text.rstrip("\n"), *_lines(reviewed, missing), ""])
    after = _parsed(text)
    now = [_verdict(reviewed, name) for name in reviewed.words]
    wanted = {**held, **{one.page: one for one in now}}
    return text if after and {one.page: one for one in after.pages} == wanted else None


def _verdict(reviewed: Reviewed, name: str) -> Verdict:
    said = {"page": name, "words": reviewed.words[name], "outcome": reviewed.outcome, "remarks": reviewed.remarks}
    return Verdict.model_validate(said)


def _parsed(text: str | Problem) -> Reading | None:
    if isinstance(text, Problem):
        return None
    document, problems = read_document(text, "")
    return None if problems else validate(Reading, document)[0]


def _scalar(text: str) -> str:
    """A text as YAML that means just that."""
    document, problems = read_document(f"- {text}", "")
    return text if not problems and document.value == [text] else quoted(text)
