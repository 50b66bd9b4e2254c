"""`guide` works from wherever it is typed, in a guide's own code, and says what to type next."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import GUIDE, run, run_guide
from tests.support.project import ROOT, replace
from tests.support.servers import wait_for
from tests.support.small_site import small_site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small_site(tmp_path_factory.mktemp("command") / "a guide")
    shutil.copytree(ROOT / "fonts", project / "fonts")
    assert run(project, "new", "harbour").returncode == 0
    replace(project / "clinics" / "harbour" / "brand.yml", "country: GB", "country: XX")
    return project


@pytest.fixture(scope="module")
def elsewhere(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic whose folder is not in the guide's."""
    folder = tmp_path_factory.mktemp("elsewhere") / "quay"
    assert run_guide(folder.parent, "--guide", str(project), "new", "./quay").returncode == 0
    replace(folder / "brand.yml", "country: GB", "country: XX")
    return folder


def test_the_guide_is_found_from_any_folder_in_it_or_by_its_name(project: Path, tmp_path: Path) -> None:
    for folder, arguments in ((project, ()), (project / "docs" / "safety", ()), (tmp_path, ("--guide", str(project)))):
        done = run_guide(folder, *arguments, "check")
        assert (done.returncode, done.stdout) == (0, "11 pages and 3 exercises: nothing to fix.\n"), done.stderr


def test_outside_a_guide_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: ../another/mkdocs.yml\n", encoding="utf-8")
    for arguments in ((), ("check",), ("--help",), ("--guide", ".", "build")):
        done = run_guide(tmp_path, *arguments)
        assert done.returncode == 1
        assert done.stderr == (
            f"Error: {tmp_path} is in no folder of the guide. "
            "Go into that folder first (cd FOLDER), or name it: guide --guide FOLDER check\n"
        )


@pytest.mark.parametrize(
    ("folder", "named"),
    [
        (".", "clinics/harbour"),
        (".", "harbour"),
        ("docs", "clinics/harbour/"),
        ("clinics", "harbour"),
        ("clinics/harbour", "."),
        ("clinics/harbour/pages", ""),
    ],
)
def test_a_clinic_is_known_by_its_path_its_name_and_its_folder(folder: str, named: str, project: Path) -> None:
    path = project / "clinics" / "harbour" / "brand.yml"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("country: XX", "country: ZZ"), encoding="utf-8")
    done = run_guide(project / folder, "check", *filter(None, [named]))
    path.write_text(sound, encoding="utf-8")
    assert done.returncode == 1
    assert "clinics/harbour/brand.yml:" in done.stderr


def test_a_clinic_elsewhere_knows_its_guide(elsewhere: Path) -> None:
    done = run_guide(elsewhere / "pages", "check")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    done = run_guide(elsewhere, "own", ".", "docs/right-now.md")
    assert done.stdout.startswith(f"Copied docs/right-now.md to {elsewhere / 'pages' / 'right-now.md'}.")
    for options, folder in (((), elsewhere / "site"), (("--into", "aside"), elsewhere / "pages" / "aside")):
        done = run_guide(elsewhere / "pages", "build", "--no-pdfs", *options)
        assert done.stdout == f"The site is in {folder}.\n", done.stderr
        assert "Quay" in (folder / "index.html").read_text(encoding="utf-8")
        shutil.rmtree(folder)


def test_a_file_is_named_from_where_one_is(project: Path) -> None:
    done = run_guide(project / "docs" / "safety", "own", "harbour", "is-this-safe.md")
    own = Path("clinics") / "harbour" / "pages" / "safety" / "is-this-safe.md"
    assert done.stdout.startswith(f"Copied docs/safety/is-this-safe.md to {own}.")
    (project / own).unlink()


@pytest.mark.parametrize("command", ["build", "serve", "offline", "review"])
def test_a_clinic_that_is_not_there_is_one_sentence(command: str, project: Path) -> None:
    for named in (("harbor",), ("--clinic", "harbor")):
        done = run_guide(project, command, *named)
        assert done.returncode == 1
        assert "“harbor” is no folder of a clinic: it has no mkdocs.yml." in done.stderr


def test_what_to_type_next_is_what_was_typed(project: Path) -> None:
    for start, said in ((run, "make serve CLINIC='clinics/the bay'"), (run_guide, "guide serve 'clinics/the bay'")):
        done = start(project, "new", "the bay")
        shutil.rmtree(project / "clinics" / "the bay")
        assert done.stdout.splitlines()[-1].strip() == said


def test_a_guide_that_needs_other_packages_says_how_to_get_them(project: Path, tmp_path: Path) -> None:
    newer = shutil.copytree(project, tmp_path / "newer")
    replace(newer / "pyproject.toml", '"click>=8.5"', '"click>=800", "nowhere-to-be-found"')
    done = run_guide(newer, "check")
    assert done.returncode == 1
    assert "This guide needs click>=800, nowhere-to-be-found, which" in done.stderr
    assert f'pipx install --force "{newer}", or: uv tool install --force "{newer}"' in done.stderr


def test_a_preview_follows_from_a_subfolder_and_ends_when_it_is_told(project: Path, unused_port: int) -> None:
    command = [*GUIDE, "serve", "harbour", "--no-pdfs", "--port", str(unused_port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    server = subprocess.Popen(command, cwd=project / "docs", env=environment, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(f"http://127.0.0.1:{unused_port}/", "Harbour")
        taken = run_guide(project, "serve", "harbour", "--no-pdfs", "--port", str(unused_port))
        assert taken.returncode == 1
        assert f"take another: --port {unused_port + 1}" in taken.stderr
    finally:
        server.send_signal(signal.SIGTERM)
        said = server.communicate(timeout=20)[1]
    assert "Traceback" not in said
    assert server.returncode == -signal.SIGTERM


def test_what_is_installed_finds_the_guide_and_holds_none_of_it(project: Path, tmp_path: Path) -> None:
    """Without packages that are here already, and what builds it is too: no network is needed."""
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(tmp_path))
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(ROOT)], check=True, timeout=120)
    assert {path.name for path in tmp_path.iterdir() if path.suffix != ".dist-info"} == {"bin", "guide_command"}
    done = subprocess.run(
        [tmp_path / "bin" / "guide", "check", "harbour"],
        cwd=project,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "11 pages and 3 exercises: nothing to fix.\n", done.stderr
