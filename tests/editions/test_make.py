"""`make` in folders and with names that people really have: spaces, brackets, quotation marks, a slash too many."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from worksheets.editions.brand import read_brand

from tests.support.project import ROOT, copy_project

ODD = "my güide (1) [x] & 'q' \"d\" $e"
NAMES = {
    "harbour": ("harbour", "Harbour"),
    "harbour-two/": ("harbour-two", "Harbour two"),
    "My Clinic": ("My Clinic", "My Clinic"),
    "O'Neill": ("O'Neill", "O'Neill"),
    "2024": ("2024", "2024"),
    "zé": ("zé", "zé"),
    'The "Quay": a #1 [clinic]': ('The "Quay": a #1 [clinic]', 'The "Quay": a #1 [clinic]'),
    "yes": ("yes", "Yes"),
    "Ca$h & $(HOME) $$": ("Ca$h & $(HOME) $$", "Ca$h & $(HOME) $$"),
    "50% `off` *a* (b)": ("50% `off` *a* (b)", "50 off a b"),
    "“Quay for couples and families”": ("“Quay for couples and families”", "“Quay for couples and families”"),
    "“": ("“", "New clinic"),
    "-x": ("-x", " x".capitalize().strip()),
}
"""What is typed after NAME=, the folder that is made, and what the copy is called at first."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole project in a folder with an odd name, with the packages of this run."""
    project = copy_project(tmp_path_factory.mktemp("make") / ODD)
    for name in ("Makefile", "requirements.txt", "requirements-test.txt"):
        shutil.copy(ROOT / name, project)
    (project / ".venv").symlink_to(sys.prefix)
    return project


def make(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    installed = [part for name in ("site", "test") for part in ("-o", f".venv/{name}-is-installed")]
    return subprocess.run(
        ["make", "--no-print-directory", *installed, *arguments],
        cwd=project,
        env=os.environ | {"SHEETS": "false"} | environment,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=600,
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_clinic_of_any_name_is_made_and_sound(name: str, project: Path) -> None:
    folder, called = NAMES[name]
    done = make(project, "clinic", f"NAME={name}")
    assert done.returncode == 0, done.stderr
    clinic = project / "clinics" / folder
    brand, _, problems = read_brand(clinic / "brand.yml", "brand.yml")
    assert problems == []
    assert brand
    assert (brand.name, brand.short_name) == (called, called[:24].strip().lstrip("“" if len(called) > 24 else ""))
    command = shlex.split(done.stdout.splitlines()[-1])
    assert command[:2] == ["make", "serve"]
    assert make(project, "check", *command[2:], "TRY=true").returncode == 0
    again = make(project, "clinic", f"NAME={name}")
    assert again.returncode != 0
    assert "is there already" in again.stderr


def test_check_tells_of_what_only_a_build_finds(project: Path) -> None:
    assert make(project, "clinic", "NAME=slip").returncode == 0
    with (project / "clinics" / "slip" / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav: [index.md, fees.md]\n")
    done = make(project, "check", "CLINIC=clinics/slip")
    assert done.returncode != 0
    assert "Warning: A reference to 'fees.md' is included in the 'nav'" in done.stderr
    assert "nothing to fix" not in done.stdout
    assert not (project / "clinics" / "slip" / "site").exists()


@pytest.mark.parametrize("name", ["/", "..", "a/.."])
def test_an_invalid_name_is_reported(name: str, project: Path) -> None:
    done = make(project, "clinic", f"NAME={name}")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "cannot be the name of a folder" in done.stderr


def test_a_clinic_may_lie_elsewhere(project: Path, tmp_path: Path) -> None:
    clinic = tmp_path / "else where" / "quay"
    assert make(project, "clinic", f"NAME={clinic}/").returncode == 0
    done = make(project, "site", f"CLINIC={clinic}")
    assert done.returncode == 0, done.stderr
    assert "Quay" in (clinic / "site" / "index.html").read_text(encoding="utf-8")


def test_a_clinic_with_a_blank_goes_through_every_target(project: Path) -> None:
    clinic = "CLINIC=clinics/our own/"
    assert make(project, "clinic", "NAME=our own").returncode == 0
    done = make(project, "own", clinic, "FILE=docs/right-now.md")
    assert "Copied docs/right-now.md" in done.stdout, done.stderr
    for target, said in (("diff", "Nothing that you replace"), ("accept", "in step"), ("check", "nothing to fix")):
        done = make(project, target, clinic)
        assert done.returncode == 0, done.stderr
        assert said in done.stdout


def test_the_zip_of_a_clinic_takes_the_place_of_no_other(project: Path, tmp_path: Path) -> None:
    """Neither of the guide's nor of that of a clinic elsewhere whose folder has the same name."""
    name = "rupture-and-repair"
    guides = project / "build" / "rupture-and-repair.zip"
    guides.parent.mkdir(exist_ok=True)
    guides.write_bytes(b"the guide's")
    zips = []
    for clinic in (f"clinics/{name}", str(tmp_path / name)):
        if not (project / clinic).exists():
            assert make(project, "clinic", f"NAME={clinic}").returncode == 0
        done = make(project, "offline", f"CLINIC={clinic}/")
        assert done.returncode == 0, done.stderr
        zips.append(project / clinic / "build" / f"{name}.zip")
        assert f"{clinic}/build/{name}.zip: unpack it" in done.stdout
    assert guides.read_bytes() == b"the guide's"
    for path in zips:
        with ZipFile(path) as archive:
            assert f"{name}/index.html" in archive.namelist()


def test_the_guide_is_built_zipped_and_verified(project: Path) -> None:
    said = {}
    for target in ("site", "verify", "offline"):
        done = make(project, target)
        assert done.returncode == 0, done.stderr
        said[target] = done.stdout
    assert "the same bytes" in said["verify"]
    assert (project / "build" / "rupture-and-repair.zip").stat().st_size > 100_000


def test_what_was_never_built_cannot_be_verified(project: Path) -> None:
    assert make(project, "clinic", "NAME=not yet").returncode == 0
    done = make(project, "verify", "CLINIC=clinics/not yet")
    assert done.returncode != 0
    assert "There is no clinics/not yet/site/SHA256SUMS to compare with. Build the site first" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_lists_the_targets(project: Path) -> None:
    assert "make one zip of the site" in make(project, "help").stdout


def test_make_works_in_an_ascii_locale(project: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = make(project, "clinic", "NAME=café", **plain)
    assert done.returncode == 0, done.stderr
    brand, _, _ = read_brand(project / "clinics" / "café" / "brand.yml", "brand.yml")
    assert brand
    assert brand.name == "café"
    assert make(project, "check", "CLINIC=clinics/café", **plain).returncode == 0
