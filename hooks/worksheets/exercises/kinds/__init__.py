"""The kinds of field, a folder each.

A folder `<kind>/` is a kind. It holds `__init__.py` with the model, `field.html` with its form, `word.py` with its way
into Word, `fhir.py` with its way into a questionnaire, `answer.py` with how an answer looks if there can be one, and
`examples/`, exercises that show it in use. Where needed, `style.css` has its look on screen and paper, `field.css` the
rules that one field needs for itself, and `words.yml` what its template says, in English.
"""

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Union, get_args

from pydantic import Discriminator

from ...authoring.words import Words
from ..field import Field

FOLDER = Path(__file__).parent


def _kinds() -> dict[str, type[Field]]:
    found: dict[str, type[Field]] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        models = [
            one
            for one in vars(module).values()
            if isinstance(one, type) and issubclass(one, Field) and one.__module__ == module.__name__
        ]
        if len(models) != 1:
            names = ", ".join(model.__name__ for model in models) or "none"
            raise TypeError(f"{module.__name__} needs one subclass of Field, and has {names}.")
        (kind,) = get_args(models[0].model_fields["kind"].annotation)
        found[kind] = models[0]
    return found


KINDS: dict[str, type[Field]] = _kinds()
"""The model of each kind, by the word that authors write."""

if TYPE_CHECKING:
    AnyField = Field  # a type checker cannot know which folders there are
else:
    AnyField = Annotated[Union[tuple(KINDS.values())], Discriminator("kind")]  # noqa: UP007


def kinds_in_run(run: str) -> list[str]:
    """The kinds whose fields form blocks of that name."""
    return [kind for kind, model in KINDS.items() if model.run == run]


def default_words(kind: object, words: Words) -> dict[str, str | list[str]]:
    """What a field of that kind says where its author says nothing, in one language, by key of the field."""
    keys = KINDS[kind].default_words if isinstance(kind, str) and kind in KINDS else {}
    return {
        name: words.texts[key] if isinstance(key, str) else [words.texts[one] for one in key]
        for name, key in keys.items()
    }


def kinds_style() -> str:
    """The CSS of all kinds: `style.css` in the folder of each."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*/style.css")))


def words_files() -> dict[Path, str]:
    """The English words of all kinds, `words.yml` in the folder of each, and what problems call these files."""
    paths = sorted(FOLDER.glob("*/words.yml"))
    return {path: f"hooks/worksheets/exercises/kinds/{path.parent.name}/{path.name}" for path in paths}
