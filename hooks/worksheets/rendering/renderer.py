"""Exercises, lists, helplines and references as HTML. All tags are in templates."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ..authoring.words import Words
from ..editions.brand import Brand
from ..exercises.catalogue import Entry
from ..exercises.examples import Example, examples
from ..guide.helplines import Country
from ..guide.review import Review
from ..guide.whole_guide import Guide
from .citation_words import label_in
from .downloads import Downloads, Pdf
from .filters import Filter, emptying, filters
from .review_note import review_on_paper
from .steps import steps

Link = Callable[[str], str]
"""The address of a page, given its path in `docs/`, relative to where the HTML will be."""


class Renderer:
    """Renders the parts of one guide with one set of templates, for one brand.

    `words` has those of each language in use; `pdfs` the PDFs by path, None for one still to be made; `documents` the
    sizes of files for Word; `address` is that of the site, or empty.
    """

    def __init__(
        self,
        guide: Guide,
        templates: Environment,
        brand: Brand,
        words: Mapping[str, Words],
        pdfs: Mapping[str, Pdf | None],
        documents: Mapping[str, int] | None = None,
        address: str = "",
    ) -> None:
        self.guide = guide
        self.templates = templates
        self.brand = brand
        self.words = words
        self.pdfs = pdfs
        self.documents = documents or {}
        self.address = address
        self.styles = frozenset(templates.list_templates(extensions=["css"]))

    @property
    def said(self) -> dict[str, Words]:
        """The words of each language in use, for HTML."""
        return {language: words.marked for language, words in self.words.items()}

    def with_pdfs(self, pdfs: Mapping[str, Pdf | None]) -> "Renderer":
        """The same, with links to PDFs."""
        return Renderer(self.guide, self.templates, self.brand, self.words, pdfs, self.documents, self.address)

    def with_documents(self, documents: Mapping[str, int]) -> "Renderer":
        """The same, with links to files for Word, given their sizes by path."""
        return Renderer(self.guide, self.templates, self.brand, self.words, self.pdfs, documents, self.address)

    def exercise(self, id_: str, heading: int, link: Link) -> Markup:
        """An exercise as a web form whose title is a heading of the given level, 1 to 5; nothing if it is not there.

        At level 1 it is the whole of its own page.
        """
        entry = self.guide.catalogue.entries.get(id_)
        return self._exercise(entry, heading, link, has_page=True) if entry else Markup()

    def sheet_link(self, id_: str, link: Link, anchored: bool) -> Markup:
        """A link to the page of an exercise, which says what it is; nothing if it is not there.

        `anchored` says whether it has the id of the exercise, so that the way back from there leads to it.
        """
        entry = self.guide.catalogue.entries.get(id_)
        values = {"entry": entry, "link": link, "words": self.said, "anchored": anchored}
        return self.html("sheet-link.html", **values) if entry else Markup()

    def way_back(self, entry: Entry, link: Link) -> str:
        """From the page of an exercise to its place in the page of its section, or to the top if it has none there."""
        page = entry.section.page
        return f"{link(page)}#{entry.anchor}" if self.guide.leads_to(page, entry.id) else link(page)

    def field(self, name: str) -> Markup:
        """One question of an exercise, to use at once; nothing if it is not there."""
        found = self.guide.question(name)
        if not found:
            return Markup()
        entry, field = found
        values = {"entry": entry, "field": field, "id": entry.control_id(field), "t": self.said[entry.language]}
        return self.html("one-field.html", on_paper=False, **values)

    def steps(self, link: Link) -> Markup:
        """The steps as cards, each with what its page says of itself."""
        sections = [section for section in self.guide.catalogue.sections if section.step]
        pages = {page.path: page for page in self.guide.pages}
        spoken, drawings = self.guide.catalogue.language, self.guide.drawings
        return self.html(
            "step-cards.html", sections=sections, pages=pages, language=spoken, drawings=drawings, link=link
        )

    def exercise_alone(self, entry: Entry, heading: int, link: Link, on_paper: bool = False) -> Markup:
        """An exercise that is not in a site; on paper, names stand at the head of each side."""
        return self._exercise(entry, heading, link, has_page=False, on_paper=on_paper)

    def foot(
        self,
        address: str,
        reviews: Sequence[Review] = (),
        language: str = "",
        margin: bool = False,
        paper: str | None = None,
    ) -> Markup:
        """What is at the foot of paper: at its end, or in short in the margin of each page.

        `reviews` has the state of all that is on it. `paper` is its name in brand.yml, or None if it is unknown. A PDF,
        whose paper is known, says when it was read through and not the version of the guide: else each release would
        make all of them anew.
        """
        countries = self._countries(self.brand.countries_on(paper))
        t = self.said[language or self.brand.language]
        reviewed = review_on_paper(reviews, t)
        return self.html(
            "foot.html", countries=countries, address=address, reviewed=reviewed, margin=margin, paper=paper, t=t
        )

    def emergency(self, link: Link, with_lines: bool = False) -> Markup:
        """The emergency numbers of the countries in which this copy is read, to be dialled at once.

        `with_lines` adds the first line for a crisis and the first against violence of the brand's own country, which
        they name where the copy is read in others too: nobody should dial a line of another country.
        """
        codes = dict.fromkeys([self.brand.country, *self.brand.letter_countries])
        countries = self._countries(codes)
        own = self._countries([self.brand.country]) if with_lines else []
        return self.html("emergency.html", countries=countries, own=own, link=link)

    def _countries(self, codes: Iterable[str]) -> list[Country]:
        lines = self.guide.helplines
        return [found for code in codes if lines and (found := lines.country(code))]

    def downloads(self, link: Link) -> Downloads:
        """The PDFs and files for Word that a page can link to."""
        return Downloads(self.pdfs, self.brand.paper, link, self.documents)

    def gallery(self, shelf: str, heading: int, link: Link) -> Markup:
        """The examples of one shelf, live, below a heading of the given level, each with its source."""

        def show(example: Example) -> Markup:
            return self._exercise(example.entry, heading + 1, link, has_page=False)

        shown = [example for example in examples() if example.shelf == shelf]
        return self.html("gallery.html", examples=shown, heading=heading, show=show)

    def _exercise(self, entry: Entry, heading: int, link: Link, has_page: bool, on_paper: bool = False) -> Markup:
        t, known = self.said[entry.language], self.guide.catalogue.entries
        return self.html(
            "exercise.html",
            entry=entry,
            steps=steps(entry, t),
            alone=known.get(entry.exercise.alone or ""),
            onward=self.guide.catalogue.onward(entry),
            in_place_of=[known[id_] for id_ in entry.exercise.skip_if_done if id_ in known],
            own_page=has_page and heading == 1,
            covered=has_page and heading > 1,
            way_back=self.way_back(entry, link) if has_page and heading == 1 else "",
            has_page=has_page,
            on_paper=on_paper,
            heading=min(heading, 5),
            citation=lambda keys: self.citation(keys, link),
            downloads=self.downloads(link).exercise(entry.id) if has_page else [],
            word=self.downloads(link).exercise_word(entry.id) if has_page else None,
            link=link,
            t=t,
        )

    def stylesheet(self, entry: Entry) -> str:
        """The CSS that one exercise needs beyond that of all kinds: `field.css` once a field.

        Author's words never go into it, only ids and numbers.
        """
        return "".join(
            self._css(f"{field.kind}/field.css", entry=entry, field=field, id=entry.control_id(field))
            for field in entry.exercise.fields
        )

    def _css(self, name: str, **values: Any) -> str:
        # most kinds have no CSS of their own
        return self.templates.get_template(name).render(**values) if name in self.styles else ""

    def palette(self) -> str:
        """The stylesheet with the colours of the brand."""
        return self.templates.get_template("palette.html").render(palette=self.brand.palette)

    def own_page(self, entry: Entry) -> str:
        """The Markdown of the page that shows nothing but one exercise."""
        return self.templates.get_template("own-page.html").render(entry=entry)

    def picture(self, name: str) -> Markup:
        """A diagram; nothing if it is not there."""
        svg = self.guide.pictures.get(name)
        return self.html("picture.html", svg=Markup(svg)) if svg else Markup()

    def worksheets(self, heading: int, link: Link) -> Markup:
        """The list of all exercises by section."""
        return self.html(
            "worksheets.html",
            catalogue=self.guide.catalogue,
            asked=self._filters(),
            packs=self.guide.packs.entries.values(),
            downloads=self.downloads(link),
            heading=heading,
            link=link,
        )

    def filters_style(self) -> str:
        """The stylesheet by which the list of all exercises shows what a reader has asked for; empty with no filter."""
        asked = self._filters()
        answers = [answer.name for one in asked for answer in one.answers]
        template = self.templates.get_template("filters.html")
        return template.render(answers=answers, emptying=list(emptying(self.guide, asked))) if asked else ""

    def _filters(self) -> list[Filter]:
        return filters(self.guide, self.said[self.brand.language])

    def references(self) -> Markup:
        """All works that the guide cites, each with an anchor that is its key."""
        bibliography = self.guide.bibliography
        works = [(key, bibliography.reference(key)) for key in bibliography.in_order(self.guide.cited)]
        is_cut = any(reference.is_cut for _, reference in works)
        return self.html("references.html", works=works, is_cut=is_cut)

    def citation(self, keys: Iterable[str], link: Link, language: str = "") -> Markup:
        """Authors and years in brackets, each a link to the references, in the order of the references.

        They stand in a page in a language, which is that of the brand if it is not said.
        """
        t = self.words[language or self.brand.language]
        works = [
            (key, label_in(self.guide.bibliography.label(key), t)) for key in self.guide.bibliography.in_order(keys)
        ]
        return self.html("citation.html", works=works, link=link, t=t)

    def spoken(self, language: str, around: str = "") -> Markup:
        """The `lang` of words in a language inside others, which are those of the brand if it is not said, and the
        direction if that is another too; nothing in an edition that has only one language."""
        if len(self.words) == 1 or language == around:
            return Markup()
        direction = self.words[language].direction
        turned = direction if direction != self.words[around or self.brand.language].direction else ""
        return Markup(self.templates.get_template("lang.html").render(language=language, turned=turned))

    def html(self, template: str, **values: Any) -> Markup:
        """What a template makes of some values, with the brand and its words."""
        given = {
            "brand": self.brand,
            "key_pages": self.guide.settings.key_pages,
            "t": self.said[self.brand.language],
            "spoken": self.spoken,
        } | values
        return Markup(self.templates.get_template(template).render(**given))
