"""What pages and exercises must be like to read. Each rule is a generator of problems; its docstring is the rule."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from ..authoring.problems import Problem
from ..authoring.words import SOURCE
from ..authoring.yaml_document import Document, Trail
from .page import HEADING, Page, code_lines
from .reading_rules import easy_to_read, readers_pages
from .sentences import Sentence, sentences
from .whole_guide import Guide

LONGEST_DESCRIPTION = 160
SKELETON = (
    "In short",
    "Why it helps, and how sure we are",
    "How to do it",
    "An example",
    "When it goes wrong",
    "Not for this",
    "If you are doing this alone",
    "Worksheets",
    "Two-minute version",
    "Next",
)
BANNED = {
    "proven": "“shown” with its strength",
    "guaranteed": "what usually happens",
    "heal your attachment": "“feel safer”",
    "rewire": "“learn”",
    "toxic": "what somebody does",
    "narcissist": "what somebody does",
    "narcissistic": "what somebody does",
    "soulmate": "“partner”",
    "science says": "who found what, with a key",
    "not going anywhere": "what you feel; to somebody afraid this is a blocked door",
    "come and find you": "where you will be; to somebody afraid this is a chase",
}
CLAIM = re.compile(r"\b(research|researchers|study|studies|evidence|trials?)\b", re.IGNORECASE)
BOTH_SIDES = {"story", "stories", "focused", "focusing", "licensed", "program", "programs", "meter", "draft", "tire"}
"""Words of codespell's list that are British too: a story is no storey, and a computer runs a program."""
NAMES = re.compile(r"World Health Organization")
"""Names are spelt as their owners spell them."""
KEYS = {"id", "kind", "for", "alone"}
NAMES_OF_OTHERS = {"evidence", "of"}
"""What stands under these keys of an exercise is no prose."""

Rule = Callable[[Guide], Iterator[Problem]]


def broken_rules(guide: Guide) -> list[Problem]:
    """All that the rules find, in no order."""
    return [problem for rule in RULES for problem in rule(guide)]


def banned_words(guide: Guide) -> Iterator[Problem]:
    """No word that promises, diagnoses or sells, and none that can sound like a threat."""
    for file, line, place, text in _texts(guide):
        for word, instead in BANNED.items():
            if re.search(rf"\b{word}\b", text, re.IGNORECASE):
                yield Problem(file, line, place, f"We do not write “{word}”.", f"Write {instead}.")


def british_spelling(guide: Guide) -> Iterator[Problem]:
    """British spelling, by the list of codespell."""
    british = _british()
    for file, line, place, text in _texts(guide):
        for word in re.findall(r"[A-Za-z]+", NAMES.sub("", text)):
            if word.lower() in british and word.lower() not in BOTH_SIDES:
                yield Problem(file, line, place, f"“{word}” is American spelling.", f"Write “{british[word.lower()]}”.")


def claims_have_sources(guide: Guide) -> Iterator[Problem]:
    """A sentence that speaks of research, studies, trials or evidence cites a work."""
    for page in readers_pages(guide):
        for sentence in sentences(page.text):
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
    """The name of an exercise's file has words of its title, in their order: a download says what the title says."""
    for id_, entry in guide.catalogue.entries.items():
        name, title = id_.split("/")[-1], entry.exercise.title
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("’", "")))
        words = iter(slug.split("-"))
        if entry.language == SOURCE and not all(word in words for word in name.split("-")):
            wrong = f"The file is called “{name}” and the title is “{title}”: a download would say more than the title."
            write = f"Name it `{slug}.yml`; words may be left out."
            yield Problem(guide.catalogue.documents[id_].file, 1, "title", wrong, write)


def headings_in_order(guide: Guide) -> Iterator[Problem]:
    """One first-level heading, the title; below it no level is left out."""
    for page in guide.pages:
        level = 0
        for line, depth, text in _headings(page):
            if depth > level + 1 or (depth == 1 and level):
                wrong = f"A heading of level {depth} follows one of level {level}."
                yield Problem(page.file, line, text, wrong, f"Write {'#' * max(2, min(depth, level + 1))}.")
            if depth == 1 and page.front_matter and text != page.front_matter.title:
                wrong = f"The title in the front matter is “{page.front_matter.title}”."
                yield Problem(page.file, line, text, wrong, "Write the same in both places.")
            level = depth
        if not level:
            yield Problem(page.file, 1, "", "There is no heading.", "Start with `# ` and the title.")


def short_descriptions(guide: Guide) -> Iterator[Problem]:
    """A description fits into what search engines show."""
    for page in guide.pages:
        if page.front_matter and len(page.front_matter.description) > LONGEST_DESCRIPTION:
            wrong = f"It has {len(page.front_matter.description)} characters."
            yield Problem(page.file, 1, "description", wrong, f"Use at most {LONGEST_DESCRIPTION}.")


def steps_share_a_skeleton(guide: Guide) -> Iterator[Problem]:
    """Each step has the ten sections, in order; so a reader knows where to look."""
    steps = {section.page for section in guide.catalogue.sections if section.step}
    for page in guide.pages:
        found = [text for _, depth, text in _headings(page) if depth == 2]
        if page.path in steps and found != list(SKELETON):
            missing = [text for text in SKELETON if text not in found]
            wrong = f"Missing: {' · '.join(missing)}." if missing else "The sections are not in the order of a step."
            yield Problem(page.file, 1, "", wrong, "Write these sections: " + " · ".join(SKELETON) + ".")


RULES: tuple[Rule, ...] = (
    banned_words,
    british_spelling,
    claims_have_sources,
    guides_have_sources,
    easy_to_read,
    files_are_named_by_titles,
    headings_in_order,
    short_descriptions,
    steps_share_a_skeleton,
)


def _headings(page: Page) -> Iterator[tuple[int, int, str]]:
    """Line, level and words of every heading."""
    for line, text, is_code in code_lines(page.text):
        if not is_code and (match := HEADING.match(text)):
            yield line, len(match[1]), text[match.end(1) :].strip()


def _texts(guide: Guide) -> Iterator[tuple[str, int, str, str]]:
    """All words of readers' pages and of exercises: file, line, place, text."""
    for page in readers_pages(guide):
        yield from ((page.file, line, "", text) for line, _, text in _headings(page))
        yield from ((page.file, sentence.line, "", sentence.text) for sentence in sentences(page.text))
    for document in guide.catalogue.documents.values():
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


@cache
def _british() -> dict[str, str]:
    """British forms by their American ones, in small letters."""
    text = (files("codespell_lib") / "data" / "dictionary_en-GB_to_en-US.txt").read_text(encoding="utf-8")
    pairs = (line.split("->") for line in text.splitlines() if "->" in line)
    return {american.strip(" ,"): british for british, american in pairs if "," not in american.strip(" ,")}
