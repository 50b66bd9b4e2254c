"""The leaves of sheets as HTML: an exercise, its example, a page of the guide, the front of a section."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..editions.brand_images import Image
from ..exercises.catalogue import Entry
from ..exercises.exercise import Section
from ..exercises.exercise_addresses import exercise_anchor, exercise_of, exercise_page
from ..guide.aliases import address_of
from ..guide.citations import cited
from ..guide.markers import Marker, filled
from ..guide.page import Page
from ..guide.review import Review
from ..rendering.marker_content import marker_content
from ..rendering.renderer import Renderer
from .codes_on_paper import code_on_paper
from .page_pictures import picture_inside, with_pictures_inside
from .scenes import scene_inside

LEADS = re.compile(r"""\bhref=["']#([^"']+)""")
"""Where the links of a leaf lead that stay in the PDF if it holds that place."""


@dataclass(frozen=True)
class SheetContext:
    """What the sheets of one site share.

    `address` is that of the site, or empty; `styles` the CSS of all sheets; `reviews` holds the state of pages by
    path; `markdown` makes HTML of a page's text; `drawings` is the CSS of drawings.
    """

    address: str
    styles: str
    reviews: Mapping[str, Review]
    markdown: Callable[[str], str]
    drawings: str = ""


class LeafWriter:
    """Writes what stands on the leaves of one guide."""

    def __init__(self, renderer: Renderer, context: SheetContext) -> None:
        self.renderer = renderer
        self.context = context
        self.catalogue = renderer.guide.catalogue
        self.brand = renderer.brand
        self.printing = renderer.brand.printing
        self.settings = renderer.guide.settings

    def _example(self, entry: Entry) -> Markup:
        """The filled-in example, if there is one: the sheet can be printed without it."""
        if not entry.exercise.example:
            return Markup()
        t = self.renderer.said[entry.language]
        return self._html("example-leaf.html", entry=entry, exercise=entry.exercise, t=t)

    def _copy(self, entry: Entry, person: str = "", number: int = 0) -> Markup:
        exercise = self.renderer.exercise_alone(entry, 1, self._link, on_paper=True)
        name, t = entry.place_of_name(number), self.renderer.said[entry.language]
        return self._html("leaf.html", exercise=exercise, person=person, name=name, t=t)

    def _section(self, section: Section, entries: list[Entry]) -> list[Markup]:
        front = self._html(
            "section-front.html",
            section=section,
            entries=entries,
            language=self.catalogue.language,
            scene=scene_inside(section.id, self.renderer, self.context.drawings),
        )
        return [front, *map(self._leaf, entries)]

    def _cover(self) -> Markup:
        contacts = self.brand.contacts
        reach = [self.brand.legal_name, *contacts.address, contacts.phone, contacts.hours, contacts.email, contacts.web]
        return self._html(
            "workbook-cover.html",
            address=self.context.address,
            contacts=filter(None, reach),
            logo=picture_inside(self._logo.path),
            scene=scene_inside("start", self.renderer, self.context.drawings),
        )

    @property
    def _logo(self) -> Image:
        return self.brand.logo.print or self.brand.logo.screen

    def _leaf(self, entry: Entry) -> Markup:
        """An exercise, with the CSS that it needs for itself. Its links to others lead there in each PDF on its own."""
        code = code_on_paper(self.renderer, exercise_page(entry.id))
        style = self.renderer.stylesheet(entry)
        exercise = self.renderer.exercise_alone(entry, 2, self._link_in_leaf, on_paper=True)
        return Markup(f"<style>{style}</style>" if style else "") + code + exercise

    def _link_in_leaf(self, path: str) -> str:
        """A link to an exercise, wherever it leads in the PDF at hand."""
        exercise = exercise_of(path)
        return f"#{exercise_anchor(exercise)}" if exercise else self._link(path)

    def _elsewhere(self, leaves: Iterable[Markup]) -> dict[str, str]:
        """The address of each exercise that some leaves link to, by its id, for PDFs that do not hold it.

        There are none if the site has none.
        """
        linked = {id_ for leaf in leaves for id_ in LEADS.findall(leaf)} if self.context.address else ()
        entries = self.catalogue.entries.values()
        return {entry.anchor: self._address(exercise_page(entry.id)) for entry in entries if entry.anchor in linked}

    def _page(self, page: Page) -> Markup:
        """A page of the guide as a leaf."""
        text = cited(page.body, lambda keys: self.renderer.citation(keys, self._link))

        def content(marker: Marker) -> Markup:
            return marker_content(self.renderer, marker, self._link, in_site=False)

        html = filled(self.context.markdown(text), text, content)
        html = with_pictures_inside(html, page.path, self.renderer.guide.files)
        return self._html("page-leaf.html", id=page_anchor(page.path), html=Markup(html), language=page.language)

    def _link(self, path: str) -> str:
        """Where a link to a page of the guide leads on paper: to its leaf, if there is one, else to the site."""
        if path == self.settings.key_pages.references:
            return ""
        if path in self.settings.workbook or not self.context.address:
            return f"#{page_anchor(path)}"
        return self._address(path)

    def _address(self, path: str) -> str:
        return f"{self.context.address}{address_of(path)}"

    def _html(self, template: str, **values: object) -> Markup:
        return self.renderer.html(template, **values)


def page_anchor(path: str) -> str:
    """The id of the leaf that holds a page of the guide, given its path in `docs/`."""
    return path.removesuffix(".md").replace("/", "-")
