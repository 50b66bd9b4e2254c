"""What a page may do: show itself, and nothing else. One policy, in the forms that pages and servers take it in."""

import re
from collections.abc import Iterable, Mapping

PAGE = {
    "default-src": "'none'",
    "script-src": "'none'",
    "connect-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}

LIVE_RELOAD = {"script-src": "'unsafe-inline'", "connect-src": "'self'"}
"""What the preview of `make serve` needs to reload pages. A built site never has it."""

HEADER_ONLY = {"frame-ancestors": "'none'"}
"""What browsers heed in a header and ignore in a meta tag."""

FEATURES = ("camera", "geolocation", "microphone")
"""What a browser may not lend to a page, whatever else fails. It lends these and all others to scripts alone, and those
the policy forbids; so the list is short, because headers share the first flight with the page."""

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

TRANSPORT = "max-age=31536000"
"""Strict-Transport-Security: a year of https only. Server recipes send it over TLS alone."""

MOST_SOURCES = 3
"""How many sources of styles the header names one by one."""

STYLE_SOURCE = re.compile(r"'self'|'sha(?:256|384|512)-[A-Za-z0-9+/]+=*'")


def content_security_policy(serving: bool, styles: Iterable[str] = ()) -> str:
    """The policy of a page, for its meta tag. `styles` are the sources of its styles, if not only files of the site.

    A source is `'self'`, or the hash of a style in the page, such as `'sha256-…'`, with its quotes.
    """
    rules = PAGE | LIVE_RELOAD if serving else PAGE
    return _joined(rules | _styles(styles))


def headers(styles: Iterable[str] = ()) -> dict[str, str]:
    """What a server sends with every answer of any kind. `styles` as above, of all pages together.

    One header serves all pages, and the hashes of all their styles would weigh more than a page. So it leaves the
    choice among styles in the page to the meta tag of each page, which names one hash; a browser obeys both.
    """
    sources = set(styles)
    shared = sources if len(sources) <= MOST_SOURCES else {"'unsafe-inline'"}
    return {"Content-Security-Policy": _joined(PAGE | _styles(shared) | HEADER_ONLY), **HEADERS}


def excess(policy: str) -> list[str]:
    """The rules of a page's policy that differ from ours, or are missing; a page may name hashes for its styles."""
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";") if rule.strip())
    rest = {name: said for name, said in rules.items() if name != "style-src"}
    wanted = {name: said for name, said in PAGE.items() if name != "style-src"}
    differing = [name for name in rest.keys() | wanted.keys() if rest.get(name) != wanted.get(name)]
    sources = rules.get("style-src", "").split()
    if not sources or not all(STYLE_SOURCE.fullmatch(source) for source in sources):
        differing.append("style-src")
    return sorted(differing)


def style_sources(policy: str) -> list[str]:
    """The sources of styles that a policy names."""
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    return rules.get("style-src", "").split()


def for_static_hosts(headers: Mapping[str, str]) -> str:
    """The file `_headers`, as Netlify, Cloudflare Pages and others read it."""
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def for_nginx(headers: Mapping[str, str]) -> str:
    """What an nginx `server` includes: `always` sends a header with errors too."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())


def for_caddy(headers: Mapping[str, str]) -> str:
    """What a Caddy site imports."""
    return "".join(["header {\n", *(f'\t{name} "{value}"\n' for name, value in headers.items()), "}\n"])


def _styles(sources: Iterable[str]) -> dict[str, str]:
    return {"style-src": " ".join(found)} if (found := sorted(set(sources))) else {}


def _joined(rules: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in rules.items())
