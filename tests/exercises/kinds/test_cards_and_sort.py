"""What holds of cards and of statements to sort, in every browser."""

import pytest

from tests.support.animations import come_to_rest
from tests.support.exercise_pages import OpenExercise, exercise_of, fields_as_yaml, own_css_of, page_of
from tests.support.renderers import example
from tests.support.sample_fields import cards, sort


@pytest.mark.parametrize("kind", ["cards", "sort"])
def test_without_has_everything_is_there(open_exercise: OpenExercise, kind: str) -> None:
    page = open_exercise(example(kind), without="has")
    for checked in (False, True):
        for control in page.locator("input").all():
            control.set_checked(True) if checked else None
        for one in page.locator(".card__front, .card__back, .sort__thought").all():
            assert one.is_visible()
    for one in page.locator(".card--two-sided").all():
        front, back = (one.locator(f".card__{side}").bounding_box() for side in ("front", "back"))
        assert front
        assert back
        assert front["y"] + front["height"] <= back["y"], "no side lies on the other"


@pytest.mark.parametrize("kind", ["cards", "sort"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_edges_and_words(open_exercise: OpenExercise, kind: str, scheme: str) -> None:
    page = open_exercise(example(kind), forced_colors="active", color_scheme=scheme)
    for control in page.locator("form input").all():
        control.check()
    for one in page.locator(".card, .sort__thought").all():
        width, style, edge, ground = one.evaluate(
            "one => { const look = getComputedStyle(one); return "
            "[look.borderLeftWidth, look.borderLeftStyle, look.borderLeftColor, look.backgroundColor] }"
        )
        assert float(width.removesuffix("px")) >= 1
        assert style != "none"
        assert edge != ground
    if kind == "cards":
        come_to_rest(page)
        assert not any(front.is_visible() for front in page.locator(".card--two-sided .card__front").all())
        assert all(back.is_visible() for back in page.locator(".card__back").all())


@pytest.mark.parametrize("kind", ["cards", "sort"])
def test_a_narrow_screen_holds_it_and_fingers_hit_it(open_exercise: OpenExercise, kind: str) -> None:
    page = open_exercise(example(kind), viewport={"width": 320, "height": 700})
    for control in page.locator("form input").all():
        control.check()
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_no_word_of_an_author_is_taken_for_html_or_css() -> None:
    hostile = '</style><script>alert(1)</script> <q onclick="x">"&}'
    bins = [hostile, "b"]
    statements = [{"text": f"{bin_} {hostile}", "fits": bin_, "because": hostile} for bin_ in bins]
    model = exercise_of(
        fields_as_yaml(
            cards(label=hostile, hint=hostile, cards=[hostile, {"front": "Two", "back": hostile}]),
            sort(label=hostile, hint=hostile, skip=f"No {hostile}", bins=bins, statements=statements),
        )
    )
    html, css = page_of(model).split("<main>")[1], own_css_of(model)
    assert "<script" not in html
    assert "<q " not in html
    assert html.count("&lt;script&gt;") >= 16
    assert "alert" not in css
