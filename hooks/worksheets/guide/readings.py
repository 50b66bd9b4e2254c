"""What experts and readers have said of pages and sheets: files in `reviews/`. Those of the guide hold no names."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

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

ROLE_KEYS: dict[str, str] = {
    "couples therapist": "couples-therapist",
    "domestic-abuse specialist": "domestic-abuse-specialist",
    "reader with lived experience": "reader-with-lived-experience",
}
"""The key of the words for each role."""

OUTCOME_KEYS: dict[Outcome, str] = {one: one for one in get_args(Outcome)}
"""The key of the words for each outcome."""

NO_EXPERT: Role = "reader with lived experience"
"""Who knows no more of it than that. The word of any other stands in the place of “No clinician has reviewed this”."""


def _names_nobody(text: str) -> str:
    """Everybody can read the file, so it says nothing by which its reader would be found."""
    if "@" in text or TITLE.search(text):
        raise mistake("This seems to name a person.", "Write what they said, and leave out who said it.")
    return text


class Verdict(Strict):
    """What one of them said of one page or sheet."""

    page: Line
    """a page by its path in `docs/`, a sheet by its id, or a pack as `packs/name.md`"""
    words: Annotated[str, Setting(pattern=r"^[0-9a-f]{4}(-[0-9a-f]{4}){2}$")]
    """which words they read, as the form for a review and `make reviewed` have it, such as 3f2a-9c1b-77d0"""
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

    role: Line
    """what they are; in the guide one of three, in a clinic's copy anything, such as `clinical psychologist`"""
    name: Line | None = None
    """who they are, in a clinic's copy and if they wish"""
    day: PastDay
    """the day when they finished"""
    pages: Annotated[tuple[Verdict, ...], Setting(min_length=1)]
    """each page and each sheet that they read"""


@dataclass(frozen=True)
class Read:
    """What one of them said of one page, and when; `is_current` says whether it still has the words they read."""

    role: str
    day: date
    outcome: Outcome
    is_current: bool = True
    name: str | None = None

    @property
    def by_expert(self) -> bool:
        """Whether it is somebody who knows the field."""
        return self.role != NO_EXPERT


def read_readings(
    home: Path, known: Collection[str], clinic: str | None = None
) -> tuple[tuple[Reading, ...], list[Problem]]:
    """Every sound file of `reviews/` in a folder, in the order of their names; `known` are all pages, sheets and packs.

    `clinic` is what problems call the folder of a clinic, whose files may say who it was.
    """
    readings: list[Reading] = []
    problems: list[Problem] = []
    for path in files_in(home / FOLDER, "*"):
        file = f"{clinic}/{FOLDER}/{path.name}" if clinic else f"{FOLDER}/{path.name}"
        ending = almost(path, ENDING, ".yaml")
        if ending and path.suffix != ENDING:
            write = f"Rename it so that it ends in `{ENDING}`."
            problems.append(Problem(file, 1, "", f"The name ends in `{ending}`.", write))
        elif ending:
            reading, found = _read(path, file, known, is_public=clinic is None)
            readings += [reading] if reading else []
            problems += found
    return tuple(readings), problems


def _read(path: Path, file: str, known: Collection[str], is_public: bool) -> tuple[Reading | None, list[Problem]]:
    text = read_text(path, file)
    if isinstance(text, Problem):
        return None, [text]
    document, problems = read_document(text, file)
    if problems:
        return None, problems
    reading, problems = validate(Reading, document)
    named = _named(document) if is_public else ()
    return reading, [*problems, *named, *_misnamed(document, known)]


def _named(document: Document) -> Iterator[Problem]:
    """Everybody can read the guide's own files, so that they say only what somebody is."""
    written = document.value if isinstance(document.value, dict) else {}
    roles = get_args(Role)
    if isinstance(role := written.get("role"), str) and role not in roles:
        wrong = f"“{role}” is not one of the words known here."
        yield document.problem(("role",), wrong, nearest(role, roles))
    if "name" in written:
        wrong = "Everybody can read this file, so it names nobody."
        yield document.problem(("name",), wrong, "Remove the line. Only a clinic's copy may say who it was.")


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


def read_of(readings: Iterable[Reading], words: Mapping[str, str]) -> dict[str, tuple[Read, ...]]:
    """What was said of each page and sheet, the oldest first, given the words that they have now by name.

    What somebody said gives way to what the same person says later; without names, only if the words are others now.
    """
    found: dict[str, list[Read]] = {}
    for reading in sorted(readings, key=lambda one: one.day):
        for said in reading.pages:
            is_current = words.get(said.page) == said.words
            read = Read(reading.role, reading.day, said.outcome, is_current, reading.name)
            before = found.setdefault(said.page, [])
            before[:] = [*(one for one in before if not _is_outdated_by(read, one)), read]
    return {name: tuple(said) for name, said in found.items()}


def _is_outdated_by(later: Read, read: Read) -> bool:
    return (read.role, read.name) == (later.role, later.name) and (bool(read.name) or not read.is_current)
