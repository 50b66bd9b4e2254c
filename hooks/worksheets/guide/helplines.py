"""Who to call: helplines by country, each with where the number was seen and when."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import Field as Setting
from pydantic import model_validator

from ..authoring.problems import Problem
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Line, mistake
from ..authoring.yaml_document import read_document

Sentence = Annotated[str, Setting(max_length=400)]
Code = Annotated[str, Setting(pattern=r"^[A-Z]{2}$")]
Phone = Annotated[Line, Setting(pattern=r"^[0-9*#+/()\- ]{3,40}$")]
Host = Annotated[Line, Setting(pattern=r"^[a-z0-9.-]+\.[a-z]{2,}(/[\w./-]*)?$")]


class Helpline(Strict):
    """One service and the ways to reach it."""

    name: Line
    """what the service is called"""
    number: Phone | None = None
    """the number to call: digits and spaces, such as `116 123`"""
    text: Line | None = None
    """how to reach it by text message"""
    web: Host | None = None
    """its address without https://, such as `samaritans.org`"""
    note: Line | None = None
    """for whom, where, when"""
    source: Sentence
    """where the number was seen"""
    seen: bool
    """whether it was seen there, or comes from knowledge alone"""
    checked: date
    """the day of the last check"""

    @model_validator(mode="after")
    def _can_be_reached(self) -> "Helpline":
        if not (self.number or self.text or self.web):
            raise mistake("There is no way to reach this service.", "Add `number`, `text` or `web`.")
        return self


FRESH = timedelta(days=183)
"""How long a check holds."""

Services = tuple[Helpline, ...]


class Country(Strict):
    """The services of one country or region."""

    code: Code
    """two capital letters of ISO 3166-1; EU for the European Union, XX for elsewhere"""
    name: Line
    """what readers call it"""
    emergency: Services
    """for danger now"""
    crisis: Services
    """for somebody who cannot go on"""
    violence: Services
    """for fear or violence at home"""

    @property
    def lines(self) -> tuple[Helpline, ...]:
        """All services."""
        return self.emergency + self.crisis + self.violence

    @property
    def first_calls(self) -> tuple[Helpline, ...]:
        """The first service of each kind that has a number: what fits on the foot of a sheet."""
        kinds = (self.emergency, self.crisis, self.violence)
        return tuple(found for lines in kinds if (found := next((line for line in lines if line.number), None)))


class Helplines(Strict):
    """The file `sources/helplines.yml`."""

    note: Line
    """how the numbers were checked"""
    countries: Annotated[tuple[Country, ...], Setting(min_length=1)]
    """in the order of the page"""

    @property
    def oldest_check(self) -> date:
        """The day of the check that is longest ago."""
        return min(line.checked for country in self.countries for line in country.lines)

    def country(self, code: str) -> Country | None:
        """The country with this code, if there is one."""
        return next((country for country in self.countries if country.code == code), None)

    def stale(self, today: date) -> list[str]:
        """The services whose check is more than six months old, each with its country and that day."""
        return [
            f"{country.name}: {line.name} was last checked on {line.checked}."
            for country in self.countries
            for line in country.lines
            if today - line.checked > FRESH
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
