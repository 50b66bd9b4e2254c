"""How a build grows: ten times the exercises on ten times the pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from .projects import build, copied
from .row import Row

COMMAND = "python -m bench growth"
UNIT = "seconds of a processor"
AGAINST = "100 exercises on 25 pages"
SMALL = (100, 25)
LARGE = (1000, 250)
"""Exercises and pages."""

BOILERPLATE = "last_reviewed: 2026-11-22\nclinical_review: not needed\n"


def rows(guide: Path, folder: Path, kept: Path) -> Iterator[Row]:
    """1,000 exercises on 250 pages against 100 on 25, both made from the guide's own files, built twice each."""
    projects = [grown(guide, folder / f"of-{count}", count, pages) for count, pages in (SMALL, LARGE)]
    found = []
    for project in projects:
        shutil.rmtree(kept, ignore_errors=True)
        found.append([build(project, project / "site").seconds for _ in range(2)])
    for what, small, large in zip(("First build", "Second build"), *found, strict=True):
        yield Row(f"{what} of 1,000 exercises on 250 pages", large, small, UNIT, AGAINST, COMMAND)


def grown(guide: Path, target: Path, count: int, pages: int) -> Path:
    """A guide with so many exercises more, copies of one of the guide's own, spread evenly over so many pages."""
    copied(guide, target)
    pattern = (guide / "exercises/self-care/evening-kit.yml").read_text(encoding="utf-8")
    for number in range(count):
        path = target / f"exercises/self-care/grown-{number}.yml"
        path.write_text(pattern, encoding="utf-8")
    each = count // pages
    for page in range(pages):
        markers = "\n\n".join(f"<!-- exercise: self-care/grown-{page * each + place} -->" for place in range(each))
        text = f"---\ntitle: Page {page}\ndescription: One of many.\n{BOILERPLATE}---\n\n# Page {page}\n\n{markers}\n"
        (target / f"docs/grown-{page}.md").write_text(text, encoding="utf-8")
    config = (target / "mkdocs.yml").read_text(encoding="utf-8")
    (target / "mkdocs.yml").write_text(
        config.replace("not_in_nav: |\n", "not_in_nav: |\n  /grown-*\n"), encoding="utf-8"
    )
    return target
