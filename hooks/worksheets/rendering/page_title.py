"""The title of a page apart from what follows it, so that a layout can put something between them."""

import re

from markupsafe import Markup

TITLE = re.compile(r"\s*<h1\b[^<>]*>.*?</h1>", re.DOTALL)


def title_alone(html: str) -> Markup:
    """The heading of the first level with which the HTML of a page begins, if it does."""
    found = TITLE.match(html)
    return Markup(found[0]) if found else Markup()


def without_title(html: str) -> Markup:
    """What follows the title of a page, or all of it if it begins with something else."""
    return Markup(html[len(title_alone(html)) :])
