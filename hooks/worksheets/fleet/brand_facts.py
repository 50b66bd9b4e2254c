"""What a network wants to know of each brand, besides whether it could be built."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..authoring.source_files import Folders
from ..editions.edition import Edition, read_edition
from ..editions.originals import drift
from ..fhir.questionnaires import misfits
from ..guide.helplines import STALE_AFTER
from ..guide.review import lapsed
from .member import Member


@dataclass(frozen=True)
class Facts:
    """What is known of a brand without building it; all are sentences, but for `last_look`.

    `problems` keep it from being built; `drift` names files of the guide that it replaces and that have changed;
    `lapsed` the pages that are no longer what was reviewed; `last_look` is the day, as ISO 8601 has it, on which the
    oldest of its country's helplines was looked up or called.
    """

    problems: tuple[str, ...] = ()
    drift: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    last_look: str = ""

    def days(self, today: date) -> int | None:
        """How long ago the oldest of the helplines was looked up; None if the brand could not be read."""
        return (today - date.fromisoformat(self.last_look)).days if self.last_look else None

    def is_stale(self, today: date) -> bool:
        """Whether that is too long ago."""
        days = self.days(today)
        return days is not None and days > STALE_AFTER.days


def read_facts(root: Path, member: Member) -> Facts:
    """Read a brand whole, as its build will, and say what is known of it."""
    edition, guide, problems = read_edition(Folders.of(root), member.clinic, member.branch)
    problems += misfits(guide.catalogue, edition.brand) if edition else ()
    said = tuple(str(problem) for problem in sorted(set(problems)))
    if edition is None:
        return Facts(said)
    changed = tuple(drift(root, edition.overlay)) if edition.overlay else ()
    return Facts(
        said,
        changed,
        tuple(f"{name} has other words than those that were reviewed." for name in lapsed(edition.shown)),
        _last_look(edition),
    )


def _last_look(edition: Edition) -> str:
    helplines, code = edition.guide.helplines, edition.brand.country
    country = helplines.country(code) if helplines else None
    looks = [line.last_look for line in country.lines] if country else []
    return min(looks).isoformat() if looks else ""
