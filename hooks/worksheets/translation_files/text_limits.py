"""Which values of a model are texts for people, and how long each may be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..authoring.text_types import FEW_WORDS, MOST_LABEL_WORDS, WRITTEN
from ..authoring.yaml_document import Trail

NAMES = frozenset({"clinical_review", "exercises", "fits", "pages"})
"""Keys whose texts name something of the guide."""


@dataclass(frozen=True)
class Limits:
    """What a model asks of a text: its type, and the longest it may be, in characters and in words."""

    type: Any = None
    characters: int | None = None
    words: int | None = None


NO_LIMITS = Limits()


def texts_of(model: type[BaseModel], value: Any, trail: Trail = ()) -> Iterator[tuple[Trail, str, Limits]]:
    """Every text for people in a value that the model describes, with the way to it."""
    if not isinstance(value, dict):
        return
    keys = {info.alias or name: info for name, info in model.model_fields.items()}
    for key, inner in value.items():
        if key in keys and key not in NAMES:
            yield from _texts(keys[key].annotation, keys[key].metadata, inner, (*trail, key))


def _texts(annotation: Any, metadata: Iterable[Any], value: Any, trail: Trail) -> Iterator[tuple[Trail, str, Limits]]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _texts(arguments[0], [*arguments[1:], *metadata], value, trail)
    elif origin in (Union, UnionType):
        yield from _texts(_meant(arguments, value), metadata, value, trail)
    elif origin is tuple and isinstance(value, list):
        types = arguments[:1] * len(value) if arguments[-1:] == (...,) else arguments
        for index, (type_, inner) in enumerate(zip(types, value, strict=False)):
            yield from _texts(type_, (), inner, (*trail, index))
    elif origin is dict and isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(arguments[1], (), inner, (*trail, key))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from texts_of(annotation, value, trail)
    elif annotation is str and isinstance(value, str) and WRITTEN in (rules := _rules(metadata)):
        longest = min((rule.max_length for rule in rules if hasattr(rule, "max_length")), default=None)
        words = MOST_LABEL_WORDS if FEW_WORDS in rules else None
        yield trail, value, Limits(Annotated[str, *rules], longest, words)


def _meant(types: Iterable[Any], value: Any) -> Any:
    """The one of several types that a value is of; None if it is of none."""
    return next((one for one in types if _is_of(one, value)), None)


def _is_of(type_: Any, value: Any) -> bool:
    if get_origin(type_) is Annotated:
        return _is_of(get_args(type_)[0], value)
    if isinstance(value, list):
        return get_origin(type_) is tuple
    if isinstance(value, dict) and isinstance(type_, type) and issubclass(type_, BaseModel):
        kind = type_.model_fields.get("kind")
        return kind is None or value.get("kind") in get_args(kind.annotation)
    return isinstance(value, str) and type_ is str


def _rules(metadata: Iterable[Any]) -> list[Any]:
    """The rules of a type, also those that are kept in a description of its field."""
    found: list[Any] = []
    for one in metadata:
        found += _rules(one.metadata) if isinstance(one, FieldInfo) else [one]
    return found
