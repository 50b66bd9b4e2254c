"""One reader of what authors write, in every encoding that editors save; and none of what programs leave behind."""

import codecs
import re
import shutil
from pathlib import Path

import pytest
from worksheets.authoring.problems import Problem, report
from worksheets.authoring.source_files import Folders, Overlay, is_left_by_programs
from worksheets.authoring.text_file import read_drawing, read_text
from worksheets.editions.edition import read_edition
from worksheets.guide.guide_reader import read_guide

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE, mkdocs
from tests.support.renderers import words
from tests.support.small_site import small_site

CORE = ROOT / "hooks" / "worksheets"
TEXT = "title: Grüße\nhint: “Déjà vu”\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Grüße</title></svg>'
LEFT = (
    ".obsidian/note.md",
    ".ipynb_checkpoints/page-checkpoint.md",
    ".git/HEAD",
    "._page.md",
    "._sheet.yml",
    "._picture.svg",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "page.md~",
    "sheet.yml~",
    ".page.md.swp",
    "page.md.swp",
    "#page.md#",
    "~$page.md",
    "__MACOSX/._page.md",
    "page.md.orig",
    "@eaDir/page.md",
    "$RECYCLE.BIN/page.md",
    "lost+found/page.md",
    "page.md.part",
    "page.crdownload",
    "page.partial",
    "page.kate-swp",
)
"""What editors, systems and version control leave behind."""

OTHER_READERS = {
    "build_start.py": "stylesheets, which the guide's reader has checked",
    "cache.py": "its own code",
    "pyproject.py": "the project's own file",
    "editions/listed_hooks.py": "the guide's own hooks",
    "fleet/records.py": "what an earlier build wrote down",
    "editions/new_clinic_folder.py": "the template of a new folder",
    "exercises/examples/__init__.py": "its own examples",
    "exercises/kinds/__init__.py": "the styles of its kinds",
    "guide/bibliography/given_names.py": "its own list of names",
    "paper/font_faces.py": "its own style",
    "site/": "the finished site",
    "fhir/questionnaires.py": "its own pattern",
    "paper/book/": "its own styles, and those of pages, which the guide's reader has checked",
    "paper/page_economy.py": "its own style",
    "paper/right_to_left.py": "its own style",
    "review_forms.py": "its own style",
    "word/docx_file.py": "its own parts of a file",
}
"""Where the core reads text otherwise, and whose."""


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_every_form_of_utf_8_is_the_same_text(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(content)
    assert read_text(tmp_path / "a.yml", "a.yml") == TEXT


@pytest.mark.parametrize(
    ("content", "line", "wrong"),
    [
        (TEXT.replace("“", "").replace("”", "").encode("latin-1"), 1, "(byte FC, perhaps “ü”)"),
        ("title: A\r\nhint: é\r\n".encode("latin-1"), 2, "(byte E9, perhaps “é”)"),
        ("title: A\nhint: “x”\n".encode("cp1252"), 2, "not UTF-8 (byte 93"),
        (TEXT.encode("utf-16"), 1, "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), 1, "UTF-16"),
        (b"title: A\nhint: \x00\n", 2, "NUL"),
        (TEXT.encode("utf-32"), 1, "UTF-32"),
        ("title: A".encode("utf-16-le"), 1, "NUL"),
        (b"x" * 200_000, 1, "larger than 128 kB"),
    ],
)
def test_every_other_form_is_reported_with_its_line(content: bytes, line: int, wrong: str, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(content)
    problem = read_text(tmp_path / "a.yml", "a.yml")
    assert isinstance(problem, Problem)
    assert (problem.file, problem.line) == ("a.yml", line)
    assert wrong in problem.wrong
    assert problem.write


@pytest.mark.parametrize(
    "content",
    [
        SVG.encode(),
        SVG.encode("utf-8-sig"),
        f'<?xml version="1.0" encoding="ISO-8859-1"?>\n{SVG}'.encode("latin-1"),
        f"<?xml version='1.0' encoding='windows-1252' standalone='no'?>\n{SVG}".encode("cp1252"),
        f'<?xml version="1.0" encoding="UTF-8"?>\r\n{SVG}'.encode(),
        f'<?xml version="1.0" encoding="UTF-16"?>\n{SVG}'.encode("utf-16"),
    ],
)
def test_a_drawing_is_read_as_it_says(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(content)
    text = read_drawing(tmp_path / "a.svg", "a.svg")
    assert isinstance(text, str), text
    assert text.endswith(SVG)


@pytest.mark.parametrize(
    "content",
    [
        SVG.encode("latin-1"),
        f'<?xml version="1.0" encoding="utf-7"?>{SVG}'.encode(),
        f'<?xml version="1.0" encoding="UTF-16"?>{SVG}'.encode(),
        f'<?xml version="1.0" encoding="nonsense"?>{SVG}'.encode(),
        f'<?xml version="1.0" encoding="ascii"?>{SVG}'.encode(),
    ],
)
def test_a_drawing_that_says_otherwise_than_it_is_is_reported(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(content)
    assert isinstance(read_drawing(tmp_path / "a.svg", "a.svg"), Problem)


def test_nobody_else_reads_what_authors_write() -> None:
    reading = re.compile(r"\.read_text\(|\.read_bytes\(\)\.decode|\bopen\([^)]*encoding")
    others = {
        path.relative_to(CORE).as_posix()
        for path in CORE.rglob("*.py")
        if reading.search(path.read_text(encoding="utf-8")) and path.name != "text_file.py"
    }
    assert [name for name in others if not name.startswith(tuple(OTHER_READERS))] == []


READ = (
    "docs/steps/one.md",
    "exercises/one/sheet.yml",
    "exercises/sections.yml",
    "sources/helplines.yml",
    "sources/references.bib",
)


@pytest.mark.parametrize("name", READ)
def test_every_reader_takes_windows_files_and_reports_others(name: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL_GUIDE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / name
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert read_guide(Folders.of(tmp_path))[1] == []
    for content in (text.encode("utf-16"), text.encode() + b"\n# caf\xe9\n", text.encode() + b"\n# \x00\n"):
        path.write_bytes(content)
        found = [problem for problem in read_guide(Folders.of(tmp_path))[1] if problem.file == name]
        assert len(found) == 1, report(found)
        assert "UTF-" in found[0].wrong or "NUL" in found[0].wrong


@pytest.mark.parametrize(
    ("name", "content"), [("a.css", b"/* caf\xe9 */"), ("a.html", b"<p>\xe9"), ("a.svg", b"<svg>\xe9")]
)
def test_what_is_published_as_it_is_can_be_read_too(name: str, content: bytes, tmp_path: Path) -> None:
    shutil.copytree(SMALL_GUIDE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "docs" / "b").mkdir()
    (tmp_path / "docs" / name).write_bytes(b"<caf\xe9>")
    (problem,) = read_guide(Folders.of(tmp_path))[1]
    assert (problem.file, problem.line) == (f"docs/{name}", 1)


@pytest.mark.parametrize("name", LEFT)
def test_files_left_by_programs_are_not_an_authors(name: str) -> None:
    assert is_left_by_programs(Path(name))


@pytest.mark.parametrize(
    "name", ["page.md", "a/b.yml", "c#.md", "x.y.svg", "Thumbs.db.md", "tmp.md", "a~b.md", "part.md", "@eaDirs.md"]
)
def test_other_names_are_an_authors(name: str) -> None:
    assert not is_left_by_programs(Path(name))


def litter(folder: Path) -> None:
    for name in LEFT:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x00\xff left behind, no text")


def test_files_left_by_programs_are_not_read(tmp_path: Path) -> None:
    root = tmp_path / "guide"
    shutil.copytree(SMALL_GUIDE, root)
    shutil.copytree(ROOT / "words", root / "words")
    shutil.copytree(SMALL_CLINIC, root / "clinic")
    (root / "pictures").mkdir(exist_ok=True)
    for folder in ("docs", "docs/steps", "exercises", "exercises/one", "pictures", "words"):
        litter(root / folder)
    for folder in ("pages", "exercises/one", "pictures", "stylesheets"):
        litter(root / "clinic" / folder)
    edition, _, problems = read_edition(Folders.of(root), root / "clinic")
    assert problems == [], report(problems)
    assert edition
    assert edition.overlay
    for part in ("pages", "exercises", "pictures", "stylesheets"):
        assert edition.overlay.files(part, "*") == {}


def test_files_left_by_programs_are_not_published(tmp_path: Path) -> None:
    project = small_site(tmp_path / "project")
    litter(project / "docs")
    litter(project / "docs" / "about")
    drawing = f'<?xml version="1.0" encoding="ISO-8859-1"?>\n{SVG}'.encode("latin-1")
    (project / "docs" / "drawing.svg").write_bytes(drawing)
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    published = {path.relative_to(project / "site") for path in (project / "site").rglob("*") if path.is_file()}
    assert [path for path in published if is_left_by_programs(path)] == [Path(".htaccess")], "the build's own"
    assert (project / "site" / "drawing.svg").read_bytes() == drawing


@pytest.mark.parametrize(
    ("own", "language"), [(b"# Help\r\n", "en"), (codecs.BOM_UTF8 + b"# Help\n", "en"), (b"# Hilfe\n", "de")]
)
def test_a_copy_is_in_the_language_of_the_guide_until_its_words_are_changed(
    own: bytes, language: str, tmp_path: Path
) -> None:
    for folder, text in (("originals/pages", b"# Help\n"), ("pages", own)):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "help.md").write_bytes(text)
    found = Overlay(tmp_path, "clinics/harbour", words("de")).files("pages", "*")
    assert found[Path("help.md")].language == language
