"""A site of a few pages, built by the real hooks and templates, for tests that build often."""

import re
import shutil
from pathlib import Path

import yaml
from worksheets.guide.drawings import SETS

from tests.support.host import yaml_load
from tests.support.project import ROOT, SMALL_GUIDE

KEY_PAGES = yaml_load((ROOT / "guide.yml").read_text(encoding="utf-8"))["key-pages"]
BRAND = (ROOT / "brand.yml").read_text(encoding="utf-8")
FORMATS = next(line for line in BRAND.splitlines(keepends=True) if line.startswith("formats:"))
"""What the real guide offers to download; a small site makes sheets as PDFs alone, unless a test says otherwise."""

REAL = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
CONFIG = {
    "site_name": "A small site",
    "theme": REAL["theme"],
    "plugins": [],
    "hooks": REAL["hooks"],
    "extra": {"sheets": False},
    "validation": {"anchors": "warn"},
    "extra_css": ["assets/stylesheets/page.css"],
    "markdown_extensions": ["admonition", "attr_list"],
}


def small_site(target: Path) -> Path:
    """Make the folder of the small site, with its mkdocs.yml."""
    shutil.copytree(SMALL_GUIDE, target, dirs_exist_ok=True)
    for name in ("brand", "deploy", "hooks", "overrides", "words"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    brand = BRAND.replace("country: GB", "country: XX").replace("letter-countries: [US, CA]\n", "").replace(FORMATS, "")
    (target / "brand.yml").write_text(
        re.sub(r"^(languages|untranslated): .*\n", "", brand, flags=re.M), encoding="utf-8"
    )
    shutil.copytree(ROOT / "docs" / "assets", target / "docs" / "assets")
    copy_drawings(target)
    (target / "docs" / "about.md").unlink()  # the real guide has about/index.md, which is the same page
    for path in KEY_PAGES.values():
        write_page(target, path.removesuffix(".md"), "Words.")
    settings = yaml_load((target / "guide.yml").read_text(encoding="utf-8")) | {"key-pages": KEY_PAGES, "kept": []}
    (target / "guide.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    (target / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG), encoding="utf-8")
    return target


def copy_drawings(target: Path) -> None:
    """Give a guide the drawings that the real templates place, and no diagrams."""
    for name in SETS:
        shutil.copytree(ROOT / "pictures" / name, target / "pictures" / name)


def small_site_with_pdfs(target: Path) -> Path:
    """Make the folder of the small site, so that it makes PDFs too."""
    shutil.copytree(ROOT / "fonts", small_site(target) / "fonts")
    (target / "mkdocs.yml").write_text(yaml.safe_dump(CONFIG | {"extra": {"sheets": True}}), encoding="utf-8")
    return target


def write_page(project: Path, name: str, words: str) -> None:
    """Write a page of the small site again."""
    path = project / "docs" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    marker = "<!-- references -->\n" if name == "references" else ""
    front = f"title: {name}\ndescription: {name}\nlast_reviewed: 2026-11-22\nclinical_review: not needed"
    path.write_text(f"---\n{front}\n---\n\n# {name}\n\n{words}\n\n{marker}", encoding="utf-8")
