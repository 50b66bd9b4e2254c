"""The rules for nginx: included in a `server`, or in a `location` that has an `alias`.

They hold no `map`, which nginx takes only outside of servers and once for all of them.
"""

import re

from ..content_security_policy import TRANSPORT, for_nginx
from .served_site import (
    ASKED,
    ASSETS,
    CACHED,
    HIDDEN,
    LOST,
    PICTURES,
    TYPES,
    WEB_CONFIG,
    WELL_KNOWN,
    ServedSite,
    as_sent,
)

PACKED_ON_THE_WAY = (
    "text/css text/plain text/xml image/svg+xml application/json application/xml application/manifest+json"
)

SETTINGS = f"""charset utf-8;
server_tokens off;
absolute_redirect off;
index index.html;
autoindex off;
log_not_found off;

# The files beside the pages that end in .gz, or else compressed on the way.
# With Debian's libnginx-mod-http-brotli-static, add `brotli_static on;` where this file is included.
gzip on;
gzip_static on;
gzip_vary on;
gzip_types {PACKED_ON_THE_WAY};
"""

TRANSPORT_RULES = f"""
# https only, and said over https only.
set $guide_transport "";
if ($https) {{
    set $guide_transport "{TRANSPORT}";
}}
"""


def nginx_rules(site: ServedSite) -> str:
    """What nginx is told; nothing of it reaches past the block in which it is included."""
    said = [SETTINGS, TRANSPORT_RULES if site.is_whole_host else "", "\n", _headers(site, ASKED)]
    said.append(f"\nerror_page 404 {site.root}{LOST};\nerror_page 403 =404 {site.root}{LOST};\n")
    said.append(_location(f"~ {_hidden(site)}", "return 404;"))
    pictures = f"~* ^{re.escape(site.root)}{ASSETS}/.*\\.(?:{'|'.join(PICTURES)})$"
    # nginx forgets the headers of the block around as soon as a location has one of its own
    said.append(_location(pictures, *_headers(site, CACHED).splitlines()))
    said += [_location(f"~ \\.{ending}$", f"default_type {type_};") for ending, type_ in TYPES.items()]
    said += [_location(f'= "{old}"', f"return 301 {as_sent(new)};") for old, new in site.redirects.items()]
    return "".join(said)


def _headers(site: ServedSite, caching: str) -> str:
    transport = "add_header Strict-Transport-Security $guide_transport always;\n" if site.is_whole_host else ""
    return f'{for_nginx(site.headers)}add_header Cache-Control "{caching}" always;\n{transport}'


def _hidden(site: ServedSite) -> str:
    """What begins with a dot, in any folder, and what is for servers."""
    dots = rf"(?:.*/)?\.(?!{re.escape(WELL_KNOWN[1:])}/)"
    return rf"^{re.escape(site.root)}(?:(?:{'|'.join(HIDDEN)})[^/]*$|{re.escape(WEB_CONFIG)}$|{dots})"


def _location(what: str, *lines: str) -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return f"\nlocation {what} {{\n{body}}}\n"
