"""The function by which a template places a drawing."""

from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from ..authoring.problems import nearest
from ..guide.drawings import Drawing


class UnknownDrawingError(LookupError):
    """A template names a drawing that the guide does not have; the text quotes the name."""


def drawing_function(jinja: Environment, drawings: Mapping[str, Drawing]) -> Callable[[str], Markup]:
    """`drawing("icons/clock")` for templates: the drawing as SVG inside the page, hidden from those who listen."""

    @cache
    def drawing(name: str) -> Markup:
        if name not in drawings:
            raise UnknownDrawingError(
                f'drawing("{name}"): there is no such file in pictures/. {nearest(name, drawings)}'
            )
        one = drawings[name]
        return Markup(jinja.get_template("drawing.html").render(one=one, shapes=Markup(one.shapes)))

    return drawing
