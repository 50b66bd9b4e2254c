"""Places in pages to which a link leads and which are not there: only what pages show, without a build, can tell."""

from collections.abc import Iterator
from pathlib import Path

from ..authoring.problems import Problem
from ..build_start import TEMPLATES
from ..editions.edition import Edition
from ..guide.link_checks import missing_anchors
from ..pyproject import version
from ..rendering.page_anchors import page_anchors
from ..rendering.renderer import Renderer
from ..rendering.templates import environment


def renderer_of(root: Path, edition: Edition) -> Renderer:
    """What shows the exercises of an edition."""
    templates = environment([root / TEMPLATES], version(root), edition.guide.drawings)
    return Renderer(edition.guide, templates, edition.brand, edition.words, {})


def lost_places(renderer: Renderer, edition: Edition) -> Iterator[Problem]:
    """Every link to a place in a page of a sound edition finds it there."""
    yield from missing_anchors(edition.guide.pages, page_anchors(renderer), edition.removed.what_is_gone)
