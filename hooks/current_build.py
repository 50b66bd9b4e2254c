"""The current build, which all hooks share: MkDocs offers no place for it."""

from mkdocs.exceptions import PluginError
from worksheets.build import Build, start_build
from worksheets.host import Host

_builds: list[Build] = []


def start(host: Host) -> Build:
    """Read everything for a new build. BuildError says what is wrong, and the last build stays the current one."""
    _builds[:] = [start_build(host, _builds[-1] if _builds else None)]
    return _builds[-1]


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
