"""What a list of exercises asks: only what makes a difference in this copy."""

from dataclasses import replace

from worksheets.guide.whole_guide import Guide
from worksheets.rendering.filters import LIMITS, combinations, filters, fitting

from tests.support.renderers import renderer_for, words


def asked(guide: Guide, *ids: str) -> dict[str, list[str]]:
    """The answers that are offered, by question, in a copy with no other exercises than these."""
    entries = {id_: entry for id_, entry in guide.catalogue.entries.items() if id_ in ids or not ids}
    found = filters(replace(guide.catalogue, entries=entries), guide.settings, words())
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


def test_every_combination_of_answers_has_its_rule_once(guide: Guide) -> None:
    found = list(combinations(filters(guide.catalogue, guide.settings, words())))
    situations = len(guide.settings.situations)
    assert len(found) == len({tuple(names) for names in found}) == 3 * 3 * (situations + 1) - 1
    assert renderer_for(guide).filters_style().count(":not(:has(") == len(found)


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


def test_situations_that_a_language_does_not_have_say_in_which_they_are(guide: Guide) -> None:
    id_, other = list(guide.settings.situations)[:2]
    (when,) = [one for one in filters(guide.catalogue, guide.settings, words("es"), {id_}) if one.name == "when"]
    languages = {answer.name: answer.language for answer in when.answers}
    assert (languages[f"when-{id_}"], languages[f"when-{other}"]) == ("", "en")
