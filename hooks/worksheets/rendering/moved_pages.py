"""What stands at the old address of a page: where it is now, for hosts that cannot lead on by themselves."""

from collections.abc import Iterable
from posixpath import relpath
from urllib.parse import quote, urljoin

from ..guide.aliases import Move, address_of
from .renderer import Renderer


def moved_pages(renderer: Renderer, moves: Iterable[Move], policy: str) -> dict[str, str]:
    """A page for each old address, by its path in a site with a folder for each page. `policy` is for its meta tag."""
    return {f"{move.old}index.html": _moved(renderer, move, policy) for move in moves}


def _moved(renderer: Renderer, move: Move, policy: str) -> str:
    address = urljoin(renderer.address, quote(move.new)) if renderer.address else ""
    help_now = address_of(renderer.guide.settings.key_pages.help_now)
    links = {"link": _link(move.old, move.new), "help_now": _link(move.old, help_now)}
    return renderer.html("moved.html", address=address, policy=policy, **links)


def _link(old: str, new: str) -> str:
    """From one page to another, both as addresses in the site."""
    return f"{quote(relpath(f'/{new}', f'/{old}'))}/"
