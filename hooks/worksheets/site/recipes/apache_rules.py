"""The rules for Apache, which reads them as `.htaccess` in the site's own folder.

They ask for `AllowOverride FileInfo` and for mod_headers, mod_rewrite and mod_setenvif. Without these the server
answers with an error, and never without the headers.
"""

import re

from ...guide.page_files import TEXTS
from ..content_security_policy import TRANSPORT
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

TYPES_OF_TEXTS = {
    ".html": "text/html",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".json": "application/json",
    ".webmanifest": TYPES["webmanifest"],
}
"""What a packed copy is, whose name ends in that of its packing."""

NO_FOLDER = """
# A folder without a page is not listed.
RewriteCond %{REQUEST_FILENAME} -d
RewriteCond %{REQUEST_FILENAME}/index.html !-f
RewriteRule ^ - [R=404,L]
"""


def apache_rules(site: ServedSite) -> str:
    """What Apache is told; nothing of it reaches past the folder in which it lies."""
    types = "".join(f"AddType {type_} .{ending}\n" for ending, type_ in TYPES.items())
    said = [
        f"# The guide under Apache, for {site.root}: it needs AllowOverride FileInfo, mod_headers, mod_rewrite and",
        " mod_setenvif.\n\n",
        f"AddDefaultCharset utf-8\n{types}ErrorDocument 403 {site.root}{LOST}\nErrorDocument 404 {site.root}{LOST}\n\n",
        *(f'Header unset {name}\nHeader always set {name} "{value}"\n' for name, value in site.headers.items()),
        _caching(site),
        f"\nRewriteEngine On\nRewriteBase {site.root}\n",
        "\n# Nothing can be sent here.\nRewriteCond %{REQUEST_METHOD} !^(GET|HEAD)$\nRewriteRule ^ - [R=405,L]\n",
        f"\n# What is for servers, and hidden files.\nRewriteRule {_hidden()} - [R=404,L]\n",
        _redirects(site),
        NO_FOLDER,
        _packed(),
    ]
    return "".join(said)


def _caching(site: ServedSite) -> str:
    pictures = rf"^{re.escape(site.root)}{ASSETS}/.*\.({'|'.join(PICTURES)})(\.(br|gz))?$"
    transport = f"""Header always set Strict-Transport-Security "{TRANSPORT}" "expr=%{{HTTPS}} == 'on'"\n"""
    return (
        f'\nSetEnvIfNoCase Request_URI "{pictures}" guide_picture\n'
        f'Header unset Cache-Control\nHeader always set Cache-Control "{ASKED}"\n'
        f'Header always set Cache-Control "{CACHED}" env=guide_picture\n' + (transport if site.is_whole_host else "")
    )


def _hidden() -> str:
    dots = rf"(?:.*/)?\.(?!{re.escape(WELL_KNOWN[1:])}/)"
    return rf"^(?:(?:{'|'.join(HIDDEN)})[^/]*$|{re.escape(WEB_CONFIG)}$|{dots})"


def _redirects(site: ServedSite) -> str:
    rules = (
        f"RewriteRule ^{re.escape(site.inside(old))}$ {as_sent(new)} [R=301,L]\n" for old, new in site.redirects.items()
    )
    return "".join(["\n# Old addresses.\n", *rules]) if site.redirects else ""


def _packed() -> str:
    """The copies that the build has packed, to who takes them."""
    said = ["\n# The copies that are packed already.\nAddEncoding br .br\nAddEncoding gzip .gz\n"]
    for ending, coding in (("br", "br"), ("gz", "gzip")):
        takes = rf"RewriteCond %{{HTTP:Accept-Encoding}} \b{coding}\b"
        said.append(
            f"{takes}\nRewriteCond %{{REQUEST_FILENAME}} -d\nRewriteCond %{{REQUEST_FILENAME}}/index.html.{ending} -f\n"
            f"RewriteRule ^(|.*/)$ $1index.html.{ending} [L]\n"
            f"{takes}\nRewriteCond %{{REQUEST_FILENAME}}.{ending} -f\nRewriteRule ^(.+)$ $1.{ending} [L]\n"
        )
    for ending in sorted(TEXTS):
        type_ = TYPES_OF_TEXTS[ending]
        said.append(f'<FilesMatch "{re.escape(ending)}\\.(br|gz)$">\n    ForceType {type_}\n</FilesMatch>\n')
    texts = "|".join(ending[1:] for ending in sorted(TEXTS))
    said.append(
        f'<FilesMatch "\\.({texts})(\\.(br|gz))?$">\n    Header always merge Vary Accept-Encoding\n</FilesMatch>\n'
    )
    return "".join(said)
