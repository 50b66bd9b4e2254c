"""What cannot come out of a PO file: told all at once, with its line and its words, and nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.project import replace
from tests.support.small_translation import messages, run, small_guide, translate


@pytest.fixture(autouse=True)
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    guide = small_guide(tmp_path / "guide")
    monkeypatch.chdir(guide)
    run("export", "cy", "cy.po")
    return guide


def said_of(*changes: Callable[[str], str]) -> list[str]:
    """What is said of the paragraph that holds a bit of all, changed in some ways; nothing may have been written."""

    def translation(_: str, text: str) -> str | None:
        if not text.startswith("It rains"):
            return None
        for change in changes:
            text = change(text)
        return text

    translate("cy.po", translation)
    return refusal()


def refusal() -> list[str]:
    done = run("import", "cy", "cy.po")
    assert done.exit_code == 1, done.output
    assert [path.name for path in Path("languages/cy").rglob("*")] == ["language.yml"]
    return done.output.splitlines()


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("[@brown2010calm]", "", "The citation `[@brown2010calm]` is lost. Keep `[@brown2010calm]` as it is."),
        ("{number of steps}", "five", "The word in braces `{number of steps}` is lost."),
        ("{number of steps}", "{nifer y camau}", "The word in braces `{nifer y camau}` is not in the English."),
        ("about.md", "am.md", "The address of the link `about.md` is lost."),
        ("(help.md#how-it-falls)", "", "The address of the link `help.md#how-it-falls` is lost."),
        ("It rains", "<b>It</b> rains", "The tag `</b>` is not in the English."),
        ("It rains", "It rains <!-- references -->", "The marker `<!-- references -->` is not in the English."),
        ("It rains", "It\u202e rains", "The character U+202E cannot be seen. Remove it."),
        ("Read", "\n\nRead", "It would not stay one text. Write it without empty lines"),
        ("It rains", "# It rains", "It would not stay one text."),
    ],
)
def test_a_paragraph_keeps_what_is_not_language(old: str, new: str, wrong: str) -> None:
    first, count = said_of(lambda text: text.replace(old, new))
    line = Path("cy.po").read_text(encoding="utf-8").splitlines()[int(first.split(":")[1]) - 1]
    assert first.startswith("cy.po:")
    assert line.startswith("msgid ")
    assert ": docs/rain.md: “" in first
    assert wrong in first
    assert count == "1 problem to fix."


def test_all_is_told_at_once() -> None:
    new = {
        "It rains": "Mae’n bwrw.",
        "A word": "gair " * 15,
        "Short": "Long",
        "Long": "Long",
        "Leave this page": "Gadael {page}",
        "Version {version}": "Fersiwn",
        "Skip to content": "I’r\ncynnwys",
    }
    translate("cy.po", lambda _, text: next((one for start, one in new.items() if text.startswith(start)), None))
    said = "\n".join(refusal())
    assert "docs/rain.md: “Mae’n bwrw.”: The word in braces" in said
    assert "This has 15 words. Use at most 14; the rest can be a `hint`." in said
    assert "words.yml leave: “Gadael {page}”: The word in braces `{page}` is not in the English." in said
    assert "words.yml skip-to-content: “I’r cynnwys”: This text has several lines. Write it on one line." in said
    assert "words.yml version: “Fersiwn”: The word in braces `{version}` is lost." in said


def test_a_text_message_goes_to_the_same_number(guide: Path) -> None:
    replace(
        guide / "sources" / "helplines.yml",
        '        number: "112"\n',
        '        number: "112"\n        text: Text 112\n',
    )
    Path("cy.po").unlink()
    run("export", "cy", "cy.po")
    translate("cy.po", lambda context, _: "Tecstiwch 113" if context.endswith("Emergency.text") else None)
    assert "“Tecstiwch 113” has other numbers than the guide’s “Text 112”." in refusal()[0]


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (
            b'msgid "a"\nmsgtr "b"\n',
            "cy.po:2: This is not PO: Unknown or misformatted keyword. Write it with",
        ),
        (b"# Only a picture\n\x89PNG\x00\xff", "This is not PO"),
        (b'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr "b"\n', "The file says that its language is `fr`."),
        (b"code: cy\n", "This is not PO"),
    ],
)
def test_another_file_is_told_from_a_po_file(content: bytes, wrong: str) -> None:
    Path("cy.po").write_bytes(content)
    assert wrong in refusal()[0]


def test_a_file_that_is_not_there_and_a_language_that_is_not_there_are_told() -> None:
    assert run("import", "cy", "ci.po").output == "There is no file ci.po.\n"
    assert "There is no folder languages/ga." in run("export", "ga", "ga.po").output


def test_a_form_for_some_numbers_does_not_come_without_the_one_for_all_others() -> None:
    few = "words.yml minutes-to-read.few"
    translate("cy.po", lambda context, _: "tair munud" if context == few else None)
    (told, count) = refusal()
    assert "It needs words.yml minutes-to-read.other too. Translate `words.yml minutes-to-read.other`." in told
    assert count == "1 problem to fix."
    other = "words.yml minutes-to-read.other"
    translate("cy.po", lambda context, _: "{minutes} munud" if context == other else None)
    assert run("import", "cy", "cy.po").exit_code == 0
    assert run("status", "cy").exit_code == 0


def test_a_form_says_for_which_numbers_it_is() -> None:
    said = {context: one.auto_comments[0] for (context, _), one in messages("cy.po").items()}
    assert said["words.yml minutes-to-read.two"] == "in the form for numbers that Unicode CLDR calls “two”, such as 2"
    assert "; it has to be there if one of the others is" in said["words.yml minutes-to-read.other"]
