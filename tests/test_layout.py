"""The tests keep to their own rules: no test imports another, and none is too long to read."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.support.host import HOST
from tests.support.project import ROOT

SUPPORT = ROOT / "tests" / "support"
TESTS = [path for path in sorted((ROOT / "tests").rglob("*.py")) if SUPPORT not in path.parents]
MODULES = {path.stem for path in TESTS} - {"__init__"}
LONGEST = 300


def imported(source: str) -> Iterator[str]:
    """Every module that a file imports, and every name that it takes from one, with dots before."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def imported_tests(source: str) -> list[str]:
    """What a file imports of the tests, but for their support."""
    return [name for name in imported(source) if not name.startswith("tests.support") and MODULES & {*name.split(".")}]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("from test_layout import LONGEST", True),
        ("from tests.site import test_site", True),
        ("import tests.conftest", True),
        ("from . import test_layout", True),
        ("def late(): from conftest import ROOT", True),
        ("from tests.support.project import ROOT", False),
        ("import pytest", False),
    ],
)
def test_an_import_of_a_test_is_seen(line: str, found: bool) -> None:
    assert bool(imported_tests(line)) is found


def test_no_test_is_imported() -> None:
    everything = [*(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    found = {path: imported_tests(path.read_text(encoding="utf-8")) for path in everything}
    assert len(found) > 60
    assert {path: names for path, names in found.items() if names} == {}


def test_no_test_file_is_too_long() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in TESTS}
    assert {path: count for path, count in lines.items() if count > LONGEST} == {}, "split it by what it tries"


def named_hosts(source: str) -> list[str]:
    """What a file imports of the host or its theme, and where it names the host as a program."""
    found = [name for name in imported(source) if name.split(".")[0] in (HOST, "material")]
    constants = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return found + [value for value in constants if value == HOST]


def test_the_host_is_named_in_one_place() -> None:
    """So tests and measurements run another host when one file changes."""
    source = f'import {HOST}.config\nfrom material import x\nrun("-m", "{HOST}")'
    assert named_hosts(source) == [f"{HOST}.config", "material.x", HOST]
    files = {*(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")} - {SUPPORT / "host.py"}
    naming = {path: names for path in files if (names := named_hosts(path.read_text(encoding="utf-8")))}
    assert naming == {}


def test_what_is_tried_by_samples_is_tried_whole_before_a_release() -> None:
    """Each file of tests that knows of samples is in the list of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    (listed,) = re.findall(r"^SAMPLED := (.*)$", makefile, re.MULTILINE)
    known = {"tests.support.samples", "tests.support.translated_pages"}
    for path in TESTS:
        asks = any(
            name.startswith(tuple(f"{module}." for module in known)) for name in imported(path.read_text("utf-8"))
        )
        if asks and path.name != "conftest.py":
            assert path.relative_to(ROOT).as_posix() in listed.split(), path
