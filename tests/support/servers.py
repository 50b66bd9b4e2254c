"""Servers on loopback: of a built site, and `mkdocs serve`."""

import os
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.support.host import host_command


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the site with the headers that it brings for static hosts."""

    def end_headers(self) -> None:
        for line in (Path(self.directory) / "_headers").read_text(encoding="utf-8").splitlines()[1:]:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def log_message(self, *arguments: Any) -> None:
        pass


def unused_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where a built site is served on loopback, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def serving(project: Path, port: int, log: Path | None = None) -> Iterator[str]:
    """`mkdocs serve`, as `make serve` calls it, on a port of its own; what it says goes into the log."""
    command = host_command("serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}")
    with open(log or os.devnull, "w", encoding="utf-8") as said:
        server = subprocess.Popen(
            command,
            cwd=project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SHEETS": "false"},
            stderr=said,
        )
    try:
        yield f"http://127.0.0.1:{port}/"
        assert server.poll() is None, "the server has stopped"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)


def wait_for_log(log: Path, words: str, count: int = 1) -> str:
    """What a log says, once it holds the words so many times; fails after forty seconds."""
    end = time.monotonic() + 40
    while time.monotonic() < end:
        said = log.read_text(encoding="utf-8") if log.exists() else ""
        if said.count(words) >= count:
            return said
        time.sleep(0.2)
    raise AssertionError(f"{log.name} never said {words!r} {count} times; it says:\n{said[-2000:]}")


def wait_for(address: str, words: str) -> str:
    """The page at an address, once it holds the words; fails after forty seconds."""
    page, end = "", time.monotonic() + 40
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                page = str(answer.read(), "utf-8")
            if words in page:
                return page
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(f"{address} never said {words!r}; last:\n{page[:2000]}")
