"""All that a review asks about: each page and each sheet with its claims, its sources, its words on when to stop."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ..exercises.catalogue import Entry
from .citations import keys_of
from .markdown.typed_blocks import CITED
from .page import Page
from .readings import Role
from .whole_guide import Guide

READERS = 5
"""How many readers with lived experience share the steps; each reads all of what a step takes."""

WORDS_A_MINUTE = 100
"""Half of the usual 200 or so: whoever judges a text reads it twice. An estimate; nobody has timed it."""

SPACE_BEFORE_A_MARK = re.compile(r"\s+(?=[.,:;!?])")
"""What a citation leaves when it is taken out."""

MINUTES_A_PAGE = 3
"""To tick an outcome and write a line or two."""


@dataclass(frozen=True)
class Claim:
    """A sentence that rests on something, and the works it names, as `Gordon & Chen, 2016`."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A page or a sheet that somebody reads: `name` is what `reviews/*.yml` calls it, `address` its path in `docs/`."""

    name: str
    title: str
    digest: str
    """The digest of what it says now, for `reviews/*.yml`."""
    day: date
    stop: str
    """When to stop, as its author wrote it; empty where nothing says so."""
    claims: tuple[Claim, ...]
    roles: tuple[Role, ...]
    step: int | None
    """Of several readers with lived experience, only one reads a step; None if all read this."""
    words: int

    @property
    def minutes(self) -> float:
        """How long it takes to read and judge it."""
        return self.words / WORDS_A_MINUTE + MINUTES_A_PAGE


def review_list(guide: Guide, words: Mapping[str, str]) -> list[Asked]:
    """Every page for readers and every sheet, each step followed by its sheets; `words` has the digests by name."""
    found: list[Asked] = []
    for page in guide.pages:
        if page.front_matter and page.front_matter.is_for_readers:
            found.append(_page(page, guide, words[page.path]))
            sections = [section for section in guide.catalogue.sections if section.page == page.path]
            sheets = [entry for section in sections for entry in guide.catalogue.of(section)]
            found += [_sheet(entry, page, guide, words[entry.id]) for entry in sheets]
    return found


def hours(asked: list[Asked], role: Role) -> float:
    """How long all of it takes one person in a role; of readers with lived experience, the one who has most to read."""
    mine = [one for one in asked if role in one.roles]
    always = sum(one.minutes for one in mine if one.step is None)
    by_step = [sum(one.minutes for one in mine if one.step == step) for step in {one.step for one in mine} - {None}]
    shared = max(by_step, default=0) if role == "reader with lived experience" else sum(by_step)
    return (always + shared) / 60


def _page(page: Page, guide: Guide, digest: str) -> Asked:
    assert page.front_matter
    key = guide.settings.key_pages
    steps = [one.step for one in guide.catalogue.sections if one.page == page.path and one.step]
    roles: list[Role] = ["couples therapist"]
    if page.path in (key.help_now, key.is_this_safe, key.right_now, key.leave_this_page, key.privacy):
        roles.append("domestic-abuse specialist")
    if steps or page.path in (key.start, key.right_now, key.is_this_safe):
        roles.append("reader with lived experience")
    return Asked(
        name=page.path,
        title=page.front_matter.title,
        digest=digest,
        day=page.front_matter.last_reviewed,
        stop="",
        claims=tuple(_claims(page, guide)),
        roles=tuple(roles),
        step=steps[0] if steps else None,
        words=len(page.body.split()),
    )


def _sheet(entry: Entry, page: Page, guide: Guide, digest: str) -> Asked:
    assert page.front_matter
    exercise, works = entry.exercise, guide.bibliography
    labels = tuple(works.label(key) for key in works.in_order(exercise.evidence))
    roles: tuple[Role, ...] = ("couples therapist", "domestic-abuse specialist")
    return Asked(
        name=entry.id,
        title=exercise.title,
        digest=digest,
        day=page.front_matter.last_reviewed,
        stop=exercise.stop,
        claims=(Claim(exercise.purpose, labels),),
        roles=(*roles, "reader with lived experience") if entry.section.step else roles,
        step=entry.section.step,
        words=sum(len(text.split()) for text in exercise.texts),
    )


def _claims(page: Page, guide: Guide) -> Iterator[Claim]:
    """The sentences that cite something, then the cells of tables that do."""
    cited: dict[bool, list[tuple[str, list[str]]]] = {True: [], False: []}
    for block in page.blocks.all:
        keys = [keys_of(piece) for piece in block.pieces if piece.kind == "citation"]
        cited[block.kind == "text"] += [(block.words, one) for one in keys]
    in_text = (keys for _, keys in cited[True])
    for one in page.sentences:
        if one.cites:
            yield _claim(one.text, [key for keys in islice(in_text, one.citations) for key in keys], guide)
    for words, named in cited[False]:
        yield _claim(" ".join(words.replace(CITED, "").split()), named, guide)


def _claim(text: str, keys: list[str], guide: Guide) -> Claim:
    works = guide.bibliography
    closed = SPACE_BEFORE_A_MARK.sub("", text)
    return Claim(closed, tuple(works.label(key) for key in works.in_order(keys)))
