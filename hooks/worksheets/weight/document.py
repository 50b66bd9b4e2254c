"""A finished page that arrives whole: its styles inside, cut down to what it needs, and nothing written that says nothing."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import cast

import minify_html
from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..policy import with_styles
from .stylesheet import Stylesheet
from .usage import names_used

STYLESHEETS = "link[rel=stylesheet]"
NAMES_FOR_SENDING = "input:not([type=radio])[name], textarea[name]"
"""A name says what an answer is sent as, and here none is sent. Radio buttons need theirs: it makes them one group."""


def whole(html: str, styles: Callable[[str], Stylesheet]) -> str:
    """The page in one piece, given a function from the address of a stylesheet to its rules."""
    page = LexborHTMLParser(html)
    links = page.css(STYLESHEETS)
    for control in page.css(NAMES_FOR_SENDING):
        del cast(dict[str, str], control.attrs)["name"]
    for box in page.css("pre, textarea"):
        if box.first_child and (box.first_child.text_content or "").startswith("\n"):
            box.first_child.insert_before("\n")  # a parser takes away the first
    if links:
        used = names_used(page)
        _put_inside(page, links, "".join(styles(_attribute(link, "href")).text(used) for link in links))
    return minify_html.minify(page.html or "")


def _put_inside(page: LexborHTMLParser, links: Sequence[LexborNode], css: str) -> None:
    style = page.create_node("style")
    style.inner_html = css
    links[0].insert_before(style)
    for link in links:
        link.decompose()
    for policy in page.css("meta[http-equiv=Content-Security-Policy]"):
        digest = b64encode(sha256(css.encode()).digest()).decode()
        policy.attrs["content"] = with_styles(_attribute(policy, "content"), [f"'sha256-{digest}'"])


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""
