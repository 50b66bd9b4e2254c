"""What a build costs in seconds and memory, against MkDocs with stock Material on the same Markdown."""

from collections.abc import Iterator
from pathlib import Path

from .projects import alternating
from .row import Row

TIMES = 5
COMMAND = "python -m bench build_time"


def rows(projects: dict[str, Path]) -> Iterator[Row]:
    """The best of several builds in turn, and the highest memory."""
    ours, material = alternating([projects["ours"], projects["material"]], TIMES)
    best = [min(run.seconds for run in runs) for runs in (ours, material)]
    yield Row("Build of the whole site", best[0], best[1], "seconds", "plain MkDocs with stock Material", COMMAND)
    peak = [max(run.memory for run in runs) for runs in (ours, material)]
    yield Row("Memory of a build", peak[0], peak[1], "MB", "plain MkDocs with stock Material", COMMAND)
