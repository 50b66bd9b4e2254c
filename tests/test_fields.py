"""Each kind of field: its example becomes exactly the HTML in tests/golden, which has been looked at."""

from pathlib import Path

import pytest
from worksheets.bibliography import Bibliography
from worksheets.catalogue import Catalogue, Entry
from worksheets.document import read_document
from worksheets.exercise import Exercise, Section
from worksheets.fields import FOLDER, KINDS
from worksheets.guide import Guide
from worksheets.rendering import Renderer, environment
from worksheets.validation import validate

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
SECTION = Section.model_validate({"id": "examples", "title": "Examples", "page": "steps/examples.md"})


def example(kind: str) -> Exercise:
    text = (FOLDER / kind / "example.yml").read_text(encoding="utf-8")
    document, problems = read_document(text, f"{kind}/example.yml")
    exercise, more = validate(Exercise, document)
    assert exercise, [str(problem) for problem in problems + more]
    return exercise


def rendered(kind: str) -> str:
    entry = Entry(f"examples/{kind}", SECTION, example(kind))
    guide = Guide(Catalogue((SECTION,), {entry.id: entry}, {}), Bibliography({}, ()), None, {}, ())
    renderer = Renderer(guide, environment([ROOT / "overrides" / "worksheets"]), "GB")
    return renderer.exercise(entry.id, 2, lambda path: f"../{path}") + "\n"


def test_every_kind_of_the_issue_is_there() -> None:
    assert set(KINDS) >= {
        "agreement", "choice", "choices", "date", "line", "note", "pair", "scale", "table", "text", "tick",
    }  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_example_shows_its_kind(kind: str) -> None:
    assert kind in {field.kind for field in example(kind).fields}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_example_renders_as_agreed(kind: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{kind}.html"
    if request.config.getoption("--write-golden"):
        golden.write_text(rendered(kind), encoding="utf-8")
    assert rendered(kind) == golden.read_text(encoding="utf-8")


def test_html_in_a_text_is_shown_as_typed() -> None:
    hostile = '<script>alert(1)</script> <b onclick="x">"&'
    fields = [
        {"kind": "note", "text": hostile},
        {"kind": "choice", "id": "c", "label": hostile, "hint": hostile, "options": [hostile, "b"], "skip": hostile},
        {"kind": "table", "id": "t", "label": hostile, "columns": [hostile, "b"], "rows": [hostile]},
        {"kind": "scale", "id": "s", "label": "S", "from": 0, "to": 3, "ends": [hostile, hostile]},
        {"kind": "pair", "id": "p", "label": "P", "people": [hostile, "b"]},
    ]
    exercise = Exercise.model_validate(
        {
            "title": hostile, "kind": "worksheet", "for": "one", "minutes": 2, "purpose": hostile, "evidence": [],
            "stop": hostile, "two-minutes": hostile, "parts": [{"title": hostile, "intro": hostile, "fields": fields}],
        }
    )  # fmt: skip
    entry = Entry("examples/hostile", SECTION, exercise)
    guide = Guide(Catalogue((SECTION,), {entry.id: entry}, {}), Bibliography({}, ()), None, {}, ())
    html = Renderer(guide, environment([ROOT / "overrides" / "worksheets"]), "GB").exercise(
        entry.id, 2, lambda path: path
    )
    assert "<script" not in html
    assert "<b " not in html
    assert html.count("&lt;script&gt;") >= 12
