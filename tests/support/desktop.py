"""A desktop that nobody sees: a screen in memory, a keyboard, and the buses by which programs tell screen readers."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.support import programs

SCREEN = "1280x1000x24"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
"""Where Debian, Fedora and older Ubuntus have the program that starts the bus of accessibility."""


class Desktop:
    """The environment of a desktop, and its keyboard."""

    def __init__(self, home: Path) -> None:
        """`home` is an empty folder, the home of whoever sits there. Its path is short: it holds sockets."""
        self.home = home
        self.runtime = home / "run"
        self.runtime.mkdir(mode=0o700)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(self.runtime),
            "LANG": "C.UTF-8",
            "GSETTINGS_BACKEND": "keyfile",
            "GNOME_ACCESSIBILITY": "1",  # Firefox asks this before it tells a screen reader anything
        }
        self.processes: list[int] = []
        self._running = ExitStack()

    def start(self, *command: str, hands: tuple[int, ...] = ()) -> "subprocess.Popen[bytes]":
        """Start a program, which is stopped with the desktop; `hands` are open files that it gets."""
        log = self._running.enter_context((self.home / f"{Path(command[0]).name}.log").open("wb"))
        process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, pass_fds=hands)
        self._running.callback(_stop, process)
        self.processes.append(process.pid)
        return process

    def press(self, key: str) -> None:
        """Press a key, or some together: `Tab`, `ctrl+Home` (the names of X11)."""
        subprocess.run([_path("xdotool"), "key", key], env=self.environment, check=True)

    def stop(self) -> None:
        """Stop all that was started, the last first."""
        self._running.close()


@contextmanager
def desktop(home: Path) -> Iterator[Desktop]:
    """A desktop that runs."""
    made = Desktop(home)
    try:
        made.environment["DISPLAY"] = _screen(made)
        made.environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={made.runtime / 'bus'}"
        made.start(_path("dbus-daemon"), "--session", "--nofork", "--address", f"unix:path={made.runtime / 'bus'}")
        _wait_for(made.runtime / "bus")
        made.start(next(path for path in LAUNCHERS if Path(path).exists()), "--launch-immediately")
        yield made
    finally:
        made.stop()


def _screen(made: Desktop) -> str:
    """Start a screen; it chooses its own number and tells it."""
    read, write = os.pipe()
    made.start(_path("Xvfb"), "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp", hands=(write,))
    os.close(write)
    with os.fdopen(read) as told:
        return f":{told.readline().strip()}"


def _path(program: str) -> str:
    path = programs.path(program)
    assert path, f"no {program}: run `make test`, which installs it"
    return path


def _wait_for(path: Path) -> None:
    for _ in range(300):
        if path.exists():
            return
        time.sleep(0.1)
    raise TimeoutError(path)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
