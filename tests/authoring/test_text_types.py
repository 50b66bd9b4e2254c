"""Which characters a text may hold, and which quotation marks."""

import re

import pytest
from pydantic import TypeAdapter, ValidationError
from worksheets.authoring.text_types import Line, Prose

SPELLING = [
    "می‌خواهم",  # Persian, with a joiner that parts
    "क्‍ष",  # Devanagari, with a joiner
    "We are a family 👨‍👩‍👧",
    "Dr. \u200fשלום\u200f (Shalom)",
    "العربية\u061c 5",
    "Auf\u200clage",
    "Lang\u00adwort",
]
HIDDEN = [
    *(
        f"I have {sign}eaten"
        for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff\x07\uffff\ufdd0\U0001fffe"
    ),
    *(f"I have {sign}eaten" for sign in "\u115f\u1160\u3164\uffa0\u2800"),
    "\u3164",
    "English\u200f only",
    "English\u200e only",
    "a \u200d b",
    "a \u200c b",
]


def line(text: str) -> str:
    return TypeAdapter[str](Line).validate_python(text)


@pytest.mark.parametrize("text", SPELLING)
def test_what_is_spelling_stays(text: str) -> None:
    assert line(text) == text


@pytest.mark.parametrize("text", HIDDEN)
def test_what_hides_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="cannot be seen"):
        line(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Yes”, she said.",
        "„Ja“, sagte sie.",
        "„Tak”, powiedziała.",
        "”Ja”, sade hon.",
        "“She said ‘no’.” “Oh!”",
        "“Outer “inner” outer”",
        "It’s five o’clock",
        '"straight"',
        "«Oui»",
    ],
)
def test_whole_quotations_pass(text: str) -> None:
    assert line(text) == text


@pytest.mark.parametrize(
    ("text", "write"), [("“Yes, she said.", "Write ”"), ("„Ja, sagte sie.", "Write “"), ("Yes”", "“")]
)
def test_half_a_quotation_is_reported(text: str, write: str) -> None:
    for kind in (Line, Prose):
        with pytest.raises(ValidationError, match=write):
            TypeAdapter[str](kind).validate_python(text)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Say **it now.", "**"),
        ("Say it** now.", "**"),
        ("*Say it now.", "*"),
        ("_Say it now.", "_"),
        ("Say `it now.", "`"),
        ("# Say it", "#"),
        ("Say it.\n\n> Now.", ">"),
        ("Say it [@brown2010calm].", "[@b"),
        ("Say it[^1].", "[^1"),
        ("Say <b>it</b> now.", "<b>"),
        ("Say it.<br/>Now.", "<br/>"),
        ("Say it <!-- now -->", "<!–"),
        ("Say it :heart:", ":heart:"),
        ("Say it:\n- now\n- then", "-"),
        ("Say it: - now - then", "-"),
        ("Say it:\n\n1) now\n2) then", "1)"),
        ("!!! stop\n\n    Now.", "!!!"),
        ("~~Say~~ it", "~~"),
    ],
)
def test_a_mark_that_readers_would_see_in_prose_is_told(text: str, mark: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(f"“{mark}” is no mark here, so readers would see it. ")):
        TypeAdapter[str](Prose).validate_python(text)


@pytest.mark.parametrize(
    "text",
    [
        "Say **it** *now*, or _then_.",
        "**Say** `**it` now.",
        "Say \\*it now, *really*, 2 * 3.",
        "Words:\n\n- *one*\n- two",
        "1. one\n2. two",
        "Dial *120*7867# or *67.",
        "Partner*in; a_b; 3 < 4 & 5 > 4",
        "I feel ____ because ____.",
        "Marks & Spencer; AT&T; R&D;",
        "At 10:30: go.",
        "5&nbsp;minutes",
    ],
)
def test_prose_whose_marks_are_read_passes(text: str) -> None:
    assert TypeAdapter[str](Prose).validate_python(text) == text


@pytest.mark.parametrize("text", ["TODO", "TODO: say when to stop", "Lorem ipsum dolor", "Call XXX", "FIXME"])
def test_words_that_are_still_to_come_are_told(text: str) -> None:
    for kind in (Line, Prose):
        with pytest.raises(ValidationError, match="says that this is not finished"):
            TypeAdapter[str](kind).validate_python(text)


@pytest.mark.parametrize("text", ["TODO lo que dices", "todo", "XXXI", "Things to do: one"])
def test_words_that_only_look_unfinished_pass(text: str) -> None:
    assert line(text) == text


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Say **it** now", "**it**"),
        ("*Say it* now", "*Say it*"),
        ("_Say it._", "_Say it._"),
        ("Say `it` now", "`it`"),
        ("See [the page](a.md)", "[the page]("),
        ("So it is [@brown2010calm]", "[@b"),
        ("Smith &amp; Sons", "&amp;"),
        ("1 Quay Street<br>", "<br>"),
        ("<strong>Say it", "<strong>"),
        ("~~Not~~ now", "~~Not~~"),
    ],
)
def test_a_mark_among_plain_words_is_told(text: str, mark: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(f"readers would see “{mark}” as it is. ")):
        line(text)


@pytest.mark.parametrize(
    "text",
    ["*88#", "Dial *120*7867# now", "a_b_c", "Partner*innen", "2 ** 3 ** 4", "____", "R&D; <3", "[name]", "a == b"],
)
def test_signs_that_are_no_marks_stay_in_plain_words(text: str) -> None:
    assert line(text) == text
