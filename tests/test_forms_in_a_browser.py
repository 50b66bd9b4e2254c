"""Every exercise in a real Chromium with scripts off: typed into, kept, and told to nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

EXERCISES = sorted(
    path.relative_to(path.parents[1]).with_suffix("").as_posix()
    for path in (Path(__file__).parent.parent / "exercises").glob("*/*.yml")
)
WORDS = "What I would tell nobody, with “quotes” & <signs>."


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def fill(page: Page) -> None:
    """Type into every box, tick every tick, choose the last option of every group."""
    boxes = page.locator("form :is(input, textarea)")
    for index, kind in enumerate(boxes.evaluate_all("all => all.map(one => one.type)")):
        control = boxes.nth(index)
        if kind in ("radio", "checkbox"):
            control.check()
        else:
            control.fill({"date": "2026-11-22", "text": WORDS}.get(kind, f"{WORDS}\n" * 9))


def answers(page: Page) -> dict[str, str | bool]:
    """What stands in every control, by id."""
    found = page.locator("form :is(input, textarea)").evaluate_all(
        "all => all.map(one => [one.id, ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value])"
    )
    return dict(found)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_what_is_typed_stays(exercise: str, page: Page, address: str) -> None:
    asked: list[Request] = []
    own = f"{address}worksheets/{exercise}/"
    page.goto(own)
    empty = answers(page)
    assert empty
    assert not any(empty.values()), "nothing is filled in before the reader does"
    page.context.on("request", lambda request: asked.append(request))

    fill(page)
    typed = answers(page)
    groups = set(page.locator("form input[type=radio]").evaluate_all("all => all.map(one => one.name)"))
    questions = page.locator("form").evaluate(
        "form => new Set([...form.querySelectorAll('input[type=radio]')].map(one => one.closest('fieldset'))).size"
    )
    assert len(groups) == questions, "one question is one group"
    unanswered = sum(not value for value in typed.values())
    assert unanswered == page.locator("form input[type=radio]").count() - len(groups), "one choice excludes the others"

    for line in page.locator("form input:is([type=text], [type=date], [type=checkbox], [type=radio])").all():
        line.press("Enter")
    assert page.url == own
    assert [request.url for request in asked] == []
    assert answers(page) == typed

    page.locator(".exercise__links a").first.click()
    page.wait_for_url(lambda url: url != own)
    assert all(request.post_data is None and "?" not in request.url for request in asked)
    page.go_back(wait_until="commit")
    page.wait_for_url(own, wait_until="commit")
    assert answers(page) == typed

    page.get_by_text("Start again", exact=True).click()
    page.get_by_role("button", name="Clear my answers").click()
    assert answers(page) == empty
    assert page.url == own


@pytest.mark.parametrize("step", ["safe-space", "patterns", "boundaries", "self-care", "growth"])
def test_a_step_with_all_its_forms_keeps_what_is_typed(step: str, page: Page, address: str) -> None:
    page.goto(f"{address}steps/{step}/")
    assert page.locator("form").count() >= 4
    fill(page)
    typed = answers(page)
    page.locator("form input[type=text]").first.press("Enter")
    assert answers(page) == typed
    assert page.url == f"{address}steps/{step}/"


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen(width: int, browser: Browser, address: str, pages: list[str]) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    for path in pages:
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    context.close()
    assert wide == []


def test_a_box_grows_with_what_is_typed(page: Page, address: str) -> None:
    page.goto(f"{address}worksheets/safe-space/my-side-first/")
    box = page.locator("textarea").first
    before = box.bounding_box()
    box.fill("One more line.\n" * 40)
    after = box.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"] + 600
