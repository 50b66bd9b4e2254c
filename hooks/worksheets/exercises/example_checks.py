"""What can be wrong with a filled-in example.

It reads the plain values, so that no other mistake in a file hides it.
"""

from collections.abc import Iterator

from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import typed
from ..authoring.yaml_document import Document
from .answer_forms import answer_form
from .exercise import Exercise, Part
from .field import Mistake, Question


def example_misfits(document: Document) -> Iterator[Problem]:
    """What in the example of an exercise does not fit the fields of its sheet."""
    value = document.value
    example = value.get("example") if isinstance(value, dict) else None
    answers = example.get("answers") if isinstance(example, dict) else None
    parts: tuple[Part, ...] = (typed(Exercise, value, "parts") or ()) if isinstance(answers, dict) else ()
    for id_, written in answers.items() if isinstance(answers, dict) and parts else ():
        for path, wrong, write in _wrong_answer(id_, written, parts):
            yield document.problem(("example", "answers", id_, *path), wrong, write)


def _wrong_answer(id_: str, written: object, parts: tuple[Part, ...]) -> Iterator[Mistake]:
    fields = {field.id: field for part in parts for field in part.fields_ if isinstance(field, Question)}
    forms = {name: form for name, field in fields.items() if (form := answer_form(field.kind))}
    if id_ not in fields:
        yield (), f"There is no field `{id_}` in this exercise.", nearest(id_, forms)
    elif id_ not in forms:
        wrong = f"Nothing can be answered here: the kind `{fields[id_].kind}` has no `answer.py` in its folder."
        yield (), wrong, "Remove the line."
    else:
        yield from forms[id_].mistakes(fields[id_], written)
