"""The voice of a screen reader, which writes down what it is given to say.

It answers in the place of Speech Dispatcher, in its own protocol (SSIP: https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/ssip.html),
so a screen reader that speaks through that cannot tell it from a voice.
"""

import re
import socket
import threading
import time
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import BinaryIO

BREATHS = (0.03, 0.1, 0.3)
"""Seconds until the end of a phrase is told, and told again: Orca's client misses an end that comes too soon for it."""
LAST_BREATH = 0.6
"""Seconds until that is told once more, for a busy machine; only who reads a whole page waits for it."""

ANSWERS = {
    "HISTORY": "245-1\r\n245 OK CLIENT ID SENT",
    "LIST": "250-voice\ten\tnone\r\n250 OK",
    "GET": "251-0\r\n251 OK GET RETURNED",
    "SPEAK": "230 OK RECEIVING DATA",
    "QUIT": "231 HAPPY HACKING",
}


class Voice:
    """Listens at a socket; `phrases` grows as the screen reader speaks."""

    def __init__(self, path: Path) -> None:
        self.phrases: list[str] = []
        self.ended = 0
        path.parent.mkdir(parents=True, exist_ok=True)
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(path))
        self._server.listen()
        threading.Thread(target=self._answer_clients, daemon=True).start()

    @property
    def is_speaking(self) -> bool:
        """Whether the screen reader waits for the end of a phrase."""
        return self.ended < len(self.phrases)

    def close(self) -> None:
        """Fall silent."""
        self._server.close()

    def _answer_clients(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=_Conversation(self, line).hold, daemon=True).start()


class _Conversation:
    """What one program says over its own connection."""

    def __init__(self, voice: Voice, line: socket.socket) -> None:
        self.voice = voice
        self.line = line
        self.number = 0

    def hold(self) -> None:
        """Answer each command until the other end hangs up."""
        with self.line.makefile("rb") as heard, suppress(ConnectionResetError):  # it was stopped while it spoke
            for said in heard:
                command = said.decode().split()
                self._send(ANSWERS.get(command[0], "200 OK"))
                if command[:1] == ["SPEAK"]:
                    self._speak(_message(heard))

    def _speak(self, message: str) -> None:
        self.number += 1
        number = self.number
        words = unescape(re.sub(r"<[^>]*>", "", message))
        self.voice.phrases.append(" ".join(words.split()))
        self._send(f"225-{number}\r\n225 OK MESSAGE QUEUED")
        threading.Thread(target=self._end, args=(number,), daemon=True).start()

    def _end(self, number: int) -> None:
        for seconds in BREATHS:
            time.sleep(seconds)
            self._send(f"702-{number}\r\n702-1\r\n702 END")
        self.voice.ended += 1
        time.sleep(LAST_BREATH)
        self._send(f"702-{number}\r\n702-1\r\n702 END")

    def _send(self, answer: str) -> None:
        with suppress(OSError):
            self.line.sendall(f"{answer}\r\n".encode())


def _message(heard: BinaryIO) -> str:
    """The lines up to the one that is a full stop; a full stop in front is doubled."""
    lines = []
    for line in heard:
        if line == b".\r\n":
            break
        lines.append(line.decode().removeprefix("."))
    return "".join(lines)
