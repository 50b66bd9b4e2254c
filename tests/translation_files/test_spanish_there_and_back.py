"""The whole Spanish guide as a PO file, and from there into a folder with nothing in it. About ten seconds."""

import subprocess
from pathlib import Path

from worksheets.authoring.source_files import ORIGINALS, Folders
from worksheets.authoring.yaml_document import read_document
from worksheets.editions.translations import translations
from worksheets.guide.front_matter import split_front_matter
from worksheets.guide.guide_settings import read_settings
from worksheets.translation_files.merging import merged, write_files
from worksheets.translation_files.message_catalogue import read_message_catalogue
from worksheets.translation_files.po_file import po_of, read_entries

from tests.support import programs
from tests.support.project import ROOT, copy_guide

SPANISH = ROOT / "languages" / "es"


def test_the_whole_of_spanish_comes_out_as_it_went_in(tmp_path: Path) -> None:
    """One test, so that one worker does it once."""
    catalogue, problems = read_message_catalogue(Folders.of(ROOT), "es")
    assert catalogue, problems
    assert catalogue.apart == ()
    guide = copy_guide(tmp_path / "guide")
    content = po_of("es", "rupture-and-repair", "1.0", catalogue.entries)
    (guide / "es.po").write_bytes(content)
    checked = [programs.path("msgfmt") or "", "--check", "-o", "/dev/null", str(guide / "es.po")]
    assert subprocess.run(checked, capture_output=True, text=True).stderr == ""
    entries, problems = read_entries(content, "es.po", "es")
    assert not problems
    assert merged(catalogue, entries, "es.po").files == {}, "what is there already changes nothing"

    empty = guide / "languages" / "es"
    empty.mkdir(parents=True)
    (empty / "language.yml").write_text("code: es\nname: Español\n", encoding="utf-8")
    fresh, _ = read_message_catalogue(Folders.of(guide), "es")
    assert fresh
    found = merged(fresh, entries, "es.po")
    assert (found.problems, found.gone) == ([], [])
    write_files(found.files)

    left_out = read_settings(guide / "guide.yml", "guide.yml")[0].left_out
    assert {one.state for one in translations(Folders.of(guide), "es", left_out)} == {"whole"}
    files = [path for path in SPANISH.rglob("*.*") if path.name not in ("glossary.md", "language.yml", "rules.yml")]
    others = [path for path in files if path.read_bytes() != (empty / path.relative_to(SPANISH)).read_bytes()]
    for path in others:  # they break a line, quote a text or list answers in another way
        assert ORIGINALS not in path.relative_to(SPANISH).parts
        assert _said(path) == _said(empty / path.relative_to(SPANISH)), path
    # What a person wrote by hand has lists in one line and comments; another style throughout would be a fault.
    assert len(others) < len(files) / 3


def _said(path: Path) -> object:
    """What a file says, whatever its lines and quotation marks are."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yml":
        return read_document(text, path.name)[0].value
    if path.suffix == ".md":
        parts = split_front_matter(text)
        return read_document(parts.yaml or "", path.name)[0].value, parts.body.split()
    return text
