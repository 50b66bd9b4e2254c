"""One service to call: how to reach it, where its number was seen, when, and whether anybody has called it."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, PrivateAttr, model_validator
from pydantic import Field as Setting

from ..authoring.days import PastDay
from ..authoring.strict_model import Strict
from ..authoring.text_types import Line, LongLine, mistake
from ..authoring.web_addresses import DOMAIN
from ..authoring.words import SOURCE
from .roles import Role


def _dialled(number: str) -> str:
    """Refuses what a phone would not dial as it is meant, once all but digits are left out."""
    if "/" in number:
        wrong = f"“{number}” may be two numbers, and a phone would dial them as one."
        raise mistake(wrong, "Write one number here, with spaces between its digits.")
    if re.match(r"(\+|00).*\(\s*0\s*\)", number):
        raise mistake(f"“{number}” would be dialled with the 0 in brackets.", "Write it without this 0.")
    if "+" in number[1:]:
        raise mistake(f"“{number}” has a `+` that does not begin it.", "Write one number, as it is dialled.")
    if re.fullmatch(r"\+\D*(?:\d\D*){1,4}", number):
        raise mistake(f"“{number}” is only the beginning of a number.", "Write it whole, as it is dialled.")
    if not re.search(r"\d", number):
        raise mistake(f"“{number}” has no digits.", "Write the number to call.")
    return number


Phone = Annotated[Line, Setting(pattern=r"^[0-9*#+/()\- ]{2,40}$"), AfterValidator(_dialled)]
Host = Annotated[Line, Setting(pattern=rf"^{DOMAIN}(/[\w./-]*)?$")]


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
    local: bool = False
    """whether it is there only for a part of the country, and so not what paper names"""
    note: Line | None = None
    """where, when, and what else a reader has to know"""
    source: LongLine
    """where the number was seen"""
    seen: bool
    """whether it was seen there, or comes from knowledge alone"""
    looked_up: PastDay
    """the day when somebody last looked it up"""
    called: Called | None = None
    """who called the number and when; left out until somebody has"""

    _language: str = PrivateAttr(default=SOURCE)

    @property
    def language(self) -> str:
        """The language of what it says to readers."""
        return self._language

    def in_language(self, language: str, texts: dict[str, str]) -> "Helpline":
        """The same with other texts, by the names of its fields."""
        copy = self.model_copy(update=texts)
        copy._language = language
        return copy

    @property
    def is_named_by_number(self) -> bool:
        """Whether its name says its number, as `3114` does: said twice, it would be a longer one."""
        return bool(self.number and re.search(rf"(?<!\w){re.escape(self.number)}(?!\w)", self.name))

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
