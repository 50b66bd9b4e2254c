"""Which sheets a guide has: each exercise on each paper, each section, and the whole workbook."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from ..exercises.catalogue import Entry
from ..exercises.exercise import Section
from ..exercises.exercise_addresses import Paper, exercise_page, exercise_pdf, section_pdf, workbook_pdf
from .leaf_writer import LeafWriter, page_anchor
from .page_pictures import picture_inside
from .private_copies import private_copy, shared_page
from .sheet import Binding, Sheet


class SheetWriter(LeafWriter):
    """Writes the sheets of one guide as HTML that stands alone."""

    def all(self) -> Iterator[Sheet]:
        """Every sheet, each with an address of its own."""
        for entry in self.catalogue.entries.values():
            yield from self.of_exercise(entry)
        sections = [
            (section, entries, self._section(section, entries))
            for section in self.catalogue.sections
            if (entries := self.catalogue.of(section))
        ]
        for section, entries, leaves in sections:
            yield from self._bound(partial(section_pdf, section.id), section.title, entries, leaves)
        yield from self._workbook(sections)

    def of_exercise(self, entry: Entry) -> Iterator[Sheet]:
        """One exercise on every paper, and as private copies."""
        leaf = self._leaf(entry)
        for paper in (*self.printing.papers, *self.printing.large_print):
            yield self._alone(entry, paper, leaf)
        if entry.exercise.writers and self.printing.copies:
            yield from self._copies(entry, entry.exercise.writers)

    def _alone(self, entry: Entry, paper: Paper, leaf: Markup) -> Sheet:
        """One exercise on a paper: the leaf that sections and packs hold too, its foot, and its example."""
        exercise, language = entry.exercise, entry.language
        has_boxes = "<textarea" in leaf
        example = self._example(entry)
        binding = Binding(
            title=self.brand.neutral_title or exercise.title,
            note="" if paper.large or not has_boxes else self._document(paper, [], language, has_boxes=True, bare=True),
            foot=self._foot_document([entry], paper, language, exercise.title),
            example=example and self._document(paper, [example], language, kind="example"),
            raised=True,
            elsewhere=self._elsewhere([leaf]),
        )
        html = self._document(paper, [leaf], language, has_boxes=has_boxes and paper.large)
        file = self.catalogue.documents[entry.id].file
        return Sheet(exercise_pdf(entry.id, paper), file, html, self.context.styles, "", binding=binding)

    def _copies(self, entry: Entry, people: tuple[str, str]) -> Iterator[Sheet]:
        """A private copy for each of two people, and a page on which they share what they choose to."""
        private = [replace(entry, id=f"{entry.id}--copy-{n}", exercise=private_copy(entry.exercise)) for n in (1, 2)]
        shared = replace(entry, id=f"{entry.id}--shared", exercise=shared_page(entry.exercise))
        leaves = [self._copy(one, people[n], n + 1) for n, one in enumerate(private)] + [self._copy(shared)]
        for paper in self.printing.papers:
            path = exercise_pdf(entry.id, paper, copies=True)
            yield self._sheet(path, entry.exercise.title, [*private, shared], paper, leaves)

    def _workbook(self, sections: list[tuple[Section, list[Entry], list[Markup]]]) -> Iterator[Sheet]:
        pages = {page.path: page for page in self.renderer.guide.pages if page.front_matter}
        first = [(page_anchor(path), pages[path]) for path in self.settings.workbook if path in pages]
        language = self.catalogue.language
        leaves = [
            self._cover(),
            *(self._page(page) for _, page in first),
            self._html("workbook-contents.html", pages=first, sections=sections, language=language),
            *(leaf for _, _, leaves in sections for leaf in leaves),
            self._html("workbook-references.html", references=self.renderer.references()),
        ]
        entries = [entry for _, entries, _ in sections for entry in entries]
        yield from self._bound(workbook_pdf, self.brand.name, entries, leaves)

    def _bound(
        self, path: Callable[[Paper], str], title: str, entries: list[Entry], leaves: Sequence[Markup], fields: str = ""
    ) -> Iterator[Sheet]:
        """Several exercises in one, on every paper, and as a booklet if the copy makes some.

        `fields` is what the names of its fields end with.
        """
        for paper in self.printing.papers:
            yield self._bound_sheet(path(paper), title, entries, paper, leaves, fields)
        if self.printing.booklet:
            half, whole = self.printing.booklet
            pages = self._bound_sheet(path(half), title, entries, half, leaves, fields)
            yield from (pages, replace(pages, path=path(whole), folded=True))

    def _sheet(self, path: str, title: str, entries: list[Entry], paper: Paper, leaves: Sequence[Markup]) -> Sheet:
        """A sheet of one document."""
        ids = [entry.original for entry in entries]
        language = entries[0].language if len(set(ids)) == 1 else self.brand.language
        html = self._document(paper, leaves, language, title, _has_boxes(leaves), self._foot(entries, paper, language))
        file = self.catalogue.documents[ids[0]].file if len(set(ids)) == 1 else "exercises"
        own = "".join(self.renderer.stylesheet(entry) for entry in entries)
        return Sheet(path, file, html, self.context.styles, own)

    def _bound_sheet(
        self, path: str, title: str, entries: list[Entry], paper: Paper, leaves: Sequence[Markup], fields: str = ""
    ) -> Sheet:
        """A sheet in which each leaf is a document of its own, the same in every sheet that holds it."""
        language = self.brand.language
        first, *others = leaves
        html = self._document(paper, [first], language, title, _has_boxes(leaves))
        more = tuple(self._document(paper, [leaf], language) for leaf in others)
        foot = self._foot_document(entries, paper, language, title)
        binding = Binding(foot=foot, elsewhere=self._elsewhere(leaves), fields=fields)
        return Sheet(path, "exercises", html, self.context.styles, "", not paper.half, more=more, binding=binding)

    def _foot_document(self, entries: list[Entry], paper: Paper, language: str, title: str) -> Markup:
        """What stands at the end of a sheet, and if it finds no room there on a page that says the title above."""
        foot = self._foot(entries, paper, language)
        return self._document(paper, [], language, foot=foot, title_above=self.brand.neutral_title or title)

    def _document(
        self,
        paper: Paper,
        leaves: Sequence[Markup],
        language: str,
        title: str = "",
        has_boxes: bool = False,
        foot: Markup | str = "",
        **given: object,
    ) -> Markup:
        return self._html(
            "sheet.html",
            paper=paper,
            title=title and (self.brand.neutral_title or title),
            language=language,
            leaves=leaves,
            has_boxes=has_boxes,
            t=self.renderer.said[language],
            head=self._html("sheet-head.html", logo=picture_inside(self._logo.path)),
            margin=self.renderer.foot(self.context.address, margin=True, paper=paper.name),
            foot=foot,
            **({"kind": "", "bare": False, "title_above": ""} | given),
        )

    def _foot(self, entries: list[Entry], paper: Paper, language: str) -> Markup:
        """What stands once at the end of a sheet: whose it is, when it was last read through, and whom to call."""
        paths = dict.fromkeys([*self._read_besides(), *(exercise_page(entry.original) for entry in entries)])
        reviews = [self.context.reviews[path] for path in paths if path in self.context.reviews]
        return self.renderer.foot(self.context.address, reviews, language, paper=paper.name)

    def _read_besides(self) -> Sequence[str]:
        """The pages whose words stand on the sheets besides those of exercises."""
        return ()


def _has_boxes(leaves: Iterable[Markup]) -> bool:
    return any("<textarea" in leaf for leaf in leaves)
