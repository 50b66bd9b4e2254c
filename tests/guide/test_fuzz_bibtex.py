"""BibTeX as library tools and hands write it, at random: a work is shown whole and clean, or its author is told."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worksheets.guide.bibliography.bibtex import read_entries
from worksheets.guide.bibliography.entry_types import KINDS, NOT_SHOWN, SHOWN
from worksheets.guide.bibliography.latex_commands import ACCENTS, EMPHASIS, SIGNS, SWITCHES, SYMBOLS
from worksheets.guide.bibliography.references import read_bibliography

from tests.support.hostile_checks import CHECKED, bounded, told

COMMANDS = sorted([*ACCENTS, *EMPHASIS, *SIGNS, *SWITCHES, *SYMBOLS, "alpha", "foo", "{", "}", "textbackslash"])
WORDS = st.sampled_from(
    [
        "Doe",
        "Ångström",
        "of",
        "and",
        "A",
        "2016",
        "in press",
        "--",
        "<i>",
        "%",
        "&",
        "?",
        "O'Neil",
        "“so”",
        "$",
        "~",
        "@",
    ]
)
SOUND = [
    "\\'e",
    '{\\"o}',
    "\\&",
    "{\\_}",
    "\\textit{T}",
    "{\\textless}i{\\textgreater}",
    "$\\alpha$",
    "{B}ig",
    "?",
    "\\c{c}",
]
LATEX = st.recursive(
    WORDS | st.sampled_from(COMMANDS).map(lambda name: f"\\{name}") | st.sampled_from(SOUND),
    lambda inner: (
        st.lists(inner, max_size=3).map(" ".join).map(lambda text: f"{{{text}}}")
        | st.tuples(st.sampled_from(COMMANDS), inner).map(lambda pair: f"\\{pair[0]}{{{pair[1]}}}")
    ),
    max_leaves=5,
)
PEOPLE = [
    "Doe, Jane A.",
    "Jane A. Doe",
    "de Vries, Jan",
    "Doe, Jr., J.",
    "{World Health Organization}",
    "Doe,",
    "Madonna",
]
MISNAMED = [
    "World Health Organization",
    "others",
    "Nguy{\\~{\\^e}}n, T.",
    "Doe, J., Roe, R.",
    "family=Vries, given=Jan",
    "",
]
PERSON = st.sampled_from([*PEOPLE, *PEOPLE, *MISNAMED])
NAMES = st.tuples(st.lists(PERSON, min_size=1, max_size=4), st.sampled_from([" and "] * 6 + ["; ", " \\& ", ", "])).map(
    lambda pair: pair[1].join(pair[0])
)
DOIS = ["10.1037/a_b", "10.1007/978\\_16", "https://doi.org/10.1234/a{\\textless}b", "10.1/x"]
URLS = [
    "https://example.org/a\\_b\\%20c\\&d=1",
    "http://example.org",
    "https://example.org/a b",
    "https://x.org/\\~{}a",
]
ADDRESS = st.sampled_from([*DOIS, *URLS, "https://example", "ftp://x.org"])
DATES = st.sampled_from(["2016", "2016-03-04", "{in press}", "n.d.", "16", "2016/2017", "2016-13", ""])
VALUES = {"author": NAMES, "editor": NAMES, "translator": NAMES, "doi": ADDRESS, "url": ADDRESS}
VALUES |= {"year": DATES, "date": DATES, "month": st.sampled_from(["mar", "March", "13", "4", ""])}
FIELD = st.sampled_from([*sorted(SHOWN), *sorted(NOT_SHOWN)[::9], "mendeley-groups", "jornal"]).flatmap(
    lambda name: st.tuples(st.just(name), VALUES.get(name, LATEX))
)


FORMS = [*["{%s}"] * 30, *["{{%s}}"] * 5, '"%s"', "%s"]
"""How a value may be written."""
ENDS = [*["}"] * 19, ""]


@st.composite
def entries(draw: st.DrawFn) -> str:
    """One entry: with what it needs, more often than not, some more fields, and now and then a slip."""
    kind = draw(st.sampled_from([*sorted(KINDS), "song"]))
    key = draw(st.sampled_from([*(f"RN{number}" for number in range(20)), "doe_big_2016", "rn1", "DBLP:x/y"]))
    needed = [("author", draw(NAMES)), ("title", draw(LATEX)), ("year", "2016"), ("journal", "J"), ("booktitle", "B")]
    fields = [*needed[: draw(st.sampled_from([5, 5, 5, 2]))], *draw(st.lists(FIELD, max_size=4))]
    written = [f"  {name} = {draw(st.sampled_from(FORMS))}" % text for name, text in fields]
    comma = draw(st.sampled_from([*[",\n"] * 19, "\n"]))
    return f"@{kind}{{{key},\n{comma.join(written)}\n{draw(st.sampled_from(ENDS))}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bibtex")


@given(text=st.lists(entries(), max_size=4).map("\n".join))
@CHECKED
def test_exports(folder: Path, text: str) -> None:
    path = folder / "references.bib"
    path.write_text(text, encoding="utf-8")
    with bounded():
        bibliography, problems = read_bibliography(path, "references.bib")
        told(problems, "references.bib", text.encode())
        labels = [bibliography.label(key) for key in bibliography.sound]
        assert len(labels) == len(set(labels))
        for key in bibliography.sound:
            work = bibliography.reference(key)
            assert not re.search(r"[\\{}\ue000\ue001]", work.text + work.label)
            assert re.fullmatch(r"(https://[!-;=?-Z_a-z~\[\]]+)?", work.address)
            assert work.text.count(work.address) == 1 or not work.address
    told_of = {problem.place.partition(" › ")[0] for problem in problems}
    for entry in read_entries(text, "references.bib")[0]:
        assert entry.key in bibliography.sound or entry.key in told_of
