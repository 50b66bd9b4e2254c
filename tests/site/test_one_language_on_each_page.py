"""Where a language is whole, nobody meets English: every page is read, its head and its attributes too, and every file
for Word, and a detector of languages finds no English sentence outside of what is marked as English.

The detector knows two languages here. Of the 5,300 sentences of four words or more that the guide has in each, it took
none for the other's. Of shorter ones it is not sure: those are compared with what the guide says in English.
"""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from py3langid.langid import MODEL_FILE, LanguageIdentifier
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.guide.texts_in_language import sentences_and_texts

from tests.support.project import ROOT, built_once, finished_pages
from tests.support.spoken_texts import Spoken, spoken_texts

WHOLE = "es"
FEWEST = 4
"""Words by which a language can be told."""
END = re.compile(r"(?<=[.!?…:])[”’»\")]*\s+")
LETTERS = re.compile(r"[^\W\d_]+")


@pytest.fixture(scope="session")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide in Spanish alone, without PDFs: half a minute, for this file alone."""
    return built_once(tmp_path_factory, WHOLE, SITE_LANGUAGE=WHOLE)


@cache
def detector() -> LanguageIdentifier:
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(["en", WHOLE])
    return found


@cache
def short_english() -> frozenset[str]:
    """What the guide says in English in fewer words, and not so in Spanish."""
    said = {}
    for code in ("en", WHOLE):
        edition, guide, _ = read_edition(Folders.of(ROOT), code=code)
        assert edition
        texts = [*edition.t.texts.values(), *(text.words for text in sentences_and_texts(guide, code))]
        said[code] = {piece for text in texts for piece in pieces(text)}
    return frozenset(piece for piece in said["en"] - said[WHOLE] if len(LETTERS.findall(piece)) < FEWEST)


def pieces(text: str) -> list[str]:
    """The sentences of a text."""
    return [piece.strip(" .:·") for piece in END.split(text) if LETTERS.search(piece)]


def english(texts: list[Spoken]) -> Iterator[str]:
    """The English sentences among those that are not marked as another language."""
    for piece in dict.fromkeys(piece for text in texts if text.language == WHOLE for piece in pieces(text.words)):
        if len(LETTERS.findall(piece)) < FEWEST:
            if piece in short_english():
                yield piece
        elif detector().classify(piece)[0] == "en":
            yield piece


def test_no_page_says_a_sentence_in_english(spanish: Path) -> None:
    found = {}
    pages = finished_pages(spanish)
    for page in pages:
        found[page.relative_to(spanish).as_posix()] = list(english(spoken_texts(page)))
    assert len(pages) > 130
    assert {page: said for page, said in found.items() if said} == {}


def test_no_file_for_word_says_a_sentence_in_english(spanish: Path) -> None:
    found = {}
    files = sorted(spanish.rglob("*.docx"))
    for file in files:
        document = Document(BytesIO(file.read_bytes()))
        texts = [Spoken(WHOLE, document.core_properties.title)]
        for paragraph in document.element.body.iter("{*}p"):
            runs = [run for run in paragraph.iter("{*}r") if run.find(".//{*}lang") is None]
            texts.append(Spoken(WHOLE, "".join(one.text or "" for run in runs for one in run.iter("{*}t"))))
        found[file.name] = list(english(texts))
    assert len(files) > 70
    assert {name: said for name, said in found.items() if said} == {}


def test_an_english_sentence_is_found_wherever_it_stands(tmp_path: Path) -> None:
    """So the two tests above can fail: in the head, in an attribute, in a list, in an island that ends too late."""
    planted = [
        "A free guide for two people",
        "Nobody can see what you type here",
        "Stop when one of you is afraid",
        "Help now",
        "Your answers stay on this page only",
    ]
    page = tmp_path / "page.html"
    page.write_text(
        f"""<html lang="es"><head><meta name="description" content="{planted[0]}."><title>Una guía</title></head>
        <body><p aria-label="{planted[1]}.">Lo que escribes se queda contigo.</p>
        <ul lang="en"><li>Marked as English, so it may stay.</li><li lang="es-MX">{planted[2]}.</li></ul>
        <a href="/">{planted[3]}</a><p>Esto está bien. {planted[4]}. <i lang="en">World Health Organization.</i></p>
        <code>This is for a machine to read</code></body></html>""",
        encoding="utf-8",
    )
    assert sorted(english(spoken_texts(page))) == sorted(planted)
