"""The forms for a review: one PDF to read and fill in, and one CSV with the same rows, for a spreadsheet."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import get_args

from .authoring.source_files import Folders
from .build import Build
from .build_start import BuildError, sheet_context
from .exercises.exercise_addresses import exercise_page
from .guide.readings import Outcome, Role
from .guide.review_list import READERS, Asked, hours, review_list
from .paper.font_files import read_fonts
from .paper.layouts import Layouts
from .paper.pdf_maker import make_pdf
from .paper.sheet import Sheet

NAME = "review"
STYLE = Path(__file__).parent / "paper" / "review_form.css"
COLUMNS = ("page", "words", "title", "last read through", "who reads it", "claims and sources", "when to stop")
TO_FILL_IN = ("role", "day", "outcome", "remarks")


def write_review_forms(build: Build, folder: Path) -> list[Path]:
    """Write both files into a folder; BuildError says what does not fit on paper."""
    asked = review_list(build.guide, build.edition.shown.words)
    folder.mkdir(parents=True, exist_ok=True)
    pdf, table = folder / f"{NAME}.pdf", folder / f"{NAME}.csv"
    pdf.write_bytes(_pdf(build, asked))
    table.write_text(review_table(asked), encoding="utf-8-sig", newline="")  # spreadsheets know UTF-8 by this mark
    return [pdf, table]


def review_table(asked: Sequence[Asked]) -> str:
    """The rows of the CSV: what is asked, and empty columns for what somebody says of it."""
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow([*COLUMNS, *TO_FILL_IN])
    for one in asked:
        claims = "\n".join(f"{claim.text} ({'; '.join(claim.sources)})" for claim in one.claims)
        row = [one.name, one.digest, one.title, one.day.isoformat(), "; ".join(one.roles), claims, one.stop]
        rows.writerow([*map(_as_text, row), *("" for _ in TO_FILL_IN)])
    return written.getvalue()


def _as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell


def _pdf(build: Build, asked: list[Asked]) -> bytes:
    folders = Folders.of(build.host.root, build.host.docs)
    fonts, problems = read_fonts(folders, build.edition.overlay)
    roles: tuple[Role, ...] = get_args(Role)
    html = build.renderer.html(
        "review-form.html",
        asked=asked,
        outcomes=get_args(Outcome),
        roles=[(role, hours(asked, role), sum(role in one.roles for one in asked)) for role in roles],
        readers=READERS,
        address=build.host.address,
        exercise_page=exercise_page,
        paper=build.edition.brand.printing.papers[0],
    )
    styles = sheet_context(build, fonts).styles
    sheet = Sheet(f"{NAME}.pdf", "docs", html, styles, STYLE.read_text(encoding="utf-8"))
    pdf, _, wrong = make_pdf(sheet, Layouts(build.host.root))
    if problems or wrong:
        raise BuildError("\n".join([*map(str, problems), *wrong]))
    return pdf
