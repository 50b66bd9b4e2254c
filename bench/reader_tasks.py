"""What a reader on a phone has to tap and scroll for six tasks, from the start page, in Chromium.

The references are what the prototypes of November 2026 needed, measured by hand; ours are walked.
"""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from .row import Row

COMMAND = "python -m bench reader_tasks"
AGAINST = "the prototypes"
PHONE = {"width": 390, "height": 844}
STEPS = ("safe-space", "patterns", "boundaries", "self-care", "growth")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


class Walk:
    """A walk through the site that counts taps, and how many screens it takes to scroll to what is tapped."""

    def __init__(self, page: Page, start: str) -> None:
        self.page = page
        self.page.goto(start)
        self.taps = 0
        self.screens = 0.0

    def to(self, target: Locator) -> "Walk":
        """Scroll until something is whole in view."""
        box = target.bounding_box()
        assert box, "it cannot be seen"
        below = box["y"] + box["height"] - PHONE["height"]
        if below > 0:
            self.page.mouse.wheel(0, below)
            self.page.wait_for_timeout(100)
            self.screens += below / PHONE["height"]
        return self

    def tap(self, target: Locator) -> "Walk":
        """Scroll to something and tap it."""
        self.to(target)
        target.click()
        self.page.wait_for_load_state()
        self.taps += 1
        return self


def rows(site: Path, chromium: str | None) -> Iterator[Row]:
    """Taps and screens of each task."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    start = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        yield from _rows(page, start)
        browser.close()
    server.shutdown()
    server.server_close()


def _rows(page: Page, start: str) -> Iterator[Row]:
    walk = Walk(page, start)
    top = page.locator("main a[href='right-now/']").first.bounding_box()
    assert top
    yield Row("Top of the first link to Right now", top["y"], 500, "px", "the goal", COMMAND)
    walk.tap(page.locator("main a[href='right-now/']").first)
    yield from _both("In a row right now", walk, 1, 0)
    walk = Walk(page, f"{start}steps/boundaries/")
    page.mouse.wheel(0, 5000)
    page.wait_for_timeout(100)
    walk.tap(page.locator(".menu summary")).tap(page.locator(".menu__now a").first)
    yield from _both("The same, from deep in a step", walk, 2, 0)
    walk = Walk(page, start).tap(page.locator("a[href='worksheets/']:visible").first)
    for choice in ("#choose-minutes-5", "#choose-for-one"):
        walk.tap(page.locator(choice))
    shown = page.locator(".shelf__row:visible a:not(.shelf__pdf)")
    last = shown.last.bounding_box()
    assert last
    end = (last["y"] + last["height"] + page.evaluate("scrollY")) / PHONE["height"]
    walk.tap(shown.first)
    yield from _both("A sheet for 5 minutes and for one", walk, 4, 0)
    yield Row("End of the list of such sheets", end, 4.3, "screens", AGAINST, COMMAND)
    walk = Walk(page, f"{start}worksheets/")
    walk.tap(page.locator(".shelf__row a[href='safe-space/conversation-agreement/']"))
    yield from _both("Conversation agreement, from the list", walk, 2, 1.7)
    walk = Walk(page, start).tap(page.locator(".menu summary")).tap(page.locator(".menu__now a").nth(1))
    walk.to(page.locator("a[href='tel:911']").first)
    yield from _both("A number for the United States", walk, 3, 0)
    heights = []
    for step in STEPS:
        page.goto(f"{start}steps/{step}/")
        heights.append(page.evaluate("document.documentElement.scrollHeight") / PHONE["height"])
    yield Row("The longest step", max(heights), 13, "screens", "the goal", COMMAND)


def _both(what: str, walk: Walk, taps: float, screens: float) -> Iterator[Row]:
    yield Row(f"{what}: taps", walk.taps, taps, "taps", AGAINST, COMMAND)
    yield Row(f"{what}: scrolling", walk.screens, screens, "screens", AGAINST, COMMAND)
