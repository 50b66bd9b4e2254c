"""The built site, read as files: no script, valid HTML, ids that are unique, links that lead somewhere."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from justhtml import Element, JustHTML
from worksheets.guide import Guide

ALLOWED_FOREIGN = re.compile(r"https://")
"""A reader may follow a link out; a page may not fetch from there."""


class Site:
    """Every page of the site, parsed once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.trees = {
            path.relative_to(root).as_posix(): JustHTML(
                path.read_text(encoding="utf-8"), collect_errors=True, sanitize=False
            )
            for path in sorted(root.rglob("*.html"))
        }

    def find(self, selector: str) -> list[tuple[str, Element]]:
        return [(name, element) for name, tree in self.trees.items() for element in tree.query(selector)]


@pytest.fixture(scope="module")
def parsed(site: Path) -> Site:
    return Site(site)


def test_there_is_no_script_file_and_no_script_element(site: Path, parsed: Site) -> None:
    assert [path for path in site.rglob("*") if path.suffix in {".js", ".mjs", ".map", ".woff", ".woff2"}] == []
    assert [name for name, _ in parsed.find("script, style, iframe, object, embed, base")] == []
    assert not any("<script" in path.read_text(encoding="utf-8").lower() for path in site.rglob("*.html"))


def test_there_is_no_handler_no_style_attribute_and_no_address_to_send_to(parsed: Site) -> None:
    bad = [
        (name, element.name, attribute)
        for name, element in parsed.find("*")
        for attribute, value in element.attrs.items()
        if attribute.startswith("on")
        or attribute in {"style", "action", "formaction", "ping", "srcdoc"}
        or str(value).strip().lower().startswith(("javascript:", "data:text"))
    ]
    assert bad == []


def test_nothing_is_fetched_from_another_host(site: Path, parsed: Site) -> None:
    fetched = [
        (name, element.attrs.get(attribute))
        for attribute in ("src", "srcset", "poster", "data")
        for name, element in parsed.find(f"[{attribute}]")
    ] + [(name, element.attrs.get("href")) for name, element in parsed.find("link[href]")]
    assert fetched
    assert [one for one in fetched if "//" in str(one[1])] == []
    styles = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]
    assert styles
    assert not any("url(" in style or "@import" in style for style in styles)


def test_every_page_carries_the_policy(parsed: Site) -> None:
    for name, tree in parsed.trees.items():
        (policy,) = tree.query('meta[http-equiv="Content-Security-Policy"]')
        rules = str(policy.attrs["content"])
        assert "default-src 'none'" in rules, name
        assert "form-action 'none'" in rules, name
        assert "unsafe" not in rules, name


def test_every_page_is_valid_html(parsed: Site) -> None:
    errors = [f"{name}:{error.line}: {error.code}" for name, tree in parsed.trees.items() for error in tree.errors]
    assert errors == []


def test_ids_are_unique_on_each_page_and_every_reference_finds_one(parsed: Site) -> None:
    for name, tree in parsed.trees.items():
        ids = Counter(str(element.attrs["id"]) for element in tree.query("[id]"))
        assert [id_ for id_, count in ids.items() if count > 1] == [], name
        for attribute in ("for", "aria-labelledby", "aria-describedby"):
            for element in tree.query(f"[{attribute}]"):
                missing = set(str(element.attrs[attribute]).split()) - set(ids)
                assert not missing, (name, attribute, missing)


def test_names_of_controls_are_unique_over_the_site(parsed: Site, guide: Guide) -> None:
    owners: dict[str, set[str]] = {}
    for name, form in parsed.find("section.exercise"):
        for control in form.query("input, textarea"):
            owners.setdefault(str(control.attrs["name"]), set()).add(str(form.attrs["id"]))
            assert str(control.attrs["name"]).startswith(str(form.attrs["id"]) + "--"), name
    assert len(owners) > 200
    assert {name: forms for name, forms in owners.items() if len(forms) > 1} == {}


def test_every_control_has_one_label_with_words_and_nothing_is_chosen_before_the_reader_chooses(parsed: Site) -> None:
    for name, form in parsed.find("form"):
        assert form.attrs.get("method") == "dialog", name
        assert form.attrs.get("autocomplete") == "off", name
        assert [button.attrs.get("type") for button in form.query("button, input[type=submit]")] == ["reset"], name
        labels = Counter(str(label.attrs["for"]) for label in form.query("label"))
        for control in form.query("input, textarea"):
            assert labels[str(control.attrs["id"])] == 1, (name, control.attrs["id"])
            assert not {"checked", "placeholder", "required"} & set(control.attrs), (name, control.attrs["id"])
        assert all(label.to_text().strip() for label in form.query("label, legend")), name
        boxes = Counter(str(box.attrs["name"]) for box in form.query("input[type=checkbox]"))
        assert all(count == 1 for count in boxes.values()), name


def test_every_exercise_has_its_page_and_stands_in_the_list_and_on_a_guide_page(parsed: Site, guide: Guide) -> None:
    listed = {str(link.attrs["href"]) for _, link in parsed.find(".shelf li a")}
    for id_, entry in guide.catalogue.entries.items():
        own = parsed.trees[f"worksheets/{id_}/index.html"]
        (form,) = own.query("section.exercise")
        assert form.attrs["id"] == entry.anchor
        assert f"{id_}/" in listed
        links = {str(link.attrs["href"]) for link in form.query("a")}
        section = entry.section.page.removesuffix(".md")
        assert f"../../../{section}/" in links, id_
        if entry.exercise.for_ == "both":
            assert any(link.endswith(f"/{entry.exercise.alone.split('/')[1]}/") for link in links), id_  # type: ignore[union-attr]
        assert guide.pages_of(id_), id_


def test_the_stop_box_comes_first_and_the_reset_last(parsed: Site) -> None:
    for name, form in parsed.find("section.exercise"):
        order = list(form.query(".stop, .exercise__purpose, .question, button"))
        assert order[0].attrs.get("class") == "stop", name
        assert order[-1].name == "button", name


def test_no_marker_is_left(site: Path) -> None:
    marker = re.compile(r"<!--\s*(exercise|worksheets|helplines|references)\b")
    assert [path for path in site.rglob("*.html") if marker.search(path.read_text(encoding="utf-8"))] == []


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, parsed: Site) -> None:
    ids = {name: {str(element.attrs["id"]) for element in tree.query("[id]")} for name, tree in parsed.trees.items()}
    dead = []
    for name, link in parsed.find("a[href], link[href], img[src]"):
        address = str(link.attrs.get("href") or link.attrs.get("src"))
        if address.startswith(("https://", "tel:")):
            continue
        path, anchor = urldefrag(urljoin(f"/{name}", unquote(address)))
        target = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        if not (site / target).is_file() or (anchor and anchor not in ids[target]):
            dead.append((name, address))
    assert dead == []


def test_headings_go_down_one_level_at_a_time(parsed: Site) -> None:
    for name, tree in parsed.trees.items():
        levels = [int(heading.name[1]) for heading in tree.query("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_skip_link_and_exit_come_first_on_every_page(parsed: Site) -> None:
    for name, tree in parsed.trees.items():
        skip, leave = tree.query("a")[:2]
        assert skip.attrs["href"] == "#content", name
        assert leave.to_text().strip() == "Leave this page", name
        assert leave.attrs["rel"] == "noreferrer", name
        assert str(leave.attrs["href"]).startswith("https://"), name
