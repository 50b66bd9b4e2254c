"""Another host makes the same bytes: ProperDocs, where neither MkDocs nor Material is installed.

`make other-host` compares the PDFs too; without WHOLE=yes there are none.
"""

import os
import re
import subprocess
import time
import tomllib
from functools import partial
from pathlib import Path

import pytest
import yaml
from worksheets.site.checksums import SUMS, differences, read_sums

from tests.support.host import HOST, OTHER_HOST, OTHER_PYTHON, other_host_command
from tests.support.project import ROOT, built_once, mkdocs
from tests.support.small_site import CONFIG, small_site, write_page

WHOLE = os.environ.get("WHOLE") == "yes"
SITES = {"first-own": "mkdocs.yml", "clinic-de": "clinics/example-de/mkdocs.yml"}
"""The names under which the usual host has built a site for other tests, and what each is built from."""
ABSENT = (HOST, "material", "mkdocs_get_deps", "pygments")

other_host = partial(mkdocs, command=other_host_command, SITE_THEME="null")


def test_nothing_of_mkdocs_or_material_is_there() -> None:
    program = f"from importlib.util import find_spec; print([name for name in {ABSENT} if find_spec(name)])"
    assert subprocess.check_output([OTHER_PYTHON, "-c", program], text=True) == "[]\n"


def test_what_both_have_is_of_one_version() -> None:
    usual, other = (pinned(ROOT / name) for name in ("requirements.txt", "requirements-other-host.txt"))
    assert {name for name, version in other.items() if usual.get(name) != version} == {OTHER_HOST}
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    needed = {re.split(r"[^\w.-]", one)[0] for one in wanted} - {HOST, "mkdocs-material"}
    assert needed - other.keys() == set(), "run `make pins`"


@pytest.mark.parametrize("name", SITES)
def test_it_makes_the_same_site(name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    config = f"--config-file={SITES[name]}"
    usual = built_once(tmp_path_factory, f"{name}-whole" if WHOLE else name, config, sheets=WHOLE)
    start = time.monotonic()
    done = other_host("build", "--strict", config, f"--site-dir={tmp_path / 'site'}", sheets=WHOLE)
    assert done.returncode == 0, done.stderr
    expected, found = read_sums(usual / SUMS), read_sums(tmp_path / "site" / SUMS)
    assert differences(expected, found) == []
    assert any(path.endswith(".pdf") for path in found) is WHOLE
    print(f"{SITES[name]}: {len(found)} files are the same; built in {time.monotonic() - start:.0f} seconds.")


def test_a_warning_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    """This host counts warnings at a logger of its own."""
    project = small_site(tmp_path / "project")
    theme = {**CONFIG["theme"], "name": None}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG | {"theme": theme}), encoding="utf-8")
    build = partial(other_host, "build", "--strict", "--config-file=mkdocs.yml", folder=project)
    done = build()
    assert done.returncode == 0, done.stderr
    before = read_sums(project / "site" / SUMS)
    write_page(project, "right-now", "Other words, and a [link](#nowhere).")
    done = build()
    assert done.returncode != 0
    assert "nowhere" in done.stderr
    assert read_sums(project / "site" / SUMS) == before


def pinned(path: Path) -> dict[str, str]:
    """The version of each package in a file of pins."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
