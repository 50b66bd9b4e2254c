"""Texts as YAML scalars: when a plain one would not mean itself, and the same text in quotes."""

import re

SPECIAL_START = re.compile(r"[*&!%@`\[\]{},]|[|>](?![-+1-9]{0,2}\s*(?:#.*)?$)|[?-](?=\s|$)")
"""What gives a plain text another meaning at its beginning."""

NAMED = {"`": "a backtick", "*": "`*`, which repeats an anchor", "&": "`&`, which names an anchor", "!": "`!`, a tag"}
"""How a problem names some of these."""

FOLD = re.compile(r"[|>][-+]\s+")
"""What folds the lines below a key, with the text on its own line."""
COLON = re.compile(r":(?:\s|$)")
COMMENT = re.compile(r"\s#")
ESCAPE = re.compile(r"""\\(?:[0abtnvfre "/\\N_LP\t]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})""")
CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"\s*(?:#.*)?'),
    "'": re.compile(r"'(?:[^']|'')*'\s*(?:#.*)?"),
}
"""A whole quoted scalar, and perhaps a comment after it."""


def quoted(text: str) -> str:
    """The text of one line as a YAML scalar that means just that text, in the quotes that need the least escaping."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def why_quotes(written: str) -> str | None:
    """Why the text of a plain scalar needs quotes, in the words of a problem; None if it means itself."""
    if not written:
        return None
    if written[0] in CLOSED:
        return _why_quotes_fail(written)
    if written[0] == "#":
        return "`#` begins a comment, so there is no text here"
    if match := SPECIAL_START.match(written):
        return f"A plain text cannot begin with {NAMED.get(match[0], f'`{match[0]}`')}"
    if COLON.search(written):
        return "A colon and a space begin a new key"
    if COMMENT.search(written):
        return "A space and `#` begin a comment, so the text ends before it"
    return None


def intended(written: str) -> str:
    """The text that was probably meant by a scalar whose quotes do not work, or that needs some.

    Quotes around the whole are only quotes; those around a part of it belong to the text. A backslash before an
    apostrophe is how programmers write one.
    """
    quote = written[0]
    if quote not in CLOSED:
        return FOLD.sub("", written)
    written = written.replace("\\'", "'")
    if written.count(quote) == 1:
        return written[1:] if quote == '"' else written
    if len(written) > 1 and written.endswith(quote):
        inside = written[1:-1]
        if quote not in inside or not re.search(rf"\S{quote}(?:\W|$)", inside):
            return inside.replace('\\"', '"') if quote == '"' else inside.replace("''", "'")
        first = inside.index(quote)
        if first == 0 or inside[first - 1].isspace() or inside[first + 1 : first + 2].isalnum():
            return inside
    return written


def _why_quotes_fail(written: str) -> str | None:
    """Why a scalar that begins with a quotation mark is not what it looks like; None if it is."""
    mark = written[0]
    if CLOSED[mark].fullmatch(written):
        odd = mark == '"' and "\\" in ESCAPE.sub("", written)
        return "In double quotes, a backslash begins a code such as `\\n`" if odd else None
    if written.count(mark) == 1:
        return f"A text that begins with `{mark}` goes on to the next one"
    return f"The text goes on after its closing `{mark}`"
