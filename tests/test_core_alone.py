"""The core knows no page of this guide, and needs no package that only tests install."""

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.support.project import ROOT

PAGES = sorted(path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md"))
CHECK = """
import runpy, sys
sys.modules.update(dict.fromkeys(sys.argv.pop().split(",")))
runpy.run_module("worksheets", run_name="__main__")
"""
"""Checks the guide, where to import one of some packages is an error."""


def test_code_and_templates_know_no_page_of_this_guide() -> None:
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, PAGES))})")
    hooks, overrides = ROOT / "hooks", ROOT / "overrides"
    files = [*hooks.rglob("*.py"), *hooks.rglob("*.html"), *overrides.rglob("*.html")]
    assert len(files) > 150
    found = {file.name: pattern.findall(file.read_text(encoding="utf-8")) for file in files}
    assert {name: pages for name, pages in found.items() if pages} == {}


def test_the_check_runs_with_what_a_site_is_built_with() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    tools = {re.split(r"[^\w-]", wanted)[0] for wanted in extras["test"]}
    modules = [name for name, makers in packages_distributions().items() if tools.intersection(makers)]
    assert {"codespell_lib", "pytest", "hypothesis"} <= set(modules)
    done = subprocess.run(
        [sys.executable, "-c", CHECK, "check", ",".join(modules)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "hooks"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
