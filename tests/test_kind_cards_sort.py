"""Cards to turn over and statements to sort, in a real Chromium with scripts off, on paper and as an author's file."""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page
from test_fields import ROOT, example, renderer_of
from worksheets.exercises.catalogue import read_catalogue
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.kinds import kinds_style
from worksheets.schema import exercise_schema

Open = Callable[..., AbstractContextManager[Page]]
STYLES = "\n".join(
    (ROOT / "docs" / "assets" / "stylesheets" / f"{name}.css").read_text(encoding="utf-8")
    for name in ("page", "exercise", "print")
)
ANIMATIONS = "document.getAnimations().length"
FRONT = "That came out harder than I meant."
BACK = "Say the softer version straight away."
THOUGHT = "“No” and “partly” are real answers."


def exercise(*fields: dict[str, Any]) -> dict[str, Any]:
    """A small exercise of the given fields, as an author's values."""
    return {
        "title": "A sheet", "kind": "worksheet", "for": "one", "minutes": 2, "purpose": "Try it.", "evidence": [],
        "stop": "Stop when you like.", "parts": [{"title": "A part", "fields": list(fields)}],
    }  # fmt: skip


def deck(**changes: Any) -> dict[str, Any]:
    return {"kind": "cards", "id": "deck", "label": "Some cards", "cards": ["One", "Two"]} | changes


def sorting(**changes: Any) -> dict[str, Any]:
    statements = [
        {"text": "I will go.", "fits": "Mine", "because": "I go."},
        {"text": "You will go.", "fits": "Yours", "because": "You go."},
    ]
    return {
        "kind": "sort",
        "id": "sort",
        "label": "Whose?",
        "bins": ["Mine", "Yours"],
        "statements": statements,
    } | changes


def html_and_css(model: Exercise) -> tuple[str, str]:
    renderer = renderer_of(model, "tried")
    (entry,) = renderer.guide.catalogue.entries.values()
    return renderer.exercise(entry.id, 1, lambda path: f"../{path}"), kinds_style() + renderer.stylesheet(entry)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Open:
    """Opens an exercise as a page of its own; without `has`, as a browser that does not know `:has()`."""

    @contextmanager
    def open_(model: Exercise, has: bool = True, **context: Any) -> Iterator[Page]:
        html, css = html_and_css(model)
        style = renderer_of(model, "tried").palette() + STYLES + css
        style = style if has else style.replace(":has(", ":unknown(")
        file = tmp_path / "page.html"
        file.write_text(
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A sheet</title>'
            f'<meta name="viewport" content="width=device-width"><style>{style}</style></head>'
            f"<body><main>{html}</main></body></html>",
            encoding="utf-8",
        )
        made = browser.new_context(java_script_enabled=False, **context)
        page = made.new_page()
        page.goto(file.as_uri())
        yield page
        made.close()

    return open_


def card(page: Page, front: str) -> Locator:
    return page.locator(".card").filter(has_text=front)


def come_to_rest(page: Page) -> None:
    for _ in range(100):
        if not page.evaluate(ANIMATIONS):
            return
        page.wait_for_timeout(50)
    raise AssertionError("it moves for more than five seconds")


def sides(page: Page, front: str) -> tuple[bool, bool]:
    """Whether the front and the back of a card can be seen, once it has come to rest."""
    come_to_rest(page)
    one = card(page, front)
    return one.locator(".card__front").is_visible(), one.locator(".card__back").is_visible()


def clear(page: Page) -> None:
    page.get_by_text("Start again", exact=True).click()
    page.get_by_role("button", name="Clear my answers").click()


def on_paper(page: Page, format_: str = "A4") -> list[str]:
    """The words of each page when it is printed without backgrounds."""
    pdf = page.pdf(format=format_)
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return text.decode().split("\f")[:-1]


def words(text: str) -> str:
    return " ".join(text.split())


# Cards on screen


def test_a_card_shows_one_side_at_a_time(opened: Open) -> None:
    with opened(example("cards")) as page:
        assert sides(page, FRONT) == (True, False)
        page.get_by_label(f"Turn over: {FRONT}").check()
        assert sides(page, FRONT) == (False, True)
        assert sides(page, "You have a point.") == (True, False), "the other cards stay as they were"
        page.get_by_label(f"Turn over: {FRONT}").uncheck()
        assert sides(page, FRONT) == (True, False)


def test_clearing_turns_every_card_back(opened: Open) -> None:
    with opened(example("cards")) as page:
        for box in page.get_by_role("checkbox").all():
            box.check()
        page.get_by_label("A card of my own, 2 of 3").fill("Shall we sit down?")
        clear(page)
        assert sides(page, FRONT) == (True, False)
        assert page.get_by_role("checkbox", checked=True).count() == 0
        assert page.get_by_label("A card of my own, 2 of 3").input_value() == ""


def test_a_press_anywhere_on_a_card_turns_it(opened: Open) -> None:
    with opened(example("cards")) as page:
        for corner in ({"x": 9, "y": 9}, {"x": 120, "y": 80}):
            card(page, FRONT).click(position=corner)  # type: ignore[arg-type]
        assert sides(page, FRONT) == (True, False), "there and back"
        card(page, FRONT).click(position={"x": 120, "y": 80})
        assert sides(page, FRONT) == (False, True)


def test_a_card_without_a_back_is_not_turned(opened: Open) -> None:
    with opened(example("cards")) as page:
        assert card(page, "Tea?").locator("input").count() == 0
        assert card(page, "Tea?").get_by_text("Tea?").is_visible()


def test_one_own_card_is_not_numbered(opened: Open) -> None:
    with opened(Exercise.model_validate(exercise(deck(blank=1)))) as page:
        assert page.get_by_role("textbox", name="A card of my own", exact=True).count() == 1
    with opened(Exercise.model_validate(exercise(deck()))) as page:
        assert page.get_by_role("textbox").count() == 0


def test_only_the_side_in_view_is_read_out(opened: Open) -> None:
    with opened(example("cards")) as page:
        before = card(page, FRONT).aria_snapshot()
        assert f"- paragraph: {FRONT}" in before
        assert re.search(rf'checkbox "Turn over ?: {FRONT}"', before)
        assert BACK not in before
        page.get_by_label(f"Turn over: {FRONT}").check()
        come_to_rest(page)
        after = card(page, FRONT).aria_snapshot()
        assert f"- paragraph: {FRONT}" not in after
        assert re.search(rf'checkbox "Turn over ?: {FRONT}"\W+checked', after)
        assert BACK in after


def test_cards_turn_by_keyboard_alone(opened: Open) -> None:
    with opened(example("cards")) as page:
        page.locator(".exercise .stop a").last.focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert sides(page, "Can we go slower?") == (False, True)
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        assert sides(page, FRONT) == (False, True)
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        assert sides(page, "Can we go slower?") == (True, False)
        for _ in range(4):
            page.keyboard.press("Tab")
        page.keyboard.type("Shall we sit down?")
        assert page.get_by_label("A card of my own, 1 of 3").input_value() == "Shall we sit down?"


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_cards_move_only_where_motion_is_welcome(opened: Open, motion: str, moves: bool) -> None:
    with opened(example("cards"), reduced_motion=motion) as page:
        page.get_by_label(f"Turn over: {FRONT}").check()
        assert bool(page.evaluate(ANIMATIONS)) is moves
        if not moves:
            assert sides(page, FRONT) == (False, True)
            assert page.locator(".card__back").nth(1).evaluate("one => getComputedStyle(one).transform") == "none"


# Sorting on screen


def thoughts(page: Page) -> list[bool]:
    """Whether each statement's thought can be seen."""
    return [one.is_visible() for one in page.locator(".sort__thought").all()]


@pytest.mark.parametrize("choice", ["A boundary", "A request", "A demand", "Not sure"])
def test_a_thought_appears_after_any_choice(opened: Open, choice: str) -> None:
    with opened(example("sort")) as page:
        assert thoughts(page) == [False] * 5
        second = page.locator(".sort__statement").nth(1)
        second.get_by_label(choice).check()
        assert thoughts(page) == [False, True, False, False, False]
        assert "This one is often read as: A request." in second.inner_text()
        assert THOUGHT in second.inner_text()
        clear(page)
        assert thoughts(page) == [False] * 5


def test_a_statement_without_a_bin_has_a_thought_only(opened: Open) -> None:
    with opened(example("sort")) as page:
        last = page.locator(".sort__statement").last
        last.get_by_label("Not sure").check()
        assert "It can go either way." in last.inner_text()
        assert "often read as" not in last.inner_text()


def test_each_statement_is_a_group_that_takes_one_choice(opened: Open) -> None:
    with opened(example("sort")) as page:
        for group in page.locator(".sort__statement").all():
            for radio in group.get_by_role("radio").all():
                radio.check()
        assert page.get_by_role("radio", checked=True).count() == 5
        assert page.get_by_role("radio", name="Not sure", checked=True).count() == 5
        assert page.get_by_role("group", name="5. “I cannot talk about this tonight.”").count() == 1


def test_nothing_marks_an_answer(opened: Open) -> None:
    with opened(example("sort")) as page:
        looks = []
        for choice in ("A boundary", "A request"):
            page.locator(".sort__statement").first.get_by_label(choice).check()
            come_to_rest(page)
            page.evaluate("document.activeElement.blur()")
            looks.append(page.locator(".sort__thought").first.screenshot())
        assert looks[0] == looks[1]
        text = page.locator("form").inner_text().lower()
        assert not [word for word in ("right", "wrong", "correct", "well done", "mistake") if word in text]


def test_a_thought_is_read_out_only_once_it_is_there(opened: Open) -> None:
    with opened(example("sort")) as page:
        assert THOUGHT not in page.locator("form").aria_snapshot()
        page.locator(".sort__statement").nth(1).get_by_label("Not sure").check()
        assert page.locator("form").aria_snapshot().count(THOUGHT) == 1
        assert page.locator("[aria-live=polite]").filter(has_text=THOUGHT).count() == 1


def test_sorting_works_by_keyboard_alone(opened: Open) -> None:
    with opened(example("sort")) as page:
        page.locator(".exercise .stop a").last.focus()
        page.keyboard.press("Tab")
        assert thoughts(page)[0] is False, "coming to a group chooses nothing"
        page.keyboard.press("Space")
        assert thoughts(page) == [True, False, False, False, False]
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        for _ in range(3):
            page.keyboard.press("ArrowDown")
        assert page.get_by_role("radio", name="Not sure", checked=True).count() == 1
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert thoughts(page) == [True, True, False, False, False]


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_thoughts_fade_in_only_where_motion_is_welcome(opened: Open, motion: str, moves: bool) -> None:
    with opened(example("sort"), reduced_motion=motion) as page:
        page.get_by_label("A request").first.check()
        assert bool(page.evaluate(ANIMATIONS)) is moves


# Both, in every browser


@pytest.mark.parametrize("kind", ["cards", "sort"])
def test_without_has_everything_is_there(opened: Open, kind: str) -> None:
    with opened(example(kind), has=False) as page:
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
def test_forced_colours_keep_edges_and_words(opened: Open, kind: str, scheme: str) -> None:
    with opened(example(kind), forced_colors="active", color_scheme=scheme) as page:
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
            assert sides(page, FRONT) == (False, True)


@pytest.mark.parametrize("kind", ["cards", "sort"])
def test_a_narrow_screen_holds_it_and_fingers_hit_it(opened: Open, kind: str) -> None:
    with opened(example(kind), viewport={"width": 320, "height": 700}) as page:
        for control in page.locator("form input").all():
            control.check()
            box = control.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_no_word_of_an_author_is_taken_for_html_or_css() -> None:
    hostile = '</style><script>alert(1)</script> <b onclick="x">"&}'
    statements = [{"text": f"{n} {hostile}", "fits": hostile, "because": hostile} for n in range(2)]
    model = Exercise.model_validate(
        exercise(
            deck(label=hostile, hint=hostile, cards=[hostile, {"front": "Two", "back": hostile}]),
            sorting(label=hostile, hint=hostile, skip=hostile, bins=[hostile, "b"], statements=statements),
        )
    )
    html, css = html_and_css(model)
    assert "<script" not in html
    assert "<b " not in html
    assert html.count("&lt;script&gt;") >= 16
    assert "alert" not in css


# Paper


@pytest.mark.parametrize("format_", ["A4", "Letter"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_card_is_cut_out_whole(opened: Open, format_: str, turned: bool) -> None:
    cards = [
        {"front": f"Front{n}", "back": f"Begin{n}. " + "Some words to fill the card. " * (n % 3 + 7) + f"End{n}."}
        for n in range(10, 34)
    ]
    for lines in (1, 5, 9):  # so that pages end at other places in a card
        before = {"kind": "note", "text": "- A line.\n" * lines}
        with opened(Exercise.model_validate(exercise(before, deck(cards=cards, blank=6)))) as page:
            for box in page.get_by_role("checkbox").all():
                box.set_checked(turned)
            pages = on_paper(page, format_)
            assert len(pages) >= 3
            for n in range(10, 34):
                held = [[f"{part}{n}" in text for part in ("Front", "Begin", "End")] for text in pages]
                assert held.count([True] * 3) == 1, f"card {n} is on one page"
                assert held.count([False] * 3) == len(pages) - 1, f"card {n} is on no other page"
            assert "Turn over" not in "".join(pages)
            assert all(f"A card of my own, {n} of 6" in "".join(pages) for n in range(1, 7))


def test_cards_are_cut_out_of_a_grid_of_two_columns(opened: Open) -> None:
    with opened(example("cards"), viewport={"width": 670, "height": 900}) as page:
        page.get_by_label(f"Turn over: {FRONT}").check()
        page.emulate_media(media="print")
        boxes = [box for one in page.locator(".card").all() if (box := one.bounding_box())]
        assert len(boxes) == 8
        assert len({round(box["x"]) for box in boxes}) == 2
        for one in page.locator(".card").all():
            assert one.evaluate("one => getComputedStyle(one).borderStyle") == "dashed"
        for side in page.locator(".card__side").all():
            assert side.is_visible()
        assert not page.locator(".card__turn").first.is_visible()
        front, back = (card(page, FRONT).locator(f".card__{side}").bounding_box() for side in ("front", "back"))
        assert front
        assert back
        assert front["y"] + front["height"] <= back["y"]
        line = page.get_by_label("A card of my own, 1 of 3")
        assert "gradient" in line.evaluate("one => getComputedStyle(one).backgroundImage"), (
            "there are lines to write on"
        )


def test_words_of_ones_own_are_all_on_paper(opened: Open) -> None:
    with opened(example("cards")) as page:
        page.get_by_label("A card of my own, 2 of 3").fill("Let us start again. " * 30 + "The very end.")
        printed = words("".join(on_paper(page)))
        assert "very end." in printed
        box = page.get_by_label("A card of my own, 2 of 3")
        page.emulate_media(media="print")
        assert box.evaluate("one => one.scrollHeight <= one.clientHeight + 1")


@pytest.mark.parametrize("answered", [False, True])
def test_on_paper_the_thoughts_come_after_all_statements(opened: Open, answered: bool) -> None:
    with opened(example("sort")) as page:
        for control in page.locator("form input").all():
            control.set_checked(answered)
        printed = words("".join(on_paper(page)))
        statements, after = printed.split("What we think")
        for text in ("“I cannot talk about this tonight.”", "A boundary", "A request", "A demand", "Not sure"):
            assert text in statements
        assert "often read as" not in statements
        assert THOUGHT not in statements
        assert after.index("1. This one is often read as: A boundary.") < after.index(THOUGHT)
        assert THOUGHT in after
        assert "5. It can go either way." in after
        page.emulate_media(media="print")
        assert all(control.is_visible() for control in page.locator("form input").all())
        assert page.get_by_role("radio", checked=True).count() == 5 * answered


def test_a_statement_keeps_its_boxes_on_paper(opened: Open) -> None:
    statements = [{"text": f"Begin {n}", "because": f"Thought {n}. " + "Some words. " * 20} for n in range(10, 20)]
    bins = ["One or the other", "All of it", "End"]
    with opened(Exercise.model_validate(exercise(sorting(bins=bins, statements=statements)))) as page:
        pages = on_paper(page)
        assert len(pages) >= 2
        assert sum(text.count("Begin") for text in pages) == 10
        assert [text.count("Begin") for text in pages] == [text.count("Not sure") for text in pages]


# What authors get wrong


def said(folder: Path, *fields: dict[str, Any]) -> list[str]:
    """What an author is told of an exercise of these fields, without file and line."""
    (folder / "one").mkdir()
    sections = {"sections": [{"id": "one", "title": "One", "page": "steps/one.md"}]}
    (folder / "sections.yml").write_text(yaml.safe_dump(sections), encoding="utf-8")
    text = yaml.safe_dump(exercise(*fields), allow_unicode=True, sort_keys=False)
    (folder / "one" / "sheet.yml").write_text(text, encoding="utf-8")
    return [f"{problem.place}: {problem.wrong} {problem.write}" for problem in read_catalogue(folder, "exercises")[1]]


DECK = "parts 1 › fields 1 “deck” › "
SORT = "parts 1 › fields 1 “sort” › "


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (deck(), []),
        (deck(cards=["Tea?", {"front": "Slower?", "back": "Say it."}], blank=6), []),
        (deck(cards=["Tea?"]), [f"{DECK}cards: A list does not fit: at least 2 are needed."]),
        (deck(cards=[f"Card {n}" for n in range(25)]), [f"{DECK}cards: A list does not fit: at most 24 are allowed."]),
        (deck(blank=7), [f"{DECK}blank: “7” does not fit: at most 6."]),
        (
            deck(cards=["Tea?", 20, ["Walk?"]]),
            [f"{DECK}cards {n}: This is no card. Write a text in quotes, or `front: …`" for n in (2, 3)],
        ),
        (
            deck(cards=["Tea?", {"frnt": "Walk?"}]),
            [
                f"{DECK}cards 2 › front: `front` is missing. Add `front: …` (what it says, at most fourteen words).",
                f"{DECK}cards 2 › frnt: Unknown key `frnt`. Did you mean `front`?",
            ],
        ),
        (
            deck(
                cards=[
                    "word " * 15,
                    {"front": "Walk?", "back": "word " * 61},
                    {"front": "Two", "back": "- a\n" * 13},
                ]
            ),
            [
                f"{DECK}cards 1 › front: This front has 15 words. Use at most 14; the rest can be the `back`.",
                f"{DECK}cards 2 › back: This back has 61 words. Use at most 60, so that it fits on a card.",
                f"{DECK}cards 3 › back: This back has 13 lines. Use at most 12, so that it fits on a card.",
            ],
        ),
        (
            deck(cards=["Tea?", {"front": "Walk?", "back": "Soon."}, "tea?", "Walk?"]),
            [
                f"{DECK}cards 3: Card 1 already says this. Write another front, or remove it.",
                f"{DECK}cards 4: Card 2 already says this. Write another front, or remove it.",
            ],
        ),
        (sorting(), []),
        (
            sorting(bins=["Mine"]),
            [f"{SORT}bins: A list does not fit: at least 2 are needed. Write `bins: …` (where a statement can go)."],
        ),
        (
            sorting(bins=["Mine", "Yours", "Ours", "Theirs"]),
            [f"{SORT}bins: A list does not fit: at most 3 are allowed."],
        ),
        (sorting(statements=[]), [f"{SORT}statements: An empty list does not fit: at least 2 are needed."]),
        (
            sorting(statements=[{"text": "I go.", "because": "So."}, {"text": "You go.", "becaus": "So."}]),
            [
                f"{SORT}statements 2 › because: `because` is missing. Add `because: …` (what we think, shown once",
                f"{SORT}statements 2 › becaus: Unknown key `becaus`. Did you mean `because`?",
            ],
        ),
        (
            sorting(
                statements=[
                    {"text": "I go.", "fits": "mine", "because": "So."},
                    {"text": "You go.", "fits": "Nobody's", "because": "So."},
                    {"text": "We go.", "because": "So."},
                ]
            ),
            [
                f"{SORT}statements 1 › fits: “mine” is none of the bins. Did you mean `Mine`?",
                f"{SORT}statements 2 › fits: “Nobody's” is none of the bins. Write one of: `Mine`, `Yours`.",
            ],
        ),
        (
            sorting(statements=[{"text": "I go.", "because": "So."}, {"text": "i go.", "because": "So."}]),
            [f"{SORT}statements 2 › text: Statement 1 already says this. Write another, or remove it."],
        ),
        (
            sorting(bins=["Mine", "Yours", "Ours"]),
            [f"{SORT}bins 3: Nothing fits “Ours”. Add a statement with this `fits`, or remove the bin."],
        ),
        (
            sorting(
                bins=["Mine", "Yours", "mine"],
                skip="yours",
                statements=[{"text": "I go.", "because": "So."}, {"text": "You go.", "because": "So."}],
            ),
            [
                f"{SORT}bins 2: “Yours” is also the way not to say. Write other words, or remove it.",
                f"{SORT}bins 3: “mine” is also bin 1. Write other words, or remove it.",
            ],
        ),
    ],
)
def test_authors_are_told(tmp_path: Path, field: dict[str, Any], expected: list[str]) -> None:
    found = said(tmp_path, field)
    assert len(found) == len(expected), found
    for problem, beginning in zip(found, expected, strict=True):
        assert problem.startswith(beginning)


def test_a_bin_may_be_empty_while_a_statement_can_go_either_way(tmp_path: Path) -> None:
    statements = [{"text": "I go.", "fits": "Mine", "because": "So."}, {"text": "We go.", "because": "So."}]
    assert said(tmp_path, sorting(statements=statements)) == []


def test_editors_know_both_ways_to_write_a_card() -> None:
    assert '"$ref": "#/$defs/Card"' in exercise_schema()
    ways = Exercise.model_json_schema()["$defs"]["Cards"]["properties"]["cards"]["items"]["anyOf"]
    assert [way.get("type", "card") for way in ways] == ["string", "card"]
