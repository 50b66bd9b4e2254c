"""All works of a BibTeX file, read and checked together, and as they are shown."""

from functools import lru_cache

from ...authoring.problems import Problem
from .apa_style import Run, formatted
from .bibtex import read_entries
from .citation_labels import labels, sort_key, suffixes
from .cited_work import Work, read_work

Shown = tuple[str, str, list[Run], str, int, bool]
"""Key, label, runs, address, place in the list, and whether not all who wrote it are known."""


@lru_cache(maxsize=4)
def read_works(text: str, file: str) -> tuple[tuple[Work, ...], tuple[str, ...], tuple[Problem, ...]]:
    """The sound works of a BibTeX file, the keys of all entries in it, and what is wrong with the others."""
    entries, problems = read_entries(text, file)
    works: dict[str, Work] = {}
    addresses: dict[str, str] = {}
    broken = {problem.place.partition(" › ")[0] for problem in problems}
    for entry in entries:
        work, found = read_work(entry, file)
        problems += found
        if not work or entry.key in broken:
            continue
        address = work.address.casefold()
        if address.startswith("https://doi.org/") and (other := addresses.setdefault(address, work.key)) != work.key:
            wrong = f"This is the same work as `{other}`: both have one DOI."
            problems.append(Problem(file, entry.fields["doi"].line, f"{work.key} › doi", wrong, "Keep one of the two."))
            continue
        works[work.key] = work
    return tuple(works.values()), tuple(entry.key for entry in entries), tuple(problems)


def formatted_works(text: str) -> list[Shown]:
    """Each sound work of a BibTeX file as it is shown, in the order of the list of references. It takes seconds."""
    works = list(read_works(text, "")[0])
    letters, said = suffixes(works), labels(works)
    works.sort(key=lambda work: sort_key(work, letters.get(work.key, "")))
    runs = formatted(works, letters)
    return [
        (
            work.key,
            said[work.key],
            runs[work.key],
            work.address,
            place,
            any(names.others for names in work.people.values()),
        )
        for place, work in enumerate(works)
    ]
