"""The words of templates in one language: YAML in, a function out."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers
from markupsafe import Markup, escape

from .number_forms import OTHER, SLOT, NumberForms, counted, form_mistakes, number_forms
from .problems import Problem, nearest
from .text_file import read_text
from .text_types import unseen
from .visible_marks import WHOLE, what_to_write
from .yaml_document import Document, read_document

SOURCE = "en"
"""The language in which the guide is written. Its file says which words there are."""


class Words:
    """The words of one language: call it with a key to get its text.

    Days are written for `locale`, such as `en_GB`; of some Babel knows nothing. What is `missing` in this language
    stands in `texts` in the source language. `forms` are those of words that depend on a number.
    """

    def __init__(
        self,
        language: str,
        locale: str,
        texts: Mapping[str, str],
        missing: Set[str] = frozenset(),
        forms: Mapping[str, NumberForms] | None = None,
    ) -> None:
        self.language = language
        self.locale = locale
        self.texts = texts
        self.missing = missing
        self.forms = forms or {}

    def __call__(self, key: str, **values: Any) -> Markup:
        """The words of a key with its slots filled, safe for HTML; KeyError if there is no such key or value."""
        forms = self.forms.get(key)
        text = forms.text(values[forms.slot], _known(self.locale)) if forms else self.texts[key]
        return Markup(SLOT.sub(lambda slot: str(escape(values[slot[1]])), str(escape(text))))

    def parts(self, key: str, **values: Any) -> list[Markup]:
        """The words of a key with a link in brackets: what is before the link, in it, and after it."""
        return [Markup(part) for part in re.split(r"[\[\]]", self(key, **values))]

    @property
    def marked(self) -> "Words":
        """The same for HTML, where words of another language say which. In attributes they need `striptags`."""
        return _MarkedWords(self.language, self.locale, self.texts, self.missing, self.forms) if self.missing else self

    def day(self, day: date) -> str:
        """A day as it is written in running text, such as `22 November 2026`; else as ISO 8601 has it."""
        return str(format_date(day, "long", self.locale)) if _known(self.locale) else day.isoformat()

    @property
    def comma(self) -> str:
        """What stands between the items of a list, with its blank."""
        return self.texts["comma"] + " "

    @property
    def semicolon(self) -> str:
        """The same where the items have commas in them."""
        return self.texts["semicolon"] + " "

    @property
    def direction(self) -> str:
        """Which way the language is written, as HTML says it."""
        return "rtl" if goes_from_the_right(self.locale) else "ltr"


class _MarkedWords(Words):
    """Words in which those of the source language have its `lang` and direction around them."""

    def __call__(self, key: str, **values: Any) -> Markup:
        return self._marked(key, super().__call__(key, **values))

    def parts(self, key: str, **values: Any) -> list[Markup]:
        plain = super().__call__(key, **values)
        return [self._marked(key, Markup(part)) if part else Markup() for part in re.split(r"[\[\]]", plain)]

    def _marked(self, key: str, words: Markup) -> Markup:
        mark = Markup('<span lang="{}" dir="ltr">{}</span>')
        return mark.format(SOURCE, words) if key in self.missing else words


def read_words(
    files: Mapping[Path, str], language: str, country: str, parts: Mapping[Path, str] | None = None
) -> tuple[Words | None, list[Problem]]:
    """The words of a language from its files, later ones first, and what is wrong with them.

    `files` maps each file to what problems call it; the first is that of the source language, and each of `parts` holds
    some more words in it. The source language says which words there are, and lends those that are missing.
    """
    documents, problems = _read(files)
    more, found = _read(parts or {})
    problems += [*found, *(mistake for document in more for mistake in _mistakes_in_source(document))]
    if problems:
        return None, problems
    source, *others = documents
    wanted = dict(source.value)
    for document in more:
        wanted |= document.value
    texts: dict[str, Any] = dict(wanted) if language == SOURCE else {}
    for document in others:
        problems += _mistakes(document, wanted, language)
        texts |= document.value if isinstance(document.value, dict) else {}
    if problems:
        return None, problems
    forms = number_forms(texts, wanted)
    plain = {key: text[OTHER] if isinstance(text, dict) else text for key, text in texts.items()}
    locale = _locale(language, country)
    return Words(language, locale, wanted | plain, wanted.keys() - texts.keys(), forms), []


def _read(files: Mapping[Path, str]) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for path, file in files.items():
        text = read_text(path, file)
        document, found = (Document(file, {}), [text]) if isinstance(text, Problem) else read_document(text, file)
        documents.append(document)
        problems += found
    return documents, problems


def _locale(language: str, country: str) -> str:
    """The locale of the pair if there is one, else that of the language in the whole world, else of the language."""
    candidates = (f"{language}_{country}", f"{language}_001")
    return next(filter(_known, candidates), language)


def goes_from_the_right(locale: str) -> bool:
    """Whether the language of a locale, such as `ar_001`, is written from right to left, as far as Babel knows it."""
    known = _known(locale)
    return known is not None and known.character_order == "right-to-left"


def _known(locale: str) -> Locale | None:
    """What Babel knows of a locale, if it knows it."""
    return Locale.parse(locale) if locale in locale_identifiers() else None


def _mistakes_in_source(document: Document) -> Iterator[Problem]:
    """What is wrong with a file of more words in the source language."""
    if not isinstance(document.value, dict):
        yield _wordless(document)
        return
    for key, text in document.value.items():
        if isinstance(text, dict):
            put = f"Put the words below it into languages/{key}/words.yml."
            wrong = f"`{key}` is no text. This file has English words alone."
            yield document.problem((key,), wrong, f"Write its lines without `{key}:`." if key == SOURCE else put)
        elif not isinstance(text, str) or not text.strip():
            yield document.problem((key,), "There are no words here.", "Write what the form says, in English.")
        else:
            yield from _in_one_text(document, (key,), text, text)


def _wordless(document: Document) -> Problem:
    return document.problem((), "There are no words in this file.", "Write lines such as `leave: …`.")


def _mistakes(document: Document, source: Mapping[str, str], language: str) -> Iterator[Problem]:
    """The same keys with the same slots."""
    if not isinstance(document.value, dict):
        yield _wordless(document)
        return
    for key, text in document.value.items():
        trail = (key,)
        if key not in source:
            yield document.problem(trail, f"Unknown key `{key}`.", nearest(key, source))
        elif not isinstance(text, dict):
            yield from _in_one_text(document, trail, text, source[key])
        else:
            for category, wrong, write in form_mistakes(text, source[key], _known(_locale(language, ""))):
                yield document.problem(trail if category is None else (*trail, str(category)), wrong, write)
            for category, form in text.items():
                is_free = [] if category == OTHER else counted(source[key])[:1]
                yield from _in_one_text(document, (*trail, str(category)), form, source[key], is_free)


def _in_one_text(
    document: Document, trail: tuple[str, ...], text: object, says: str, is_free: Sequence[str] = ()
) -> Iterator[Problem]:
    """What is wrong with one text for what the source language says. It may do without the slots that are free."""
    if not isinstance(text, str) or not text.strip():
        yield document.problem(trail, "There are no words here.", f"Write what “{says}” is.")
        return
    if hidden := next(unseen(text), None):
        wrong = f"The character U+{ord(hidden[1]):04X} cannot be seen."
        yield document.problem(trail, wrong, "Remove it.")
        return
    if found := WHOLE.search(text):
        wrong = f"These are plain words, so readers would see “{found[0]}” as it is."
        yield document.problem(trail, wrong, what_to_write(found[0], "Leave the signs out."))
        return
    slots, has = sorted(SLOT.findall(says)), sorted(SLOT.findall(text))
    if has not in (slots, sorted(set(slots) - set(is_free))) or text.count("[") != says.count("["):
        wanted = " and ".join(f"`{{{slot}}}`" for slot in slots) or "no braces"
        yield document.problem(trail, "The braces or brackets differ from the English.", f"Keep {wanted}.")
