"""The helplines of the part of a country in which a copy is handed out or a language spoken, such as Wales."""

from collections.abc import Collection, Iterator, Sequence

from ..authoring.problems import Problem, nearest
from ..authoring.yaml_document import Document
from .helplines import Country, Helplines
from .services_by_kind import Services


def near(helplines: Helplines, code: str, names: Collection[str]) -> Helplines:
    """The helplines with these services of a country first of their kind, so that paper names them too."""
    countries = (_near(one, names) if one.code == code else one for one in helplines.countries)
    return helplines.model_copy(update={"countries": tuple(countries)})


def unknown_local_lines(names: Sequence[str], document: Document, country: Country | None) -> Iterator[Problem]:
    """Each service that is named exists, and is there for a part of the country only."""
    known = [line.name for line in country.lines if line.local] if country else []
    for index, name in enumerate(names):
        if name not in known:
            wrong = f"No service for a part of {country.name if country else 'this country'} is called “{name}”."
            yield document.problem(("local-helplines", index), wrong, nearest(name, known) or "Remove this.")


def _near(country: Country, names: Collection[str]) -> Country:
    return country.with_services({kind: _first(services, names) for kind, services in country.by_kind.items()})


def _first(services: Services, names: Collection[str]) -> Services:
    here = tuple(line.model_copy(update={"local": False}) for line in services if line.name in names)
    return (*here, *(line for line in services if line.name not in names))
