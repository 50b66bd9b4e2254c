"""Slips of YAML are told in plain words, with a line beside them that is accepted and means what was meant."""

import re

import pytest
from worksheets.authoring.problems import Problem
from worksheets.authoring.yaml_document import read_document

BEFORE = "title: A sheet\nhint: Something\n"
AFTER = "\nkind: line\nminutes: 2\n"


def told(text: str) -> list[Problem]:
    return read_document(text, "sheet.yml")[1]


def followed(text: str, problem: Problem) -> str:
    """The file with the advised line in the place of the one that is to blame."""
    advised = re.search(r": `(.*)`\.$", problem.write)
    assert advised, problem
    lines = text.split("\n")
    moves = "spaces" in problem.write or "left edge" in problem.write
    lead = "" if moves else re.match(r"\s*", lines[problem.line - 1].expandtabs(0))[0]  # type: ignore[index]
    lines[problem.line - 1] = lead + advised[1]
    return "\n".join(lines)


TEXTS = {
    "Stop: why?": "Stop: why?",
    "Three things:": "Three things:",
    '"Yes" is enough': '"Yes" is enough',
    '"Yes" or "no"': '"Yes" or "no"',
    "'Tis enough": "'Tis enough",
    "'I don't know'": "I don't know",
    '"He said "no" twice"': 'He said "no" twice',
    '"Never closed': "Never closed",
    '"C:\\dir"': "C:\\dir",
    "**Say** it.": "**Say** it.",
    "*Say* it": "*Say* it",
    "*": "*",
    "@home": "@home",
    "%50 or more": "%50 or more",
    "`code` here": "`code` here",
    "!Important": "!Important",
    "& more": "& more",
    "> 5 years": "> 5 years",
    "| or": "| or",
    "- a dash": "- a dash",
    "? a question": "? a question",
    "[your name] here": "[your name] here",
    "[your name] and [the day]": "[your name] and [the day]",
    "{name} here": "{name} here",
    ", and": ", and",
    "] odd": "] odd",
    "My answer #1 and #2": "My answer #1 and #2",
    "01632 960 001 #2": "01632 960 001 #2",
    "#1 of all": "#1 of all",
    "My answer\t#1": "My answer #1",
    "It’s 5 o’clock: @home #1": "It’s 5 o’clock: @home #1",
    """He said: "don't" \\o/""": """He said: "don't" \\o/""",
    "'Don\\'t look'": "Don't look",
    '''"Don\\'t look"''': "Don't look",
    ">- Words": "Words",
    "|+ Words: so": "Words: so",
}
"""What somebody writes as a plain text, and what they mean."""


@pytest.mark.parametrize("written", TEXTS)
@pytest.mark.parametrize(("lead", "place"), [("label: ", ("label",)), ("options:\n  - ", ("options", 0))])
def test_a_text_that_needs_quotes(written: str, lead: str, place: tuple[str | int, ...]) -> None:
    text = f"{BEFORE}{lead}{written}{AFTER}"
    if lead.endswith("- ") and written in ("Stop: why?", "Three things:", "- a dash", "? a question", "*"):
        return  # YAML, or told by the model: see below
    (problem,) = told(text)
    assert problem.line == BEFORE.count("\n") + lead.count("\n") + 1
    assert f"{lead.split(chr(10))[-1].strip()} {written}`" in problem.wrong
    document, problems = read_document(followed(text, problem), "sheet.yml")
    assert problems == []
    value = document.value
    for step in place:
        value = value[step]
    assert value == TEXTS[written]
    assert document.value["kind"] == "line"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("options: [My #1, b]", {"options": ["My #1", "b"]}),
        ("options: [@a, 'b', \"c, d\"]", {"options": ["@a", "b", "c, d"]}),
        ("options: [a, b", {"options": ["a", "b"]}),
        ("field: { id: x, label: Stop: why? }", {"field": {"id": "x", "label": "Stop: why?"}}),
        ("field: { id: x, options: [Yes, %5] }", {"field": {"id": "x", "options": ["Yes", "%5"]}}),
        ("label:Stop", {"label": "Stop"}),
        ("label:\u00a0Stop", {"label": "Stop"}),
        ("label：Stop", {"label": "Stop"}),
        ("label： Stop", {"label": "Stop"}),
        ("label: *\t # a note", {"label": "*"}),
        ("options: [a, , b]", {"options": ["a", "b"]}),
        ("options: [, a]", {"options": ["a"]}),
        ("options: [a,, @b]", {"options": ["a", "@b"]}),
        ("field: { id: x, , label: y }", {"field": {"id": "x", "label": "y"}}),
        ("minutes: !!int 1", {"minutes": 1}),
    ],
)
def test_other_slips_of_one_line(written: str, meant: object) -> None:
    text = f"title: A sheet\n{written}\nkind: line\n"
    (problem,) = told(text)
    assert problem.line == 2
    document, problems = read_document(followed(text, problem), "sheet.yml")
    assert problems == []
    assert document.value == {"title": "A sheet", "kind": "line"} | dict(meant)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "line", "meant"),
    [
        ("parts:\n  - title: A\n\tkind: b\n", 3, {"parts": [{"title": "A", "kind": "b"}]}),
        ("part:\n\ttitle: A\n", 2, {"part": {"title": "A"}}),
        ("title: A\n  kind: b\nhint: c\n", 2, {"title": "A", "kind": "b", "hint": "c"}),
        ("parts:\n  - title: A\n   kind: b\n", 3, {"parts": [{"title": "A", "kind": "b"}]}),
        ("purpose: One\ntwo\nhint: c\n", 2, {"purpose": "One two", "hint": "c"}),
        ("options:\n  - a\n - b\n", 3, {"options": ["a", "b"]}),
    ],
)
def test_an_indent_that_does_not_fit(text: str, line: int, meant: object) -> None:
    (problem,) = told(text)
    assert problem.line == line
    assert read_document(followed(text, problem), "sheet.yml")[0].value == meant


@pytest.mark.parametrize(
    "text", ["parts:\n\u00a0\u00a0- title: A\n    kind: b\n", "parts:\n  - title: A\n  \u00a0\u3000kind: b\n"]
)
def test_spaces_of_another_kind_are_told(text: str) -> None:
    (problem,) = told(text)
    assert "of another kind" in problem.wrong
    assert read_document(followed(text, problem), "sheet.yml")[0].value == {"parts": [{"title": "A", "kind": "b"}]}


def test_spaces_of_another_kind_may_be_in_a_text() -> None:
    text = "hint: >-\n  One\u00a0two\n  \u00a0three\nlabel: 5\u00a0km\n"
    assert read_document(text, "sheet.yml")[0].value == {"hint": "One\u00a0two \u00a0three", "label": "5\u00a0km"}


def test_an_indent_is_not_offered_for_what_is_wrong_further_down() -> None:
    for text in ("a: b\nc: [d, e\n  f: g\n", "title: A\nhint: b\noptions: [a, ? , b]\n"):
        assert all(problem.line > 1 for problem in told(text)), told(text)


def test_a_tab_is_seen_in_the_message() -> None:
    (problem,) = told("part:\n\ttitle: A\n")
    assert str(problem) == "sheet.yml:2: There is a tab before the text: `⇥title: A`. Use spaces: `  title: A`."


def test_a_list_without_its_first_dash_is_reported_at_its_first_line() -> None:
    (problem,) = told("title: A\nfields:\n  kind: line\n  id: word\n  - kind: text\n    id: other\n")
    assert problem.line == 3
    assert problem.write.endswith("dash before the first key, and move the lines below it in: `- kind: line`.")


def test_quotes_that_swallow_keys_are_reported_where_they_begin() -> None:
    (problem,) = told("title: A\nlabel: 'Tis enough\nhint: Yours'\nkind: line\n")
    assert (problem.line, problem.write) == (2, """Put the text in quotes: `label: "'Tis enough"`.""")


def test_all_slips_of_a_file_are_reported_at_once() -> None:
    found = told('title: Stop: why?\nhint: @home\nlabel: "Yes" is enough\nodd: *it\nminutes: 5\npurpose: Some #1\n')
    assert [problem.line for problem in found] == [1, 2, 3, 4]
    assert [problem.line for problem in told("title: Some #1\nhint: 'x' # fine\nlabel: other #2\n")] == [1, 3]


@pytest.mark.parametrize(
    "line",
    [
        "# a comment of its own",
        "title: 'In quotes' # a comment",
        'title: "In quotes" # a comment',
        "minutes: 5 # a comment",
        "steps: true # a comment",
        "evidence: [] # a comment",
        "options: [one two, three] # a comment",
        "field: { id: x } # a comment",
        "parts: # a comment\n  - title: A",
        "parts:\n  # a comment\n  - title: A # and #2",
        "kind: line  # a comment",
        "paper: A4  # or Letter",
        "text: >- # a comment\n  Words #1 and #2",
        "title: C# and a#b",
    ],
)
def test_ordinary_comments_pass(line: str) -> None:
    if line.endswith("and #2") and "title" in line:
        assert len(told(line)) == 1
    else:
        assert told(f"{line}\n") == []


def test_a_comment_behind_a_text_of_several_lines() -> None:
    (problem,) = told("hint: One\n  and two #2\n")
    assert problem.line == 2
    assert "`key: >-`" in problem.write


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_a_line_break_that_cannot_be_seen_is_reported(character: str) -> None:
    (problem,) = told(f"title: A\nhint: One{character}two\n")
    assert problem.line == 2
    assert f"U+{ord(character):04X}" in problem.wrong


def test_a_second_document_is_reported() -> None:
    (problem,) = told("title: A\n---\nhint: b\n")
    assert problem.line == 2
    assert "second document" in problem.wrong


def test_a_comment_behind_a_key_without_value_at_the_end_of_a_file() -> None:
    assert [problem.line for problem in read_document("title: A\n? x: #", "sheet.yml")[1]] == [2]


GLUED = {
    "options:\n  - Short\n  -Long\nkind: a\n": {"options": ["Short", "Long"], "kind": "a"},
    "options:\n-Short\n-Long\nkind: a\n": {"options": ["Short", "Long"], "kind": "a"},
    "options:\n  - Short\n  –Long\nkind: a\n": {"options": ["Short", "Long"], "kind": "a"},
    "fields:\n  -kind: b\n    id: x\n  -kind: c\n    id: y\n": {
        "fields": [{"kind": "b", "id": "x"}, {"kind": "c", "id": "y"}]
    },
    "fields:\n  - kind: b\n    id: x\n  -kind: c\n    id: y\n": {
        "fields": [{"kind": "b", "id": "x"}, {"kind": "c", "id": "y"}]
    },
}
"""Dashes that touch the word behind them: moved in, such a line would become a part of the item above."""


@pytest.mark.parametrize("text", GLUED)
def test_a_dash_that_touches_its_word_begins_an_item(text: str) -> None:
    followed_so_far = text
    for problem in told(text):
        assert problem.wrong.startswith("There is no space after the dash")
        followed_so_far = followed(followed_so_far, problem)
    assert read_document(followed_so_far, "sheet.yml")[0].value == GLUED[text]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("label: Say no\n  #1 again\nkind: a\n", 2),
        ("fields:\n  - label: Say no\n      #metoo\n    kind: a\n", 3),
        ("options:\n  - Say no\n    #1 again\n", 3),
        ("label: Say\n  no\n  #1 again\n", 3),
    ],
)
def test_a_line_that_begins_with_a_number_sign_inside_a_text_is_told(text: str, line: int) -> None:
    (problem,) = told(text)
    assert problem.line == line
    assert "`#` begins a comment, so the text above ends before it" in problem.wrong


@pytest.mark.parametrize(
    "text",
    [
        "label: Say no\n  # a comment\nkind: a\n",
        "label: Say no\n#hint: x\nkind: a\n",
        "fields:\n  - kind: a\n    #hint: x\n    id: b\n",
        "options:\n  - a\n  #- b\n",
        "label: >-\n  Say no\n  #1 again\nkind: a\n",
        "label: 'Say no'\n  #1 again\nkind: a\n",
        "options: [a]\n  #b\n",
        "hint:\n  #1\n  a\n",
    ],
)
def test_a_comment_on_a_line_of_its_own_is_free(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("dash", ["-", "*", "•", "–"])
def test_a_list_that_would_be_joined_to_the_text_above_it_is_told(dash: str) -> None:
    (problem,) = told(f"parts:\n  - stop: Stop if\n      {dash} one\n      {dash} two\n    kind: a\n")
    assert problem.line == 3
    assert problem.wrong.endswith(f"readers would see its dash: `{dash} one`.")
    advised = f"parts:\n  - stop: |\n      Stop if\n\n      {dash} one\n      {dash} two\n    kind: a\n"
    assert told(advised) == []


@pytest.mark.parametrize(
    "text", ["stop: Stop if\n  - and only if\n  so\n", "options:\n  - one\n  - two\n", "stop: >-\n  a\n  - b\n  - c\n"]
)
def test_one_dash_in_a_text_and_lists_are_free(text: str) -> None:
    assert told(text) == []
