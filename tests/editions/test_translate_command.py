"""What translators type: begin, status, diff, accept; and a clinic's folder in a language of the guide."""

import codecs
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worksheets.__main__ import main

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE, replace
from tests.support.renderers import words


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small guide, with a German folder that has three words, as the working folder."""
    guide = Path(shutil.copytree(SMALL_GUIDE, tmp_path / "guide"))
    shutil.copytree(ROOT / "words", guide / "words")
    shutil.copy(ROOT / "pyproject.toml", guide)
    for path in SMALL_CLINIC.iterdir():
        shutil.copy(path, guide)
    german = guide / "languages" / "de"
    german.mkdir(parents=True)
    settings = "code: de\nname: Deutsch\ncountry: DE\npaper: Letter\n"
    (german / "language.yml").write_text(settings, encoding="utf-8")
    (german / "words.yml").write_text("leave: Verlassen\n", encoding="utf-8")
    monkeypatch.chdir(guide)
    return guide


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["translate", *arguments])


def test_a_translation_begins_as_a_copy_and_ends_in_step(guide: Path) -> None:
    done = run("begin", "de", "docs/help.md", "exercises/one/sheet.yml")
    assert (done.exit_code, done.output) == (
        0,
        "Copied docs/help.md to languages/de/pages/help.md.\n"
        "Copied exercises/one/sheet.yml to languages/de/exercises/one/sheet.yml.\n",
    )
    assert "is there already" in run("begin", "de", "docs/help.md").output
    assert run("diff", "de").output == "Nothing that is translated has changed in the guide.\n"
    replace(guide / "docs" / "help.md", "description: ", "description: New. ")
    assert "+description: New. " in run("diff", "de").output
    wrong = run("accept", "de", "docs/hlep.md")
    assert (wrong.exit_code, wrong.output.splitlines()[-1]) == (
        1,
        "docs/hlep.md is not translated. Did you mean `docs/help.md`?",
    )
    assert run("accept", "de", "docs/help.md").output.splitlines()[1:] == ["languages/de/pages/help.md"]
    assert run("accept", "de").output == "Everything was in step.\n"


@pytest.mark.parametrize("whose", ["docs", "languages/de/originals/pages", "languages/de/pages"])
@pytest.mark.parametrize(
    "saved", [lambda text: text.replace(b"\n", b"\r\n"), lambda text: codecs.BOM_UTF8 + text], ids=["CRLF", "mark"]
)
def test_line_ends_and_marks_are_no_change(whose: str, saved: Callable[[bytes], bytes], guide: Path) -> None:
    """As git gives them to files on Windows, and some editors to those they save: one side has them and one has not."""
    run("begin", "de", "docs/help.md")
    table = run("status", "de", "--files").output
    page = guide / whose / "help.md"
    page.write_bytes(saved(page.read_bytes()))
    assert run("diff", "de").output == "Nothing that is translated has changed in the guide.\n"
    assert run("status", "de", "--files").output == table
    assert run("accept", "de").output == "Everything was in step.\n"


def test_the_table_counts_files_and_words(guide: Path) -> None:
    run("begin", "de", "docs/help.md", "exercises/one/sheet.yml")
    own = guide / "languages" / "de" / "exercises" / "one" / "sheet.yml"
    replace(own, "stop: Stop when you like.", "stop: Hört auf, wann ihr mögt.")
    lines = run("status", "de", "--files").output.splitlines()
    assert lines[0].split() == ["whole", "part", "behind", "missing", "words"]
    rows = {line.split()[0]: line.split()[1:5] for line in lines[1:6]}
    assert rows["exercises"] == ["1", "0", "0", "3"]
    assert sum(map(int, rows["pages"])) == len(list((guide / "docs").rglob("*.md")))
    assert int(rows["templates"][0]) + int(rows["templates"][3]) == len(words().texts)
    assert "missing  languages/de/exercises/one/ticks.yml" in lines
    assert lines[-1].startswith("Deutsch: ")


def test_the_rules_of_a_language_are_asked_of_what_is_translated(guide: Path) -> None:
    run("begin", "de", "docs/steps/one.md")
    page = guide / "languages" / "de" / "pages" / "steps" / "one.md"
    replace(page, "A cat sat on a mat.", "Das ist toxisch.")
    none = "languages/de/rules.yml"
    assert f"No rules: {none} is not there. Nothing says how easy texts have to be.\n" in run("status", "de").output
    replace(guide / "languages" / "de" / "language.yml", "country: DE\n", "")
    without = run("check", "de")
    assert (without.exit_code, without.output.splitlines()) == (
        0,
        [
            f"No rules: {none} is not there. Nothing says how easy texts have to be.",
            "Translated pages, sheets and packs in Deutsch: 1. Nothing to fix.",
        ],
    )
    (guide / none).write_text("banned: { toxisch: was jemand tut }\n", encoding="utf-8")
    done = run("check", "de")
    assert done.exit_code == 1
    assert "We do not write “toxisch”. Write was jemand tut.\n1 problem to fix." in done.output, done.output
    replace(page, "toxisch.", "laut.")
    assert run("check", "de").output == "Translated pages, sheets and packs in Deutsch: 1. Nothing to fix.\n"
    assert "No rules" not in run("status", "de").output


def test_a_heading_that_a_link_leads_to_keeps_its_id(guide: Path) -> None:
    page = guide / "docs" / "help.md"
    page.write_text(
        f"{page.read_text(encoding='utf-8')}\n[Night](#at-night)\n\n## At night\n\nRest.\n", encoding="utf-8"
    )
    done = run("begin", "de", "docs/help.md")
    assert done.output.splitlines()[-1] == (
        "Links lead to headings of docs/help.md. Write their ids after yours: {#at-night}"
    )
    own = guide / "languages" / "de" / "pages" / "help.md"
    replace(own, "[Night](#at-night)\n\n## At night", "[Nacht](#at-night)\n\n## In der Dunkelheit")
    replace(guide / "languages" / "de" / "language.yml", "country: DE\n", "")
    lost = run("check", "de")
    assert lost.exit_code == 1
    assert (
        "Nacht: There is no “#at-night” in help.md. Write it after the heading that is meant: `## … {#at-night}`."
        in lost.output
    )
    replace(own, "## In der Dunkelheit", "## In der Dunkelheit {#at-night}")
    assert run("check", "de").exit_code == 0


def test_a_title_that_is_not_in_the_menu_is_told(guide: Path) -> None:
    (guide / "mkdocs.yml").write_text("nav:\n  - Start: index.md\n  - Help now: help.md\n", encoding="utf-8")
    settings = guide / "languages" / "de" / "language.yml"
    settings.write_text("code: de\nname: Deutsch\nmenu:\n  Start: Anfang\n  Help nwo: Hilfe\n", encoding="utf-8")
    assert (
        "languages/de/language.yml:5: menu › Help nwo: There is no title “Help nwo” in the menu of mkdocs.yml. "
        "Did you mean `Help now`?\n1 problem to fix." in run("check", "de").output
    )


def test_only_some_files_are_compared(guide: Path) -> None:
    run("begin", "de", "docs/help.md", "exercises/one/sheet.yml")
    for file in ("docs/help.md", "exercises/one/sheet.yml"):
        own = (guide / file).read_text(encoding="utf-8")
        (guide / file).write_text(own.replace("title: ", "title: New "), encoding="utf-8")
    both, one = run("diff", "de").output, run("diff", "de", "docs/help.md").output
    assert "sheet.yml" in both
    assert "+title: New" in one
    assert "sheet.yml" not in one
    assert "docs/hlep.md is not translated." in run("diff", "de", "docs/hlep.md").output


def test_a_language_that_is_not_there_is_told_with_what_to_write(guide: Path) -> None:
    done = run("status", "fr")
    assert done.exit_code == 1
    assert "There is no folder languages/fr. Make it, with a file language.yml that says:\ncode: fr\n" in done.output


def test_a_clinic_can_begin_in_a_language_of_the_guide(guide: Path) -> None:
    done = CliRunner().invoke(main, ["new", "--language", "de", "harbour"])
    assert done.exit_code == 0, done.output
    lines = (guide / "clinics" / "harbour" / "brand.yml").read_text(encoding="utf-8").splitlines()
    assert {"language: de", "country: DE", "paper: Letter"} <= set(lines)
    wrong = CliRunner().invoke(main, ["new", "--language", "ed", "other"])
    assert (wrong.exit_code, wrong.output.splitlines()[-1]) == (
        1,
        "The guide has nothing in the language `ed`. Write one of: `de`, `en`.",
    )
