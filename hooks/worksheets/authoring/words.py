"""The words of templates in one language: YAML in, a function out."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.localedata import locale_identifiers
from markupsafe import Markup, escape

from .problems import Problem, nearest
from .text_file import read_text
from .yaml_document import Document, read_document

SOURCE = "en"
"""The language in which the guide is written. Its file says which words there are."""

SLOT = re.compile(r"\{([a-z]+)\}")


DEFAULTS: dict[str, dict[str, str | tuple[str, ...]]] = {
    "choice": {"skip": "skip"},
    "scale": {"skip": "skip"},
    "pause": {"skip": "skip-clock"},
    "sentence": {"skip": "skip-piece"},
    "sort": {"skip": "skip-sort"},
    "pair": {"people": ("first-person", "second-person")},
    "agreement": {"people": ("first-person", "second-person")},
}
"""What a field says where its author says nothing: the key of its words, by kind and key of the field."""


class Words:
    """The words of one language. Called with a key, they say it; days are written as in `locale`, such as `en_GB`."""

    def __init__(self, language: str, locale: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self.locale = locale
        self.texts = texts

    def __call__(self, key: str, **values: Any) -> Markup:
        """The words of a key with its slots filled, safe for HTML; KeyError if there is no such key or value."""
        return Markup(SLOT.sub(lambda slot: str(escape(values[slot[1]])), str(escape(self.texts[key]))))

    def parts(self, key: str, **values: Any) -> list[Markup]:
        """The words of a key with a link in brackets: what stands before the link, in it, and after it."""
        return [Markup(part) for part in re.split(r"[\[\]]", self(key, **values))]

    def day(self, day: date) -> str:
        """A day as it is written in running text, such as `22 November 2026`."""
        return str(format_date(day, "long", self.locale))


def defaults(kind: object, say: Words) -> dict[str, str | list[str]]:
    """What a field of that kind says where its author says nothing, in one language."""
    keys = DEFAULTS.get(kind, {}) if isinstance(kind, str) else {}
    return {
        name: say.texts[key] if isinstance(key, str) else [say.texts[one] for one in key] for name, key in keys.items()
    }


def read_words(files: Mapping[Path, str], language: str, country: str) -> tuple[Words | None, list[Problem]]:
    """The words of a language from its files, later ones first, and what is wrong with them.

    `files` maps each file to what problems call it; the first is that of the source language and says what there is.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for path, file in files.items():
        text = read_text(path, file)
        document, found = (Document(file, {}), [text]) if isinstance(text, Problem) else read_document(text, file)
        documents.append(document)
        problems += found
    if problems:
        return None, problems
    source, *others = documents
    problems += [problem for document in others for problem in _mistakes(document, source.value)]
    texts = source.value if language == SOURCE else {}
    for document in others:
        texts = texts | (document.value if isinstance(document.value, dict) else {})
    last = others[-1] if others else source
    for key in source.value.keys() - texts.keys():
        problems.append(last.problem((), f"`{key}` is missing.", f"Add `{key}: …`, which is “{source.value[key]}”."))
    return (None, problems) if problems else (Words(language, _locale(language, country), texts), [])


def _locale(language: str, country: str) -> str:
    """The locale of the pair if there is one, else that of the language in the whole world."""
    candidates = (f"{language}_{country}", f"{language}_001")
    return next((locale for locale in candidates if locale in locale_identifiers()), language)


def _mistakes(document: Document, source: Mapping[str, str]) -> Iterator[Problem]:
    """The same keys with the same slots."""
    if not isinstance(document.value, dict):
        yield document.problem((), "There are no words in this file.", "Write lines such as `leave: …`.")
        return
    for key, text in document.value.items():
        if key not in source:
            yield document.problem((key,), f"Unknown key `{key}`.", nearest(key, source))
        elif not isinstance(text, str) or not text.strip():
            yield document.problem((key,), "There are no words here.", f"Write what “{source[key]}” is.")
        else:
            slots = sorted(SLOT.findall(source[key]))
            if sorted(SLOT.findall(text)) != slots or text.count("[") != source[key].count("["):
                wanted = " and ".join(f"`{{{slot}}}`" for slot in slots) or "no braces"
                yield document.problem((key,), "The braces or brackets differ from the English.", f"Keep {wanted}.")
