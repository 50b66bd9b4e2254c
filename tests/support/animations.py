"""What moves in a page: whether, until when, and at which moment it is."""

from playwright.sync_api import Page


def moving(page: Page) -> int:
    """How many animations there are."""
    return int(page.evaluate("document.getAnimations().length"))


def ends(page: Page) -> list[tuple[int, str]]:
    """When each animation ends, in milliseconds from its start, and its name."""
    found = page.evaluate(
        "document.getAnimations().map(one => [one.effect.getComputedTiming().endTime, one.animationName])"
    )
    return [(end, name) for end, name in found]


def go_to(page: Page, milliseconds: float) -> None:
    """Set every animation to a moment after its start."""
    page.evaluate(
        "time => document.getAnimations().forEach(one => { one.pause(); one.currentTime = time })", milliseconds
    )


def come_to_rest(page: Page) -> None:
    """Wait until nothing moves."""
    for _ in range(100):
        if not moving(page):
            return
        page.wait_for_timeout(50)
    raise AssertionError("it moves for more than five seconds")
