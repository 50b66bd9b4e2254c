"""Words whose form depends on a number, as in دقيقتان and 3 دقائق: one text for each category of Unicode CLDR."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import Locale

from .problems import nearest

SLOT = re.compile(r"\{([a-z]+)\}")
OTHER = "other"
"""The category that every language has."""

COUNTS = ("count", "minutes", "pages")
"""The words in braces that say how many of something there are."""

CATEGORIES = ("zero", "one", "two", "few", "many")
"""The others, of which each language has some, as Unicode CLDR calls them."""


@dataclass(frozen=True)
class NumberForms:
    """The texts of one key by their category. The value of `slot`, a whole number, says which of them is read."""

    slot: str
    texts: Mapping[str, str]

    def text(self, number: object, locale: Locale | None) -> str:
        """The text for a number; of a language that Babel does not know, and of what is no number, the last one."""
        category = locale.plural_form(number) if locale and isinstance(number, int) else OTHER
        return self.texts.get(category, self.texts[OTHER])


def number_forms(texts: Mapping[str, object], source: Mapping[str, str]) -> dict[str, NumberForms]:
    """The keys that have several forms, and what the source language counts in each."""
    return {key: NumberForms(counted(source[key])[0], text) for key, text in texts.items() if isinstance(text, dict)}


def counted(text: str) -> list[str]:
    """The words in braces of a text that say how many; the first of them says which form is read."""
    return [slot for slot in SLOT.findall(text) if slot in COUNTS]


def form_mistakes(
    forms: Mapping[object, object], source: str, locale: Locale | None
) -> Iterator[tuple[object, str, str]]:
    """What is wrong with the categories of one key: which category, what, and what to write."""
    known = [*sorted(locale.plural_form.tags if locale else ()), OTHER]
    if not counted(source):
        yield None, f"The English, “{source}”, counts nothing.", "Write one text."
        return
    for category in forms:
        if category not in known:
            wrong = f"This language has no form of numbers called `{category}`."
            yield category, wrong, nearest(str(category), known) or f"Write one of {', '.join(known)}."
    if OTHER not in forms:
        yield None, "There is no text for all other numbers.", f"Add `{OTHER}: …`."
