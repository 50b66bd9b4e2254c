"""What browsers put on paper."""

import subprocess
from typing import Any

from playwright.sync_api import Page


def printed_pages(page: Page, **settings: Any) -> list[str]:
    """The words of each sheet of paper, printed without backgrounds, as they appear there."""
    return _pages(page.pdf(**({"format": "A4"} | settings)))


def words_on(pdf: bytes) -> str:
    """All words of a PDF, with single spaces between them."""
    return " ".join(" ".join(_pages(pdf)).split())


def _pages(pdf: bytes) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return text.decode().split("\f")[:-1]


def printed_words(page: Page, **settings: Any) -> str:
    """All words on paper, with single spaces between them."""
    return " ".join(" ".join(printed_pages(page, **settings)).split())
