"""The templates of a guide, with the functions and filters that they call."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from ..authoring.text_types import prose
from ..cache import CachedTemplates
from ..exercises import kinds
from ..exercises.answer_forms import answered, leaves_some_out
from ..exercises.answer_shapes import with_colon
from ..exercises.exercise_addresses import exercise_page, pack_page
from ..guide.drawings import Drawing
from .drawing_function import drawing_function
from .facts import facts_of
from .filters import fitting


def environment(folders: Iterable[Path], version: str, drawings: Mapping[str, Drawing]) -> Environment:
    """Templates from the given folders, first found first, then the fields' own; all text is escaped.

    `version` is that of the guide, for the foot of its sheets; `drawings` are what templates can place, by name.
    """
    jinja = Environment(
        loader=ChoiceLoader([FileSystemLoader([str(folder) for folder in folders]), FileSystemLoader(kinds.FOLDER)]),
        autoescape=True,
        bytecode_cache=CachedTemplates("exercises"),
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters |= {"prose": prose, "with_colon": with_colon}
    jinja.globals |= {"exercise_page": exercise_page, "pack_page": pack_page, "facts_of": facts_of, "fitting": fitting}
    jinja.globals |= {"version": version, "answered": answered, "leaves_some_out": leaves_some_out}
    jinja.globals["drawing"] = drawing_function(jinja, drawings)
    return jinja
