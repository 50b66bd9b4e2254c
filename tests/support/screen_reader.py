"""Orca, the screen reader of GNOME, reading a page in Firefox; what it says comes as text.

It is as readers have it: nothing is set. Its keys are pressed on a keyboard, and it speaks to a voice that writes.
"""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support import programs
from tests.support.desktop import Desktop, desktop
from tests.support.firefox import Firefox, firefox
from tests.support.idleness import wait_until_idle
from tests.support.voice import LAST_BREATH, Voice

SOCKET = Path("speech-dispatcher") / "speechd.sock"
"""Where programs look for Speech Dispatcher, in the folder of what runs."""
SAY_ALL = "KP_Add"
ECHOES = {"tab", "plus", "space", "F6", "h", "m"}
"""Orca names some keys as they are pressed."""


class ScreenReader:
    """Orca with one page of Firefox."""

    def __init__(self, place: Desktop, voice: Voice, browser: Firefox) -> None:
        self.place = place
        self.voice = voice
        self.browser = browser

    @property
    def version(self) -> str:
        """Which programs read, with their versions."""
        orca = subprocess.run([_path("orca"), "--version"], capture_output=True, text=True).stdout.strip()
        return f"Orca {orca} and Firefox {self.browser.version}"

    def open(self, address: str) -> list[str]:
        """Open a page; what is said of it by itself."""
        before = len(self.voice.phrases)
        self.browser.open(address)
        if not self.browser.ask("document.hasFocus()"):
            self.place.press("F6")  # from the address bar into the page
        return self._rest(before)

    def press(self, *keys: str) -> list[str]:
        """Press keys, each after all has been said; what is said."""
        before = len(self.voice.phrases)
        for key in keys:
            self.place.press(key)
            self._rest(before)
        return [one for one in self.voice.phrases[before:] if one and one not in ECHOES]

    def focus(self, element: str) -> list[str]:
        """Put the focus on an element, given as an expression, as a click would; what is said."""
        before = len(self.voice.phrases)
        self.browser.focus(element)
        return self._rest(before)

    def read_all(self) -> list[str]:
        """Read the page from its beginning to its end."""
        self.press("ctrl+Home")
        before = len(self.voice.phrases)
        self.place.press(SAY_ALL)
        self._rest(before, rest=2 * LAST_BREATH)
        return [one for one in self.voice.phrases[before:] if one and one not in ECHOES]

    def _rest(self, before: int, rest: float = 0.3) -> list[str]:
        wait_until_idle(
            *self.place.processes, self.browser.process, until=lambda: not self.voice.is_speaking, rest=rest
        )
        return self.voice.phrases[before:]


@contextmanager
def screen_reader(home: Path) -> Iterator[ScreenReader]:
    """Start Orca and Firefox on a desktop of their own, and stop them at the end.

    `home` is an empty folder with a short path.
    """
    with desktop(home) as place:
        voice = Voice(place.runtime / SOCKET)
        _leave_others_alone(place)
        place.start(_path("orca"), "--disable", "braille")
        _wait_for_words(voice)
        profile = home / "profile"
        profile.mkdir()
        with firefox(profile, desktop=place.environment) as browser:
            yield ScreenReader(place, voice, browser)
        voice.close()


def _path(program: str) -> str:
    path = programs.path(program)
    assert path, f"no {program}: run `make test`, which installs it"
    return path


def _leave_others_alone(place: Desktop) -> None:
    """Orca does not start beside another of the same user, which it asks `pgrep` for: here, that finds none."""
    folder = place.home / "bin"
    folder.mkdir()
    (folder / "pgrep").symlink_to(_path("false"))
    place.environment["PATH"] = f"{folder}{os.pathsep}{place.environment['PATH']}"


def _wait_for_words(voice: Voice) -> None:
    for _ in range(600):
        if voice.phrases:
            return
        time.sleep(0.1)
    raise TimeoutError("Orca does not speak")
