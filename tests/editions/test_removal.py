"""What a clinic can leave out, what goes with it, and what nobody can leave out."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from worksheets.authoring.problems import Problem
from worksheets.editions.brand import read_brand
from worksheets.editions.dropped_links import drop_links
from worksheets.editions.removal import Removed, dangling_links, pruned_guide, removals
from worksheets.exercises.exercise_addresses import exercise_page, pack_page
from worksheets.guide.whole_guide import Guide

from tests.support.project import ROOT, SMALL_CLINIC
from tests.support.renderers import SETTINGS, renderer_for


def removal(home: Path, guide: Guide, **remove: list[str]) -> tuple[Removed, list[Problem]]:
    """What a brand takes out of the real guide, and what is wrong with it."""
    shutil.copytree(SMALL_CLINIC, home, dirs_exist_ok=True)
    with (home / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(f"remove: {remove}\n")
    brand, document, problems = read_brand(home / "brand.yml", "brand.yml")
    assert brand, problems
    return removals(brand, document, guide)


def test_what_lies_in_a_removed_folder_goes_with_it(tmp_path: Path, guide: Guide) -> None:
    removed, problems = removal(tmp_path, guide, pages=["contributing/"])
    assert not problems
    assert "contributing/look/step.webp" in guide.files
    assert "contributing/look/step.webp" in removed.files
    left = pruned_guide(guide, removed).files
    assert not [path for path in left if path.startswith("contributing/")]
    assert "assets/stylesheets/page.css" in left


def test_whatever_templates_lead_to_stays(guide: Guide) -> None:
    """Else a copy without that page could not be built, or would lead nowhere from every page."""
    asked: set[str] = set()

    def link(path: str) -> str:
        asked.add(path)
        return path

    renderer = renderer_for(guide)
    for entry in guide.catalogue.entries.values():
        renderer.exercise(entry.id, 2, link)
    renderer.worksheets(2, link)
    for template in (ROOT / "overrides").rglob("*.html"):
        asked.update(re.findall(r"[\"']([\w/-]+\.md)[\"']", template.read_text(encoding="utf-8")))
    own = {exercise_page(id_) for id_ in guide.catalogue.entries} | {pack_page(id_) for id_ in guide.packs.entries}
    pages = (
        {path for path in asked if path.endswith(".md")} - own - {section.page for section in guide.catalogue.sections}
    )
    assert pages
    assert pages <= SETTINGS.unremovable


def test_what_may_not_be_removed_does_not_go_with_its_folder_either(guide: Guide, tmp_path: Path) -> None:
    removed, problems = removal(tmp_path, guide, pages=["safety/"])
    assert sorted(problem.wrong.split("`")[1] for problem in problems) == sorted(
        page for page in SETTINGS.unremovable if page.startswith("safety/")
    )
    assert removed.pages == {page.path for page in guide.pages if page.path.startswith("safety/")}


def test_a_folder_is_one_only_with_its_slash(guide: Guide, tmp_path: Path) -> None:
    removed, problems = removal(tmp_path, guide, pages=["guides"])
    assert not removed.pages
    assert "There is no page `guides`." in problems[0].wrong


@pytest.mark.parametrize("by", ["section", "page", "folder"])
def test_a_section_takes_its_page_and_exercises_along(by: str, guide: Guide, tmp_path: Path) -> None:
    section = next(one for one in guide.catalogue.sections if one.id == "growth")
    folder = {one.page for one in guide.catalogue.sections if one.page.startswith("steps/")}
    remove = {"section": {"sections": ["growth"]}, "page": {"pages": [section.page]}, "folder": {"pages": ["steps/"]}}
    removed, problems = removal(tmp_path, guide, **remove[by])
    assert not problems
    gone = {one.id for one in guide.catalogue.sections if one.id == "growth" or (by == "folder" and one.page in folder)}
    exercises = {id_ for id_ in guide.catalogue.entries if id_.split("/")[0] in gone}
    assert removed.exercises == exercises
    assert section.page in removed.pages
    assert {exercise_page(id_) for id_ in exercises} <= removed.pages
    left = pruned_guide(guide, removed)
    assert not gone & {one.id for one in left.catalogue.sections}
    assert not exercises & left.catalogue.entries.keys()
    assert not exercises & left.catalogue.documents.keys()
    assert {one.id for one in left.catalogue.sections} == {one.id for one in guide.catalogue.sections} - gone
    assert not removed.pages & {page.path for page in left.pages}


def test_an_exercise_goes_alone(guide: Guide, tmp_path: Path) -> None:
    removed, problems = removal(tmp_path, guide, exercises=["growth/my-year"])
    assert [problem.write for problem in problems] == ["Remove `growth/yearly-look-back` too, or keep both."]
    assert removed == Removed(frozenset({"worksheets/growth/my-year.md"}), frozenset({"growth/my-year"}))


def test_links_in_code_lead_nowhere_and_stay(guide: Guide) -> None:
    gone = Removed(frozenset({"steps/two.md"}), frozenset())
    page = "`[two](two.md)` and [two](two.md)\n\n```\n[two](two.md)\n```\n\n    [two](two.md)\n"
    assert drop_links(page, "steps/one.md", gone) == page.replace(" and [two](two.md)", " and two")


def test_links_of_every_form_are_found() -> None:
    gone = Removed(frozenset({"two.md", "a (b).md"}), frozenset())
    page = (
        'See [*two*](two.md "title"), [two\nmore](two.md#part), [it](<two.md>), [b](a%20\\(b\\).md), [three](three.md).'
    )
    assert drop_links(page, "one.md", gone) == "See *two*, two\nmore, it, b, [three](three.md)."


def test_what_a_link_looks_like_goes_with_it() -> None:
    """A door with nothing behind it is no door, and nobody reads its marks as words."""
    gone = Removed(frozenset({"two.md"}), frozenset())
    doors = "[**One**](one.md){: .door }\n\n[**Two?** Go](two.md){: .door .door--now }\n\nEnd.\n"
    assert drop_links(doors, "index.md", gone) == "[**One**](one.md){: .door }\n\n\nEnd.\n"
    assert drop_links("See [two](two.md){: .big } now.", "index.md", gone) == "See two now."


def test_a_list_item_with_another_one_inside_keeps_what_is_left() -> None:
    gone = Removed(frozenset({"two.md"}), frozenset())
    page = "- [Two](two.md)\n    - [One](one.md)\n- [Two](two.md)\n    - [Two](two.md)\n\nEnd.\n"
    assert drop_links(page, "index.md", gone) == "- Two\n    - [One](one.md)\n\nEnd.\n"
    loose = "- Say\n\n    [Two](two.md)\n\n    - [Two](two.md)\n\n    Then [two](two.md) or [one](one.md).\n"
    assert drop_links(loose, "index.md", gone) == "- Say\n\n    Two\n\n\n    Then two or [one](one.md).\n"
    after = "- [Two](two.md)\n    - [Two](two.md)\n\nThen [two](two.md).\n"
    assert drop_links(after, "index.md", gone) == "\nThen two.\n"
    rows = "- [Two](two.md) · [One](one.md)\n    - [Two](two.md) · [Two](two.md)\n    - [One](one.md) · [Two](two.md)\n"
    assert drop_links(rows, "index.md", gone) == "- [One](one.md)\n    - [One](one.md)\n"


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("See [one](one.md).\n", "See [one](one.md).\n"),
        ("- [One](one.md) · [Two](two.md) · [Six](six.md)\n", "- [One](one.md) · [Six](six.md)\n"),
        ("- [One](one.md) · [Two](two.md)\n", "- [One](one.md)\n"),
        ("- [Two](two.md) · [Two](two.md) · [One](one.md)\n", "- [One](one.md)\n"),
        ("[Two](two.md) · [One](one.md)\n", "Two · [One](one.md)\n"),
        ("- [One](one.md) · See [two](two.md)\n", "- [One](one.md)\n"),
        ("- See [two](two.md) · [One](one.md)\n", "- [One](one.md)\n"),
        ("- [One](one.md) · See [two](two.md). · Six\n", "- [One](one.md) · Six\n"),
        ("- [One](one.md) · *[Two](two.md)*\n- End\n", "- [One](one.md)\n- End\n"),
        ("- **[Two](two.md)** (10 min) · [One](one.md)\n", "- [One](one.md)\n"),
        ("- [One](one.md) ·\n  [Two](two.md) ·\n  [Six](six.md)\n", "- [One](one.md) ·\n  [Six](six.md)\n"),
        ("- [One](one.md)·[Two](two.md)·[Six](six.md)\n", "- [One](one.md)·[Six](six.md)\n"),
        ("- [One · 1](one.md) · [Two · 2](two.md)\n", "- [One · 1](one.md)\n"),
        ("- `a · b` [two](two.md) and [one](one.md)\n", "- `a · b` two and [one](one.md)\n"),
        ("- See [two](two.md) or [one](one.md) · [two](two.md)\n", "- See two or [one](one.md)\n"),
        ("- Words · See [two](two.md), [six](six.md) · [two](two.md)\n", "- Words · See two, [six](six.md)\n"),
        (
            "- [One](one.md) · [Six](six.md)\n\n    Then [two](two.md).\n",
            "- [One](one.md) · [Six](six.md)\n\n    Then two.\n",
        ),
        ("1. [One](one.md) · [Two](two.md) · [Two](two.md)\n2. x\n", "1. [One](one.md)\n2. x\n"),
        ("- [Two](two.md) · [Site](https://example.org)\n", "- [Site](https://example.org)\n"),
        (
            "- Read [two](two.md), or ask [them](https://example.org).\n",
            "- Read two, or ask [them](https://example.org).\n",
        ),
        (
            "- [Two](two.md) or <tel:112>\n- [two](two.md), [us](mailto:a@b.de)\n",
            "- Two or <tel:112>\n- two, [us](mailto:a@b.de)\n",
        ),
        ("See [![Two](two.png)](two.md).\n", "See ![Two](two.png).\n"),
        ("- See [two](two.md) and [one](one.md)\n", "- See two and [one](one.md)\n"),
        ("- [Two](two.md)\n- [One](one.md)\n", "- [One](one.md)\n"),
        ("- [One](one.md)\n- [Two](two.md)\n- [One](one.md)\n", "- [One](one.md)\n- [One](one.md)\n"),
        ("1. [Two](two.md)\n2. [Two](two.md)\n\n[Two](two.md)\n", "\nTwo\n"),
        ("- ![Two](two.md) [one](one.md)\n", "- Two [one](one.md)\n"),
        ("- [One](one.md)\n    - [Two](two.md) · [one](one.md)\n", "- [One](one.md)\n    - [one](one.md)\n"),
        ("> [Two](two.md)\n\n!!! stop\n\n    [Two](two.md)\n", "> Two\n\n!!! stop\n\n    Two\n"),
    ],
)
def test_what_is_left_of_lists_rows_and_words(page: str, left: str) -> None:
    assert drop_links(page, "index.md", Removed(frozenset({"two.md"}), frozenset())) == left


def test_each_name_that_is_not_there_is_told_at_its_place(guide: Guide, tmp_path: Path) -> None:
    _, problems = removal(
        tmp_path,
        guide,
        pages=["article.md", "articel.md"],
        sections=["growth", "grow"],
        exercises=["growth/my-year", "growth/my-yeer"],
    )
    told = [(problem.place, problem.wrong, problem.write) for problem in problems]
    assert told == [
        ("remove › page 2", "There is no page `articel.md`.", "Did you mean `article.md` or `article-notes.md`?"),
        ("remove › section 2", "There is no section `grow`.", "Did you mean `growth`?"),
        (
            "remove › exercise 2",
            "There is no exercise `growth/my-yeer`.",
            "Did you mean `growth/my-year` or `growth/monthly-minute`?",
        ),
    ]


def test_dangling_links_name_the_line_in_the_file(guide: Guide, tmp_path: Path) -> None:
    removed, _ = removal(tmp_path, guide, pages=["article.md"])
    found = [problem for _, problem in dangling_links(pruned_guide(guide, removed), removed, lambda *_: False)]
    assert found
    for problem in found:
        lines = (ROOT / problem.file).read_text(encoding="utf-8").splitlines()
        assert "[" in lines[problem.line - 1]
        assert problem.place.split()[0] in lines[problem.line - 1]


def test_a_link_to_an_exercise_in_a_page_goes_with_the_exercise(guide: Guide, tmp_path: Path) -> None:
    removed, problems = removal(tmp_path, guide, exercises=["repair/repair-menu"])
    assert not problems
    told = {problem.wrong for _, problem in dangling_links(guide, removed, lambda *_: False)}
    assert "This leads to repair/repair-menu, which is removed. The link is left out." in told
    page = (
        "[Menu](a.md#w-repair--repair-menu), [its words](#w-repair--repair-menu--words), [more](a.md#w-repair--repair)."
    )
    assert drop_links(page, "b.md", removed) == "Menu, its words, [more](a.md#w-repair--repair)."


@pytest.mark.parametrize(
    ("own", "copied", "left_out", "write"),
    [
        (False, False, " The link is left out.", "To say something else there: make own CLINIC=… FILE={file}"),
        (True, True, " The link is left out.", "Read this place."),
        (True, False, "", "Remove it."),
    ],
)
def test_what_a_clinic_reads_of_what_points_at_something_removed(
    own: bool, copied: bool, left_out: str, write: str, guide: Guide
) -> None:
    pages = tuple(replace(page, own=own) for page in guide.pages if page.path in {"index.md", "steps/growth.md"})
    removed = Removed(frozenset({"article.md"}), frozenset({"growth/my-year"}))
    found = list(dangling_links(replace(guide, pages=pages), removed, lambda *_: copied))
    assert {written for written, _ in found} == {own and not copied}
    told = {(one.file, one.place, one.wrong, one.write) for _, one in found}
    index, growth = "docs/index.md", "docs/steps/growth.md"
    gone = "This exercise is removed. Nothing takes its place."
    assert (
        index,
        "15 minutes the story behind it all",
        f"This leads to article.md, which is removed.{left_out}",
        write.format(file=index),
    ) in told
    assert (growth, "growth/my-year", gone, write.format(file=growth)) in told
    assert {place for _, place, _, _ in told} == {"15 minutes the story behind it all", "growth/my-year"}
