"""The small guide with a page of every kind of text, and a language that nobody has translated into yet."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner, Result
from worksheets.__main__ import main
from worksheets.translation_files.protected import PROTECTED

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE

ACCENTS = str.maketrans("aeinouy", "àêîñöûŷ")
PAGE = """\
---
title: Rain
description: "What to do: stay in, or go out."
last_reviewed: 2026-11-22
clinical_review: not needed
---

# Rain

<!-- helplines -->

It rains on all of {number of steps} steps. Read [help](help.md#how-it-falls), and [what it costs](about.md), before you
go out in it [@brown2010calm].

!!! stop "Stop here"

    Stay in when there is thunder.

    - Keep away from `trees`.

## How it falls

1. It falls **slowly** at first, and then it falls so much that nobody who has no roof stays dry for as long as it takes
   to say so.
2. It ends.

| what | how much |
| --- | --- |
| a shower | little |

A drop
:   One piece of rain.

[Rain](rain.md#how-it-falls) leads here.
"""


def small_guide(target: Path) -> Path:
    """A copy of the small guide with that page, and an empty folder for Welsh."""
    guide = Path(shutil.copytree(SMALL_GUIDE, target))
    shutil.copytree(ROOT / "words", guide / "words")
    shutil.copy(ROOT / "pyproject.toml", guide)
    for path in SMALL_CLINIC.iterdir():
        shutil.copy(path, guide)
    (guide / "docs" / "rain.md").write_text(PAGE, encoding="utf-8")
    (guide / "mkdocs.yml").write_text("nav:\n  - Start: index.md\n  - Rain: rain.md\n", encoding="utf-8")
    welsh = guide / "languages" / "cy"
    welsh.mkdir(parents=True)
    (welsh / "language.yml").write_text("code: cy\nname: Cymraeg\n", encoding="utf-8")
    return guide


def run(*arguments: str) -> Result:
    """What `guide translate` says and does in the working folder."""
    return CliRunner().invoke(main, ["translate", *arguments])


def messages(file: str) -> dict[tuple[str, str], Message]:
    """The texts of a PO file by context and English."""
    with open(file, "rb") as opened:
        return {(str(one.context), str(one.id)): one for one in read_po(opened, abort_invalid=True) if one.id}


def translate(file: str, translation: Callable[[str, str], str | None]) -> None:
    """Fill in a PO file as a translator's program does: with its own line ends, and nothing else of ours kept.

    `translation` makes one of a context and an English text; None leaves what is there.
    """
    with open(file, "rb") as opened:
        catalog = read_po(opened)
    for one in catalog:
        if one.id and (said := translation(str(one.context), str(one.id))) is not None:
            one.string = said
            one.flags.discard("fuzzy")
    written = BytesIO()
    write_po(written, catalog, width=76)
    Path(file).write_bytes(written.getvalue())


def with_accents(text: str) -> str:
    """A text as if in another language: of the same length, with all that must stay."""
    pieces: list[str] = []
    end = 0
    for match in PROTECTED.finditer(text):
        pieces += [text[end : match.start()].translate(ACCENTS), match[0]]
        end = match.end()
    return "".join([*pieces, text[end:].translate(ACCENTS)])
