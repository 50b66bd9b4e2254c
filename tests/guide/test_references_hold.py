"""What is listed of a work is what its entry says: no part lost, no dead link, and what is not known is said."""

from dataclasses import replace
from pathlib import Path

import pytest
from worksheets.guide.bibliography.references import Bibliography, read_bibliography
from worksheets.guide.whole_guide import Guide
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.sheet_writer import SheetWriter

from tests.support.renderers import renderer_for

INCOMPLETE = "the list of authors is incomplete"


def read(text: str, folder: Path) -> tuple[Bibliography, list[str]]:
    path = folder / "references.bib"
    path.write_text(text, encoding="utf-8")
    bibliography, problems = read_bibliography(path, "references.bib")
    return bibliography, [str(problem).removeprefix("references.bib:") for problem in sorted(problems)]


def entry(more: str = "", author: str = "Doe, Jane", title: str = "T", kind: str = "misc", year: str = "2016") -> str:
    names = f"author = {{{author}}},\n  title = {{{title}}},\n  year = {{{year}}},\n  {more}"
    return f"@{kind}{{doe,\n  {names}\n}}\n"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://doi.org/10.1002/%28SICI%291097-4679%3C1::AID%3E", "10.1002/(SICI)1097-4679%3C1::AID%3E"),
        ("10.1002/%28SICI%291097-4679", "10.1002/(SICI)1097-4679"),
        (r"https://dx.doi.org/10.1000/a\%5Fb", "10.1000/a_b"),
        (r"10.1002/(SICI)1097\&lt;1::AID\&gt;3", "10.1002/(SICI)1097%3C1::AID%3E3"),
        ("10.1000/a%zz", "10.1000/a%25zz"),
    ],
)
def test_a_doi_is_linked_once_encoded(written: str, address: str, tmp_path: Path) -> None:
    bibliography, problems = read(entry(f"doi = {{{written}}},"), tmp_path)
    assert problems == []
    assert bibliography.reference("doe").address == f"https://doi.org/{address}"


@pytest.mark.parametrize(
    "written", ["https://doi.org/10.1000/x?utm_source=a", "https://doi.org/10.1000/x#part", r"10.1000/a$\_$b"]
)
def test_what_is_more_than_a_doi_is_told(written: str, tmp_path: Path) -> None:
    _, problems = read(entry(f"doi = {{{written}}},"), tmp_path)
    assert len(problems) == 1
    assert problems[0].startswith("5: doe › doi: “")
    assert "is not a DOI. Write it without the address" in problems[0]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Couples &amp; families", "Couples & families"),
        (r"Couples \&amp; families", "Couples & families"),
        ("It&#8217;s &#x2014; so", "It’s — so"),
        ("&lt;i&gt;T&lt;/i&gt; &lt;scp&gt;APA&lt;/scp&gt;", "T APA"),
        ("<jats:italic>T</jats:italic> and <mml:mi>x</mml:mi>", "T and x"),
        ("R&D; AT&T", "R&D; AT&T"),
        ("a &lt; b", "a < b"),
    ],
)
def test_signs_that_web_pages_spell_are_decoded(written: str, shown: str, tmp_path: Path) -> None:
    bibliography, problems = read(entry(title=written), tmp_path)
    assert problems == []
    assert bibliography.reference("doe").text == f"Doe, J. (2016). {shown}."


def test_an_address_is_decoded_too(tmp_path: Path) -> None:
    bibliography, problems = read(entry("url = {https://example.org/?a=1&amp;b=2},"), tmp_path)
    assert problems == []
    assert bibliography.reference("doe").address == "https://example.org/?a=1&b=2"


def test_names_are_apart_by_and_alone_also_as_web_pages_spell_it(tmp_path: Path) -> None:
    _, problems = read(entry(author="Doe, J. &amp; Roe, R."), tmp_path)
    assert problems == [
        "2: doe › author: The names are separated by `&`. Write `and` between them: `{Doe, J. and Roe, R.}`."
    ]


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("Doe, JA", "“Doe, JA” would lose an initial. Write `{Doe, J. A.}`."),
        ("Doe, J. (Ed.)", "“Doe, J. (Ed.)” holds `(`, which no name has. Write the name without it."),
        ("Doe, J.1", "“Doe, J.1” holds `1`, which no name has. Write the name without it."),
        ("Dr. Jane Doe", "“Dr. Jane Doe” begins with a title. Write the name without it."),
        ("Doe, Prof Jane", "“Doe, Prof Jane” begins with a title. Write the name without it."),
        ("Jane Doe PhD", "“Jane Doe PhD” ends with a degree. Write the name without it."),
        ("李, 明", "“明” has no initial in Latin letters. Write the name in them, or as it is in a second pair of "
                 "braces: `{{李, 明}}`."),
    ],
)  # fmt: skip
def test_a_name_that_would_be_shown_wrongly_is_told(author: str, told: str, tmp_path: Path) -> None:
    _, problems = read(entry(author=author), tmp_path)
    assert problems == [f"2: doe › author: {told}"]


@pytest.mark.parametrize(
    ("author", "shown", "name", "write"),
    [
        ("Doe J", "J, D.", "Doe J", "Doe, J."),
        ("Gottman JM", "JM, G.", "Gottman JM", "Gottman, J. M."),
        ("Gottman J.M.", "J.M., G.", "Gottman J.M.", "Gottman, J. M."),
        ("van Gogh V", "van Gogh V", "van Gogh V", "van Gogh, V."),
        ("Poe, P. and Doe J and Roe R", "J, D.", "Doe J", "Doe, J."),
        ("Relate UK", "UK, R.", "Relate UK", "Relate, U. K."),
    ],
)
def test_initials_without_a_comma_before_them_are_told(
    author: str, shown: str, name: str, write: str, tmp_path: Path
) -> None:
    _, problems = read(entry(author=author), tmp_path)
    comma, braces = f"a comma after the family name, `{{{write}}}`", f"a second pair of braces, `{{{{{name}}}}}`."
    assert problems == [
        f"2: doe › author: “{name}” would be shown as “{shown}”. Put {comma}; or an organisation in {braces}"
    ]


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        ("Doe, J. A.", "Doe, J. A."), ("Doe, J A", "Doe, J. A."), ("Doe, Jo", "Doe, J."), ("Doe, J", "Doe, J."),
        ("Li, X", "Li, X."), ("NICE", "NICE."), ("{{Relate UK}}", "Relate UK."), ("Иванов, И.", "Иванов, И."),
        ("{{李明}}", "李明."), ("St. John, A.", "St. John, A."), ("Doe, DeShawn", "Doe, D."), ("Jane McA", "McA, J."),
        ("Doe, J.-P.", "Doe, J.-P."), ("Dro, J.", "Dro, J."), ("Doe, Drew", "Doe, D."), ("Mai Ng", "Ng, M."),
    ],
)  # fmt: skip
def test_other_names_are_shown_as_before(author: str, shown: str, tmp_path: Path) -> None:
    bibliography, problems = read(entry(author=author), tmp_path)
    assert problems == []
    assert bibliography.reference("doe").text.startswith(f"{shown} (2016)")


def test_a_brace_too_many_loses_no_field(tmp_path: Path) -> None:
    _, problems = read(entry("note = {Seen}},\n  url = {https://example.org/},"), tmp_path)
    assert problems == [
        "6: “url =” is outside of every entry, and is not read. Take out the `}` too many above it, or this field."
    ]


def test_an_entry_that_never_ends_is_told_where_it_begins(tmp_path: Path) -> None:
    _, problems = read(entry().rstrip().removesuffix("}") + "\n" + entry(), tmp_path)
    assert [problem for problem in problems if problem.startswith("1: doe: The entry that begins here does not end.")]


@pytest.mark.parametrize("year", ["0000", "0016"])
def test_a_year_that_is_none(year: str, tmp_path: Path) -> None:
    assert f"“{year}” is not a year." in read(entry(year=year), tmp_path)[1][0]


def test_a_day_that_is_none(tmp_path: Path) -> None:
    text = "@online{doe,\n author = {Doe, J.},\n title = {T},\n date = {2016-02-30},\n}\n"
    assert "4: doe › date: “2016-02-30” is not a date." in read(text, tmp_path)[1][0]


@pytest.mark.parametrize(("year", "shown"), [("n.d.", "n.d.-a"), ("in press", "in press-a")])
def test_a_letter_without_a_year_is_the_same_in_list_and_text(year: str, shown: str, tmp_path: Path) -> None:
    bibliography, _ = read(entry(year=year) + entry(year=year, title="U").replace("{doe", "{roe"), tmp_path)
    assert bibliography.label("doe") == f"Doe, {shown}"
    assert f"({shown})" in bibliography.reference("doe").text


def test_the_letters_after_z_come_last(tmp_path: Path) -> None:
    works = "".join(entry(title=f"T{n:02}").replace("{doe", f"{{k{n:02}") for n in range(28))
    bibliography, _ = read(works, tmp_path)
    assert bibliography.in_order(bibliography.keys) == [f"k{n:02}" for n in range(28)]


def test_a_list_of_authors_that_is_cut_says_so_on_screen_and_paper(guide: Guide) -> None:
    renderer = renderer_for(guide)
    assert {"owen2023meta", "ni2025meta"} <= guide.cited
    assert renderer.references().count(INCOMPLETE) == 1
    sheets = SheetWriter(renderer, SheetContext("", "", {}, lambda text: text)).all()
    leaves = [html for sheet in sheets for html in sheet.documents]
    lists = [html.count(INCOMPLETE) for html in leaves if "Owen, J., et al." in html]
    assert lists
    assert set(lists) == {1}


def test_a_whole_list_says_nothing(guide: Guide, tmp_path: Path) -> None:
    bibliography, _ = read(entry(author=" and ".join(f"Doe{n}, J." for n in range(25))), tmp_path)
    whole = replace(guide, bibliography=bibliography, pages=(), catalogue=replace(guide.catalogue, entries={}))
    assert INCOMPLETE not in renderer_for(whole).references()


@pytest.mark.parametrize("journal", ["J. Pers. Soc. Psychol.", "Couples?", "Families"])
def test_a_journal_ends_with_one_sign(journal: str, tmp_path: Path) -> None:
    bibliography, problems = read(entry(f"journal = {{{journal}}},", kind="article"), tmp_path)
    assert problems == []
    assert bibliography.reference("doe").text.endswith(f"{journal.rstrip('.?')}{'?' if journal[-1] == '?' else '.'}")
