"""Which documents a guide has for Word: each exercise, each section, and each pack."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from ..authoring.words import SOURCE
from ..exercises.catalogue import Entry
from ..exercises.document_blocks import DocumentBlock, on_a_new_page
from ..exercises.exercise import Section
from ..exercises.exercise_addresses import exercise_page, exercise_word, pack_word, section_word
from ..guide.packs import PackEntry
from ..guide.review import Review
from ..rendering.pack_content import minutes
from ..rendering.renderer import Renderer
from .exercise_blocks import example_blocks, exercise_blocks, foot_blocks, front_blocks, pack_blocks
from .word_document import Leaf, WordDocument

SPELLED_AS = "en-GB"
"""How the guide itself is spelled."""


class WordWriter:
    """Writes the documents of one guide, on the paper of its brand.

    `address` is that of the site, or empty; `reviews` holds the state of pages by path.
    """

    def __init__(self, renderer: Renderer, address: str, reviews: Mapping[str, Review]) -> None:
        self.renderer = renderer
        self.brand = renderer.brand
        self.catalogue = renderer.guide.catalogue
        self.address = address
        self.reviews = reviews

    def all(self) -> Iterator[WordDocument]:
        """Every document, each with a path of its own."""
        for entry in self.catalogue.entries.values():
            leaf = Leaf(self._locale(entry.language), tuple(self._exercise(entry, 1)))
            yield self._document(exercise_word(entry.id), entry.exercise.title, [entry], [leaf], self._example(entry))
        for section in self.catalogue.sections:
            if entries := self.catalogue.of(section):
                leaves = self._section(section, entries)
                yield self._document(section_word(section.id), section.title, entries, leaves)
        for pack in self.renderer.guide.packs.entries.values():
            entries = [self.catalogue.entries[id_] for id_ in pack.pack.exercises if id_ in self.catalogue.entries]
            yield self._document(pack_word(pack.id), pack.pack.title, entries, self._pack(pack, entries))

    def _example(self, entry: Entry) -> list[Leaf]:
        """The filled-in example of an exercise, if it has one; it comes last and can be taken out."""
        blocks = tuple(example_blocks(entry.exercise, self.renderer.words[entry.language]))
        return [Leaf(self._locale(entry.language), blocks)] if blocks else []

    def _section(self, section: Section, entries: Sequence[Entry]) -> list[Leaf]:
        t = self.renderer.words[self.brand.language]
        front = front_blocks(section, entries, t, self.catalogue.language)
        leaves = [Leaf(self._locale(language), (block,)) for language, block in front]
        return [*leaves, *(self._leaf(entry) for entry in entries)]

    def _pack(self, pack: PackEntry, entries: Sequence[Entry]) -> list[Leaf]:
        t = self.renderer.words[pack.language]
        titles = {page.path: page.front_matter.title for page in self.renderer.guide.pages if page.front_matter}
        pages = [titles[path] for path in pack.pack.pages if path in titles]
        front = pack_blocks(pack.pack, pages, entries, minutes(self.renderer, pack), t)
        return [Leaf(self._locale(pack.language), tuple(front)), *(self._leaf(entry) for entry in entries)]

    def _leaf(self, entry: Entry) -> Leaf:
        """An exercise on pages of its own."""
        title, *others = self._exercise(entry, 2)
        return Leaf(self._locale(entry.language), (on_a_new_page(title), *others))

    def _exercise(self, entry: Entry, level: int) -> Iterator[DocumentBlock]:
        def cite(keys: Sequence[str]) -> Markup:
            return self.renderer.citation(keys, lambda path: "")

        onward = [other.exercise.title for other, _ in self.catalogue.onward(entry)]
        return exercise_blocks(entry, self.renderer.words[entry.language], level, cite, onward)

    def _document(
        self, path: str, title: str, entries: Sequence[Entry], leaves: Sequence[Leaf], last: Sequence[Leaf] = ()
    ) -> WordDocument:
        brand = self.brand
        languages = {entry.language for entry in entries}
        language = languages.pop() if len(entries) == 1 else brand.language
        paths = [exercise_page(entry.id) for entry in entries]
        reviews = [self.reviews[path] for path in paths if path in self.reviews]
        days = [one.last_reviewed for one in reviews if one.last_reviewed]
        foot = self.renderer.foot(self.address, reviews, language, paper=brand.paper)
        end = [
            Leaf(self._locale(brand.language), tuple(foot_blocks(brand.disclaimer))),
            Leaf(self._locale(language), tuple(foot_blocks(foot))),
            Leaf(self._locale(brand.language), tuple(foot_blocks(brand.credit))),
        ]
        margin = self.renderer.foot(self.address, margin=True, paper=brand.paper)
        return WordDocument(
            path=path,
            title=brand.neutral_title or title,
            heading=title,
            author=brand.legal_name or brand.name,
            locale=self._locale(language),
            paper=brand.paper,
            day=min(days, default=None),
            margin=margin.striptags(),
            margin_locale=self._locale(brand.language),
            colours=brand.palette.light,
            leaves=(*leaves, *end, *last),
        )

    def _locale(self, language: str) -> str:
        """As Word names a language: it knows no English of other countries, such as that of Germany."""
        if language == SOURCE != self.brand.language:
            return SPELLED_AS
        return self.renderer.words[language].locale.replace("_", "-")
