"""What pages and exercises must be like to read. Each rule is a generator of problems; its docstring is the rule."""

import re
from collections.abc import Callable, Iterator

from ..authoring.problems import Problem
from ..authoring.words import SOURCE
from ..authoring.yaml_document import Document, Trail
from .easy_read import one_idea_at_a_time
from .first_aid import first_aid_acts_first
from .guide_settings import read_spelling
from .page import Page
from .readability_limits import easy_to_read, readers_pages
from .sentences import Sentence
from .whole_guide import Guide

LONGEST_DESCRIPTION = 160
CLAIM = re.compile(r"\b(research|researchers|study|studies|evidence|trials?)\b", re.IGNORECASE)
KEYS = {"id", "kind", "for", "alone", "go"}
NAMES_OF_OTHERS = {"evidence", "of", "exercises", "pages", "skip-if-done"}
"""The values of these keys of an exercise or a pack are not prose."""

Rule = Callable[[Guide], Iterator[Problem]]


def broken_rules(guide: Guide) -> list[Problem]:
    """All that the rules find, in no order."""
    return [problem for rule in RULES for problem in rule(guide)]


def banned_words(guide: Guide) -> Iterator[Problem]:
    """No word that the guide has banned."""
    banned = {word: re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for word in guide.settings.banned}
    for file, line, place, text in _texts(guide):
        for word, pattern in banned.items():
            if pattern.search(text):
                write = f"Write {guide.settings.banned[word]}."
                yield Problem(file, line, place, f"We do not write “{word}”.", write)


def one_spelling(guide: Guide) -> Iterator[Problem]:
    """No word in a spelling that the guide's list replaces; names stay as their owners spell them."""
    spelling, problems = read_spelling(guide.spelling.path, guide.spelling.file) if guide.spelling else ({}, [])
    yield from problems
    for file, line, place, text in _texts(guide):
        for name in guide.settings.names:
            text = text.replace(name, "")
        for word in re.findall(r"[A-Za-z]+", text):
            if right := spelling.get(word.lower()):
                yield Problem(file, line, place, f"“{word}” is not how this guide spells it.", f"Write “{right}”.")


def claims_have_sources(guide: Guide) -> Iterator[Problem]:
    """A sentence that speaks of research, studies, trials or evidence cites a work."""
    for page in readers_pages(guide):
        for sentence in page.sentences:
            match = CLAIM.search(sentence.text)
            if match and not sentence.cites:
                wrong = f"“{_short(sentence)}” speaks of “{match[0]}” and cites nothing."
                yield Problem(page.file, sentence.line, "", wrong, "Add `[@key]`, or say it without that word.")


def guides_have_sources(guide: Guide) -> Iterator[Problem]:
    """The page of a section says on what it rests."""
    pages = {section.page for section in guide.catalogue.sections}
    for page in guide.pages:
        if page.path in pages and not page.citations:
            yield Problem(
                page.file, 1, "", "The page of a section cites nothing.", "Add `[@key]` where it claims something."
            )


def files_are_named_by_titles(guide: Guide) -> Iterator[Problem]:
    """The name of a file has words of its title, in their order: a download says what the title says."""
    entries, held = guide.catalogue.entries.values(), guide.packs.entries.values()
    titles = [(guide.catalogue.documents[one.id].file, one.id, one.exercise.title, one.language) for one in entries]
    titles += [(guide.packs.documents[one.id].file, one.id, one.pack.title, one.language) for one in held]
    for file, id_, title, language in titles:
        name = id_.split("/")[-1]
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("’", "")))
        words = iter(slug.split("-"))
        if language == SOURCE and not all(word in words for word in name.split("-")):
            wrong = f"The file is called “{name}” and the title is “{title}”: a download would say more than the title."
            write = f"Name it `{slug}.yml`; words may be left out."
            yield Problem(file, 1, "title", wrong, write)


def short_descriptions(guide: Guide) -> Iterator[Problem]:
    """A description fits into what search engines show."""
    for page in guide.pages:
        if page.front_matter and len(page.front_matter.description) > LONGEST_DESCRIPTION:
            wrong = f"It has {len(page.front_matter.description)} characters."
            yield Problem(page.file, 1, "description", wrong, f"Use at most {LONGEST_DESCRIPTION}.")


def steps_share_a_skeleton(guide: Guide) -> Iterator[Problem]:
    """Each step has the headings that the guide gives it, in order; so a reader knows where to look."""
    wanted = list(guide.settings.steps.headings)
    steps = {section.page for section in guide.catalogue.sections if section.step}
    for page in guide.pages:
        found = [text for _, depth, text in _headings(page) if depth == 2]
        if wanted and page.path in steps and found != wanted:
            missing = [text for text in wanted if text not in found]
            wrong = f"Missing: {' · '.join(missing)}." if missing else "The sections are not in the order of a step."
            yield Problem(page.file, 1, "", wrong, "Write these sections: " + " · ".join(wanted) + ".")


RULES: tuple[Rule, ...] = (
    banned_words,
    one_spelling,
    claims_have_sources,
    guides_have_sources,
    easy_to_read,
    files_are_named_by_titles,
    short_descriptions,
    steps_share_a_skeleton,
    first_aid_acts_first,
    one_idea_at_a_time,
)


def _headings(page: Page) -> Iterator[tuple[int, int, str]]:
    """Line, level and words of every heading."""
    for heading in page.blocks.headings():
        yield page.line(heading.start), heading.level, heading.words.strip()


def _texts(guide: Guide) -> Iterator[tuple[str, int, str, str]]:
    """All words of readers' pages, of exercises and of packs: file, line, place, text."""
    for page in readers_pages(guide):
        yield from ((page.file, line, "", text) for line, _, text in _headings(page))
        yield from ((page.file, sentence.line, "", sentence.text) for sentence in page.sentences)
    for document in (*guide.catalogue.documents.values(), *guide.packs.documents.values()):
        yield from (
            (document.file, document.line(path), document.place(path), text) for path, text in _strings(document)
        )


def _strings(document: Document) -> Iterator[tuple[Trail, str]]:
    """Every text of a file with its path, but ids and keys."""

    def walk(path: Trail, value: object) -> Iterator[tuple[Trail, str]]:
        if isinstance(value, str) and path and path[-1] not in KEYS and not NAMES_OF_OTHERS.intersection(path):
            yield path, value
        elif isinstance(value, dict):
            for key, inner in value.items():
                yield from walk((*path, key), inner)
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                yield from walk((*path, index), inner)

    yield from walk((), document.value)


def _short(sentence: Sentence) -> str:
    words = sentence.text.split()
    return sentence.text if len(words) <= 8 else " ".join(words[:8]) + " …"
