"""How words are used in one language. Each rule is a generator of problems; its docstring is the rule."""

import re
from collections.abc import Iterator

from ..authoring.problems import Problem
from ..authoring.words import SOURCE
from .language_rules import LanguageRules
from .sentences import Sentence
from .spelling_file import read_spelling
from .texts_in_language import readers_pages, sentences_and_texts, whole_texts
from .whole_guide import Guide

LONGEST_DESCRIPTION = 160
QUOTATION_MARKS = frozenset("\"'«»‹›“”„‟‘’‚‛「」『』")
"""All that languages quote with."""
APOSTROPHE = "’"


def banned_words(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """No word that the guide has banned."""
    banned = {word: re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for word in rules.banned}
    for text in sentences_and_texts(guide, language):
        for word, pattern in banned.items():
            if pattern.search(text.words):
                write = f"Write {rules.banned[word]}."
                yield Problem(text.file, text.line, text.place, f"We do not write “{word}”.", write)


def one_spelling(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """No word in a spelling that the guide's list replaces; names stay as their owners spell them."""
    if not guide.spelling or language != SOURCE:
        return
    spelling, problems = read_spelling(guide.spelling.path, guide.spelling.file)
    yield from problems
    for text in sentences_and_texts(guide, language):
        words = text.words
        for name in rules.names:
            words = words.replace(name, "")
        for word in re.findall(r"[A-Za-z]+", words):
            if right := spelling.get(word.lower()):
                wrong = f"“{word}” is not how this guide spells it."
                yield Problem(text.file, text.line, text.place, wrong, f"Write “{right}”.")


def claims_have_sources(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """A sentence that speaks of research, studies, trials or evidence cites a work."""
    claim = re.compile(rf"\b({'|'.join(map(re.escape, rules.claims))})\b", re.IGNORECASE)
    for page in readers_pages(guide) if rules.claims else ():
        for sentence in page.sentences if page.language == language else ():
            match = claim.search(sentence.text)
            if match and not sentence.cites:
                wrong = f"“{_short(sentence)}” speaks of “{match[0]}” and cites nothing."
                yield Problem(page.file, sentence.line, "", wrong, "Add `[@key]`, or say it without that word.")


def short_descriptions(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """A description fits into what search engines show."""
    for page in guide.pages:
        state = page.front_matter
        if state and page.language == language and len(state.description) > LONGEST_DESCRIPTION:
            wrong = f"It has {len(state.description)} characters."
            yield Problem(page.file, 1, "description", wrong, f"Use at most {LONGEST_DESCRIPTION}.")


def marks_of_the_language(guide: Guide, language: str, rules: LanguageRules) -> Iterator[Problem]:
    """Quotations stand in the marks of the language, and what is opened is closed."""
    known = frozenset("".join(rules.quotes)) | {APOSTROPHE}
    for text in whole_texts(guide, language):
        for mark in sorted(QUOTATION_MARKS.intersection(text.words) - known) if rules.quotes else ():
            write = f"Write {' or '.join(f'{pair[0]}…{pair[1]}' for pair in rules.quotes)}."
            yield Problem(text.file, text.line, text.place, f"The mark {mark} is none of this language.", write)
        for pair in (*rules.quotes, *rules.pairs):
            opened, closed = text.words.count(pair[0]), text.words.count(pair[1])
            if pair[1] != APOSTROPHE and opened != closed:
                wrong = f"There are {opened} {pair[0]} and {closed} {pair[1]}."
                yield Problem(text.file, text.line, text.place, wrong, "Open each once, and close it.")


def _short(sentence: Sentence) -> str:
    words = sentence.text.split()
    return sentence.text if len(words) <= 8 else " ".join(words[:8]) + " …"
