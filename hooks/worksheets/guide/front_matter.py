"""What a page says of itself between two lines of `---`, cut off here and nowhere else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import AfterValidator, ConfigDict

from ..authoring.days import PastDay
from ..authoring.problems import Problem
from ..authoring.strict_model import Strict, validate
from ..authoring.text_types import Language, Line, mistake
from ..authoring.yaml_document import read_document

FENCE = "---"

SECOND = re.compile(rf"{FENCE} *\n(?:[a-z_]+:.*\n)+{FENCE}")
"""What looks like front matter, also where none is read."""

NOT_NEEDED = "not needed"
NOT_YET = "not yet"
"""What `clinical_review` may say."""


def _needed_or_not(text: str) -> str:
    """Who has read a page stands in `reviews/`, with the words that they read; said here it would outlive them."""
    if text not in (NOT_NEEDED, NOT_YET):
        wrong = f"“{text}” does not say which words were read, and would outlive them."
        write = (
            f"Write `{NOT_YET}` here, or `{NOT_NEEDED}`. The command `reviewed` writes into `reviews/` who has read it."
        )
        raise mistake(wrong, write)
    return text


class FrontMatter(Strict):
    """What every page says of itself."""

    model_config = ConfigDict(alias_generator=None)

    title: Line
    """the title, the same as the first heading"""
    description: Line
    """one sentence of at most 160 characters"""
    last_reviewed: PastDay
    """the day when somebody last read it for truth"""
    clinical_review: Annotated[Line, AfterValidator(_needed_or_not)]
    """`not yet` if a clinician should read it, else `not needed`; who has read it stands in `reviews/`"""
    language: Language | None = None
    """the language of this page, such as `en`, where it is not that of the others in its folder"""
    harder_because: Line | None = None
    """why this page may be harder to read than the others"""

    @property
    def is_for_readers(self) -> bool:
        """Whether it speaks to those whom the guide is for, and not to clinics or authors."""
        return self.clinical_review != NOT_NEEDED


@dataclass(frozen=True)
class Split:
    """A page in two: the YAML (None if there is none), the Markdown, and how many lines come before the Markdown."""

    yaml: str | None
    body: str
    lines_before: int


def split_front_matter(text: str) -> Split:
    """Cut a page in two. Both parts have the line ends of Unix, and spaces for tabs, as they are rendered."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == FENCE]
    if len(fences) < 2 or fences[0] != 0:
        return Split(None, "\n".join(lines).expandtabs(4), 0)
    end = fences[1]
    # the YAML keeps an empty line in the place of the first fence, so that its lines have the numbers of the file
    return Split("\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :]).expandtabs(4), end + 1)


def read_front_matter(page: Split, file: str) -> tuple[FrontMatter | None, list[Problem]]:
    """The checked front matter of a page, or all that is wrong with it."""
    if page.yaml is None:
        return None, [_missing(page.body, file)]
    document, problems = read_document(page.yaml, file)
    if problems:
        return None, problems
    front_matter, problems = validate(FrontMatter, replace(document, value=document.value or {}))
    return front_matter, [*problems, *_second(page, file)]


def _missing(text: str, file: str) -> Problem:
    """Why a page has no front matter, and what to do."""
    names = ", ".join(f"`{name}`" for name, info in FrontMatter.model_fields.items() if info.is_required())
    first, line = _first_line(text)
    if line != FENCE:
        return Problem(file, 1, "", "There is no front matter.", f"Start with `{FENCE}`, {names}, `{FENCE}`.")
    if first:
        wrong = "The front matter begins here, and a page has to begin with it."
        return Problem(file, first + 1, "", wrong, "Remove the empty lines above it.")
    if text[0].isspace():
        wrong = f"The front matter begins here, with blanks before its `{FENCE}`."
        return Problem(file, 1, "", wrong, "Begin it at the left edge.")
    write = f"Write `{FENCE}` on a line of its own below its last key."
    return Problem(file, 1, "", "The front matter that begins here does not end.", write)


def _second(page: Split, file: str) -> Iterator[Problem]:
    """A page has its front matter once."""
    first, line = _first_line(page.body)
    if line == FENCE and SECOND.match("\n".join(page.body.split("\n")[first:])):
        wrong = "A second front matter begins here, and readers would see it."
        yield Problem(file, page.lines_before + first + 1, "", wrong, "Keep one of the two.")


def _first_line(text: str) -> tuple[int, str]:
    """The first line with words in it, from 0, and what it says."""
    lines = (line.strip() for line in text.split("\n"))
    return next(((number, line) for number, line in enumerate(lines) if line), (0, ""))
