"""Generations among names, and addresses as libraries and other tools write them: shown rightly, or told."""

from pathlib import Path

import pytest
from worksheets.guide.bibliography.latex import LatexError
from worksheets.guide.bibliography.person_names import read_names
from worksheets.guide.bibliography.references import read_bibliography


def told(field: str, folder: Path) -> list[str]:
    path = folder / "references.bib"
    path.write_text(f"@online{{doe, author = {{Doe, J.}}, title = {{T}}, year = 2016,\n{field}}}", "utf-8")
    return [str(problem) for problem in read_bibliography(path, "references.bib")[1]]


@pytest.mark.parametrize(
    ("written", "sound"),
    [
        ("Martin Luther King Jr.", "King, Jr., Martin Luther"),
        ("Martin Luther King, Jr.", "King, Jr., Martin Luther"),
        ("King, Martin Luther, Jr.", "King, Jr., Martin Luther"),
        ("King, Martin Luther Jr.", "King, Jr., Martin Luther"),
        ("King Jr., Martin Luther", "King, Jr., Martin Luther"),
        ("Jr., Martin Luther King", "King, Jr., Martin Luther"),
        ("Robert W. Jr. Levenson", "Levenson, Jr., Robert W."),
        ("John Doe III", "Doe, III, John"),
        ("Doe III, John", "Doe, III, John"),
        ("Doe, John II", "Doe, II, John"),
        ("van der Berg Sr, Jan", "van der Berg, Sr, Jan"),
        ("Davis SB Jr", "Davis, Jr, S. B."),
    ],
)
def test_a_junior_in_another_place_is_told(written: str, sound: str) -> None:
    with pytest.raises(LatexError) as error:
        read_names(f"Roe, Rick and {written}")
    word = next(word for word in ("Jr.", "III", "II", "Sr", "Jr") if word in written)
    assert error.value.args == (f"“{written}” has “{word}” where it is read as a name.", f"Write `{{{sound}}}`.")


@pytest.mark.parametrize(
    "written", ["King, Jr., Martin Luther", "Doe, III, John", "Jinping Xi", "Vi Nguyen", "{The Jr. Team}"]
)
def test_a_junior_in_its_place_goes_in(written: str) -> None:
    assert read_names(written).listed[0].family in ("King", "Doe", "Xi", "Nguyen", "The Jr. Team")


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("howpublished = {Available at \\href{https://example.org/a}{here}}", "T. https://example.org/a"),
        ("howpublished = {\\url{https://example.org/a}, visited today}", "T. https://example.org/a"),
    ],
)
def test_an_address_among_words_is_shown_whole(field: str, shown: str, tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(f"@online{{doe, author = {{Doe, J.}}, title = {{T}}, year = 2016,\n{field}}}", "utf-8")
    bibliography, problems = read_bibliography(path, "references.bib")
    assert problems == []
    assert bibliography.reference("doe").text == f"Doe, J. (2016). {shown}"


def test_the_number_of_an_article_as_computer_scientists_write_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(
        "@article{doe, author = {Doe, J.}, title = {T}, year = 2016, journal = {J}, articleno = {12}}", "utf-8"
    )
    bibliography, problems = read_bibliography(path, "references.bib")
    assert problems == []
    assert "J, 12." in bibliography.reference("doe").text


@pytest.mark.parametrize(
    "host",
    ["doi-org.ezproxy.lib.example.ac.uk", "www-jstor-org.libproxy.example.edu", "login.proxy.example.edu",
     "onlinelibrary-wiley-com.example.idm.oclc.org", "psycnet-apa-org.ezproxy2.example.edu"],
)  # fmt: skip
def test_an_address_that_only_members_of_a_library_can_open_is_told(host: str, tmp_path: Path) -> None:
    (problem,) = told(f"url = {{https://{host}/10.1037/x}}", tmp_path)
    assert "leads through the proxy of a library" in problem


@pytest.mark.parametrize("host", ["proxy.org", "approxy.example.org", "example.org", "www.oclc.org"])
def test_an_address_that_everybody_can_open_goes_in(host: str, tmp_path: Path) -> None:
    assert told(f"url = {{https://{host}/proxy/x}}", tmp_path) == []
