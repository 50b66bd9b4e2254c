"""Pages for a bad moment: what is not safe first, then what to do, one sheet and one way on, all of it short."""

from collections.abc import Iterator
from itertools import takewhile

from ..authoring.problems import Problem
from ..authoring.words import SOURCE
from ..exercises.exercise_addresses import exercise_of
from .guide_settings import FirstAid
from .language_rules import LanguageRules
from .markdown.typed_blocks import Block, Container
from .markers import OF_EXERCISES
from .page import Page
from .whole_guide import Guide

STOP = "stop"
ACTS = "acts"
"""The kinds of box that say when not to do this, and what to do at once."""


def first_aid_acts_first(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """Who comes to a page for a bad moment reads little: it is short, safe first, and soon says what to do."""
    wanted = guide.settings.first_aid
    for page in guide.pages:
        if wanted and page.language == language and wanted.holds(page.path):
            yield from _too_long(page, wanted)
            yield from _acts_late(page, wanted)
            yield from _other_than_one_sheet(page)
            yield from _no_way_on(page, wanted)


def _too_long(page: Page, wanted: FirstAid) -> Iterator[Problem]:
    words = _words(page.blocks.all)
    if words > wanted.most_words:
        wrong = f"This page is for a bad moment and has {words} words."
        yield Problem(page.file, 1, "", wrong, f"Get down to {wanted.most_words}, title and boxes too.")


def _acts_late(page: Page, wanted: FirstAid) -> Iterator[Problem]:
    """The box that says when to stop comes right below the title, and the one that says what to do soon after."""
    below = [block for block in page.blocks.all if block.kind != "html"][1:]
    if below and _box(page, below[0]) != STOP:
        line, write = page.line(below[0].start), 'Write `!!! stop "When not to do this"` and its words below the title.'
        yield Problem(page.file, line, "", "The first thing here is not when to stop.", write)
    before = list(takewhile(lambda block: _box(page, block) != ACTS, below))
    if len(before) == len(below):
        wrong = "Nothing here says what to do at once."
        yield Problem(page.file, 1, "", wrong, 'Write `!!! acts "First"` below the stop box, and what to do in it.')
    elif (words := _words(before)) > wanted.words_before_acting:
        line = page.line(below[len(before)].start)
        wrong = f"What to do comes after {words} words."
        yield Problem(page.file, line, "", wrong, f"Let at most {wanted.words_before_acting} stand above it.")


def _other_than_one_sheet(page: Page) -> Iterator[Problem]:
    shown = {marker.argument for marker in page.markers if marker.word in OF_EXERCISES}
    shown |= {id_ for link in page.links if (id_ := exercise_of(link.path)) and "/" in id_}
    if len(shown) != 1:
        named = ": " + ", ".join(f"`{id_}`" for id_ in sorted(shown)) if shown else ""
        wrong = f"This page leads to {len(shown) or 'no'} sheets{named}."
        yield Problem(page.file, 1, "", wrong, "Choose one, and write `<!-- sheet: section/name -->`.")


def _no_way_on(page: Page, wanted: FirstAid) -> Iterator[Problem]:
    """The last section has the heading of the way on, whatever that is in another language, and one link below it."""
    headings = list(page.blocks.headings())
    last = headings[-1] if headings else None
    if last is None or (page.language == SOURCE and last.words.strip() != wanted.way_on):
        wrong = f"The last section of this page is not “{wanted.way_on}”."
        yield Problem(page.file, 1, "", wrong, f"End with `## {wanted.way_on}` and one link.")
    elif (links := sum(link.piece.start > last.start for link in page.links)) != 1:
        wrong = f"“{last.words.strip()}” has {links} links."
        yield Problem(page.file, page.line(last.start), "", wrong, "Lead to one page: to choose is hard on a bad day.")


def _box(page: Page, block: Block) -> str:
    """The kind of box in which a block is, such as `stop`; empty where it is in none."""
    boxes: list[Container] = [one for one in block.inside if one.kind == "box"]
    return page.blocks.line_text(boxes[0].start).split()[1] if boxes else ""


def _words(blocks: list[Block] | tuple[Block, ...]) -> int:
    return sum(len(block.words.split()) for block in blocks)
