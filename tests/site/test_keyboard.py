"""The site by keyboard alone, with scripts off, on a small and on a large screen."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

FOCUSED = "document.activeElement"


@pytest.fixture(params=[320, 1280])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


def focused(page: Page, what: str) -> str:
    """A property of the element that has the focus, as text."""
    return str(page.evaluate(f"{FOCUSED}.{what}"))


def is_in_view(page: Page) -> bool:
    """Whether the focused element is on the screen and nothing lies over its middle."""
    return bool(
        page.evaluate(
            """() => {
                const box = document.activeElement.getBoundingClientRect();
                const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
                const top = document.elementFromPoint(x, y);
                return top !== null && (document.activeElement.contains(top) || top.contains(document.activeElement));
            }"""
        )
    )


def test_skip_link_then_exit_then_menu(page: Page, address: str) -> None:
    page.goto(f"{address}steps/safe-space/")
    page.keyboard.press("Tab")
    assert focused(page, "textContent.trim()") == "Skip to content"
    assert is_in_view(page)
    page.keyboard.press("Tab")
    assert focused(page, "innerText.trim()") in ("Leave this page", "Leave page")
    page.keyboard.press("Tab")
    assert focused(page, "className") == "bar__name"
    if page.viewport_size == {"width": 1280, "height": 800}:  # the menu stands beside the page, always open
        assert not page.locator(".menu summary").is_visible()
    else:
        page.keyboard.press("Tab")
        assert focused(page, "tagName") == "SUMMARY"
        page.keyboard.press("Enter")
    titles = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if not page.evaluate(f"{FOCUSED}.closest('.menu') !== null"):
            break
        assert is_in_view(page)
        titles.append(focused(page, "textContent.trim()"))
    assert {"In an argument right now", "Is this safe for us?", "The article", "Worksheets", "Help now"} <= set(titles)
    assert {"Each other’s patterns", "Conflict as growth"} <= set(titles), "the part of the guide that the reader is in"
    assert {"Background", "About"} <= set(titles), "the other parts, each as one link"
    page.keyboard.press("Shift+Tab")
    if focused(page, "tagName") == "SUMMARY":  # the menu has made way for the page, and is there again
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != f"{address}steps/safe-space/")


def test_the_skip_link_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(f"{address}steps/safe-space/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.querySelector('main').contains({FOCUSED})")


def test_the_exit_stays_in_view_and_leads_out(page: Page, address: str) -> None:
    page.goto(f"{address}steps/safe-space/")
    asked: list[str] = []

    def record(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.context.route(re.compile("^https:"), record)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    leave = page.get_by_role("link", name=re.compile("^Leave (this )?page$"))
    box = leave.bounding_box()
    assert box
    assert 0 <= box["y"] < 100
    assert box["height"] >= 24
    with page.expect_event("requestfailed"):
        leave.click()
    assert asked == ["https://www.bbc.co.uk/weather"]


def test_one_worksheet_from_the_first_field_to_the_last(page: Page, address: str) -> None:
    """Tab reaches every control in the order of the page; space ticks, arrows choose, nothing is covered."""
    page.goto(f"{address}worksheets/safe-space/conversation-agreement/")
    wanted = page.evaluate(
        """() => {
            const seen = new Set();
            return [...document.querySelectorAll("form :is(input, textarea)")].map((one) => one.name)
                .filter((name) => !seen.has(name) && seen.add(name));
        }"""
    )
    page.locator(".exercise .stop a").last.focus()
    reached = []
    for _ in range(len(wanted) + 10):
        page.keyboard.press("Tab")
        name = focused(page, "name")
        if name in wanted and name not in reached:
            assert is_in_view(page), name
            reached.append(name)
            kind = focused(page, "type")
            if kind == "radio":
                page.keyboard.press("Space")
                page.keyboard.press("ArrowDown")
                assert focused(page, "checked") == "True"
            elif kind in ("text", "textarea"):
                page.keyboard.type("By hand")
    assert reached == wanted
    assert page.locator("form input:checked").count() == len(
        set(page.locator("form input[type=radio]").evaluate_all("all => all.map(one => one.name)"))
    )
