"""The whole Spanish guide as a PO file, and from there into a folder with nothing in it. About ten seconds."""

import subprocess
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.authoring.yaml_document import read_document
from worksheets.editions.translations import translations
from worksheets.guide.front_matter import split_front_matter
from worksheets.guide.guide_settings import read_settings
from worksheets.translation_files.catalogue import read_catalogue
from worksheets.translation_files.merging import merged, write_files
from worksheets.translation_files.po_file import po_of, read_entries

from tests.support import programs
from tests.support.project import ROOT, copy_guide

SPANISH = ROOT / "languages" / "es"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the guide in whose Spanish folder everything has come out of a PO file."""
    catalogue, problems = read_catalogue(Folders.of(ROOT), "es")
    assert catalogue, problems
    assert catalogue.apart == ()
    content = po_of("es", "1.0", catalogue.entries)
    guide = copy_guide(tmp_path_factory.mktemp("empty") / "guide")
    (guide / "es.po").write_bytes(content)
    folder = guide / "languages" / "es"
    folder.mkdir(parents=True)
    (folder / "language.yml").write_text("code: es\nname: Español\n", encoding="utf-8")
    entries, problems = read_entries(content, "es.po", "es")
    assert not problems
    assert merged(catalogue, entries, "es.po").files == {}, "what is there already changes nothing"
    fresh, _ = read_catalogue(Folders.of(guide), "es")
    assert fresh
    found = merged(fresh, entries, "es.po")
    assert (found.problems, found.gone) == ([], [])
    write_files(found.files)
    return folder


def test_everything_is_whole_and_made_from_the_same_english(empty: Path) -> None:
    guide = empty.parents[1]
    left_out = read_settings(guide / "guide.yml", "guide.yml")[0].left_out
    assert {one.state for one in translations(Folders.of(guide), "es", left_out)} == {"whole"}
    for original in (SPANISH / "originals").rglob("*.*"):
        assert (empty / original.relative_to(SPANISH)).read_bytes() == original.read_bytes()


def test_every_file_says_the_same(empty: Path) -> None:
    """Most are the same byte for byte: the others break a line, quote a text or list answers in another way."""
    same = 0
    files = [path for path in SPANISH.rglob("*.*") if path.name not in ("glossary.md", "language.yml")]
    for path in files:
        before, after = (one.read_text(encoding="utf-8") for one in (path, empty / path.relative_to(SPANISH)))
        same += before == after
        assert _said(before, path) == _said(after, path), path
    assert same > 0.8 * len(files)


def test_gettext_finds_nothing_wrong_with_it(empty: Path) -> None:
    checked = [programs.path("msgfmt") or "", "--check", "-o", "/dev/null", str(empty.parents[1] / "es.po")]
    assert subprocess.run(checked, capture_output=True, text=True).stderr == ""


def _said(text: str, path: Path) -> object:
    """What a file says, whatever its lines and quotation marks are."""
    if path.suffix == ".yml":
        return read_document(text, path.name)[0].value
    if path.suffix == ".md":
        parts = split_front_matter(text)
        # an empty folder knows of no page that was too heavy for the sheet itself
        body = parts.body.replace("<!-- exercise:", "<!-- sheet:").split()
        return read_document(parts.yaml or "", path.name)[0].value, body
    return text
