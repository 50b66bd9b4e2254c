"""Random exercises, conditions and answers: what Chromium shows is what plain Python says."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worksheets.exercises.conditions import holds, mistakes
from worksheets.exercises.exercise import Exercise

from tests.support.asked_sheet import SHEET, SKIP
from tests.support.exercise_pages import OpenExercise, exercise_of, fields_as_yaml, page_of

WORDS = ["Tea", "A “walk”", "40 minutes", "{%s}", "</style>", "a\\b", "#x:checked", "Größe", "7"]


def asked_of(field: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Anything that can be asked of a field."""
    if field["kind"] == "tick":
        return st.just({field["id"]: {"is": "ticked"}})
    if field["kind"] == "scale":
        values: list[Any] = [*range(field["from"], field["to"] + 1), SKIP]
        numbers = st.sampled_from(values[:-1])
        more = st.one_of(
            st.fixed_dictionaries({"at-least": numbers}),
            st.fixed_dictionaries({"at-most": numbers}),
            st.fixed_dictionaries({"at-least": numbers, "at-most": numbers}),
        )
    else:
        values = [*field["options"], *([SKIP] if field["kind"] == "choice" else [])]
        more = st.fixed_dictionaries({"at-least": st.integers(1, len(values))})
    tests = [
        st.fixed_dictionaries({"is": st.sampled_from(values)}),
        st.fixed_dictionaries({"any-of": st.lists(st.sampled_from(values), min_size=2, max_size=4, unique=True)}),
        *([more] if field["kind"] != "choice" else []),
    ]
    return st.one_of(tests).map(lambda test: {field["id"]: test})


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Exercise, list[dict[str, Any]], list[dict[str, set[Any]]]]:
    """An exercise with advice, the conditions of the advice, and several ways to answer."""
    low = draw(st.integers(0, 3))
    options = st.lists(st.sampled_from(WORDS), min_size=2, max_size=5, unique=True)
    scale = {"from": low, "to": low + draw(st.integers(1, 6)), "ends": ["low", "high"]}
    ticks = [{"kind": "tick", "id": f"t{place}"} for place in range(draw(st.integers(1, 5)))]
    fields: list[dict[str, Any]] = [
        {"kind": "scale", "id": "heat", **scale},
        {"kind": "choice", "id": "length", "options": draw(options), "skip": SKIP},
        {"kind": "choices", "id": "helps", "options": draw(options)},
        *ticks,
    ]
    fields = [field | {"label": field["id"]} for field in fields]
    counted = st.integers(1, len(ticks)).map(lambda least: {"ticks": {"at-least": least}})
    ask = st.one_of([asked_of(field) for field in fields[:4]] + [counted])
    for _ in range(2):
        deeper = st.lists(ask, min_size=2, max_size=4)
        ask = st.one_of(ask, deeper.map(lambda parts: {"all": parts}), deeper.map(lambda parts: {"any": parts}))
    conditions = draw(st.lists(ask, min_size=5, max_size=5))
    bare = exercise_of(fields_as_yaml(*fields))
    sound = [condition for condition in conditions if not list(mistakes(condition, bare))]
    advice = [{"kind": "advice", "when": condition, "text": "Rest."} for condition in sound]
    before = draw(st.integers(0, len(advice)))
    parts = [part for part in (advice[:before], fields, advice[before:]) if part]
    exercise = exercise_of(*(fields_as_yaml(*part) for part in parts))
    return exercise, conditions, draw(st.lists(answered(fields), min_size=4, max_size=4))


def answered(fields: list[dict[str, Any]]) -> st.SearchStrategy[dict[str, set[Any]]]:
    """A way to answer, as sets of values by field; an unanswered field has the empty set."""
    ways: dict[str, st.SearchStrategy[set[Any]]] = {}
    for field in fields:
        match field["kind"]:
            case "tick":
                ways[field["id"]] = st.sampled_from([set(), {"ticked"}])
            case "choices":
                ways[field["id"]] = st.sets(st.sampled_from(field["options"]))
            case kind:
                values = range(field["from"], field["to"] + 1) if kind == "scale" else field["options"]
                ways[field["id"]] = st.sampled_from([set(), *({value} for value in values), {SKIP}])
    return st.fixed_dictionaries(ways)


def chosen_ids(exercise: Exercise, answers: Mapping[str, set[Any]]) -> list[str]:
    """The ids of the controls that these answers choose, as the templates number them."""
    ids = []
    for field in exercise.fields:
        for value in answers.get(getattr(field, "id", ""), ()):
            place = {SKIP: "--skip", "ticked": ""}.get(value)
            if place is None:
                place = f"--{value if isinstance(value, int) else list(getattr(field, 'options')).index(value) + 1}"  # noqa: B009
            ids.append(f"w-examples--sheet--{getattr(field, 'id')}{place}")  # noqa: B009
    return ids


DISPLAYS = """sheets => sheets.map(ids => {
    const controls = [...document.querySelectorAll("form input")];
    controls.forEach(one => { one.checked = ids.includes(one.id) });
    const right = controls.filter(one => one.checked).length === ids.length;
    const advice = [...document.querySelectorAll(".advice")];
    return right && advice.map(one => getComputedStyle(one).display !== "none");
})"""

IMPOSSIBLE = "No answers make all of these true at once."

CHECKED: list[bool] = []
"""Every advice that was compared, on every sheet: whether it was shown."""


def test_chromium_shows_what_holds(open_exercise: OpenExercise) -> None:
    """At least 150 random exercises: what Chromium shows is what plain Python says."""
    CHECKED.clear()
    page = open_exercise(SHEET)

    @settings(max_examples=150, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(sheets())
    def compare(drawn: tuple[Exercise, list[dict[str, Any]], list[dict[str, set[Any]]]]) -> None:
        exercise, _, sheets = drawn
        conditions = [getattr(field, "when") for field in exercise.fields if field.kind == "advice"]  # noqa: B009
        page.set_content(page_of(exercise), wait_until="commit")
        shown = page.evaluate(DISPLAYS, [chosen_ids(exercise, answers) for answers in sheets])
        for answers, displays in zip(sheets, shown, strict=True):
            wanted = [holds(condition, exercise, answers) for condition in conditions]
            assert displays == wanted, (conditions, answers)
            CHECKED.extend(wanted)

    compare()
    assert len(CHECKED) >= 1000
    assert 0.1 < sum(CHECKED) / len(CHECKED) < 0.9, "both outcomes are common"


@settings(max_examples=150, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(sheets())
def test_exactly_what_no_answers_fulfil_is_called_impossible(
    drawn: tuple[Exercise, list[dict[str, Any]], list[dict[str, set[Any]]]],
) -> None:
    exercise, conditions, _ = drawn
    for condition in conditions:
        said = {path: wrong for path, wrong, _ in mistakes(condition, exercise)}
        possible = any(holds(condition, exercise, answers) for answers in fullest_answers(exercise))
        assert possible or said, condition
        assert not (possible and said.get(("all",)) == IMPOSSIBLE), condition


def fullest_answers(exercise: Exercise) -> Iterator[dict[str, set[Any]]]:
    """Every way to answer the scale and the choice, with all the rest ticked: more ticks make no condition false."""
    (scale,), (choice,), (choices,) = (
        [field.model_dump() for field in exercise.fields if field.kind == kind]
        for kind in ("scale", "choice", "choices")
    )
    ticked = {field.model_dump()["id"]: {"ticked"} for field in exercise.fields if field.kind == "tick"}
    ticked["helps"] = set(choices["options"])
    for number, option in product([*range(scale["from_"], scale["to"] + 1), SKIP], [*choice["options"], SKIP]):
        yield ticked | {"heat": {number}, "length": {option}}
