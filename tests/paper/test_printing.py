"""PDFs are made once, whole or not at all, and what cannot be printed is named."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest
from worksheets.authoring.source_files import Folders
from worksheets.guide.guide_reader import read_guide
from worksheets.paper.layouts import Layouts
from worksheets.paper.leaf_writer import SheetContext
from worksheets.paper.pdf_cache import SWEPT, PdfStore
from worksheets.paper.pdf_maker import make_pdf
from worksheets.paper.pdf_pool import make_pdfs
from worksheets.paper.sheet import Sheet
from worksheets.paper.sheet_writer import SheetWriter
from worksheets.rendering.downloads import Pdf

from tests.support.one_sheet import STYLES, sheet
from tests.support.project import ROOT, SMALL_GUIDE, copy_project, mkdocs
from tests.support.renderers import renderer_for

FONTS = ROOT / "fonts"


def sheets(root: Path) -> list[Sheet]:
    guide, problems = read_guide(Folders.of(root))
    assert not problems, [str(problem) for problem in problems]
    renderer = renderer_for(guide)
    renderer.brand = renderer.brand.model_copy(update={"country": "XX"})
    return list(SheetWriter(renderer, SheetContext("", STYLES, {}, lambda text: text)).all())


def test_a_second_build_makes_no_pdf_and_a_changed_exercise_only_those_that_show_it(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SMALL_GUIDE, tmp_path / "guide"))
    store = PdfStore(tmp_path / "store", FONTS.glob("*.ttf"))
    first = sheets(root)
    done = [one.path for one, _ in make_pdfs(first, store, ROOT, 1, _quiet)]
    assert sorted(done) == sorted(one.path for one in first)
    again = PdfStore(tmp_path / "store", FONTS.glob("*.ttf"))
    assert all(again.load(one) for one in sheets(root))
    path = root / "exercises" / "one" / "sheet.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
    changed = {one.path for one in sheets(root) if not again.load(one)}
    with_it = r"worksheets/(one/sheet|one|workbook)(-letter)?(-large)?\.pdf|worksheets/(one|workbook)-(a5|booklet)\.pdf"
    assert changed == {path for path in done if re.fullmatch(with_it, path)}


def _quiet(done: int, of: int) -> None:
    pass


def test_the_same_sheet_is_the_same_bytes_in_another_place_and_time(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.support.one_sheet import *;"
        "one = sheet('<form><label for=a>Why?</label><textarea id=a name=a></textarea></form>');"
        "sys.stdout.buffer.write(make_pdf(one, Layouts(Path(sys.argv[1])))[0])"
    )
    made = []
    for zone, language, place in (("Asia/Tokyo", "C", "one"), ("America/Lima", "de_DE.UTF-8", "two")):
        shutil.copytree(FONTS, tmp_path / place / "fonts")
        environment = os.environ | {"TZ": zone, "LANG": language, "PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}"}
        done = subprocess.run(
            [sys.executable, "-c", program, tmp_path / place],
            env=environment,
            capture_output=True,
            check=True,
        )
        made.append(done.stdout)
        time.sleep(1.1)  # a time of day in the file would differ
    assert made[0] == made[1]
    assert len(pypdfium2.PdfDocument(made[0])) == 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<img src="no-such-picture.png" alt="none">', "no-such-picture.png"),
        ('<img src="https://example.org/picture.png" alt="none">', "https://example.org/picture.png"),
        ('<img src="../../../../../../etc/hostname" alt="none">', "etc/hostname"),
        (
            '<p style="width: 400mm; white-space: nowrap">a line that is far too long for any paper, ' + "on " * 40,
            "fit",
        ),
    ],
)
def test_what_cannot_be_printed_is_named_and_not_stored(body: str, said: str, tmp_path: Path) -> None:
    store = PdfStore(tmp_path, FONTS.glob("*.ttf"))
    ((_, problems),) = make_pdfs([sheet(body)], store, ROOT, 1, _quiet)
    assert not isinstance(problems, Pdf)
    assert any(said in str(problem) for problem in problems), problems
    assert {problem.file for problem in problems} == {"exercises/one/sheet.yml"}
    assert list(tmp_path.iterdir()) == []


def test_a_long_table_goes_on_over_the_pages() -> None:
    rows = "".join(f"<tr><th>Row {n}</th><td><textarea id=t{n} name=t{n}></textarea></td></tr>" for n in range(60))
    data, pages, wrong = make_pdf(sheet(f"<table>{rows}</table>"), Layouts(ROOT))
    assert not wrong
    assert pages > 1
    words = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert all(f"Row {n}" in words for n in range(60))


def test_a_full_disk_is_a_clear_error_and_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys; from pathlib import Path; from tests.support.one_sheet import *;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000));"
        "store = PdfStore(Path(sys.argv[1]), [])\n"
        "try: list(make_pdfs([sheet('<p>One')], store, ROOT, 1, lambda *a: None))\n"
        "except PdfError as error: print(error)"
    )
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "store"], env=environment, capture_output=True, text=True
    )
    assert "could not be written" in done.stdout, done.stderr
    assert "Make room" in done.stdout
    assert [path for path in (tmp_path / "store").rglob("*") if path.suffix in (".pdf", ".part")] == []


def test_a_killed_build_leaves_no_half_pdf(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.support.one_sheet import *;"
        "store = PdfStore(Path(sys.argv[1]), []);"
        "pdf = make_pdf(sheet('<p>One'), Layouts(ROOT))[0]; print('ready', flush=True)\n"
        "n = 0\n"
        "while True: n += 1; store.save(sheet(f'<p>{n}'), pdf * 200, 1)"
    )
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}"}
    for delay in (0.01, 0.1):
        process = subprocess.Popen(
            [sys.executable, "-c", program, tmp_path / "store"], env=environment, stdout=subprocess.PIPE
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        process.wait()
        process.stdout.close()
    kept = list((tmp_path / "store").rglob("*.pdf"))
    assert kept
    assert len({path.stat().st_size for path in kept}) == 1
    for part in (tmp_path / "store").rglob("*.part"):
        os.utime(part, (0, 0))
    (tmp_path / "store" / SWEPT).unlink(missing_ok=True)
    PdfStore(tmp_path / "store", [])
    assert not list((tmp_path / "store").rglob("*.part"))


def of_process(folder: Path) -> tuple[str, str]:
    """The state and the parent of a process by its folder in /proc; `("X", "")`, dead, once it is gone."""
    try:
        state, parent = (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(") ")[2].split()[:2]
    except OSError:
        return "X", ""
    return state, parent


def children_of(process: int) -> list[Path]:
    """The folders in /proc of all processes that one has started."""
    return [path for path in Path("/proc").glob("[0-9]*") if of_process(path)[1] == str(process)]


def at_work(process: Path) -> bool:
    """Whether a process still runs. In a container whose first process buries nobody, the dead stay as Z, zombies."""
    return of_process(process)[0] not in "XZ"


def test_a_killed_build_leaves_nobody_at_work(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.support.one_sheet import *;"
        "from worksheets.paper.pdf_pool import make_pdfs\n"
        "if __name__ == '__main__':\n"
        "    store = PdfStore(Path(sys.argv[1]), [])\n"
        "    sheets = [sheet(f'<p>{n}') for n in range(2000)]\n"
        "    for _ in make_pdfs(sheets, store, ROOT, 2, lambda done, of: None): print('made', flush=True)\n"
    )
    (tmp_path / "build.py").write_text(program)
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}"}
    command = [sys.executable, str(tmp_path / "build.py"), str(tmp_path / "store")]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        children = children_of(process.pid)
        assert len(children) >= 2
        process.kill()
    deadline = time.monotonic() + 30
    while (left := [child for child in children if at_work(child)]) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert left == []


def test_without_pango_the_site_builds_with_no_dead_link(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    missing = tmp_path / "missing"
    missing.mkdir()
    (missing / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")\n")
    os_path = os.environ.get("PYTHONPATH", "")
    done = mkdocs(
        "build",
        "--strict",
        "--site-dir",
        str(tmp_path / "site"),
        folder=project,
        sheets=True,
        PYTHONPATH=f"{missing}:{os_path}",
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("Pango is missing") == 1
    assert "install" in done.stderr
    assert not list((tmp_path / "site").rglob("*.pdf"))
    own = re.compile(r'href="(?!https?:)[^"]*\.pdf"')
    assert not [page for page in (tmp_path / "site").rglob("*.html") if own.search(page.read_text(encoding="utf-8"))]
