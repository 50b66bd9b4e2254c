"""A site is built where Unix's own calls, line ends, encoding and slashes are missing, and has the same bytes.

This is no Windows: what was not tried there is said in docs/clinics/without-make.md.
"""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest
from worksheets.authoring.source_files import Folders, Overlay, is_left_by_programs
from worksheets.authoring.words import Words
from worksheets.editions import what_to_type
from worksheets.editions.new_clinic_folder import way_to
from worksheets.site import folder_exchange
from worksheets.site.atomic_swap import IN_TWO_STEPS, aside, put_in_place
from worksheets.site.checksums import SUMS, differences, read_sums, sums
from worksheets.site.folder_exchange import exchange

from tests.support.command_line import run
from tests.support.project import ROOT, replace
from tests.support.small_site import small_site_with_pdfs

AS_ON_WINDOWS = ROOT / "tests" / "support" / "as_on_windows"
HARBOUR = PureWindowsPath("C:/Guides/repair/clinics/harbour")


def run_as_on_windows(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(project, *arguments, PYTHONPATH=os.pathsep.join([str(AS_ON_WINDOWS), str(project / "hooks")]))


def test_the_site_has_the_same_bytes(tmp_path: Path) -> None:
    """With PDFs, by several processes at once, and twice, so that the second takes the place of the first."""
    usual = small_site_with_pdfs(tmp_path / "usual")
    replace(usual / "brand.yml", "\ncountry:", "\nlarge-print: false\ncopies: false\ncountry:")
    other = shutil.copytree(usual, tmp_path / "other")
    assert run(usual, "build").returncode == 0
    for times in (1, 2):
        done = run_as_on_windows(other, "build")
        assert done.returncode == 0, done.stderr
        assert (IN_TWO_STEPS in done.stderr) is (times == 2)
    assert sorted(path.name for path in other.iterdir()) == sorted(path.name for path in usual.iterdir())
    assert (other / "site" / SUMS).read_bytes() == (usual / "site" / SUMS).read_bytes()
    assert differences(read_sums(other / "site" / SUMS), sums(other / "site")) == []


def test_what_is_missing_there_is_missing(tmp_path: Path) -> None:
    """The test above would pass if nothing were taken away."""
    program = "; ".join(
        (
            "import os",
            "from pathlib import Path",
            "print(Path('a/b'), hasattr(os, 'fork'))",
            "open('x', 'w').write('é\\n')",
            "import fcntl",
        )
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(AS_ON_WINDOWS)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "a\\b False\n"
    assert (tmp_path / "x").read_bytes() == b"\xe9\r\n"
    assert "import of fcntl halted" in done.stderr


@pytest.fixture
def in_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two names."""
    monkeypatch.setattr(folder_exchange, "_in_one_step", lambda one, other: errno.ENOSYS)


@pytest.mark.usefixtures("in_two_steps")
@pytest.mark.parametrize("renames", [1, 2])
def test_an_exchange_that_was_broken_off_is_undone_or_ended(
    renames: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the process had been killed after the first rename, or the second."""
    site = tmp_path / "site"
    for path, text in ((site, "old"), (tmp_path / ".site.0123456789ab", "new")):
        path.mkdir()
        (path / "index.html").write_text(text, encoding="utf-8")
    rename = Path.rename
    done: list[Path] = []

    def killed(path: Path, to: Path) -> Path:
        if len(done) == renames:
            raise KeyboardInterrupt
        done.append(to)
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", killed)
    with pytest.raises(KeyboardInterrupt):
        exchange(tmp_path / ".site.0123456789ab", site)
    monkeypatch.undo()
    assert site.exists() is (renames == 2)
    new = aside(site)
    assert (site / "index.html").read_text(encoding="utf-8") == ("old" if renames == 1 else "new")
    put_in_place(new)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("in_two_steps")
def test_where_the_second_rename_fails_the_old_site_is_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / ".site.gone", site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("guide", "folder", "way"),
    [
        (PureWindowsPath("C:/Guides/repair"), HARBOUR, "../.."),
        (PureWindowsPath("c:\\guides\\Repair"), HARBOUR, "../.."),
        (PureWindowsPath("C:/Guides/new guide"), HARBOUR, "../../../new guide"),
        (PureWindowsPath("D:/repair"), HARBOUR, "D:/repair"),
        (PureWindowsPath("//server/share/repair"), HARBOUR, "//server/share/repair"),
        (PurePosixPath("/srv/repair"), PurePosixPath("/home/clinics/harbour"), "../../../srv/repair"),
    ],
)
def test_the_way_to_the_guide_has_slashes(guide: PureWindowsPath, folder: PureWindowsPath, way: str) -> None:
    assert way_to(guide, folder) == way


def test_problems_and_keys_have_slashes_and_no_drive() -> None:
    root = PureWindowsPath("C:/Guides/repair")
    folders = Folders.of(root)  # type: ignore[arg-type]  # what a Path is there
    assert folders.name(PureWindowsPath("c:\\Guides\\repair\\docs\\a page.md")) == "docs/a page.md"  # type: ignore[arg-type]
    assert folders.name(PureWindowsPath("D:\\else\\brand.yml")) == "D:/else/brand.yml"  # type: ignore[arg-type]
    overlay = Overlay(HARBOUR, "clinics/harbour", Words("en", "en_GB", {}))  # type: ignore[arg-type]
    assert overlay._name(HARBOUR / "pages\\safety\\now.md") == "clinics/harbour/pages/safety/now.md"  # type: ignore[arg-type]
    assert is_left_by_programs(PureWindowsPath("pages\\.git\\HEAD"))


def test_what_to_type_can_be_pasted_into_both_shells_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    system = SimpleNamespace(name="nt", environ={what_to_type.TYPED: "guide"})
    monkeypatch.setattr(what_to_type, "os", system)
    clinic = PureWindowsPath("clinics/the bay")
    assert what_to_type.what_to_type("own", clinic, "docs/a.md") == 'guide own "clinics\\the bay" docs/a.md'
