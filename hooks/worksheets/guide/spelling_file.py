"""The list of words that are spelt wrongly in a guide, each with its right spelling: a file that guide.yml names."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.text_file import read_text
from ..authoring.yaml_document import Document, read_document


def read_spelling(path: Path, file: str) -> tuple[Mapping[str, str], list[Problem]]:
    """The right spellings by the wrong ones, all in small letters. With problems, it holds what is sound."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return {}, [text]
    document, problems = read_document(text, file)
    if problems:
        return {}, problems
    if not isinstance(document.value, dict):
        return {}, [document.problem((), "There are no words in this file.", "Write lines such as `color: colour`.")]
    problems = list(_not_words(document))
    return {wrong: right for wrong, right in document.value.items() if isinstance(right, str)}, problems


def _not_words(document: Document) -> Iterator[Problem]:
    """Every line has a word, a colon and a word."""
    for wrong, right in document.value.items():
        if not isinstance(right, str) or wrong != wrong.lower():
            write = "Write the wrong and the right spelling in small letters, such as `color: colour`."
            yield document.problem((wrong,), f"“{wrong}” does not have the form of this list.", write)
