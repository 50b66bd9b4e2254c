"""Whom to call, by country: each has what somebody afraid looks for, and is one tap from the page Help now."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import Edition, read_edition
from worksheets.editions.new_clinic_folder import new_clinic
from worksheets.guide.helpline import Helpline
from worksheets.guide.helplines import Country
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.helplines_by_country import helplines_by_country, pages_of_regions

from tests.support.project import ROOT
from tests.support.renderers import renderer_for, words

NEW = date(2026, 11, 30)
"""The day of the first look that took in only what was read on a stored page."""

EVERYWHERE = ("emergency", "crisis", "violence")


def seen(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def countries(guide: Guide) -> tuple[Country, ...]:
    assert guide.helplines
    return guide.helplines.countries


def sections(html: str) -> dict[str, str]:
    """The section of each country on a page, by its code."""
    found = re.findall(r'<section .*?id="help-(\w\w)".*?</section>', html, re.DOTALL)
    return dict(zip(found, re.findall(r"<section .*?</section>", html, re.DOTALL), strict=True))


def index(html: str) -> dict[str, list[str]]:
    """Where each row of the list of countries leads, by code: the country first, then its numbers."""
    rows = [re.findall(r'href="([^"]*)"', row) for row in re.findall(r"<li>(.*?)</li>", html.split("</nav>")[0])]
    return {row[0].split("#help-")[1]: row for row in rows}


def test_countries_stand_alone_in_order_and_the_union_is_gone(guide: Guide) -> None:
    *named, last = countries(guide)
    assert len(named) >= 29
    assert "EU" not in {one.code for one in named}
    assert [one.name for one in named] == sorted(one.name for one in named)
    assert last.code == "XX"


def test_every_country_has_the_three_kinds_with_a_way_to_reach_them(guide: Guide) -> None:
    for country in countries(guide):
        for kind in EVERYWHERE:
            assert country.by_kind[kind], (country.code, kind)
        if country.code != "XX":
            assert country.emergency_numbers, country.code


def test_no_number_was_taken_from_memory_since(guide: Guide) -> None:
    late = [line for country in countries(guide) for line in country.lines if line.looked_up >= NEW]
    assert len(late) > 100
    assert all(line.seen for line in late)
    assert not [line.name for line in late if not re.search(r"stored (page|cop)|open project|a copy of", line.source)]


def test_an_empty_kind_says_that_we_know_none(guide: Guide) -> None:
    line = Helpline.model_validate(
        {"name": "Police", "number": "110", "source": "a test", "seen": True, "looked-up": NEW}
    )
    alone = Country(code="QQ", name="Nowhere", emergency=(line,), crisis=(), violence=())
    assert guide.helplines
    mine = replace(guide, helplines=guide.helplines.model_copy(update={"countries": (alone,)}))
    text = seen(helplines_by_country(renderer_for(mine), 2, str))
    assert text.count("We know of no line for this here.") == 3
    assert "After sexual violence" not in text


def test_every_country_has_a_word_for_those_who_fear_that_they_may_hurt_somebody(guide: Guide) -> None:
    by_code = {one.code.lower(): one for one in countries(guide)}
    shown = sections(helplines_by_country(renderer_for(guide), 2, str, whole=True))
    assert shown.keys() == by_code.keys()
    for code, section in shown.items():
        text = seen(section).split("If you fear that you may hurt somebody")[1]
        known = by_code[code].own_behaviour
        assert ("We know of no line for this here." in text) == (not known), code
        assert all(line.name in text for line in known), code
    assert sum(bool(one.own_behaviour) for one in by_code.values()) >= 11


def test_each_country_is_one_tap_away_and_its_emergency_number_none(guide: Guide) -> None:
    mine = renderer_for(guide)
    html = helplines_by_country(mine, 2, str)
    home, rows = sections(html), index(html)
    assert rows.keys() == {one.code.lower() for one in countries(guide)}
    assert set(home) == {"gb", "us", "ca", "xx"}
    for country in countries(guide):
        leads, *numbers = rows[country.code.lower()]
        page, anchor = leads.split("#")
        there = html if not page else helplines_by_country(mine, 2, str, region=str(country.region))
        assert page in ("", pages_of_regions(guide).get(str(country.region))), leads
        assert f'id="{anchor}"' in there
        dialled = [f"tel:{number}" for number in country.emergency_numbers]
        assert numbers == (dialled if country.code != "XX" else [])


def test_a_tap_dials_what_is_shown(guide: Guide) -> None:
    html = helplines_by_country(renderer_for(guide), 2, str, whole=True)
    links = re.findall(r'href="tel:([^"]+)"[^>]*>([^<]+)<', html)
    assert len(links) > 180
    for dialled, shown in links:
        assert dialled == re.sub(r"[ ()]", "", shown).replace("#", "%23")


def test_countries_are_named_as_people_there_call_them(guide: Guide) -> None:
    html = helplines_by_country(renderer_for(guide), 2, str, region="europe")
    assert 'Germany (<bdi lang="de">Deutschland</bdi>)' in html
    german = renderer_for(guide, language="de")
    german.words = {"en": words("en"), "de": words("de")}
    html = helplines_by_country(german, 2, str, region="europe")
    names = [seen(row) for row in re.findall(r"<li><a [^>]*>(.*?)</a>", html)]
    assert {"Deutschland", "Österreich", "Schweiz"} < set(names)
    assert "Schweden ( Sverige )" in names
    assert "Deutschland" not in helplines_by_country(renderer_for(guide), 2, str, whole=True), (
        "paper may lack the letters"
    )


def test_the_copy_of_a_practice_has_its_own_country_first_with_the_numbers_of_the_guide(guide: Guide) -> None:
    edition, german, problems = read_edition(Folders.of(ROOT), ROOT / "clinics" / "example-de")
    assert edition
    assert not problems
    first = countries(german)[0]
    assert (first.code, first.region) == ("DE", "europe")
    known = next(one for one in countries(guide) if one.code == "DE")
    numbers = {line.number for line in known.lines}
    assert {line.number for line in first.lines} <= numbers
    assert all(line.seen for line in first.lines)


@pytest.mark.parametrize("region", ["europe", "america", "africa", "asia"])
def test_a_page_of_a_region_shows_its_countries_and_no_other(guide: Guide, region: str) -> None:
    html = helplines_by_country(renderer_for(guide), 2, str, region=region)
    codes = [one.code.lower() for one in countries(guide) if one.region == region]
    assert list(sections(html)) == list(index(html)) == codes
    assert region in pages_of_regions(guide)


OWN = """\
more-helplines:
  crisis:
    - name: Harbour line
      number: "01632 960 002"
      note: Weekdays, 9 to 5.
      source: our own
      seen: true
      looked-up: 2026-11-20
      called: { on: 2026-11-20, by: practice manager }
    - name: Samaritans
      number: "116123"
      source: its site
      seen: true
      looked-up: 2026-11-20
      called: { on: 2026-11-20, by: practice manager }
"""


def copy_with(tmp_path: Path, lines: str) -> tuple[Edition | None, list[str]]:
    """A new copy in Great Britain with some lines in its brand.yml."""
    new_clinic(ROOT, tmp_path / "quay")
    with (tmp_path / "quay" / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(lines)
    edition, _, problems = read_edition(Folders.of(ROOT), tmp_path / "quay")
    return edition, [str(problem) for problem in problems]


def test_a_line_of_ones_own_stands_before_those_of_the_guide_on_screen_and_on_paper(
    guide: Guide, tmp_path: Path
) -> None:
    edition, problems = copy_with(tmp_path, OWN)
    assert edition, problems
    first, known = countries(edition.guide)[0], next(one for one in countries(guide) if one.code == "GB")
    assert [line.name for line in first.crisis][:2] == ["Harbour line", "Samaritans"]
    assert first.crisis[1].called, "it takes the place of the guide's"
    assert len(first.crisis) == len(known.crisis) + 1
    assert [line.name for line in first.violence] == [line.name for line in known.violence]
    assert first.first_by_kind["crisis"].name == "Harbour line"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("more-helplines: {}\n", "more-helplines: There is no line here."),
        (
            OWN.replace("crisis:", "young:").replace("name: Samaritans", "name: Good people"),
            "more-helplines: The number 116123 has two names with the guide’s list: “Samaritans” and “Good people”.",
        ),
        (
            f"{OWN}helplines: {{ code: GB, name: Here, emergency: [], crisis: [], violence: [] }}\n",
            "more-helplines: `helplines` takes the place of the guide’s list, so these would not be shown. Move them",
        ),
    ],
)
def test_a_line_of_ones_own_that_does_not_fit_is_told(lines: str, said: str, tmp_path: Path) -> None:
    assert [one for one in copy_with(tmp_path, lines)[1] if said in one] != []


def test_own_lines_say_in_which_language_they_are(guide: Guide, tmp_path: Path) -> None:
    """In the other languages of a copy too, in which nobody has written them."""
    new_clinic(ROOT, tmp_path / "quay")
    with (tmp_path / "quay" / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(f"languages: [en, es]\n{OWN}")
    edition, _, problems = read_edition(Folders.of(ROOT), tmp_path / "quay", code="es")
    assert edition, problems
    assert [line.language for line in countries(edition.guide)[0].crisis][:2] == ["en", "en"]
