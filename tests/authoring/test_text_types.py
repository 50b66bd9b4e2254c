"""Which characters a text may hold, and which quotation marks."""

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
