"""Organisations among the names of a work, which have to stand in braces: else they would be taken apart as people."""

import re

from pybtex.bibtex.utils import split_tex_string
from pybtex.database import Person

from .latex import LatexError, plain

ORGANISATION = re.compile(
    r"(?<![\w-])(academ(y|ies)|advice|agency|aid|alliance|associations?|authority|board|bureau|cent(er|re)s?|charit(y|ies)|church|"
    r"coalition|collaboration|college|commission|committee|consortium|council|department|federation|forum|foundation|"
    r"fund|government|group|helpline|hospital|hotline|institutes?|institution|international|league|ministry|nations|"
    r"network|of|for|the|offices?|organi[sz]ations?|parliament|partnership|party|police|programme|project|"
    r"relationships|school|services?|society|statistics|taskforce|team|trust|union|university|inc|ltd|llc|plc|gmbh|"
    r"amt|bundesamt|für|gesellschaft|institut|instituto|ministère|ministerio|ministerium|stiftung|universität|"
    r"universidad|université|verband|verein)(?![\w-])|\w['’]s\b",
    re.IGNORECASE,
)
"""Words that occur in names of organisations, and hardly ever in those of people."""


def check_organisations(parts: list[str], together: str) -> None:
    """Without braces around it, an organisation would be taken apart as if it were a person."""
    for part in parts:
        taken_apart = " " in part and not is_braced(part) and len(split_tex_string(part, ",")) == 1
        if taken_apart and ORGANISATION.search(plain(part)):
            person = Person(part)
            initial = plain(" ".join([*person.first_names, *person.prelast_names]))[:1]
            shown = plain(" ".join(person.last_names)) + (f", {initial}." if initial else "")
            write = f"Put an organisation in a second pair of braces: `{{{{{together}}}}}`"
            if len(parts) > 1:
                several = " and ".join(one if is_braced(one) else f"{{{one}}}" for one in parts)
                write += f" if all this is one name, `{{{several}}}` if it is several"
            raise LatexError(f"“{part}” would be shown as a person, “{shown}”.", f"{write}.")


def is_braced(latex: str) -> bool:
    """Whether a name stands in a second pair of braces, and so is never taken apart."""
    return latex.startswith("{") and latex.endswith("}") and len(split_tex_string(latex)) == 1
