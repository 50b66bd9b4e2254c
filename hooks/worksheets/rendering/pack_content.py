"""A pack on its page."""

from markupsafe import Markup

from ..exercises.exercise_addresses import pack_page
from ..guide.packs import PackEntry
from .exercise_renderer import Link
from .qr_codes import code_for
from .renderer import Renderer


def pack_content(renderer: Renderer, id_: str, heading: int, link: Link) -> Markup:
    """A pack below a heading of the level above the given one; nothing if it is not there."""
    entry = renderer.guide.packs.entries.get(id_)
    if entry is None:
        return Markup()
    return renderer.html(
        "pack.html",
        entry=entry,
        heading=heading,
        minutes=minutes(renderer, entry),
        sheet=lambda id_: renderer.sheet_link(id_, link, anchored=False),
        downloads=renderer.downloads(link),
        code=code_for(renderer, pack_page(id_)),
        link=link,
        t=renderer.said[entry.language],
    )


def pack_markdown(renderer: Renderer, entry: PackEntry) -> str:
    """The Markdown of the page that shows nothing but one pack."""
    return renderer.templates.get_template("pack-page.html").render(entry=entry)


def minutes(renderer: Renderer, entry: PackEntry) -> int:
    """How many minutes all exercises of a pack take."""
    held = renderer.guide.catalogue.entries
    return sum(held[id_].exercise.minutes for id_ in entry.pack.exercises if id_ in held)
