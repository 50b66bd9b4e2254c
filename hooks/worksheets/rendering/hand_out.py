"""Where every pack and sheet of a copy is, in a list that a clinician prints and hands out from."""

from dataclasses import dataclass

from markupsafe import Markup

from ..exercises.exercise_addresses import exercise_page, pack_page
from .exercise_renderer import Link
from .renderer import Renderer


@dataclass(frozen=True)
class Place:
    """A pack or sheet: its title in a language, its page in `docs/`, and its whole address; empty without a site's."""

    title: str
    language: str
    page: str
    address: str


def addresses(renderer: Renderer, heading: int, link: Link) -> Markup:
    """The packs, and the sheets of each section, below headings of a level."""
    guide = renderer.guide
    packs = [_place(renderer, one.pack.title, one.language, pack_page(one.id)) for one in guide.packs.entries.values()]
    sections = [
        (section.title, [_place(renderer, one.exercise.title, one.language, exercise_page(one.id)) for one in entries])
        for section in guide.catalogue.sections
        if (entries := guide.catalogue.of(section))
    ]
    language = guide.catalogue.language
    given = {"packs": packs, "sections": sections, "heading": heading, "link": link, "language": language}
    return renderer.html("addresses.html", **given)


def _place(renderer: Renderer, title: str, language: str, page: str) -> Place:
    address = f"{renderer.address}{page.removesuffix('.md')}/" if renderer.address else ""
    return Place(title, language, page, address)
