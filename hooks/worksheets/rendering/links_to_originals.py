"""Links to pages that are not in the language of a page: they lead to the language in which these are."""

from collections.abc import Callable, Container, Sequence

from markupsafe import Markup

from ..editions.dropped_links import end_of_looks, words_of
from ..editions.site_languages import SiteLanguage
from ..guide.links import links_in
from ..guide.markdown.block_reader import read_blocks
from .renderer import Renderer


def lead_to_originals(
    markdown: str,
    page: str,
    gone: Container[str],
    others: Sequence[SiteLanguage],
    address: Callable[[SiteLanguage, str], str],
    renderer: Renderer,
) -> str:
    """A page in which links to pages that are gone lead to them in another language, and say so after their words.

    `page` is its path in `docs/`, and `address` leads from there to a page of one of the `others`, which go before each
    other. Links to what none of them has stay as they are.
    """
    blocks = read_blocks(markdown)
    edits = []
    for link in links_in(blocks, page):
        other = next((one for one in others if link.path in one.pages), None)
        if link.piece.kind == "link" and link.path in gone and other:
            whole = address(other, link.path) + (f"#{link.anchor}" if link.anchor else "")
            values = {"address": whole, "words": Markup(words_of(link)), "other": other}
            made = renderer.html("original-link.html", **values).strip()
            edits.append((link.piece.start, end_of_looks(markdown, link), made))
    return blocks.with_edits(edits)
