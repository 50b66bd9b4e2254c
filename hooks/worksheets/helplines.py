"""Who to call: helplines by country, each with where the number was seen and when."""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field as Setting
from pydantic import model_validator

from .document import read_document, read_text
from .problems import Problem
from .texts import Line, mistake
from .validation import Strict, validate

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


class Helplines(Strict):
    """The file `sources/helplines.yml`."""

    note: Line
    """how the numbers were checked"""
    countries: Annotated[tuple[Country, ...], Setting(min_length=1)]
    """in the order of the page"""

    @property
    def oldest_check(self) -> date:
        """The day of the check that is longest ago."""
        return min(
            line.checked
            for country in self.countries
            for services in (country.emergency, country.crisis, country.violence)
            for line in services
        )


def read_helplines(path: Path, file: str) -> tuple[Helplines | None, list[Problem]]:
    """Read the helplines, or all that is wrong with them."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return None, [text]
    document, problems = read_document(text, file)
    if problems:
        return None, problems
    return validate(Helplines, document)
