"""The Chromium that the tests use."""

from playwright.sync_api import Browser, Playwright

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


def launched(playwright: Playwright) -> Browser:
    """A real Chromium that, as for readers, keeps pages to go back to."""
    path = programs.chromium()
    assert path, "no Chromium: run `make test`, which installs one"
    return playwright.chromium.launch(
        executable_path=path, args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"]
    )
