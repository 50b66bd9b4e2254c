"""What a build costs in seconds and memory, against MkDocs with stock Material on the same pages."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .projects import Run, alternating, build, environment
from .row import Row

TIMES = 5
UNIT = "seconds of a processor"
STOCK = "plain MkDocs with stock Material"
NO_SEARCH = f"{STOCK}, its search off"
MACROS = f"{STOCK} and mkdocs-macros-plugin"
COMMAND = "python -m bench build_time"

PAGE = "docs/steps/self-care.md"
"""Saved again while serving."""


def rows(ours: Path, stock: Path, no_search: Path, macros: Path, kept: Path) -> Iterator[Row]:
    """The middle one of several builds in turn, and the highest memory. `kept` is where our builds keep things."""
    compared = {STOCK: stock, NO_SEARCH: no_search, MACROS: macros}
    whole, *others = alternating([ours, *compared.values()], TIMES)
    for against, runs in zip(compared, others, strict=True):
        yield Row("Build, all kept from the last", _middle(whole), _middle(runs), UNIT, against, COMMAND)
    shutil.rmtree(kept)
    first = [build(ours, ours / "site")]
    yield Row("First build, nothing kept", _middle(first), _middle(others[0]), UNIT, STOCK, COMMAND)
    saved, plain = _saved(ours, PAGE), _saved(stock, PAGE)
    yield Row("A page is saved while serving", saved, plain, UNIT, STOCK, COMMAND)
    peak, stocks = (max(run.memory for run in runs) for runs in (whole + first, others[0]))
    yield Row("Memory of a build", peak, stocks, "MB", STOCK, COMMAND)


def _middle(runs: list[Run]) -> float:
    return median(run.seconds for run in runs)


def _saved(project: Path, page: str) -> float:
    """The seconds of a rebuild in a process that serves, after one page was changed."""
    command = [sys.executable, "-m", "bench.saved", page]
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])
