"""What a copy says of itself in its other languages."""

from collections.abc import Collection, Iterator, Sequence
from typing import Annotated, Any

from pydantic import Field as Setting

from ..authoring.problems import Problem
from ..authoring.strict_model import Strict
from ..authoring.text_types import Line
from ..authoring.yaml_document import Document
from .brand_contacts import Address, Booking, Contacts


class BrandWords(Strict):
    """What a copy says of itself in another language. What is left out stays as it is."""

    name: Line | None = None
    """what the copy is called"""
    short_name: Annotated[Line, Setting(max_length=24)] | None = None
    """the same for small places"""
    legal_name: Line | None = None
    """who answers for the copy"""
    description: Line | None = None
    """one sentence about it, for search engines"""
    exit_address: Address | None = None
    """where “Leave this page” goes: a page in this language that looks like nothing in particular"""
    contacts: Contacts = Contacts()
    """what differs in how to reach you, such as the hours"""
    booking: Booking | None = None
    """where to book"""
    privacy_contact: Line | None = None
    """whom to ask about privacy"""
    disclaimer: Line | None = None
    """one or two sentences at the foot of every page and sheet"""
    credit: Line | None = None
    """the last line of every page"""
    neutral_title: Line | None = None
    """what all titles say, if they are neutral"""

    def said(self, contacts: Contacts) -> dict[str, Any]:
        """What is said here, by the fields of a brand that has these contacts in its first language."""
        own = {name: value for name in self.model_fields_set if (value := getattr(self, name)) is not None}
        others = {name: getattr(self.contacts, name) for name in self.contacts.model_fields_set}
        return own | {"contacts": contacts.model_copy(update=others)}


def misplaced_languages(
    first: str, languages: Sequence[str], with_words: Collection[str], document: Document
) -> Iterator[Problem]:
    """The first of several languages is that of the copy, and no words are for a language that is not there."""
    if languages and languages[0] != first:
        wrong = f"The first language is {languages[0]}, and `language` says {first}."
        yield document.problem(("languages",), wrong, f"Begin with {first}: it stands at the top of the site.")
    for code in with_words:
        if code not in languages[1:]:
            wrong = f"`{code}` is none of the other languages of this copy."
            yield document.problem(("in-languages", code), wrong, "Write it under `languages` too, or remove this.")
