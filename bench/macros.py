"""The macro by which mkdocs-macros-plugin shows what our markers name, with our templates."""

from typing import Any

from worksheets.guide.markers import Marker
from worksheets.rendering.marker_content import marker_content

from bench.projects import block, link_from, renderer


def define_env(env: Any) -> None:
    """Called by the plugin before pages are read."""

    @env.macro  # type: ignore[untyped-decorator]
    def show(word: str, argument: str, heading: int) -> str:
        return block(marker_content(renderer(), Marker(word, argument, 1, heading), link_from(env.page.file.src_uri)))
