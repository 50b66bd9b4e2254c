"""What is asked of a text in its own language: how easy it is, its words and marks, and the order of its lists."""

import shutil
from dataclasses import replace as replace_in
from pathlib import Path

import pytest
from worksheets.authoring.alphabetical_order import alphabetical
from worksheets.authoring.problems import report
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.editions.language_folder import known_languages, read_language
from worksheets.editions.originals import copy_to_own
from worksheets.exercises.catalogue import Catalogue
from worksheets.guide.markdown.block_reader import read_blocks
from worksheets.guide.packs import Packs
from worksheets.guide.prose_rules import broken_in_language
from worksheets.guide.readability import FORMULAS, fernandez_huerta, inflesz
from worksheets.guide.readability_limits import easy_to_read
from worksheets.guide.syllables import spanish_syllables
from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE, replace

FOLDERS = Folders.of(ROOT)
WITH_RULES = [code for code in known_languages(ROOT) if (found := read_language(FOLDERS, code)[0]) and found.rules]


@pytest.mark.parametrize("code", WITH_RULES)
def test_what_is_translated_keeps_the_rules_of_its_language(code: str) -> None:
    """Two seconds for each language."""
    _, guide, problems = read_edition(FOLDERS, code=code)
    broken = [*problems, *broken_in_language(guide, code)]
    assert not broken, report(broken)


def test_spanish_has_rules_and_every_formula_that_is_known_for_it() -> None:
    found, _ = read_language(FOLDERS, "es")
    assert found
    assert found.rules
    assert set(found.rules.reading) == set(FORMULAS["es"])
    safety = [(limits.safety, limits.hardest) for limits in found.rules.reading.values() if limits.safety]
    assert [strict > usual for strict, usual in safety if usual] == [True]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "y muy rey hay fui yo quien guion"),
        (2, "día guerra leer ciudad construí reunión huevo viuda maíz tuya búho hielo agua chico"),
        (3, "reúne países pingüino ahora cuídate caía oíais pareja cohete aguantar"),
        (4, "averigüéis aéreo poesía lingüística uruguayo"),
        (6, "ideología"),
    ],
)
def test_syllables_of_spanish_words(count: int, words: str) -> None:
    assert {word: spanish_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_the_spanish_scores_of_a_known_text() -> None:
    """Eight words in two sentences, with twelve syllables."""
    text = ["La casa es azul.", "Vamos a la playa."]
    assert inflesz(text) == pytest.approx(206.835 - 62.3 * 12 / 8 - 4)
    assert fernandez_huerta(text) == pytest.approx(206.84 - 60 * 12 / 8 - 1.02 * 4)
    hard = ["La hiperactivación fisiológica característicamente compromete la comunicación interpersonal."]
    for score in (inflesz, fernandez_huerta):
        assert score(hard) < score(text) < score([])


@pytest.mark.parametrize(
    ("alphabet", "in_order"),
    [
        (None, ["a lie", "Affair", "Éclair", "«egg»", "Zebra"]),
        ("a n ñ o", ["nada", "nube", "ñu", "oso"]),
        ("a b c ch d dd e f ff g ng h", ["cath", "cwm", "chwaer", "da", "ddoe"]),
        (None, ["أب", "باب", "تاج"]),
    ],
)
def test_words_stand_in_the_order_of_their_alphabet(alphabet: str | None, in_order: list[str]) -> None:
    assert sorted({*in_order}, key=alphabetical(alphabet)) == in_order


RULES = """\
reading:
  inflesz: { hardest: 65 }
banned: { toxisch: was jemand tut }
claims: [Studie]
quotes: [„“]
"""


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """The small guide with a German folder that has words, and one page."""
    guide = Path(shutil.copytree(SMALL_GUIDE, tmp_path / "guide"))
    shutil.copytree(ROOT / "words", guide / "words")
    for path in SMALL_CLINIC.iterdir():
        shutil.copy(path, guide)
    german = guide / "languages" / "de"
    german.mkdir(parents=True)
    shutil.copy(ROOT / "languages" / "de" / "words.yml", german)
    (german / "language.yml").write_text("code: de\nname: Deutsch\n", encoding="utf-8")
    copy_to_own(guide, german, Path("docs/steps/one.md"))
    return german


def told(german: Path) -> list[str]:
    _, guide, problems = read_edition(Folders.of(german.parents[1]), code="de")
    return sorted(map(str, [*problems, *broken_in_language(guide, "de")]))


def test_a_page_is_told_by_the_rules_of_its_own_language(german: Path) -> None:
    page = german / "pages" / "steps" / "one.md"
    replace(page, "A cat sat", "Eine Studie sagt: „toxisch ist «das»")
    assert told(german) == []
    (german / "rules.yml").write_text(RULES.replace("reading:\n  inflesz: { hardest: 65 }\n", ""), encoding="utf-8")
    lines = enumerate(page.read_text(encoding="utf-8").splitlines(), 1)
    line = next(number for number, text in lines if "toxisch" in text)
    name = f"languages/de/pages/steps/one.md:{line}:"
    found = told(german)
    assert f"{name} We do not write “toxisch”. Write was jemand tut." in found
    assert f"{name} The mark « is none of this language. Write „…“." in found
    assert f"{name} There are 1 „ and 0 “. Open each once, and close it." in found
    assert [one for one in found if "speaks of “Studie” and cites nothing" in one]


def test_a_formula_that_was_made_for_another_language_is_told(german: Path) -> None:
    (german / "rules.yml").write_text(RULES, encoding="utf-8")
    assert told(german) == [
        "languages/de/rules.yml:2: reading › inflesz: `inflesz` is no formula for the language `de`. "
        "Leave `reading` out: we know of none."
    ]


def test_terms_out_of_order_are_told_by_the_alphabet_of_the_page(german: Path) -> None:
    """In Welsh `ch` comes after all other words in `c`; a list that guide.yml does not name has its own order."""
    with (german / "pages" / "steps" / "one.md").open("a", encoding="utf-8") as page:
        page.write("\nchwaer\n:   Ein Wort.\n\ncwm\n:   Noch eines.\n\n- **Zorn**: Eins.\n- **ärgerlich**: Zwei.\n")
    (german / "rules.yml").write_text("alphabet: a b c ch d\n", encoding="utf-8")
    assert told(german) == []
    with (german.parents[1] / "guide.yml").open("a", encoding="utf-8") as settings:
        settings.write("in-order: [steps/one.md]\n")
    assert [one.partition(": ")[2] for one in told(german)] == [
        "“cwm” stands below “chwaer”, and readers look for it above. Move it to its place in the alphabet.",
        "“ärgerlich” stands below “Zorn”, and readers look for it above. Move it to its place in the alphabet.",
    ]


def test_the_guide_s_own_limits_name_formulas_for_its_language(german: Path) -> None:
    with (german.parents[1] / "guide.yml").open("a", encoding="utf-8") as settings:
        settings.write("reading: { inflesz: { hardest: 60, short: 70 }, smog: { hardest: hard } }\n")
    (wrong,) = [one for one in told(german) if "smog" in one]
    assert "reading › smog › hardest: “hard” does not fit: a number is needed." in wrong
    replace(german.parents[1] / "guide.yml", "hardest: hard", "hardest: 8")
    (unknown,) = [one for one in told(german) if "inflesz" in one]
    assert unknown.endswith(
        "reading › inflesz: `inflesz` is no formula for the language `en`. Write one of: `flesch-kincaid`, `smog`."
    )


def test_a_page_about_safety_has_a_limit_of_its_own_and_no_excuse(guide: Guide) -> None:
    """Of two pages that are as hard, with the same reason, only the one about safety is told."""
    hard = read_blocks("The conversation about responsibility is necessary. " * 3)
    paths = ("safety/is-this-safe.md", "article.md")
    pages = []
    for path in paths:
        page = guide.page(path)
        assert page
        assert page.front_matter
        excused = page.front_matter.model_copy(update={"harder_because": "it is about law"})
        pages.append(replace_in(page, front_matter=excused, blocks=hard))
    empty = Catalogue((), {}, {})
    changed = replace_in(guide, pages=tuple(pages), catalogue=empty, packs=Packs())
    found = [one for one in easy_to_read(changed, "en", guide.settings) if "median" not in one.wrong]
    assert {problem.file for problem in found} == {"docs/safety/is-this-safe.md"}
    assert {problem.write for problem in found} == {"Get below 6."}
