"""A site in several languages: what has to be translated first, and what a translation was made from."""

import shutil
from pathlib import Path

import pytest
from worksheets.authoring.problems import report
from worksheets.authoring.source_files import Folders
from worksheets.editions.coverage import coverage, line_for_readers
from worksheets.editions.originals import copy_to_own, remember
from worksheets.editions.site_languages import Site, read_site
from worksheets.editions.translations import Translation, translations

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE, replace

SHEETS = ("sheet", "sheet-alone", "ticks")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The small guide with a German folder that has words, and a brand in English and German."""
    guide = Path(shutil.copytree(SMALL_GUIDE, tmp_path / "guide"))
    shutil.copytree(ROOT / "words", guide / "words")
    german = guide / "languages" / "de"
    german.mkdir(parents=True)
    shutil.copy(ROOT / "languages" / "de" / "words.yml", german)
    (german / "language.yml").write_text("code: de\nname: Deutsch\n", encoding="utf-8")
    for path in SMALL_CLINIC.iterdir():
        shutil.copy(path, guide)
    replace(guide / "brand.yml", "language: en", "language: en\nlanguages: [en, de]")
    replace(guide / "guide.yml", "kept: [about.md]", "kept: [about.md]\ntranslated-first: [help.md]")
    return guide


def translate(guide: Path, file: str, old: str = "", new: str = "") -> Path:
    """Copy a file of the guide into the German folder, and translate some of it."""
    target = copy_to_own(guide, guide / "languages" / "de", Path(file))
    if old:
        replace(target, old, new)
    return target


def translate_what_comes_first(guide: Path) -> None:
    translate(guide, "docs/help.md", "description: ", "description: Auf Deutsch. ")
    for name in SHEETS:
        translate(guide, f"exercises/one/{name}.yml", "title: A", "title: Ein")


def site_of(guide: Path) -> Site:
    site, _, problems = read_site(Folders.of(guide))
    assert site, report(problems)
    assert not problems, report(problems)
    return site


def told(guide: Path) -> list[str]:
    return sorted(f"{one.file}: {one.wrong}" for one in read_site(Folders.of(guide))[2])


def test_each_language_has_all_pages_and_says_which_are_translated(guide: Path) -> None:
    translate_what_comes_first(guide)
    english, german = site_of(guide).languages
    assert (english.code, english.name, english.folder) == ("en", "English", "")
    assert (german.code, german.name, german.folder) == ("de", "Deutsch", "de/")
    assert german.pages == english.pages
    assert german.translated == {"help.md", *(f"worksheets/one/{name}.md" for name in SHEETS)}


def test_a_translation_is_no_later_version_of_what_was_reviewed(guide: Path) -> None:
    translate_what_comes_first(guide)
    translate(guide, "docs/steps/one.md", "A cat sat", "Eine Katze")
    words = site_of(guide).editions["en"].shown.words
    (guide / "reviews").mkdir(exist_ok=True)
    pages = "".join(
        f"  - {{ page: {one}, words: {words[one]}, outcome: fits }}\n" for one in ("steps/one.md", "index.md")
    )
    (guide / "reviews" / "one.yml").write_text(f"role: couples therapist\nday: 2026-11-22\npages:\n{pages}", "utf-8")
    english, german = site_of(guide).of_all
    assert [one.is_current for one in english.reviews["steps/one.md"].readings] == [True]
    assert german.reviews["steps/one.md"].readings == ()
    assert [one.is_current for one in german.reviews["index.md"].readings] == [True], "it is the same text in both"


def test_what_is_about_safety_is_translated_before_a_language_is_listed(guide: Path) -> None:
    files = {f"languages/de/exercises/one/{name}.yml": f"`stop` of worksheets/one/{name}.md" for name in SHEETS}
    files["languages/de/pages/help.md"] = "docs/help.md"
    assert told(guide) == sorted(
        f"{file}: What is about safety comes first, and {what} is not in the language `de`."
        for file, what in files.items()
    )
    replace(guide / "brand.yml", "languages: [en, de]", "languages: [en, de]\nuntranslated: hide")
    translate(guide, "docs/help.md", "description: ", "description: Auf Deutsch. ")
    german = site_of(guide).editions["de"]
    assert german.guide.catalogue.entries == {}
    assert {page.path for page in german.guide.pages} >= {"index.md", "steps/one.md"}
    assert "steps/one.md" in german.brand.hide


def test_a_translator_hears_which_exercises_leave_a_gap_in_translated_pages(guide: Path) -> None:
    replace(guide / "brand.yml", "languages: [en, de]", "languages: [en, de]\nuntranslated: hide")
    translate(guide, "docs/help.md", "description: ", "description: Auf Deutsch. ")
    gap = "Not in the language `de` yet, so its pages show nothing in their place: "
    assert not [one for one in site_of(guide).notices if one.startswith(gap)]
    translate(guide, "docs/steps/one.md", "description: ", "description: Auf Deutsch. ")
    found = [one for one in site_of(guide).notices if one.startswith(gap)]
    assert [one.removeprefix(gap).split()[0] for one in found] == ["exercises/one/sheet-alone.yml"]


def test_changed_words_about_safety_count_as_missing(guide: Path) -> None:
    translate_what_comes_first(guide)
    replace(guide / "exercises" / "one" / "sheet.yml", "stop: Stop when you like.", "stop: Stop when it gets loud.")
    replace(guide / "docs" / "help.md", "description: ", "description: New. ")
    older = "What this says about safety was made from an older text, or nobody has said from which:"
    assert told(guide) == [
        f"languages/de/exercises/one/sheet.yml: {older} `stop` of worksheets/one/sheet.md.",
        f"languages/de/pages/help.md: {older} docs/help.md.",
    ]
    for one in translations(Folders.of(guide), "de"):
        if one.own.is_file():
            remember(one.files)
    site_of(guide)


def test_a_slip_in_an_exercise_is_told_once_and_nothing_is_said_of_its_translation(guide: Path) -> None:
    translate_what_comes_first(guide)
    replace(guide / "exercises" / "one" / "sheet.yml", "label: A word", "label: Yours: a word")
    (one,) = told(guide)
    assert one.startswith("exercises/one/sheet.yml: A colon and a space begin a new key")


def test_other_changed_words_leave_a_language_in_the_site(guide: Path) -> None:
    translate_what_comes_first(guide)
    replace(guide / "exercises" / "one" / "sheet.yml", "label: A word", "label: One word")
    site_of(guide)


def test_nothing_stands_where_another_language_will(guide: Path) -> None:
    translate_what_comes_first(guide)
    (guide / "docs" / "de").mkdir()
    shutil.copy(guide / "docs" / "about.md", guide / "docs" / "de" / "about.md")
    (guide / "docs" / "de" / "notes.pdf").write_text("A PDF.", encoding="utf-8")
    wrong = "The pages in the language `de` stand in the folder /de/ of the site."
    assert {f"docs/de/about.md: {wrong}", f"docs/de/notes.pdf: {wrong}"} <= set(told(guide))


@pytest.mark.parametrize(
    ("file", "line", "alias"),
    [("guide.yml", 7, "de/old.md"), ("guide.yml", 7, "de.md"), ("guide.yml", 7, "DE/steps/old.md"),
     ("brand.yml", 6, "de/old.md")],
)  # fmt: skip
def test_no_old_name_is_where_another_language_will_be(guide: Path, file: str, line: int, alias: str) -> None:
    translate_what_comes_first(guide)
    before = {"guide.yml": "kept: [about.md]", "brand.yml": "languages: [en, de]"}[file]
    aliases = f"{before}\naliases: {{ {alias}: about.md, old.md: about.md, german/old.md: about.md, de/old: about.md }}"
    replace(guide / file, before, aliases)
    (one,) = read_site(Folders.of(guide))[2]
    wrong = "The pages in the language `de` stand in the folder /de/ of the site."
    assert str(one).startswith(f"{file}:{line}: aliases › {alias}: {wrong}")
    replace(guide / "brand.yml", "languages: [en, de]\n", "")
    assert read_site(Folders.of(guide))[2] == []


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ("[de, en]", "brand.yml:5: languages: The first language is de, and `language` says en. Begin with en"),
        ("[en, en]", "brand.yml:5: languages: `en` stands here twice. Name it once."),
        ("[en, fr]", "brand.yml:4: language: There are no words for `fr`. Write one of: `de`, `en`. Or put"),
    ],
)
def test_languages_that_are_not_as_they_should_be(guide: Path, languages: str, said: str) -> None:
    replace(guide / "brand.yml", "languages: [en, de]", f"languages: {languages}")
    assert [one for one in map(str, read_site(Folders.of(guide))[2]) if one.startswith(said)]


def test_a_country_of_which_there_are_no_helplines_is_told_where_the_language_names_it(guide: Path) -> None:
    translate_what_comes_first(guide)
    with (guide / "languages" / "de" / "language.yml").open("a", encoding="utf-8") as file:
        file.write("country: DE\n")
    assert told(guide) == ["languages/de/language.yml: There are no helplines for DE in sources/helplines.yml."]


def found(guide: Path) -> dict[str, Translation]:
    return {one.files.upstream: one for one in translations(Folders.of(guide), "de")}


def test_the_state_of_a_translation(guide: Path) -> None:
    stop = "stop: Stop at once when one of you is afraid.\n"
    replace(guide / "exercises" / "one" / "sheet.yml", "stop: Stop when you like.\n", stop)
    file = "exercises/one/sheet.yml"
    assert found(guide)[file].state == "missing"
    own = translate(guide, file)
    assert found(guide)[file].state == "missing"  # its stop is still in English
    replace(own, stop, "stop: Hört sofort auf, wenn eine oder einer von euch Angst hat.\n")
    assert found(guide)[file].state == "whole"
    replace(guide / file, "purpose: Try it out.", "purpose: Try it out, and then try it once again.")
    assert found(guide)[file].state == "behind"
    remember(found(guide)[file].files)
    replace(own, "purpose: Try it out.", "purpose: Try it out, and then try it once again.")
    assert found(guide)[file].state == "part"
    replace(guide / file, "stop: Stop at once", "stop: Stop, and leave,")
    assert found(guide)[file].state == "missing"


def test_the_guide_has_a_name_in_each_language_and_a_clinic_keeps_its_own(guide: Path) -> None:
    translate_what_comes_first(guide)
    with (guide / "languages" / "de" / "language.yml").open("a", encoding="utf-8") as file:
        file.write("guide: { name: Ein kleiner Leitfaden }\n")
    names = {code: edition.brand.name for code, edition in site_of(guide).editions.items()}
    assert names == {"en": names["en"], "de": "Ein kleiner Leitfaden"}
    clinic = Path(shutil.copytree(SMALL_CLINIC, guide / "clinics" / "mine"))
    replace(clinic / "brand.yml", "language: en", "language: en\nlanguages: [en, de]")
    site, _, problems = read_site(Folders.of(guide), clinic)
    assert site, report(problems)
    assert {edition.brand.name for edition in site.of_all} == {names["en"]}
    replace(guide / "brand.yml", "languages: [en, de]", "languages: [en, de]\nin-languages: { de: { name: Anders } }")
    assert site_of(guide).editions["de"].brand.name == "Anders"


def test_when_a_sheet_helps_is_said_in_the_language_or_marked_as_english(guide: Path) -> None:
    with (guide / "guide.yml").open("a", encoding="utf-8") as file:
        file.write("situations: { quiet: When it is quiet, loud: When it is loud }\n")
    for path in (guide / "exercises").rglob("*.yml"):
        if path.name != "sections.yml":
            path.write_text(f"{path.read_text(encoding='utf-8')}\nsituations: [quiet, loud]\n", encoding="utf-8")
    translate_what_comes_first(guide)
    language = guide / "languages" / "de" / "language.yml"
    language.write_text(f"{language.read_text(encoding='utf-8')}situations: {{ loud: Wenn es laut ist }}\n", "utf-8")
    german = site_of(guide).editions["de"].guide
    assert german.situation("loud") == ("Wenn es laut ist", "de")
    assert german.situation("quiet") == ("When it is quiet", "en")
    replace(language, "loud:", "lout:")
    wrong = "languages/de/language.yml: There is no situation `lout` in guide.yml."
    assert wrong in told(guide)


def test_a_page_says_how_much_is_in_its_language(guide: Path) -> None:
    help_now = guide / "docs" / "help.md"
    replace(help_now, "clinical_review: not needed", "clinical_review: not yet")
    help_now.write_text(f"{help_now.read_text(encoding='utf-8')}\n{{what is translated}}\n", encoding="utf-8")
    translate_what_comes_first(guide)
    said = {}
    for code, edition in site_of(guide).editions.items():
        page = edition.guide.page("help.md")
        assert page
        said[code] = page.body.strip().splitlines()[-1]
    assert said == {
        "en": "All 2 pages for readers and all 3 sheets are in English.",
        "de": "Auf Deutsch sind bisher 1 von 2 Seiten für Leserinnen und Leser und 3 von 3 Blättern.",
    }


def test_the_line_for_readers_counts_what_they_find(guide: Path) -> None:
    translate_what_comes_first(guide)
    rows = coverage(translations(Folders.of(guide), "de"))
    assert line_for_readers("Deutsch", rows) == "Deutsch: 1 of 4 pages and 3 of 4 exercises."
