"""What stands in place of each marker of a page."""

from markupsafe import Markup

from ..exercises.exercise_addresses import QUESTIONNAIRES
from ..guide.drawings import EASY
from ..guide.markers import Marker
from .clinician_content import clinician_content
from .easy_calls import easy_calls
from .exercise_renderer import Link
from .hand_out import addresses
from .helplines_by_country import helpline_sources, helplines_by_country
from .pack_content import pack_content
from .renderer import Renderer

WORDLESS = ("drawing", "picture")
"""Markers for what has no language, or one of its own."""


def content_among(renderer: Renderer, marker: Marker, link: Link, language: str) -> Markup:
    """What replaces a marker in a page of the site that is in a language; empty if that is the language of the copy."""
    content = marker_content(renderer, marker, link)
    if not language or marker.word in WORDLESS:
        return content
    return renderer.html("island.html", content=content, around=language)


def marker_content(renderer: Renderer, marker: Marker, link: Link, in_site: bool = True) -> Markup:
    """What replaces a marker in a page of the site, or of the workbook, where each exercise has its own leaf."""
    below = marker.heading + 1
    match marker.word:
        case "exercise":
            return renderer.exercise(marker.argument, below, link)
        case "sheet":
            return renderer.sheet_link(marker.argument, link, anchored=in_site)
        case "field":
            return renderer.field(marker.argument)
        case "steps":
            return renderer.steps(link)
        case "picture":
            return renderer.picture(marker.argument)
        case "worksheets":
            return renderer.worksheets(below, link)
        case "gallery":
            return renderer.gallery(marker.argument, below, link)
        case "helplines":
            return helplines_by_country(renderer, below, link, whole=not in_site)
        case "helplines-of":
            return helplines_by_country(renderer, below, link, region=marker.argument)
        case "helpline-sources":
            return helpline_sources(renderer, below)
        case "pack":
            return pack_content(renderer, marker.argument, below, link)
        case "clinician-notes":
            return clinician_content(renderer, marker.argument, below, link, in_site)
        case "clinician-pdf":
            pdfs = renderer.downloads(link).clinicians() if in_site else []
            return renderer.html("clinician-pdf.html", downloads=pdfs)
        case "addresses":
            return addresses(renderer, below, link)
        case "emergency" | "first-calls":
            return renderer.emergency(link, with_lines=marker.word == "first-calls")
        case "drawing":
            return renderer.html("easy-picture.html", name=EASY + marker.argument)
        case "easy-emergency" | "easy-helplines":
            return easy_calls(renderer, marker.word, below)
        case "questionnaires":
            made = "fhir" in renderer.brand.formats
            return renderer.html("questionnaires.html", address=link(QUESTIONNAIRES) if made else None)
        case _:
            return renderer.references()
