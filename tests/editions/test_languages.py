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
from worksheets.editions.clinic_folder import copy_to_own
from worksheets.editions.edition import Edition, read_edition
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


@pytest.mark.parametrize(
    ("language", "forms", "said"),
    [
        ("pl", {"few": "{minutes} minuty"}, {1: "1 minut", 3: "3 minuty", 5: "5 minut", 22: "22 minuty"}),
        ("ar", {"two": "دقيقتان", "few": "{minutes} دقائق"}, {2: "دقيقتان", 4: "4 دقائق", 40: "40 minut"}),
        ("sm", {}, {3: "3 minut"}),
    ],
)
def test_words_bend_with_their_number(
    language: str, forms: dict[str, str], said: dict[int, str], tmp_path: Path
) -> None:
    """A word for two may say the number itself. Of Samoan Babel knows nothing."""
    (tmp_path / "en.yml").write_text('minutes: "{minutes} minutes"\nleave: Leave\n', encoding="utf-8")
    own = {"minutes": "{minutes} minut"} | {f"minutes.{form}": text for form, text in forms.items()}
    (tmp_path / "own.yml").write_text(yaml.safe_dump(own, allow_unicode=True), encoding="utf-8")
    files = {tmp_path / name: name for name in ("en.yml", "own.yml")}
    t, problems = read_words(files, language, "GB")
    assert t, problems
    assert {count: str(t.marked("minutes", minutes=count)) for count in said} == said
    assert t.missing == {"leave"}


def test_a_form_that_a_language_does_not_have_is_told(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text('minutes: "{minutes} minutes"\nleave: Leave\n', encoding="utf-8")
    own = 'minutes.few: "{minutes} Minuten"\nminutes.one: "{count} Minute"\nleave.one: Geh\n'
    (tmp_path / "own.yml").write_text(own, encoding="utf-8")
    _, problems = read_words({tmp_path / name: name for name in ("en.yml", "own.yml")}, "de", "DE")
    assert list(map(str, problems)) == [
        "own.yml:1: minutes.few: Unknown key `minutes.few`. Did you mean `minutes.one`?",
        "own.yml:2: minutes.one: The braces or brackets differ from the English. Keep `{minutes}`.",
        "own.yml:3: leave.one: Unknown key `leave.one`. Write one of: `minutes.one`.",
    ]


def copy_in(tmp_path: Path, language: str, **files: str) -> Path:
    """A clinic's copy of the small guide in a language of its own, with some files; the guide has German words."""
    guide = Path(shutil.copytree(SMALL_GUIDE, tmp_path / "guide"))
    for name in ("words", "languages"):
        shutil.copytree(ROOT / name, guide / name)
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
    t = Words("es", "es_MX", {"cited-and": "y", "et-al": "et al."})
    assert label_in("Gordon & Chen, 2016", t) == "Gordon y Chen, 2016"
