"""Every recipe of a site, written into it: the same policy for each kind of server."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ...guide.aliases import Move
from ..content_security_policy import for_caddy, for_nginx, for_static_hosts, headers
from .apache_rules import apache_rules
from .caddy_rules import caddy_rules
from .iis_rules import iis_rules
from .nginx_rules import nginx_rules
from .served_site import REDIRECTS, WEB_CONFIG, ServedSite, as_sent, served_site

RECIPES: Mapping[str, Callable[[ServedSite], str]] = {
    "_headers": lambda site: for_static_hosts(site.headers),
    "_headers.nginx": lambda site: for_nginx(site.headers),
    "_headers.caddy": lambda site: for_caddy(site.headers),
    "_rules.nginx": nginx_rules,
    "_rules.caddy": caddy_rules,
    ".htaccess": apache_rules,
    WEB_CONFIG: iis_rules,
}
"""What each server reads, by its name in the site."""


def write_recipes(site: Path, root: str, styles: set[str], moves: Sequence[Move]) -> None:
    """Write all recipes into a built site that is served under `root`, `/` or such as `/guide/`.

    `styles` are the sources of style that its pages name.
    """
    served = served_site(site, root, headers(styles), moves)
    for name, recipe in RECIPES.items():
        (site / name).write_text(recipe(served), encoding="utf-8", newline="\n")
    lines = "".join(
        f"{as_sent(old)} {as_sent(new)} 301\n"
        for old, new in served.redirects.items()
        if not old.endswith("/index.html")
    )
    own = (site / REDIRECTS).read_text(encoding="utf-8") if (site / REDIRECTS).exists() else ""
    if own or lines:
        (site / REDIRECTS).write_text(f"{own.rstrip()}\n{lines}".lstrip(), encoding="utf-8", newline="\n")
