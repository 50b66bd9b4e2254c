"""LaTeX, as BibTeX files hold it, read as the plain text that it stands for.

Emphasis is dropped and its words are kept. What is not known here is an error: nothing of LaTeX may be left in a text.
"""

import re
import unicodedata

from .latex_commands import ACCENTS, EMPHASIS, SIGNS, SWITCHES, SYMBOLS, UNSHOWN

LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("~", "\u00a0"))
COMMAND = re.compile(r"\\([A-Za-z]+\*?)\s*|\\(.)", re.DOTALL)
PLAIN = re.compile(r"[^\\{}$^_]+|[\^_]")
PRICE = re.compile(r"[\d.,]+\s")
DEEPEST = 50


class LatexError(ValueError):
    """A text that cannot be read: `args` are what is wrong and what to write."""


def plain(latex: str) -> str:
    """The text that some LaTeX stands for, in composed characters, without line ends."""
    reader = _Reader(latex, ligatures=True)
    return unicodedata.normalize("NFC", re.sub(r"[ \t\r\n]+", " ", reader.all()).strip())


def verbatim(latex: str) -> str:
    """An address out of LaTeX: its signs may be escaped, but dashes and tildes are meant as they are."""
    return _Reader(latex, ligatures=False).all().strip()


class _Reader:
    def __init__(self, latex: str, ligatures: bool) -> None:
        self.latex = latex
        self.at = 0
        self.depth = 0
        self.ligatures = ligatures
        self.in_formula = False

    def all(self) -> str:
        text = self._until_brace()
        if self.at < len(self.latex):
            raise LatexError("A `}` has no `{` before it.", "Take it out, or add the `{`.")
        if self.in_formula:
            raise LatexError("A `$` begins a formula that does not end.", "Write `\\$` for a dollar.")
        return text

    def _until_brace(self) -> str:
        """What is before the next `}` that closes nothing inside, or before the end."""
        pieces = []
        while self.at < len(self.latex) and self.latex[self.at] != "}":
            pieces.append(self._piece())
        return "".join(pieces)

    def _piece(self) -> str:
        if found := PLAIN.match(self.latex, self.at):
            self.at = found.end()
            return self._typeset(found[0])
        if self.latex[self.at] == "{":
            return self._group()
        return self._dollar() if self.latex[self.at] == "$" else self._command()

    def _dollar(self) -> str:
        self.at += 1
        if not self.ligatures:
            return "$"
        if not self.in_formula and PRICE.match(self.latex, self.at):
            raise LatexError("A `$` begins a formula.", "Write `\\$` for a dollar.")
        self.in_formula = not self.in_formula
        return ""

    def _typeset(self, text: str) -> str:
        if self.in_formula and text in "^_":
            return ""
        for typed, meant in LIGATURES if self.ligatures else ():
            text = text.replace(typed, meant)
        return text

    def _group(self) -> str:
        self.at += 1
        self.depth += 1
        if self.depth > DEEPEST:
            raise LatexError("The braces are nested too deeply.", "Take the inner ones out.")
        text = self._until_brace()
        if self.at >= len(self.latex):
            raise LatexError("A `{` is not closed.", "Add the `}` that belongs to it.")
        self.at += 1
        self.depth -= 1
        return text

    def _argument(self, command: str) -> str:
        """The group, command or letter that follows a command."""
        while self.at < len(self.latex) and self.latex[self.at].isspace():
            self.at += 1
        if self.at >= len(self.latex) or self.latex[self.at] in "}$":
            raise LatexError(f"`\\{command}` has nothing after it.", f"Write `\\{command}{{…}}`.")
        if self.latex[self.at] in "{\\":
            return self._piece()
        self.at += 1
        return self.latex[self.at - 1]

    def _command(self) -> str:
        found = COMMAND.match(self.latex, self.at)
        if not found:
            raise LatexError("There is a `\\` at the end.", "Take it out.")
        self.at = found.end()
        name = found[1] or found[2]
        if name in ACCENTS and (found[1] is None or self.ligatures):
            return self._accented(name)
        if name in SIGNS and found[2]:
            return SIGNS[name]
        if name in UNSHOWN:
            raise LatexError(f"`\\{name}` would show a brace or a backslash, which no reference needs.", "Take it out.")
        if name in SYMBOLS:
            return SYMBOLS[name]
        if name in EMPHASIS:
            return self._argument(name)
        if name in SWITCHES:
            return ""
        if name == "enquote":
            return f"“{self._argument(name)}”"
        return self._greek(name)

    def _accented(self, name: str) -> str:
        if not self.ligatures and name == "~":  # how addresses write their tilde, with `{}` after it or not
            self.at += 2 * self.latex.startswith("{}", self.at)
            return "~"
        letters = self._argument(name) or " "
        letters = {"ı": "i", "ȷ": "j"}.get(letters, letters)
        if letters == " ":
            return name if name in "^~" else ""
        return unicodedata.normalize("NFC", letters[0] + ACCENTS[name]) + letters[1:]

    def _greek(self, command: str) -> str:
        name = command.removeprefix("text").removeprefix("up")
        size = "CAPITAL" if name[0].isupper() else "SMALL"
        try:
            return unicodedata.lookup(f"GREEK {size} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
        except KeyError:
            raise LatexError(
                f"`\\{command}` is not known here.", "Write the letter or sign itself, in UTF-8."
            ) from None
