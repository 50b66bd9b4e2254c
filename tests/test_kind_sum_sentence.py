"""`sum` and `sentence`: what a reader sees, hears and prints in a real Chromium with scripts off."""

import json
import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import renderer_for
from playwright.sync_api import Browser, Page
from test_fields import ROOT, example
from watching import answers, fill
from worksheets.exercises.catalogue import Catalogue, Entry, read_exercise
from worksheets.exercises.examples import SECTION
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.kinds import kinds_style
from worksheets.guide.references import Bibliography
from worksheets.guide.whole_guide import Guide

SHEETS = ROOT / "docs" / "assets" / "stylesheets"
SUM = "w-examples--sheet--full"
SENTENCE = "w-examples--sheet--opener"
BANDS = ["There may be room", "Keep it short", "Today is full"]

Show = Callable[[Exercise], Page]


def html(exercise: Exercise, change: Callable[[str], str] = str) -> str:
    """The exercise as a whole page with all of its CSS, which `change` may spoil."""
    entry = Entry("examples/sheet", SECTION, exercise)
    guide = Guide(Catalogue((SECTION,), {entry.id: entry}, {}), Bibliography((), ()), None, {}, ())
    renderer = renderer_for(guide)
    css = renderer.palette()
    css += "".join((SHEETS / name).read_text(encoding="utf-8") for name in ("page.css", "exercise.css", "print.css"))
    css += change(kinds_style() + renderer.stylesheet(entry))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>A sheet</title><style>{css}</style><main><h1>A sheet</h1>"
        f"{renderer.exercise(entry.id, 2, lambda path: f'../{path}')}</main></html>"
    )


@pytest.fixture(params=[320, 1000])
def show(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Show]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 800})
    page = context.new_page()

    def show(exercise: Exercise, change: Callable[[str], str] = str) -> Page:
        file = tmp_path / "sheet.html"
        file.write_text(html(exercise, change), encoding="utf-8")
        page.goto(file.as_uri())
        return page

    yield show
    context.close()


def choose(page: Page, *ids: str) -> None:
    for id_ in ids:
        page.locator(f"#w-examples--sheet--{id_}").check()


def clear(page: Page) -> None:
    button = page.get_by_role("button", name="Clear my answers")
    if not button.is_visible():
        page.get_by_text("Start again", exact=True).click()
    button.click()


def heard(page: Page, id_: str) -> str:
    """What stands in the accessibility tree in and below an element, in order."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    document = session.send("DOM.getDocument")
    element = session.send("DOM.querySelector", {"nodeId": document["root"]["nodeId"], "selector": f"#{id_}"})
    backend = session.send("DOM.describeNode", {"nodeId": element["nodeId"]})["node"]["backendNodeId"]
    top = next(node for node in nodes.values() if node.get("backendDOMNodeId") == backend)
    session.detach()

    def texts(node: dict[str, Any]) -> Iterator[str]:
        if node.get("role", {}).get("value") == "StaticText":
            yield node["name"]["value"]
        elif node.get("role", {}).get("value") == "textbox":
            yield "____"
        else:
            for child in node.get("childIds", ()):
                yield from texts(nodes[child])

    return " ".join("".join(texts(top)).split())


def bands(page: Page) -> list[int]:
    """The places of the bands in sight."""
    return [index for index, one in enumerate(page.locator(".sum__band").all()) if one.is_visible()]


def on_paper(page: Page, tmp_path: Path) -> str:
    file = tmp_path / "sheet.pdf"
    page.pdf(path=file, format="A4")
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def faults(page: Page, *chosen: str, scheme: Literal["light", "dark"] = "light") -> list[str]:
    """What axe finds in the same page after these choices. It needs a page that runs scripts."""
    assert page.context.browser
    context = page.context.browser.new_context(viewport=page.viewport_size, color_scheme=scheme)
    scripted = context.new_page()
    scripted.goto(page.url)
    choose(scripted, *chosen)
    response = Axe().run(scripted).response
    context.close()
    assert response["passes"]
    return [violation["id"] for violation in response["violations"]]


def sentence_line(page: Page) -> str:
    return " ".join(page.locator(".sentence__line").inner_text().split())


# A sum on screen


def test_a_sum_follows_what_is_chosen(show: Show) -> None:
    page = show(example("sum"))
    assert heard(page, f"{SUM}--so-far") == "So far: 0"
    assert bands(page) == [0, 1, 2], "nothing is said of somebody who has not answered"
    choose(page, "tired--3")
    assert heard(page, f"{SUM}--so-far") == "So far: 3"
    assert bands(page) == [0, 1, 2], "one question is still open"
    choose(page, "rushed--1")
    assert heard(page, f"{SUM}--so-far") == "So far: 4"
    assert bands(page) == [0]
    choose(page, "on-my-mind--1")
    assert heard(page, f"{SUM}--so-far") == "So far: 5"
    assert bands(page) == [1]
    choose(page, "tired--5", "rushed--5", "on-my-mind--2", "on-my-mind--3", "on-my-mind--4")
    assert heard(page, f"{SUM}--so-far") == "So far: 14"
    assert bands(page) == [2]
    page.locator("#w-examples--sheet--on-my-mind--4").uncheck()
    assert heard(page, f"{SUM}--so-far") == "So far: 13"
    clear(page)
    assert heard(page, f"{SUM}--so-far") == "So far: 0"
    assert bands(page) == [0, 1, 2]


def test_what_is_skipped_counts_nothing(show: Show) -> None:
    page = show(example("sum"))
    choose(page, "tired--4", "rushed--skip")
    assert heard(page, f"{SUM}--so-far") == "So far: 4"
    assert bands(page) == [0]
    choose(page, "tired--skip")
    assert heard(page, f"{SUM}--so-far") == "So far: 0"
    assert bands(page) == [0, 1, 2], "whoever says nothing is told nothing"
    choose(page, "tired--0")
    assert bands(page) == [0], "nought is an answer"


def test_the_sum_is_real_text_beside_the_number(show: Show) -> None:
    page = show(example("sum"))
    spoken = heard(page, SUM)
    assert "What you chose above, added up: 0 to 14. Each tick counts 1. What you skip counts nothing." in spoken
    assert all(band in spoken for band in BANDS)
    choose(page, "tired--3", "rushed--4")
    spoken = heard(page, SUM)
    assert [band in spoken for band in BANDS] == [False, True, False]
    assert page.get_by_role("group", name="How full my day is").get_by_role("status").count() == 2
    assert faults(page, "tired--3", "rushed--4") == []


def test_a_sum_of_some_names_them(show: Show) -> None:
    exercise = sheet(SCALE, TICK, {**CHOICES, "id": "c"}, total(["heat", "fed"], (0, 4), (5, 11)))
    assert "Your answers to “How warm?” and “I have eaten”, added up: 0 to 11. Each" in heard(show(exercise), SUM)


def test_a_sum_by_keyboard_alone(show: Show) -> None:
    page = show(example("sum"))
    page.locator("#w-examples--sheet--tired--0").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert heard(page, f"{SUM}--so-far") == "So far: 4"
    assert bands(page) == [0]


def test_a_browser_without_style_queries_shows_all_bands(show: Show) -> None:
    # A style query that is not known is never true.
    page = show(example("sum"), lambda css: css.replace("style(--sum", "unknown(--sum"))  # type: ignore[call-arg]
    choose(page, "tired--3", "rushed--1")
    assert heard(page, f"{SUM}--so-far") == "So far: 4"
    assert bands(page) == [0, 1, 2]


def test_a_browser_without_has_shows_all_bands_and_no_number(show: Show) -> None:
    page = show(example("sum"), lambda css: css.replace(":has(", ":unknown("))  # type: ignore[call-arg]
    choose(page, "tired--3", "rushed--1")
    assert not page.locator(".sum__so-far").is_visible()
    assert bands(page) == [0, 1, 2]
    assert "added up: 0 to 14" in heard(page, SUM)


@pytest.mark.parametrize("show", [320], indirect=True)
@pytest.mark.parametrize("seed", range(8))
def test_css_adds_like_python(seed: int, show: Show) -> None:
    """Random exercises and answers: the number and the band are those of a plain addition."""
    chance = random.Random(seed)
    exercise, most, edges = random_sum(chance)
    page = show(exercise)
    for _ in range(6):
        clear(page)
        sum_, counted, scales_open = 0, False, False
        for field in exercise.fields:
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
        assert heard(page, f"{SUM}--so-far") == f"So far: {sum_}"
        fitting = [index for index, (low, high) in enumerate(edges) if low <= sum_ <= high]
        assert bands(page) == (fitting if counted and not scales_open else list(range(len(edges))))


# A sum on paper


def test_an_empty_sum_on_paper_is_added_up_by_pen(show: Show, tmp_path: Path) -> None:
    page = show(example("sum"))
    paper = on_paper(page, tmp_path)
    assert "Add up: 0 to 4 There may be room" in paper
    assert "5 to 9 Keep it short" in paper
    assert "10 to 14 Today is full" in paper
    assert "So far" not in paper
    page.emulate_media(media="print")
    box = page.locator(".sum__blank").bounding_box()
    assert box
    assert box["width"] >= 90


def test_a_sum_that_is_answered_stands_on_paper(show: Show, tmp_path: Path) -> None:
    page = show(example("sum"))
    choose(page, "tired--3")
    assert "Add up: 0 to 4" in on_paper(page, tmp_path), "half a sum is left to the pen"
    choose(page, "rushed--4")
    paper = on_paper(page, tmp_path)
    assert "Add up: 7 0 to 4 There may be room" in paper
    assert all(band in paper for band in BANDS)


# A sentence on screen


def test_a_sentence_follows_what_is_chosen(show: Show) -> None:
    page = show(example("sentence"))
    empty = "When … , I feel … . What I need is … . Could you One small thing that I ask for ?"
    spoken = "When …, I feel …. What I need is …. Could you One small thing that I ask for____?"
    assert sentence_line(page).replace(" ", "") == empty.replace(" ", "")
    assert heard(page, SENTENCE).endswith(f"Your sentence{spoken}")
    choose(page, "opener--1-2")
    assert heard(page, SENTENCE).endswith(spoken.replace("When …", "When we talk late at night"))
    choose(page, "opener--1-4", "opener--2-1", "opener--3-3")
    assert heard(page, SENTENCE).endswith(
        "When voices get loud, I feel worried. What I need is a hug. Could you One small thing that I ask for____?"
    )
    choose(page, "opener--2-skip")
    assert "When voices get loud, I feel …. What" in heard(page, SENTENCE), "left open is open again"
    clear(page)
    assert heard(page, SENTENCE).endswith(spoken)


def test_every_option_can_stand_in_the_sentence(show: Show) -> None:
    exercise = example("sentence")
    page = show(exercise)
    (sentence,) = exercise.fields
    choices = [piece for piece in sentence.pieces if piece.choose]  # type: ignore[attr-defined]
    for place, piece in enumerate(choices, 1):
        for number, option in enumerate(piece.options, 1):
            choose(page, f"opener--{place}-{number}")
            visible = [one.inner_text() for one in page.locator(".sentence__chosen").all() if one.is_visible()]
            assert visible[-1] == option
            assert len(visible) == place, "one choice shows one text"


def test_nothing_is_chosen_at_first_and_groups_say_what_they_ask(show: Show) -> None:
    page = show(example("sentence"))
    assert page.locator(":checked").count() == 0
    for name in ("What happened", "What I feel", "What I need"):
        group = page.get_by_role("group", name=name, exact=True)
        assert group.get_by_role("radio").count() >= 5
        assert group.get_by_role("radio").last.get_attribute("value") == "skip"
    assert page.get_by_role("textbox", name="One small thing that I ask for").count() == 1
    assert faults(page, "opener--1-1") == []


def test_a_sentence_by_keyboard_alone(show: Show) -> None:
    page = show(example("sentence"))
    page.locator("#w-examples--sheet--opener--1-1").focus()
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == f"{SENTENCE}--free-1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.type("send me a word at six")
    assert "When plans change at short notice, I feel lonely. What I need is a short break." in heard(page, SENTENCE)


def test_a_browser_without_has_keeps_the_blanks(show: Show) -> None:
    page = show(example("sentence"), lambda css: css.replace(":has(", ":unknown("))  # type: ignore[call-arg]
    choose(page, "opener--1-2")
    assert "When …, I feel …. What I need is …." in heard(page, SENTENCE)
    assert not any(one.is_visible() for one in page.locator(".sentence__chosen").all())


# A sentence on paper


def test_an_empty_sentence_on_paper_has_blanks_and_lists_the_choices(show: Show, tmp_path: Path) -> None:
    page = show(example("sentence"))
    paper = on_paper(page, tmp_path)
    for words in (
        "plans change at short notice",
        "left out",
        "to be heard first",
        "I leave this open",
        "Your sentence",
    ):
        assert words in paper
    page.emulate_media(media="print")
    boxes = [one.bounding_box() for one in page.locator(".sentence__blank").all()]
    assert [box is not None and box["width"] > 150 for box in boxes] == [True] * 3


def test_a_sentence_that_is_chosen_stands_on_paper_whole(show: Show, tmp_path: Path) -> None:
    page = show(example("sentence"))
    choose(page, "opener--1-4", "opener--2-1", "opener--3-3")
    own = "send me a word at six, so that I know when to put the dinner on, and ring when the train is late again"
    page.locator("textarea").fill(own)
    paper = on_paper(page, tmp_path)
    assert "When voices get loud, I feel worried. What I need is a hug. Could you" in paper
    page.emulate_media(media="print")
    assert page.evaluate("(box => box.scrollHeight <= box.clientHeight)(document.querySelector('textarea'))")
    assert all(word in paper for word in own.split())


# Both


@pytest.mark.parametrize("kind", ["sum", "sentence"])
def test_it_can_be_filled_in_and_cleared(kind: str, show: Show) -> None:
    page = show(example(kind))
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
def test_it_fits_a_small_screen_and_stands_still(kind: str, show: Show) -> None:
    page = show(example(kind))
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    for motion in ("reduce", "no-preference"):
        page.emulate_media(reduced_motion=motion)
        page.locator("input").first.check()
        assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["sum", "sentence"])
def test_it_can_be_read_in_every_colour(kind: str, scheme: Literal["light", "dark"], show: Show) -> None:
    page = show(example(kind))
    assert faults(page, scheme=scheme) == []
    page.emulate_media(forced_colors="active")
    border = page.evaluate(
        "getComputedStyle(document.querySelector('.field--sum, .sentence__whole')).borderLeftStyle !== 'none'"
    )
    assert border, "the box is a box without its background"


@pytest.mark.parametrize("kind", ["sum", "sentence"])
def test_no_words_of_authors_are_in_the_css(kind: str) -> None:
    entry = Entry("examples/sheet", SECTION, example(kind))
    guide = Guide(Catalogue((SECTION,), {entry.id: entry}, {}), Bibliography((), ()), None, {}, ())
    css = renderer_for(guide).stylesheet(entry)
    assert "&#" not in css
    assert "&gt;" not in css
    for words in ("full my day", "I feel", "night", "room for", "rested"):
        assert words not in css


# What authors get wrong

SCALE = {"kind": "scale", "id": "heat", "label": "How warm?", "from": 0, "to": 10, "ends": ["cold", "hot"]}
CHOICES = {"kind": "choices", "id": "helps", "label": "What helps?", "options": ["Tea", "Rest", "Air"]}
TICK = {"kind": "tick", "id": "fed", "label": "I have eaten"}
LINE = {"kind": "line", "id": "word", "label": "A word"}


def total(of: list[str], *edges: tuple[int, int], **more: object) -> dict[str, object]:
    ranges = [{"from": low, "to": high, "text": "Some words."} for low, high in edges]
    return {"kind": "sum", "id": "full", "label": "How full", "of": of, "bands": ranges, **more}


def sentence(*pieces: dict[str, object]) -> dict[str, object]:
    return {"kind": "sentence", "id": "opener", "label": "How could I say it?", "pieces": list(pieces)}


def plain(*fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": "A sheet", "kind": "worksheet", "for": "one", "minutes": 2, "purpose": "See.", "evidence": [],
        "stop": "Stop when you like.", "parts": [{"title": "A part", "fields": list(fields)}],
    }  # fmt: skip


def sheet(*fields: dict[str, Any]) -> Exercise:
    assert said(*fields) == []
    return Exercise.model_validate(plain(*fields))


def said(*fields: dict[str, Any]) -> list[str]:
    """What the author of these fields is told: place, what is wrong, what to write."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sheet.yml"
        file.write_text(json.dumps(plain(*fields), ensure_ascii=False), encoding="utf-8")  # JSON is YAML
        _, _, problems = read_exercise(file, "sheet.yml")
    return [str(problem).split(": ", 1)[1].removeprefix("parts 1 › ") for problem in problems]


def random_sum(chance: random.Random) -> tuple[Exercise, int, list[tuple[int, int]]]:
    """A sound exercise with a sum, the highest sum, and the ends of its bands."""
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
    return sheet(*fields, total([field["id"] for field in fields], *edges)), most, edges


FIELD = "fields 2 “full”"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            [SCALE, total(["heet"], (0, 5), (6, 10))],
            [f"{FIELD} › of 1: There is no field `heet` in this exercise. Did you mean `heat`?"],
        ),
        (
            [LINE, total(["word"], (0, 5), (6, 10))],
            [
                f"{FIELD} › of 1: `word` is a `line`, which has no number to add. "
                "Name a field whose answer is a chosen number, or ticked."
            ],
        ),
        (
            [total(["heat"], (0, 5), (6, 10)), SCALE],
            ["fields 1 “full” › of 1: `heat` stands below the sum. Move the sum below all that it adds."],
        ),
        (
            [SCALE, total(["heat", "heat"], (0, 5), (6, 10))],
            [f"{FIELD} › of 2: `heat` is added twice. Remove it here."],
        ),
        (
            [LINE, total(["full", "none"], (0, 5), (6, 10))],
            [
                f"{FIELD} › of 1: `full` is a `sum`, which has no number to add. "
                "Name a field whose answer is a chosen number, or ticked.",
                f"{FIELD} › of 2: There is no field `none` in this exercise. Add a field of numbers or ticks above.",
            ],
        ),
        (
            [SCALE, total(["heat"], (1, 5), (7, 9))],
            [
                f"{FIELD} › bands 1 › from: No band holds 0. The sum can be 0 to 10. Write `from: 0`.",
                f"{FIELD} › bands 2 › from: No band holds 6. The sum can be 0 to 10. Write `from: 6`.",
                f"{FIELD} › bands 2 › to: No band holds 10. The sum can be 0 to 10. Write `to: 10`, or add a band.",
            ],
        ),
        (
            [SCALE, total(["heat"], (0, 5), (5, 14))],
            [
                f"{FIELD} › bands 2 › from: This band begins at 5, but those before it reach 5. "
                "The sum can be 0 to 10. Write `from: 6`.",
                f"{FIELD} › bands 2 › to: This band ends at 14, which cannot be reached. "
                "The sum can be 0 to 10. Write `to: 10`.",
            ],
        ),
        (
            [SCALE, total(["heat"], (5, 0), (6, 10))],
            [f"{FIELD} › bands 1: From 5 to 0 is no range. Write `from: 0` and `to: 5`."],
        ),
        (
            [SCALE, total(["heat"], (0, 10))],
            [
                f"{FIELD} › bands: A list does not fit: at least 2 are needed. Write `bands: …` "
                "(words for each range, from 0 to the highest possible sum, without gap or overlap)."
            ],
        ),
    ],
)
def test_a_sum_that_does_not_fit(fields: list[dict[str, Any]], expected: list[str]) -> None:
    assert said(*fields) == expected


@pytest.mark.parametrize(
    "word",
    [
        "score", "Scores", "test", "TESTED", "diagnosis", "diagnose", "result", "results", "normal", "abnormal",
        "disorder", "type", "**type**", "_test_", "te\u00adst", "self-test",
    ],
)  # fmt: skip
def test_a_sum_says_no_verdict(word: str) -> None:
    said_of = word.strip("*_").replace("\u00ad", "").removeprefix("self-")
    message = (
        f"“{said_of}” makes a verdict of a sum, which only adds. Say what to notice or to do now, without that word."
    )
    bad = total(["heat"], (0, 10), label=f"My {word}", hint=f"A {word}.")
    bad["bands"] = [{"from": 0, "to": 5, "text": f"A {word} here."}, {"from": 6, "to": 10, "text": "Some words."}]
    assert said(SCALE, bad) == [
        f"{FIELD} › label: {message}",
        f"{FIELD} › hint: {message}",
        f"{FIELD} › bands 1 › text: {message}",
    ]


@pytest.mark.parametrize("word", ["testament", "latest", "underscored", "typewriter", "normality"])
def test_words_that_only_look_alike_are_fine(word: str) -> None:
    assert said(SCALE, total(["heat"], (0, 5), (6, 10), label=f"My {word}")) == []


WORDS: dict[str, object] = {"words": "When"}
CHOOSE: dict[str, object] = {"choose": "What happened", "options": ["we are late", "plans change"]}


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (
            [WORDS, {"free": "What I need"}],
            "fields 1 “opener” › pieces: This is a sentence without choices. "
            "Add a piece such as `{ choose: What happened, options: [we are late, plans change] }`.",
        ),
        (
            [CHOOSE, {"free": "What I need"}],
            "fields 1 “opener” › pieces: This sentence has no words of its own. "
            "Add a piece such as `{ words: When }`.",
        ),
        (
            [WORDS, *[CHOOSE] * 6],
            "fields 1 “opener” › pieces: This sentence has 6 choices. Use at most 5, or make two sentences.",
        ),
        (
            [WORDS, {**CHOOSE, "free": "What I need"}],
            "fields 1 “opener” › pieces 2: A piece is one of `words`, `choose` and `free`. "
            "Write each as a piece of its own.",
        ),
        (
            [{}, CHOOSE],
            "fields 1 “opener” › pieces 1: A piece is one of `words`, `choose` and `free`. "
            "Write each as a piece of its own.",
        ),
        (
            [WORDS, {"choose": "What happened"}],
            "fields 1 “opener” › pieces 2: There is nothing to choose from. "
            "Add `options: […]` with two to nine texts.",
        ),
        (
            [{**WORDS, "options": ["a", "b"]}, CHOOSE],
            "fields 1 “opener” › pieces 1: These `options` belong to no choice. "
            "Add `choose: …`, what is chosen here.",
        ),
        (
            [WORDS, {**CHOOSE, "options": ["we are late"]}],
            "fields 1 “opener” › pieces 2 › options: A list does not fit: at least 2 are needed. "
            "Write `options: …` (with `choose`: words that fit into the sentence as they are).",
        ),
        (
            [WORDS, {**CHOOSE, "option": "x"}],
            "fields 1 “opener” › pieces 2 › option: Unknown key `option`. Did you mean `options`?",
        ),
        (
            [{"word": "When"}, CHOOSE],
            "fields 1 “opener” › pieces 1 › word: Unknown key `word`. Did you mean `words`?",
        ),
    ],
)  # fmt: skip
def test_a_sentence_that_does_not_fit(pieces: list[dict[str, object]], expected: str) -> None:
    assert expected in said(sentence(*pieces))


def test_punctuation_stands_where_it_belongs(show: Show) -> None:
    page = show(
        sheet(sentence(WORDS, CHOOSE, {"words": "; then ("}, CHOOSE, {"words": ") and"}, CHOOSE, {"words": "!"}))
    )
    choose(page, "opener--1-1", "opener--2-2", "opener--3-1")
    assert sentence_line(page) == "When we are late; then (plans change) and we are late!"


def test_html_in_a_text_is_shown_as_typed() -> None:
    hostile = "<script>alert(1)</script>"
    fields = [
        SCALE,
        total(["heat"], (0, 5), (6, 10), label=hostile, hint=hostile),
        sentence({"words": hostile}, {"choose": hostile, "options": [hostile, "b"]}, {"free": hostile}),
    ]
    page = html(sheet(*fields))
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 7
