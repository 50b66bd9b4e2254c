"""Who to call: helplines by country, and what must be so among them."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Self

from babel import Locale
from babel.localedata import locale_identifiers
from pydantic import Field as Setting
from pydantic import PrivateAttr, model_validator

from ..authoring.problems import Problem
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Language, Line, mistake
from ..authoring.words import SOURCE
from ..authoring.yaml_document import read_document
from .helpline import Helpline
from .services_by_kind import Crisis, Emergency, Services, ServicesByKind, Violence

Code = Annotated[str, Setting(pattern=r"^[A-Z]{2}$")]
ELSEWHERE = "XX"
"""The code of all countries that have no entry; it comes last."""

Region = Annotated[str, Setting(pattern=r"^[a-z][a-z-]*$")]
STALE_AFTER = timedelta(days=183)
"""A look or a call does not hold for longer."""

ON_PAPER = ("emergency", "crisis", "violence")
"""The kinds of which one service fits on the foot of a sheet."""


def names_by_number(services: Services) -> dict[str, list[str]]:
    """The names of the services that have each number, which may be written with other blanks."""
    names: dict[str, list[str]] = {}
    for line in services:
        if line.number:
            names.setdefault(re.sub(r"\D", "", line.number), []).append(line.name)
    return names


class NamedCountry(Strict):
    """A country or region, and what it is called."""

    code: Code
    """two capital letters of ISO 3166-1; XX for elsewhere"""
    name: Line
    """what readers call it"""
    own_name: dict[Language, Line] = Setting(default_factory=dict)
    """what people there call it, by language, such as `{ de: Deutschland }`; left out if it is the same word"""
    region: Region | None = None
    """the page that shows it, such as `europe`; left out for the page of all helplines"""

    _names: dict[str, str] = PrivateAttr(default_factory=dict)

    def named(self, language: str) -> tuple[str, str]:
        """What the country is called in a language, and the language of that name: English if no other is known."""
        known = language != SOURCE and language in locale_identifiers()
        territory = Locale.parse(language).territories.get(self.code) if known else None
        name = self.own_name.get(language) or self._names.get(language, territory)
        return (name, language) if name else (self.name, SOURCE)

    def named_in(self, language: str, name: str) -> Self:
        """The same with another name in a language, where that is not its own."""
        copy = self.model_copy()
        copy._names = self._names | {language: name}
        return copy


class Country(ServicesByKind, NamedCountry):
    """The services of one country or region."""

    emergency: Emergency
    crisis: Crisis
    violence: Violence

    @model_validator(mode="after")
    def _each_number_is_one_service(self) -> Self:
        for kind, services in self.by_kind.items():
            for number, names in names_by_number(services).items():
                if len(names) > 1:
                    wrong = f"The number {number} is twice under `{kind}`: “{names[0]}” and “{names[1]}”."
                    raise mistake(wrong, "Keep one of them.")
        for number, names in names_by_number(self.lines).items():
            if len(set(names)) > 1:
                wrong = f"The number {number} has two names: “{names[0]}” and “{names[1]}”."
                raise mistake(wrong, "Correct the number, or call the service the same in both places.")
        return self

    @property
    def lines(self) -> Services:
        """All services."""
        return tuple(line for services in self.by_kind.values() for line in services)

    @property
    def emergency_numbers(self) -> tuple[str, ...]:
        """What to dial in danger."""
        return tuple(line.number for line in self.emergency if line.number)

    @property
    def first_by_kind(self) -> dict[str, Helpline]:
        """One service of each kind that paper names: for the whole country, and with a number, if there is one."""
        kinds = {kind: self.by_kind[kind] for kind in ON_PAPER}
        return {
            kind: min(lines, key=lambda line: (line.local, not line.number)) for kind, lines in kinds.items() if lines
        }

    @property
    def first_calls(self) -> tuple[Helpline, ...]:
        """One service of each kind: what fits on the foot of a sheet."""
        return tuple(self.first_by_kind.values())


class OwnCountry(Country):
    """The helplines of a clinic's own country."""

    note: Line | None = None
    """where these numbers come from, in the place of what the guide says of its own"""


class Helplines(Strict):
    """The file `sources/helplines.yml`."""

    note: Line
    """where the numbers come from"""
    countries: Annotated[tuple[Country, ...], Setting(min_length=1)]
    """in the order of the page"""

    @property
    def lines(self) -> tuple[Helpline, ...]:
        """All services of all countries."""
        return tuple(line for country in self.countries for line in country.lines)

    @property
    def regions(self) -> set[str]:
        """The regions that any country is in."""
        return {country.region for country in self.countries if country.region}

    def country(self, code: str) -> Country | None:
        """The country with this code, if there is one."""
        return next((country for country in self.countries if country.code == code), None)

    def stale(self, today: date) -> list[str]:
        """The services that nobody has looked up or called for six months, each with its country and that day."""
        return [
            f"{country.name}: {line.name} was last looked up or called on {line.last_look}."
            for country in self.countries
            for line in country.lines
            if today - line.last_look > STALE_AFTER
        ]


def read_helplines(path: Path, file: str) -> tuple[Helplines | None, list[Problem]]:
    """Read the helplines, or all that is wrong with them."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return None, [text]
    document, problems = read_document(text, file)
    if problems:
        return None, problems
    return validate(Helplines, document)
