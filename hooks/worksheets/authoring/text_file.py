"""Every file that an author wrote becomes text here.

UTF-8 is read, with or without a byte order mark, and every line end becomes one newline. Anything else is a problem
that names the line. An SVG may also say in its first line how it is encoded, as the standard of XML allows.
"""

import codecs
import re
from pathlib import Path

from .problems import Problem

LARGEST = 128 * 1024
"""The largest file that authors write by hand, in bytes."""

LARGEST_OF_PROGRAMS = 4 * 1024 * 1024
"""The largest that other programs write for them: drawings and stylesheets."""

SAVE = "Save it as UTF-8: most editors offer this under “Save as … encoding”."
WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
"""Byte order marks of encodings in which a letter has two bytes."""

MARKS = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32"} | WIDE
"""Those of encodings in which it has more than one; that of UTF-32 begins with that of UTF-16."""

DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""", re.ASCII)
OF_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the bytes 80 to 9F are in the encoding of Windows."""

READ_WRONGLY = re.compile(
    f"\u00c2[\u0080-\u00bf]|\u00c3[\u0080-\u00bf{OF_WINDOWS}]|\u00e2\u20ac[\u0080-\u00bf{OF_WINDOWS}]|\ufffd"
)
"""UTF-8 that a program took for another encoding and saved again, such as `Ã©` for `é`; the sign for a lost letter."""

DRAWN_IN = {"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252"}
"""What a drawing may declare, by Python's names: what browsers and the standard library read alike."""


def read_text(path: Path, file: str, largest: int = LARGEST) -> str | Problem:
    """The text of a file, which problems call `file`, or what keeps it from being read."""
    content = _content(path, file, largest)
    if isinstance(content, Problem):
        return content
    if encoding := next((name for mark, name in MARKS.items() if content.startswith(mark)), None):
        return Problem(file, 1, "", f"The file is in {encoding.upper()}, not in UTF-8.", SAVE)
    text = _decoded(content, "utf-8-sig", file)
    return text if isinstance(text, Problem) else _read_wrongly(text, file) or text


def read_drawing(path: Path, file: str, largest: int = LARGEST_OF_PROGRAMS) -> str | Problem:
    """The text of an SVG in the encoding that it declares, UTF-8 if it declares none; or what is wrong with it."""
    content = _content(path, file, largest)
    if isinstance(content, Problem):
        return content
    encoding: str | None = WIDE.get(content[:2])
    if encoding is None:
        declared = DECLARED.match(content.removeprefix(codecs.BOM_UTF8))
        encoding = _known(declared[1].decode("ascii")) if declared else "utf-8"
        if declared and encoding is None:
            wrong = f"The drawing says that it is in “{declared[1].decode('ascii')}”, but it cannot be read as that."
            return Problem(file, 1, "", wrong, SAVE)
    return _decoded(content, encoding if encoding and encoding != "utf-8" else "utf-8-sig", file)


def is_same(one: Path, other: Path) -> bool:
    """Whether two files hold the same, whatever line ends and mark at its start an editor or git has given to one."""
    return _unmarked(one) == _unmarked(other)


def _unmarked(path: Path) -> bytes:
    return path.read_bytes().removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _read_wrongly(text: str, file: str) -> Problem | None:
    """What is sound UTF-8, and yet no longer what its author wrote."""
    if not (found := READ_WRONGLY.search(text)):
        return None
    line = text.count("\n", 0, found.start()) + 1
    try:
        meant = found[0].encode("cp1252").decode()
    except UnicodeError:
        return Problem(file, line, "", f"A letter was lost here: “{found[0]}”.", "Write it again.")
    wrong = f"“{found[0]}” was “{meant}” before a program read this file in the wrong encoding."
    return Problem(file, line, "", wrong, "Write such letters again, or take an older copy of the file.")


def _content(path: Path, file: str, largest: int) -> bytes | Problem:
    try:
        if path.stat().st_size > largest:
            return Problem(file, 1, "", f"The file is larger than {largest // 1024} kB.", "Split it into smaller ones.")
        return path.read_bytes()
    except OSError as error:
        return Problem(file, 1, "", f"The file cannot be read: {error.strerror}.", "Check its name and rights.")


def _decoded(content: bytes, encoding: str, file: str) -> str | Problem:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n?|\n", content[: error.start])) + 1
        byte = content[error.start]
        guess = f", perhaps “{bytes([byte]).decode('cp1252', 'replace')}”" if byte >= 0xA0 else ""
        wrong = f"This line has a character that is not UTF-8 (byte {byte:02X}{guess})."
        return Problem(file, line, "", wrong if "utf-8" in encoding else f"This is not {encoding}.", SAVE)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        return Problem(
            file, line, "", "This line has a NUL character, so this isn't text.", f"Is this the right file? {SAVE}"
        )
    return text


def _known(encoding: str) -> str | None:
    """Python's name of an encoding that drawings may have."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return None
    return name if name in DRAWN_IN else None
