"""No two files of an author make one path of the site: the wrong worksheet would be handed out."""

import shutil
from pathlib import Path
from unicodedata import normalize

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition

from tests.support.project import SMALL_CLINIC, copy_small_guide, replace

SECTION = "  - id: {id}\n    title: Two\n    page: steps/one.md\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small guide with a brand, in which one exercise can be copied under any name."""
    return copy_small_guide(tmp_path)


def told(root: Path) -> list[str]:
    return [str(problem) for problem in sorted(read_edition(Folders.of(root))[2])]


def add_exercise(root: Path, name: str) -> None:
    shutil.copy(root / "exercises/one/ticks.yml", root / f"exercises/one/{name}.yml")
    replace(
        root / "docs/steps/one.md",
        "<!-- exercise: one/ticks -->",
        f"<!-- exercise: one/ticks -->\n\n<!-- exercise: one/{name} -->",
    )


@pytest.mark.parametrize("suffix", ["letter", "large", "letter-large", "copies", "copies-letter"])
def test_an_exercise_is_not_called_like_another_ones_pdf(suffix: str, root: Path) -> None:
    add_exercise(root, f"ticks-{suffix}")
    (said,) = told(root)
    assert said.startswith(f"exercises/one/ticks-{suffix}.yml:1: Its PDF would be worksheets/one/ticks-{suffix}")
    assert "exercises/one/ticks.yml makes one of that name too. Give one of the two another name." in said


@pytest.mark.parametrize("path", ["worksheets/one/ticks.docx", "worksheets/one.docx"])
def test_a_file_beside_the_pages_is_not_called_like_one_for_word_if_those_are_made(path: str, root: Path) -> None:
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"ours")
    before = told(root)
    replace(root / "brand.yml", "paper: A4\n", "paper: A4\nformats: [docx]\n")
    (said,) = [one for one in told(root) if one not in before]
    assert f"Its file for Word would be {path}" in said


@pytest.mark.parametrize("name", ["ticks-letters", "letter", "ticks-copy", "large-ticks"])
def test_other_names_are_free(name: str, root: Path) -> None:
    add_exercise(root, name)
    assert told(root) == []


@pytest.mark.parametrize("id_", ["workbook", "one-letter"])
def test_a_section_is_not_called_like_another_pdf(id_: str, root: Path) -> None:
    with (root / "exercises/sections.yml").open("a", encoding="utf-8") as file:
        file.write(SECTION.format(id=id_))
    (said,) = told(root)
    assert said.startswith(f"exercises/sections.yml:6: {id_}: Its PDF would be worksheets/{id_}.pdf")


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("docs/worksheets/one/ticks.md", "exercises/one/ticks.yml:1: Its page would be worksheets/one/ticks.md"),
        ("docs/worksheets/one/ticks/index.md", "exercises/one/ticks.yml:1: Its page would be worksheets/one/ticks.md"),
        ("docs/about/index.md", "docs/about.md:1: Its page would be about.md, and docs/about/index.md makes"),
        ("docs/worksheets/one.pdf", "exercises/sections.yml:2: one: Its PDF would be worksheets/one.pdf"),
        ("docs/Book.epub", "docs/Book.epub:1: The build writes this place of the site itself"),
    ],
)
def test_a_file_of_the_guide_is_not_called_like_what_is_made(path: str, other: str, root: Path) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "docs/about.md", file)
    assert any(said.startswith(other) for said in told(root)), told(root)


@pytest.mark.parametrize(
    "path",
    ["robots.txt", "Robots.TXT", "SHA256SUMS", "_headers", "_headers.nginx", "sitemap.xml", "sitemap.xml.gz",
     "404.html", "sbom.cdx.json", "404.md", "assets/stylesheets/kinds.css", "assets/stylesheets/filters.css",
     "assets/stylesheets/BRAND.css", "worksheets/workbook.pdf", "book.pdf", "book-letter.pdf"],
)  # fmt: skip
def test_what_the_build_itself_writes_is_told_once(path: str, root: Path) -> None:
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "docs/about.md", file)
    wrong = "The build writes this place of the site itself, so this file would never be seen."
    assert told(root) == [f"docs/{path}:1: {wrong} Remove it, or give it another name."]


def test_what_the_build_itself_writes_is_told_of_a_clinics_pages(root: Path) -> None:
    clinic = root / "clinic"
    shutil.copytree(SMALL_CLINIC, clinic)
    (clinic / "pages").mkdir()
    (clinic / "pages/robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    (said,) = (str(problem) for problem in read_edition(Folders.of(root), clinic)[2])
    assert said.startswith("clinic/pages/robots.txt:1: The build writes this place of the site itself")


@pytest.mark.parametrize("path", ["humans.txt", "CNAME", "_redirects", "security.txt"])
def test_what_hosts_look_for_is_free(path: str, root: Path) -> None:
    (root / "docs" / path).write_text("x", encoding="utf-8")
    assert told(root) == []


@pytest.mark.parametrize("path", ["about/robots.txt", "steps/SHA256SUMS"])
def test_further_down_such_a_name_means_nothing(path: str, root: Path) -> None:
    (root / "docs" / path).parent.mkdir(exist_ok=True)
    (root / "docs" / path).write_text("x", encoding="utf-8")
    (said,) = told(root)
    assert said.startswith(f"docs/{path}:1: This would be published, but no page links to it.")


@pytest.mark.parametrize(
    "path",
    ["docs/README.html", "docs/readme.html", "docs/about/README.html", "docs/readme.md", "docs/Readme.md",
     "docs/about.htm", "docs/about/index.htm", "docs/about.md.html", "docs/about/INDEX.md", "docs/index/about.md"],
)  # fmt: skip
def test_a_file_that_only_looks_like_another_is_free(path: str, root: Path) -> None:
    """Only `README.md`, in capitals, becomes the page of its folder, and only of Markdown."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "docs/about.md", file)
    assert told(root) == []


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("docs/README.md", "docs/index.md"),
        ("docs/about/README.md", "docs/about.md"),
        ("docs/about/index.html", "docs/about.md"),
        ("docs/about.html", "docs/about.md"),
        ("docs/About.HTML", "docs/about.md"),
        ("docs/INDEX.md", "docs/index.md"),
    ],
)
def test_a_file_that_becomes_the_same_page_is_not(path: str, other: str, root: Path) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "docs/about.md", file)
    (said,) = told(root)
    assert path in said
    assert other in said


def test_one_letter_in_two_spellings_is_one_name(root: Path) -> None:
    """A letter with its accent, or followed by it: a Mac does not tell the two apart."""
    for form in ("NFC", "NFD"):
        shutil.copy(root / "docs/about.md", root / "docs" / normalize(form, "café.md"))
    (said,) = told(root)
    assert "makes one of that name too" in said


@pytest.mark.parametrize(
    ("path", "of"),
    [
        ("table.txt.gz", "docs/table.txt"), ("about/index.html.br", "docs/about.md"),
        ("about.html.gz", "docs/about.md"),
        ("robots.txt.br", "the build itself"), ("worksheets/one/ticks/index.html.gz", "exercises/one/ticks.yml"),
        ("assets/stylesheets/exercises/one/ticks.css.gz", "exercises/one/ticks.yml"),
    ],
)  # fmt: skip
def test_a_packed_copy_that_the_build_writes_too_is_told(path: str, of: str, root: Path) -> None:
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"packed")
    (root / "docs/table.txt").write_text("1 2 3", encoding="utf-8")
    replace(root / "docs/steps/one.md", "Stand up.", f"Stand up [here](../{path}) and [there](../table.txt).")
    (said,) = told(root)
    assert path in said
    assert of in said or said.startswith(f"docs/{path}:1: The build writes this place of the site itself")


@pytest.mark.parametrize("path", ["leaflet.pdf.gz", "leaflet.br", "table.txt.zip"])
def test_what_the_author_packed_otherwise_is_free(path: str, root: Path) -> None:
    (root / "docs" / path).write_bytes(b"packed")
    (root / "docs/leaflet.pdf").write_bytes(b"%PDF")
    replace(root / "docs/steps/one.md", "Stand up.", f"Stand up [here](../{path}).")
    assert told(root) == []


def test_a_clash_of_sections_is_told_at_its_line(root: Path) -> None:
    with (root / "exercises/sections.yml").open("a", encoding="utf-8") as file:
        file.write(SECTION.format(id="two") + SECTION.format(id="one-letter"))
    (said,) = told(root)
    assert said.startswith("exercises/sections.yml:9: one-letter: Its PDF would be worksheets/one-letter.pdf")


def test_a_clash_of_pictures_is_told_at_its_line(root: Path) -> None:
    (root / "brand").mkdir()
    shutil.copy(root / "logo.svg", root / "brand/logo.svg")
    replace(root / "brand.yml", "favicon: logo.svg", "favicon: brand/logo.svg")
    line = (root / "brand.yml").read_text(encoding="utf-8").split("favicon")[0].count("\n") + 1
    (said,) = told(root)
    assert said.startswith(f"brand.yml:{line}: brand/logo.svg: Its file would be assets/brand/logo.svg, and brand.yml")


def test_a_clinics_exercise_is_not_called_like_our_pdf(root: Path) -> None:
    clinic = root / "clinic"
    shutil.copytree(SMALL_CLINIC, clinic)
    (clinic / "exercises/one").mkdir(parents=True)
    shutil.copy(root / "exercises/one/ticks.yml", clinic / "exercises/one/ticks-letter.yml")
    said = [str(problem) for problem in read_edition(Folders.of(root), clinic)[2]]
    assert [one.split(":")[0] for one in said] == ["clinic/exercises/one/ticks-letter.yml"]
    assert "exercises/one/ticks.yml makes one of that name too" in said[0]
