"""Exercises in a real Chromium with scripts off: typed into, kept, and told to nobody.

An exercise with each kind of field stands for all; `make test-whole` tries all.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request

from tests.support.chromium import Contexts
from tests.support.form_filling import answers, fill, press_enter
from tests.support.project import EXERCISES, one_for_each_kind
from tests.support.samples import WHOLE

WORDS = "What I would tell nobody, with “quotes” & <signs>."


@pytest.fixture
def page(contexts: Contexts) -> Iterator[Page]:
    page = contexts(java_script_enabled=False).new_page()
    yield page
    page.close()


@pytest.mark.parametrize("exercise", EXERCISES if WHOLE else one_for_each_kind())
def test_what_is_typed_stays(exercise: str, page: Page, address: str) -> None:
    asked: list[Request] = []
    own = f"{address}worksheets/{exercise}/"
    page.goto(own)
    empty = answers(page)
    assert empty
    assert not any(empty.values()), "nothing is filled in before the reader does"
    icons = page.locator("link[rel=icon]").evaluate_all("all => all.map(one => one.href)")  # asked for at any time
    page.on("request", lambda request: None if request.url in icons else asked.append(request))

    fill(page, WORDS)
    typed = answers(page)
    groups = set(page.locator("form input[type=radio]").evaluate_all("all => all.map(one => one.name)"))
    questions = page.locator("form").evaluate(
        "form => new Set([...form.querySelectorAll('input[type=radio]')].map(one => one.closest('fieldset'))).size"
    )
    assert len(groups) == questions, "one question is one group"
    unanswered = sum(not value for value in typed.values())
    assert unanswered == page.locator("form input[type=radio]").count() - len(groups), "one choice excludes the others"

    press_enter(page)
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


def test_a_box_grows_with_what_is_typed(page: Page, address: str) -> None:
    page.goto(f"{address}worksheets/safe-space/my-side-first/")
    box = page.locator("textarea").first
    before = box.bounding_box()
    box.fill("One more line.\n" * 40)
    after = box.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"] + 600
