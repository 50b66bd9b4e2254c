"""Whom to call, in Easy Read: a picture beside each service, and each thing to know on a line of its own."""

from markupsafe import Markup

from .renderer import Renderer


def easy_calls(renderer: Renderer, word: str, heading: int) -> Markup:
    """The emergency numbers of the countries in which this copy is read, or all helplines of the brand's own country.

    `word` is that of the marker, and `heading` the level of the headings between helplines.
    """
    lines, brand = renderer.guide.helplines, renderer.brand
    codes = dict.fromkeys([brand.country, *brand.letter_countries] if word == "easy-emergency" else [brand.country])
    countries = [found for code in codes if lines and (found := lines.country(code))]
    return renderer.html(f"{word}.html", countries=countries, heading=heading)
