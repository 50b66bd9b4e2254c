"""LHC-Forms and Smart Forms show every kind of field, its advice and its sums, and ask nobody else for anything.

Run by `make proofs`: the two bring four hundred packages with them. Pictures are left in build/proofs/.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from worksheets.exercises.examples import all_examples
from worksheets.exercises.kinds import KINDS
from worksheets.fhir.releases import R4, RELEASES, Release

from tests.support.fhir_forms import RENDERERS, Form, Renderer, form_pages
from tests.support.project import ROOT
from tests.support.questionnaires import all_items, questionnaire_of

Json = dict[str, Any]
PICTURES = ROOT / "build" / "proofs"
KNOWN = {"lhc-forms": RELEASES, "smart-forms": (R4,)}
"""The releases that each renderer reads."""
WAYS = [(renderer, release) for renderer in RENDERERS for release in KNOWN[renderer]]
SHOWN = sorted({*KINDS, "steps"})


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with form_pages(tmp_path_factory.mktemp("forms")) as address:
        yield address


@pytest.fixture(params=WAYS, ids=lambda way: f"{way[0]}-{way[1].name}")
def way(request: pytest.FixtureRequest) -> tuple[Renderer, Release]:
    """A renderer, and a release that it reads."""
    found: tuple[Renderer, Release] = request.param
    return found


@pytest.fixture
def form(way: tuple[Renderer, Release], browser: Browser, pages: str) -> Iterator[Form]:
    """An empty form, which has asked nobody elsewhere and met no error when the test has ended."""
    form = Form(browser, pages, way[0])
    yield form
    form.page.close()
    assert form.elsewhere == []
    assert form.errors == []


def example(shows: str, release: Release) -> Json:
    """The questionnaire of an example."""
    return questionnaire_of(next(one.entry for one in all_examples() if one.shows == shows), release)


def always_shown(asked: Json) -> Iterator[str]:
    """The texts and answers that are there before anybody has answered; those in a list are opened first."""
    hidden = {
        inner["linkId"]
        for item in all_items(asked)
        if item.get("enableWhen") or any("enableWhen" in one["url"] for one in item.get("extension", ()))
        for inner in (item, *all_items(item))
    }
    for item in all_items(asked):
        if item["linkId"] not in hidden:
            yield item.get("text", "")
            options = item.get("answerOption", ())
            yield from (option["valueCoding"]["display"] for option in options if len(options) < 14)


@pytest.mark.parametrize("shows", SHOWN)
def test_every_kind_is_shown(shows: str, form: Form, way: tuple[Renderer, Release]) -> None:
    asked = example(shows, way[1])
    form.show(asked, way[1].name)
    words = form.words
    missing = [
        text for text in always_shown(asked) if " ".join(text.replace("– ", "").split()) not in words.replace("– ", "")
    ]
    picture(form, shows, way)
    assert missing == []
    assert words.index("When to stop") < words.index(asked["item"][-1]["text"])


def picture(form: Form, name: str, way: tuple[Renderer, Release]) -> None:
    """Keep what the form looks like."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    form.page.wait_for_timeout(1000)  # Smart Forms comes into view slowly
    form.page.screenshot(path=PICTURES / f"{name}-{way[0]}-{way[1].name}.png", full_page=True)


ADVICE = "If “How worked up am I right now?” is 7 or more:"


def test_advice_comes_and_goes(form: Form, way: tuple[Renderer, Release]) -> None:
    form.show(example("advice", way[1]), way[1].name)
    assert ADVICE not in form.words
    form.choose("How worked up am I right now?", point("8", 8, way))
    form.text(ADVICE).wait_for()
    picture(form, "advice-after-8", way)
    form.choose("How worked up am I right now?", "I would rather not say")
    form.text(ADVICE).wait_for(state="hidden")


BANDS = {"0 to 4": "There may be room for a talk today.", "5 to 9": "Keep it short.", "10 to 14": "Today is full."}


def bands(form: Form) -> list[str]:
    """The ranges of a sum that are shown, with their words."""
    return [range_ for range_, words in BANDS.items() if range_ in form.words and words in form.words]


def test_a_sum_is_filled_in_and_has_its_words(form: Form, way: tuple[Renderer, Release]) -> None:
    form.show(example("sum", way[1]), way[1].name)
    assert bands(form) == []
    form.choose("How tired am I?", point("0 is rested", 0, way))
    form.page.wait_for_timeout(1000)
    assert bands(form) == []
    form.choose("How rushed do I feel?", point("0 is not at all", 0, way))
    form.text("0 to 4").wait_for()
    assert bands(form) == ["0 to 4"]
    form.choose("How tired am I?", point("4", 4, way))
    form.choose("What else is on my mind?", "Work")
    form.choose("What else is on my mind?", "Money")
    form.text("5 to 9").wait_for()
    picture(form, "sum-after-6", way)
    assert bands(form) == ["5 to 9"]
    assert form.row("So far:").locator("input").first.input_value() == "6"


def point(words: str, weight: int, way: tuple[Renderer, Release]) -> str:
    """What a renderer writes beside a point of a scale: LHC-Forms adds its weight."""
    return f"{words} - {weight}" if way[0] == "lhc-forms" else words


def test_a_thought_follows_what_is_placed(form: Form, way: tuple[Renderer, Release]) -> None:
    asked = example("sort", way[1])
    items = {item["linkId"]: item for item in all_items(asked)}
    first = next(id_ for id_, item in items.items() if f"{id_}.thought" in items)
    thought = next(one["text"] for one in (items[f"{first}.thought"], *all_items(items[f"{first}.thought"])))
    form.show(asked, way[1].name)
    assert thought not in form.words
    form.choose(items[first]["text"], "Not sure")
    form.text(thought).wait_for()
    picture(form, "sort-after-not-sure", way)


def test_an_answer_is_stored_by_its_code(form: Form, way: tuple[Renderer, Release]) -> None:
    form.show(example("advice", way[1]), way[1].name)
    form.choose("How long shall we talk?", "We will see on the day")
    form.page.wait_for_timeout(1000)
    found = form.page.evaluate("JSON.stringify(window.answers())")
    assert '"code":"skip"' in found
    assert "https://guide.example.org/worksheets/examples/advice/answers/length" in found
