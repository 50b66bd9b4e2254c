"""What every page template can use of a build."""

from .build import Build
from .editions.web_manifest import MANIFEST
from .pyproject import version


def page_values(build: Build) -> dict[str, object]:
    """The values by the names that templates give them."""
    return {
        "brand": build.edition.brand,
        "key_pages": build.edition.guide.settings.key_pages,
        "t": build.edition.t.marked,
        "spoken": build.renderer.spoken,
        "version": version(build.host.root),
        "manifest": MANIFEST,
        "foreign": build.foreign,
        "drawings": build.guide.drawings,
        "emergency": build.renderer.emergency,
        "drawing": build.renderer.templates.globals["drawing"],
    }
