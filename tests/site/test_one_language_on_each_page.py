"""Where a language is whole, nobody meets English: every page is read with its head and attributes, every sheet, file
for Word and questionnaire, and a detector of languages finds no English sentence outside of what is marked as English.

The detector knows two languages here. Of the 5,300 sentences of four words or more that the guide has in each, it took
none for the other's. Of shorter ones it is not sure: those are compared with what the guide says in English.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from markdown import Markdown
from py3langid.langid import MODEL_FILE, LanguageIdentifier
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.fhir.questionnaires import questionnaires
from worksheets.guide.review import reviews
from worksheets.guide.texts_in_language import sentences_and_texts
from worksheets.paper.all_sheets import all_sheets
from worksheets.paper.leaf_writer import SheetContext
from worksheets.pyproject import version
from worksheets.rendering.renderer import Renderer
from worksheets.rendering.templates import environment

from tests.support.project import ROOT, built_guide, built_once, finished_pages
from tests.support.spoken_texts import Spoken, spoken_texts

WHOLE = "es"
FEWEST = 4
"""Words by which a language can be told."""
END = re.compile(r"(?<=[.!?…:])[”’»\")]*\s+")
CITED = r"[A-Z][\w’-]+(?: (?:y|et|al\.|[A-Z][\w’-]+))*, \d{4}[a-z]?"
ADDRESS = r"\w+://\S+|[\w-]+(?:\.[\w-]+)+"
SAID_BY_FHIR = ("text", "title", "description", "purpose", "display", "valueString", "valueMarkdown", "copyright")
LETTERS = re.compile(r"[^\W\d_]+")


@pytest.fixture(scope="session")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide in Spanish alone, without PDFs: half a minute, for this file alone."""
    return built_once(tmp_path_factory, WHOLE, language=WHOLE)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """What renders the guide in Spanish, in a copy that wants questionnaires."""
    edition, guide, _ = read_edition(Folders.of(ROOT), code=WHOLE)
    assert edition
    brand = edition.brand.model_copy(update={"formats": (*edition.brand.formats, "fhir")})
    templates = environment([ROOT / "overrides" / "worksheets"], version(ROOT), guide.drawings)
    return Renderer(guide, templates, brand, edition.words, {})


@cache
def detector(language: str) -> LanguageIdentifier:
    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(["en", language])
    return found


@cache
def short_english() -> frozenset[str]:
    """What the guide says in English in fewer words, and not so in Spanish."""
    said = {}
    for code in ("en", WHOLE):
        edition, guide, _ = read_edition(Folders.of(ROOT), code=code)
        assert edition
        situations = [guide.situation(id_)[0] for id_ in guide.settings.situations]
        texts = [*edition.t.texts.values(), *situations, *(text.words for text in sentences_and_texts(guide, code))]
        said[code] = {piece for text in texts for piece in pieces(text)}
    return frozenset(piece for piece in said["en"] - said[WHOLE] if len(LETTERS.findall(piece)) < FEWEST)


@cache
def names(language: str) -> re.Pattern[str]:
    """What is the same in all languages: who wrote a work and when, addresses, names of services and of programs."""
    _, guide, _ = read_edition(Folders.of(ROOT), code=language)
    rules, helplines = guide.rules(language), guide.helplines
    assert helplines
    of_rules = rules.names if rules else ()
    known = sorted({*of_rules, *(line.name for line in helplines.lines)}, key=len, reverse=True)
    return re.compile("|".join([CITED, ADDRESS, *map(re.escape, known)]))


def pieces(text: str) -> list[str]:
    """The sentences of a text."""
    return [piece.strip(" .:·") for piece in END.split(text) if LETTERS.search(piece)]


def english(texts: list[Spoken], language: str = WHOLE) -> Iterator[str]:
    """The English sentences among those that are not marked as another language."""
    for piece in dict.fromkeys(piece for text in texts if text.language == language for piece in pieces(text.words)):
        nameless = names(language).sub("", piece)
        words = LETTERS.findall(nameless)
        if len(words) < FEWEST:
            if language == WHOLE and piece in short_english():
                yield piece
        elif sum(map(str.islower, words)) > 1 and detector(language).classify(nameless)[0] == "en":
            yield piece


def test_no_page_says_a_sentence_in_english(spanish: Path) -> None:
    found = {}
    pages = finished_pages(spanish)
    for page in pages:
        found[page.relative_to(spanish).as_posix()] = list(english(spoken_texts(page.read_text(encoding="utf-8"))))
    assert len(pages) > 130
    assert {page: said for page, said in found.items() if said} == {}


@pytest.mark.parametrize(("language", "fewest"), [("ar", 25), ("cy", 9)])
def test_where_a_language_has_begun_a_page_in_it_says_no_sentence_in_english(
    language: str, fewest: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    edition, _, _ = read_edition(Folders.of(ROOT), code=language)
    assert edition
    pages = [path.read_text(encoding="utf-8") for path in finished_pages(built_guide(tmp_path_factory) / language)]
    translated = [page for page in pages if edition.t.texts["not-translated"] not in page]
    assert len(translated) > fewest
    assert [said for page in translated for said in english(spoken_texts(page), language)] == []


def test_no_sheet_says_a_sentence_in_english(renderer: Renderer) -> None:
    """A sheet is what a PDF is made of: seconds, without making one."""
    context = SheetContext("", "", reviews(renderer.guide), Markdown().convert)
    sheets = list(all_sheets(renderer, context))
    pages = dict.fromkeys(page for sheet in sheets for page in sheet.documents)
    found = [piece for page in pages for piece in english(spoken_texts(page))]
    assert len(sheets) > 200
    assert sorted(set(found)) == []


def test_no_questionnaire_says_a_sentence_in_english(renderer: Renderer) -> None:
    files = questionnaires(renderer, {}, "https://guide.example.org/", "1.2.3")
    texts = [text for name, file in files.items() if name.endswith(".json") for text in said_by(json.loads(file))]
    assert len(texts) > 5000
    assert sorted(set(english([Spoken(WHOLE, text) for text in texts]))) == []


def said_by(asked: object) -> Iterator[str]:
    """What a questionnaire says to people, at any depth."""
    if isinstance(asked, dict):
        yield from (value for key, value in asked.items() if key in SAID_BY_FHIR and isinstance(value, str))
    for inner in asked.values() if isinstance(asked, dict) else asked if isinstance(asked, list) else ():
        yield from said_by(inner)


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


def test_an_english_sentence_is_found_wherever_it_stands() -> None:
    """So the two tests above can fail: in the head, in an attribute, in a list, in an island that ends too late."""
    planted = [
        "A free guide for two people",
        "Nobody can see what you type here",
        "Stop when one of you is afraid",
        "Help now",
        "Your answers stay on this page only",
    ]
    page = f"""<html lang="es"><head><meta name="description" content="{planted[0]}."><title>Una guía</title></head>
        <body><p aria-label="{planted[1]}.">Lo que escribes se queda contigo.</p>
        <ul lang="en"><li>Marked as English, so it may stay.</li><li lang="es-MX">{planted[2]}.</li></ul>
        <a href="/">{planted[3]}</a><p>Esto está bien. {planted[4]}. <i lang="en">World Health Organization.</i></p>
        <code>This is for a machine to read</code></body></html>"""
    assert sorted(english(spoken_texts(page))) == sorted(planted)
