"""What is in a folder of fonts is used, and what no font can draw is told once, where it was written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.paper.font_faces import lacking, nearest_face, sheet_style
from worksheets.paper.font_files import Font, read_fonts
from worksheets.paper.missing_glyphs import missing_glyphs

from tests.support.made_fonts import make_font
from tests.support.one_sheet import sheet
from tests.support.project import ROOT, copy_project, mkdocs, replace
from tests.support.small_site import small_site_with_pdfs

ARMENIAN = "Օմեգա"


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a clinic with an Armenian name, in a small guide that makes PDFs."""
    root = small_site_with_pdfs(tmp_path_factory.mktemp("fonts") / "guide")
    command = [sys.executable, "-m", "worksheets", "new", "harbour"]
    subprocess.run(command, cwd=root, check=True, env={"PYTHONPATH": str(ROOT / "hooks")})
    folder = root / "clinics" / "harbour"
    replace(folder / "brand.yml", "\nname: Harbour", f"\nname: Kopfwerk {ARMENIAN}")
    replace(folder / "brand.yml", "country: GB", "country: XX")
    return folder


def test_a_clinics_letters_are_told_once_and_its_own_font_draws_them(clinic: Path) -> None:
    line = (clinic / "brand.yml").read_text(encoding="utf-8").splitlines().index(f"name: Kopfwerk {ARMENIAN}") + 1
    done = mkdocs("build", "--strict", "-f", "mkdocs.yml", folder=clinic, sheets=True)
    told = re.findall(r"(\S+): The fonts of the printed sheets have no “(.)”", done.stderr)
    assert sorted(told) == sorted((f"clinics/harbour/brand.yml:{line}", letter) for letter in ARMENIAN), done.stderr
    assert "put a font that has it (.ttf or .otf) into fonts/, beside brand.yml." in done.stderr

    make_font(clinic / "fonts" / "Armenian Letters.ttf", "Armenian “Letters”, Ltd", ARMENIAN)
    done = mkdocs("build", "--strict", "-f", "mkdocs.yml", folder=clinic, sheets=True)
    assert done.returncode == 0, done.stderr
    workbook = clinic / "site" / "worksheets" / "workbook.pdf"
    said = subprocess.run(["pdftotext", workbook, "-"], capture_output=True, text=True, check=True).stdout
    assert f"Kopfwerk {ARMENIAN}" in said
    listed = subprocess.run(["pdffonts", workbook], capture_output=True, text=True, check=True).stdout
    fonts = [row.split() for row in listed.splitlines()[2:]]
    assert {row[0].partition("+")[2].split("-Oblique")[0] for row in fonts} >= {"Sheet", "Sheet-2"}
    assert all(row[-5] == "yes" for row in fonts), listed
    assert all(row[0].partition("+")[2].startswith("Sheet") for row in fonts), f"a font of the system:\n{listed}"


def test_the_guides_own_fonts_are_all_used(tmp_path: Path) -> None:
    fonts, problems = read_fonts(Folders.of(ROOT))
    assert not problems
    assert sorted(font.name for font in fonts) == sorted(path.name for path in (ROOT / "fonts").glob("*.ttf"))
    assert all(f'url("fonts/{font.name}")' in sheet_style(fonts) for font in fonts)
    assert all(lacking(fonts, letter) is None for letter in "aZé–“ŁΩώЖїґ")


def test_a_letter_counts_where_css_takes_it_from(tmp_path: Path) -> None:
    for number, (family, letters, weight) in enumerate(
        [("One", "ab", 400), ("One", "a", 700), ("Two", "c", 700), ("Three", "d", 300), ("Three", "e", 500)]
    ):
        make_font(tmp_path / "fonts" / f"{number}.ttf", family, letters, weight)
    fonts, problems = read_fonts(Folders.of(tmp_path))
    assert not problems
    assert [lacking(fonts, letter) for letter in "abcde"] == [None, " in bold", None, "", None]
    one = [font for font in fonts if font.family == "One"]
    assert [nearest_face(one, weight, False).weights[0] for weight in (400, 600, 700)] == [400, 700, 700]


def test_places_of_a_letter_are_named_and_comments_are_not(tmp_path: Path) -> None:
    make_font(tmp_path / "fonts" / "a.ttf", "One", "".join(map(chr, range(33, 127))))
    (tmp_path / "brand.yml").write_text('# Ω\nname: One\ndescription: "\\u03A9"\n', encoding="utf-8")
    (tmp_path / "page.md").write_text("# x\n\nThe &Omega; and Ω\n", encoding="utf-8")
    (problem,) = missing_glyphs(
        [sheet("<p>Ω</p>"), sheet("<p>&Omega; again</p>")],
        read_fonts(Folders.of(tmp_path))[0],
        tmp_path,
        ["brand.yml", "page.md", "not-there.yml"],
    )
    assert (problem.file, problem.line) == ("brand.yml", 3)
    assert problem.write.endswith("It also stands in page.md:3.")
    (problem,) = missing_glyphs([sheet("<p>愛</p>")], read_fonts(Folders.of(tmp_path))[0], tmp_path, ["brand.yml"])
    assert problem.file == "exercises/one/sheet.yml"


@pytest.mark.parametrize(
    "text",
    ["a\u200cb", "a\u200db", "a\u200fb", "a\u00adb", "b\ufe0f", "a\u0308"],
    ids=["non-joiner", "joiner", "direction mark", "soft hyphen", "variation selector", "mark that a letter takes in"],
)
def test_what_needs_no_glyph_is_not_asked_of_a_font(text: str, tmp_path: Path) -> None:
    make_font(tmp_path / "fonts" / "a.ttf", "One", "".join(map(chr, range(33, 127))) + "ä")
    fonts = read_fonts(Folders.of(tmp_path))[0]
    assert list(missing_glyphs([sheet(f"<p>{text}</p>")], fonts, tmp_path, [])) == []


def test_a_mark_that_no_letter_takes_in_is_asked_of_a_font(tmp_path: Path) -> None:
    make_font(tmp_path / "fonts" / "a.ttf", "One", "".join(map(chr, range(33, 127))))
    (problem,) = missing_glyphs([sheet("<p>r\u030a</p>")], read_fonts(Folders.of(tmp_path))[0], tmp_path, [])
    assert "(U+030A)" in problem.wrong


def test_what_is_no_use_in_the_folder_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    make_font(folder / "a.ttf", "One", "a")
    make_font(folder / "b.TTF", "One", "a")
    make_font(folder / "static" / "c.ttf", "Two", "a")
    whole = (folder / "a.ttf").read_bytes()
    (folder / "cut.ttf").write_bytes(whole[: len(whole) * 2 // 3])
    (folder / "broken.otf").write_bytes(b"no font at all")
    (folder / "web.woff2").write_bytes(b"wOF2")
    for note in ("OFL.txt", "README.md", "LICENSE", ".DS_Store"):
        (folder / note).write_text("x")
    fonts, problems = read_fonts(Folders.of(tmp_path))
    assert [font.name for font in fonts] == ["a.ttf", "b.TTF"]
    assert {problem.file: problem.wrong.partition(":")[0] for problem in problems} == {
        "fonts/b.TTF": "This is another file of the font in fonts/a.ttf.",
        "fonts/broken.otf": "This font cannot be read",
        "fonts/cut.ttf": "This font cannot be read",
        "fonts/static/c.ttf": "Only fonts in fonts/ itself are used.",
        "fonts/web.woff2": "Sheets cannot use a file that ends in `.woff2`.",
    }


def test_a_folder_without_fonts_is_told(tmp_path: Path) -> None:
    assert [problem.wrong for problem in read_fonts(Folders.of(tmp_path))[1]] == ["There is no font here."]


def test_families_come_in_the_same_order_every_time() -> None:
    fonts = [Font(f"{name}.ttf", "", name, (400, 400), False, frozenset()) for name in ("B", "A", "C")]
    named = re.findall(r'font-family: (Sheet.*);\n  src: url\("fonts/(.)', sheet_style(fonts))
    assert named == [("Sheet", "A"), ("Sheet-2", "B"), ("Sheet-3", "C")]
    assert sheet_style(fonts) == sheet_style(fonts[::-1])


def test_the_check_finds_a_missing_letter_without_a_build(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    replace(project / "exercises/support/first-call.yml", "title: First call", "title: First call 😀")
    command = [sys.executable, "-m", "worksheets", "check"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert done.stderr.startswith("exercises/support/first-call.yml:2: The fonts of the printed sheets have no “😀”")
    assert "1 problem to fix." in done.stderr
