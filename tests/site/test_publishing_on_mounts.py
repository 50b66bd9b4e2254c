"""Sites in containers: in a layer of an image, on a mount, beside a checkout that nobody may write to."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project import ROOT

BUILD = """
import os, sys
from pathlib import Path
from worksheets.site.atomic_swap import aside, put_in_place, why_not_published
os.umask(0o077)
site = Path(sys.argv[1])
try:
    new = aside(site)
    for name in ("index.html", "assets/style.css", "was-a-file/index.html", "was-a-folder"):
        (new.path / name).parent.mkdir(parents=True, exist_ok=True)
        (new.path / name).write_text("new")
    put_in_place(new)
except OSError as error:
    print(why_not_published(error))
for path in sorted(site.rglob("*")):
    print(path.relative_to(site), oct(path.stat().st_mode & 0o777), "" if path.is_dir() else path.read_text())
print("left:", sorted(path.name for path in site.parent.glob(".site.*")))
"""
KEEP = """
import subprocess, sys
from pathlib import Path
from worksheets.paper.pdf_cache import PdfStore
from worksheets.paper.sheet import Sheet
folder, sheet = Path(sys.argv[1]), Sheet("a.pdf", "a.yml", "<p>a", "", "")
PdfStore(folder, []).save(sheet, b"%PDF", 1)
subprocess.run(["mount", "--bind", folder, folder], check=True)
subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
print(PdfStore(folder, []).load(sheet).size)
store, other = PdfStore(folder / "none", []), Sheet("b.pdf", "b.yml", "<p>b", "", "")
made = store.save(other, b"%PDF-", 1)
print(Path(made.file).read_bytes(), store.load(other) == made, *store.notes)
"""
LOOK = """
import sys
from pathlib import Path
from worksheets.site import mounts
folder = Path(sys.argv[1])
print(sorted(map(str, mounts.mounted_inside(folder))), sorted(map(str, mounts._found_by_looking(folder))))
"""
OLD = ("index.html", "gone/page.html", "was-a-file", "was-a-folder/page.html", ".git/HEAD")
NEW = """.git 0o755 
.git/HEAD 0o644 old
assets 0o755 
assets/style.css 0o644 new
index.html 0o644 new
was-a-file 0o755 
was-a-file/index.html 0o644 new
was-a-folder 0o644 new
left: []
"""  # noqa: W291


def _mounting() -> list[str] | None:
    """The command that gives a process mounts of its own, if this machine allows it."""
    for command in (["unshare", "-m"], ["unshare", "-rm"]):
        if shutil.which("unshare") and subprocess.run([*command, "mount", "-t", "tmpfs", "x", "/mnt"]).returncode == 0:
            return command
    return None


@pytest.fixture(scope="module")
def mounting() -> list[str]:
    command = _mounting()
    if command is None:
        pytest.skip("this machine lets nobody mount")
    return command


def python(mounting: list[str], folder: Path, mounts: str, program: str, argument: Path) -> str:
    """What a program says, after some shell commands in a folder."""
    run = subprocess.run(
        [
            *mounting,
            "sh",
            "-c",
            f'set -e; cd "{folder}"; {mounts}\nexec "$@"',
            "sh",
            sys.executable,
            "-c",
            program,
            argument,
        ],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "hooks"), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def built(mounting: list[str], folder: Path, mounts: str) -> str:
    """What a build of `project/site` in a folder says, after some shell commands there; `old` holds an old site."""
    for name in OLD:
        path = folder / "old" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old")
    (folder / "project").mkdir()
    return python(mounting, folder, mounts, BUILD, folder / "project" / "site")


@pytest.mark.parametrize(
    "mounts",
    [
        pytest.param(
            "mount -t tmpfs x /mnt; mkdir -p /mnt/lower /mnt/upper /mnt/work; cp -r old /mnt/lower/site;"
            "mount -t overlay x -o lowerdir=/mnt/lower,upperdir=/mnt/upper,workdir=/mnt/work project",
            id="a layer of an image",
        ),
        pytest.param("mkdir project/site; mount -t tmpfs x project/site; cp -r old/. project/site", id="a mount"),
        pytest.param(
            "mkdir project/site; mount --bind project project; mount -t tmpfs x project/site;"
            "cp -r old/. project/site; mount -o remount,bind,ro project",
            id="a mount beside what nobody may write to",
        ),
    ],
)
def test_the_new_site_takes_the_place_of_the_old(mounting: list[str], tmp_path: Path, mounts: str) -> None:
    assert built(mounting, tmp_path, mounts) == NEW


@pytest.mark.parametrize(
    ("site", "kept"),
    [
        pytest.param("cp -r old project/site", "project/site/uploads", id="a volume"),
        pytest.param("cp -r old project/site", "project/site/up loads/deep", id="a volume further down"),
        pytest.param(
            "mkdir project/site; mount -t tmpfs x project/site; cp -r old/. project/site",
            "project/site/uploads",
            id="a volume on a volume",
        ),
    ],
)
def test_what_is_mounted_inside_the_site_is_left_alone(
    mounting: list[str], tmp_path: Path, site: str, kept: str
) -> None:
    (tmp_path / "volume").mkdir()
    (tmp_path / "volume/mine.txt").write_text("mine")
    said = built(mounting, tmp_path, f'{site}; mkdir -p "{kept}"; mount --bind volume "{kept}"')
    assert (tmp_path / "volume/mine.txt").read_text() == "mine"
    within = kept.removeprefix("project/site/")
    lines = said.splitlines()
    assert f"{within}/mine.txt 0o644 mine" in lines
    assert "\n".join(line for line in lines if not line.startswith(within.split("/")[0])) + "\n" == NEW


def test_a_single_file_that_is_mounted_is_left_alone(mounting: list[str], tmp_path: Path) -> None:
    mount = "cp -r old project/site; touch project/site/key.txt; mount --bind old/index.html project/site/key.txt"
    said = built(mounting, tmp_path, mount)
    assert said.replace("key.txt 0o644 old\n", "") == NEW


@pytest.mark.parametrize("place", ["assets", "was-a-file", "index.html"])
def test_a_mount_where_the_site_has_files_is_told_and_nothing_is_changed(
    mounting: list[str], tmp_path: Path, place: str
) -> None:
    (tmp_path / "volume").mkdir()
    what = "old/index.html" if place == "index.html" else "volume"
    make = f"rm -f project/site/{place}; " + (f"touch {place}" if place == "index.html" else f"mkdir {place}")
    mounts = f"cp -r old project/site; {make.replace(f' {place}', f' project/site/{place}')}"
    said = built(mounting, tmp_path, f"{mounts}; mount --bind {what} project/site/{place}").splitlines()
    site = tmp_path / "project/site"
    assert said[0] == (
        f"The site was not built, and the old one stays: something is mounted at {site / place}, and the site has "
        "files of its own there. Mount it elsewhere, or mount the whole folder of the site."
    )
    assert not [line for line in said if line.endswith(" new")]
    assert said[-1] == "left: []"


def test_mounts_are_found_where_no_list_of_them_is(mounting: list[str], tmp_path: Path) -> None:
    mounts = "mkdir -p 'a b/c' d e; mount -t tmpfs x 'a b/c'; mount -t tmpfs x d"
    found = ["a b/c", "d"]
    assert python(mounting, tmp_path, mounts, LOOK, tmp_path) == f"{found} {[str(tmp_path / one) for one in found]}\n"


def test_every_server_may_read_what_somebody_private_publishes(tmp_path: Path) -> None:
    assert built([], tmp_path, "cp -r old project/site") == NEW
    assert built([], tmp_path / "project", "mkdir project/site; rmdir project/site").startswith("assets 0o755")
    assert (tmp_path / "project" / "project" / "site").stat().st_mode & 0o777 == 0o755


def test_where_nothing_can_be_written_stored_pdfs_are_used_and_new_ones_are_made(
    mounting: list[str], tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    said = f"PDFs cannot be kept in {kept}/none, so the next build makes them again."
    assert python(mounting, tmp_path, "mkdir kept", KEEP, kept) == f"4\nb'%PDF-' True {said}\n"


def test_where_nothing_can_be_written_the_place_is_named(mounting: list[str], tmp_path: Path) -> None:
    mounts = "cp -r old project/site; mount --bind project project; mount -o remount,bind,ro project"
    said = built(mounting, tmp_path, mounts).splitlines()[0]
    assert said.startswith("The site was not built, and the old one stays: Read-only file system (")
    assert f"({tmp_path}/project/.site." in said
