"""How hard pages, exercises and packs may be to read, by the formulas of their language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Literal

from ..authoring.problems import Problem
from .language_rules import LanguageRules, Limits
from .markdown.block_reader import read_blocks
from .page import Page
from .readability import FORMULAS, Formula
from .sentences import sentences
from .texts_in_language import readers_pages
from .whole_guide import Guide

Reading = Mapping[str, Limits]
Kind = Literal["hardest", "safety", "easy_read"]


def easy_to_read(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """Nothing harder than the limits of the language, but a page with a reason; pages about safety and in Easy Read
    have limits of their own, and half of all pages are easier still."""
    pages = [page for page in readers_pages(guide) if page.language == language]
    texts = {page: [one.text for one in page.sentences] for page in pages}
    for page, text in texts.items():
        kind = _kind(guide, page, rules.reading)
        or_say = ", or say `harder_because: …`" if kind == "hardest" else ""
        if not (or_say and page.front_matter and page.front_matter.harder_because):
            for wrong, write in _too_hard(text, language, rules.reading, kind):
                yield Problem(page.file, 1, "", wrong, f"{write}{or_say}.")
    for id_, entry in guide.catalogue.entries.items():
        if entry.language == language:
            yield from _hard_file(guide.catalogue.documents[id_].file, entry.exercise.texts, language, rules.reading)
    for id_, one in guide.packs.entries.items():
        if one.language == language:
            yield from _hard_file(guide.packs.documents[id_].file, one.pack.texts, language, rules.reading)
    yield from _hard_middle(texts, language, rules.reading)


def is_short(texts: Sequence[str], language: str, reading: Reading) -> bool | None:
    """Whether sentences and words are short by all formulas; None where nobody has said what is short."""
    wanted = [(formula, limits.short) for formula, limits in _limits(language, reading) if limits.short is not None]
    return all(not formula.is_harder(formula.value(texts), limit) for formula, limit in wanted) if wanted else None


def _kind(guide: Guide, page: Page, reading: Reading) -> Kind:
    """Which limits a page has: those on safety or of Easy Read, if the language has some, or else the usual ones."""
    if guide.settings.is_easy(page.path) and any(one.easy_read is not None for one in reading.values()):
        return "easy_read"
    is_first = page.path in guide.settings.translated_first
    return "safety" if is_first and any(one.safety is not None for one in reading.values()) else "hardest"


def _hard_file(file: str, texts: Iterable[str], language: str, reading: Reading) -> Iterator[Problem]:
    found = [one.text for one in sentences(read_blocks("\n\n".join(texts)))]
    for wrong, write in _too_hard(found, language, reading, "hardest"):
        yield Problem(file, 1, "", wrong, f"{write}, with shorter sentences or words.")


def _too_hard(text: Sequence[str], language: str, reading: Reading, kind: Kind) -> Iterator[tuple[str, str]]:
    """What is too hard about some sentences by each formula, and where to get."""
    for formula, limits in _limits(language, reading):
        own = {"easy_read": limits.easy_read, "safety": limits.safety}.get(kind)
        limit = limits.hardest if own is None else own
        value = formula.value(text)
        if limit is not None and len(text) >= formula.fewest and formula.is_harder(value, limit):
            yield f"The {formula.name} is {value:.1f}.", formula.within(limit)


def _hard_middle(texts: Mapping[Page, Sequence[str]], language: str, reading: Reading) -> Iterator[Problem]:
    for formula, limits in _limits(language, reading):
        values = {page: formula.value(text) for page, text in texts.items()}
        if values and limits.middle is not None and formula.is_harder(middle := median(values.values()), limits.middle):
            hardest = formula.hardest(values.values())
            page = next(page for page, value in values.items() if value == hardest)
            wrong = f"The median {formula.name} of all pages is {middle:.1f}."
            yield Problem(page.file, 1, "", wrong, f"{formula.within(limits.middle)}; this page is the hardest.")


def _limits(language: str, reading: Reading) -> Iterator[tuple[Formula, Limits]]:
    formulas = FORMULAS.get(language, {})
    return ((formulas[name], limits) for name, limits in reading.items() if name in formulas)
