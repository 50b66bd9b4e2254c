"""What is translated is spelt as the dictionaries of LibreOffice have it, or as the rules of the language say."""

import re

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.guide.texts_in_language import Text, whole_texts

from tests.support.project import ROOT
from tests.support.spelling import Speller

WITH_DICTIONARIES = ["es"]


@pytest.mark.parametrize("code", WITH_DICTIONARIES)
def test_every_word_is_in_a_dictionary_or_among_the_names(code: str) -> None:
    """Three seconds for each language."""
    edition, guide, _ = read_edition(Folders.of(ROOT), code=code)
    rules = guide.rules(code)
    assert edition
    assert rules
    of_templates = (Text("words.yml", 1, key, re.sub(r"\{\w+\}", "", text)) for key, text in edition.t.texts.items())
    speller = Speller(code, rules.names)
    texts = [*whole_texts(guide, code), *of_templates]
    assert len(texts) > 4000
    unknown = {
        f"{text.file}:{text.line} {text.place}: {word}" for text in texts for word in speller.unknown(text.words)
    }
    assert sorted(unknown) == []


def test_a_word_that_is_spelt_wrongly_is_found() -> None:
    speller = Speller("es", ["Beryl", "World Health Organization"])
    right = "Escríbelo a Beryl, de la World Health Organization, sin prisa: guárdatelo, y léanselas. FHIR."
    assert speller.unknown(right) == []
    assert speller.unknown("Escribelo tu mismo, y ponlo debaxo de la puetra. Beril lo ve.") == [
        "Escribelo",
        "debaxo",
        "puetra",
        "Beril",
    ]
