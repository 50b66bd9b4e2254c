"""What a list of exercises asks: only what makes a difference in this copy."""

from dataclasses import replace
from itertools import product

from worksheets.guide.whole_guide import Guide
from worksheets.rendering.filters import LIMITS, emptying, filters, fitting

from tests.support.renderers import renderer_for, words


def asked(guide: Guide, *ids: str) -> dict[str, list[str]]:
    """The answers that are offered, by question, in a copy with no other exercises than these."""
    entries = {id_: entry for id_, entry in guide.catalogue.entries.items() if id_ in ids or not ids}
    found = filters(replace(guide, catalogue=replace(guide.catalogue, entries=entries)), words())
    return {one.name: [answer.name for answer in one.answers] for one in found}


def test_the_whole_guide_offers_every_answer_in_the_order_of_its_list(guide: Guide) -> None:
    assert asked(guide) == {
        "minutes": [f"minutes-{limit}" for limit in LIMITS],
        "for": ["for-one", "for-both"],
        "when": [f"when-{one}" for one in guide.settings.situations],
    }


def test_a_copy_offers_no_answer_that_none_of_its_exercises_fits(guide: Guide) -> None:
    assert asked(guide, "support/first-call") == {"for": ["for-one"], "when": ["when-getting-help"]}
    assert asked(guide, "repair/slow", "repair/ready-to-reconnect")["when"] == [
        "when-row-now",
        "when-after-row",
        "when-before-talk",
    ]


def test_a_short_sheet_fits_every_longer_time(guide: Guide) -> None:
    assert fitting(guide.catalogue.entries["safe-space/before-we-start"])[:2] == ["minutes-5", "minutes-10"]
    assert fitting(guide.catalogue.entries["repair/my-pause-plan"])[:1] == ["minutes-10"]


def test_a_section_goes_whenever_nothing_of_it_is_left(guide: Guide) -> None:
    found = [set(names) for names in emptying(guide, filters(guide, words()))]
    assert len(found) == len({frozenset(names) for names in found})
    assert renderer_for(guide).filters_style().count(":not(:has(") == len(found)
    every = [["", *names] for names in asked(guide).values()]
    sections = [guide.catalogue.of(section) for section in guide.catalogue.sections]
    for rows in [*sections, [entry for section in sections for entry in section]]:
        of_rows = [set(fitting(entry)) for entry in rows]
        for chosen in ({name for name in names if name} for names in product(*every)):
            is_hidden = any(names <= chosen and not any(names <= row for row in of_rows) for names in found)
            assert is_hidden == (not any(chosen <= row for row in of_rows)), (chosen, rows[0].id)


def test_a_guide_in_which_every_answer_leaves_something_hides_no_section(guide: Guide) -> None:
    one = {"support/first-call": guide.catalogue.entries["support/first-call"]}
    style = renderer_for(replace(guide, catalogue=replace(guide.catalogue, entries=one))).filters_style()
    assert "#choose-for-one" in style
    assert "--nothing" not in style, "a rule without a selector"


def test_a_guide_without_exercises_asks_nothing(guide: Guide) -> None:
    empty = replace(guide, catalogue=replace(guide.catalogue, entries={}))
    renderer = renderer_for(empty)
    assert renderer.filters_style() == ""
    assert "<form" not in renderer.worksheets(2, str)


def test_each_sheet_in_the_a_z_is_called_by_its_title(guide: Guide) -> None:
    page = guide.page("a-z.md")
    assert page
    titles = {
        f"worksheets/{id_}.md": f"Sheet: {entry.exercise.title}" for id_, entry in guide.catalogue.entries.items()
    }
    named = [(link.path, link.words) for link in page.links if link.path in titles]
    assert len(named) > 30
    assert [(path, words) for path, words in named if titles[path] != words] == []
