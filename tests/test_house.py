"""The house keeps its rules: names that occur once, hooks that only unpack, rooms that know only those before them."""

import ast
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.support.project import ROOT, replace

HOOKS = ROOT / "hooks"
LONGEST_HOOK = 50
LONGEST_EVENT = 15
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


def is_of_every_kind(path: Path) -> bool:
    """Whether each kind of field has a file of this name in its folder, as it has a `field.html`."""
    return path.parents[1].name == "kinds" and path.name in {"answer.py", "fhir.py", "word.py"}


def test_no_two_modules_share_a_name() -> None:
    paths = [path for path in HOOKS.rglob("*.py") if "__pycache__" not in path.parts and not is_of_every_kind(path)]
    names = Counter(path.parent.name if path.name == "__init__.py" else path.stem for path in paths)
    assert len(names) > 120
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("path", sorted(HOOKS.glob("*.py")), ids=lambda path: path.stem)
def test_a_hook_only_unpacks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_HOOK
    events = [
        node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef) and node.name.startswith("on_")
    ]
    lengths = {event.name: (event.end_lineno or 0) - event.lineno + 1 for event in events}
    assert {name: length for name, length in lengths.items() if length > LONGEST_EVENT} == {}


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-cache"]
    environment = {"PYTHONPATH": str(folder / "hooks"), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("authoring/problems.py", "from ..guide import page", "Rooms import only to the left BROKEN"),
        ("rendering/downloads.py", "from ..paper import sheet", "Rooms import only to the left BROKEN"),
        ("site/content_security_policy.py", "import mkdocs.utils", "The core imports no host BROKEN"),
    ],
)
def test_an_import_against_the_arrow_is_found(module: str, line: str, contract: str, tmp_path: Path) -> None:
    shutil.copytree(HOOKS, tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "hooks" / "worksheets" / module
    replace(path, "\nfrom ", f"\n{line}\nfrom ")
    done = linted(tmp_path)
    assert done.returncode == 1
    assert contract in done.stdout
