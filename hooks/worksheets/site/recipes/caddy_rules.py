"""The rules for Caddy: imported into a site of its own, or into a `handle_path` of another.

Both show a path from `/` on, whatever stands before it. Errors are answered here, because `handle_errors` would be
that of the whole site. Matchers have names that no site around is likely to have.
"""

from ..content_security_policy import TRANSPORT, for_caddy
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

PICTURE = rf"path_regexp (?i)^/{ASSETS}/.*\.({'|'.join(PICTURES)})$"

CACHING = f"""
# Pages and styles are asked about each time (a short answer if nothing changed), pictures once a day.
@guide_pictures {PICTURE}
@guide_others not {PICTURE}
header @guide_others Cache-Control {ASKED}
header @guide_pictures Cache-Control "{CACHED}"
"""

TRANSPORT_RULES = f"""
# https only, and said over https only.
@guide_https protocol https
header @guide_https Strict-Transport-Security "{TRANSPORT}"
"""

NO_PAGE = f"""{{
	header Cache-Control {ASKED}
	rewrite * /{LOST}
	file_server {{
		status 404
		precompressed br gzip
	}}
}}
"""

ANSWERS = f"""
encode gzip

@guide_sent not method GET HEAD
handle @guide_sent {{
	header Allow "GET, HEAD"
	respond 405
}}

# What is for servers, and hidden files.
@guide_hidden {{
	path {" ".join(f"/{name}*" for name in HIDDEN)} /{WEB_CONFIG} /.* */.*
	not path /{WELL_KNOWN}/*
}}
handle @guide_hidden {NO_PAGE}
@guide_no_folder {{
	path */
	not file {{path}}index.html
}}
handle @guide_no_folder {NO_PAGE}
@guide_no_file {{
	not path */
	not file {{path}} {{path}}/index.html
}}
handle @guide_no_file {NO_PAGE}
handle {{
	file_server {{
		precompressed br gzip
	}}
}}
"""


def caddy_rules(site: ServedSite) -> str:
    """What Caddy is told; nothing of it reaches past the block into which it is imported."""
    # after the file server, which takes a type away that it does not know
    types = "".join(
        f"@guide_{ending} path *.{ending}\nheader @guide_{ending} {{\n\tContent-Type {type_}\n\tdefer\n}}\n"
        for ending, type_ in TYPES.items()
    )
    transport = TRANSPORT_RULES if site.is_whole_host else ""
    return "".join([for_caddy(site.headers), "header -Server\n", types, CACHING, transport, _redirects(site), ANSWERS])


def _redirects(site: ServedSite) -> str:
    if not site.redirects:
        return ""
    lines = "".join(f"\t/{site.inside(old)} {as_sent(new)}\n" for old, new in site.redirects.items())
    default = '\tdefault ""\n'
    leading = '@guide_moved not vars {guide_moved} ""\nredir @guide_moved {guide_moved} permanent\n'
    return f"\nmap {{path}} {{guide_moved}} {{\n{lines}{default}}}\n{leading}"
