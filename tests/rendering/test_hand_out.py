"""A clinician finds the whole address of each pack and sheet of this copy, and of none that it leaves out."""

import re

from worksheets.guide.markers import Marker
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.hand_out import addresses
from worksheets.rendering.marker_content import marker_content

from tests.support.renderers import renderer_for

SITE = "https://quay.example.org/guide/"


def test_each_pack_and_sheet_stands_in_the_list_with_its_whole_address(guide: Guide) -> None:
    renderer = renderer_for(guide)
    renderer.address = SITE
    html = addresses(renderer, 3, lambda page: f"../{page}")
    names = [
        *(f"packs/{id_}" for id_ in guide.packs.entries),
        *(f"worksheets/{id_}" for id_ in guide.catalogue.entries),
    ]
    assert len(names) > 60
    assert sorted(re.findall(rf"{SITE}([^<]*)/</span>", html)) == sorted(names)
    assert sorted(re.findall(r'href="../([^"]*)\.md"', html)) == sorted(names)
    assert html.count("<h3") == 1 + len(guide.catalogue.sections)


def test_without_an_address_of_the_site_there_are_links_alone(guide: Guide) -> None:
    html = marker_content(renderer_for(guide), Marker("addresses", "", 1, 2), str)
    assert "https:" not in html
    assert html.count("<li><a href=") == len(guide.packs.entries) + len(guide.catalogue.entries)
