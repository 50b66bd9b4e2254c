"""Without building: `python -m worksheets check` says what is wrong, `schema` writes the schema for editors."""

import argparse
import sys
from datetime import date
from pathlib import Path

from .guide import Folders, read_guide
from .problems import report
from .prose_rules import broken_rules
from .schema import exercise_schema


def main() -> int:
    """Run one command in the project's folder; 1 if there is something to mend."""
    parser = argparse.ArgumentParser(prog="worksheets", description=__doc__)
    parser.add_argument("command", choices=["check", "schema"])
    command = parser.parse_args().command
    root = Path.cwd()
    if command == "schema":
        (root / "exercises" / "schema.json").write_text(exercise_schema(), encoding="utf-8")
        return 0
    guide, problems = read_guide(Folders.of(root))
    problems += broken_rules(guide)
    for warning in guide.helplines.stale(date.today()) if guide.helplines else ():
        print(f"Warning: {warning}", file=sys.stderr)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    print(f"{len(guide.pages)} pages and {len(guide.catalogue.entries)} exercises: nothing to mend.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
