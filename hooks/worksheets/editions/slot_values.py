"""What the slots of a page say in one copy: how many steps it has, who has read it, who has called its helplines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from ..authoring.words import Words
from ..guide.helplines import Helplines
from ..guide.page import Page
from ..guide.review import Review
from ..guide.slots import HOW_MUCH, filled_page, has_slots
from ..guide.texts_in_language import readers_pages
from ..guide.whole_guide import Guide
from .brand import Brand
from .review_sentences import review_of_many, review_of_one


def with_slots_filled(guide: Guide, brand: Brand, words: Mapping[str, Words], reviews: Mapping[str, Review]) -> Guide:
    """The guide with all that its pages leave to the build, in the words of each page's language.

    `words` has those of each language in use, and `reviews` the state of pages by path.
    """
    notes = (brand.helplines and brand.helplines.note, guide.helplines and guide.helplines.note)
    note = " ".join(one for one in notes if one)
    pages = []
    for page in guide.pages:
        t = words.get(page.language, words[brand.language])
        pages.append(filled_page(page, _values(page, guide, reviews, t, note)) if has_slots(page) else page)
    return replace(guide, pages=tuple(pages))


def _values(page: Page, guide: Guide, reviews: Mapping[str, Review], t: Words, note: str) -> dict[str, str]:
    """The text of every slot on a page. `note` says where the helplines come from."""
    easy = [one for path, one in reviews.items() if guide.settings.is_easy(path)]
    own = reviews.get(page.path)
    said: dict[str, Sequence[Markup]] = {
        "review of the guide": review_of_many(list(reviews.values()), t),
        "review of Easy Read": review_of_many(easy, t, easy=True),
        "review of this page": review_of_one(own, t) if own else [],
        "calls to helplines": [_calls(guide.helplines, t)] if guide.helplines else [],
        HOW_MUCH: [what_is_translated(guide, t)],
    }
    texts = {slot: " ".join(one.unescape() for one in sentences) for slot, sentences in said.items()}
    return {**step_values(guide, t), **texts, "note on helplines": note}


def step_values(guide: Guide, t: Words) -> dict[str, str]:
    """How many steps a copy has, in words with and without a capital, and in figures."""
    count = sum(section.step is not None for section in guide.catalogue.sections)
    numbers = t.texts["numbers"].split()
    word = numbers[count] if count < len(numbers) else str(count)
    capital = word[:1].upper() + word[1:]
    return {"number of steps": word, "Number of steps": capital, "number of steps in figures": str(count)}


def what_is_translated(guide: Guide, t: Words) -> Markup:
    """How many pages for readers and how many sheets this copy has in a language, of all that it shows."""
    pages = [page.language for page in readers_pages(guide)]
    sheets = [entry.language for entry in guide.catalogue.entries.values()]
    counts = {"pages": pages.count(t.language), "sheets": sheets.count(t.language)}
    if (counts["pages"], counts["sheets"]) == (len(pages), len(sheets)):
        return t("translated-all", **counts)
    return t("translated-some", **counts, allpages=len(pages), allsheets=len(sheets))


def _calls(helplines: Helplines, t: Words) -> Markup:
    """How many lines somebody has called; emergency numbers must not be tried."""
    lines = [line for country in helplines.countries for line in country.lines if line not in country.emergency]
    called = [line for line in lines if line.called]
    if not called:
        return t("calls-none")
    return t("calls-all") if len(called) == len(lines) else t("calls-some", count=len(called), all=len(lines))
