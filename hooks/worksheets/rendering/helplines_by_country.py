"""Whom to call: a list of countries with their emergency numbers, and the helplines of some of them."""

from markupsafe import Markup

from ..authoring.words import SOURCE
from ..guide.whole_guide import Guide
from .exercise_renderer import Link
from .renderer import Renderer


def pages_of_regions(guide: Guide) -> dict[str, str]:
    """The page that shows the helplines of each region, where there is one."""
    markers = ((page.path, marker) for page in guide.pages for marker in page.markers)
    return {marker.argument: path for path, marker in markers if marker.word == "helplines-of"}


def helplines_by_country(
    renderer: Renderer, heading: int, link: Link, region: str | None = None, whole: bool = False
) -> Markup:
    """The helplines of a region; or those of the readers of this copy and of all countries that no region's page shows.

    The list of countries comes first. Where the helplines of one are on another page, its row leads there. `whole`
    shows every country, as paper must, which leads nowhere, and without names in letters that its font may lack.
    """
    guide, brand = renderer.guide, renderer.brand
    lines = guide.helplines
    countries = lines.countries if lines else ()
    elsewhere = {} if whole else pages_of_regions(guide)
    if region:
        countries = shown = tuple(country for country in countries if country.region == region)
    else:
        home = {brand.country, *brand.letter_countries}
        shown = tuple(one for one in countries if one.code in home or one.region not in elsewhere)
    pages = {one.code: link(elsewhere[str(one.region)]) for one in countries if one not in shown}
    own = {brand.country: brand.all_languages[0]} if brand.helplines else {}
    own_note = brand.helplines.note if brand.helplines else None
    given = {"countries": countries, "shown": shown, "pages": pages, "own": own, "words": renderer.said}
    note = (own_note if any(one.code in own for one in shown) else None) or (lines.note if lines else "")
    return renderer.html("helplines.html", heading=heading, note=note, whole=whole, **given)


def helpline_sources(renderer: Renderer, heading: int) -> Markup:
    """Where each number comes from."""
    helplines, source = renderer.guide.helplines, renderer.words[SOURCE]
    return renderer.html("helpline-sources.html", helplines=helplines, source=source, heading=heading)
