"""Addresses as browsers read them, however they are written."""

import re

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
AROUND = "".join(map(chr, range(33)))
"""What browsers drop at both ends of an address."""


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
