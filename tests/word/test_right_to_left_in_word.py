"""Files for Word in a language from right to left: paragraphs, tables and columns begin at the right."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator
from worksheets.word.docx_file import docx_bytes
from worksheets.word.word_document import WordDocument
from worksheets.word.word_writer import WordWriter

from tests.support.real_sheets import ADDRESS, edition_in, renderer_in
from tests.support.word_files import W, WordFile, real_word_document, real_word_files, words_in

ARABIC = re.compile("[\u0600-\u06ff]")
SHEET = "worksheets/safe-space/two-column-opener.docx"
"""It has a table."""


@cache
def document() -> WordDocument:
    documents = WordWriter(renderer_in(edition_in("ar")), ADDRESS, {}).all()
    return next(one for one in documents if one.path == SHEET)


@cache
def arabic() -> WordFile:
    return WordFile(docx_bytes(document()), None)


@cache
def mixed() -> WordFile:
    """A file of an Arabic copy with a sheet that is not translated."""
    english = real_word_document(SHEET).leaves
    return WordFile(docx_bytes(replace(document(), leaves=(*document().leaves, *english))), None)


def test_paragraphs_tables_and_columns_go_from_right_to_left() -> None:
    file = arabic()
    (normal,) = (one for one in file.part("word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == "Normal")
    assert normal.find(f"{W}pPr/{W}bidi") is not None
    tables = [one.find(f"{W}tblPr/{W}bidiVisual") for one in file.document.iter(f"{W}tbl")]
    assert tables
    assert None not in tables
    assert all(one.find(f"{W}bidi") is not None for one in file.document.iter(f"{W}sectPr"))


def test_arabic_words_stand_in_runs_of_their_own() -> None:
    """Word takes fonts and order from the run: in one for Latin letters Arabic has the order and the bold of Latin."""
    file = arabic()
    turned: dict[str, bool] = {}
    for part in (file.document, file.part("word/header1.xml"), file.part("word/footer1.xml")):
        turned |= {words_in(run): run.find(f"{W}rPr/{W}rtl") is not None for run in part.iter(f"{W}r")}
    assert [words for words, is_turned in turned.items() if ARABIC.search(words) and not is_turned] == []
    assert [words for words, is_turned in turned.items() if re.search("[A-Za-z0-9]", words) and is_turned] == []
    assert "Samaritans 116 123" in turned, "a number is printed as it is dialled, beside its name"


def test_an_untranslated_sheet_among_others_goes_from_left_to_right() -> None:
    paragraphs = {words_in(one): one for one in mixed().document.iter(f"{W}p")}
    english = [
        one for said, one in paragraphs.items() if re.match("[A-Z][a-z]+ [a-z]", said) and not ARABIC.search(said)
    ]
    assert len(english) > 10
    assert {bidi.get(f"{W}val") for one in english if (bidi := one.find(f"{W}pPr/{W}bidi")) is not None} == {"0"}
    assert [words_in(one) for one in english if one.find(f"{W}pPr/{W}bidi") is None] == []


def test_they_are_as_the_standard_says(tmp_path: Path) -> None:
    for file in (arabic(), mixed()):
        (tmp_path / "file.docx").write_bytes(file.content)
        result = OpenXmlValidator(FileFormat.OFFICE_2010).validate(tmp_path / "file.docx")
        assert [str(error) for error in result.errors] == []


def test_facts_have_the_comma_of_the_language() -> None:
    paragraphs = [words_in(one) for one in arabic().document.iter(f"{W}p")]
    assert paragraphs[1].count("، ") == 2
    assert ", " not in paragraphs[1]


def test_other_files_have_nothing_of_it() -> None:
    content = real_word_files()[SHEET]
    tags = {one.tag for part in ("word/document.xml", "word/styles.xml") for one in content.part(part).iter()}
    assert not tags & {f"{W}{name}" for name in ("bidi", "bidiVisual", "rtl")}
