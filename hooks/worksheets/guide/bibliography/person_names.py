"""The names in `author`, `editor` and `translator` fields, read by pybtex's rules, and where those would mislead."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pybtex.errors
from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database import Person

from .latex import LatexError, plain
from .organisation_names import check_organisations, is_braced
from .two_people import INITIALS, dotted, in_pairs, people_in

OTHERS = "others"
"""The last name of a list that goes on."""

SENIORITY = re.compile(r"(jr|sr|jnr|snr|junior|senior|filho|neto|[ivx]+|\d(st|nd|rd|th))\.?", re.IGNORECASE)
GENERATION = re.compile(r"(?:Jr|Jnr|Sr|Snr)\.?|I{2,3}|IV")
"""The same where nobody else has it for a name, such as Xi."""

TITLE = re.compile(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir|Dame|Rev)\.?")
DEGREE = re.compile(r"(?:Ph\.?D|D\.?Phil|M\.?Phil|Psy\.?D|[BM]\.?Sc|LCSW|LMFT)\.?")
SEPARATORS = (";", r"\\?&", r"\s/\s", r"\s\+\s", r"\s(?:und|et|och|og|oraz|with)\s(?!al\b)")
"""What else stands between people. Words of other languages only if no name has them (`Ortega y Gasset`)."""

SMALL_WORD = re.compile(r"\s(y|e|i|en|ve|și|és|ja)\s+[^\W\d_a-z]")
"""“And” in languages in which it also stands in family names, but never among given ones."""

STRANGE = re.compile(r"[%<>@#$|^_~*\[\]\"]")
"""Signs that show a slip in a name."""

OF_PEOPLE = frozenset(" .,-‐‑–'’‘ʼʻ`/()\u00a0")
"""Signs beside letters and digits that names of people may hold; brackets and digits are told in other words."""

BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])·(?=[^\W\d_])")
"""The dot of Catalan names, as in `Gal·la`."""


@dataclass(frozen=True)
class Name:
    """A person, or an organisation, which has a family name alone."""

    family: str
    given: str = ""
    suffix: str = ""
    whole: bool = False
    """whether it is an organisation, or somebody with one name, never to be taken apart"""

    @property
    def initials(self) -> str:
        """The first letters of the given names, such as `J A`."""
        return " ".join(part[0] for part in re.split(r"[\s.-]+", self.given) if part)


@dataclass(frozen=True)
class Names:
    """Those who wrote or edited a work, in order; `others` says that there are more."""

    listed: tuple[Name, ...]
    others: bool = False


def read_names(latex: str) -> Names:
    """The names in a field. LatexError says what is wrong first, and what to write."""
    _check_separators(latex)
    parts = [part.strip() for part in split_name_list(latex)]
    if re.search(r"(?:^|\s)and(?:\s+and\b|\s*$)|^\s*and\s", re.sub(r"\{[^{}]*\}", "{}", latex), re.IGNORECASE):
        raise LatexError("An “and” has no name beside it.", "Take it out, or add the name.")
    others = bool(parts) and parts[-1].lower() == OTHERS
    if others:
        parts.pop()
    if not parts:
        raise LatexError("There is no name.", "Write `{Family, Given and Family, Given}`.")
    check_organisations(parts, " and ".join(parts))
    return Names(tuple(_name(part) for part in parts), others)


def _check_separators(latex: str) -> None:
    """People are separated by “and” alone: anything else would make one person of two."""
    for pattern in SEPARATORS:
        parts = [part.strip(" ,") for part in split_tex_string(latex, pattern)]
        if len(parts) > 1 and (found := re.search(pattern, latex)):
            write = " and ".join(part for part in _apart(parts) if part)
            sign = found[0].strip().removeprefix("\\")
            wrong = f"The names are separated by `{sign}`."
            raise LatexError(wrong, f"Write `and` between them: `{{{write}}}`.")


def _apart(parts: list[str]) -> Iterator[str]:
    """Lists of names in one string each, such as `Doe, J. A., Roe, R. B.`, as one string a name."""
    for part in parts:
        for one in split_name_list(part):
            pieces = [piece.strip() for piece in split_tex_string(one, ",") if piece.strip()]
            paired = len(pieces) > 2 and len(pieces) % 2 == 0
            yield from people_in([plain(piece) for piece in pieces]) or (in_pairs(pieces) if paired else (one,))


def _name(latex: str) -> Name:
    if strange := STRANGE.search(plain(latex)):
        raise LatexError(f"“{latex}” holds `{strange[0]}`, which no name has.", "Write the name without it.")
    if latex.lower() == OTHERS:
        raise LatexError("`others` is between names.", "Put `and others` at the end.")
    if re.search(r"\bet\.? al\b", latex):
        raise LatexError(f"“{latex}” holds “et al.”.", "Name everybody, or end the list with `and others`.")
    if parts := _labelled(latex):
        family = f"{parts.get('prefix', '')} {parts.get('family', '')}"
        return Name(plain(family), plain(parts.get("given", "")), plain(parts.get("suffix", "")))
    if not is_braced(latex):
        _check_generation(latex)
        _check_signs_of_slips(latex)
        _check_two_people(latex)
    with pybtex.errors.capture() as complaints:
        person = Person(latex)
    pieces = split_tex_string(latex, ",")
    if len(pieces) == 2 and pieces[0].strip() and not pieces[1].strip():
        return Name(plain(pieces[0]), whole=True)  # how EndNote writes an organisation
    lineage = " ".join(person.lineage_names)
    if complaints or (lineage and not SENIORITY.fullmatch(plain(lineage))):
        people = list(_apart([latex]))
        write = f"Write `and` between people: `{{{' and '.join(people)}}}`."
        if len(people) == 1:
            write = "Write `and` between people, and each of them as `Family, Given`."
        raise LatexError(f"“{latex}” has too many commas.", write)
    if any(not piece.strip() for piece in pieces):
        raise LatexError(f"“{latex}” has a comma with nothing beside it.", "Write `Family, Given`, or take it out.")
    family = " ".join([*person.prelast_names, *person.last_names])
    given = " ".join([*person.first_names, *person.middle_names])
    if not (shown := plain(family)) or not any(letter.isalnum() for letter in shown):
        raise LatexError(f"“{latex}” has no family name.", "Write `Family, Given`.")
    if given:
        _check_digits(latex, shown + plain(given))
    _check_given(latex, plain(given))
    return Name(shown, plain(given), plain(lineage), whole=not given)


def _check_generation(latex: str) -> None:
    """`Jr.` is read as what it is only between the family name and the given ones; elsewhere it becomes one of them."""
    pieces = [plain(piece).split() for piece in split_tex_string(latex, ",")]
    found = [word for piece in pieces for word in piece if GENERATION.fullmatch(word)]
    as_it_should = len(pieces) == 3 and pieces[1] == found
    if len(found) != 1 or as_it_should or (len(pieces) == 1 and pieces[0][0] == found[0]):
        return
    family, *given = [rest for piece in pieces if (rest := [word for word in piece if word not in found])] or [[]]
    if not given and len(family) > 1 and INITIALS.fullmatch(family[-1]):
        family, given = family[:-1], [[dotted(family[-1])]]
    elif not given:
        person = Person(" ".join(family))
        family, given = [*person.prelast_names, *person.last_names], [[*person.first_names, *person.middle_names]]
    if family and any(given):
        write = ", ".join(" ".join(words) for words in (family, found, *given))
        raise LatexError(f"“{latex}” has “{found[0]}” where it is read as a name.", f"Write `{{{write}}}`.")


def _check_signs_of_slips(latex: str) -> None:
    """What is in a name and is no part of it, and initials without a comma before them."""
    words = plain(latex).split()
    for sign in BETWEEN_LETTERS.sub("", plain(latex)):
        if unicodedata.category(sign)[0] not in "LMN" and sign not in OF_PEOPLE:
            raise LatexError(f"“{latex}” holds `{sign}`, which no name has.", _in_place_of(sign))
    if bracket := re.search(r"[()]", plain(latex)):
        raise LatexError(f"“{latex}” holds `{bracket[0]}`, which no name has.", "Write the name without it.")
    after_comma = plain(latex.partition(",")[2]).split()
    if len(words) > 1 and any(TITLE.fullmatch(first[0]) for first in (words, after_comma) if first):
        raise LatexError(f"“{latex}” begins with a title.", "Write the name without it.")
    if len(words) > 1 and DEGREE.fullmatch(words[-1]):
        raise LatexError(f"“{latex}” ends with a degree.", "Write the name without it.")
    if len(words) > 1 and "," not in latex and INITIALS.fullmatch(words[-1]):
        person = Person(latex)
        family, given = [*person.prelast_names, *person.last_names], person.first_names
        shown = plain(" ".join(family)) + (f", {plain(given[0])[:1]}." if given else "")
        write = f"{' '.join(words[:-1])}, {dotted(words[-1])}"
        organisation = f"or an organisation in a second pair of braces, `{{{{{latex}}}}}`."
        write = f"Put a comma after the family name, `{{{write}}}`; {organisation}"
        raise LatexError(f"“{latex}” would be shown as “{shown}”.", write)


def _in_place_of(sign: str) -> str:
    """What to write where a name holds a sign that looks like another, such as a comma of Chinese type."""
    alike = unicodedata.normalize("NFKC", sign).replace("、", ",")
    if alike == ",":
        return "Write an ordinary comma, or `and` between people."
    return "Write `and` between people." if alike in ";&∧・" else "Write the name without it."


def _check_two_people(latex: str) -> None:
    """A comma between two people would make one of them."""
    family, *given = (piece.strip() for piece in split_tex_string(latex, ","))
    if given and (word := SMALL_WORD.search(plain(given[0]))):
        wrong = f"“{latex}” has `{word[1]}` between given names."
        raise LatexError(wrong, "Write `and` between people, and each of them as `Family, Given`.")
    if len(given) == 1 and not is_braced(family) and (people := people_in([plain(family), plain(given[0])])):
        write = f"Write `and` between people: `{{{' and '.join(people)}}}`. Is it one, with several family names? "
        braces = f"Put them in braces: `{{{{{family}}}, {given[0]}}}`."
        raise LatexError(f"“{latex}” would be shown as one person.", write + braces)


def _check_digits(latex: str, name: str) -> None:
    """A digit in a name is the mark of a footnote or of an address."""
    if digit := next((sign for sign in name if unicodedata.category(sign).startswith("N")), ""):
        raise LatexError(f"“{latex}” holds `{digit}`, which no name has.", "Write the name without it.")


def _check_given(latex: str, given: str) -> None:
    """Given names are shown by their initials, so each needs one."""
    if re.fullmatch(r"[A-Z]{2,3}", given):
        family, comma, _ = latex.partition(",")
        write = f"Write `{{{family if comma else latex.removeprefix(given).strip()}, {dotted(given)}}}`"
        write += "." if comma else f"; or an organisation in a second pair of braces, `{{{{{latex}}}}}`."
        raise LatexError(f"“{latex}” would lose an initial.", write)
    if given and given.lower() == given.upper():
        write = f"Write the name in them, or as it is in a second pair of braces: `{{{{{latex}}}}}`."
        raise LatexError(f"“{given}” has no initial in Latin letters.", write)
    if given and given[0].islower():
        raise LatexError(f"“{given}” begins with a small letter.", f"Write `{given[0].upper()}{given[1:]}`.")


def _labelled(latex: str) -> dict[str, str]:
    """The parts of a name in biblatex's longer form, such as `family=Vries, given=Jan, prefix=de`; else nothing."""
    pieces = [piece.partition("=") for piece in split_tex_string(latex, ",")]
    parts = {name.strip().lower(): text.strip() for name, equals, text in pieces if equals}
    return parts if "family" in parts and len(parts) == len(pieces) else {}
