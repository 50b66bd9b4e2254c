"""Filling in a worksheet as a reader does, and reading it back."""

from playwright.sync_api import Page


def fill(page: Page, words: str) -> None:
    """Type into every box and tick every tick, with the keyboard; the last option of every group stays chosen.

    Covers and folded parts are opened before.
    """
    page.evaluate("document.querySelectorAll('main details:not(.exercise__clear)').forEach(one => { one.open = true })")
    for control in page.locator("form :is(input, textarea)").element_handles():
        kind = control.evaluate("one => { one.focus(); return one.type }")
        if kind in ("radio", "checkbox"):
            page.keyboard.press("Space")
        else:
            page.keyboard.insert_text(words if kind == "text" else f"{words}\n" * 9)


def press_enter(page: Page) -> None:
    """Press Enter in every control of a form where a browser could take it as “send”."""
    for control in page.locator("form input").element_handles():
        control.focus()
        page.keyboard.press("Enter")


def answers(page: Page) -> dict[str, str | bool]:
    """What is in every control, by id."""
    found = page.locator("form :is(input, textarea)").evaluate_all(
        "all => all.map(one => [one.id, ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value])"
    )
    return dict(found)


def clear(page: Page) -> None:
    """Start again: clear all answers."""
    button = page.get_by_role("button", name="Clear my answers")
    if not button.is_visible():
        page.get_by_text("Start again", exact=True).click()
    button.click()
