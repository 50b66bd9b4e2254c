"""A kind of field is one folder that owns all of itself; what every kind must bring, and where no kind may be named."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from annotated_types import MaxLen
from playwright.sync_api import Browser
from worksheets.exercises.examples import all_examples, examples
from worksheets.exercises.field import Choosable, Field, Question
from worksheets.exercises.kinds import FOLDER, KINDS

from tests.support.exercise_pages import page_of
from tests.support.project import ROOT
from tests.support.renderers import words

OF = {kind: [one for one in all_examples() if one.kind == kind] for kind in KINDS}


def outside(*patterns: str) -> Iterator[Path]:
    """The files of the site's code and look that belong to no kind."""
    for folder in ("hooks", "overrides", "docs/assets/stylesheets"):
        for pattern in patterns:
            yield from (path for path in (ROOT / folder).rglob(pattern) if not path.is_relative_to(FOLDER))


def test_no_code_outside_its_folder_compares_or_imports_a_kind() -> None:
    found = []
    for path in outside("*.py"):
        text = path.read_text(encoding="utf-8")
        of_blocks = "typed_blocks import" in text  # a block of Markdown has a kind too, such as a table
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.ImportFrom, ast.Import)):
                names = [getattr(node, "module", "") or "", *(alias.name for alias in node.names)]
                found += [(path, name) for name in names if re.search(r"\bkinds\.[a-z]", name)]
            if isinstance(node, (ast.Compare, ast.MatchValue)):
                said = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
                asks_kind = ".kind" in ast.unparse(node) or "'kind'" in ast.unparse(node)
                found += [(path, kind) for kind in sorted(said & KINDS.keys(), key=str) if asks_kind and not of_blocks]
            if isinstance(node, ast.Dict):
                keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
                found += [(path, str(keys))] if len(keys & KINDS.keys()) > 2 else []
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found += [(path, node.value)] if re.search(rf"kind: ({'|'.join(KINDS)})\b", node.value) else []
    allowed = "kind: text"  # an example in the message that says that `kind` is missing
    assert [(path.name, what) for path, what in found if allowed not in what] == []


def test_no_template_outside_its_folder_names_a_kind() -> None:
    kind = re.compile(r"field--(?:KINDS)\b|kind\s*[!=]=|[\"'](?:KINDS)/(?!css)".replace("KINDS", "|".join(KINDS)))
    for path in outside("*.html"):
        assert [line for line in path.read_text(encoding="utf-8").splitlines() if kind.search(line)] == [], path


def test_what_one_kind_alone_wears_is_styled_in_its_folder() -> None:
    worn = {kind: _classes(FOLDER / kind / "field.html") for kind in KINDS}
    shared = {name for path in outside("*.html") for name in _classes(path)} | {"admonition"}  # Markdown has that too
    for path in outside("*.css"):
        text = path.read_text(encoding="utf-8")
        assert "input[type" not in text, path
        styled = set(re.findall(r"\.([a-z][a-z_-]*)", text))
        for kind, names in worn.items():
            others = set().union(*(other for one, other in worn.items() if one != kind))
            assert styled & {name for name in names - others - shared if name} == set(), (path, kind)


def _classes(path: Path) -> set[str]:
    found = re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8"))
    return {name for names in found for name in re.sub(r"{{.*?}}", " ", names).split()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_its_examples(kind: str) -> None:
    model, names = KINDS[kind], {one.shows.removeprefix(kind).strip("-") for one in OF[kind]}
    assert "" in names, f"{kind}/examples/usual.yml"
    assert "longest-words" in names
    if issubclass(model, Question):
        assert "no-hint" in names
        assert all(field.hint is None for field in of_kind("no-hint", kind) if isinstance(field, Question))
    for name in _lists(model):
        assert "most-options" in names, f"`{name}` can be a long list"
    if "people" in model.model_fields:
        assert "two-people" in names


def test_each_table_of_what_forms_keep_has_a_row_for_every_kind() -> None:
    tables = (ROOT / "docs/contributing/forms.md").read_text(encoding="utf-8").split("| kind |")[1:]
    assert len(tables) == 3
    for table in tables:
        assert re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE) == sorted(KINDS)


def of_kind(name: str, kind: str) -> list[Field]:
    """The fields of a kind in one of its examples."""
    (one,) = (one for one in OF[kind] if one.shows == f"{kind}-{name}")
    return [field for field in one.entry.exercise.fields if field.kind == kind]


def _lists(model: type[Field]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        if any(isinstance(meta, MaxLen) and meta.max_length > 2 for meta in info.metadata) and "tuple" in str(info):
            yield name


def test_galleries_show_the_usual_and_hide_the_rest() -> None:
    assert {one.shows for one in examples()} >= set(KINDS)
    assert all(one.is_hidden for one in all_examples() if one.shows.endswith(("-longest-words", "-no-hint")))


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_a_reader_reads_counts_for_the_reading_age(kind: str) -> None:
    """Every text that stands in the HTML of an example, and was written by its author, is among its texts."""
    for one in OF[kind]:
        model = one.entry.exercise
        written = {text for field in model.fields if field.kind == kind for text in _strings(field.model_dump())}
        known = " ".join(model.texts)
        ids = {field.id for field in model.fields if isinstance(field, Question)}
        missing = {text for text in written if text not in known} - ids - {kind} - set(CLOSED)
        assert not missing, one.shows


CLOSED = (",", ".", ":", "?", "ticked")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner) if key not in ("when", "of") else ()
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)


@pytest.mark.parametrize("kind", [kind for kind, model in KINDS.items() if issubclass(model, Choosable)])
def test_a_kind_with_a_way_not_to_say_has_words_for_it(kind: str) -> None:
    assert words("de", "DE").texts[str(KINDS[kind].default_words["skip"])]


OVER = """() => [...document.querySelectorAll('.exercise *')].filter(one => {
    const box = one.getBoundingClientRect()
    return box.width > 2 && box.right > document.documentElement.clientWidth + 1 && !one.closest('table')
}).map(one => `${one.closest('.exercise').id} ${one.localName}.${one.className}`)"""
LOW = """() => [...document.querySelectorAll('.control')].filter(one => one.checkVisibility())
    .map(one => [one.id, one.getBoundingClientRect().height]).filter(([, height]) => height < 44)"""


@pytest.mark.parametrize("name", ["longest-words", "most-options"])
def test_nothing_runs_out_of_a_small_screen_and_every_box_is_large_enough(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    chosen = [one.entry.exercise for one in all_examples() if one.shows.endswith(name)]
    (tmp_path / "page.html").write_text(page_of(*chosen), "utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 800})
    opened = context.new_page()
    opened.goto((tmp_path / "page.html").as_uri())
    assert opened.evaluate(OVER) == []
    assert opened.evaluate(LOW) == []
    context.close()


def test_private_copies_keep_what_is_ones_own_and_share_what_is_both() -> None:
    for one in all_examples():
        for field in one.entry.exercise.fields:
            if field.writers:
                assert field.in_private is not field, "one box where both would write"
                assert field.in_common is field
            assert field.in_private is not None or field.in_common is not None, "no field is lost"
