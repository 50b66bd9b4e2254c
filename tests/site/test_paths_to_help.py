"""How far it is from the start page to something that helps: taps, and the words that a reader passes on the way.

Each path is walked on a phone, by tapping links by their words. Counted are the words that can be seen above each link,
from the top of its page or from the place to which the last link led, and those above what helps at the end.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from tests.support.project import built_guide
from tests.support.servers import served

PHONE: ViewportSize = {"width": 360, "height": 740}
MOST_TAPS = 3
MOST_WORDS = 250
MOST_SCREENS = 4
OTHER = "Something else?"

PATHS = {
    "in a row now": (["right now?"], ".acts"),
    "frightened, in the UK": (["In danger?"], "main [href='tel:999']"),
    "frightened, in the US": (["In danger?"], "main [href='tel:911']"),
    "not sure if it is safe": (["Afraid of your partner, or not sure?"], "main h2:has-text('A private check') + p"),
    "dragged here": (["A little is enough", "a safe space to talk"], ".try"),
    "awake at 2 am, and no reply": ([OTHER, "Awake and alone"], ".acts"),
    "said something awful": ([OTHER, "I said something awful"], "main form :is(input, textarea)"),
    "the children heard it": ([OTHER, "The children heard it"], ".acts"),
    "a new baby": ([OTHER, "A new baby"], ".acts"),
    "an affair": ([OTHER, "An affair"], ".acts"),
    "phones and jealousy": ([OTHER, "Phones"], ".acts"),
    "on the edge of leaving": ([OTHER, "Leaving"], ".acts"),
    "split up, with children": ([OTHER, "Split up"], ".acts"),
    "told to forgive": ([OTHER, "Told to forgive"], ".acts"),
    "money": ([OTHER, "Money"], ".acts"),
    "sex": ([OTHER, "Sex"], ".acts"),
    "families": ([OTHER, "Families"], ".acts"),
    "far apart": ([OTHER, "Far apart"], ".acts"),
    "the partner will not": ([OTHER, "Only one wants this"], ".acts"),
    "low mood": ([OTHER, "Low mood"], ".acts"),
    "autism or ADHD": ([OTHER, "Autism, ADHD"], ".acts"),
    "looking for a therapist": ([OTHER, "A therapist"], "main h2:has-text('Two-minute version') + p"),
    "one sheet to print": (["10 minutes", "Conversation agreement"], "main h1"),
}
"""Who comes, the links that they tap, and what helps at the end. A sheet's own page is what is printed."""

PLACE = "location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))"
"""To where the last link led, if not to the top of a page."""

WORDS_ABOVE = (
    f"(target) => {{ const place = {PLACE};"
    + r"""
    const seen = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    let words = 0;
    while (seen.nextNode()) {
        const text = seen.currentNode;
        const after = (one) => one.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (target.contains(text) || after(target)) break;
        if (place && !place.contains(text) && !after(place)) continue;
        if (text.parentElement.checkVisibility()) words += text.data.split(/\s+/).filter(Boolean).length;
    }
    return words;
}"""
)

IS_BELOW = f"target => {{ const place = {PLACE}; return !place || !!(place.compareDocumentPosition(target) & 4) }}"


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(built_guide(tmp_path_factory)) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()


def link(page: Page, words: str) -> Locator:
    """The first link with these words, from where the reader is."""
    found = page.locator("main a").filter(has_text=words).all()
    return next(one for one in found if one.evaluate(IS_BELOW))


@pytest.mark.parametrize("who", PATHS)
def test_help_is_three_taps_and_few_words_away(who: str, page: Page, start: str) -> None:
    taps, helps = PATHS[who]
    assert len(taps) <= MOST_TAPS
    page.goto(start)
    passed = []
    for words in taps:
        passed.append(link(page, words).evaluate(WORDS_ABOVE))
        link(page, words).click()
        page.wait_for_load_state()
    found = page.locator(helps).first
    assert found.is_visible(), f"{page.url} has nothing of that kind to see"
    passed.append(found.evaluate(WORDS_ABOVE))
    assert sum(passed) <= MOST_WORDS, passed


def test_each_page_for_a_bad_moment_is_short_and_begins_with_when_to_stop(page: Page, start: str) -> None:
    """All of them as a reader has them, with bar and foot; and the list leads to each."""
    page.goto(f"{start}situations/")
    addresses = page.locator("main .tile").evaluate_all("links => links.map(link => link.href)")
    inside = [one for one in addresses if one.startswith(f"{start}situations/")]
    assert len(inside) == 15
    for address in inside:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollHeight") <= MOST_SCREENS * PHONE["height"], address
        stop, acts = page.locator(".stop").bounding_box(), page.locator(".acts").bounding_box()
        assert stop
        assert acts
        assert stop["y"] < acts["y"] < PHONE["height"], address


def test_the_way_in_is_seen_before_anyone_scrolls(page: Page, start: str) -> None:
    page.goto(start)
    box = link(page, OTHER).locator("strong").bounding_box()
    assert box
    assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("number", ["999", "911"])
def test_a_page_that_is_missing_shows_whom_to_call_in_its_first_screen(number: str, start: str, page: Page) -> None:
    page.goto(f"{start}404.html")
    box = page.locator(f"main [href='tel:{number}']").first.bounding_box()
    assert box
    assert box["y"] + box["height"] < PHONE["height"]
    assert page.locator("main a.emergency__others").get_attribute("href") == "/safety/help-now/#countries"
