"""A message quotes what its author wrote, and who follows its advice gets exactly what they meant."""

import re
import shutil
from pathlib import Path

import pytest
from worksheets.authoring.problems import nearest, report
from worksheets.authoring.yaml_document import read_document
from worksheets.editions.brand import Brand, read_brand
from worksheets.exercises.catalogue import read_catalogue
from worksheets.exercises.exercise import Exercise

from tests.support.problems import said
from tests.support.project import SMALL_CLINIC, SMALL_GUIDE


def exercise(tmp_path: Path, *changes: str) -> tuple[Exercise | None, str]:
    """The sheet of the small guide with lines in it replaced, and what its author is told."""
    shutil.copytree(SMALL_GUIDE / "exercises", tmp_path / "exercises")
    path = tmp_path / "exercises" / "one" / "sheet.yml"
    text = path.read_text(encoding="utf-8")
    for change in changes:
        old, new = change.split(" => ")
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    catalogue, problems = read_catalogue(tmp_path / "exercises", "exercises")
    entry = catalogue.entries.get("one/sheet")
    return entry.exercise if entry else None, report(problems) if problems else ""


def brand(tmp_path: Path, old: str, new: str) -> tuple[Brand | None, str]:
    shutil.copytree(SMALL_CLINIC, tmp_path / "clinic")
    path = tmp_path / "clinic" / "brand.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found, _, problems = read_brand(path, "brand.yml")
    return found, report(problems) if problems else ""


@pytest.mark.parametrize("number", ["08001111", "0044", "+44 20", "+1", "007", "00"])
def test_a_number_that_begins_with_a_nought_or_a_plus_is_text(number: str) -> None:
    assert read_document(f"phone: {number}\n", "x.yml")[0].value == {"phone": number}


@pytest.mark.parametrize(("number", "value"), [("0", 0), ("7", 7), ("-3", -3), ("999", 999), ("123456789", 123456789)])
def test_other_numbers_are_numbers(number: str, value: int) -> None:
    assert read_document(f"minutes: {number}\n", "x.yml")[0].value == {"minutes": value}


def test_the_phone_of_a_clinic_keeps_its_nought(tmp_path: Path) -> None:
    found, said = brand(tmp_path, "credit:", "contacts: { phone: 08001111 }\ncredit:")
    assert said == ""
    assert found
    assert found.contacts.phone == "08001111"


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("20", '“20” is a number, but text is needed. Put it in quotes: `"20"`.'),
        ("true", '“true” is a switch, but text is needed. Put it in quotes: `"true"`.'),
        ("[your name]", 'In brackets, this is a list, but text is needed. Put it in quotes: `"[your name]"`.'),
        ("{name}", 'In braces, this is a key, but text is needed. Put it in quotes: `"{name}"`.'),
        (
            "{0800: 1}",
            'A colon and a space make this a key with a value, but text is needed. Put it in quotes: `"{0800: 1}"`.',
        ),
        (
            "{a: b, c: d}",
            'In braces, these are keys with values, but text is needed. Put it in quotes: `"{a: b, c: d}"`.',
        ),
        ("[007, ~, true]", 'In brackets, this is a list, but text is needed. Put it in quotes: `"[007, ~, true]"`.'),
        ("['a']", "In brackets, this is a list, but text is needed. Put it in quotes: `\"['a']\"`."),
        ("null", '“null” means that there is nothing here. If it is a text, put it in quotes: `"null"`.'),
        ("~", '“~” means that there is nothing here. If it is a text, put it in quotes: `"~"`.'),
    ],
)
def test_a_value_that_is_not_text_is_quoted_as_written(label: str, said: str, tmp_path: Path) -> None:
    _, told = exercise(tmp_path, f"label: A word => label: {label}")
    assert said in told
    advised = said.split("`")[1]
    found, told = exercise(tmp_path / "again", f"label: A word => label: {advised}")
    assert told == ""
    assert found
    assert getattr(found.fields[0], "label", "") == label


def test_a_place_is_named_as_its_author_wrote_it(tmp_path: Path) -> None:
    _, told = exercise(tmp_path, "id: word => id: true")
    assert "part 1 › field 1 “true” › id: “true” is a switch" in told


def test_a_number_that_is_text_stays_as_it_is(tmp_path: Path) -> None:
    found, told = exercise(tmp_path, "label: A word => label: 007")
    assert told == ""
    assert found
    assert getattr(found.fields[0], "label", "") == "007"


def test_an_option_with_a_colon_is_reported(tmp_path: Path) -> None:
    _, told = exercise(tmp_path, "[Short, Long] => [Yes: I do, Long]")
    assert "A colon and a space make this a key with a value, but text is needed." in told
    assert 'Put it in quotes: `"Yes: I do"`.' in told


@pytest.mark.parametrize(
    ("written", "advised"),
    [("003366", "#003366"), ('"1f4e79"', "#1f4e79"), ("135abc", "#135abc"), ("navy", "#000080"), ("123456", "#123456")],
)
def test_a_colour_in_another_form_is_reported_with_the_right_one(written: str, advised: str, tmp_path: Path) -> None:
    _, told = brand(tmp_path, 'primary: "#1f4e79"', f"primary: {written}")
    assert f'such as `"{advised}"`.' in told


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("true", "“true” is a switch, but a colour is needed."),
        ("5", "“5” is not a colour in the form needed."),
        ("[1, 2]", "A list does not fit: a colour is needed."),
        ("{a: b}", "A map of keys does not fit: a colour is needed."),
    ],
)
def test_what_is_no_colour_is_called_what_it_is(written: str, said: str, tmp_path: Path) -> None:
    _, told = brand(tmp_path, 'primary: "#1f4e79"', f"primary: {written}")
    assert f"colours › primary: {said} Write `#` and six digits" in told


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("999/112", "“999/112” may be two numbers, and a phone would dial them as one."),
        ("110 / 112", "“110 / 112” may be two numbers, and a phone would dial them as one."),
        ("+44 (0)20 7946 0000", "“+44 (0)20 7946 0000” would be dialled with the 0 in brackets."),
        ("0044 (0) 20 7946 0000", "“0044 (0) 20 7946 0000” would be dialled with the 0 in brackets."),
        ("116+123", "“116+123” has a `+` that does not begin it."),
        ("++44 20", "“++44 20” has a `+` that does not begin it."),
        ("( -- )", "“( -- )” has no digits."),
        ("+44", "“+44” is only the beginning of a number."),
        ("+1 (0)", "“+1 (0)” would be dialled with the 0 in brackets."),
        ("+353 1", "“+353 1” is only the beginning of a number."),
    ],
)
def test_a_number_that_a_phone_would_dial_wrongly_is_told(number: str, wrong: str, tmp_path: Path) -> None:
    _, told = brand(tmp_path, "credit:", f'contacts: {{ phone: "{number}" }}\ncredit:')
    assert f"contacts › phone: {wrong} Write " in told


@pytest.mark.parametrize(
    "number", ["01632 960 001", "(011) 5275-1135", "+44 20 7946 0000", "1-800-799-7233", "*88#", "08001"]
)
def test_a_number_that_a_phone_dials_goes_in(number: str, tmp_path: Path) -> None:
    _, told = brand(tmp_path, "credit:", f'contacts: {{ phone: "{number}" }}\ncredit:')
    assert told == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("exit-address: https://example.org/", "exit-address: https://example/"),
        ("exit-address: https://example.org/", "exit-address: https://www.example,org/weather"),
        ("exit-address: https://example.org/", "exit-address: https://example..org/"),
        ("exit-address: https://example.org/", "exit-address: https://https://example.org/"),
        ("credit:", "contacts: { email: mailto:hello@example.org }\ncredit:"),
        ("credit:", "contacts: { email: hello@example..org }\ncredit:"),
        ("credit:", "contacts: { web: example..org }\ncredit:"),
        ("credit:", "booking: { address: https://book/, label: Book }\ncredit:"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(old: str, new: str, tmp_path: Path) -> None:
    _, told = brand(tmp_path, old, new)
    assert "does not fit: it has another form." in told


@pytest.mark.parametrize(
    "address",
    [
        "https://www.bbc.co.uk/weather",
        "https://example.org:8443/a?b=c#d",
        "https://WWW.Example.org",
        "https://example.org?a",
    ],
)
def test_an_address_that_a_browser_can_open_goes_in(address: str, tmp_path: Path) -> None:
    _, told = brand(tmp_path, "exit-address: https://example.org/", f'exit-address: "{address}"')
    assert told == ""


@pytest.mark.parametrize("written", ["rgb(1,2,3)", "rgb(1, 2, 3)", "hsl(0, 100%, 20%)"])
@pytest.mark.parametrize("last", [False, True])
def test_a_text_with_commas_in_braces_is_told_as_one(written: str, last: bool, tmp_path: Path) -> None:
    colours = f'{{ accent: "#23527c", primary: {written} }}' if last else f'{{ primary: {written}, accent: "#23527c" }}'
    _, told = brand(tmp_path / "first", 'colours: { primary: "#1f4e79", accent: "#23527c" }', f"colours: {colours}")
    in_quotes = colours.replace(written, f'"{written}"')
    slip = f"A comma in braces begins a new key: `colours: {colours}`."
    assert told.endswith(f"{slip} Put the text in quotes: `colours: {in_quotes}`.\n1 problem to fix.")
    _, told = brand(tmp_path / "then", 'colours: { primary: "#1f4e79", accent: "#23527c" }', f"colours: {in_quotes}")
    assert f"colours › primary: “{written}” is not a colour in the form needed." in told


def test_a_colour_without_quotes_is_a_comment(tmp_path: Path) -> None:
    _, told = brand(tmp_path, 'colours: { primary: "#1f4e79", accent: "#23527c" }', "colours:\n  primary: #7a3b6b")
    assert '`primary: "#7a3b6b"`' in told


@pytest.mark.parametrize("evidence", ["brown2010calm", "[brown2010calm]"])
def test_a_list_is_shown_as_one(evidence: str, tmp_path: Path) -> None:
    _, told = exercise(tmp_path, f"evidence: [brown2010calm] => evidence: {evidence}")
    expected = "" if "[" in evidence else "Write `evidence: [brown2010calm]`, with a comma between two (keys"
    assert expected in told
    assert bool(told) == bool(expected)


@pytest.mark.parametrize("steps", ["yes", "true", "on", "1"])
def test_steps_are_steps_however_they_are_switched_on(steps: str, tmp_path: Path) -> None:
    _, told = exercise(tmp_path, f"minutes: 2 => minutes: 2\nsteps: {steps}")
    assert "steps: One part cannot be read part by part." in told


@pytest.mark.parametrize("minutes", ["true", "false"])
def test_a_switch_is_not_a_number(minutes: str, tmp_path: Path) -> None:
    _, told = exercise(tmp_path, f"minutes: 2 => minutes: {minutes}")
    assert f"minutes: “{minutes}” does not fit: a whole number is needed." in told


@pytest.mark.parametrize("minutes", ["1_0", '"1_0"', "1_000"])
def test_a_line_in_a_number_does_not_vanish(minutes: str, tmp_path: Path) -> None:
    _, told = exercise(tmp_path, f"minutes: 2 => minutes: {minutes}")
    written = minutes.strip('"')
    assert f"minutes: “{written}” does not fit: a whole number is needed." in told


@pytest.mark.parametrize("day", ["0", "1763769600", '"1763769600"', "-86400", "86400.0"])
def test_a_number_is_not_a_day(day: str, tmp_path: Path) -> None:
    """Python would count it as seconds since 1970."""
    shutil.copytree(SMALL_GUIDE, tmp_path / "guide")
    page = tmp_path / "guide" / "docs" / "index.md"
    text = re.sub("last_reviewed: .*", f"last_reviewed: {day}", page.read_text(encoding="utf-8"), count=1)
    page.write_text(text, encoding="utf-8")
    written = day.strip('"')
    assert f"last_reviewed: “{written}” does not fit: a day is needed, such as 2026-11-22." in said(tmp_path / "guide")


@pytest.mark.parametrize("minutes", ['"20"', "020", "+20"])
def test_rules_see_the_number_that_is_meant(minutes: str, tmp_path: Path) -> None:
    _, told = exercise(tmp_path, f"minutes: 2 => minutes: {minutes}")
    assert "minutes: 20 minutes need a shorter way." in told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("[a, a]", "option 2: “a” is also option 1."),
        ("[a, A]", "option 2: “A” is also option 1."),
        ("[a, b]\n        skip: B", "option 2: “b” is also the way not to say."),
        ("[a, I would rather not say]", "option 2: “I would rather not say” is also the way not to say."),
    ],
)
def test_no_two_answers_say_the_same(options: str, said: str, tmp_path: Path) -> None:
    _, told = exercise(tmp_path, f"options: [Short, Long] => options: {options}")
    assert said in told


@pytest.mark.parametrize("text", ["", "\n", "# a note\n"])
def test_a_file_without_anything_is_told_so(text: str, tmp_path: Path) -> None:
    path = tmp_path / "brand.yml"
    path.write_text(text, encoding="utf-8")
    _, _, problems = read_brand(path, "brand.yml")
    (told,) = [str(problem) for problem in problems]
    assert told.startswith("brand.yml:1: There is nothing in this file. Write its keys, such as `name: …`")


def test_a_word_in_capitals_is_offered_in_small_letters() -> None:
    assert nearest("ES", ["ar", "cy", "es"]) == "Did you mean `es`?"
    assert nearest("xx", ["ar", "es"]) == "Write one of: `ar`, `es`."
