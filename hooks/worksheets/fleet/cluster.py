"""The workers that build: Dask's own, started here on loopback or waiting elsewhere.

Dask sends Python objects by pickle, and whoever can send it one can run anything as its user. So it speaks only over
loopback, TLS, or a line that somebody vouches for.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..paper.pdf_pool import cores
from ..shared_store import INSTALL

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

LOOPBACK = "127.0.0.1"
PATIENCE = 20
"""Seconds to wait for a scheduler."""


class ClusterError(Exception):
    """There is no cluster to build on. The text says what to do."""


def why_no_cluster() -> str | None:
    """What is missing on this machine, with the line that installs it; None if nothing is."""
    missing = [name for name in ("dask", "distributed", "fsspec") if importlib.util.find_spec(name) is None]
    if not missing:
        return None
    return f"A fleet is built with Dask, and {missing[0]} is not installed here. In the guide’s folder: {INSTALL}"


def has_dashboard() -> bool:
    """Whether Dask can show what its workers do: it draws with Bokeh."""
    return importlib.util.find_spec("bokeh") is not None


def unsafe(scheduler: str) -> str | None:
    """Why nothing may be sent to a scheduler at an address, and what to write; None if it may."""
    parts = urlsplit(scheduler)
    if parts.scheme not in ("tcp", "tls") or not parts.hostname:
        return (
            f"“{scheduler}” is not the address of a scheduler. Write it like tcp://127.0.0.1:8786 or tls://host:8786."
        )
    if parts.scheme == "tls" or _is_loopback(parts.hostname):
        return None
    return (
        f"{scheduler} is neither on this machine nor protected: whoever is on the way could run programs as you. Write "
        f"tls://{parts.netloc} and give Dask its certificates. Or open a tunnel, "
        f"ssh -N -L 8786:127.0.0.1:{parts.port or 8786} {parts.hostname}, and write tcp://127.0.0.1:8786. If the whole "
        "line is a tunnel already, add --tunnelled."
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextmanager
def workers(scheduler: str | None, count: int | None = None) -> Iterator[Client]:
    """A client of a scheduler, or of a cluster of this machine with `count` processes, as many as cores if not given.

    Raises ClusterError if the scheduler cannot be reached.
    """
    from distributed import Client

    if scheduler:
        try:
            client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError(f"There is no scheduler at {scheduler} that answers: {error}") from error
        with client:
            yield client
        return
    with _of_this_machine(count or cores()) as cluster, Client(cluster, set_as_default=False) as client:
        yield client


def _of_this_machine(count: int) -> LocalCluster:
    from distributed import LocalCluster

    logging.getLogger("distributed").setLevel(logging.ERROR)  # what came of each brand is told in our own words
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Creating scratch directories")  # it says so of every busy machine
        return LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            processes=True,
            host=LOOPBACK,
            dashboard_address=f"{LOOPBACK}:0",
            memory_limit=0,  # the memory is that of the builds, which Dask does not see
        )
