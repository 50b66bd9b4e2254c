"""The helplines in another language: what readers read of them, never a number."""

import re
from collections.abc import Iterator

from pydantic import Field as Setting

from ..authoring.alphabetical_order import alphabetical
from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import Strict
from ..authoring.text_types import Line
from ..authoring.words import Words
from .helpline import Helpline
from .helplines import ELSEWHERE, Code, Country, Helplines

HELPLINES = "helplines.yml"
DIGITS = re.compile(r"\d+")


class TranslatedHelpline(Strict):
    """What readers read of one service. What is left out stays as it is."""

    name: Line | None = None
    """what it is called in this language, if that is another name"""
    for_: Line | None = None
    """for whom it is, as it goes on after “for”"""
    text: Line | None = None
    """how to reach it by text message"""
    note: Line | None = None
    """where, when, and what else a reader has to know"""


class TranslatedCountry(Strict):
    """What readers read of one country."""

    name: Line | None = None
    """what it is called in this language; left out where Babel knows it"""
    lines: dict[Line, TranslatedHelpline] = Setting(default_factory=dict)
    """its services, each by its name in sources/helplines.yml"""


class TranslatedHelplines(Strict):
    """The file `helplines.yml` of a language. Its numbers are those of sources/helplines.yml."""

    note: Line | None = None
    """where the numbers come from"""
    countries: dict[Code, TranslatedCountry] = Setting(default_factory=dict)
    """countries by their code"""


def translated(helplines: Helplines, texts: TranslatedHelplines, t: Words, alphabet: str | None = None) -> Helplines:
    """The helplines with what a language says of them, and its names for countries, in the order of its alphabet."""
    countries = [_country(one, texts.countries.get(one.code, TranslatedCountry()), t) for one in helplines.countries]
    key = alphabetical(alphabet)
    countries.sort(key=lambda one: (one.code == ELSEWHERE, key(one.named(t.language)[0])))
    return helplines.model_copy(update={"countries": tuple(countries), "note": texts.note or helplines.note})


def misplaced_lines(texts: TranslatedHelplines, file: str, helplines: Helplines) -> Iterator[Problem]:
    """Every country and every service that is translated exists, and a message goes to the number of the guide."""
    codes = [country.code for country in helplines.countries]
    for code, country in texts.countries.items():
        known = helplines.country(code)
        if known is None:
            yield Problem(file, 1, code, f"There are no helplines for {code}.", nearest(code, codes))
            continue
        names = {line.name for line in known.lines}
        for name in country.lines:
            if name not in names:
                wrong = f"No service of {code} in sources/helplines.yml is called “{name}”."
                yield Problem(file, 1, code, wrong, nearest(name, names) or "Write its name as it is there.")
        yield from _other_numbers(country, file, known)


def _other_numbers(texts: TranslatedCountry, file: str, country: Country) -> Iterator[Problem]:
    for name, line in texts.lines.items():
        original = next((one.text for one in country.lines if one.name == name and one.text), None)
        if line.text and original and DIGITS.findall(line.text) != DIGITS.findall(original):
            wrong = f"“{line.text}” has other numbers than the guide’s “{original}”."
            yield Problem(file, 1, f"{country.code} → {name} → text", wrong, "Write the same numbers.")


def _country(country: Country, texts: TranslatedCountry, t: Words) -> Country:
    by_kind = {
        kind: tuple(_line(line, texts.lines.get(line.name), country, t.language) for line in services)
        for kind, services in country.by_kind.items()
    }
    country = country.with_services(by_kind)
    return country.named_in(t.language, texts.name) if texts.name else country


def _line(line: Helpline, texts: TranslatedHelpline | None, country: Country, language: str) -> Helpline:
    """A service with its texts in a language, each in the place of the only one that the guide has of it there.

    The same service may stand under several needs and say more under one of them.
    """
    said = texts.model_dump(exclude_none=True) if texts else {}
    same = [one for one in country.lines if one.name == line.name]
    own = {
        field: text
        for field, text in said.items()
        if getattr(line, field) and len({getattr(one, field) for one in same} - {None}) == 1
    }
    return line.in_language(language, own) if own else line
