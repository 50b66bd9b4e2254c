"""The template of a clinic with every `#` before a sample line removed: it is sound, and built with its PDFs."""

import re
import shutil
from pathlib import Path

from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.editions.new_clinic_folder import new_clinic
from worksheets.site.page_budget import MOST_BY_BROTLI

from tests.support.project import ROOT, mkdocs, replace

SAMPLE = re.compile(r"^( *)# ( *(?:- )?[a-z][a-z-]*:(?: .*)?)$", re.MULTILINE)
"""A line that is a comment, and would be a key without its sign."""

OF_THIS_GUIDE = {
    "a-section": "growth, hard-times, talks, repair, boundaries, self-care",  # the heaviest pages stay
    "a-section/an-exercise": "patterns/if-then-cards",
    "a-pack": "six-weeks, six-weeks-alone",
    "a-page.md": "glossary.md",
}
"""What somebody would write in the place of names that only show how."""


def all_in_use(clinic: Path) -> None:
    """Remove each `#` of the template, and give its samples names that there are."""
    for name in ("brand.yml", "mkdocs.yml"):
        head, _, text = (clinic / name).read_text(encoding="utf-8").partition("\n")
        in_use = SAMPLE.sub(r"\1\2", text)
        (clinic / name).write_text(f"{head}\n{in_use}", encoding="utf-8")
    for sample, names in OF_THIS_GUIDE.items():
        replace(clinic / "brand.yml", f"[{sample}]", f"[{names}]")
    replace(clinic / "brand.yml", "paper: A4\n", "paper: A4\nlarge-print: false\ncopies: false\n")
    shutil.copy(ROOT / "clinics" / "example-uk" / "preview.png", clinic)


def test_each_sample_line_is_sound_and_the_site_is_made_with_its_pdfs(tmp_path: Path) -> None:
    clinic = tmp_path / "quay"
    new_clinic(ROOT, clinic)
    all_in_use(clinic)
    assert "# contacts" not in (clinic / "brand.yml").read_text(encoding="utf-8")
    edition, _, problems = read_edition(Folders.of(ROOT), clinic)
    assert problems == []
    assert edition
    unused = {name for name, value in dict(edition.brand).items() if value in (None, (), False)}
    helplines = {"more_helplines", "local_helplines", "letter_countries"}
    assert unused == {"languages", "papers", "large_print", "copies", "noindex"} | helplines
    done = mkdocs("build", "--strict", f"--config-file={clinic}/mkdocs.yml", sheets=True)
    assert done.returncode == 0, done.stderr
    assert "second round trip" not in done.stderr
    sheets = list((clinic / "site").glob("worksheets/*/*.pdf"))
    assert len(sheets) == len(edition.guide.catalogue.entries) > 15
    weights = {path.parent.name: path.stat().st_size for path in (clinic / "site").rglob("*.html.br")}
    assert max(weights.values()) <= MOST_BY_BROTLI
    assert {"patterns", "safe-space", "seeking-support"} < weights.keys()
