"""What may come after an exercise: on its own page with reasons, on paper in one line, and nowhere else."""

import re
from dataclasses import replace
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode
from worksheets.editions.removal import Removed, pruned_guide
from worksheets.exercises.exercise_addresses import PAPERS, exercise_page, exercise_pdf, pack_pdf, section_pdf
from worksheets.guide.whole_guide import Guide

from tests.support.project import EXERCISES
from tests.support.real_sheets import ADDRESS, real_sheets
from tests.support.renderers import renderer_for

REPLAY = "repair/replay-without-a-verdict"
HALF = "patterns/my-half-of-the-loop"
"""It comes after some, and a reader who has done another can skip it."""


def shown(guide: Guide, id_: str, heading: int = 1) -> LexborHTMLParser:
    return LexborHTMLParser(str(renderer_for(guide).exercise(id_, heading, lambda path: f"/{path}")))


def words(nodes: list[LexborNode]) -> list[str]:
    return [" ".join(node.text().split()) for node in nodes]


def without(guide: Guide, *ids: str) -> Guide:
    return pruned_guide(guide, Removed(frozenset(map(exercise_page, ids)), frozenset(ids)))


def test_its_own_page_says_what_next_with_a_link_and_a_reason(guide: Guide) -> None:
    for id_ in EXERCISES:
        page, entry = shown(guide, id_), guide.catalogue.entries[id_]
        assert words(page.css(".onward h2")) == ["What next"], id_
        assert 1 <= len(entry.exercise.next_) <= 2
        assert words(page.css(".onward li")) == [
            f"{guide.catalogue.entries[way.go].exercise.title} {way.why}" for way in entry.exercise.next_
        ]
        links = [link.attributes["href"] for link in page.css(".onward li a")]
        assert links == [f"/{exercise_page(way.go)}" for way in entry.exercise.next_]


def test_a_page_of_the_guide_says_nothing_of_it(guide: Guide) -> None:
    assert not shown(guide, REPLAY, 3).css(".onward, .exercise__onward")
    assert "you can skip this" not in (shown(guide, HALF, 3).html or "")


def test_its_own_page_says_who_can_skip_it_right_after_what_it_is_for(guide: Guide) -> None:
    (skip,) = shown(guide, HALF).css(".exercise__purpose + p")
    assert words([skip]) == ["If you have just done “My replay”, you can skip this."]
    (link,) = skip.css("a")
    assert link.attributes["href"] == "/worksheets/repair/my-replay.md"
    entry = guide.catalogue.entries[HALF]
    two = entry.exercise.model_copy(update={"skip_if_done": ("repair/my-replay", REPLAY)})
    entries = guide.catalogue.entries | {HALF: replace(entry, exercise=two)}
    both = replace(guide, catalogue=replace(guide.catalogue, entries=entries))
    assert "If you have just done “My replay” or “Replay without a verdict”, you can skip this." in words(
        shown(both, HALF).css("p")
    )


def test_what_a_copy_removes_is_no_way_on(guide: Guide) -> None:
    first, second = (way.go for way in guide.catalogue.entries[HALF].exercise.next_)
    left = shown(without(guide, first, "repair/my-replay"), HALF)
    assert [link.attributes["href"] for link in left.css(".onward a")] == [f"/{exercise_page(second)}"]
    assert "you can skip this" not in (left.html or "")
    assert not shown(without(guide, first, second), HALF).css(".onward")


def test_paper_has_the_titles_in_one_line(guide: Guide) -> None:
    for id_ in EXERCISES:
        sheet = real_sheets()[exercise_pdf(id_, PAPERS[0])]
        titles = [guide.catalogue.entries[way.go].exercise.title for way in guide.catalogue.entries[id_].exercise.next_]
        page = LexborHTMLParser(sheet.html)
        assert words(page.css(".exercise__onward")) == ["What next: " + " · ".join(titles)], id_
        links = [(link.attributes["href"] or "#")[1:] for link in page.css(".exercise__onward a")]
        assert all(sheet.binding.elsewhere[link].startswith(f"{ADDRESS}worksheets/") for link in links), id_


def test_a_sheet_in_the_same_pdf_is_named_with_its_page() -> None:
    """No link leads to a place that is not there, so no number of a page is wrong."""
    counted = 0
    for path in (section_pdf("repair", PAPERS[0]), pack_pdf("six-weeks", PAPERS[0])):
        page = LexborHTMLParser("".join(real_sheets()[path].documents))
        here = {f"#{node.attributes['id']}" for node in page.css("[id]")}
        for link in page.css(".exercise__onward a"):
            href = link.attributes["href"] or ""
            is_here = href in here
            assert is_here or real_sheets()[path].binding.elsewhere[href[1:]].startswith(ADDRESS), href
            assert (link.attributes["class"], link.attributes["data-before"]) == ("page-reference", "page ")
            counted += is_here
    assert counted >= 10


def test_no_solo_sheet_leads_to_sheets_for_two_alone(guide: Guide) -> None:
    entries = guide.catalogue.entries
    for id_, entry in entries.items():
        ways = {entries[way.go].exercise.for_ for way in entry.exercise.next_}
        assert entry.exercise.for_ == "both" or "one" in ways, id_


def test_the_main_path_is_there(guide: Guide) -> None:
    """From the first sentence to the weekly check-in, and from the first signs to words that put it right."""
    paths = (
        "two-column-opener conversation-agreement before-we-start twenty-minute-talk weekly-check-in",
        "early-signs pause-plan ready-to-reconnect replay-without-a-verdict words-to-put-it-right",
    )
    by_name = {re.sub(".*/", "", id_): entry.exercise for id_, entry in guide.catalogue.entries.items()}
    for names in map(str.split, paths):
        for name, following in pairwise(names):
            assert following in {re.sub(".*/", "", way.go) for way in by_name[name].next_}, name
