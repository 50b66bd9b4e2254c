"""Who to call, on a browser's paper: a number and the name of its service are on one page."""

import pytest
from playwright.sync_api import Browser
from worksheets.rendering.helplines_by_country import helplines_by_country

from tests.support.pdf_viewers import mupdf_pages
from tests.support.real_sheets import edition_in, renderer_in
from tests.support.stylesheets import STYLES


@pytest.mark.parametrize(("language", "paper"), [("es", "A4"), ("ar", "Letter")])
def test_no_page_ends_between_a_name_and_its_number(language: str, paper: str, browser: Browser) -> None:
    renderer = renderer_in(edition_in(language))
    shown = helplines_by_country(renderer, 2, lambda path: "", whole=True)
    with browser.new_page() as page:
        page.set_content(f'<html lang="{language}"><style>{STYLES}</style><main><div class="prose">{shown}</div></main>')
        names = set(page.locator(".helplines__country li strong").all_inner_texts())
        pages = [one.get_text().split("\n") for one in mupdf_pages(page.pdf(format=paper))]
    ends = [next(line.strip() for line in reversed(page) if line.strip() and "/" not in line) for page in pages]
    assert len(names) > 20
    assert [line for line in ends if line in names] == []
