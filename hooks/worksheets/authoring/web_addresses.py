"""Addresses as browsers read them, however they are written."""

import posixpath
import re

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
AROUND = "".join(map(chr, range(33)))
"""What browsers drop at both ends of an address."""

PAGE_AT_THE_END = re.compile(r"(?:^|(?<=/))[^/]+\.html?/?$", re.IGNORECASE)

HIGHEST_PORT = 65535

DOMAIN = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
"""A name on the web, as schemas and editors can check it too."""

SITE = re.compile(
    r"https?://(?:[^\W_]+(?:-+[^\W_]+)*(?:\.[^\W_]+(?:-+[^\W_]+)*)*\.?|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:/[^\s\"'<>\\^`{|}]*)?"
)
"""A host with its dots and hyphens, or a number in brackets; perhaps a port; then a path."""


def scheme_of(value: str | None) -> str | None:
    """The scheme of an address in small letters, such as `https`; None if it lies in the site."""
    match = SCHEME.match(_read(value))
    return match[1].lower() if match else None


def is_own(value: str | None) -> bool:
    """Whether an address lies in the site itself."""
    return scheme_of(value) is None and not _read(value).startswith("//")


def _read(value: str | None) -> str:
    """An address without line ends and tabs inside or white space around it, and with slashes for backslashes."""
    return re.sub(r"[\t\r\n]", "", value or "").strip(AROUND).replace("\\", "/")


def site_address(value: str | None) -> str:
    """The address of the whole site, with a slash at its end; empty if none is given.

    ValueError, in words for whoever set it, if links and the sitemap could not be made from it.
    """
    if not value:
        return ""
    if fault := _why_no_site(value):
        written = re.sub(r"(?<=\s)/$", "", value)  # MkDocs has added the slash
        raise ValueError(f"The site's address (SITE_URL, or `site_url` in mkdocs.yml) is “{written}”. {fault}")
    return value if value.endswith("/") else f"{value}/"


def _why_no_site(value: str) -> str | None:
    """What is wrong with the address of a site, and what to write."""
    example = "Write it like `https://guide.example.org/`."
    if re.search(r"\s", value):
        without = re.sub(r"\s", "", value).rstrip("/")
        return f"It has a space. Write `{without}/`."
    if not value.startswith(("https://", "http://")):
        return f"It does not begin with `https://`. {example}"
    for sign, name in (("?", "a query"), ("#", "an anchor")):
        if sign in value:
            return f"It has {name}. Write `{value.partition(sign)[0].rstrip('/')}/`."
    scheme, _, rest = value.partition("://")
    if twice := re.match(r"(?:https?:/*)+", rest):
        return f"Its `{scheme}://` is followed by another. Write `{scheme}://{rest[twice.end() :].rstrip('/')}/`."
    host, _, path = rest.partition("/")
    if fault := _wrong_folders(path):
        folders = posixpath.normpath(PAGE_AT_THE_END.sub("", f"/{path}")).strip("/")
        return f"{fault} Write `{scheme}://{'/'.join(filter(None, (host, folders)))}/`."
    if re.search(r"%(?![0-9A-Fa-f]{2})", path):
        return "It has a `%` without two digits after it. Write `%25` for a plain `%`."
    port = re.search(r":(\d{1,9})$", host)
    if port and not 1 <= int(port[1]) <= HIGHEST_PORT:
        limit = f"the highest is {HIGHEST_PORT}" if int(port[1]) else "the lowest is 1"
        return f"It has the port {port[1]}, and {limit}. Leave it out, or correct it."
    if not SITE.fullmatch(value):
        return f"It is not the address of a place on the web. {example}"
    return None


def _wrong_folders(path: str) -> str:
    """What is wrong with the folders that follow the host, or nothing."""
    folders = path.split("/")
    if "" in folders[:-1]:
        return "It has an empty folder, `//`."
    if dots := next((one for one in folders if one in (".", "..")), ""):
        return f"It has a folder `{dots}`."
    return "It is the address of a page." if PAGE_AT_THE_END.search(path) else ""
