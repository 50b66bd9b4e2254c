"""`fleet`: all brands of a network, checked and built side by side."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from ..authoring.problems import Problem
from ..fleet.cluster import ClusterError, has_dashboard, unsafe, why_no_cluster, workers
from ..fleet.fingerprints import guide_fingerprint
from ..fleet.fleet_file import FLEET, Brands, named, read_fleet
from ..fleet.fleet_report import PAGE, Report
from ..fleet.fleet_run import Outcome, Run, settled
from ..pyproject import version
from .refusal import stop

FILE = click.Path(path_type=Path)
REPORT = click.Path(path_type=Path, file_okay=False)


@click.group()
def fleet() -> None:
    """Build all brands of a network."""


@fleet.command()
@click.argument("file", type=FILE, default=Path(FLEET), metavar="[FLEET]")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler that runs: tcp:// on this machine, or tls://.")
@click.option("--tunnelled", is_flag=True, help="The whole line to the scheduler is a tunnel already, as of SSH.")
@click.option(
    "--workers", "count", type=click.IntRange(1), help="How many build at once; if left out, one on each core."
)
@click.option("--only", multiple=True, metavar="NAME", help="Build this brand alone. Can be given more than once.")
@click.option("--every", is_flag=True, help="Build those too that have not changed.")
@click.option("--report", type=REPORT, help="The folder of the report; if left out, in build/fleet/.")
@click.pass_obj
def build(
    typed_in: Path | None,
    file: Path,
    scheduler: str | None,
    tunnelled: bool,
    count: int | None,
    only: tuple[str, ...],
    every: bool,
    report: Path | None,
) -> None:
    """Build every brand that has changed.

    FLEET is a fleet.yml, or the folder that holds it. All brands are read first, and all that is wrong is said at once.
    One that fails stops no other. It ends with 1 if one has failed. With --only the others are not asked: a slip in
    their rows is told, and changes nothing.
    """
    if missing := why_no_cluster() or (scheduler and not tunnelled and unsafe(scheduler)):
        stop(str(missing))
    root = Path.cwd()
    file = (typed_in or root) / file  # a command runs in the guide's folder, wherever it was typed
    file = file / FLEET if file.is_dir() else file
    brands, problems = read_fleet(root, file)
    for problem in sorted(set(problems)):
        click.echo(str(problem), err=True)
    if brands is None:
        stop("Nothing was built.")
    brands = _only(brands, only)
    folder = (typed_in or root) / report if report else root / "build" / "fleet" / file.resolve().parent.name
    try:
        outcomes = _outcomes(root, brands, folder.resolve(), scheduler, count, every)
    except ClusterError as error:
        stop(str(error))
    unread = brands.unread_tables
    said = Report(named(root, file), [str(problem) for problem in unread], version(root), datetime.now(UTC), outcomes)
    said.write(folder)
    counts = ", ".join(f"{number} {state}" for state, number in said.counts.items())
    not_read = f" Not read: {_files(unread)}." if unread else ""
    click.echo(f"{counts}.{not_read} {folder / PAGE} has more.")
    sys.exit(0 if said.is_good else 1)


def _outcomes(
    root: Path, brands: Brands, report: Path, scheduler: str | None, count: int | None, every: bool
) -> list[Outcome]:
    rest, planned = settled(root, brands, report, every)
    if not planned:
        return rest
    with workers(scheduler, count) as client:
        if scheduler:
            _same_guide(root, client.run(guide_fingerprint, root))
        elif has_dashboard():
            click.echo(f"Watch it at {client.dashboard_link}")
        run = Run(root, client, report, brands.store)
        read = run.read(planned)
        failed, sound = [one for one in read if one.why], [one for one in read if not one.why]
        for one in failed:
            click.echo(f"{one.name} cannot be built:\n{one.why}", err=True)
        with click.progressbar(length=len(sound), label="Building", hidden=not sys.stdout.isatty()) as bar:

            def told(one: Outcome, done: int, of: int) -> None:
                bar.update(1)
                if one.why:
                    click.echo(f"\n{one.name} failed:\n{one.why}", err=True)
                for note in one.built.notes:
                    click.echo(f"{one.name}: {note}", err=True)
                if not one.why and not sys.stdout.isatty():
                    click.echo(f"{done} of {of}: {one.name}, {one.built.seconds:.1f} s")

            return [*rest, *failed, *run.build(sound, told)]


def _same_guide(root: Path, found: dict[str, str]) -> None:
    """Every worker builds the guide that is here. Raises ClusterError."""
    other = [worker for worker, digest in found.items() if digest != guide_fingerprint(root)]
    if other:
        raise ClusterError(
            f"{other[0]} has another guide at {root}, or other packages or libraries. Bring it up to date, and begin "
            "again."
        )
    if not found:
        raise ClusterError("The scheduler has no workers. Start some, in the same folder as here.")


def _only(brands: Brands, names: tuple[str, ...]) -> Brands:
    """The brands that were asked for, and nothing of the others: all of them if none is named."""
    if not names:
        return brands
    known = {one.name for one in brands.members} | {one.name for one in brands.refused}
    if unknown := [name for name in names if name not in known]:
        unread = brands.unread_tables
        perhaps = f" It may be in {_files(unread)}, which cannot be read." if unread else ""
        stop(f"There is no brand “{unknown[0]}” in {brands.file}.{perhaps}")
    members = tuple(one for one in brands.members if one.name in names)
    refused = tuple(one for one in brands.refused if one.name in names)
    return replace(brands, members=members, refused=refused, unread_tables=())


def _files(problems: Sequence[Problem]) -> str:
    return ", ".join(dict.fromkeys(problem.file for problem in problems))
