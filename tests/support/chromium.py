"""The Chromium that the tests use."""

import json
from collections.abc import Callable
from functools import cache

from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.support import programs

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Contexts = Callable[..., BrowserContext]
"""Gives a context of a browser for some settings of Playwright's, the same one to all who ask for the same."""


def launched(playwright: Playwright) -> Browser:
    """A real Chromium that, as for readers, keeps pages to go back to."""
    path = programs.chromium()
    assert path, "no Chromium: run `make test`, which installs one"
    return playwright.chromium.launch(
        executable_path=path, args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"]
    )


def shared_contexts(browser: Browser) -> Contexts:
    """Contexts that tests share: to make one takes half a second of work, and a page in it a fifth.

    So nothing may be done to a context itself, but to its pages alone. They are closed with the browser.
    """

    @cache
    def context_for(said: str) -> BrowserContext:
        return browser.new_context(**json.loads(said))

    return lambda **settings: context_for(json.dumps(settings, sort_keys=True))
