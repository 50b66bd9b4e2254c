"""Where a work can be read: the address of its DOI, or else its `url`."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from .bibtex import Entry
from .latex import LatexError, verbatim

RESOLVER = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)
"""What library tools write before a DOI."""

DOI = re.compile(r"10\.\d{4,9}/[^\s\\{}$]+", re.ASCII)
HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}", re.UNICODE)
PROXY = re.compile(r"(?:^|[.-])(?:ez|lib)?proxy\d*[.-].*\.|\.idm\.oclc\.org$", re.IGNORECASE)
"""How libraries name the hosts through which their own members read."""

URL_IN_TEXT = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}|(https?://\S+)")

Mistake = tuple[str, str, str]
"""The field, what is wrong, and what to write."""


def read_address(entry: Entry) -> tuple[str, list[Mistake]]:
    """The address, or nothing if the entry names none; and what is wrong. Beside a DOI no other address is shown."""
    name = "doi" if "doi" in entry.fields else "url" if "url" in entry.fields else "howpublished"
    if name not in entry.fields:
        return "", []
    text = entry.fields[name].text
    if name == "howpublished":
        found = URL_IN_TEXT.search(text)
        if not found:
            return "", []
        text = found[1] or found[2]
    try:
        address = verbatim(text)
    except LatexError as error:
        return "", [(name, *error.args)]
    if not address:
        return "", []
    mistakes = [(name, *mistake) for mistake in (_wrong_doi(address) if name == "doi" else _wrong_url(address))]
    if mistakes:
        return "", mistakes
    if name == "doi":
        return "https://doi.org/" + quote(_bare(address), safe="/:;()@!$&'*+,=~.-_"), []
    return quote(address, safe="/:;()@!$&'*+,=~.-_?#[]%"), []


def _wrong_doi(address: str) -> Iterator[tuple[str, str]]:
    if not DOI.fullmatch(_bare(address)) or (RESOLVER.match(address) and re.search("[?#]", address)):
        yield f"“{address}” is not a DOI.", "Write it without the address: `doi = {10.1037/pspi0000039}`."
    elif (sound := address.rstrip(".,;:/")) != address:
        yield f"“{address}” ends with a sign that is no part of it.", f"Write `doi = {{{sound}}}`."


def _bare(address: str) -> str:
    """A DOI without the address before it, and with its signs as they are."""
    doi = RESOLVER.sub("", address, count=1)
    return doi if re.search(r"%(?![0-9A-Fa-f]{2})", doi) else unquote(doi)


def _wrong_url(address: str) -> Iterator[tuple[str, str]]:
    if re.search(r"\s", address):
        yield f"“{address}” holds a space.", "Write one address, whole, from `https://` on; `%20` is a space in it."
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        sound = bool(HOST.fullmatch(host)) and (parts.port or 1) > 0 and not parts.username
    except ValueError:
        sound = False
    if not address.startswith("https://") or not sound:
        write = "Write it whole, from `https://` on."
        if address.startswith("http://"):
            write = (
                f"Write `{address.replace('http', 'https', 1)}` and open it to see that it answers; else take it out."
            )
        yield f"“{address}” is not an address that can be linked.", write
    elif PROXY.search(host):
        yield (
            f"“{address}” leads through the proxy of a library, which asks other readers to log in.",
            "Write the publisher’s own address, or a `doi`.",
        )
    elif re.search(r"%(?![0-9A-Fa-f]{2})|[\\{}<>\"^`|]", address):
        yield f"“{address}” holds a character that no address has.", "Copy the address from the browser again."
