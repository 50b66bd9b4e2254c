"""The current build, which all hooks share: MkDocs offers no place for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError
from worksheets.build import Build
from worksheets.build_start import start_build
from worksheets.host import Host

_builds: list[Build] = []


def start(host: Host) -> Build:
    """Read everything for a new build. BuildError says what is wrong, and the last build stays the current one.

    A build of another language of the same site takes what its first has read.
    """
    last = _builds[-1] if _builds else None
    _builds[:] = [start_build(host, last, last.site if last and host.home else None)]
    return _builds[-1]


@contextmanager
def another_build() -> Iterator[None]:
    """A time in which another build may be the current one; then this one is it again."""
    before = list(_builds)
    try:
        yield
    finally:
        _builds[:] = before


def current() -> Build:
    """The build that `read_edition.py` has started."""
    if not _builds:
        raise PluginError(
            "The edition has not been read yet: hooks/read_edition.py comes first in the list of hooks in mkdocs.yml."
        )
    return _builds[-1]


def is_current(build: Build) -> bool:
    """Whether no newer build has begun."""
    return bool(_builds) and _builds[-1] is build
