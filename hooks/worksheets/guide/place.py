"""Where a page stands in the guide, how long it takes to read, and which sheets are in it."""

from dataclasses import dataclass
from math import ceil

from markdown.extensions.toc import slugify

from ..exercises.catalogue import Entry
from ..exercises.exercise import Section
from .page import Page
from .whole_guide import Guide

WORDS_A_MINUTE = 220
"""A calm pace: adults read English silently at about 240 words a minute (Brysbaert, 2019)."""


@dataclass(frozen=True)
class Place:
    """A page among others. `section` is the id of the first section whose page it is, or empty; `step` is its number
    if it is a step, and `steps` are all of them, in order.

    `minutes` is the time to read it, None where nobody reads it from end to end; `sheets` counts the exercises of its
    section, and `shown` are those that the page shows or covers; `jumps` are the ids of headings worth a button,
    which are the same in every language.
    """

    section: str
    step: int | None
    steps: tuple[Section, ...]
    minutes: int | None
    sheets: int
    shown: tuple[Entry, ...]
    jumps: tuple[str, ...]
    easy: bool
    """Whether it is an Easy Read page."""


def place_of(guide: Guide, path: str) -> Place | None:
    """The place of a page by its path in `docs/`; None if an author has not written it."""
    page = guide.page(path)
    if page is None:
        return None
    sections = [section for section in guide.catalogue.sections if section.page == path]
    step = next((section.step for section in sections if section.step), None)
    entries = guide.catalogue.entries
    sheets = [marker.argument for marker in page.markers if marker.word in ("exercise", "sheet")]
    return Place(
        section=sections[0].id if sections else "",
        step=step,
        steps=tuple(section for section in guide.catalogue.sections if section.step),
        minutes=_minutes(page) if page.citations else None,
        sheets=sum(len(guide.catalogue.of(section)) for section in sections),
        shown=tuple(entries[id_] for id_ in sheets if id_ in entries),
        jumps=tuple(slugify(title, "-") for title in guide.settings.steps.jumps) if step else (),
        easy=guide.settings.is_easy(path),
    )


def _minutes(page: Page) -> int:
    """The minutes that its running text takes, without its exercises."""
    return ceil(sum(len(sentence.text.split()) for sentence in page.sentences) / WORDS_A_MINUTE)
