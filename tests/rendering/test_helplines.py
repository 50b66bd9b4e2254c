"""Whom to call: the numbers on paper and on screen are those of the reader's country, and say how far to trust them."""

import re
from dataclasses import replace
from datetime import date

import pytest
from worksheets.authoring.yaml_document import Document
from worksheets.editions.brand import Brand, unknown_country
from worksheets.exercises.exercise_addresses import LARGE_PRINT, PAPERS
from worksheets.guide.helpline import Called, Helpline
from worksheets.guide.helplines import Country
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.helplines_by_country import helplines_by_country

from tests.support.renderers import BRAND, renderer_for, words

BRITISH = ("999", "Samaritans", "0808", "United Kingdom")


def shown(guide: Guide) -> str:
    """All helplines, as the book has them."""
    return helplines_by_country(renderer_for(guide), 2, str, whole=True)


def seen(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_letter_of_the_guides_own_copy_has_the_numbers_of_north_america(guide: Guide) -> None:
    mine = renderer_for(guide)
    last, margin = (seen(mine.foot("", margin=margin, paper="Letter")) for margin in (False, True))
    for text in (last, margin):
        assert not [one for one in BRITISH if one in text], text
        assert re.search(r"United States\)?: (Emergency )?911", text)
        assert re.search(r"Canada\)?: (Emergency )?911", text)
    assert "National Domestic Violence Hotline 1-800-799-7233 (for anyone)" in last
    assert "ShelterSafe sheltersafe.ca (for women and their children)" in last
    assert "Violence" not in margin, "a line of the margin has no room to say for whom each of them is"


def test_a4_of_the_guides_own_copy_has_those_of_its_country_and_says_for_whom(guide: Guide) -> None:
    mine = renderer_for(guide)
    for margin in (False, True):
        text = seen(mine.foot("", margin=margin, paper="A4"))
        assert re.search(r"United Kingdom\)?: Emergency 999", text), "people print on A4 in other countries too"
        assert "National Domestic Abuse Helpline 0808 2000 247 (for women, mainly in England)" in text
        assert "911" not in text


def test_a_browser_cannot_tell_the_paper_so_the_guides_own_copy_names_no_country(guide: Guide) -> None:
    text = seen(renderer_for(guide).foot(""))
    assert "In danger? Call the emergency number of your country." in text
    assert "Help now" in text
    assert not re.search(r"999|911|116 123|988", text)


@pytest.mark.parametrize("paper", ["A4", "Letter", None])
@pytest.mark.parametrize(("country", "number"), [("US", "911"), ("GB", "999"), ("AU", "000")])
def test_a_clinic_has_the_numbers_of_its_own_country_on_every_paper(
    guide: Guide, country: str, number: str, paper: str | None
) -> None:
    text = seen(renderer_for(guide, country=country, letter_countries=()).foot("", paper=paper))
    assert f"Emergency {number}" in text
    assert sum(f"Emergency {other}" in text for other in ("911", "999", "000")) == 1
    margin = renderer_for(guide, country=country, letter_countries=()).foot("", margin=True, paper=paper)
    assert seen(margin).startswith(f"Emergency {number}"), "all of its readers are in one country"


@pytest.mark.parametrize(
    ("country", "number"), [("ES", "024"), ("ES", "016"), ("FR", "3114"), ("IT", "1522"), ("US", "988")]
)
def test_a_service_that_bears_its_number_as_a_name_says_it_once(guide: Guide, country: str, number: str) -> None:
    """“3114 3114” at the foot of a sheet is a number of eight digits that nobody answers."""
    mine = renderer_for(guide, country=country, letter_countries=())
    for margin in (False, True):
        assert len(re.findall(rf"\b{number}\b", seen(mine.foot("", margin=margin)))) == 1


def test_every_line_against_violence_says_for_whom_it_is(guide: Guide) -> None:
    assert guide.helplines
    assert not [line.name for one in guide.helplines.countries for line in one.violence if not line.for_]


def test_nobody_says_that_a_number_was_checked_before_somebody_has_called(guide: Guide) -> None:
    text = seen(renderer_for(guide).foot("", paper="A4")) + seen(shown(guide))
    assert "Looked up on 22 November 2026, not yet called." in text
    assert not re.search(r"numbers? (were )?checked|last checked", text, re.IGNORECASE)


def called(guide: Guide, some: int) -> Guide:
    """The guide, with the first so many kinds of British numbers called; nobody calls an emergency number to try it."""
    assert guide.helplines
    rang = Called(on=date(2026, 11, 20), by="practice manager")
    british = guide.helplines.country("GB")
    assert british
    kinds = ("crisis", "violence")
    for kind in kinds[:some]:
        lines = tuple(line.model_copy(update={"called": rang}) for line in getattr(british, kind))
        british = british.model_copy(update={kind: lines})
    countries = tuple(british if one.code == "GB" else one for one in guide.helplines.countries)
    return replace(guide, helplines=guide.helplines.model_copy(update={"countries": countries}))


@pytest.mark.parametrize(
    ("some", "said"),
    [
        (0, "Looked up on 22 November 2026, not yet called."),
        (1, "Looked up on 22 November 2026, not all of them called yet."),
        (2, "Called on 20 November 2026 (practice manager)."),
    ],
)
def test_paper_says_who_called_and_when(guide: Guide, some: int, said: str) -> None:
    assert said in seen(renderer_for(called(guide, some)).foot("", paper="A4"))


def test_help_now_says_at_each_number_who_called_it(guide: Guide) -> None:
    assert "Called on" not in seen(shown(guide))
    text = seen(shown(called(guide, 1)))
    british = guide.helplines and guide.helplines.country("GB")
    assert british
    assert text.count("Called on 20 November 2026 (practice manager).") == len(british.crisis)


def test_a_call_keeps_a_number_fresh() -> None:
    looked = {"name": "A line", "number": "0123", "source": "a page", "seen": True, "looked-up": date(2026, 1, 1)}
    line = Helpline.model_validate(looked | {"called": {"on": date(2026, 9, 1), "by": "receptionist"}})
    assert line.last_look == date(2026, 9, 1)


def test_letter_countries_have_helplines() -> None:
    brand = BRAND.model_copy(update={"letter_countries": ("US", "QQ")})
    assert [str(one) for one in unknown_country(brand, Document("brand.yml", {}), {"GB", "US"})] == [
        "brand.yml:1: letter-country 2: There are no helplines for QQ in sources/helplines.yml. "
        "Write one of: `GB`, `US`."
    ]


def test_the_emergency_number_is_a_link_to_dial(guide: Guide) -> None:
    html = renderer_for(guide).emergency(lambda path: path)
    assert re.findall(r'href="(tel:[^"]+)"', html) == ["tel:999", "tel:911", "tel:911"]
    assert "United Kingdom" in html
    assert "Canada" in html
    html = renderer_for(guide, country="ZA", letter_countries=()).emergency(lambda path: path)
    assert re.findall(r'href="(tel:[^"]+)"', html) == ["tel:112", "tel:10111"]


def test_without_an_emergency_number_the_words_stand_alone(guide: Guide) -> None:
    mine = renderer_for(guide, country="DE", letter_countries=())
    own = Country(code="DE", name="Deutschland", emergency=(), crisis=(), violence=())
    assert guide.helplines
    mine.guide = replace(guide, helplines=guide.helplines.model_copy(update={"countries": (own,)}))
    html = mine.emergency(lambda path: path)
    assert "tel:" not in html
    assert "Call the emergency number of your country." in html


def test_all_papers_have_numbers() -> None:
    assert {paper.name for paper in (*PAPERS, *LARGE_PRINT)} == {"A4", "Letter"}


def test_words_of_the_foot_are_there_in_german() -> None:
    assert words("de")("not-called", day="x")


def test_a_brand_says_for_which_countries_letter_is() -> None:
    assert BRAND.countries_on("Letter") == ("US", "CA")
    assert BRAND.countries_on("A4") == ("GB",)
    assert BRAND.countries_on(None) == ()
    alone: Brand = BRAND.model_copy(update={"letter_countries": ()})
    assert alone.countries_on("Letter") == alone.countries_on(None) == ("GB",)


def test_the_page_with_helplines_shows_the_emergency_number(guide: Guide) -> None:
    for name in ("right-now.md", "safety/help-now.md"):
        page = next(page for page in guide.pages if page.path == name)
        assert next(marker.word for marker in page.markers) in ("emergency", "first-calls"), name
