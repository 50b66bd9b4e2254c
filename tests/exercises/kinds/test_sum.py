"""A sum: what a reader sees, hears and prints in a real Chromium with scripts off."""

import random
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.support.accessibility_tree import spoken_in
from tests.support.axe import RULES, faults
from tests.support.exercise_pages import NAME, OpenExercise, choose, exercise_of, fields_as_yaml
from tests.support.form_filling import clear
from tests.support.printed_pages import printed_words
from tests.support.renderers import example
from tests.support.sample_fields import CHOICES, SCALE, TICK, sum_of

SUM = f"{NAME}--full"
BANDS = ["There may be room", "Keep it short", "Today is full"]


@pytest.fixture(params=[320, 1000])
def screen(request: pytest.FixtureRequest) -> ViewportSize:
    return {"width": request.param, "height": 800}


def bands(page: Page) -> list[int]:
    """The places of the bands in sight."""
    return [index for index, one in enumerate(page.locator(".sum__band").all()) if one.is_visible()]


def test_a_sum_follows_what_is_chosen(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sum"))
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 0"
    assert bands(page) == [0, 1, 2], "nothing is said of somebody who has not answered"
    choose(page, "tired--3")
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 3"
    assert bands(page) == [0, 1, 2], "one question is still open"
    choose(page, "rushed--1")
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 4"
    assert bands(page) == [0]
    choose(page, "on-my-mind--1")
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 5"
    assert bands(page) == [1]
    choose(page, "tired--5", "rushed--5", "on-my-mind--2", "on-my-mind--3", "on-my-mind--4")
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 14"
    assert bands(page) == [2]
    page.locator("#w-examples--sheet--on-my-mind--4").uncheck()
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 13"
    clear(page)
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 0"
    assert bands(page) == [0, 1, 2]


def test_what_is_skipped_counts_nothing(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sum"))
    choose(page, "tired--4", "rushed--skip")
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 4"
    assert bands(page) == [0]
    choose(page, "tired--skip")
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 0"
    assert bands(page) == [0, 1, 2], "whoever says nothing is told nothing"
    choose(page, "tired--0")
    assert bands(page) == [0], "nought is an answer"


def test_the_sum_is_real_text_beside_the_number(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sum"))
    spoken = spoken_in(page, SUM)
    assert "What you chose above, added up: 0 to 14. Each tick counts 1. What you skip counts nothing." in spoken
    assert all(band in spoken for band in BANDS)
    choose(page, "tired--3", "rushed--4")
    spoken = spoken_in(page, SUM)
    assert [band in spoken for band in BANDS] == [False, True, False]
    assert page.get_by_role("group", name="How full my day is").locator("[aria-live=polite]").count() == 2
    page = open_exercise(example("sum"), scripts=True)
    choose(page, "tired--3", "rushed--4")
    assert faults(page, RULES) == []


def test_a_sum_of_some_names_them(open_exercise: OpenExercise) -> None:
    page = open_exercise(fields_as_yaml(SCALE, TICK, CHOICES, sum_of(["heat", "fed"], (0, 4), (5, 11))))
    assert "Your answers to “How warm?” and “I have eaten”, added up: 0 to 11. Each" in spoken_in(page, SUM)


def test_a_sum_by_keyboard_alone(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sum"))
    page.locator("#w-examples--sheet--tired--0").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 4"
    assert bands(page) == [0]


def test_a_browser_without_style_queries_shows_all_bands(open_exercise: OpenExercise) -> None:
    # A style query that is not known is never true.
    page = open_exercise(example("sum"), without="style")
    choose(page, "tired--3", "rushed--1")
    assert spoken_in(page, f"{SUM}--so-far") == "So far: 4"
    assert bands(page) == [0, 1, 2]


def test_a_browser_without_has_shows_all_bands_and_no_number(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sum"), without="has")
    choose(page, "tired--3", "rushed--1")
    assert not page.locator(".sum__so-far").is_visible()
    assert bands(page) == [0, 1, 2]
    assert "added up: 0 to 14" in spoken_in(page, SUM)


@pytest.mark.parametrize("screen", [320], indirect=True)
@pytest.mark.parametrize("seed", range(8))
def test_css_adds_like_python(seed: int, open_exercise: OpenExercise) -> None:
    """Random exercises and answers: the number and the band are those of a plain addition."""
    chance = random.Random(seed)
    fields, most, edges = random_sum(chance)
    page = open_exercise(fields)
    for _ in range(6):
        clear(page)
        sum_, counted, scales_open = 0, False, False
        for field in exercise_of(fields).fields:
            id_ = getattr(field, "id", "")
            match field.kind:
                case "scale":
                    points = list(field.points)  # type: ignore[attr-defined]
                    answer = chance.choice([*points, *points, "skip", None])
                    scales_open |= answer is None
                    if answer is not None:
                        choose(page, f"{id_}--{answer}")
                    if isinstance(answer, int):
                        sum_, counted = sum_ + answer, True
                case "choices":
                    for place, _option in enumerate(field.options, 1):  # type: ignore[attr-defined]
                        if chance.random() < 0.4:
                            choose(page, f"{id_}--{place}")
                            sum_, counted = sum_ + 1, True
                case "tick" if chance.random() < 0.5:
                    choose(page, id_)
                    sum_, counted = sum_ + 1, True
        assert 0 <= sum_ <= most
        assert spoken_in(page, f"{SUM}--so-far") == f"So far: {sum_}"
        fitting = [index for index, (low, high) in enumerate(edges) if low <= sum_ <= high]
        assert bands(page) == (fitting if counted and not scales_open else list(range(len(edges))))


# A sum on paper


def test_an_empty_sum_on_paper_is_added_up_by_pen(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sum"))
    paper = printed_words(page)
    assert "Add up: 0 to 4: There may be room" in paper
    assert "5 to 9: Keep it short" in paper
    assert "10 to 14: Today is full" in paper
    assert "So far" not in paper
    page.emulate_media(media="print")
    box = page.locator(".sum__blank").bounding_box()
    assert box
    assert box["width"] >= 90


def test_a_sum_that_is_answered_stands_on_paper(open_exercise: OpenExercise) -> None:
    page = open_exercise(example("sum"))
    choose(page, "tired--3")
    assert "Add up: 0 to 4" in printed_words(page), "half a sum is left to the pen"
    choose(page, "rushed--4")
    paper = printed_words(page)
    assert "Add up: 7 0 to 4: There may be room" in paper
    assert all(band in paper for band in BANDS)


def random_sum(chance: random.Random) -> tuple[str, int, list[tuple[int, int]]]:
    """The fields of a sound exercise with a sum, the highest sum, and the ends of its bands."""
    fields: list[dict[str, Any]] = []
    most = 0
    for place in range(chance.randint(1, 5)):
        kind = chance.choice(["scale", "choices", "tick"])
        id_ = f"f{place}"
        if kind == "scale":
            low = chance.randint(0, 2)
            fields.append({**SCALE, "id": id_, "from": low, "to": low + chance.randint(1, 9)})
            most += fields[-1]["to"]
        elif kind == "choices":
            fields.append({**CHOICES, "id": id_, "options": [f"Option {n}" for n in range(chance.randint(2, 5))]})
            most += len(fields[-1]["options"])
        else:
            fields.append({**TICK, "id": id_})
            most += 1
    if most == 1:
        fields.append({**TICK, "id": "more"})
        most = 2
    cuts = sorted(chance.sample(range(1, most + 1), chance.randint(1, min(4, most))))
    edges = list(zip([0, *cuts], [*(cut - 1 for cut in cuts), most], strict=True))
    ids = [field["id"] for field in fields]
    return fields_as_yaml(*fields, sum_of(ids, *edges)), most, edges
