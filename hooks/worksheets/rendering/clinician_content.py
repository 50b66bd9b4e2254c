"""What clinicians should know of the exercises of a section, on its page for them and in their PDF."""

from markupsafe import Markup

from .exercise_renderer import Link
from .renderer import Renderer


def clinician_content(renderer: Renderer, section: str, heading: int, link: Link, in_site: bool = True) -> Markup:
    """The notes on each exercise of a section, given its id, below headings of a level.

    On paper, where it is not `in_site`, exercises are named with the page of what there is to know of them.
    """
    catalogue = renderer.guide.catalogue
    every = [entry for one in catalogue.sections if one.id == section for entry in catalogue.of(one)]
    return renderer.html(
        "clinician-notes.html",
        noted=[(entry, catalogue.onward(entry)) for entry in every if entry.exercise.clinician],
        heading=heading,
        link=link,
        words=renderer.words,
        in_site=in_site,
    )
