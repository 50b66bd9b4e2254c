"""A real WebKit, the engine of every iPhone: WebKitGTK's, driven by WebDriver under a screen of its own.

W3C, WebDriver: https://www.w3.org/TR/webdriver2/. Each of the few commands that we need is one JSON over HTTP. Selenium
speaks them too, with a dozen packages and a program that looks for drivers elsewhere and reports its use.
"""

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from tests.support import programs
from tests.support.servers import unused_port

WINDOW = Path(__file__).with_name("webkit_window.py")
SCREEN = "1400x1000x24"


class WebKit:
    """One window of the browser."""

    def __init__(self, driver: str, log: Path, *arguments: str) -> None:
        self.driver, self.log, self.read = driver, log, 0
        options = {"binary": programs.SYSTEM_PYTHON, "args": [str(WINDOW), *arguments, str(log)]}
        new = self.send("/session", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": options}})
        self.version = str(new["capabilities"]["browserVersion"])
        self.driver += f"/session/{new['sessionId']}"

    def send(self, path: str, **parameters: Any) -> Any:
        """Send a command and give back what it returns; RuntimeError if the browser refuses."""
        request = urllib.request.Request(self.driver + path, json.dumps(parameters).encode())
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            raise RuntimeError(f"{path}: {json.load(refused)['value']}") from None

    def open(self, address: str) -> None:
        """Forget what came before and open a page."""
        self.read = self.log.stat().st_size
        self.send("/url", url=address)

    def ask(self, expression: str) -> Any:
        """What an expression says in the page, as JSON."""
        script = f"return JSON.stringify(({expression}) ?? null)"
        return json.loads(self.send("/execute/sync", script=script, args=[]))

    def click(self, element: str) -> None:
        """Scroll to an element, given as an expression, and click in its middle."""
        scroll = f"return (found => (found.scrollIntoView({{block: 'center'}}), found))({element})"
        origin = self.send("/execute/sync", script=scroll, args=[])
        down, up = ({"type": way, "button": 0} for way in ("pointerDown", "pointerUp"))
        actions = [{"type": "pointerMove", "x": 0, "y": 0, "origin": origin}, down, up]
        self.send("/actions", actions=[{"type": "pointer", "id": "mouse", "actions": actions}])

    def focus(self, element: str) -> None:
        """Put the caret into an element, given as an expression."""
        assert self.ask(f"(found => (found.focus(), found === document.activeElement))({element})"), element

    def press(self, keys: str) -> None:
        """Press keys, one after the other."""
        actions = [{"type": way, "value": key} for key in keys for way in ("keyDown", "keyUp")]
        self.send("/actions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def back(self) -> None:
        """Go back to the page before."""
        self.send("/back")

    def resize(self, width: int, height: int) -> None:
        """Make the page so many pixels wide and high."""
        self.send("/window/rect", width=width, height=height)

    def asked(self) -> list[str]:
        """The addresses that the tab has asked for for the last page that was opened, and since."""
        return self._logged("ASKED ")

    def said(self) -> list[str]:
        """What is in the console."""
        return self._logged("SAID ")

    def _logged(self, kind: str) -> list[str]:
        lines = self.log.read_bytes()[self.read :].decode(errors="replace").splitlines()
        return [line.removeprefix(kind) for line in lines if line.startswith(kind)]

    def printed(self) -> bytes:
        """The page on paper, as PDF."""
        with TemporaryDirectory() as folder:
            paper = Path(folder) / "paper.pdf"
            self.ask(f"webkit.messageHandlers.paper.postMessage({json.dumps(str(paper))})")
            for _ in range(300):
                if paper.exists():
                    return paper.read_bytes()
                time.sleep(0.1)
        raise TimeoutError("WebKit has not printed")


@contextmanager
def webkit(colours: Literal["light", "dark"] = "light", pages: Literal["kept", "dropped"] = "kept") -> Iterator[WebKit]:
    """Start a WebKit with nothing kept from before, and stop it at the end.

    `pages` says whether it keeps pages to go back to, or drops them as a phone does that is short of memory.
    """
    driver = programs.path("WebKitWebDriver")
    assert driver, "no WebKit: run `make test`, which installs one"
    port = unused_port()
    with _screen() as screen, TemporaryDirectory() as folder:
        settings = os.environ | {"DISPLAY": screen, "NO_AT_BRIDGE": "1"}
        process = subprocess.Popen([driver, f"--port={port}"], env=settings, stderr=subprocess.DEVNULL)
        try:
            _wait_for(port)
            yield WebKit(f"http://127.0.0.1:{port}", Path(folder) / "log", colours, pages)
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("WebKitWebDriver does not answer")


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen that nobody sees."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait(20)
