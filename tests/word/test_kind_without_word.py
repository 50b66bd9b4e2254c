"""A kind of field that has no way into Word is told at the line of each field, before anything is made."""

from pathlib import Path

from tests.support.command_line import run
from tests.support.small_site import small_site

SAID = "kind: A sheet for Word would lose this: the kind `tick` has no `word.py` in its folder."


def test_it_is_told_where_it_is_used(tmp_path: Path) -> None:
    root = small_site(tmp_path / "guide")
    with (root / "brand.yml").open("a", encoding="utf-8") as brand:
        brand.write("formats: [docx]\n")
    (root / "hooks/worksheets/exercises/kinds/tick/word.py").unlink()
    done = run(root, "check")
    assert done.returncode == 1
    told = done.stderr.splitlines()[:-1]
    assert told[0].startswith(f"exercises/one/ticks.yml:11: part 1 › field 1 “fed” › {SAID}")
    assert all(SAID in line for line in told)
