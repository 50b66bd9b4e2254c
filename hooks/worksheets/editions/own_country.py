"""The helplines of a copy's own country: its own list, or some lines of its own before those of the guide."""

from collections.abc import Iterator
from typing import Any

from ..authoring.problems import Problem
from ..authoring.yaml_document import Document
from ..guide.helpline import Helpline
from ..guide.helplines import Country, Helplines, names_by_number
from ..guide.services_by_kind import Services
from .brand import Brand


def own_country_first(brand: Brand, helplines: Helplines) -> Helplines:
    """The helplines with the country of a copy at the top, in the copy's own words if it has some."""
    code, language = brand.country, brand.all_languages[0]
    own, more = brand.helplines, brand.more_helplines
    known = helplines.country(code)
    country: Country | None = known
    if own:
        named: dict[str, Any] = {"own_name": {language: own.name} | own.own_name}
        country = own.with_services({kind: _in(language, services) for kind, services in own.by_kind.items()})
        country = country.model_copy(update=named | ({"region": known.region} if known else {}))
    elif more and known:
        country = known.with_services(
            {kind: _joined(_in(language, lines), known.by_kind[kind]) for kind, lines in more.by_kind.items()}
        )
    others = tuple(one for one in helplines.countries if one.code != code)
    return helplines.model_copy(update={"countries": (country, *others) if country else others})


def misplaced_lines_of_own(brand: Brand, document: Document, helplines: Helplines) -> Iterator[Problem]:
    """Lines besides the guide's have a list to go into, and no number has two names in it."""
    trail = ("more-helplines",)
    if brand.more_helplines and brand.helplines:
        wrong = "`helplines` takes the place of the guide’s list, so these would not be shown."
        yield document.problem(trail, wrong, "Move them there.")
    elif brand.more_helplines:
        country = own_country_first(brand, helplines).country(brand.country)
        for number, names in names_by_number(country.lines if country else ()).items():
            if len(set(names)) > 1:
                wrong = f"The number {number} has two names with the guide’s list: “{names[0]}” and “{names[-1]}”."
                yield document.problem(trail, wrong, "Correct the number, or call the service as the guide does.")


def _in(language: str, services: Services) -> Services:
    return tuple(line.in_language(language, {}) for line in services)


def _joined(own: Services, known: Services) -> Services:
    """Own lines first; each takes the place of one that has its number, or its name where it has none."""
    return (*own, *(line for line in known if not any(_is_same(line, one) for one in own)))


def _is_same(line: Helpline, other: Helpline) -> bool:
    numbers = names_by_number((line, other))
    return line.name == other.name if not numbers else any(len(names) > 1 for names in numbers.values())
