"""The README tells the truth: its figures are those of the last measurement, and its tree is the tree."""

import re
import subprocess

from bench.readme import with_figures
from tests.support.project import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
RESULTS = (ROOT / "bench" / "RESULTS.md").read_text(encoding="utf-8")


def test_its_figures_are_those_of_the_last_measurement() -> None:
    assert with_figures(README, RESULTS) == README, "run `make bench`"


def test_a_changed_result_changes_it() -> None:
    row = next(line for line in RESULTS.splitlines() if line.startswith("| The heaviest page"))
    assert "99,999 bytes" in with_figures(
        README, RESULTS.replace(row, re.sub(r"[\d,]+ bytes", "99,999 bytes", row, count=1))
    )


def test_every_folder_hook_and_room_is_in_its_tree() -> None:
    hooks = ROOT / "hooks"
    names = {path.name for path in hooks.glob("*.py")}
    names |= {f"{path.parent.name}/" for path in (hooks / "worksheets").glob("*/__init__.py")}
    names |= {path.name for path in (hooks / "worksheets").glob("*.py")} - {"__init__.py"}
    tree = set(re.findall(r"[\w./]+", README.split("```")[3]))
    assert names - tree == set()


def test_every_folder_is_in_its_table() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    folders = {f"{one.partition('/')[0]}/" for one in listed if "/" in one and not one.startswith(".")}
    assert {one for one in folders if f"`{one}`" not in README} == set()


def test_every_command_that_it_names_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z0-9-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"`(?:SHEETS=false )?make ([a-z0-9-]+)", README))
    assert named <= targets
    shown = set(re.findall(r"^([a-z0-9-]+):.*##", makefile, re.MULTILINE))
    assert {one for one in shown if f"{one}`" not in README and one not in named} == {"help"}


def test_it_says_that_no_clinician_has_reviewed_the_guide_only_while_that_is_so() -> None:
    nobody = not [path for path in (ROOT / "reviews").iterdir() if path.suffix == ".yml"]
    assert ("No clinician has reviewed the guide yet" in " ".join(README.split())) == nobody
