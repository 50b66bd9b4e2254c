"""Whatever an author writes after any key of any model, no message is in the words of the library that checks it."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
import worksheets
from pydantic import ValidationError
from worksheets.authoring.strict_model import Strict, validate
from worksheets.authoring.yaml_document import Document, read_document

WRONG = [
    "", "~", "' '", "true", "false", "-1", "0", "7", "20", "1000000", "1.5", "x", "X y Z", "word " * 400, "x" * 5000,
    "2026-13-45", "01/02/2026", "ftp://x", "'http://['", "'#12'", "[]", "[~]", "['']", "[x]", "[5]", "[true]", "[[]]",
    "[[x]]", "[{}]", "[{ x: 1 }]", "[x, x]",
    f"[{'x, ' * 300}]", f"[{'{ x: 1 }, ' * 100}]", "{}", "{ x: 1 }", "{ ~: 1 }",
    "{ x: [] }", "\"a\\nb\"", "'007'", "<b>", "0x1F", "1_000", "2026-11-22T10:00:00",
]  # fmt: skip
"""Too big, too small, too long, of another type, empty, or missing."""

PROGRAMMERS = re.compile(
    r"\b(tuple|str|int|bool|dict|constrained|function-|pydantic|Assertion|Input should|should be|should have|"
    r"validation|Nothing is|NoneType|Literal|Keys should|at least 1 are)\b|_\w+\(|\[\[",
)
"""What reads as if it were written for programmers."""


def models() -> Iterator[type[Strict]]:
    for module in walk_packages(worksheets.__path__, "worksheets."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    found, waiting = set(), [Strict]
    while waiting:
        waiting += (below := waiting.pop().__subclasses__())
        found.update(below)
    yield from sorted(found, key=lambda model: (model.__module__, model.__name__))


def raw_messages(model: type[Strict], value: object) -> set[str]:
    """What the library says of a value, apart from what our own rules say through it."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        return {one["msg"] for one in error.errors(include_url=False) if one["type"] not in ("rule", "assertion_error")}
    return set()


def test_there_are_models_to_try() -> None:
    assert {"Exercise", "Table", "Sum", "Brand", "GuideSettings", "Helplines", "FrontMatter"} <= {
        model.__name__ for model in models()
    }


@pytest.mark.parametrize("written", WRONG, ids=lambda written: written[:20])
def test_what_is_wrong_is_said_in_plain_words(written: str) -> None:
    found = []
    for model in models():
        for name, info in model.model_fields.items():
            key = info.alias or name
            if "image" in str(info.annotation).lower():
                continue  # pictures are looked for in a folder: tests/editions/test_brand_images.py
            document, problems = read_document(f"{key}: {written}", "file.yml")
            assert problems == [] or "{ ~" in written
            _, problems = validate(model, Document("file.yml", {key: document.value[key]} if document.value else {}))
            raw = raw_messages(model, {key: document.value[key]} if document.value else {})
            for problem in problems:
                said = str(problem).replace(written, "…")
                if any(one in said for one in raw) or PROGRAMMERS.search(said):
                    found.append(f"{model.__name__}: {said}")
    assert found == []
