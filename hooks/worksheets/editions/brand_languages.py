"""What a copy says of itself in its other languages."""

from collections.abc import Collection, Iterator, Sequence
from typing import Annotated

from pydantic import Field as Setting

from ..authoring.problems import Problem
from ..authoring.strict_model import Strict
from ..authoring.text_types import Line
from ..authoring.yaml_document import Document


class BrandWords(Strict):
    """What a copy says of itself in another language. What is left out stays as it is."""

    name: Line | None = None
    """what the copy is called"""
    short_name: Annotated[Line, Setting(max_length=24)] | None = None
    """the same for small places"""
    description: Line | None = None
    """one sentence about it, for search engines"""
    disclaimer: Line | None = None
    """one or two sentences at the foot of every page and sheet"""
    credit: Line | None = None
    """the last line of every page"""
    neutral_title: Line | None = None
    """what all titles say, if they are neutral"""


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
