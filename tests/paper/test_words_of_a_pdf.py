"""What programs read from a PDF, to say it, to search it or to copy it, is words: those of the sheet."""

import re

import pytest
from worksheets.exercises.kinds import KINDS

from tests.support.pdf_viewers import poppler_text
from tests.support.real_sheets import pdf_of, sheet_of
from tests.support.renderers import example

WORD = re.compile(r"[^\W\d]+")


def no_words(read: str, html: str) -> list[str]:
    """What is read and is no word of the sheet, such as a letter by itself."""
    words = set(WORD.findall(re.sub(r"<[^>]*>", " ", html)))
    return [said for said in WORD.findall(read) if said not in words]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_sheet_is_read_in_words(kind: str) -> None:
    sheet = sheet_of(example(kind))
    assert no_words(poppler_text(pdf_of(sheet), 0), "".join(sheet.documents)) == []
