"""A run of a fleet: all brands read, those that changed built side by side, and what came of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .brand_facts import Facts, read_facts
from .build_task import Built, KilledError, build_brand, digest_of_sums
from .fingerprints import fingerprints
from .fleet_file import Brands
from .member import Member, RefusedRow
from .records import Record, read_record, write_record

if TYPE_CHECKING:
    from distributed import Client

RECORDS = "built"
"""The folder of records, in that of the report."""

RETRIES = 2
"""How often a build that was killed is tried again. One that fails in words is not: it would fail again."""

BUILT, UNCHANGED, FAILED, PLANNED = "built", "unchanged", "failed", "planned"


@dataclass(frozen=True)
class Outcome:
    """What came of one brand; `why` has what it failed by, `fingerprint` the digest of all that goes into its site."""

    member: Member | RefusedRow
    state: str
    why: str
    facts: Facts
    built: Built
    fingerprint: str

    @property
    def name(self) -> str:
        """The name of the brand in the fleet."""
        return self.member.name


Said = Callable[[Outcome, int, int], None]
"""Called with each outcome of a build as it comes, how many there are by now, and of how many."""


def settled(root: Path, brands: Brands, report: Path, every: bool = False) -> tuple[list[Outcome], list[Outcome]]:
    """The outcomes of brands that are not to be built, and what is planned for the others.

    A row that was refused has failed; a brand is unchanged if what it was built of is still the same. `report` is the
    folder in which that is remembered. With `every` none counts as unchanged.
    """
    digests = fingerprints(root, brands.members, {*brands.own_places, report})
    unchanged: list[Outcome] = []
    planned: list[Outcome] = []
    for member in brands.members:
        digest = digests[member.name]
        record = None if every else read_record(report / RECORDS, member.name)
        if record and record.fingerprint == digest and record.sums == digest_of_sums(member.site):
            built = Built(pdfs=record.pdfs, sums=record.sums)
            unchanged.append(Outcome(member, UNCHANGED, "", record.facts, built, digest))
        else:
            planned.append(Outcome(member, PLANNED, "", Facts(), Built(), digest))
    refused = [Outcome(row, FAILED, row.why, Facts(), Built(), "") for row in brands.refused]
    return [*refused, *unchanged], planned


@dataclass(frozen=True)
class Run:
    """How a fleet is built: the guide's folder, the workers, the folder of the report, and the store of its sheets."""

    root: Path
    client: Client
    report: Path
    store: str | None

    def read(self, planned: Sequence[Outcome]) -> list[Outcome]:
        """The same brands with what is known of each; those have failed already that cannot be built."""
        members = [one.member for one in planned]
        futures = self.client.map(read_facts, [self.root] * len(members), members, pure=False)
        found: list[Facts] = self.client.gather(futures)
        return [
            replace(one, facts=facts, state=FAILED if facts.problems else PLANNED, why="\n".join(facts.problems))
            for one, facts in zip(planned, found, strict=True)
        ]

    def build(self, planned: Sequence[Outcome], said: Said) -> list[Outcome]:
        """Build brands, and tell of each as it is finished, whatever happens to the others."""
        from distributed import as_completed

        futures: dict[Any, Outcome] = {
            self.client.submit(build_brand, self.root, one.member, self.store, pure=False, retries=RETRIES): one
            for one in planned
        }
        outcomes: list[Outcome] = []
        for future in as_completed(futures, loop=self.client.loop):
            outcomes.append(_outcome(futures[future], future))
            future.release()  # else what a dead worker has built would be built again
            if outcomes[-1].state == BUILT:
                write_record(self.report / RECORDS, outcomes[-1].member.name, _record(outcomes[-1]))
            said(outcomes[-1], len(outcomes), len(futures))
        return outcomes


def _outcome(planned: Outcome, future: Any) -> Outcome:
    """What came of a build; nothing that it raises may end the run."""
    from distributed import KilledWorker

    error = future.exception()
    if error is None:
        built: Built = future.result()
        return replace(planned, built=built, state=FAILED if built.said else BUILT, why=built.said)
    if isinstance(error, KilledWorker):
        why = "Each worker that built this brand died, perhaps because memory ran out. Build it alone to see why."
    elif isinstance(error, (KilledError, OSError)):
        why = f"{error} It was tried {RETRIES + 1} times."
    else:
        why = f"The build could not be run: {type(error).__name__}: {error}"
    return replace(planned, state=FAILED, why=why)


def _record(outcome: Outcome) -> Record:
    return Record(outcome.fingerprint, outcome.built.sums, outcome.built.pdfs, outcome.facts)
