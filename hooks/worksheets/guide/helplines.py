"""Who to call: helplines by country, each with where its number was seen, when, and whether anybody has called it."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from ..authoring.days import PastDay
from ..authoring.problems import Problem
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Line, mistake
from ..authoring.yaml_document import read_document
from .roles import Role

Sentence = Annotated[str, Setting(max_length=400)]
Code = Annotated[str, Setting(pattern=r"^[A-Z]{2}$")]
Phone = Annotated[Line, Setting(pattern=r"^[0-9*#+/()\- ]{3,40}$")]
Host = Annotated[Line, Setting(pattern=r"^[a-z0-9.-]+\.[a-z]{2,}(/[\w./-]*)?$")]


class Called(Strict):
    """A call by which somebody made sure of a number."""

    on: PastDay
    """the day of the call, such as 2026-11-20"""
    by: Role
    """who called, by role, such as `practice manager`"""


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
    for_: Line | None = None
    """for whom it is, as it goes on after “for”, such as `anyone`; needed under `violence`"""
    note: Line | None = None
    """where, when, and what else a reader has to know"""
    source: Sentence
    """where the number was seen"""
    seen: bool
    """whether it was seen there, or comes from knowledge alone"""
    looked_up: PastDay
    """the day when somebody last looked it up"""
    called: Called | None = None
    """who called the number and when; left out until somebody has"""

    @property
    def last_look(self) -> date:
        """The last day on which somebody looked it up or called."""
        return max(self.looked_up, self.called.on) if self.called else self.looked_up

    @model_validator(mode="before")
    @classmethod
    def _old_key(cls, value: Any) -> Any:
        if isinstance(value, dict) and "checked" in value:
            wrong = "The key `checked` has a new name, because to look a number up is not to check it."
            raise mistake(wrong, "Write `looked-up: …`, and `called: { on: …, by: … }` if somebody has called it.")
        return value

    @model_validator(mode="after")
    def _can_be_reached(self) -> "Helpline":
        if not (self.number or self.text or self.web):
            raise mistake("There is no way to reach this service.", "Add `number`, `text` or `web`.")
        return self


FRESH = timedelta(days=183)
"""How long a look or a call holds."""

Services = tuple[Helpline, ...]


def _says_for_whom(line: Helpline) -> Helpline:
    if not line.for_:
        raise mistake(f"This does not say who “{line.name}” is for.", "Add `for: …`, such as `for: anyone`.")
    return line


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
    violence: tuple[Annotated[Helpline, AfterValidator(_says_for_whom)], ...]
    """for fear or violence at home; each says under `for` whom it is for"""
    own_behaviour: Services = ()
    """for people who fear that they may hurt somebody"""

    @property
    def lines(self) -> tuple[Helpline, ...]:
        """All services."""
        return self.emergency + self.crisis + self.violence + self.own_behaviour

    @property
    def emergency_numbers(self) -> tuple[str, ...]:
        """What to dial in danger."""
        return tuple(line.number for line in self.emergency if line.number)

    @property
    def first_by_kind(self) -> dict[str, Helpline]:
        """The first service of each kind that has a number, else the first, by `emergency`, `crisis` and `violence`."""
        kinds = {"emergency": self.emergency, "crisis": self.crisis, "violence": self.violence}
        return {kind: next((line for line in lines if line.number), lines[0]) for kind, lines in kinds.items() if lines}

    @property
    def first_calls(self) -> tuple[Helpline, ...]:
        """One service of each kind: what fits on the foot of a sheet."""
        return tuple(self.first_by_kind.values())


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
    def oldest_look(self) -> date:
        """The day on which the number that has waited longest was last looked up or called."""
        return min(line.last_look for line in self.lines)

    def country(self, code: str) -> Country | None:
        """The country with this code, if there is one."""
        return next((country for country in self.countries if country.code == code), None)

    def stale(self, today: date) -> list[str]:
        """The services that nobody has looked up or called for six months, each with its country and that day."""
        return [
            f"{country.name}: {line.name} was last looked up or called on {line.last_look}."
            for country in self.countries
            for line in country.lines
            if today - line.last_look > FRESH
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
