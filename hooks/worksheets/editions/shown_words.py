"""The words that readers of an edition see, and what was said of them in this copy."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.source_files import Folders
from ..guide.readings import Reading, read_readings
from ..guide.review import Shown, lapsed
from ..guide.whole_guide import Guide
from ..guide.words_read import words_read
from .dropped_links import drop_links
from .removal import Removed, shows_less
from .what_to_type import to_write_down_a_review


def read_shown(
    guide: Guide, removed: Removed, folders: Folders, clinic: Path | None, known: Collection[str]
) -> tuple[Shown, list[Problem]]:
    """The words that readers of this edition see, and what was said of them; `known` also has what is removed."""
    pages = [page for page in guide.pages if shows_less(page, removed)]
    fewer = {page.path: drop_links(page.body, page.path, removed) for page in pages}
    words = words_read(guide, fewer)
    if clinic is None:
        return Shown(words, guide.readings), []
    readings, problems = read_readings(clinic, known, folders.name(clinic))
    return Shown(words, readings), problems


def of_these_words(readings: Iterable[Reading], words: Mapping[str, str]) -> tuple[Reading, ...]:
    """What was said of the words that are there now: a translation is no later version of what somebody has read."""
    return tuple(
        reading.model_copy(update={"pages": tuple(one for one in reading.pages if words.get(one.page) == one.words)})
        for reading in readings
    )


def read_again(shown: Shown, clinic: Path | None) -> Iterator[str]:
    """What was reviewed once, and has other words now."""
    if names := lapsed(shown):
        said = "1 page or sheet has" if len(names) == 1 else f"{len(names)} pages and sheets have"
        yield (
            f"{said} changed since a clinician reviewed it: {', '.join(names)}. Readers are told so. When one has been "
            f"read again: {to_write_down_a_review(clinic, names[0])}"
        )
