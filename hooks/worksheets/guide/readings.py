"""What experts and readers have said of pages and sheets: a file for each of them in `reviews/`, and no names."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from ..authoring.days import PastDay
from ..authoring.problems import Problem, nearest
from ..authoring.source_files import almost, files_in
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Line, Prose, mistake
from ..authoring.yaml_document import Document, read_document
from .roles import TITLE

FOLDER = "reviews"
ENDING = ".yml"

Role = Literal["couples therapist", "domestic-abuse specialist", "reader with lived experience"]
Outcome = Literal["fits", "fits-with-changes", "does-not-fit"]

ROLE_KEYS: dict[Role, str] = {
    "couples therapist": "couples-therapist",
    "domestic-abuse specialist": "domestic-abuse-specialist",
    "reader with lived experience": "reader-with-lived-experience",
}
"""The key of the words for each role."""

EXPERTS: frozenset[Role] = frozenset({"couples therapist", "domestic-abuse specialist"})
"""Whose word a page may give in place of saying that nobody who treats people has read it."""


def _names_nobody(text: str) -> str:
    """Everybody can read the file, so it says nothing by which its reader would be found."""
    if "@" in text or TITLE.search(text):
        raise mistake("This seems to name a person.", "Write what they said, and leave out who said it.")
    return text


class Verdict(Strict):
    """What one of them said of one page or sheet."""

    page: Line
    """a page by its path in `docs/`, or a sheet by its id"""
    outcome: Outcome
    """fits, fits-with-changes or does-not-fit"""
    remarks: Annotated[Prose, AfterValidator(_names_nobody)] | None = None
    """what to change, and why; needed unless it fits"""

    @model_validator(mode="after")
    def _says_why(self) -> "Verdict":
        if self.outcome != "fits" and not self.remarks:
            raise mistake("Nothing says what to change.", "Add `remarks: …`.")
        return self


class Reading(Strict):
    """A file of `reviews/`: what one person said of what they read on one day."""

    role: Role
    """what they are, and never their name"""
    day: PastDay
    """the day when they finished; what changes later counts as changed since"""
    pages: Annotated[tuple[Verdict, ...], Setting(min_length=1)]
    """each page and each sheet that they read"""


@dataclass(frozen=True)
class Read:
    """What one of them said of one page, and when."""

    role: Role
    day: date
    outcome: Outcome


def read_readings(root: Path, known: Collection[str]) -> tuple[tuple[Reading, ...], list[Problem]]:
    """Every sound file of `reviews/` below a folder, in the order of their names; `known` are all pages and sheets."""
    readings: list[Reading] = []
    problems: list[Problem] = []
    for path in files_in(root / FOLDER, "*"):
        file = f"{FOLDER}/{path.name}"
        ending = almost(path, ENDING, ".yaml")
        if ending and path.suffix != ENDING:
            write = f"Rename it so that it ends in `{ENDING}`."
            problems.append(Problem(file, 1, "", f"The name ends in `{ending}`.", write))
        elif ending:
            reading, found = _read(path, file, known)
            readings += [reading] if reading else []
            problems += found
    return tuple(readings), problems


def _read(path: Path, file: str, known: Collection[str]) -> tuple[Reading | None, list[Problem]]:
    text = read_text(path, file)
    if isinstance(text, Problem):
        return None, [text]
    document, problems = read_document(text, file)
    if problems:
        return None, problems
    reading, problems = validate(Reading, document)
    return reading, [*problems, *_misnamed(document, known)]


def _misnamed(document: Document, known: Collection[str]) -> Iterator[Problem]:
    """Each page and each sheet is there, and is named once. A mistake elsewhere in the file hides none of this."""
    written = document.value.get("pages") if isinstance(document.value, dict) else None
    seen: set[str] = set()
    for index, verdict in enumerate(written if isinstance(written, list) else ()):
        page = verdict.get("page") if isinstance(verdict, dict) else None
        if not isinstance(page, str):
            continue
        if page not in known:
            wrong = f"There is no page or sheet `{page}`."
            yield document.problem(("pages", index, "page"), wrong, nearest(page, known))
        elif page in seen:
            yield document.problem(("pages", index, "page"), f"`{page}` stands here twice.", "Say it once.")
        seen.add(page)


def read_of(readings: tuple[Reading, ...], name: str) -> tuple[Read, ...]:
    """What was said of a page or a sheet, the oldest first."""
    found = [
        Read(one.role, one.day, verdict.outcome) for one in readings for verdict in one.pages if verdict.page == name
    ]
    return tuple(sorted(found, key=lambda one: one.day))
