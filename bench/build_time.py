"""What a build costs in seconds and memory, against MkDocs with stock Material on the same Markdown."""

from collections.abc import Iterator
from pathlib import Path

from .projects import alternating
from .row import Row

TIMES = 3
AGAINST = "plain MkDocs with stock Material"
COMMAND = "python -m bench build_time"


def rows(ours: Path, material: Path, without_weight: Path) -> Iterator[Row]:
    """The best of several builds in turn, and the highest memory."""
    found = alternating([ours, material, without_weight], TIMES)
    whole, stock, parts = (min(run.seconds for run in runs) for runs in found)
    yield Row("Build of the whole site", whole, stock, "seconds of a processor", AGAINST, COMMAND)
    yield Row("Build, but for inlining and packing", parts, stock, "seconds of a processor", AGAINST, COMMAND)
    peak = [max(run.memory for run in runs) for runs in found]
    yield Row("Memory of a build", peak[0], peak[1], "MB", AGAINST, COMMAND)
