"""What looks sound in a reference and is shown wrongly: each is told, and its sound neighbours go in as they are."""

from datetime import date
from pathlib import Path

import pytest
from worksheets.guide.bibliography.latex import LatexError
from worksheets.guide.bibliography.person_names import Names, read_names
from worksheets.guide.bibliography.references import read_bibliography


def told(field: str, folder: Path, year: str = "year = 2016,") -> list[str]:
    path = folder / "references.bib"
    path.write_text(f"@online{{doe, author = {{Doe, J.}}, title = {{T}}, {year}\n{field}}}", "utf-8")
    _, problems = read_bibliography(path, "references.bib")
    return [str(problem).removeprefix("references.bib:") for problem in problems]


@pytest.mark.parametrize("sign", [".", ",", ";", ":", "...", "/"])
def test_a_sign_behind_a_doi_is_told(sign: str, tmp_path: Path) -> None:
    assert told(f"doi = {{10.1000/abc{sign}}}", tmp_path) == [
        f"2: doe › doi: “10.1000/abc{sign}” ends with a sign that is no part of it. Write `doi = {{10.1000/abc}}`."
    ]


@pytest.mark.parametrize(
    "field",
    ["doi = {10.1000/abc\u200b}", "url = {https://example.org/\u2060a}", "subtitle = {So\u200b far}",
     "editor = {{N\u202eICE}}"],
)  # fmt: skip
def test_what_nobody_sees_and_would_lead_nowhere_is_told(field: str, tmp_path: Path) -> None:
    (problem,) = told(field, tmp_path)
    assert problem.endswith(" cannot be seen. Remove it.")


@pytest.mark.parametrize(
    ("field", "mark"),
    [("subtitle = {**So** far}", "**So**"), ("organization = {A <br> B}", "<br>"), ("location = {_York_}", "_York_")],
)
def test_a_mark_that_is_none_in_latex_is_told(field: str, mark: str, tmp_path: Path) -> None:
    (problem,) = told(field, tmp_path)
    assert f"Readers would see “{mark}” as it is. Leave the signs out, or write `\\emph{{…}}`." in problem


@pytest.mark.parametrize(
    "field", ["subtitle = {``One'' and ``two''}", "subtitle = {a\\_b\\_c}", "url = {https://example.org/_a_/}"]
)
def test_signs_that_are_latex_or_an_address_go_in(field: str, tmp_path: Path) -> None:
    assert told(field, tmp_path) == []


@pytest.mark.parametrize("name", ["unknown", "Anon.", "{n/a}", "Various"])
def test_a_name_that_stands_for_nobody_is_told(name: str, tmp_path: Path) -> None:
    (problem,) = told(f"editor = {{{name}}}", tmp_path)
    assert f"“{name.strip('{}')}” is nobody." in problem


@pytest.mark.parametrize("doi", ["10.1000/abc)", "10.1002/(SICI)1(9:1)2.0.CO;2-A", "10.1000/abc-", "10.1000/a.b"])
def test_a_doi_that_ends_with_another_sign_goes_in(doi: str, tmp_path: Path) -> None:
    assert told(f"doi = {{{doi}}}", tmp_path) == []


@pytest.mark.parametrize(
    ("volume", "number", "shown"),
    [("vol. 3", "No. 2", "3(2)"), ("Volume 3", "issue 2", "3(2)"), ("Vol 3", "nr.2", "3(2)"), ("3", "S2", "3(S2)"),
     ("3", "Winter", "3(Winter)"), ("III", "2-3", "III(2-3)")],
)  # fmt: skip
def test_a_volume_and_an_issue_are_shown_by_their_numbers(volume: str, number: str, shown: str, tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    journal = f"journal = {{J}}, volume = {{{volume}}}, number = {{{number}}}"
    path.write_text(f"@article{{doe, author = {{Doe, J.}}, title = {{T}}, year = 2016,\n{journal}}}", "utf-8")
    bibliography, problems = read_bibliography(path, "references.bib")
    assert problems == []
    assert f"J, {shown}." in bibliography.reference("doe").text


@pytest.mark.parametrize(
    ("journal", "shown"),
    [
        ("J. of Marriage", "J. of Marriage"),
        ("Int. J. of the Family", "Int. J. of the Family"),
        ("Psychol. of women Q.", "Psychol. of Women Q."),
        ("Zeitschrift für Psychologie", "Zeitschrift für Psychologie"),
        ("Couple Therapy: of Mind and law", "Couple Therapy: of Mind and law"),
        ("eLife", "eLife"),
        ("journal of marriage: a review", "Journal of Marriage: A Review"),
        ("Journal of law", "Journal of Law"),
        ("The New England journal of medicine", "The New England Journal of Medicine"),
        ("journal of DNA repair", "Journal of DNA Repair"),
    ],
)
def test_capitals_of_a_journal_are_its_authors(journal: str, shown: str, tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(
        f"@article{{doe, author = {{Doe, J.}}, title = {{T}}, year = 2016,\njournal = {{{journal}}}}}", "utf-8"
    )
    bibliography, _ = read_bibliography(path, "references.bib")
    assert shown in [text for text, italic in bibliography.reference("doe").runs if italic]


@pytest.mark.parametrize("day", ["32", "0", "31", "3rd", "x"])
def test_a_day_that_the_month_has_not_is_told(day: str, tmp_path: Path) -> None:
    write = "Write `day = {4}`, or take it out."
    assert told(f"month = feb,\nday = {{{day}}}", tmp_path) == [f"3: doe › day: “{day}” is no day of month 2. {write}"]


def test_a_day_without_a_month_is_told(tmp_path: Path) -> None:
    assert told("day = {4}", tmp_path) == [
        "2: doe › day: A day without a month is not shown. Add `month = …`, or take it out."
    ]


@pytest.mark.parametrize("month", ["Q2", "3. Quartal", "issue 4", "Michaelmas", "13", "marsh madness"])
def test_what_is_no_month_is_told(month: str, tmp_path: Path) -> None:
    wrong = f"2: doe › month: “{month}” is not a month. Write `month = mar`, or `month = {{3}}`."
    assert told(f"month = {{{month}}}", tmp_path) == [wrong]


@pytest.mark.parametrize("month", ["Sept.", "5-6", "July/August", "4 mar", "Spring", "1st March", "March 4th", "06"])
def test_months_as_library_tools_write_them_go_in(month: str, tmp_path: Path) -> None:
    assert told(f"month = {{{month}}}", tmp_path) == []


@pytest.mark.parametrize(
    ("month", "shown"),
    [("5-6", "2016, May"), ("1--2", "2016, January"), ("4 mar", "2016, March 4"), ("March 4th", "2016, March 4"),
     ("31 feb", "2016, February")],
)  # fmt: skip
def test_two_months_are_no_month_and_a_day(month: str, shown: str, tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(f"@online{{doe, author = {{Doe, J.}}, title = {{T}}, year = 2016, month = {{{month}}}}}", "utf-8")
    assert f"({shown})" in read_bibliography(path, "references.bib")[0].reference("doe").text


@pytest.mark.parametrize("written", ["year = {%d},", "date = {%d-01},", "date = {%d-01-31/%d-02-01},"])
def test_a_year_that_is_far_off_is_told(written: str, tmp_path: Path) -> None:
    soon, late = date.today().year + 1, date.today().year + 2
    assert told("", tmp_path, written.replace("%d", str(soon))) == []
    field = written.partition(" ")[0]
    problems = told("", tmp_path, written.replace("%d", str(late)))
    assert problems == [
        f"1: doe › {field}: {late} is still to come. Write the year in which it came out, or `{{in press}}`."
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Women's Aid", "Women’s Aid", "Citizens Advice", "Scottish Government", "Police Scotland",
        "Cochrane Collaboration", "Bundesamt für Statistik", "Deutsche Gesellschaft für Psychologie",
        "Ministère de la Santé", "Instituto Nacional de Salud", "Helpline Partnership", "UK Government",
        "Safe Lives Charity", "Relationships Scotland", "European Union", "House and Home Ltd",
        "Parliament of Canada", "Statistics Canada", "Verein Frauenhaus", "Age Research Centre",
    ],
)  # fmt: skip
def test_an_organisation_without_braces_is_told(name: str) -> None:
    with pytest.raises(LatexError) as error:
        read_names(name)
    assert "Put an organisation in a second pair of braces" in error.value.args[1]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        ("James Church", "Church, James"),
        ("James A. Church", "Church, James A."),
        ("J. Church", "Church, J."),
        ("Emma Board", "Board, Emma"),
        ("Anna Bond and James Church", "Anna Bond and Church, James"),
        ("James Church and Emma Board", "Church, James and Board, Emma"),
    ],
)
def test_who_is_called_like_an_organisation_may_be_a_person(names: str, people: str) -> None:
    with pytest.raises(LatexError) as error:
        read_names(names)
    assert error.value.args[1].startswith(f"If it is one, write the family name first: `{{{people}}}`. ")
    assert [name.given != "" for name in read_names(people).listed] == [True] * len(people.split(" and "))


def test_beside_an_organisation_people_get_no_braces() -> None:
    with pytest.raises(LatexError) as error:
        read_names("Anna Bond and National Council and Doe, J.")
    assert "`{Anna Bond and {National Council} and Doe, J.}` if it is several." in error.value.args[1]


@pytest.mark.parametrize("sign", [*"：；，、＆∧・|:!?=…—¿", "·", "🙂", "\u0007"])
def test_a_sign_that_no_name_has_is_told(sign: str) -> None:
    with pytest.raises(LatexError) as error:
        read_names(f"Doe, J.{sign}Roe")
    assert f"holds `{sign}`, which no name has." in error.value.args[0]


@pytest.mark.parametrize("name", ["Doe1, Jane", "Jane Doe²"])
def test_a_mark_of_a_footnote_in_a_name_is_told(name: str) -> None:
    with pytest.raises(LatexError):
        read_names(name)


@pytest.mark.parametrize("name", ["WHO Europe", "NHS England", "BBC News", "ONS Wales"])
def test_an_abbreviation_before_a_word_may_be_an_organisation(name: str) -> None:
    with pytest.raises(LatexError) as error:
        read_names(name)
    assert f"or an organisation in a second pair of braces, `{{{{{name}}}}}`." in error.value.args[1]


def test_initials_in_one_word_are_told_with_the_family_name() -> None:
    with pytest.raises(LatexError) as error:
        read_names("JM Gottman")
    assert error.value.args[0] == "“JM Gottman” would lose an initial."
    assert error.value.args[1].startswith("Write `{Gottman, J. M.}`; ")


@pytest.mark.parametrize("word", ["y", "e", "i", "en", "ve", "și", "és", "ja", "oraz"])
def test_a_small_word_between_people_is_told(word: str) -> None:
    with pytest.raises(LatexError):
        read_names(f"Doe, Jane {word} Roe")


@pytest.mark.parametrize(
    "name",
    [
        "Ortega y Gasset, José", "Eça e Silva, Ana", "Beethoven, Ludwig van", "Vega, Garcilaso de la", "Mercy Aidoo",
        "Policarpo, Ana", "Sousa, Maria Costa e", "De la Cruz, Ana", "Jane O'Neill", "D'Angelo, Rita", "Union, G.",
        "Jane Advice-Doe", "Governmenti, A.", "Puig i Cadafalch, Josep",
        "Puig, Gal·la", "Smith–Jones, Ada", "Ka‘ahumanu, Lei", "Nguyễn, Văn", "Doe, 3rd, John",
        "{Help! for 2 people: all}",
    ],
)  # fmt: skip
def test_people_with_such_names_go_in(name: str) -> None:
    assert isinstance(read_names(name), Names)


@pytest.mark.parametrize("sign", ["", "＠", "&", "﹫", "- "])
def test_an_entry_without_its_sign_is_told(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    entry = "@online{doe, author = {Doe, J.}, title = {T}, year = 2016}\n"
    path.write_text(f"{entry}{sign}{entry[1:].replace('doe', 'roe')}", "utf-8")
    _, problems = read_bibliography(path, "references.bib")
    written = f"{sign}online{{roe,"
    told = f"references.bib:2: “{written}” has no `@` before it, and is not read. Write `@online{{roe,`."
    assert [str(problem) for problem in problems] == [told]


def test_an_edition_that_would_not_be_shown_is_told(tmp_path: Path) -> None:
    assert told("edition = {2nd}", tmp_path) == [
        "2: doe › edition: Of an `@online` no edition is shown. Take it out, or use `@book` if this is one."
    ]
