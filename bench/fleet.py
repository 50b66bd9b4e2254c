"""A network of branches: all built on workers side by side, against as many builds one after the other.

One worker is killed in the middle, and one branch has a slip. Then nothing has changed; then one exercise has. FLEET in
the environment is the number of branches, 40 if it is not there.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import yaml

from tests.support.host import host_command
from tests.support.project import ROOT

from .projects import environment, ours
from .row import Row

COMMAND = "python -m bench fleet"
BRANCHES = int(os.environ.get("FLEET", "40"))
NETWORK = 300
"""What the figures are carried over to."""

WORKERS = 2
ONE_BY_ONE = 4
"""So many are built one after the other; the rest is carried over from all but the first."""

NIGHTLY, CHANGED_SHARE, FIRST_TIME = 2.0, 3.0, 3.0
"""The goals: seconds for a brand with nothing changed, percent of PDFs for a changed exercise, hours for all."""

COLOURS = ("#1f4e79", "#5a3d1e", "#2b5b51", "#4b2e63")
CHANGED = ("exercises/repair/pause-plan.yml", "Agree on a calm day", "Agree together on a calm day")
"""The file, some words in it, and what stands there after the change: a sentence, not the title, which others name."""

PROGRAM = "build_brand.py"


@dataclass(frozen=True)
class Used:
    """What a run took: the seconds on the clock, and those that processors worked for it."""

    wall: float
    seconds: float


def rows(folder: Path) -> Iterator[Row]:
    """All rows of a fleet, made in an empty folder."""
    ours(folder / "fleet")
    network = _network(folder / "fleet")
    killed: list[int] = []
    first, report = _fleet_build(network, lambda line: _kill_a_worker(killed) if _is_in_the_middle(line) else None)
    built = [one for one in report["brands"] if one["state"] == "built"]
    alone = _one_by_one(ours(folder / "alone"))
    against = f"builds one after the other ({ONE_BY_ONE} built, the rest carried over)"
    what = f"{BRANCHES} brands on {WORKERS} workers"
    yield Row(f"{what}, the first time", first.wall, alone.wall, "s", against, COMMAND)
    yield Row(f"{what}, of processors", first.seconds, alone.seconds, "s", against, COMMAND)
    yield Row(
        f"Brands built, {len(killed)} worker killed, 1 row broken", len(built), BRANCHES, "brands", "all", COMMAND
    )
    pdfs = sum(one["pdfs"] for one in built)
    pressed = sum(one["pdfs-pressed"] for one in built)
    yield Row("PDFs pressed, the first time", pressed, pdfs, "PDFs", "those of all brands", COMMAND)
    hours = first.seconds / BRANCHES * NETWORK / 3600
    yield Row(
        f"{NETWORK} brands, the first time, carried over",
        hours,
        FIRST_TIME,
        "hours of a processor",
        "the goal",
        COMMAND,
    )

    night, report = _fleet_build(network)
    assert report["counts"]["unchanged"] == BRANCHES
    yield Row(
        "A brand at night, nothing changed", night.seconds / BRANCHES, NIGHTLY, "s of a processor", "the goal", COMMAND
    )

    path, old, new = CHANGED
    text = (folder / "fleet" / path).read_text(encoding="utf-8")
    (folder / "fleet" / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    release, report = _fleet_build(network)
    pressed = sum(one["pdfs-pressed"] for one in report["brands"])
    yield Row("One exercise changed: PDFs pressed", 100 * pressed / pdfs, CHANGED_SHARE, "%", "the goal", COMMAND)
    each = release.seconds / BRANCHES
    yield Row(
        "A brand when one exercise changed",
        each,
        first.seconds / BRANCHES,
        "s of a processor",
        "the first time",
        COMMAND,
    )


def _network(guide: Path) -> Path:
    """The folder of a network of so many branches over one base, and one more with a slip."""
    network = guide / "fleets" / "network"
    shutil.copytree(ROOT / "fleets" / "example" / "base", network / "base")
    head = "folder,name,short-name,phone,email,address,primary"
    lines = [",".join(row) for row in map(_row, range(BRANCHES))]
    table = "\n".join([head, *lines, "broken,Broken Branch,Broken,call us,,,", ""])
    (network / "branches.csv").write_text(table, encoding="utf-8")
    (network / "fleet.yml").write_text("tables: [{ base: base, file: branches.csv }]\n", encoding="utf-8")
    return network


def _row(number: int) -> tuple[str, ...]:
    name = f"Branch {number}"
    phone = f"01632 960 {number:03}"
    return (f"branch-{number}", name, name, phone, f"b{number}@example.org", f"{number} Quay", COLOURS[number % 4])


def _fleet_build(network: Path, told: Callable[[str], object] = lambda line: None) -> tuple[Used, dict[str, Any]]:
    """Build the fleet, and hand on each line of what it says; what it took and its report."""
    guide = network.parents[1]
    command = [sys.executable, "-m", "worksheets", "fleet", "build", str(network), "--workers", str(WORKERS)]
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, cwd=guide, env=_environment(guide), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            told(line)
    used = _since(began, before)
    report = json.loads((guide / "build" / "fleet" / network.name / "fleet.json").read_text(encoding="utf-8"))
    return used, dict(report)


def _is_in_the_middle(line: str) -> bool:
    return line.startswith(f"{BRANCHES // 2} of ")


def _kill_a_worker(killed: list[int]) -> None:
    """Kill the process of a worker that is building."""
    for process in psutil.Process().children(recursive=True):
        if PROGRAM in " ".join(process.cmdline()):
            worker = process.parent()
            assert worker
            killed.append(worker.pid)
            worker.kill()
            return


def _one_by_one(guide: Path) -> Used:
    """So many brands with a folder each, built one after the other, and from that the time for all."""
    taken: list[Used] = []
    for number in range(min(ONE_BY_ONE, BRANCHES)):
        config = _as_folder(guide, number)
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command = host_command("build", "--strict", "--quiet", "--config-file", str(config))
        subprocess.run(command, cwd=guide, env=_environment(guide), check=True, stdout=subprocess.DEVNULL)
        taken.append(_since(began, before))
    first, *others = taken
    more = BRANCHES - 1
    return Used(
        first.wall + more * sum(one.wall for one in others) / len(others),
        first.seconds + more * sum(one.seconds for one in others) / len(others),
    )


def _as_folder(guide: Path, number: int) -> Path:
    """The same branch as the folder of a clinic; gives its mkdocs.yml."""
    _, name, short, phone, email, address, primary = _row(number)
    clinic = guide / "fleets" / "alone" / f"branch-{number}"
    shutil.copytree(ROOT / "fleets" / "example" / "base", clinic)
    brand = yaml.safe_load((clinic / "brand.yml").read_text(encoding="utf-8"))
    brand |= {"name": name, "short-name": short, "contacts": brand["contacts"] | {"phone": phone, "email": email}}
    brand["contacts"]["address"] = [address]
    brand["colours"] |= {"primary": primary}
    (clinic / "brand.yml").write_text(yaml.safe_dump(brand, allow_unicode=True), encoding="utf-8")
    return clinic / "mkdocs.yml"


def _environment(guide: Path) -> dict[str, str]:
    """For builds with PDFs; the caches of this guide are its own."""
    with_sheets = environment() | {"SHEETS": "true", "PYTHONPATH": str(guide / "hooks")}
    return with_sheets | {"XDG_CACHE_HOME": str(guide / ".cache" / "user")}


def _since(began: float, before: resource.struct_rusage) -> Used:
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime
    return Used(time.perf_counter() - began, seconds)
