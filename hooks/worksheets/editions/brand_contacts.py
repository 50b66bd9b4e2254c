"""How to reach those who give a copy out, and where to book."""

from typing import Annotated

from pydantic import Field as Setting

from ..authoring.strict_model import Strict
from ..authoring.text_types import Line
from ..authoring.web_addresses import DOMAIN
from ..guide.helpline import Host, Phone

ENDING = r"""(?::[1-9][0-9]{0,4})?(?:[/?#][^\s"'<>]*)?"""
Address = Annotated[str, Setting(max_length=300, pattern=rf"^https://{DOMAIN}{ENDING}$")]


class Contacts(Strict):
    """How to reach those who give this copy out."""

    phone: Phone | None = None
    """digits and spaces, such as `01632 960 001`"""
    email: Annotated[str, Setting(pattern=rf"""^[^@\s"'<>:;,]+@{DOMAIN}$""")] | None = None
    """an address such as `hello@example.org`"""
    address: Annotated[tuple[Line, ...], Setting(max_length=6)] = ()
    """the lines of the postal address"""
    hours: Line | None = None
    """when somebody is there"""
    web: Host | None = None
    """a site without https://, such as `example.org`"""


class Booking(Strict):
    """Where to book."""

    address: Address
    """a whole address, from `https://` on"""
    label: Line
    """what the link says"""
