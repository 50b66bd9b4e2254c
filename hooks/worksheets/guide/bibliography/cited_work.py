"""A work as its entry gives it: every part decoded and checked, before anything of it is formatted."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from ...authoring.problems import Problem, nearest
from ...authoring.text_types import unseen
from ...authoring.visible_marks import WHOLE, what_to_write
from .bibtex import Entry
from .entry_types import KINDS, OFFERED, PEOPLE, SHOWN, SUBTITLES, VARIABLES, is_left_out
from .latex import LatexError, plain
from .page_numbers import read_number, read_pages, says_nothing
from .person_names import Names, read_names
from .publication_date import read_date
from .work_address import read_address

KEY = re.compile(r"[A-Za-z0-9_-]+")
MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|scp|span|jats:[a-z-]+|mml:[a-z]+)(?: [^<>]*)?/?>")
"""Emphasis as library tools put it into titles."""

GENRES = {
    **dict.fromkeys(("phdthesis", "phd thesis", "ph.d. thesis", "doctoral thesis"), "Doctoral dissertation"),
    **dict.fromkeys(("mathesis", "mastersthesis", "master thesis", "master’s thesis"), "Master’s thesis"),
    "candthesis": "Candidate thesis",
    "bathesis": "Bachelor’s thesis",
    "resreport": "Research report",
    "techreport": "",
    "report": "",
    "thesis": "",
}
"""What names of kinds of theses and reports mean; nothing if they say no more than the entry does."""

WITH_GENRE = ("thesis", "report", "manuscript", "dataset", "software")
"""The works of which APA says what they are."""

WITHIN = ("article-journal", "chapter", "paper-conference")
"""The works that are parts of others, on some of their pages."""

WITHOUT_EDITION = ("article-journal", "paper-conference", "webpage")
"""The works of which APA names no edition."""

NUMBERS = ("volume", "number", "issue", "eid", "article-number", "articleno")
"""The fields that hold a number or what takes the place of one."""

CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
"""The field that says in what a work of a kind came out."""

ADDRESSES = ("doi", "url", "howpublished")
"""The fields in which a sign that is a mark elsewhere may be a part of an address."""

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

NOBODY = ("n/a", "unknown", "anon", "anon.", "no author", "na", "none", "tba", "tbd", "various", "et al", "et al.")
"""What library tools and people write where they know no author."""

Read = TypeVar("Read")


@dataclass(frozen=True)
class Work:
    """One work. `texts` are its other parts by their names in the style language, as plain text."""

    key: str
    kind: str
    """what the style language calls it, such as `article-journal`"""
    people: dict[str, Names]
    """those who did it, by role; there is an author or an editor"""
    issued: tuple[int, ...]
    """year, month and day as far as they are known; empty if there is none"""
    status: str
    """what takes the place of a date, such as `in press`"""
    texts: dict[str, str]
    address: str = ""
    """where to read it, whole from `https://` on"""

    @property
    def authors(self) -> Names:
        """Those under whose names it is cited."""
        return self.people["author"] if "author" in self.people else self.people["editor"]

    @property
    def year(self) -> str:
        """What takes the place of the year."""
        return str(self.issued[0]) if self.issued else self.status or "n.d."


def read_work(entry: Entry, file: str) -> tuple[Work | None, list[Problem]]:
    """The work of an entry, or None if something is wrong with it, and everything that is."""
    reader = _Reader(entry, file)
    return reader.work(), reader.problems


@dataclass
class _Reader:
    entry: Entry
    file: str
    problems: list[Problem] = field(default_factory=list)

    def work(self) -> Work | None:
        entry = self.entry
        if not KEY.fullmatch(entry.key):
            self._tell(
                "A key holds letters from a to z, large or small, digits, `-` and `_`.",
                f"Write `{_sound_key(entry.key)}`.",
            )
        if entry.kind not in KINDS:
            near = nearest(f"@{entry.kind}", [f"@{kind}" for kind in KINDS])
            write = near if near.startswith("Did") else f"Use one of: {OFFERED}."
            self._tell(f"`@{entry.kind}` is not a kind known here.", write)
        if not entry.whole:
            return None
        self._look_at_names()
        self._look_at_signs()
        for role in entry.fields.keys() & set(PEOPLE):
            if (text := entry.fields[role].text.strip("{}")).lower() in NOBODY:
                self._tell(
                    f"“{text}” is nobody.", "Write who it was; of a work without an author, its publisher.", role
                )
        people = {role: names for role in PEOPLE if (names := self._read(role, read_names))}
        if not ("author" in entry.fields or "editor" in entry.fields):
            write = "Add `author = {Family, Given and Family, Given}`, or `author = {{Name of the organisation}}`."
            self._tell("There is no `author` and no `editor`.", write)
        texts = self._texts()
        issued, status, found = read_date(entry)
        address, more = read_address(entry)
        for name, wrong, write in (*found, *more):
            self._tell(wrong, write, name)
        if self.problems:
            return None
        kind = KINDS[entry.kind]
        return Work(entry.key, kind, people, issued, status, _fitting(texts, entry.kind, people), address)

    def _texts(self) -> dict[str, str]:
        texts = {"title": self._text("title")}
        for variable, names in VARIABLES.items():
            for name in names:
                if name in self.entry.fields and not texts.get(variable):
                    texts[variable] = self._part(name)
        if "title" not in self.entry.fields:
            self._tell("There is no `title`.", "Add `title = {…}`.")
        elif not texts["title"] and not self.problems:
            self._tell("The title is empty.", "Add `title = {…}`.", "title")
        needed = CONTAINERS.get(self.entry.kind)
        if needed and not texts.get("container-title") and not self.problems:
            self._tell(f"There is no `{needed}`.", f"Add `{needed} = {{…}}`.")
        return {variable: text for variable, text in texts.items() if text}

    def _part(self, name: str) -> str:
        if name == "pages":  # of whole books, library tools say how many pages they have
            return self._read(name, read_pages) or "" if KINDS.get(self.entry.kind) in WITHIN else ""
        is_number = name in NUMBERS
        text = self._read(name, lambda latex: read_number(latex, name)) or "" if is_number else self._text(name)
        if says_nothing(text):
            self._tell(f"“{text}” says nothing.", "Write what belongs here, or take the field out.", name)
        return text

    def _text(self, name: str) -> str:
        text = self._read(name, plain) or ""
        if (more := SUBTITLES.get(name)) and (rest := self._read(more, plain)):
            text += (" " if text.endswith(("?", "!", ":", ".")) else ": ") + rest
        return MARKUP.sub("", text)

    def _read(self, name: str, read: Callable[[str], Read]) -> Read | None:
        if name not in self.entry.fields:
            return None
        try:
            return read(self.entry.fields[name].text)
        except LatexError as error:
            self._tell(error.args[0], error.args[1], name)
            return None

    def _look_at_names(self) -> None:
        """No field that an author hoped to see is passed over in silence."""
        for name in self.entry.fields:
            if name in ("crossref", "xdata", "xref"):
                wrong = "Fields of another entry are not read here."
                self._tell(wrong, "Copy its fields into this entry, and take this one out.", name)
            elif name == "edition" and KINDS.get(self.entry.kind) in WITHOUT_EDITION:
                wrong = f"Of an `@{self.entry.kind}` no edition is shown."
                self._tell(wrong, "Take it out, or use `@book` if this is one.", name)
            elif name not in SHOWN and not is_left_out(name):
                near = nearest(name, SHOWN)
                write = near if near.startswith("Did") else "Take it out, or use a field that is shown."
                self._tell(f"`{name}` is not a field known here.", write, name)

    def _look_at_signs(self) -> None:
        """Nothing that came along with a copied text is shown, or makes an address lead nowhere."""
        for name in self.entry.fields.keys() & SHOWN:
            text = self.entry.fields[name].text
            for _, character in unseen(text):
                self._tell(f"The character U+{ord(character):04X} cannot be seen.", "Remove it.", name)
            shown = MARKUP.sub("", self._read(name, plain) or "") if name not in ADDRESSES else ""
            if found := WHOLE.search(shown):
                wrong = f"Readers would see “{found[0]}” as it is."
                self._tell(wrong, what_to_write(found[0], "Leave the signs out, or write `\\emph{…}`."), name)

    def _tell(self, wrong: str, write: str, name: str = "") -> None:
        line = self.entry.fields[name].line if name in self.entry.fields else self.entry.line
        place = f"{self.entry.key} › {name}" if name else self.entry.key
        problem = Problem(self.file, line, place, wrong, write)
        if problem not in self.problems:
            self.problems.append(problem)


def _fitting(texts: dict[str, str], kind: str, people: dict[str, Names]) -> dict[str, str]:
    """The parts of a work as the APA style wants them."""
    texts = dict(texts)
    if KINDS[kind] not in WITHIN:
        texts.pop("page", "")
    genre = texts.pop("genre", "")
    if KINDS[kind] in WITH_GENRE and (genre := GENRES.get(genre.lower(), genre) or GENRES.get(kind, "")):
        texts["genre"] = genre
    if KINDS[kind] in ("report", "thesis") and "issue" in texts:
        texts["number"] = texts.pop("issue")
    if edition := _edition(texts.pop("edition", "")):
        texts["edition"] = edition
    authors = {name.family for name in people["author"].listed} if "author" in people else set()
    for variable in ("publisher", "container-title"):
        if texts.get(variable) in authors and KINDS[kind] not in WITHIN:
            del texts[variable]  # APA: who wrote it is not named again as its publisher
    return texts


def _edition(text: str) -> str:
    """`2`, `2nd`, `Second` and `2nd ed.` are one and the same; a first edition is not named."""
    word = text.lower().removesuffix("edition").removesuffix("ed.").strip()
    if word in ORDINALS:
        word = str(ORDINALS.index(word) + 1)
    if number := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?\.?", word):
        return number[1] if number[1] != "1" else ""
    return text if not text or text.lower().endswith(("ed.", "edition")) else f"{text} ed."


def _sound_key(key: str) -> str:
    bare = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_-]+", "-", bare).strip("-") or "doe2016title"
