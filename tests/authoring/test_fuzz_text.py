"""Hostile bytes, slips of YAML and odd names of files: each is read, or told with file and line; none ends the build.

`make test` tries a fixed slice; `make fuzz` tries FUZZ files for each reader, anew each time.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worksheets.authoring.problems import Problem, report
from worksheets.authoring.source_files import Folders
from worksheets.authoring.text_file import read_drawing, read_text
from worksheets.authoring.yaml_document import read_document
from worksheets.guide.guide_reader import read_guide

from tests.support.project import SMALL_GUIDE

COUNT = int(os.environ.get("FUZZ", "0"))
CHECKED = settings(
    max_examples=COUNT or 150,
    derandomize=not COUNT,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
ENCODINGS = ("utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "mac-roman")
SIGNS = (*"*&!%@`|>?-:#,[]{}'\"\\ \t…“”é", ": ", " #", "  # ", "- ", "? ", "---", "...", "true", "null", "~", "007")
WORDS = st.lists(st.sampled_from((*SIGNS, "Stop", "why", "Yes", "it", "5")), min_size=1, max_size=9).map("".join)
TEXTS = (WORDS | st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)).map(str.strip)
NAMES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="/\x00") | st.sampled_from(" .~#'\"()[]é%$&"),
    min_size=1,
    max_size=12,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("text")


@given(
    content=st.binary(max_size=200)
    | st.builds(
        lambda text, encoding: text.encode(encoding, "ignore"), st.text(max_size=60), st.sampled_from(ENCODINGS)
    )
)
@CHECKED
def test_any_bytes_are_text_or_reported(folder: Path, content: bytes) -> None:
    path = folder / "any.txt"
    declared = b'<?xml version="1.0" encoding="iso-8859-1"?>'
    for read, whole in ((read_text, content), (read_drawing, content), (read_drawing, declared + content)):
        path.write_bytes(whole)
        text = read(path, "any.txt")
        if isinstance(text, Problem):
            assert 1 <= text.line <= len(re.split(rb"\r\n?|\n", whole))
            assert text.wrong
            assert text.write
        else:
            assert "\r" not in text
            assert "\x00" not in text
            text.encode("utf-8")


@given(text=TEXTS.filter(bool), lead=st.sampled_from(["label: ", "part:\n  - label: ", "options:\n  - "]))
@CHECKED
def test_a_text_means_itself_or_is_reported_with_a_line_that_does(text: str, lead: str) -> None:
    """Whoever writes any text without quotes gets it whole, or a message; nothing is cut off without a word."""
    file = f"title: A\n{lead}{text}\n{'' if lead[0] == 'o' else '' if lead[0] == 'l' else '    '}kind: line\n"
    document, problems = read_document(file, "sheet.yml")
    last = file.count("\n") + 1
    for problem in problems:
        assert 1 <= problem.line <= last
        assert problem.wrong
        assert problem.write
    report(problems).encode("utf-8")
    if problems:
        return
    value = document.value
    for step in ("part", 0, "label") if lead[0] == "p" else ("label",) if lead[0] == "l" else ("options", 0):
        value = value[step]
    if isinstance(value, str) and text[0] not in "\"'|>" and not re.search(r"\s{2,}#(?: |$)", text):
        assert re.sub(r"\s+", " ", value) == re.sub(r"\s+", " ", text)


@given(text=TEXTS.filter(bool))
@CHECKED
def test_advice_that_is_followed_is_accepted(text: str) -> None:
    """The line that a message offers is read without a further word about it."""
    file = f"title: A\nlabel: {text}\nkind: line\n"
    _, problems = read_document(file, "sheet.yml")
    for problem in problems:
        advised = re.search(r"quotes(?:, and if not, on a line of its own)?: `(.*)`\.$", problem.write)
        if advised and problem.line == 2 and "\n" not in advised[1]:
            lines = file.split("\n")
            lines[1] = advised[1]
            assert read_document("\n".join(lines), "sheet.yml")[1] == []


@given(name=NAMES, ending=st.sampled_from([".md", ".MD", ".yml", ".yaml", ".svg", ".css", "", "~", ".swp"]))
@CHECKED
def test_a_file_of_any_name_is_read_or_reported(folder: Path, name: str, ending: str) -> None:
    root = folder / "guide"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SMALL_GUIDE, root)
    (root / "pictures").mkdir(exist_ok=True)
    for part in ("docs", "docs/steps", "exercises", "exercises/one", "pictures"):
        path = root / part / f"{name}{ending}"
        if path.exists() or path.name in (".", ".."):
            continue
        path.write_bytes(b"\xff\x00 no text")
    _, problems = read_guide(Folders.of(root))
    report(problems).encode("utf-8")
    for problem in problems:
        assert (root / problem.file).exists()
        assert problem.write or problem.wrong
