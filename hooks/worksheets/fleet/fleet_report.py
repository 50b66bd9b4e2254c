"""The report of a run: a page for people and the same as JSON for programs."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..cache import write_whole
from .fleet_run import BUILT, FAILED, UNCHANGED, Outcome

PAGE, DATA = "fleet.html", "fleet.json"
FORMAT = 1
"""The form of fleet.json; another number if a program that reads it would have to change."""

ORDER = (FAILED, BUILT, UNCHANGED)


@dataclass(frozen=True)
class Report:
    """What came of a fleet: its fleet.yml, what is wrong with whole tables, the guide's version, and when."""

    file: str
    problems: Sequence[str]
    version: str
    at: datetime
    outcomes: Sequence[Outcome]

    @property
    def ordered(self) -> list[Outcome]:
        """The outcomes, those that need somebody first."""
        return sorted(self.outcomes, key=lambda one: (ORDER.index(one.state), one.name))

    @property
    def counts(self) -> dict[str, int]:
        """How many brands there are of each state."""
        found = Counter(one.state for one in self.outcomes)
        return {state: found[state] for state in ORDER}

    @property
    def is_good(self) -> bool:
        """Whether nothing failed, and no table was left unread."""
        return not self.problems and not self.counts[FAILED]

    def as_json(self) -> str:
        """The report for programs."""
        today = self.at.date()
        brands = [
            {
                "name": one.name,
                "state": one.state,
                "problems": one.why.splitlines(),
                "notes": one.built.notes,
                "drift": one.facts.drift,
                "lapsed-reviews": one.facts.lapsed,
                "days-since-helplines": one.facts.days(today),
                "helplines-stale": one.facts.is_stale(today),
                "seconds": round(one.built.seconds, 1),
                "pdfs": one.built.pdfs,
                "pdfs-pressed": one.built.pressed,
                "site": str(one.member.site or ""),
                "sha256sums": one.built.sums,
            }
            for one in self.ordered
        ]
        whole: dict[str, Any] = {
            "format": FORMAT,
            "fleet": self.file,
            "guide": self.version,
            "at": self.at.isoformat(timespec="seconds"),
            "good": self.is_good,
            "counts": self.counts,
            "problems": list(self.problems),
            "brands": brands,
        }
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"

    def as_page(self) -> str:
        """The report for people, as one page of HTML without a script."""
        loader = FileSystemLoader(Path(__file__).parent)
        templates = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        return templates.get_template("report.html").render(report=self, today=self.at.date())

    def write(self, folder: Path) -> None:
        """Write both into a folder, each whole or not at all."""
        write_whole(self.as_json().encode(), folder / DATA)
        write_whole(self.as_page().encode(), folder / PAGE)
