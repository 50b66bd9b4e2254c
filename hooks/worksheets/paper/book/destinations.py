"""Where the links of the book lead: to a chapter, to the list of sheets, to the site, or nowhere."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from ...exercises.catalogue import Catalogue
from ...exercises.exercise_addresses import exercise_of
from ...guide.aliases import address_of
from ..leaf_writer import page_anchor
from .chapters import CITES, Chapter


@dataclass(frozen=True)
class Destinations:
    """All places of a book: `owners` has the anchor of its chapter by the id of each place.

    `sheets` has the id of each sheet in the list of sheets by the id of the exercise, `citations` the ids of the first
    citation in each chapter by the key of the work. `address` is that of the site, or empty.
    """

    owners: dict[str, str]
    sheets: dict[str, str]
    citations: dict[str, list[str]]
    address: str

    @classmethod
    def of(cls, chapters: Sequence[Chapter], catalogue: Catalogue, address: str) -> "Destinations":
        """The places of these chapters, given the address of the site."""
        owners: dict[str, str] = {}
        citations: dict[str, list[str]] = defaultdict(list)
        for chapter in chapters:
            owners[chapter.anchor] = chapter.anchor
            for node in LexborHTMLParser(f"<div>{chapter.html}</div>", is_fragment=True).css("[id]"):
                id_ = node.id or ""
                owners[id_] = chapter.anchor
                if CITES in id_:
                    citations[id_.partition(CITES)[2]].append(id_)
        lists = [chapter.anchor for chapter in chapters if chapter.shows("worksheets")]
        sheets = {id_: f"{one}--{entry.anchor}" for one in lists for id_, entry in catalogue.entries.items()}
        return cls(owners, {id_: place for id_, place in sheets.items() if place in owners}, dict(citations), address)

    def place(self, href: str) -> str | None:
        """The id in the book to which a link of a chapter leads, if it leads to one."""
        address = urlsplit(href)
        if not href.startswith("/"):
            return None
        path = unquote(address.path).removeprefix("/")
        if sheet := self.sheets.get(exercise_of(path) or ""):
            return sheet
        anchor = page_anchor(path)
        inside = f"{anchor}--{unquote(address.fragment)}"
        return inside if inside in self.owners else anchor if anchor in self.owners else None

    def outside(self, href: str) -> str | None:
        """The address of what is not in the book: elsewhere on the web, or on the site if it has an address."""
        if not href.startswith("/"):
            return href
        return f"{self.address}{address_of(urlsplit(href).path.removeprefix('/'))}" if self.address else None
