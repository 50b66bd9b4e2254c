"""The kinds of text that an author may write, and their rendering.

Labels are one line; prose is a small Markdown of emphasis and lists. Both reach the page with raw HTML escaped.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Annotated

from markdown import Markdown
from markupsafe import Markup
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

MOST_LABEL_WORDS = 14

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LINK = re.compile(r"\]\(|\]\[|<https?:|https?://|www\.")


def mistake(wrong: str, write: str) -> PydanticCustomError:
    """An author's mistake, to be raised in a validator."""
    # The words travel as context: as a template, a brace in an author's text would be read as a name.
    return PydanticCustomError("rule", "{wrong} {write}", {"wrong": wrong, "write": write})


def _written(text: str) -> str:
    text = text.strip()
    if not text:
        raise mistake("There is no text here.", "Write some words, or remove the key.")
    for character in text:
        if character != "\n" and unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"} and character != "\u00ad":
            raise mistake(f"The character U+{ord(character):04X} cannot be seen.", "Remove it.")
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise mistake("This text has several lines.", "Write it on one line.")
    return text


def _few_words(text: str) -> str:
    count = len(text.split())
    if count > MOST_LABEL_WORDS:
        raise mistake(f"This has {count} words.", f"Use at most {MOST_LABEL_WORDS}; the rest can be a `hint`.")
    return text


def _no_links(text: str) -> str:
    if LINK.search(text):
        raise mistake(
            "Links and pictures are not allowed here, because the words also stand on paper.",
            "Put the link on the guide page.",
        )
    return text


def _is_id(text: str) -> str:
    if not ID.fullmatch(text):
        raise mistake(f"“{text}” is no id.", "Write small letters, digits and single hyphens, such as `what-i-need`.")
    return text


Line = Annotated[str, Field(max_length=200), AfterValidator(_written), AfterValidator(_one_line)]
"""Plain words on one line."""

Label = Annotated[
    Line,
    Field(json_schema_extra={"pattern": rf"^\s*(\S+\s+){{0,{MOST_LABEL_WORDS - 1}}}\S+\s*$"}),
    AfterValidator(_few_words),
]
"""A question or a heading: plain words, few enough to be taken in at once."""

Prose = Annotated[
    str,
    Field(max_length=3000, json_schema_extra={"not": {"pattern": LINK.pattern}}),
    AfterValidator(_written),
    AfterValidator(_no_links),
]
"""Sentences in a small Markdown: emphasis and lists, no links, no HTML."""

Id = Annotated[str, Field(max_length=60, json_schema_extra={"pattern": f"^{ID.pattern}$"}), AfterValidator(_is_id)]
"""A name that stays the same when the words change."""


@cache
def _markdown() -> Markdown:
    markdown = Markdown(extensions=["sane_lists", "smarty"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    for name in (
        "html",
        "entity",
        "link",
        "image_link",
        "reference",
        "image_reference",
        "short_reference",
        "short_image_ref",
        "autolink",
        "automail",
    ):
        markdown.inlinePatterns.deregister(name)
    for name in ("code", "quote", "hashheader", "setextheader", "hr", "reference"):
        markdown.parser.blockprocessors.deregister(name)
    return markdown


@lru_cache(maxsize=4096)  # an exercise stands on a guide page and on its own
def prose(text: str) -> Markup:
    """The HTML of a prose text: one or more block elements."""
    return Markup(_markdown().reset().convert(text))
