"""Each case changes a small sound guide and states, word for word, what its author is then told."""

import shutil
from pathlib import Path

import pytest
import yaml

from tests.support.problems import said
from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE

CASES = sorted((ROOT / "tests" / "cases").glob("*.yml"))


def test_the_small_guide_is_sound() -> None:
    assert said(SMALL_GUIDE, with_rules=True) == ""


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_answered_with_these_words(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    with_rules = case.get("rules", False)
    root = tmp_path / "guide"
    shutil.copytree(SMALL_GUIDE, root)
    clinic = root / "clinic" if "clinic" in case else None
    if clinic:
        shutil.copytree(SMALL_CLINIC, clinic)
        shutil.copytree(ROOT / "words", root / "words")
    changes = case.get("change", {}) | {f"clinic/{name}": change for name, change in case.get("clinic", {}).items()}
    for name, change in changes.items():
        file = root / name
        if change is None:
            file.unlink()
        elif isinstance(change, str) and change.startswith("-> "):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.symlink_to(change.removeprefix("-> "))
        elif isinstance(change, str):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(change, encoding="utf-8")
        else:
            text = file.read_text(encoding="utf-8")
            for old, new in change.items():
                assert old in text, f"{name} has no {old!r} to change"
                text = text.replace(old, new, 1)
            file.write_text(text, encoding="utf-8")
    if request.config.getoption("--write-golden"):
        comment, _, _ = path.read_text(encoding="utf-8").partition("said: |\n")
        lines = "".join(f"  {line}\n" for line in said(root, with_rules, clinic).splitlines())
        path.write_text(f"{comment}said: |\n{lines}", encoding="utf-8")
        return
    assert said(root, with_rules, clinic) == case["said"].rstrip("\n")
