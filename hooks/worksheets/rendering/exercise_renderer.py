"""Exercises as HTML: web forms, links to them, single fields, examples. All tags are in templates."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ..authoring.words import Words
from ..editions.brand import Brand
from ..exercises.catalogue import Entry
from ..exercises.examples import Example, examples
from ..guide.whole_guide import Guide
from .citation_words import label_in
from .downloads import Downloads, Pdf
from .steps import steps

Link = Callable[[str], str]
"""The address of a page, given its path in `docs/`, relative to where the HTML will be."""


class ExerciseRenderer:
    """Renders the exercises of one guide with one set of templates, for one brand.

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

    def exercise(self, id_: str, heading: int, link: Link) -> Markup:
        """An exercise as a web form whose title is a heading of the given level, 1 to 5; nothing if it is not there.

        At level 1 it is the whole of its own page.
        """
        entry = self.guide.catalogue.entries.get(id_)
        return self._exercise(entry, heading, link, has_page=True) if entry else Markup()

    def exercise_alone(self, entry: Entry, heading: int, link: Link, on_paper: bool = False) -> Markup:
        """An exercise that is not in a site; on paper, names stand at the head of each side."""
        return self._exercise(entry, heading, link, has_page=False, on_paper=on_paper)

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

    def gallery(self, shelf: str, heading: int, link: Link) -> Markup:
        """The examples of one shelf, live, below a heading of the given level, each with its source."""

        def show(example: Example) -> Markup:
            return self._exercise(example.entry, heading + 1, link, has_page=False)

        shown = [example for example in examples() if example.shelf == shelf]
        return self.html("gallery.html", examples=shown, heading=heading, show=show)

    def stylesheet(self, entry: Entry) -> str:
        """The CSS that one exercise needs beyond that of all kinds: `field.css` once a field.

        Author's words never go into it, only ids and numbers.
        """
        return "".join(
            self._css(f"{field.kind}/field.css", entry=entry, field=field, id=entry.control_id(field))
            for field in entry.exercise.fields
        )

    def downloads(self, link: Link) -> Downloads:
        """The PDFs and files for Word that a page can link to."""
        return Downloads(self.pdfs, self.brand.paper, link, self.documents)

    def citation(self, keys: Iterable[str], link: Link, language: str = "") -> Markup:
        """Authors and years in brackets, each a link to the references, in the order of the references.

        They stand in a page in a language, which is that of the brand if it is not said.
        """
        t = self.words[language or self.brand.language]
        works = [
            (key, label_in(self.guide.bibliography.label(key), t)) for key in self.guide.bibliography.in_order(keys)
        ]
        return self.html("citation.html", works=works, link=link, t=t)

    @property
    def said(self) -> dict[str, Words]:
        """The words of each language in use, for HTML."""
        return {language: words.marked for language, words in self.words.items()}

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

    def _css(self, name: str, **values: Any) -> str:
        # most kinds have no CSS of their own
        return self.templates.get_template(name).render(**values) if name in self.styles else ""
