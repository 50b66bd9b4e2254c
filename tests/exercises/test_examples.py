"""Each kind of field: its example becomes exactly the HTML in tests/golden, which has been looked at."""

import pytest
from worksheets.exercises.catalogue import Entry
from worksheets.exercises.examples import SECTION, all_examples
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.kinds import KINDS

from tests.support.project import ROOT
from tests.support.renderers import example, renderer_of

GOLDEN = ROOT / "tests" / "golden"
SHOWN = [one.shows for one in all_examples()]


def rendered(shows: str) -> str:
    entry = next(one.entry for one in all_examples() if one.shows == shows)
    return renderer_of(entry).exercise(entry.id, 2, lambda path: f"../{path}") + "\n"


def test_the_plain_kinds_are_there() -> None:
    assert set(KINDS) >= {
        "agreement", "choice", "choices", "date", "line", "note", "pair", "scale", "table", "text", "tick",
    }  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_example_shows_its_kind(kind: str) -> None:
    assert kind in {field.kind for field in example(kind).fields}


@pytest.mark.parametrize("shows", SHOWN)
def test_the_example_renders_as_agreed(shows: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{shows}.html"
    if request.config.getoption("--write-golden"):
        golden.write_text(rendered(shows), encoding="utf-8")
    assert rendered(shows) == golden.read_text(encoding="utf-8")


def test_html_in_a_text_is_shown_as_typed() -> None:
    hostile = '<script>alert(1)</script> <q onclick="x">"&'
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
    html = renderer_of(Entry("examples/hostile", SECTION, exercise)).exercise("examples/hostile", 2, lambda path: path)
    assert "<script" not in html
    assert "<q " not in html
    assert html.count("&lt;script&gt;") >= 12
