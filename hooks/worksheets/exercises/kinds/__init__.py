"""The kinds of field, a folder each.

A folder `<kind>/` holds `__init__.py` with the model, `field.html` with its look, and `example.yml`, an exercise that
shows the kind in use: it is test input, gallery entry and an author's pattern at once. A new folder is a new kind.
"""

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Union, get_args

from pydantic import Discriminator

from ..field import Field

FOLDER = Path(__file__).parent


def _kinds() -> dict[str, type[Field]]:
    found: dict[str, type[Field]] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        (model,) = (
            one
            for one in vars(module).values()
            if isinstance(one, type) and issubclass(one, Field) and one.__module__ == module.__name__
        )
        (kind,) = get_args(model.model_fields["kind"].annotation)
        found[kind] = model
    return found


KINDS: dict[str, type[Field]] = _kinds()
"""The model of each kind, by the word that authors write."""

if TYPE_CHECKING:
    AnyField = Field
else:
    AnyField = Annotated[Union[tuple(KINDS.values())], Discriminator("kind")]  # noqa: UP007
