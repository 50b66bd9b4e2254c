"""Organisations among the names of a work, which have to stand in braces: else they would be taken apart as people."""

import re

from pybtex.bibtex.utils import split_tex_string
from pybtex.database import Person

from .given_names import is_given_name
from .latex import LatexError, plain
from .two_people import INITIALS

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
        if _would_be_taken_apart(part) and ORGANISATION.search(plain(part)):
            raise LatexError(f"“{part}” would be shown as a person, “{_shown(part)}”.", _advice(part, parts, together))


def _would_be_taken_apart(part: str) -> bool:
    return " " in part and not is_braced(part) and len(split_tex_string(part, ",")) == 1


def _shown(part: str) -> str:
    person = Person(part)
    initial = plain(" ".join([*person.first_names, *person.prelast_names]))[:1]
    return plain(" ".join(person.last_names)) + (f", {initial}." if initial else "")


def _advice(part: str, parts: list[str], together: str) -> str:
    organisation = f"Put an organisation in a second pair of braces: `{{{{{together}}}}}`"
    if _may_be_a_person(part):
        people = " and ".join(_family_first(one) if _may_be_a_person(one) else one for one in parts)
        organisation = organisation.replace(together, part)
        return f"If it is one, write the family name first: `{{{people}}}`. {organisation}."
    if len(parts) > 1:
        several = " and ".join(one if _is_told_apart(one) else f"{{{one}}}" for one in parts)
        organisation += f" if all this is one name, `{{{several}}}` if it is several"
    return f"{organisation}."


def _may_be_a_person(part: str) -> bool:
    """Whether a name such as `James Church` may be somebody’s, although its last word occurs in organisations."""
    *given, family = plain(part).split() or [""]
    named = 1 <= len(given) <= 2 and all(is_given_name(word) or INITIALS.fullmatch(word) for word in given)
    return _would_be_taken_apart(part) and named and bool(ORGANISATION.fullmatch(family))


def _family_first(part: str) -> str:
    *given, family = part.split()
    return f"{family}, {' '.join(given)}"


def _is_told_apart(part: str) -> bool:
    """Whether a name among others needs no braces: it has some, or a comma, or begins like that of a person."""
    first = plain(part).split()[0]
    return not _would_be_taken_apart(part) or is_given_name(first) or bool(INITIALS.fullmatch(first))


def is_braced(latex: str) -> bool:
    """Whether a name stands in a second pair of braces, and so is never taken apart."""
    return latex.startswith("{") and latex.endswith("}") and len(split_tex_string(latex)) == 1
