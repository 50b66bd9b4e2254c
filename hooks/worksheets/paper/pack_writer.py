"""The sheets of a pack: what it is for and what it holds, the pages that it names, then its exercises."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from ..exercises.exercise_addresses import exercise_page, pack_page, pack_pdf
from ..guide.packs import PackEntry
from ..rendering.pack_content import minutes
from ..rendering.renderer import Renderer
from .codes_on_paper import code_on_paper
from .leaf_writer import SheetContext, page_anchor
from .page_pictures import picture_inside
from .sheet import Sheet
from .sheet_writer import SheetWriter


class PackWriter(SheetWriter):
    """Writes one pack as HTML that stands alone.

    The fields of a pack have names of their own, so that two files that somebody joins do not answer for each other.
    """

    def __init__(self, renderer: Renderer, context: SheetContext, pack: PackEntry) -> None:
        super().__init__(renderer, context)
        self.id = pack.id
        self.pack = pack.pack
        self.language = pack.language
        self.entries = [self.catalogue.entries[id_] for id_ in self.pack.exercises if id_ in self.catalogue.entries]
        self.minutes = minutes(renderer, pack)

    def all(self) -> Iterator[Sheet]:
        """The pack on every paper, and as a booklet if the copy makes some."""
        by_path = {page.path: page for page in self.renderer.guide.pages if page.front_matter}
        pages = [by_path[path] for path in self.pack.pages if path in by_path]
        front = self._html(
            "pack-front.html",
            pack=self.pack,
            pages=[(self._link(page.path), page) for page in pages],
            entries=self.entries,
            minutes=self.minutes,
            logo=picture_inside((self.brand.logo.print or self.brand.logo.screen).path),
            code=code_on_paper(self.renderer, pack_page(self.id)),
            language=self.language,
            t=self.renderer.said[self.language],
        )
        leaves = [front, *map(self._page, pages), *map(self._leaf, self.entries)]
        file = self.renderer.guide.packs.documents[self.id].file
        for sheet in self._bound(partial(pack_pdf, self.id), self.pack.title, self.entries, leaves, f"--{self.id}"):
            yield replace(sheet, file=file)

    def _read_besides(self) -> Sequence[str]:
        """The pack has words of its own, and some pages."""
        return pack_page(self.id), *self.pack.pages

    def _link(self, path: str) -> str:
        """A link to what is in the pack leads to it there."""
        anchors = {path: page_anchor(path) for path in self.pack.pages}
        anchors |= {exercise_page(entry.id): entry.anchor for entry in self.entries}
        return f"#{anchors[path]}" if path in anchors else super()._link(path)
