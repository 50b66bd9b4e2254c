"""What holds of sums and of sentences to put together."""

import pytest
from playwright.sync_api import ViewportSize

from tests.support.animations import moving
from tests.support.axe import RULES, faults
from tests.support.exercise_pages import OpenExercise, fields_as_yaml, own_css_of, page_of
from tests.support.form_filling import answers, clear, fill
from tests.support.renderers import example
from tests.support.sample_fields import SCALE, sentence, sum_of


@pytest.fixture(params=[320, 1000])
def screen(request: pytest.FixtureRequest) -> ViewportSize:
    return {"width": request.param, "height": 800}


@pytest.mark.parametrize("kind", ["sum", "sentence"])
def test_it_can_be_filled_in_and_cleared(kind: str, open_exercise: OpenExercise) -> None:
    page = open_exercise(example(kind))
    empty = answers(page)
    assert not any(empty.values())
    fill(page, "What I would tell nobody.")
    typed = answers(page)
    groups = set(page.locator("form input[type=radio]").evaluate_all("all => all.map(one => one.name)"))
    assert len(groups) == page.locator(".field--choice, .field--scale, .sentence__choice").count(), (
        "one question is one group"
    )
    assert sum(not value for value in typed.values()) == page.locator("form [type=radio]").count() - len(groups)
    page.locator("input").last.press("Enter")
    assert answers(page) == typed
    clear(page)
    assert answers(page) == empty


@pytest.mark.parametrize("kind", ["sum", "sentence"])
def test_it_fits_a_small_screen_and_stands_still(kind: str, open_exercise: OpenExercise) -> None:
    page = open_exercise(example(kind))
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for motion in ("reduce", "no-preference"):
        page.emulate_media(reduced_motion=motion)
        page.locator("input").first.check()
        assert moving(page) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["sum", "sentence"])
def test_it_can_be_read_in_every_colour(kind: str, scheme: str, open_exercise: OpenExercise) -> None:
    page = open_exercise(example(kind), scripts=True, color_scheme=scheme)
    assert faults(page, RULES) == []
    page.emulate_media(forced_colors="active")
    border = page.evaluate(
        "getComputedStyle(document.querySelector('.field--sum, .sentence__whole')).borderLeftStyle !== 'none'"
    )
    assert border, "the box is a box without its background"


@pytest.mark.parametrize("kind", ["sum", "sentence"])
def test_no_words_of_authors_are_in_the_css(kind: str) -> None:
    css = own_css_of(example(kind))
    assert "&#" not in css
    assert "&gt;" not in css
    for words in ("full my day", "I feel", "night", "room for", "rested"):
        assert words not in css


def test_html_in_a_text_is_shown_as_typed() -> None:
    hostile = "<script>alert(1)</script>"
    fields = [
        SCALE,
        sum_of(["heat"], (0, 5), (6, 10), label=hostile, hint=hostile),
        sentence({"words": hostile}, {"choose": hostile, "options": [hostile, "b"]}, {"free": hostile}),
    ]
    page = page_of(fields_as_yaml(*fields)).split("<main>")[1]
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 7
