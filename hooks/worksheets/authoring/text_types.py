"""The kinds of text that an author may write, and their rendering.

Labels are one line; prose is a small Markdown of emphasis and lists. Both reach the page with raw HTML escaped.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape
from typing import Annotated

from markdown import Markdown
from markupsafe import Markup
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .visible_marks import IN_PROSE, UNFINISHED, WHOLE, unread_marks, what_to_write

MOST_LABEL_WORDS = 14

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Unicode's categories of what cannot be seen."""

BLANKS = "\u115f\u1160\u3164\uffa0\u2800"
"""Letters and patterns of dots that draw nothing: to Unicode they are no blanks."""

SOFT_HYPHEN = "\u00ad"
JOINERS = "\u200c\u200d"
DIRECTION_MARKS = "\u200e\u200f\u061c"
CLOSING = {"“": "”", "„": "“”"}
CODE = re.compile(r"<code>.*?</code>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
IN_YAML = (
    "Put the list below `|` in place of `>-`, with an empty line above it, and begin its items with `- ` or `1. `."
)
MAY_MARK = re.compile(
    r"[*_`~\[{]|==|&\w|</?[a-z!]|(?<!\w):[a-z]|^\s*(?:[-+•#>!]|1[.)])|[.:;?!] [-•] ", re.IGNORECASE | re.MULTILINE
)
"""What occurs in every text with something that looks like a mark; others need not be read, which takes time."""

LINK = re.compile(r"\]\(|\]\[|<https?:|https?://|www\.")


def mistake(wrong: str, write: str) -> PydanticCustomError:
    """An author's mistake, to be raised in a validator."""
    # The words travel as context: as a template, a brace in an author's text would be read as a name.
    return PydanticCustomError("rule", "{wrong} {write}", {"wrong": wrong, "write": write})


def _written(text: str) -> str:
    text = text.strip()
    if not text:
        raise mistake("There is no text here.", "Write some words, or remove the key.")
    if found := UNFINISHED.search(text):
        raise mistake(f"“{found[0]}” says that this is not finished.", "Write what readers should read.")
    for _, character in unseen(text):
        raise mistake(f"The character U+{ord(character):04X} cannot be seen.", "Remove it.")
    return _with_closed_quotes(text)


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """The characters of a text that nobody sees and that are no spelling, each with its place."""
    for place, character in enumerate(text):
        hides = unicodedata.category(character) in UNSEEN and not _is_spelling(text, place)
        if hides or character in BLANKS or _will_never_be(character):
            yield place, character


def _will_never_be(character: str) -> bool:
    """Whether Unicode keeps a number free for good: files of other programs, such as Word's, cannot hold it."""
    return ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"


def _is_spelling(text: str, place: int) -> bool:
    """Whether a character that cannot be seen decides how the words beside it look.

    Joiners belong to Persian and Indic words and to joined emoji, direction marks to lines with right-to-left letters.
    Overrides and isolates could make a text read otherwise than it is, and are not let in.
    """
    character = text[place]
    if character in JOINERS:
        return any(unicodedata.category(one)[0] in "LMS" for one in text[max(0, place - 1) : place + 2])
    if character in DIRECTION_MARKS:
        return any(unicodedata.bidirectional(one) in {"R", "AL"} and one not in DIRECTION_MARKS for one in text)
    return character in {"\n", SOFT_HYPHEN}


def _with_closed_quotes(text: str) -> str:
    """Every “ has its ”, and every „ its “ or ”. A ” may also be at both ends, as in Swedish."""
    awaited: list[str] = []
    for place, sign in enumerate(text):
        if awaited and sign in awaited[-1]:
            awaited.pop()
        elif sign in CLOSING:
            awaited.append(CLOSING[sign])
        elif sign == "”" and text[place + 1 : place + 2].strip() and not text[:place][-1:].strip():
            awaited.append("”")
        elif sign == "”":
            raise mistake("A quotation ends here with ”, but never began.", "Write “ where it begins, or leave out ”.")
    if awaited:
        raise mistake("A quotation begins in this text and does not end.", f"Write {awaited[-1][0]} where it ends.")
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
            "Links and pictures are not allowed here, because the words are also printed.",
            "Put the link on the guide page.",
        )
    return text


def _without_marks(text: str) -> str:
    if MAY_MARK.search(text) and (found := WHOLE.search(text)):
        wrong = f"These are plain words, so readers would see “{found[0]}” as it is."
        raise mistake(wrong, what_to_write(found[0], "Leave the signs out."))
    return text


def _all_marks_read(text: str) -> str:
    shown = unescape(TAG.sub("", CODE.sub("", prose(text)))) if MAY_MARK.search(text) else ""
    for found in unread_marks(shown, text, IN_PROSE):
        write = "Write `**bold**` or `*slanted*`, leave it out, or put a backslash before it."
        raise mistake(
            f"“{found[0].strip()}” is no mark here, so readers would see it.", what_to_write(found[0], write, IN_YAML)
        )
    return text


def _is_id(text: str) -> str:
    if not ID.fullmatch(text):
        raise mistake(
            f"“{text}” isn't a valid id.", "Write small letters, digits and single hyphens, such as `what-i-need`."
        )
    return text


WRITTEN = AfterValidator(_written)
"""What makes a text of a model one that is written for people, and so translated; ids and keys are without it."""

FEW_WORDS = AfterValidator(_few_words)
"""What makes a text a label."""

LongLine = Annotated[str, Field(max_length=400), WRITTEN, AfterValidator(_one_line), AfterValidator(_without_marks)]
"""Plain words on one line, of which there may be some sentences."""

Line = Annotated[LongLine, Field(max_length=200)]
"""Plain words on one line."""

Spoken = Annotated[str, WRITTEN, AfterValidator(_one_line), AfterValidator(_no_links), AfterValidator(_without_marks)]
"""Plain words on one line, of any length: what somebody is made to say."""

Label = Annotated[
    Line,
    Field(json_schema_extra={"pattern": rf"^\s*(\S+\s+){{0,{MOST_LABEL_WORDS - 1}}}\S+\s*$"}),
    FEW_WORDS,
]
"""A question or a heading: plain words, few enough to be taken in at once."""

Prose = Annotated[
    str,
    Field(max_length=3000, json_schema_extra={"not": {"pattern": LINK.pattern}}),
    WRITTEN,
    AfterValidator(_no_links),
    AfterValidator(_all_marks_read),
]
"""Sentences in a small Markdown: emphasis and lists, no links, no HTML."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
"""A language by its code of ISO 639, such as `es`."""

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


@lru_cache(maxsize=4096)  # an exercise is on a guide page and on its own
def prose(text: str) -> Markup:
    """The HTML of a prose text: one or more block elements."""
    return Markup(_markdown().reset().convert(text))
