"""Without building: check the guide or a clinic's copy, write the schemas, and look after a clinic's folder."""

import argparse
import sys
from datetime import date
from pathlib import Path

from .authoring.problems import report
from .authoring.source_files import Folders, Overlay
from .editions import clinic_folder as clinics
from .editions.edition import Edition, read_edition
from .guide.style_rules import broken_rules
from .schema import brand_schema, exercise_schema, guide_schema


def main() -> int:
    """Run one command in the project's folder; 1 if there is something to mend."""
    parser = argparse.ArgumentParser(prog="worksheets", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="say what is wrong").add_argument("clinic", nargs="?", type=Path)
    commands.add_parser("schema", help="write the schemas for editors")
    for name, says in COMMANDS.items():
        command = commands.add_parser(name, help=says)
        command.add_argument("clinic", type=Path, help="the folder of a clinic")
        if name == "own":
            command.add_argument("file", type=Path, help="a file in docs/, exercises/ or pictures/")
    chosen = parser.parse_args()
    root = Path.cwd()
    match chosen.command:
        case "schema":
            (root / "exercises" / "schema.json").write_text(exercise_schema(), encoding="utf-8")
            (root / "brand.schema.json").write_text(brand_schema(), encoding="utf-8")
            (root / "guide.schema.json").write_text(guide_schema(), encoding="utf-8")
            return 0
        case "check":
            return _check(root, chosen.clinic)
        case "new":
            return _new(root, chosen.clinic)
        case "own":
            return _own(root, chosen.clinic, chosen.file)
        case command:
            return _in_step(root, chosen.clinic, accept=command == "accept")


COMMANDS = {
    "new": "make the folder of a clinic",
    "own": "copy a file of the guide into a clinic's folder",
    "diff": "show how the files that a clinic replaces have changed in the guide",
    "accept": "remember these files as they are now",
}


def _check(root: Path, clinic: Path | None) -> int:
    edition, guide, problems = read_edition(Folders.of(root), clinic)
    problems += broken_rules(guide) if clinic is None else []
    for notice in edition.notices if edition else ():
        print(f"Note: {notice}", file=sys.stderr)
    for warning in guide.helplines.stale(date.today()) if guide.helplines else ():
        print(f"Warning: {warning}", file=sys.stderr)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    print(f"{len(guide.pages)} pages and {len(guide.catalogue.entries)} exercises: nothing to mend.")
    return 0


def _new(root: Path, clinic: Path) -> int:
    try:
        clinics.new_clinic(root, clinic)
    except FileExistsError:
        print(f"{clinic} is there already. Nothing was changed.", file=sys.stderr)
        return 1
    print(f"Made {clinic}. Next: write your name into {clinic}/brand.yml, then run\n  make serve CLINIC={clinic}")
    return 0


def _own(root: Path, clinic: Path, file: Path) -> int:
    if _overlay(root, clinic) is None:
        return 1
    try:
        target = clinics.copy_to_own(root, clinic, file)
    except (ValueError, FileExistsError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Copied {file} to {target}. Change it there; the guide's stays as it is.")
    return 0


def _in_step(root: Path, clinic: Path, accept: bool) -> int:
    overlay = _overlay(root, clinic)
    if overlay is None:
        return 1
    if accept:
        names = clinics.accept(root, overlay)
        print("\n".join(["Your files count as in step with:", *names]) if names else "Everything was in step.")
        return 0
    differences = [one.difference() for one in clinics.replaced(root, overlay) if not one.is_in_step]
    print("\n".join(differences) if differences else "Nothing that you replace has changed in the guide.")
    return 0


def _overlay(root: Path, clinic: Path) -> Overlay | None:
    edition: Edition | None = read_edition(Folders.of(root), clinic)[0]
    if edition is None or edition.overlay is None:
        print(f"{clinic} has no brand.yml that can be read: make check CLINIC={clinic} says why.", file=sys.stderr)
        return None
    return edition.overlay


if __name__ == "__main__":
    sys.exit(main())
