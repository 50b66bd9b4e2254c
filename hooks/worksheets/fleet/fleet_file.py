"""The file fleet.yml: which brands are built together, where their sites go, and where their sheets are kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic import Field as Setting

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import is_left_by_programs
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Line, mistake
from ..authoring.yaml_document import Document, read_document
from ..editions.brand import BRAND
from ..shared_store import STORES
from .branch_table import read_table
from .member import CONFIG, Member, RefusedRow

FLEET = "fleet.yml"


def _is_store(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket that is not closed
        parts = None
    if parts is None or parts.scheme not in STORES:
        raise mistake(
            f"“{address}” is no store that is known here.",
            "Write a folder as `file:///srv/guide-sheets`, or a service as `s3://bucket/guide-sheets`.",
        )
    if parts.scheme == "file" and (parts.netloc or not parts.path.startswith("/")):
        raise mistake(f"“{address}” has no whole path.", "Write three slashes: `file:///srv/guide-sheets`.")
    if parts.scheme != "file" and not parts.netloc:
        raise mistake(f"“{address}” names no bucket.", f"Write it like `{parts.scheme}://bucket/guide-sheets`.")
    if "@" in parts.netloc or parts.query:
        raise mistake(
            "The address of the store holds more than its place.", "Keep keys and passwords in the environment."
        )
    return address


class Table(Strict):
    """Brands that are the rows of a table."""

    base: Line
    """the folder of a clinic that all rows share; a row takes the place of what its brand.yml says"""
    file: Line
    """a CSV file, such as `branches.csv`: a row for each brand, with names of columns in the first line"""


class Fleet(Strict):
    """The file `fleet.yml`."""

    folders: Annotated[tuple[Line, ...], Setting(max_length=1000)] = ()
    """folders of clinics, such as `../clinics/harbour`, or many at once, such as `../clinics/*`"""
    tables: tuple[Table, ...] = ()
    """brands that are rows of a table over a shared folder"""
    into: Line | None = None
    """the folder in which each site has a folder of its own; if left out, build/fleet/ of the guide"""
    store: Annotated[Line, AfterValidator(_is_store)] | None = None
    """where finished PDFs are shared, such as `file:///srv/guide-sheets` or `s3://bucket/guide-sheets`"""


@dataclass(frozen=True)
class Brands:
    """What a fleet.yml says, ready to be built. `file` is the file itself, `tables` are those it names.

    `members` can be built, `refused` cannot; `unread_tables` is what is wrong with tables of which no row is known.
    """

    file: Path
    tables: tuple[Path, ...]
    store: str | None
    members: tuple[Member, ...]
    refused: tuple[RefusedRow, ...] = ()
    unread_tables: tuple[Problem, ...] = ()

    @property
    def own_places(self) -> set[Path]:
        """What is no part of the guide, though it may lie in its folder: all files and folders of the brands."""
        every = {place for member in self.members for place in (member.clinic, member.site)}
        return every | {self.file.resolve(), *self.tables}


def read_fleet(root: Path, file: Path) -> tuple[Brands | None, list[Problem]]:
    """Read a fleet.yml and its tables, or all that is wrong with them.

    All problems are told, those of rows too, so there may be brands beside them; None if fleet.yml itself cannot be
    followed.
    """
    document, problems = _document(root, file)
    fleet, found = validate(Fleet, document) if not problems else (None, [])
    problems += found
    if fleet is None:
        return None, problems
    into = file.parent / fleet.into if fleet.into else root / "build" / "fleet" / file.resolve().parent.name / "sites"
    rows, problems = _rows(root, file, fleet, document, into.resolve())
    members = [one for one in rows if isinstance(one, Member)]
    twice = _same_place(members)
    refused = [one for one in rows if isinstance(one, RefusedRow)]
    refused += [RefusedRow(one.name, one.file, one.line, (problem,)) for one, problem in twice]
    if not fleet.folders and not fleet.tables:
        problems.append(document.problem((), "No brands are named.", "Add `folders:` or `tables:`."))
    every = problems + [problem for one in refused for problem in one.problems]
    if any(problem.file == document.file for problem in every):
        return None, every
    tables = tuple((file.parent / table.file).resolve() for table in fleet.tables)
    taken = {(one.file, one.line) for one, _ in twice}
    sound = tuple(one for one in members if (one.file, one.line) not in taken)
    return Brands(file, tables, fleet.store, sound, tuple(refused), tuple(problems)), every


def _document(root: Path, file: Path) -> tuple[Document, list[Problem]]:
    called = named(root, file)
    text = read_text(file, called)
    return (Document(called, None), [text]) if isinstance(text, Problem) else read_document(text, called)


def named(root: Path, path: Path) -> str:
    """What problems call a file: by its path in the guide, if it lies there."""
    whole = path.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path.as_posix()


def _rows(
    root: Path, file: Path, fleet: Fleet, document: Document, into: Path
) -> tuple[list[Member | RefusedRow], list[Problem]]:
    """All brands that are named, by folders and by rows, and what is wrong with fleet.yml and with whole tables."""
    rows, problems = list[Member | RefusedRow](), list[Problem]()
    bases = {(file.parent / table.base).resolve() for table in fleet.tables}
    for index, pattern in enumerate(fleet.folders):
        found = [folder for folder in _folders(file.parent, pattern) if folder not in bases or "*" not in pattern]
        for folder in found:
            line = document.line(("folders", index))
            rows.append(Member(folder.name, folder, None, "", into / folder.name, document.file, line))
        if not found:
            wrong = f"There is no clinic’s folder at “{pattern}”: none with a {BRAND} and a {CONFIG}."
            problems.append(
                document.problem(("folders", index), wrong, "Correct the path; it begins here, beside this file.")
            )
    for index, table in enumerate(fleet.tables):
        base = (file.parent / table.base).resolve()
        missing = [name for name in (BRAND, CONFIG) if not (base / name).is_file()]
        if missing:
            wrong = f"The folder “{table.base}” has no {missing[0]}."
            near = nearest(table.base, _clinics(file.parent))
            problems.append(document.problem(("tables", index, "base"), wrong, f"Name the folder of a clinic. {near}"))
        path = file.parent / table.file
        if not path.is_file():
            wrong = f"There is no file “{table.file}”."
            problems.append(
                document.problem(("tables", index, "file"), wrong, "Put it beside this file, or correct the name.")
            )
        elif not missing:
            of_table, wrong_table = read_table(path, named(root, path), base, into)
            rows += of_table
            problems += wrong_table
    return rows, problems


def _folders(home: Path, pattern: str) -> list[Path]:
    """The folders of clinics that a pattern names, in order."""
    found: list[Any] = (
        sorted(home.glob(pattern)) if "*" in pattern and not Path(pattern).is_absolute() else [home / pattern]
    )
    whole = [path.resolve() for path in found if not is_left_by_programs(Path(path.name))]
    return [path for path in whole if (path / BRAND).is_file() and (path / CONFIG).is_file()]


def _clinics(home: Path) -> list[str]:
    return [path.name for path in home.iterdir() if (path / BRAND).is_file()]


def _same_place(members: list[Member]) -> list[tuple[Member, Problem]]:
    """No two brands have one name, or one site: those of which another has it already."""
    found = list[tuple[Member, Problem]]()
    names, sites = dict[str, Member](), dict[str, Member]()
    for one in members:
        for place, known in ((one.name, names), (str(one.site), sites)):
            first = known.setdefault(place.casefold(), one)
            if first is not one:
                wrong = f"“{place}” is there already: {first.file}:{first.line}."
                column = "column folder" if known is names else "column publish"
                where = column if one.branch else "folders"
                found.append((one, Problem(one.file, one.line, where, wrong, "Give each brand its own.")))
                break
    return found
