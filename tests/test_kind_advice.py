"""Advice: what Chromium shows is what the conditions mean, for every reader and on paper."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import renderer_for, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from worksheets.authoring.problems import report
from worksheets.authoring.strict_model import validate
from worksheets.authoring.yaml_document import read_document
from worksheets.exercises.catalogue import Catalogue, Entry
from worksheets.exercises.conditions import Answers, holds, in_words, mistakes, selector
from worksheets.exercises.exercise import Exercise, Section
from worksheets.exercises.kinds import FOLDER, kinds_style
from worksheets.exercises.question_rules import PATTERN
from worksheets.guide.references import Bibliography
from worksheets.guide.whole_guide import Guide

ROOT = Path(__file__).parent.parent
SECTION = Section.model_validate({"id": "examples", "title": "Examples", "page": "steps/examples.md"})
SHEETS = [(ROOT / "docs/assets/stylesheets" / name).read_text() for name in ("page.css", "exercise.css", "print.css")]
HEAD: dict[str, Any] = {
    "title": "A sheet", "kind": "worksheet", "for": "one", "minutes": 2, "purpose": "To test.", "evidence": [],
    "stop": "Stop when you like.",
}  # fmt: skip
SKIP = "I would rather not say"
BREAK, NO_NUMBER, PAUSE, TELL, START, SMALLER = (
    "Take a break first.", "You do not need a number.", "Plan a pause", "Tell your partner", "One small thing",
    "A yes can be for a smaller talk.",
)  # fmt: skip
ALL = (BREAK, NO_NUMBER, PAUSE, TELL, START, SMALLER)


def exercise_of(*parts: list[dict[str, Any]]) -> Exercise:
    return Exercise.model_validate(HEAD | {"parts": [{"title": "A part", "fields": fields} for fields in parts]})


def page_of(entry: Entry, change: tuple[str, str] = ("", "")) -> str:
    """An exercise as a whole page; `change` replaces something in its own CSS."""
    guide = Guide(Catalogue((SECTION,), {entry.id: entry}, {}), Bibliography((), ()), None, {}, ())
    renderer = renderer_for(guide)
    css = "".join([renderer.palette(), *SHEETS, (kinds_style() + renderer.stylesheet(entry)).replace(*change)])
    body = renderer.exercise(entry.id, 1, lambda path: f"#{path}")
    return (
        '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A sheet</title>'
        f'<meta name="viewport" content="width=device-width"><style>{css}</style><main>{body}</main></html>'
    )


def example() -> Entry:
    document, _ = read_document((FOLDER / "advice" / "examples" / "usual.yml").read_text(encoding="utf-8"), "usual.yml")
    exercise, problems = validate(Exercise, document)
    assert exercise, problems
    return Entry("examples/advice", SECTION, exercise)


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The example, opened from a file with scripts off, but where axe has to run."""
    (tmp_path / "advice.html").write_text(page_of(example()), encoding="utf-8")
    context = browser.new_context(java_script_enabled=getattr(request, "param", "") == "with axe")
    page = context.new_page()
    page.goto((tmp_path / "advice.html").as_uri())
    yield page
    context.close()


def shown(page: Page) -> tuple[str, ...]:
    """The advice that can be seen."""
    return tuple(words for words in ALL if page.get_by_text(words).is_visible())


def question(page: Page, words: str) -> Any:
    return page.get_by_role("group", name=words)


def test_each_answer_calls_its_own_advice(page: Page) -> None:
    assert shown(page) == ()
    assert not page.get_by_text(re.compile("^If ")).first.is_visible()

    heat = question(page, "How worked up am I right now?")
    expected = {"6": (), "7": (BREAK,), "10": (BREAK,), SKIP: (NO_NUMBER,), "0": ()}
    for answer, advice in expected.items():
        heat.get_by_label(answer, exact=True).check()
        assert shown(page) == advice, answer
        assert not page.get_by_text(re.compile("^If ")).first.is_visible(), "the condition is true, and goes unsaid"

    length = question(page, "How long shall we talk?")
    for answer, advice in {"20 minutes": (), "30 minutes": (PAUSE,), "40 minutes": (PAUSE,)}.items():
        length.get_by_label(answer).check()
        assert shown(page) == advice, answer
    length.get_by_label("We will see on the day").check()
    assert shown(page) == ()

    page.get_by_label("A walk side by side").check()
    assert shown(page) == ()
    page.get_by_label("A short message").check()
    assert shown(page) == (TELL,)
    page.get_by_label("A walk side by side").uncheck()
    assert shown(page) == ()

    page.get_by_label("We both said yes").check()
    page.get_by_label("I have eaten").check()
    assert shown(page) == ()
    page.get_by_label("I am awake enough").check()
    assert shown(page) == (START,)
    length.get_by_label("40 minutes").check()
    assert shown(page) == (PAUSE, START, SMALLER)
    heat.get_by_label("8", exact=True).check()
    length.get_by_label("20 minutes").check()
    assert shown(page) == (BREAK, START, SMALLER)
    page.get_by_label("We both said yes").uncheck()
    assert shown(page) == (BREAK,)

    page.get_by_text("Start again", exact=True).click()
    page.get_by_role("button", name="Clear my answers").click()
    assert shown(page) == ()


def test_advice_takes_no_room_before_it_is_called(page: Page) -> None:
    boxes = page.locator(".field--advice").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert boxes == [0] * len(ALL)
    gap = page.evaluate(
        """() => {
            const [one, other] = [".field--scale", ".field--choice"].map((name) => document.querySelector(name));
            return other.getBoundingClientRect().top - one.getBoundingClientRect().bottom;
        }"""
    )
    margin = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.field--scale')).marginBottom)")
    assert gap == pytest.approx(margin, abs=0.1)


def test_on_paper_all_of_it_stands_with_its_condition(page: Page, tmp_path: Path) -> None:
    page.emulate_media(media="print")
    assert shown(page) == ALL
    page.emulate_media()
    page.pdf(path=tmp_path / "advice.pdf", format="A4")
    done = subprocess.run(["pdftotext", tmp_path / "advice.pdf", "-"], capture_output=True, text=True, check=True)
    text = " ".join(done.stdout.split())
    for condition, advice in (
        ("If “How worked up am I right now?” is 7 or more:", BREAK),
        (f"If “How worked up am I right now?” is “{SKIP}”:", NO_NUMBER),
        ("If “How long shall we talk?” is “30 minutes” or “40 minutes”:", PAUSE),
        ("If 2 or more are ticked under “What helps me to come back?”:", TELL),
        ("If all 3 are ticked in the list:", "Good. One small thing"),
        (
            "If “We both said yes” is ticked, and either “How worked up am I right now?” is 7 or more or “How long "
            "shall we talk?” is “40 minutes”:",
            SMALLER,
        ),
    ):
        assert f"{condition} {advice}" in text


def test_without_has_all_of_it_stands_with_its_condition(browser: Browser) -> None:
    """A browser that does not know `:has()` is played by one that does not know `:unheard-of()`."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(page_of(example(), (":has(", ":unheard-of(")))
    assert shown(page) == ALL
    assert all(one.is_visible() for one in page.get_by_text(re.compile("^If ")).all())
    context.close()


def test_a_screen_reader_is_told(page: Page) -> None:
    """The places are live before anything stands in them, and hold real text when it does."""
    before = page.locator("form").aria_snapshot()
    assert BREAK not in before
    assert "If “" not in before
    assert page.locator(".field--advice[role=status]").count() == len(ALL)
    question(page, "How worked up am I right now?").get_by_label("9").check()
    after = page.locator("form").aria_snapshot()
    assert BREAK in after
    assert "If “" not in after
    assert page.get_by_role("status").filter(has=page.get_by_text(BREAK)).count() == 1


def test_by_keyboard_alone(page: Page) -> None:
    page.locator(".stop a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.id") == "w-examples--advice--heat--0"
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    assert shown(page) == (BREAK,)
    assert page.evaluate("document.activeElement.id") == "w-examples--advice--heat--7", "the focus stays"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "w-examples--advice--length", "advice is no stop on the way"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1000])
@pytest.mark.parametrize("page", ["with axe"], indirect=True)
def test_it_fits_and_axe_finds_nothing(page: Page, width: int, scheme: Any) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.get_by_label("7", exact=True).check()
    page.get_by_label("40 minutes").check()
    for box in page.locator("form input[type=checkbox]").all():
        box.check()
    assert len(shown(page)) == len(ALL) - 1
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert Axe().run(page).response["violations"] == []


def test_forced_colours_and_reduced_motion(page: Page) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.get_by_label("7", exact=True).check()
    assert shown(page) == (BREAK,)
    box = page.locator(".advice").first
    assert box.evaluate("one => getComputedStyle(one).borderTopWidth") == "2px", "an edge, where colours are taken"
    page.emulate_media(reduced_motion="no-preference")
    page.get_by_label("8", exact=True).check()
    assert page.evaluate("document.getAnimations().length") == 0, "nothing moves for anybody"


def test_the_css_holds_ids_and_numbers_only() -> None:
    entry = example()
    renderer = renderer_for(Guide(Catalogue((SECTION,), {entry.id: entry}, {}), Bibliography((), ()), None, {}, ()))
    css = renderer.stylesheet(entry)
    assert "&" not in css
    for said in (SKIP, "40 minutes", "worked", "tea"):
        assert said not in css
    assert (
        "#w-examples--advice:has(#w-examples--advice--helps > :checked ~ :checked) #w-examples--advice--at-7 > .advice"
        in css
    )


# The meaning of conditions.

SHEET = exercise_of(
    [
        {"kind": "scale", "id": "heat", "label": "How warm?", "from": 0, "to": 10, "ends": ["cold", "hot"]},
        {"kind": "choice", "id": "length", "label": "How long?", "options": ["Short", "Long", "20"], "skip": "Later"},
        {"kind": "choices", "id": "helps", "label": "What helps?", "options": ["Tea", "A walk", "Sleep"]},
        {"kind": "line", "id": "word", "label": "A word"},
        {"kind": "tick", "id": "fed", "label": "I have eaten."},
        {"kind": "tick", "id": "rested", "label": "I am awake"},
        {"kind": "tick", "id": "willing", "label": "We said yes"},
    ]
)
HOT = {"heat": {"at-least": 7}}
LONG = {"length": {"is": "Long"}}
FED = {"fed": {"is": "ticked"}}
TICKS = frozenset({"ticked"})

MEANINGS: list[tuple[dict[str, Any], str, list[Answers], list[Answers]]] = [
    (HOT, "If “How warm?” is 7 or more", [{"heat": {7}}, {"heat": {10}}], [{"heat": {6}}, {"heat": {SKIP}}]),
    ({"heat": {"at-most": 3}}, "If “How warm?” is 3 or less", [{"heat": {3}}, {"heat": {0}}], [{"heat": {4}}]),
    ({"heat": {"is": 5}}, "If “How warm?” is 5", [{"heat": {5}}], [{"heat": {4}}, {"heat": {6}}]),
    ({"heat": {"is": SKIP}}, f"If “How warm?” is “{SKIP}”", [{"heat": {SKIP}}], [{"heat": {0}}]),
    ({"heat": {"any-of": [0, 5, 9]}}, "If “How warm?” is 0, 5 or 9", [{"heat": {9}}], [{"heat": {8}}]),
    (
        {"heat": {"at-least": 4, "at-most": 6}},
        "If “How warm?” is from 4 to 6",
        [{"heat": {4}}, {"heat": {6}}],
        [{"heat": {3}}, {"heat": {7}}],
    ),
    (LONG, "If “How long?” is “Long”", [{"length": {"Long"}}], [{"length": {"Short"}}, {"length": {"Later"}}]),
    (
        {"length": {"any-of": ["Long", "Later"]}},
        "If “How long?” is “Long” or “Later”",
        [{"length": {"Later"}}],
        [{"length": {"Short"}}],
    ),
    (
        {"helps": {"is": "Tea"}},
        "If “Tea” is ticked under “What helps?”",
        [{"helps": {"Tea", "Sleep"}}],
        [{"helps": {"Sleep"}}],
    ),
    (
        {"helps": {"any-of": ["Tea", "Sleep"]}},
        "If “Tea” or “Sleep” is ticked under “What helps?”",
        [{"helps": {"Sleep"}}],
        [{"helps": {"A walk"}}],
    ),
    (
        {"helps": {"at-least": 2}},
        "If 2 or more are ticked under “What helps?”",
        [{"helps": {"Tea", "Sleep"}}],
        [{"helps": {"Tea"}}],
    ),
    ({"helps": {"at-least": 1}}, "If anything is ticked under “What helps?”", [{"helps": {"Tea"}}], [{"helps": set()}]),
    (FED, "If “I have eaten” is ticked", [{"fed": TICKS}], [{"rested": TICKS}]),
    (
        {"ticks": {"at-least": 2}},
        "If 2 or more are ticked in the list",
        [{"fed": TICKS, "willing": TICKS}],
        [{"willing": TICKS}],
    ),
    (
        {"ticks": {"at-least": 3}},
        "If all 3 are ticked in the list",
        [{"fed": TICKS, "rested": TICKS, "willing": TICKS}],
        [{"fed": TICKS, "willing": TICKS}],
    ),
    (
        {"all": [HOT, LONG]},
        "If “How warm?” is 7 or more and “How long?” is “Long”",
        [{"heat": {8}, "length": {"Long"}}],
        [{"heat": {8}}, {"length": {"Long"}}],
    ),
    (
        {"any": [HOT, LONG]},
        "If “How warm?” is 7 or more or “How long?” is “Long”",
        [{"heat": {8}}, {"length": {"Long"}}],
        [{"heat": {6}, "length": {"Short"}}],
    ),
    (
        {"any": [FED, {"all": [HOT, LONG]}]},
        "If “I have eaten” is ticked, or both “How warm?” is 7 or more and “How long?” is “Long”",
        [{"fed": TICKS}, {"heat": {8}, "length": {"Long"}}],
        [{"heat": {8}}],
    ),
    (
        {"all": [FED, {"any": [HOT, LONG, {"helps": {"is": "Tea"}}]}]},
        "If “I have eaten” is ticked, and either “How warm?” is 7 or more or “How long?” is “Long” or “Tea” is ticked "
        "under “What helps?”",
        [{"fed": TICKS, "helps": {"Tea"}}],
        [{"fed": TICKS}, {"helps": {"Tea"}}],
    ),
    (
        {"any": [FED, {"all": [HOT, LONG, {"helps": {"is": "Tea"}}]}]},
        "If “I have eaten” is ticked, or “How warm?” is 7 or more and “How long?” is “Long” and “Tea” is ticked under "
        "“What helps?”",
        [{"fed": TICKS}],
        [{"heat": {8}, "length": {"Long"}}],
    ),
    (
        {
            "any": [
                HOT,
                LONG,
                FED,
                *({one: {"is": "ticked"}} for one in ("rested", "willing")),
                {"helps": {"is": "Tea"}},
            ]
        },
        "If “How warm?” is 7 or more or “How long?” is “Long” or “I have eaten” is ticked or “I am awake” is ticked or "
        "“We said yes” is ticked or “Tea” is ticked under “What helps?”",
        [{"helps": {"Tea"}}],
        [{"helps": {"Sleep"}}],
    ),
    (
        {"all": [FED, {"any": [HOT, LONG]}]},
        "If “I have eaten” is ticked, and either “How warm?” is 7 or more or “How long?” is “Long”",
        [{"fed": TICKS, "heat": {8}}],
        [{"fed": TICKS}, {"heat": {8}}],
    ),
]


@pytest.mark.parametrize(("condition", "said", "true_of", "false_of"), MEANINGS)
def test_meaning(condition: dict[str, Any], said: str, true_of: list[Answers], false_of: list[Answers]) -> None:
    assert list(mistakes(condition, SHEET)) == []
    assert in_words(condition, SHEET, words()) == said
    assert not holds(condition, SHEET, {}), "an empty sheet fulfils nothing"
    for answers in true_of:
        assert holds(condition, SHEET, answers)
    for answers in false_of:
        assert not holds(condition, SHEET, answers)


@pytest.mark.parametrize(
    ("condition", "css"),
    [
        ({"heat": {"at-least": 9}}, ":has(:is(#w-x--y--heat--9, #w-x--y--heat--10):checked)"),
        ({"length": {"is": "Later"}}, ":has(#w-x--y--length--skip:checked)"),
        ({"helps": {"at-least": 1}}, ":has(#w-x--y--helps > :checked)"),
        ({"ticks": {"at-least": 2}}, ":has(#w-x--y--fed--ticks > :checked ~ :checked)"),
        (
            {"all": [FED, {"any": [LONG, FED]}]},
            ":has(#w-x--y--fed:checked):is(:has(#w-x--y--length--2:checked), :has(#w-x--y--fed:checked))",
        ),
    ],
)
def test_selector(condition: dict[str, Any], css: str) -> None:
    assert selector(condition, Entry("x/y", SECTION, SHEET)) == "#w-x--y" + css


# What an author is told.

IMPOSSIBLE = ("No answers make all of these true at once.", "Ask for one answer to each question, or write `any`.")
ASKS_NOTHING = ("Every answer fits, so this asks nothing.", "Leave some answers out.")
TO_TEN = "Write a number from 0 to 10."

MISTAKES = [
    ({"heet": {"is": 1}}, "heet", "There is no field `heet`.", "Did you mean `heat`?"),
    (
        {"word": {"is": "a"}},
        "word",
        "`word` is of kind `line`, which cannot be asked.",
        "Write one of: `fed`, `heat`, `helps`, `length`, `rested`, `ticks`, `willing`.",
    ),
    ({"heat": 7}, "heat", "It is not said what is asked of `heat`.", "Write `heat: { is: 7 }`."),
    ({"heat": []}, "heat", "It is not said what is asked of `heat`.", "Write `heat: { is: … }`."),
    ({"fed": True}, "fed", "It is not said what is asked of `fed`.", "Write `fed: { is: ticked }`."),
    ({"ticks": 2}, "ticks", "It is not said what is asked of `ticks`.", "Write `ticks: { at-least: 2 }`."),
    ({"heat": {"atleast": 7}}, "heat atleast", "`scale` knows no `atleast`.", "Did you mean `at-least`?"),
    ({"length": {"at-least": 7}}, "length at-least", "`choice` knows no `at-least`.", "Write one of: `any-of`, `is`."),
    ({"helps": {"at-most": 1}}, "helps at-most", "`choices` knows no `at-most`.", "Did you mean `at-least`?"),
    ({"at-least": 7}, "at-least", "`at-least` does not say which field it asks.", PATTERN),
    ({}, "", "There is no condition here.", PATTERN),
    (
        HOT | LONG,
        "",
        "A condition asks one field; here are `heat` and `length`.",
        "Write `all: [{ heat: … }, { length: … }]`, or `any`.",
    ),
    ({"heat": {"is": 7, "at-least": 7}}, "heat", "`is` and `at-least` cannot stand together.", "Keep one of them."),
    ({"length": {"is": "Lon"}}, "length is", "“Lon” is not one of the answers.", "Did you mean `Long`?"),
    (
        {"length": {"any-of": ["Long", "latter"]}},
        "length any-of 1",
        "“latter” is not one of the answers.",
        "Did you mean `Later`?",
    ),
    ({"length": {"is": 20}}, "length is", "20 is a number, and the option is a text.", 'Put it in quotes: `"20"`.'),
    ({"length": {"is": ["Long"]}}, "length is", "One value is needed here.", "Write one number or one option."),
    (
        {"length": {"any-of": "Long"}},
        "length any-of",
        "`any-of` needs a list of two or more.",
        "Write `any-of: […, …]`, or `is: …`.",
    ),
    (
        {"helps": {"is": SKIP}},
        "helps is",
        f"“{SKIP}” is not one of the answers.",
        "Write one of: `A walk`, `Sleep`, `Tea`.",
    ),
    ({"fed": {"is": "tickd"}}, "fed is", "“tickd” is not one of the answers.", "Did you mean `ticked`?"),
    ({"heat": {"at-least": 11}}, "heat at-least", "“11” is not one of the numbers here.", TO_TEN),
    ({"heat": {"is": -1}}, "heat is", "“-1” is not one of the numbers here.", TO_TEN),
    ({"heat": {"at-least": "seven"}}, "heat at-least", "“seven” is not one of the numbers here.", TO_TEN),
    ({"heat": {"at-least": SKIP}}, "heat at-least", f"“{SKIP}” is not one of the numbers here.", TO_TEN),
    ({"heat": {"is": True}}, "heat is", "“True” is not one of the answers.", f"Write one of: `{SKIP}`."),
    ({"helps": {"at-least": 4}}, "helps at-least", "There are only 3 to tick.", "Write at most 3."),
    ({"ticks": {"at-least": 4}}, "ticks at-least", "There are only 3 to tick.", "Write at most 3."),
    (
        {"helps": {"at-least": "two"}},
        "helps at-least",
        "“two” is no whole number.",
        "Write how many, such as `at-least: 2`.",
    ),
    ({"helps": {"at-least": 0}}, "helps at-least", "At least 0 is always true.", "Write 1 or more."),
    ({"heat": {"at-least": 0}}, "heat", *ASKS_NOTHING),
    ({"heat": {"at-most": 10}}, "heat", *ASKS_NOTHING),
    ({"length": {"any-of": ["Short", "Long", "20"]}}, "length", *ASKS_NOTHING),
    (
        {"helps": {"any-of": ["Tea", "A walk", "Sleep"]}},
        "helps",
        "Every answer fits, so this asks nothing.",
        "Write `at-least: 1`.",
    ),
    (
        {"any": [{"heat": {"at-least": 5}}, {"heat": {"at-most": 5}}]},
        "any",
        "Together these take in every answer to `heat`.",
        "Leave some answers out.",
    ),
    (
        {"heat": {"at-least": 7, "at-most": 3}},
        "heat",
        "No number is at least 7 and at most 3.",
        "Write the smaller number after `at-least`.",
    ),
    ({"all": [HOT, {"heat": {"at-most": 3}}]}, "all", *IMPOSSIBLE),
    ({"all": [LONG, {"length": {"is": "Short"}}]}, "all", *IMPOSSIBLE),
    ({"all": [LONG, {"any": [{"length": {"is": "Short"}}, {"length": {"is": "Later"}}]}]}, "all", *IMPOSSIBLE),
    ({"all": [HOT, {"all": [FED, {"heat": {"at-most": 3}}]}]}, "all", *IMPOSSIBLE),
    ({"all": [{"all": [FED, {"heat": {"at-most": 3}}]}, HOT]}, "all", *IMPOSSIBLE),
    ({"all": [HOT]}, "all", "`all` needs a list of 2 to 6 conditions.", "Write `all: [{ … }, { … }]`."),
    ({"any": HOT}, "any", "`any` needs a list of 2 to 6 conditions.", "Write `any: [{ … }, { … }]`."),
    ({"any": [FED] * 7}, "any", "`any` needs a list of 2 to 6 conditions.", "Write `any: [{ … }, { … }]`."),
    (
        {"any": [FED, {"all": [HOT, {"any": [FED, HOT]}]}]},
        "any 1 all 1 any",
        "A group in a group holds no further group.",
        "Say it with fewer groups, or in several pieces of advice.",
    ),
    ({"any": [FED, "heat"]}, "any 1", "There is no condition here.", PATTERN),
    (
        {"any": [FED, {"heat": {"is": {}}}]},
        "any 1 heat is",
        "One value is needed here.",
        "Write one number or one option.",
    ),
]


@pytest.mark.parametrize(("condition", "place", "wrong", "write"), MISTAKES)
def test_mistake(condition: object, place: str, wrong: str, write: str) -> None:
    found = [(" ".join(map(str, path)), *said) for path, *said in mistakes(condition, SHEET)]
    assert found == [(place, wrong, write)]


def test_all_mistakes_of_a_group_are_told_at_once() -> None:
    found = list(mistakes({"all": [{"heet": {"is": 1}}, {"any": [LONG, {"heat": {"at-least": 12}}]}]}, SHEET))
    assert [path for path, _, _ in found] == [("all", 0, "heet"), ("all", 1, "any", 1, "heat", "at-least")]


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ([["fed"], ["rested"]], "The ticks stand in several groups, which cannot be counted together."),
        ([["fed", "", "rested"]], "The ticks stand in several groups, which cannot be counted together."),
        ([[""]], "This exercise has no ticks."),
        ([["fed", "ticks"]], "`ticks` means all ticks, and a field has that id."),
    ],
)
def test_ticks_that_cannot_be_counted(parts: list[list[str]], wrong: str) -> None:
    fields = [
        [{"kind": "tick", "id": id_, "label": id_} if id_ else {"kind": "note", "text": "Read."} for id_ in part]
        for part in parts
    ]
    found = list(mistakes({"ticks": {"at-least": 1}}, exercise_of(*fields)))
    assert [(path, said) for path, said, _ in found] == [(("ticks",), wrong)]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (
            "{ heat: { at-least: 12 } }",
            "parts 1 › fields 2 › when › heat › at-least: “12” is not one of the numbers here. "
            "Write a number from 0 to 4.",
        ),
        (
            "{ any: [{ heat: { is: 1 } }, { heat: {} }] }",
            "parts 1 › fields 2 › when › any 2 › heat: It is not said what is asked of `heat`. "
            "Write `heat: { is: … }`.",
        ),
        ("often", "parts 1 › fields 2 › when: This is no condition. " + PATTERN),
        ("", "parts 1 › fields 2 › when: This is no condition. " + PATTERN),
        (
            "{ all: [{ any: [{ all: [{ heat: 1 }, { heat: 2 }] }, { heat: { is: 1 } }] }, { heat: { is: 1 } }] }",
            "parts 1 › fields 2 › when › all 1 › any 1 › all: A group in a group holds no further group. "
            "Say it with fewer groups, or in several pieces of advice.",
        ),
    ],
)
def test_an_author_is_told_the_line(when: str, said: str) -> None:
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in HEAD.items())
    text = (
        f"{head}parts:\n  - title: A part\n    fields:\n"
        "      - { kind: scale, id: heat, label: How warm?, from: 0, to: 4, ends: [cold, hot] }\n"
        f"      - kind: advice\n        when: {when}\n        text: Rest.\n"
    )
    document, problems = read_document(text, "a.yml")
    assert not problems
    exercise, problems = validate(Exercise, document)
    if exercise:
        advice = exercise.fields[1]
        problems = [
            document.problem(("parts", 0, "fields", 1, *path), wrong, write)
            for path, wrong, write in advice.mistakes(exercise)
        ]
    assert report(problems) == f"a.yml:13: {said}\n1 problem to mend."


# Random exercises, conditions and answers.

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
    bare = exercise_of(fields)
    sound = [condition for condition in conditions if not list(mistakes(condition, bare))]
    advice = [{"kind": "advice", "when": condition, "text": "Rest."} for condition in sound]
    before = draw(st.integers(0, len(advice)))
    parts = [part for part in (advice[:before], fields, advice[before:]) if part]
    return exercise_of(*parts), conditions, draw(st.lists(answered(fields), min_size=4, max_size=4))


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
            ids.append(f"w-examples--random--{getattr(field, 'id')}{place}")  # noqa: B009
    return ids


DISPLAYS = """sheets => sheets.map(ids => {
    const controls = [...document.querySelectorAll("form input")];
    controls.forEach(one => { one.checked = ids.includes(one.id) });
    const right = controls.filter(one => one.checked).length === ids.length;
    const advice = [...document.querySelectorAll(".advice")];
    return right && advice.map(one => getComputedStyle(one).display !== "none");
})"""

CHECKED: list[bool] = []
"""Every advice that was compared, on every sheet: whether it was shown."""


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_chromium_shows_what_holds(blank: Page) -> None:
    """At least 150 random exercises: what Chromium shows is what plain Python says."""
    CHECKED.clear()

    @settings(max_examples=150, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(sheets())
    def compare(drawn: tuple[Exercise, list[dict[str, Any]], list[dict[str, set[Any]]]]) -> None:
        exercise, _, sheets = drawn
        conditions = [getattr(field, "when") for field in exercise.fields if field.kind == "advice"]  # noqa: B009
        blank.set_content(page_of(Entry("examples/random", SECTION, exercise)), wait_until="commit")
        shown = blank.evaluate(DISPLAYS, [chosen_ids(exercise, answers) for answers in sheets])
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
        assert not (possible and said.get(("all",)) == IMPOSSIBLE[0]), condition


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
