"""The command line: help for volunteers, one sentence for what the system refuses, and nothing half-made."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from worksheets.__main__ import main
from worksheets.editions import new_clinic_folder
from worksheets.editions.new_clinic_folder import new_clinic
from worksheets.editions.what_to_type import TYPED, to_write_down_a_review, what_to_type

from tests.support.command_line import run
from tests.support.project import copy_project

MAKING = ("new", "serve", "check", "build", "offline", "export", "fleet", "schema")
LOOKING_AFTER = ("own", "diff", "accept", "review", "reviewed")
COMMANDS = (*MAKING, *LOOKING_AFTER)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("command") / "guide")


def test_help_names_every_command(project: Path) -> None:
    done = run(project, "--help")
    assert done.returncode == 0
    for command in COMMANDS:
        assert f"\n  {command}" in done.stdout
        own = CliRunner().invoke(main, [command, "--help"], prog_name="guide")
        assert own.exit_code == 0
        assert f"Usage: guide {command}" in own.output
    assert "..." not in done.stdout.split("Commands:")[1], "a summary is cut off"


@pytest.mark.parametrize("arguments", [(), ("chekc",), ("new",), ("own", "x"), ("check", "--odd")])
def test_a_command_that_is_not_one_ends_with_2(arguments: tuple[str, ...], project: Path) -> None:
    done = run(project, *arguments)
    assert done.returncode == 2
    assert "Usage: python -m worksheets" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "diff", "accept"])
def test_a_folder_that_is_not_there_ends_with_1(command: str, project: Path) -> None:
    done = run(project, command, "clinics/not there")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "brand.yml" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/proc").is_dir(), reason="needs a folder that takes nothing")
def test_what_the_system_refuses_is_one_sentence(project: Path) -> None:
    for arguments in (("new", "/proc/harbour"), ("new", "brand.yml/harbour"), ("new", "x" * 300)):
        done = run(project, *arguments)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "cannot be read or written" in done.stderr


def test_a_guide_that_is_not_here_is_one_sentence(tmp_path: Path, project: Path) -> None:
    for arguments in (("check",), ("new", "harbour"), ("schema",)):
        done = run(tmp_path, *arguments, PYTHONPATH=str(project / "hooks"))
        assert done.returncode == 1
        assert "Traceback" not in done.stderr


def test_a_folder_that_failed_halfway_is_gone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clinic = project / "clinics" / "half"

    def fails(root: Path, folder: Path) -> None:
        raise OSError("no room")

    with monkeypatch.context() as patched:
        patched.setattr(new_clinic_folder, "remember_version", fails)
        with pytest.raises(OSError, match="no room"):
            new_clinic(project, clinic)
    assert list((project / "clinics").glob("*half*")) + list((project / "clinics").glob(".*half*")) == []
    assert run(project, "new", "half").returncode == 0


def test_a_folder_left_by_a_killed_command_does_no_harm(project: Path) -> None:
    (project / "clinics" / ".left.new" / "pages").mkdir(parents=True)
    assert run(project, "new", "left").returncode == 0
    assert not (project / "clinics" / ".left.new").exists()


@pytest.mark.parametrize("name", ["zé", "日本"])
def test_an_ascii_locale_makes_the_same_folder(name: str, project: Path) -> None:
    done = run(project, "new", name, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0, done.stderr
    assert f"Made clinics/{name}." in done.stdout
    assert f"name: {name}" in (project / "clinics" / name / "brand.yml").read_text(encoding="utf-8")


def test_a_changed_picture_is_reported_without_its_bytes(project: Path) -> None:
    assert run(project, "new", "drawn").returncode == 0
    picture = project / "docs" / "photo.png"
    picture.write_bytes((project / "brand" / "preview.png").read_bytes())
    assert run(project, "own", "clinics/drawn", "docs/photo.png").returncode == 0
    picture.write_bytes(picture.read_bytes() + b"\x00")
    assert "docs/photo.png has changed." in run(project, "diff", "clinics/drawn").stdout
    picture.unlink()


@pytest.mark.parametrize(
    ("clinic", "arguments"),
    [
        ("", ("check", "{}")),
        (".", ("own", "{}", "docs/index.md")),
        ("clinics/..", ("diff", "{}")),
        ("./", ("accept", "{}")),
    ],
)
def test_the_guide_itself_is_no_clinic(clinic: str, arguments: tuple[str, ...], project: Path) -> None:
    (project / "clinics").mkdir(exist_ok=True)
    done = run(project, *(one.format(clinic) for one in arguments))
    assert done.returncode == 1
    assert "is the guide itself, and no clinic’s folder. Name that, such as clinics/harbour." in done.stderr
    assert not {"pages", "originals"} & {path.name for path in project.iterdir()}


@pytest.mark.parametrize("name", ["a\u200bb", "\u3164", "a\nb"])
def test_a_name_with_what_nobody_sees_is_refused(name: str, project: Path) -> None:
    done = run(project, "new", name)
    assert done.returncode == 1
    assert "cannot be the name of a folder" in done.stderr


@pytest.mark.parametrize(
    ("name", "why"),
    [("con", "is taken by Windows"), ("nul.old", "is taken by Windows"), ("harbour.", "ends with a space or a full")],
)
def test_a_name_that_windows_could_not_hold_is_refused_with_the_reason(name: str, why: str, project: Path) -> None:
    done = run(project, "new", name)
    assert done.returncode == 1
    assert f"“{name}” {why}" in done.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("guide", "guide reviewed --clinic 'clinics/the bay' steps/one.md"),
        ("", "make reviewed CLINIC='clinics/the bay' FILE=steps/one.md"),
    ],
)
def test_a_note_of_a_build_says_what_to_type_and_calls_a_folder_as_people_do(
    typed: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A build knows the whole path of a clinic's folder, which nobody types."""
    monkeypatch.setenv(TYPED, typed)
    monkeypatch.chdir(tmp_path)
    assert to_write_down_a_review(tmp_path / "clinics" / "the bay", "steps/one.md") == said
    assert f"{tmp_path}" not in what_to_type("accept", tmp_path / "clinics" / "the bay")
    assert "/elsewhere/bay" in what_to_type("accept", Path("/elsewhere/bay"))


def test_a_new_folder_passes_its_own_check_whatever_it_is_called_and_asks_for(project: Path) -> None:
    """A name longer than one in brand.yml may be, and a file that a copy could not publish."""
    name = "x" * 230
    assert run(project, "new", name).returncode == 0
    done = run(project, "own", f"clinics/{name}", "docs/assets/stylesheets/page.css")
    assert done.returncode == 1
    assert "docs/assets/stylesheets/page.css stays the guide’s. A copy adds CSS in `stylesheets/`." in done.stderr
    done = run(project, "check", f"clinics/{name}")
    assert done.returncode == 0, done.stderr
