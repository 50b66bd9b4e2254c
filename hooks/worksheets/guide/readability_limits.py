"""How hard pages, exercises and packs may be to read, by two formulas."""

from collections.abc import Iterable, Iterator
from statistics import median

from ..authoring.problems import Problem
from ..authoring.words import SOURCE
from .markdown.block_reader import read_blocks
from .page import Page
from .readability import grade, smog
from .sentences import sentences
from .whole_guide import Guide

HARDEST = 8.0
HARDEST_MEDIAN = 6.0
FEWEST = 10
"""With fewer sentences one long word decides the SMOG grade, which was made for thirty."""


def readers_pages(guide: Guide) -> list[Page]:
    """The pages that speak to readers and not to authors or clinics."""
    return [page for page in guide.pages if page.front_matter and page.front_matter.is_for_readers]


def easy_to_read(guide: Guide) -> Iterator[Problem]:
    """Nothing above grade 8 by either of two formulas, but a page with a reason; half of the pages at 6 or below."""
    pages = [page for page in readers_pages(guide) if page.language == SOURCE]
    texts = {page: [one.text for one in page.sentences] for page in pages}
    for page, text in texts.items():
        if not (page.front_matter and page.front_matter.harder_because):
            for wrong in _hard(text):
                yield Problem(page.file, 1, "", wrong, f"Get below {HARDEST:.0f}, or say `harder_because: …`.")
    for id_, entry in guide.catalogue.entries.items():
        if entry.language == SOURCE:
            yield from _hard_file(guide.catalogue.documents[id_].file, entry.exercise.texts)
    for id_, one in guide.packs.entries.items():
        if one.language == SOURCE:
            yield from _hard_file(guide.packs.documents[id_].file, one.pack.texts)
    grades = {page: grade(text) for page, text in texts.items()}
    middle = median(grades.values()) if grades else 0
    if middle > HARDEST_MEDIAN:
        page = max(grades, key=lambda page: grades[page])
        wrong = f"The median Flesch–Kincaid grade of all pages is {middle:.1f}."
        yield Problem(page.file, 1, "", wrong, f"Get below {HARDEST_MEDIAN:.0f}; this page is the hardest.")


def _hard_file(file: str, texts: Iterable[str]) -> Iterator[Problem]:
    for wrong in _hard([one.text for one in sentences(read_blocks("\n\n".join(texts)))]):
        yield Problem(file, 1, "", wrong, f"Get below {HARDEST:.0f}, with shorter sentences or words.")


def _hard(text: list[str]) -> Iterator[str]:
    """What is too hard about some sentences, by each formula."""
    for name, value, fewest in (("Flesch–Kincaid", grade(text), 1), ("SMOG", smog(text), FEWEST)):
        if value > HARDEST and len(text) >= fewest:
            yield f"The {name} grade is {value:.1f}."
