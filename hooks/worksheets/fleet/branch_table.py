"""A table of brands: a CSV file as spreadsheets write it, a brand in each row over one that they share."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from ..authoring.problems import Problem, nearest
from ..authoring.text_file import LARGEST_OF_PROGRAMS, read_text
from ..authoring.web_addresses import site_address
from ..editions.branch import SHORT, Branch, columns_of, trail_of
from ..editions.brand import Brand
from .member import Member, RefusedRow

FOLDER, ADDRESS, PUBLISH = "folder", "site-url", "publish"
OF_FLEET = (FOLDER, ADDRESS, PUBLISH)
"""The columns that brand.yml does not have: the name of the site's folder, its address, and where it is published."""

SEPARATORS = ",;\t"
NAME = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", re.IGNORECASE)
Row = tuple[int, list[str]]
"""The line on which a row begins, from 1, and its cells."""


def read_table(path: Path, file: str, base: Path, into: Path) -> tuple[list[Member | RefusedRow], list[Problem]]:
    """The rows of a table over the clinic in `base`, each published in a folder in `into`.

    And what is wrong with the table as a whole: then it has no rows.
    """
    text = read_text(path, file, LARGEST_OF_PROGRAMS)
    if isinstance(text, Problem):
        return [], [text]
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        fault, write = f"This is not a table in CSV: {error}.", "Save it from the spreadsheet as CSV, in UTF-8."
        return [], [Problem(file, 1, "", fault, write)]
    if not rows:
        return [], [
            Problem(file, 1, "", "The table is empty.", f"Begin with the names of columns: `{FOLDER},name,phone`.")
        ]
    (line, head), *others = rows
    columns = [cell.strip().casefold() for cell in head]
    if problems := list(_wrong_columns(columns, file, line)):
        return [], problems
    if not others:
        return [], [Problem(file, line, "", "The table has no rows.", "Write a row for each brand.")]
    found: list[Member | RefusedRow] = []
    for line, cells in others:
        said = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
        if wrong := tuple(_wrong_row(columns, cells, file, line)):
            found.append(RefusedRow(said.get(FOLDER, ""), file, line, wrong))
        else:
            found.append(_member(said, Branch(file, line, _of_brand(said)), base, path.parent, into))
    return found, []


def _rows(text: str) -> Iterator[Row]:
    """Every row that is not blank. Which sign is between cells depends on the country: the first line tells."""
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text), delimiter=max(SEPARATORS, key=first.count), strict=True)
    before = 0
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield before + 1, cells
        before = reader.line_num


def _wrong_columns(columns: Sequence[str], file: str, line: int) -> Iterator[Problem]:
    known = [*OF_FLEET, *SHORT, *(".".join(map(str, trail)) for trail in columns_of(Brand))]
    for column in dict.fromkeys(columns):
        if column not in known:
            wrong = f"There is no column `{column}`." if column else "A column has no name."
            yield Problem(file, line, "", wrong, nearest(column, known) if column else "Name it, or remove it.")
    trails = [trail_of(column) for column in columns]
    for column, trail in zip(columns, trails, strict=True):
        if column in known and trails.count(trail) > 1:
            yield Problem(file, line, f"column {column}", "This is there twice.", "Keep one of the two.")
    if FOLDER not in columns:
        wrong = f"The column `{FOLDER}` is missing."
        yield Problem(file, line, "", wrong, "Add it, with a short name for each brand, such as `leeds`.")


def _wrong_row(columns: Sequence[str], cells: Sequence[str], file: str, line: int) -> Iterator[Problem]:
    if any(cell.strip() for cell in cells[len(columns) :]):
        wrong = f"This row has {len(cells)} cells, and there are {len(columns)} columns."
        yield Problem(file, line, "", wrong, "Put quotes around a cell that holds a comma.")
        return
    said = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
    name = said.get(FOLDER, "")
    if not NAME.fullmatch(name):
        wrong = f"“{name}” cannot be the name of a folder." if name else "This is empty."
        yield Problem(file, line, f"column {FOLDER}", wrong, "Write letters, digits and hyphens, such as `leeds`.")
    try:
        site_address(said.get(ADDRESS))
    except ValueError as error:
        fault = str(error).partition("”. ")[2]
        yield Problem(file, line, f"column {ADDRESS}", f"“{said[ADDRESS]}” is not the address of a site.", fault)
    if "://" in said.get(PUBLISH, ""):
        wrong = f"“{said[PUBLISH]}” is not a folder."
        yield Problem(file, line, f"column {PUBLISH}", wrong, "Write a folder; copy it to a service afterwards.")


def _of_brand(said: dict[str, str]) -> dict[str, str]:
    return {column: cell for column, cell in said.items() if cell and column not in OF_FLEET}


def _member(said: dict[str, str], branch: Branch, base: Path, home: Path, into: Path) -> Member:
    name, publish = said[FOLDER], said.get(PUBLISH)
    site = (home / publish).resolve() if publish else into / name
    return Member(name, base, branch, site_address(said.get(ADDRESS)), site, branch.file, branch.line)
