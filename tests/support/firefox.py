"""A real Firefox, driven by WebDriver BiDi, which it speaks itself.

W3C, WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/. Playwright's Firefox is one of its own, which many machines
cannot fetch; this is the one that readers have.
"""

import json
import re
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Literal

from websockets.sync.client import ClientConnection, connect

from tests.support import programs

QUIET = {
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
"""Settings that keep the browser itself from asking anybody."""

IN_SIGHT = """(async found => {{
  for (let tries = 0; tries < 100; tries += 1) {{
    found.scrollIntoView({{block: "center"}});
    await new Promise(requestAnimationFrame);
    const {{x, y, width, height}} = found.getBoundingClientRect();
    if (found.contains(document.elementFromPoint(x + width / 2, y + height / 2))) return found;
  }}
  throw new Error("never in sight");
}})({element})"""
"""An element whose middle can be clicked on. A page that scrolls by itself a little later may take it away again."""


class Firefox:
    """One tab, and all that the browser has told of it."""

    def __init__(self, line: ClientConnection, process: int) -> None:
        """`process` is the id of the browser's own process."""
        self.line = line
        self.process = process
        self.numbers = count(1)
        self.events: list[dict[str, Any]] = []
        self.version = str(self.send("session.new", capabilities={})["capabilities"]["browserVersion"])
        self.send("session.subscribe", events=["network.beforeRequestSent", "log.entryAdded"])
        self.tab = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method: str, **parameters: Any) -> Any:
        """Send a command and give back what it returns; RuntimeError if the browser refuses."""
        number = next(self.numbers)
        self.line.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            said = json.loads(self.line.recv(timeout=60))
            if said.get("id") == number:
                if said["type"] == "error":
                    raise RuntimeError(f"{method}: {said['message']}")
                return said["result"]
            self.events.append(said)

    def open(self, address: str) -> None:
        """Forget what came before and open a page."""
        self.events.clear()
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def ask(self, expression: str) -> Any:
        """What an expression says in the page, as JSON."""
        return json.loads(self._evaluated(f"JSON.stringify(({expression}) ?? null)")["value"])

    def click(self, element: str) -> None:
        """Scroll to an element, given as an expression, and click in its middle."""
        found = self._evaluated(IN_SIGHT.format(element=element))
        origin = {"type": "element", "element": {"sharedId": found["sharedId"]}}
        down, up = ({"type": way, "button": 0} for way in ("pointerDown", "pointerUp"))
        actions = [{"type": "pointerMove", "x": 0, "y": 0, "origin": origin}, down, up]
        self.send(
            "input.performActions", context=self.tab, actions=[{"type": "pointer", "id": "m", "actions": actions}]
        )

    def ask_scripts(self, expression: str) -> Any:
        """What an expression among the page's own scripts says, or its promise keeps: a text, a number or a truth."""
        return self._evaluated(expression, {"context": self.tab}).get("value")

    def _evaluated(self, expression: str, target: dict[str, str] | None = None) -> Any:
        target = target or {"context": self.tab, "sandbox": "tests"}
        said = self.send("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if said["type"] != "success":
            raise RuntimeError(str(said["exceptionDetails"]["text"]))
        return said["result"]

    def focus(self, element: str) -> None:
        """Put the caret into an element, given as an expression."""
        assert self.ask(f"(found => (found.focus(), found === document.activeElement))({element})"), element

    def back(self) -> None:
        """Go back to the page before."""
        self.send("browsingContext.traverseHistory", context=self.tab, delta=-1)

    def press(self, keys: str) -> None:
        """Press keys, one after the other."""
        actions = [{"type": way, "value": key} for key in keys for way in ("keyDown", "keyUp")]
        self.send("input.performActions", context=self.tab, actions=[{"type": "key", "id": "keys", "actions": actions}])

    def resize(self, width: int, height: int) -> None:
        """Make the page so many pixels wide and high."""
        self.send("browsingContext.setViewport", context=self.tab, viewport={"width": width, "height": height})

    def printed(self) -> bytes:
        """The page on paper, as PDF."""
        return b64decode(self.send("browsingContext.print", context=self.tab)["data"])

    def seen(self) -> bytes:
        """What is in the window now, as a PNG."""
        return b64decode(self.send("browsingContext.captureScreenshot", context=self.tab)["data"])

    def asked(self) -> list[str]:
        """The addresses that the tab has asked for for the last page that was opened, and since."""
        requests = (one["params"] for one in self.events if one["method"] == "network.beforeRequestSent")
        return [one["request"]["url"] for one in requests]

    def said(self) -> list[str]:
        """What is in the console."""
        return [str(one["params"]["text"]) for one in self.events if one["method"] == "log.entryAdded"]


@contextmanager
def firefox(
    profile: Path, colours: Literal["light", "dark"] = "light", desktop: Mapping[str, str] | None = None
) -> Iterator[Firefox]:
    """Start a Firefox with a fresh profile, and stop it at the end.

    `desktop` is the environment of a screen on which it shows its window; without one it has no window.
    """
    path = programs.firefox()
    assert path, "no Firefox: run `make test`, which installs one"
    wanted = QUIET | {"layout.css.prefers-color-scheme.content-override": 0 if colours == "dark" else 1}
    settings = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items())
    (profile / "user.js").write_text(settings, encoding="utf-8")
    command = [path, "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    command += [] if desktop else ["--headless"]
    with (profile / "log").open("w+") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=desktop)
        try:
            yield from _connected(process, profile / "log")
        finally:
            process.terminate()
            process.wait(20)


def _connected(process: "subprocess.Popen[bytes]", log: Path) -> Iterator[Firefox]:
    for _ in range(300):
        if address := re.search(r"WebDriver BiDi listening on (ws://\S+)", log.read_text()):
            # without pings: their thread draws random numbers while hypothesis watches that nobody does
            with connect(f"{address[1]}/session", max_size=None, ping_interval=None) as line:
                yield Firefox(line, process.pid)
            return
        assert process.poll() is None, log.read_text()
        time.sleep(0.1)
    raise TimeoutError(log.read_text())
