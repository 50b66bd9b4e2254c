"""Whom to call, in Easy Read: nothing is left out, and the numbers are those of the copy's own countries."""

import re
from dataclasses import replace
from html import unescape

import pytest
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.easy_calls import easy_calls
from worksheets.rendering.renderer import Renderer

from tests.support.renderers import BRAND, renderer_for, words


def renderer(guide: Guide, country: str, letter: tuple[str, ...] = ()) -> Renderer:
    mine = renderer_for(guide)
    mine.brand = BRAND.model_copy(update={"country": country, "letter_countries": letter})
    return mine


def lines(html: str) -> list[str]:
    """The words of each paragraph."""
    return [" ".join(unescape(re.sub(r"<[^>]+>", "", text)).split()) for text in re.findall(r"<p[^>]*>(.*?)</p>", html)]


def test_every_country_of_the_copy_has_a_line_with_its_number(guide: Guide) -> None:
    html = easy_calls(renderer(guide, "GB", ("US", "CA")), "easy-emergency", 2)
    assert lines(html) == ["In danger? Call.", "999 United Kingdom", "911 United States", "911 Canada"]
    assert re.findall(r'href="(tel:\d+)"', html) == ["tel:999", "tel:911", "tel:911"]


def test_where_no_number_is_known_it_says_what_to_call(guide: Guide) -> None:
    html = easy_calls(renderer(replace(guide, helplines=None), "GB"), "easy-emergency", 2)
    assert lines(html) == [words()("call-anywhere")]


@pytest.mark.parametrize("code", ["GB", "US", "DE", "NZ", "XX"])
def test_all_helplines_of_the_country_are_there_and_none_of_another(code: str, guide: Guide) -> None:
    assert guide.helplines
    country = guide.helplines.country(code)
    assert country
    said = lines(easy_calls(renderer(guide, code, ("CA",)), "easy-helplines", 3))
    for line in country.lines:
        assert line.name in said
        for way in filter(None, (line.number, line.text, line.web, line.note)):
            assert " ".join(way.split()) in said
    assert [one for one in said if re.fullmatch(r"[\d ()+#*/-]{5,}", one)] == [
        line.number
        for services in country.by_kind.values()
        for line in services
        if line.number and len(line.number) > 4
    ]
    assert any("not yet called" in one or "not all of them called" in one for one in said)


def test_each_service_stands_beside_a_picture(guide: Guide) -> None:
    html = easy_calls(renderer(guide, "GB"), "easy-helplines", 3)
    assert html.count("<svg") == len(re.findall(r"</svg>\s*<(?:div|p)", html))
    assert html.count("<svg") >= html.count("easy-calls")


def test_no_line_is_a_heading_that_only_eyes_can_tell(guide: Guide) -> None:
    """HTML_CodeSniffer asks of a paragraph that is nothing but strong words whether it heads what follows."""
    for name in ("easy-emergency", "easy-helplines"):
        assert not re.search(
            r"<p[^>]*>\s*<strong>(?:(?!</p>).)*</strong>\s*</p>", easy_calls(renderer(guide, "GB"), name, 3)
        )
