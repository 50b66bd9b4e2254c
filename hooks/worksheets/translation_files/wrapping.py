"""Lines of a page as one text, as translators and their tools read it, and back into lines."""

import re
from collections.abc import Iterable

WIDTH = 120
"""How long a line of a file gets, in characters."""

HARD = re.compile(r"(?: {2,}|\\)$")
"""What keeps a line where it ends, in Markdown."""

OPENS = re.compile(r"[-+*:=]$|!!!$|[-*_=]{3,}$|#|>|<|\||```|~~~|\{:|\d+[.)]$|\[[^\]]*\]:")
"""Words that Markdown may not take for the middle of a paragraph where they begin a line."""

TOGETHER = re.compile(r"\{[^{}\n]*\}|\[@[^\]\n]*\]|<!--.*?-->|`[^`\n]*`")
"""What is broken into two by a line end."""

TIED = "\ue000"
"""Stands for a blank that is no place to break a line; no text of a guide has it."""


def unwrapped(lines: Iterable[str], keeps: bool) -> str:
    """The lines of a paragraph as one text. It `keeps` its lines if each is an idea of its own."""
    text = ""
    for line in lines:
        ended = keeps or HARD.search(text)
        text += line if not text else f"\n{line}" if ended else f" {line}"
    return text


def wrapped(text: str, before: int, indent: int) -> list[str]:
    """A text as lines: `before` and `indent` are what the first one and the others have before them, in characters."""
    lines = [""]
    room = WIDTH - before
    for word in _unbroken(text):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append(word)
            room = WIDTH - indent
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def _unbroken(text: str) -> Iterable[str]:
    """The words of a text, each with those that cannot begin a line."""
    words: list[str] = []
    for tied in TOGETHER.sub(lambda match: match[0].replace(" ", TIED), text).split(" "):
        word = tied.replace(TIED, " ")
        if words and (not word or OPENS.match(word)):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words
