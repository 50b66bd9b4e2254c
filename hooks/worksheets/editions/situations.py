"""When a sheet helps, in the words of a language."""

from dataclasses import replace

from ..authoring.problems import Problem, nearest
from ..guide.whole_guide import Guide
from .language_folder import LanguageFolder


def in_its_situations(guide: Guide, language: LanguageFolder) -> tuple[Guide, list[Problem]]:
    """The guide with the situations that a language has, and what it names that the guide does not have."""
    own, known = language.settings.situations, guide.settings.situations
    problems = [
        language.document.problem(
            ("situations", id_), f"There is no situation `{id_}` in guide.yml.", nearest(id_, known)
        )
        for id_ in own
        if id_ not in known
    ]
    said = {id_: own.get(id_, words) for id_, words in known.items()}
    settings = guide.settings.model_copy(update={"situations": said})
    return replace(guide, settings=settings, translated_situations=frozenset(own)), problems
