"""Two people with a comma between them would be read as one, whose names are all initials but the first."""

from dataclasses import dataclass

import pytest
from worksheets.guide.bibliography.latex import LatexError
from worksheets.guide.bibliography.person_names import read_names


@dataclass(frozen=True)
class Told:
    wrong: str
    write: str


def told(written: str) -> Told:
    with pytest.raises(LatexError) as error:
        read_names(written)
    return Told(*error.value.args)


@pytest.mark.parametrize(
    ("written", "together"),
    [
        ("John Doe, Richard Roe", "John Doe and Richard Roe"),
        ("Sue M. Johnson, Leslie S. Greenberg", "Sue M. Johnson and Leslie S. Greenberg"),
        ("J. Doe, R. Roe", "J. Doe and R. Roe"),
        ("J.A. Doe, Richard Roe", "J.A. Doe and Richard Roe"),
        ("Doe J, Roe RB", "Doe, J. and Roe, R. B."),
        ("Van den Berg J, Roe R", "Van den Berg, J. and Roe, R."),
        (r"Andr\'e Lefevre, Ren\'ee Dubois", r"André Lefevre and Renée Dubois"),
        ("Maria de la Cruz, John van der Berg", "Maria de la Cruz and John van der Berg"),
    ],
)
def test_two_people_are_told_apart(written: str, together: str) -> None:
    said = told(written)
    assert said.wrong == f"“{written}” would be shown as one person."
    assert f"Write `and` between people: `{{{together}}}`" in said.write


@pytest.mark.parametrize(
    ("written", "sign"),
    [
        ("Doe, Jane und Roe, Rick", "und"),
        ("Doe, Jane et Roe, Rick", "et"),
        ("Doe, Jane och Roe, Rick", "och"),
        ("Doe, Jane with Roe, Rick", "with"),
        ("Doe, Jane / Roe, Rick", "/"),
        ("Doe, Jane + Roe, Rick", "+"),
        (r"Doe, Jane \& Roe, Rick", "&"),
        ("Doe, Jane; Roe, Rick", ";"),
    ],
)
def test_other_signs_and_words_between_people_are_told(written: str, sign: str) -> None:
    said = told(written)
    assert said.wrong == f"The names are separated by `{sign}`."
    assert said.write == "Write `and` between them: `{Doe, Jane and Roe, Rick}`."


@pytest.mark.parametrize(
    "family", ["Ortega y Gasset", "Costa e Silva", "Puig i Cadafalch", "Undset", "Etkin", "Smith/Jones"]
)
def test_a_family_name_with_such_a_word_stays_whole(family: str) -> None:
    assert [name.family for name in read_names(f"{family}, Jo").listed] == [family]


def test_the_names_beside_such_a_pair_are_no_excuse() -> None:
    assert told("Poe, C. D. and John Doe, Richard Roe").wrong == "“John Doe, Richard Roe” would be shown as one person."


def test_more_people_are_told_apart_too() -> None:
    for written in ("John Doe, Richard Roe, Jane Poe", "John Doe, Richard Roe, Jane Poe, Mary Major"):
        assert told(written).write == f"Write `and` between people: `{{{written.replace(', ', ' and ')}}}`."


def test_what_is_offered_for_one_person_is_taken() -> None:
    (offered,) = [part for part in told("John Doe, Richard Roe").write.split("`") if part.startswith("{{")]
    (name,) = read_names(offered.removeprefix("{").removesuffix("}")).listed
    assert (name.family, name.given) == ("John Doe", "Richard Roe")


@pytest.mark.parametrize(
    ("written", "family", "given", "suffix"),
    [
        ("Doe, John", "Doe", "John", ""),
        ("Doe, Jr., John", "Doe", "John", "Jr."),
        ("Doe, III, John Richard", "Doe", "John Richard", "III"),
        ("García Márquez, Gabriel José", "García Márquez", "Gabriel José", ""),
        ("Martín García, Juan José", "Martín García", "Juan José", ""),
        ("Santiago Pérez, María Luisa", "Santiago Pérez", "María Luisa", ""),
        ("de la Cruz, Maria Elena", "de la Cruz", "Maria Elena", ""),
        ("Van den Berg, Jan Willem", "Van den Berg", "Jan Willem", ""),
        ("Smith Jones, Mary Ann", "Smith Jones", "Mary Ann", ""),
        ("St. John, Mary Smith", "St. John", "Mary Smith", ""),
        ("Le Poire, Beth A.", "Le Poire", "Beth A.", ""),
        ("Kim, Hyun Joo", "Kim", "Hyun Joo", ""),
        ("Thomas, Richard Lee", "Thomas", "Richard Lee", ""),
        ("Ryan, R. M.", "Ryan", "R. M.", ""),
        ("Le, A. N.", "Le", "A. N.", ""),
        ("Nguyen Thi, Lan A.", "Nguyen Thi", "Lan A.", ""),
        ("{John Doe}, Richard Roe", "John Doe", "Richard Roe", ""),
        ("{Doe, Roe and Poe, Inc.}", "Doe, Roe and Poe, Inc.", "", ""),
        ("{James Smith, Mary Jones Foundation}", "James Smith, Mary Jones Foundation", "", ""),
    ],
)
def test_one_person_or_organisation_stays_one(written: str, family: str, given: str, suffix: str) -> None:
    (name,) = read_names(written).listed
    assert (name.family, name.given, name.suffix) == (family, given, suffix)
