"""When a sheet helps: readers choose by situations, which guide.yml tells and exercises name."""

from collections.abc import Iterable, Iterator

from ..authoring.problems import Problem, nearest
from ..authoring.yaml_document import Document
from ..exercises.catalogue import Catalogue
from .guide_settings import GuideSettings


def unknown_situations(told: Iterable[str], document: Document, settings: GuideSettings) -> Iterator[Problem]:
    """Every situation that a language tells in its words is in guide.yml."""
    for id_ in told:
        if id_ not in settings.situations:
            wrong = f"There is no situation `{id_}` in guide.yml."
            yield document.problem(("situations", id_), wrong, nearest(id_, settings.situations) or "Remove it.")


def misnamed_situations(settings: GuideSettings, document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """Every situation that an exercise names is in guide.yml, and the other way round.

    An exercise of the guide names at least one, so that readers who choose by situation find it. A clinic's need not:
    its author may not know the guide's list.
    """
    known = settings.situations
    named: set[str] = set()
    unread = False
    for id_, file in catalogue.documents.items():
        value = file.value if isinstance(file.value, dict) else {}
        unread = unread or not value
        written = value.get("situations")
        ids = [one for one in written if isinstance(one, str)] if isinstance(written, list) else []
        for index, one in enumerate(ids):
            if one not in known:
                write = nearest(one, known) or "Remove it, or write `situations: …` into guide.yml first."
                yield file.problem(("situations", index), f"There is no situation `{one}` in guide.yml.", write)
            elif one in ids[:index]:
                yield file.problem(("situations", index), f"`{one}` stands here twice.", "Name it once.")
        if known and value and not written and id_ not in catalogue.own:
            write = f"Add `situations: […]` with one to three of {', '.join(f'`{one}`' for one in known)}."
            yield file.problem(("situations",), "This does not say when it helps, so nobody finds it by that.", write)
        named.update(ids)
    for one in known:
        if one not in named and not unread and not catalogue.own:  # a clinic's may stand in the place of its only one
            wrong = f"No exercise is for `{one}`, so choosing it would show nothing."
            yield document.problem(("situations", one), wrong, "Name it in an exercise, or remove it.")
