"""Where in a file, and in which model, an error of pydantic has its place."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from .yaml_document import Trail

KEY_ITSELF = "[key]"
"""What pydantic puts after the place of a key that is itself at fault; its author knows the place without."""


def locate(model: type[BaseModel], value: Any, loc: tuple[str | int, ...]) -> tuple[Trail, type[BaseModel] | None]:
    """Pydantic's location without the tags and types of unions, and the model that owns its last key."""
    path: Trail = ()
    owner: type[BaseModel] | None = model
    candidates: list[type[BaseModel]] = [model]
    for step in loc:
        if step == KEY_ITSELF:
            continue
        if isinstance(step, str) and isinstance(value, dict) and value.get("kind") == step and len(candidates) > 1:
            candidates = [one for one in candidates if step in get_args(one.model_fields["kind"].annotation)]
            continue
        if isinstance(step, str) and (not isinstance(value, dict) or (step not in value and not candidates)):
            continue  # one of several types that would do here
        owner = candidates[0] if len(candidates) == 1 else owner
        path = (*path, step)
        if isinstance(step, int):
            value = value[step] if isinstance(value, (list, tuple)) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
            candidates = list(_models_of(owner, step))
    return path, owner


def _models_of(owner: type[BaseModel] | None, key: str) -> Iterator[type[BaseModel]]:
    for name, info in owner.model_fields.items() if owner else ():
        if key in (name, info.alias):
            yield from _models_in(info.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    arguments = get_args(annotation)
    for argument in arguments[:1] if get_origin(annotation) is Annotated else arguments:
        yield from _models_in(argument)


def takes_numbers(annotation: Any) -> bool:
    """Whether a type, or one of several that would do, is a whole number."""
    if get_origin(annotation) in (Annotated, Union, UnionType):
        return any(takes_numbers(one) for one in get_args(annotation))
    return annotation is int
