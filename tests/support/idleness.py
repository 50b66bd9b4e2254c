"""Tells when programs have come to rest, however slow the machine is."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

LOOK = 0.1
"""Seconds between two looks."""
SHARE = 1 / 20
"""A caret that blinks is no work: so much of the time may be spent at rest."""


def wait_until_idle(*programs: int, until: Callable[[], bool], rest: float = 0.3, patience: float = 120) -> None:
    """Wait until programs, given by their process ids, and their children have been at rest for `rest` seconds.

    Who waits for a processor that others have is not at rest, and nobody is before `until` says so. After `patience`
    seconds: TimeoutError.
    """
    end = time.monotonic() + patience
    looked = idle_since = time.monotonic()
    spent = _spent(programs)
    while looked - idle_since < rest:
        time.sleep(LOOK)
        before, spent = spent, _spent(programs)
        then, looked = looked, time.monotonic()
        if spent - before > (looked - then) * SHARE or _wants_to_run(programs) or not until():
            idle_since = looked
        if looked > end:
            raise TimeoutError(f"still at work: {programs}")


def _wants_to_run(programs: tuple[int, ...]) -> bool:
    """Whether one has work and waits for a processor; `schedstat` counts its waiting only when it has got one."""
    told = (_read(one, "stat") for program in programs for one in _family(program))
    return any(one.rpartition(")")[2].split()[:1] == ["R"] for one in told)


def _spent(programs: tuple[int, ...]) -> float:
    """Seconds that main threads have run or have waited for a processor (Linux: /proc/<pid>/schedstat)."""
    told = (_read(one, "schedstat").split() for program in programs for one in _family(program))
    return sum((int(one[0]) + int(one[1])) / 1e9 for one in told if one)


def _family(process: int) -> Iterator[int]:
    yield process
    for child in _read(process, f"task/{process}/children").split():
        yield from _family(int(child))


def _read(process: int, name: str) -> str:
    try:
        return Path(f"/proc/{process}/{name}").read_text()
    except OSError:  # it has ended since
        return ""
