"""How works are cited in running text, in APA form: authors and year, never two works in the same words.

The processor of the style language knows no disambiguation, so this is ours.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from string import ascii_lowercase
from unicodedata import combining, normalize

from .cited_work import Work
from .person_names import Name

Sortable = tuple[tuple[tuple[str, str], ...], bool, tuple[int, str], tuple[int, str], str]


def suffixes(works: Iterable[Work]) -> dict[str, str]:
    """A letter, by key, for each work that shares authors and year with another: in the order of their titles."""
    alike: dict[object, list[Work]] = defaultdict(list)
    for work in works:
        alike[_who(work), work.authors.others, work.year].append(work)
    found = {}
    for group in alike.values():
        in_order = sorted(group, key=lambda work: (_title(work), work.key))
        for number, work in enumerate(in_order if len(group) > 1 else ()):
            found[work.key] = ("-" if not work.issued else "") + _letters(number)
    return found


def labels(works: Iterable[Work]) -> dict[str, str]:
    """Authors and year by key, such as `Gordon & Chen, 2016`: as many names, and initials, as tell works apart."""
    works = list(works)
    letters = suffixes(works)
    made = {work.key: _label(work, 1, False, letters) for work in works}
    most = max((len(work.authors.listed) for work in works), default=0)
    for initials in (False, True):
        for named in range(1, most + 1):
            taken = defaultdict(list)
            for work in works:
                taken[made[work.key]].append(work)
            for group in taken.values():
                for work in group if len(group) > 1 else ():
                    made[work.key] = _label(work, named, initials, letters)
    return made


def sort_key(work: Work, letter: str) -> Sortable:
    """The place of a work in the list of references: by names, then without date, by year, in press, then title."""
    when = (work.issued[0], "") if work.issued else (9999, work.status) if work.status else (0, "")
    return _who(work), work.authors.others, when, (len(letter), letter), _title(work)


def _label(work: Work, named: int, initials: bool, letters: dict[str, str]) -> str:
    names = [_shown(name, initials and at == 0) for at, name in enumerate(work.authors.listed)]
    rest = len(names) - named
    if work.authors.others or (len(names) > 2 and rest > 1):
        who = ", ".join(names[:named]) + ("," if min(named, len(names)) > 1 else "") + " et al."
    elif len(names) > 2:
        who = ", ".join(names[:-1]) + f", & {names[-1]}"
    else:
        who = " & ".join(names)
    return f"{who}, {work.year}{letters.get(work.key, '')}"


def _shown(name: Name, initials: bool) -> str:
    letters = "".join(f"{letter}. " for letter in name.initials.split()) if initials else ""
    return letters + name.family


def _who(work: Work) -> tuple[tuple[str, str], ...]:
    return tuple((_folded(name.family), _folded(name.initials)) for name in work.authors.listed)


def _title(work: Work) -> str:
    """The title as it is sorted, without an article in front."""
    return re.sub(r"^(a|an|the) ", "", _folded(work.texts["title"]))


def _letters(number: int) -> str:
    """a to z, then aa, ab and so on."""
    before, last = divmod(number, len(ascii_lowercase))
    return (_letters(before - 1) if before else "") + ascii_lowercase[last]


def _folded(text: str) -> str:
    """A text as it is sorted: letters without their accents, small, and digits."""
    bare = "".join(letter for letter in normalize("NFKD", text) if not combining(letter))
    return re.sub(r"[^\w ]", "", bare).casefold()
