"""The built site, read as files: no script, valid HTML, ids that are unique, links that lead somewhere."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from justhtml import Element, JustHTML
from worksheets.guide.whole_guide import Guide

from tests.support.html_elements import value, within
from tests.support.project import finished_pages
from tests.support.renderers import words
from tests.support.translated_pages import is_translated


class Site:
    """Every page of the site, parsed once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.trees = {
            path.relative_to(root).as_posix(): JustHTML(
                path.read_text(encoding="utf-8"), collect_errors=True, sanitize=False
            )
            for path in finished_pages(root)
        }

    def find(self, selector: str) -> list[tuple[str, Element]]:
        return [(name, element) for name, tree in self.trees.items() for element in within(tree, selector)]


@pytest.fixture(scope="module")
def parsed(site: Path) -> Site:
    return Site(site)


def test_there_is_no_script_file_and_no_script_element(site: Path, parsed: Site) -> None:
    assert [path for path in site.rglob("*") if path.suffix in {".js", ".mjs", ".map", ".woff", ".woff2"}] == []
    assert [name for name, _ in parsed.find("script, iframe, object, embed, base")] == []
    assert not any("<script" in path.read_text(encoding="utf-8").lower() for path in site.rglob("*.html"))


def test_there_is_no_handler_no_style_attribute_and_no_address_to_send_to(parsed: Site) -> None:
    bad = [
        (name, element.name, attribute)
        for name, element in parsed.find("*")
        for attribute, said in (element.attrs or {}).items()
        if attribute.startswith("on")
        or attribute in {"style", "action", "formaction", "ping", "srcdoc"}
        or str(said).strip().lower().startswith(("javascript:", "data:text"))
    ]
    assert bad == []


def test_nothing_is_fetched_from_another_host(site: Path, parsed: Site) -> None:
    fetched = [
        (name, value(element, attribute))
        for attribute in ("src", "srcset", "poster", "data")
        for name, element in parsed.find(f"[{attribute}]")
    ] + [(name, value(element, "href")) for name, element in parsed.find("link[href]")]
    assert fetched
    assert [one for one in fetched if "//" in str(one[1])] == []
    assert list(site.rglob("*.css")) == []
    styles = [element.to_text() for _, element in parsed.find("style")]
    assert len(styles) == len(parsed.trees)
    assert not any("url(" in style or "@import" in style for style in styles)


def test_every_page_carries_the_policy(parsed: Site) -> None:
    for name, tree in parsed.trees.items():
        (policy,) = within(tree, 'meta[http-equiv="Content-Security-Policy"]')
        rules = value(policy, "content")
        assert "default-src 'none'" in rules, name
        assert "form-action 'none'" in rules, name
        assert "unsafe" not in rules, name


def test_every_page_is_valid_html(parsed: Site) -> None:
    errors = [f"{name}:{error.line}: {error.code}" for name, tree in parsed.trees.items() for error in tree.errors]
    assert errors == []


def test_ids_are_unique_on_each_page_and_every_reference_finds_one(parsed: Site) -> None:
    for name, tree in parsed.trees.items():
        ids = Counter(value(element, "id") for element in within(tree, "[id]"))
        assert [id_ for id_, count in ids.items() if count > 1] == [], name
        for attribute in ("for", "aria-labelledby", "aria-describedby"):
            for element in within(tree, f"[{attribute}]"):
                missing = set(value(element, attribute).split()) - set(ids)
                assert not missing, (name, attribute, missing)


def test_ids_of_controls_are_unique_over_the_site_and_only_groups_have_names(parsed: Site) -> None:
    owners: dict[str, set[str]] = {}
    for name, form in parsed.find("section.exercise"):
        for control in within(form, "input, textarea"):
            owners.setdefault(value(control, "id"), set()).add(value(form, "id"))
            assert value(control, "id").startswith(value(form, "id") + "--"), name
            if value(control, "type") == "radio":
                assert value(control, "name").startswith(value(form, "id") + "--"), name
            else:
                assert "name" not in (control.attrs or {}), (name, "what has no name can never be sent")
    assert len(owners) > 200
    assert {name: forms for name, forms in owners.items() if len(forms) > 1} == {}


def test_one_question_is_one_group_of_choices(parsed: Site) -> None:
    """So one choice excludes the others of its question, and none of another."""
    for name, form in parsed.find("section.exercise"):
        groups = {(value(choice, "name"), id(_question_of(choice))) for choice in within(form, "input[type=radio]")}
        assert len(groups) == len({group for group, _ in groups}) == len({question for _, question in groups}), name


def _question_of(choice: Element) -> Element:
    assert isinstance(choice.parent, Element)
    return choice.parent if choice.parent.name == "fieldset" else _question_of(choice.parent)


def test_every_control_has_one_label_with_words_and_nothing_is_chosen_before_the_reader_chooses(parsed: Site) -> None:
    for name, form in parsed.find("form"):
        assert value(form, "method") == "dialog", name
        wanted = [] if "one-field" in (value(form, "class") or "") else ["reset"]
        assert [value(button, "type") for button in within(form, "button, input[type=submit]")] == wanted, name
        assert all(label.to_text().strip() for label in within(form, "label, legend")), name
    for name, form in parsed.find(".exercise form"):
        labels = Counter(value(label, "for") for label in within(form, "label"))
        for control in within(form, "input, textarea"):
            assert labels[value(control, "id")] == 1, (name, value(control, "id"))
            assert not {"checked", "required"} & set(control.attrs or {}), (name, value(control, "id"))
            assert not (value(control, "placeholder") or "").strip(), (name, value(control, "id"))


def test_words_are_not_to_be_remembered_and_back_keeps_all(parsed: Site) -> None:
    """WebKit empties on Back whatever is in a form that says "off", and ticks that say so themselves."""
    for name, form in parsed.find("form"):
        assert "autocomplete" not in (form.attrs or {}), name
        assert {value(box, "autocomplete") for box in within(form, "textarea, select")} <= {"off"}, name
        assert not any("autocomplete" in (mark.attrs or {}) for mark in within(form, "input")), name


def test_the_filters_of_the_list_let_all_through_at_first(parsed: Site) -> None:
    """Each has one label around it, and the first of each question is chosen: it hides nothing."""
    for name, form in parsed.find(".shelf form"):
        groups = [within(group, "input") for group in within(form, "fieldset")]
        assert len(groups) == 3, name
        for group in groups:
            assert ["checked" in (control.attrs or {}) for control in group] == [True, *[False] * (len(group) - 1)]
        assert len(within(form, "label input")) == sum(map(len, groups)) == len(within(form, "label"))


def test_every_exercise_has_its_page_and_stands_in_the_list_and_on_a_guide_page(parsed: Site, guide: Guide) -> None:
    listed = {value(link, "href") for _, link in parsed.find(".shelf li a")}
    for id_, entry in guide.catalogue.entries.items():
        own = parsed.trees[f"worksheets/{id_}/index.html"]
        (form,) = within(own, "section.exercise")
        assert value(form, "id") == entry.anchor
        assert f"{id_}/" in listed
        links = {value(link, "href") for link in within(form, "a")}
        section = entry.section.page.removesuffix(".md")
        assert {f"../../../{section}/", f"../../../{section}/#{entry.anchor}"} & links, id_
        if entry.exercise.for_ == "both":
            assert any(link.endswith(f"/{entry.exercise.alone.split('/')[1]}/") for link in links), id_  # type: ignore[union-attr]
        assert guide.pages_of(id_), id_


def test_the_stop_box_comes_first_and_the_reset_last(parsed: Site) -> None:
    for name, form in parsed.find("section.exercise"):
        order = list(within(form, ".stop, .exercise__purpose, .question, button"))
        assert "stop" in value(order[0], "class").split(), name
        assert order[-1].name == "button", name


def test_no_marker_is_left(site: Path) -> None:
    marker = re.compile(r"<!--\s*(exercise|worksheets|helplines|references)\b")
    assert [path for path in site.rglob("*.html") if marker.search(path.read_text(encoding="utf-8"))] == []


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, parsed: Site) -> None:
    ids = {name: {value(element, "id") for element in within(tree, "[id]")} for name, tree in parsed.trees.items()}
    dead = []
    for name, link in parsed.find("a[href], link[href], img[src]"):
        address = value(link, "href") or value(link, "src")
        if address.startswith(("https://", "tel:")):
            continue
        path, anchor = urldefrag(urljoin(f"/{name}", unquote(address)))
        target = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        if not (site / target).is_file() or (anchor and anchor not in ids[target]):
            dead.append((name, address))
    assert dead == []


def test_headings_go_down_one_level_at_a_time(parsed: Site) -> None:
    for name, tree in parsed.trees.items():
        levels = [int(heading.name[1]) for heading in within(tree, "h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_skip_link_and_exit_come_first_on_every_page(parsed: Site) -> None:
    for name, tree in parsed.trees.items():
        skip, leave = within(tree, "a")[:2]
        assert value(skip, "href") == "#content", name
        t = words(name.split("/")[0] if is_translated(name) else "en")
        assert leave.to_text().split() == f"{t('leave')} {t('leave-short')}".split(), "for wide screens and for narrow"
        assert value(leave, "rel") == "noreferrer", name
        assert value(leave, "href").startswith("https://"), name
