"""A copy in a language that no theme knows: its words, its name and its direction stand in its pages."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from justhtml import JustHTML
from worksheets.authoring.problems import report
from worksheets.authoring.source_files import Folders
from worksheets.authoring.words import Words, read_words
from worksheets.editions.edition import Edition, read_edition
from worksheets.editions.originals import copy_to_own
from worksheets.rendering.citation_words import label_in

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE, mkdocs, replace
from tests.support.renderers import words
from tests.support.small_site import CONFIG, small_site

MENU = ["index.md", "right-now.md", "references.md"]
FRAME = {"skip-to-content": ".skip", "next": '[rel="next"] span', "previous": '[rel="prev"] span'}
"""Words around every page, and where they stand."""


def test_a_language_needs_no_more_than_its_words(tmp_path: Path) -> None:
    """Yiddish is written from right to left, and Material has no words for it."""
    project = small_site(tmp_path)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG | {"nav": MENU}), encoding="utf-8")
    own = {**words().texts, **{key: f"YI {key}" for key in FRAME}}
    (project / "languages" / "yi").mkdir(parents=True)
    (project / "languages" / "yi" / "words.yml").write_text(yaml.safe_dump(own), encoding="utf-8")
    (project / "languages" / "yi" / "language.yml").write_text("code: yi\nname: ייִדיש\n", encoding="utf-8")
    replace(project / "brand.yml", "language: en", "language: yi")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    page = JustHTML((project / "site" / "right-now" / "index.html").read_text(encoding="utf-8"), sanitize=False)
    assert [one.attrs for one in page.query("html")] == [{"lang": "yi", "dir": "rtl"}]
    assert {key: page.query(place)[0].to_text().strip() for key, place in FRAME.items()} == {
        key: f"YI {key}" for key in FRAME
    }


@pytest.mark.parametrize(
    ("language", "direction", "day"),
    [
        ("en", "ltr", "22 November 2026"),
        ("de", "ltr", "22. November 2026"),
        ("sw", "ltr", "22 Novemba 2026"),
        ("ur", "rtl", "22 نومبر، 2026"),
        ("sm", "ltr", "2026-11-22"),
    ],
)
def test_the_direction_and_the_days_of_a_language(language: str, direction: str, day: str, tmp_path: Path) -> None:
    """Of Samoan Babel knows nothing."""
    for name in ("en", language):
        (tmp_path / f"{name}.yml").write_text("leave: Leave\n", encoding="utf-8")
    files = {tmp_path / f"{name}.yml": f"{name}.yml" for name in dict.fromkeys(["en", language])}
    t, problems = read_words(files, language, "GB")
    assert t, problems
    assert (t.direction, t.day(date(2026, 11, 22))) == (direction, day)


def copy_in(tmp_path: Path, language: str, **files: str) -> Path:
    """A clinic's copy of the small guide in a language of its own, with some files; the guide has German words."""
    guide = Path(shutil.copytree(SMALL_GUIDE, tmp_path / "guide"))
    for name in ("words", "languages"):
        shutil.copytree(ROOT / name, guide / name)
    for path in guide.glob("languages/*/language.yml"):  # what those say of the real guide's situations is of another
        path.write_text(re.sub(r"^situations:\n(?: .*\n)+", "", path.read_text("utf-8"), flags=re.M), "utf-8")
    clinic = Path(shutil.copytree(SMALL_CLINIC, guide / "clinics" / "mine"))
    replace(clinic / "brand.yml", "language: en", f"language: {language}")
    for name, text in files.items():
        path = clinic / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return clinic


def edition_of(clinic: Path) -> Edition:
    edition, _, problems = read_edition(Folders.of(clinic.parents[1]), clinic)
    assert edition, report(problems)
    assert not problems, report(problems)
    return edition


def test_words_that_are_missing_stay_english_and_say_so(tmp_path: Path) -> None:
    edition = edition_of(copy_in(tmp_path, "ga", **{"words.yml": "leave: Fág\n"}))
    t = edition.t
    assert (str(t("leave")), str(t("menu"))) == ("Fág", "Menu")
    assert str(t.marked("menu")) == '<span lang="en" dir="ltr">Menu</span>'
    assert [str(part) for part in t.marked.parts("cites-one")][1] == '<span lang="en" dir="ltr">references</span>'
    count = len(words().texts)
    assert [notice.partition(": ")[2].partition(".")[0] for notice in edition.notices if "words" in notice] == [
        f"{count - 1} of {count} words are missing"
    ]


def test_no_template_puts_a_mark_into_an_attribute() -> None:
    """A word of another language has a `span` around it, and an attribute must not."""
    places = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "hooks").rglob("*.html")]
    attribute = re.compile(r'="[^"<>]*\{\{ *(t\((?:[^()]|\([^()]*\))*\))(?! \| striptags)')
    assert [(path.name, one[1]) for path in places for one in attribute.finditer(path.read_text("utf-8"))] == []


def test_a_file_is_in_the_language_of_the_copy_once_somebody_has_changed_it(tmp_path: Path) -> None:
    clinic = copy_in(tmp_path, "de")
    guide = clinic.parents[1]
    for file in ("exercises/one/sheet.yml", "docs/index.md", "docs/about.md"):
        copy_to_own(guide, clinic, Path(file))
    replace(clinic / "pages" / "about.md", "description:", "language: en\ndescription:")
    edition = edition_of(clinic)
    languages = edition.guide.languages
    assert [languages[path] for path in ("worksheets/one/sheet.md", "index.md", "about.md")] == ["en", "en", "en"]
    replace(clinic / "exercises" / "one" / "sheet.yml", "title: A sheet", "title: Ein Blatt")
    replace(clinic / "pages" / "index.md", "title:", "language: de\ntitle:")
    languages = edition_of(clinic).guide.languages
    assert [languages[path] for path in ("worksheets/one/sheet.md", "index.md", "about.md")] == ["de", "de", "en"]


def test_a_language_of_which_there_is_nothing_is_told_at_its_line(tmp_path: Path) -> None:
    clinic = copy_in(tmp_path, "de")
    copy_to_own(clinic.parents[1], clinic, Path("docs/about.md"))
    copy_to_own(clinic.parents[1], clinic, Path("exercises/one/sheet.yml"))
    replace(clinic / "pages" / "about.md", "description:", "language: fr\ndescription:")
    replace(clinic / "exercises" / "one" / "sheet.yml", "kind:", "language: fr\nkind:")
    _, _, problems = read_edition(Folders.of(clinic.parents[1]), clinic)
    wrong = "language: This copy has nothing in the language `fr`. Write `language: de` or `language: en`, or remove"
    assert sorted(map(str, problems)) == [
        f"clinics/mine/exercises/one/sheet.yml:2: {wrong} the line.",
        f"clinics/mine/pages/about.md:3: {wrong} the line.",
    ]


def test_a_page_can_be_copied_before_there_are_words(tmp_path: Path) -> None:
    clinic = copy_in(tmp_path, "ga")
    command = [sys.executable, "-m", "worksheets", "own", "clinics/mine", "docs/index.md"]
    done = subprocess.run(
        command, cwd=clinic.parents[1], env=os.environ | {"PYTHONPATH": str(ROOT / "hooks")}, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (clinic / "pages" / "index.md").exists()


def test_countries_are_called_as_in_the_language_of_the_copy() -> None:
    edition, _, problems = read_edition(Folders.of(ROOT), ROOT / "clinics" / "example-de")
    assert edition, report(problems)
    lines = edition.guide.helplines
    assert lines
    names = {country.code: country.named("de")[0] for country in lines.countries}
    assert (names["MX"], names["BR"], names["XX"]) == ("Mexiko", "Brasilien", "Ein anderes Land")


def test_citations_have_the_words_of_the_language() -> None:
    t = Words("es", "es_MX", {"comma": ",", "cited-and": "y", "et-al": "et al."})
    assert label_in("Gordon & Chen, 2016", t) == "Gordon y Chen, 2016"


COUNTED = "{count} sheets, {size} kB"
ARABIC = {"two": "ورقتان، {size} كيلوبايت", "few": "{count} أوراق، {size}", "other": "{count} ورقة، {size}"}


def words_of(folder: Path, language: str, sheets: object) -> tuple[Words | None, list[str]]:
    """The words of a language that has one key, and what is wrong with them."""
    files = {folder / "en.yml": "en.yml", folder / f"{language}.yml": f"{language}.yml"}
    for path, text in zip(files, (COUNTED, sheets), strict=True):
        path.write_text(yaml.safe_dump({"sheets": text, "leave": "Leave"}, allow_unicode=True), encoding="utf-8")
    t, problems = read_words(files, language, "GB")
    return t, [str(one) for one in problems]


def test_words_have_the_form_that_their_number_asks_for(tmp_path: Path) -> None:
    t, problems = words_of(tmp_path, "ar", ARABIC)
    assert t, problems
    said = [str(t("sheets", count=count, size=9)) for count in (2, 3, 10, 11, 102, 103)]
    few, many = "{} أوراق، 9", "{} ورقة، 9"
    expected = ["ورقتان، 9 كيلوبايت", few.format(3), few.format(10), many.format(11), many.format(102), few.format(103)]
    assert said == expected
    assert str(t.marked("sheets", count=2, size=9)) == expected[0]


@pytest.mark.parametrize(
    ("language", "forms", "said"),
    [
        ("ar", {**ARABIC, "few": "{size}"}, []),
        ("ar", {"two": "ورقتان"}, ["There is no text for all other numbers.", "The braces or brackets differ"]),
        (
            "ar",
            {**ARABIC, "fwe": "x"},
            ["This language has no form of numbers called `fwe`.", "The braces or brackets"],
        ),
        ("ar", {**ARABIC, "other": "ورقة، {size}"}, ["The braces or brackets differ from the English."]),
        ("ar", {**ARABIC, "two": " "}, ["There are no words here."]),
        ("es", {"two": "dos hojas, {size}", "other": COUNTED}, ["This language has no form of numbers called `two`."]),
        ("sm", {"few": COUNTED, "other": COUNTED}, ["This language has no form of numbers called `few`."]),
    ],
)
def test_forms_that_a_language_does_not_have(language: str, forms: object, said: list[str], tmp_path: Path) -> None:
    problems = words_of(tmp_path, language, forms)[1]
    assert len(problems) == len(said), problems
    assert all(one in problem for one, problem in zip(said, problems, strict=True)), problems


def test_words_without_a_number_have_one_form(tmp_path: Path) -> None:
    files = {tmp_path / "en.yml": "en.yml", tmp_path / "ar.yml": "ar.yml"}
    (tmp_path / "en.yml").write_text("leave: Leave\n", encoding="utf-8")
    (tmp_path / "ar.yml").write_text("leave: { other: مغادرة }\n", encoding="utf-8")
    assert [one.wrong for one in read_words(files, "ar", "GB")[1]] == ["The English, “Leave”, counts nothing."]
