"""`guide translate export` and `import`: what a coordinator types, and what programs do between the two."""

import subprocess
from pathlib import Path

import pytest

from tests.support import programs
from tests.support.project import replace
from tests.support.small_translation import messages, run, small_guide, translate, with_accents

WELSH = Path("languages/cy")
RAIN = WELSH / "pages" / "rain.md"


@pytest.fixture(autouse=True)
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small guide as the working folder, with all of its texts in cy.po."""
    guide = small_guide(tmp_path / "guide")
    monkeypatch.chdir(guide)
    done = run("export", "cy", "cy.po")
    assert done.exit_code == 0, done.output
    return guide


def only(**said: str) -> None:
    """Translate some texts, which are named by how they begin."""

    def translation(_: str, text: str) -> str | None:
        return next((new for start, new in said.items() if text.startswith(start)), None)

    translate("cy.po", translation)


def test_every_text_stands_there_with_what_it_is_and_gettext_reads_it() -> None:
    subprocess.run([programs.path("msgfmt") or "", "--check", "-o", "/dev/null", "cy.po"], check=True)
    found = messages("cy.po")
    assert not any(one.string for one in found.values())
    paragraph = next(text for context, text in found if context == "docs/rain.md" and text.startswith("It rains"))
    assert "\n" not in paragraph
    assert found["docs/rain.md", paragraph].auto_comments == [
        "paragraph",
        "stays as it is: {number of steps}, help.md#how-it-falls, about.md, [@brown2010calm]",
    ]
    label = found["exercises/one/sheet.yml parts.1.fields.word.label", "A word"]
    assert label.auto_comments == ["a question, or the name of a field", "at most 200 characters", "at most 14 words"]
    assert label.flags == {"max-length:200"}
    description = found["docs/rain.md description", "What to do: stay in, or go out."]
    assert description.flags == {"max-length:160"}, "as `guide translate check` asks"
    assert {
        ("docs/rain.md title", "Rain"),
        ("docs/rain.md", "Stop here"),
        ("docs/rain.md#how-it-falls", "How it falls"),
        ("docs/rain.md#how-it-falls", "a shower"),
        ("docs/rain.md#how-it-falls", "One piece of rain."),
        ("exercises/one/sheet.yml parts.1.fields.length.options", "Short"),
        ("exercises/sections.yml sections.one.title", "The first step"),
        ("words.yml leave", "Leave this page"),
        ("language.yml menu", "Rain"),
        ("helplines.yml XX.Emergency.name", "Emergency"),
    } <= found.keys()
    assert not any(text in ("one/sheet-alone", "word", "worksheet", "112") for _, text in found)


def test_a_whole_translation_arrives_and_nothing_of_it_changes_on_the_way_back() -> None:
    translate("cy.po", lambda _, text: with_accents(text))
    done = run("import", "cy", "cy.po")
    assert done.exit_code == 0, done.output
    page = RAIN.read_text(encoding="utf-8")
    assert page.startswith(
        '---\ntitle: Ràîñ\ndescription: "Whàt tö dö: stàŷ îñ, ör gö öût."\nlast_reviewed: 2026-11-22'
    )
    assert "# Ràîñ\n\n<!-- helplines -->\n\nIt ràîñs öñ àll öf {number of steps} stêps." in page
    assert '!!! stop "Stöp hêrê"\n\n    Stàŷ îñ whêñ thêrê îs thûñdêr.\n\n    - Kêêp àwàŷ fröm `trees`.' in page
    assert "## Höw ît fàlls {#how-it-falls}\n" in page, "a link leads to this heading"
    assert "\n   tö sàŷ sö.\n2. It êñds.\n" in page
    assert "| à shöwêr | lîttlê |" in page
    assert max(map(len, page.splitlines())) <= 120
    assert "missing" not in run("status", "cy", "--files").output.split("\n", 1)[1]
    files = {path: path.read_bytes() for path in WELSH.rglob("*") if path.is_file()}
    again = run("export", "cy", "again.po")
    assert (again.exit_code, run("import", "cy", "again.po").output) == (0, "Nothing is new.\n")
    assert files == {path: path.read_bytes() for path in WELSH.rglob("*") if path.is_file()}


def test_what_is_not_translated_stays_english_and_what_is_empty_or_fuzzy_changes_nothing(guide: Path) -> None:
    only(Words="Geiriau.")
    done = run("import", "cy", "cy.po")
    assert done.output.startswith("New texts: 3. Files:\nlanguages/cy/pages/")
    own = WELSH / "pages" / "help.md"
    assert own.read_text(encoding="utf-8") == (guide / "docs" / "help.md").read_text(encoding="utf-8").replace(
        "Words.", "Geiriau."
    )
    assert (WELSH / "originals" / "pages" / "help.md").read_bytes() == (guide / "docs" / "help.md").read_bytes()
    assert not RAIN.exists()
    only(Words="")
    replace(Path("cy.po"), 'msgctxt "docs/rain.md title"', '#, fuzzy\nmsgctxt "docs/rain.md title"')
    assert run("import", "cy", "cy.po").output == "Nothing is new.\n"


def test_a_text_that_changed_comes_back_fuzzy_and_counts_as_behind_until_somebody_has_read_it(guide: Path) -> None:
    translate("cy.po", lambda _, text: with_accents(text))
    run("import", "cy", "cy.po")
    replace(guide / "docs" / "help.md", "Words.", "Other words.")
    assert "Behind: 1." in run("export", "cy", "new.po").output
    assert '#, fuzzy\n#| msgid "Words."\nmsgctxt "docs/help.md"\nmsgid "Other words."\nmsgstr "Wörds."' in Path(
        "new.po"
    ).read_text(encoding="utf-8")
    assert run("import", "cy", "new.po").output == "Nothing is new.\n"
    assert "behind   languages/cy/pages/help.md" in run("status", "cy", "--files").output
    translate("new.po", lambda _, text: "Geiriau eraill." if text == "Other words." else None)
    assert "languages/cy/pages/help.md" in run("import", "cy", "new.po").output
    assert "pages/help.md" not in run("status", "cy", "--files").output


def test_work_on_an_older_text_is_kept_and_counts_as_behind(guide: Path) -> None:
    replace(guide / "docs" / "rain.md", "2. It ends.", "2. It ends soon.")
    replace(guide / "docs" / "rain.md", "    Stay in when there is thunder.\n\n", "")
    only(**{"It ends": "Mae’n darfod.", "Stay in when": "Arhoswch i mewn."})
    done = run("import", "cy", "cy.po")
    assert "Behind, because the guide has changed since the file was written: 1." in done.output
    assert "docs/rain.md: The guide no longer says “Stay in when there is thunder.”" in done.output
    assert "\n2. Mae’n darfod.\n" in RAIN.read_text(encoding="utf-8")
    assert "-2. It ends.\n+2. It ends soon.\n" in run("diff", "cy").output


def test_an_export_takes_the_place_of_no_work(guide: Path) -> None:
    only(Words="Geiriau.")
    refused = run("export", "cy", "cy.po")
    assert refused.exit_code == 1
    assert "cy.po is there already, and holds what languages/cy does not have." in refused.output
    run("import", "cy", "cy.po")
    assert run("export", "cy", "cy.po").exit_code == 0
    (guide / "README.md").write_text("# Read me", encoding="utf-8")
    assert run("export", "cy", "README.md").output == (
        "README.md is there already, and is no PO file of that language. Choose another name.\n"
    )


def test_a_text_that_is_gone_is_kept_as_obsolete(guide: Path) -> None:
    only(**{"It ends": "Mae’n darfod."})
    run("import", "cy", "cy.po")
    replace(guide / "docs" / "rain.md", "2. It ends.\n", "")
    for _ in range(2):
        assert run("export", "cy", "cy.po").exit_code == 0
        assert '#~ msgid "It ends."\n#~ msgstr "Mae’n darfod."' in Path("cy.po").read_text(encoding="utf-8")


def test_lines_that_a_translator_has_written_by_hand_stay_as_they_are() -> None:
    only(**{"It ends": "Mae’n darfod.", "A word": "Gair"})
    run("import", "cy", "cy.po")
    words, sheet = WELSH / "words.yml", WELSH / "exercises" / "one" / "sheet.yml"
    words.write_text("# ein geiriau\nleave: 'Gadael' # y dudalen\n\nmenu: >-\n  Dewislen\n", encoding="utf-8")
    replace(RAIN, "Mae’n darfod.", "Mae’n\n   darfod.")
    replace(sheet, "label: Gair", 'label: "Gair" # fel o’r blaen')
    new = {"words.yml about": "Ynghylch", "docs/rain.md title": "Glaw", "exercises/one/sheet.yml title": "Taflen"}
    translate("cy.po", lambda context, _: new.get(context, ""))
    assert run("import", "cy", "cy.po").exit_code == 0
    assert words.read_text(encoding="utf-8") == (
        "# ein geiriau\nleave: 'Gadael' # y dudalen\n\nmenu: >-\n  Dewislen\nabout: Ynghylch\n"
    )
    assert "# Glaw\n" in RAIN.read_text(encoding="utf-8")
    assert "2. Mae’n\n   darfod.\n" in RAIN.read_text(encoding="utf-8")
    assert "title: Taflen\n" in sheet.read_text(encoding="utf-8")
    assert 'label: "Gair" # fel o’r blaen\n' in sheet.read_text(encoding="utf-8")


def test_a_text_under_another_heading_is_the_same_text(guide: Path) -> None:
    translate("cy.po", lambda _, text: with_accents(text))
    run("import", "cy", "cy.po")
    replace(guide / "docs" / "rain.md", "## How it falls", "## How rain falls")
    replace(guide / "docs" / "rain.md", "#how-it-falls", "#how-rain-falls")
    assert "Behind: 2." in run("export", "cy", "new.po").output, "the heading, and a text with a link to it"
    found = messages("new.po")
    assert found["docs/rain.md#how-rain-falls", "One piece of rain."].string == "Oñê pîêcê öf ràîñ."
    assert not found["docs/rain.md#how-rain-falls", "One piece of rain."].fuzzy


def test_what_is_built_otherwise_or_cannot_be_read_is_left_alone_and_named(guide: Path) -> None:
    translate("cy.po", lambda _, text: with_accents(text))
    run("import", "cy", "cy.po")
    sheet, ticks = WELSH / "exercises" / "one" / "sheet.yml", WELSH / "exercises" / "one" / "ticks.yml"
    replace(sheet, "options: [", "options: [Dim, ")
    ticks.write_text("title: [", encoding="utf-8")
    replace(RAIN, "## H", "## Pennawd arall\n\nGeiriau.\n\n## H")
    files = {path: path.read_bytes() for path in WELSH.rglob("*") if path.is_file()}
    done = run("export", "cy", "new.po")
    assert done.output.splitlines()[1:] == [
        f"{name} is left out: it is built otherwise than what it was made from, or cannot be read."
        for name in (RAIN, sheet, ticks)
    ]
    translate("cy.po", lambda context, _: "Arall" if context.startswith(("docs/rain", "exercises/one/")) else None)
    assert run("import", "cy", "cy.po").output.startswith("New texts: ")
    after = {path: path.read_bytes() for path in files}
    assert {path for path in files if after[path] != files[path]} == {WELSH / "exercises" / "one" / "sheet-alone.yml"}
    (WELSH / "words.yml").write_text("leave: [", encoding="utf-8")
    assert "languages/cy/words.yml:1:" in run("export", "cy", "new.po").output
