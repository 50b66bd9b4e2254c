"""A browser's paper does not part what is one: a number and the name of its service, a term and what it means."""

import pytest
from playwright.sync_api import Browser
from worksheets.rendering.helplines_by_country import helplines_by_country

from tests.support.pdf_viewers import mupdf_pages
from tests.support.real_sheets import edition_in, renderer_in
from tests.support.stylesheets import STYLES


def ends(browser: Browser, shown: str, what: str, paper: str = "A4") -> tuple[list[str], set[str]]:
    """The last line of each page, and the words of what must not be one."""
    with browser.new_page() as page:
        page.set_content(f'<html lang="en"><style>{STYLES}</style><main><div class="prose">{shown}</div></main>')
        names = set(page.locator(what).all_inner_texts())
        pages = [one.get_text().split("\n") for one in mupdf_pages(page.pdf(format=paper))]
    number = "/"  # which stands at the foot of each page
    return [next(line.strip() for line in page[::-1] if line.strip() and number not in line) for page in pages], names


@pytest.mark.parametrize(("language", "paper"), [("es", "A4"), ("ar", "Letter")])
def test_no_page_ends_between_a_name_and_its_number(language: str, paper: str, browser: Browser) -> None:
    shown = helplines_by_country(renderer_in(edition_in(language)), 2, lambda path: "", whole=True)
    last, names = ends(browser, shown, ".helplines__country li strong", paper)
    assert len(names) > 20
    assert [line for line in last if line in names] == []


def test_no_page_ends_between_a_term_and_what_it_means(browser: Browser) -> None:
    pair = "<dt>Term {0}</dt><dd>What it means, in {1}.</dd>"
    shown = "".join(pair.format(number, "a few words more " * (number % 7) * 3) for number in range(200))
    last, names = ends(browser, f"<dl>{shown}</dl>", "dt")
    assert len(last) > 5
    assert [line for line in last if line in names] == []
