"""The menu of an edition, and what a page looks like when something that it led to is removed."""

from worksheets.editions.dropped_links import drop_links
from worksheets.editions.menu import Item, pages_in, pruned, retitled, with_own
from worksheets.editions.removal import Removed

NAV: list[Item] = [
    "index.md",
    {"Steps": [{"One": "steps/one.md"}, {"Deeper": [{"Two": "steps/two.md"}]}]},
    {"Help": "help.md"},
]
GONE = Removed(frozenset({"steps/two.md", "worksheets/one/sheet.md"}), frozenset({"one/sheet"}))


def test_what_is_gone_leaves_no_item_and_no_empty_section() -> None:
    assert pruned(NAV, {"steps/two.md"}) == ["index.md", {"Steps": [{"One": "steps/one.md"}]}, {"Help": "help.md"}]
    assert pruned(NAV, {"steps/one.md", "steps/two.md", "index.md"}) == [{"Help": "help.md"}]
    assert pruned(NAV, ()) == NAV


def test_own_pages_come_last_once_and_say_their_own_titles() -> None:
    assert pages_in(NAV) == {"index.md", "steps/one.md", "steps/two.md", "help.md"}
    assert with_own(NAV, ["help.md", "ours.md"], "Harbour") == [*NAV, {"Harbour": ["ours.md"]}]
    assert with_own(NAV, ["help.md"], "Harbour") == NAV
    assert retitled(NAV, {"help.md", "steps/one.md"}, {}) == [
        "index.md",
        {"Steps": ["steps/one.md", {"Deeper": [{"Two": "steps/two.md"}]}]},
        "help.md",
    ]


def test_titles_are_those_of_a_language_and_translated_pages_have_their_own() -> None:
    titles = {"Steps": "Schritte", "Help": "Hilfe", "Two": "Zwei"}
    assert retitled(NAV, {"help.md", "steps/one.md"}, titles) == [
        "index.md",
        {"Schritte": ["steps/one.md", {"Deeper": [{"Two": "steps/two.md"}]}]},
        {"Hilfe": "help.md"},
    ]


def test_links_to_what_is_removed_go_and_the_words_stay() -> None:
    assert drop_links("Read [two](two.md#next), then\n[help\nnow](../help.md).", "steps/one.md", GONE) == (
        "Read two, then\n[help\nnow](../help.md)."
    )
    assert drop_links("[A sheet](../worksheets/one/sheet.md) and [two](two.md)", "other/page.md", GONE) == (
        "A sheet and [two](two.md)"
    )


def test_a_list_item_that_only_led_to_what_is_removed_goes() -> None:
    page = "1. [One](one.md): begin.\n2. [Two](two.md): go\n   on.\n3. Plain.\n\nAfter [two](two.md)."
    assert drop_links(page, "steps/index.md", GONE) == "1. [One](one.md): begin.\n3. Plain.\n\nAfter two."


def test_a_row_of_links_loses_one_with_its_dot() -> None:
    row = "- Loud: [Two](steps/two.md) · [One](steps/one.md)\n- Late: [One](steps/one.md) ·\n  [Two](steps/two.md)\n"
    assert drop_links(row, "a-z.md", GONE) == "- Loud: [One](steps/one.md)\n- Late: [One](steps/one.md)\n"
