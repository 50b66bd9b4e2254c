"""A finished page that arrives whole: with its styles inside, and without anything unused."""

from base64 import b64encode
from collections.abc import MutableMapping, Sequence
from hashlib import sha256
from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..content_security_policy import content_security_policy
from .names_in_page import names_used
from .stylesheet import Stylesheet, cut_down
from .unseen_space import drop_unseen

STYLESHEETS = "link[rel=stylesheet]"
SAID_IN_SENDING = {
    "name": "input:not([type=radio])[name], select[name], textarea[name]",
    "value": "input[type=radio][value], option[value]",
}
"""What an answer is sent as, and here none is sent. The names of radio buttons stay: they make them one group."""


def linked_styles(html: str) -> list[str]:
    """The addresses of the stylesheets that a page links, in their order."""
    return [link.attributes.get("href") or "" for link in LexborHTMLParser(html).css(STYLESHEETS)]


def whole(html: str, sheets: Sequence[Stylesheet]) -> str:
    """The page in one piece, given the stylesheets that it links."""
    page = LexborHTMLParser(html)
    links = page.css(STYLESHEETS)
    for box in page.css("pre, textarea"):
        if box.first_child and (box.first_child.text_content or "").startswith("\n"):
            box.first_child.insert_before("\n")  # a parser takes away the first
    if links:
        used = names_used(page)
        css = cut_down(sheets, used)
        _drop_what_would_be_sent(page, css)
        _put_inside(page, links, css)
    drop_unseen(page)
    return f"{page.html}\n"


def _drop_what_would_be_sent(page: LexborHTMLParser, css: str) -> None:
    """Take out names and values, but those that a rule asks for, or asks not to be there."""
    for attribute, selector in SAID_IN_SENDING.items():
        for control in page.css(selector):
            value = control.attributes[attribute]
            if f"[{attribute}={value}" not in css and f'[{attribute}="{value}' not in css:
                del _attributes(control)[attribute]


def _put_inside(page: LexborHTMLParser, links: Sequence[LexborNode], css: str) -> None:
    style = page.create_node("style")
    style.inner_html = css
    links[0].insert_before(style)
    for link in links:
        link.decompose()
    digest = b64encode(sha256(css.encode()).digest()).decode()
    for policy in page.css("meta[http-equiv=Content-Security-Policy]"):
        _attributes(policy)["content"] = content_security_policy(serving=False, styles=[f"'sha256-{digest}'"])


def _attributes(node: LexborNode) -> MutableMapping[str, str]:
    return cast(MutableMapping[str, str], node.attrs)
