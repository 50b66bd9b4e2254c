"""Plain values into typed models; what does not fit becomes problems with a line and a mend."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from .problems import Problem, nearest
from .yaml_document import Document, Trail


class Strict(BaseModel):
    """A model that never changes and knows all of its keys. In YAML, `_` in a name is written `-`."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        use_attribute_docstrings=True,
    )


Model = TypeVar("Model", bound=Strict)


def validate(
    model: type[Model], document: Document, context: Mapping[str, Any] | None = None
) -> tuple[Model | None, list[Problem]]:
    """The model of a document, or None and all that keeps it from being one; `context` is for its own validators."""
    try:
        return model.model_validate(document.value, context=context), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_problem(model, document, detail) for detail in details if not _follows(detail)]


def _follows(detail: ErrorDetails) -> bool:
    """Whether this error only repeats others: pydantic finds a list too short when its items have mistakes."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _problem(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    path, owner = _locate(model, document.value, detail["loc"])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    context = detail.get("ctx", {})
    got = _shown(detail["input"])
    match detail["type"]:
        case "missing":
            wrong = f"`{key}` is missing."
            write = f"Add `{key}: …`" + _described(owner, key)
        case "extra_forbidden":
            wrong = f"Unknown key `{key}`."
            write = nearest(key, _keys(owner))
        case "union_tag_invalid":
            path = (*path, "kind")
            wrong = f"Unknown kind `{context['tag']}`."
            write = nearest(str(context["tag"]), [tag.strip(" '") for tag in str(context["expected_tags"]).split(",")])
        case "union_tag_not_found":
            wrong, write = "`kind` is missing.", "Add `kind: …`, such as `kind: text`."
        case "literal_error":
            wrong = f"{got} is not one of the words known here."
            write = nearest(str(detail["input"]), [choice.strip(" '") for choice in _choices(context["expected"])])
        case "rule":
            wrong, write = str(context["wrong"]), str(context["write"])
        case _ if detail["input"] is None:
            wrong, write = f"There is nothing after `{key}:`.", f"Write `{key}: …`" + _described(owner, key)
        case "string_type" if isinstance(detail["input"], int):
            wrong, write = f"{got} is a number, and a text is needed.", f'Put it in quotes: `"{detail["input"]}"`.'
        case _:
            wrong = f"{got} does not fit: {_expected(detail)}."
            first = key or next(iter(_keys(model)), "")
            write = f"Write `{first}: …`" + _described(owner, first)
    return document.problem(path, wrong, write)


EXPECTED = {
    "string_type": "a text is needed",
    "string_too_long": "at most {max_length} characters",
    "string_pattern_mismatch": "it has another form",
    "int_type": "a whole number is needed",
    "int_parsing": "a whole number is needed",
    "int_from_float": "a whole number is needed",
    "bool_type": "`true` or `false` is needed",
    "bool_parsing": "`true` or `false` is needed",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "tuple_type": "a list is needed",
    "too_short": "at least {min_length} are needed",
    "too_long": "at most {max_length} are allowed",
    "model_type": "keys and values are needed",
    "model_attributes_type": "keys and values are needed",
    "dict_type": "keys and values are needed",
    "date_type": "a day is needed, such as 2026-11-22",
    "date_from_datetime_parsing": "a day is needed, such as 2026-11-22",
    "date_parsing": "a day is needed, such as 2026-11-22",
}
"""What was expected, by pydantic's name for the error."""


def _expected(detail: ErrorDetails) -> str:
    return EXPECTED[detail["type"]].format_map(detail.get("ctx", {})) if detail["type"] in EXPECTED else detail["msg"]


def _choices(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "A map of keys"
    if isinstance(value, (list, tuple)):
        return "A list" if value else "An empty list"
    if value is None:
        return "Nothing"
    text = str(value)
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"


def _keys(owner: type[BaseModel] | None) -> list[str]:
    return [info.alias or name for name, info in owner.model_fields.items()] if owner else []


def _described(owner: type[BaseModel] | None, key: str) -> str:
    for name, info in owner.model_fields.items() if owner else ():
        if key in (name, info.alias) and info.description:
            return f" ({info.description.strip().rstrip('.')})."
    return "."


def _locate(model: type[BaseModel], value: Any, loc: tuple[str | int, ...]) -> tuple[Trail, type[BaseModel] | None]:
    """Pydantic's location without the tags of unions, and the model that owns its last key."""
    path: Trail = ()
    owner: type[BaseModel] | None = model
    candidates: list[type[BaseModel]] = [model]
    for step in loc:
        if isinstance(step, str) and isinstance(value, dict) and value.get("kind") == step and len(candidates) > 1:
            candidates = [one for one in candidates if step in get_args(one.model_fields["kind"].annotation)]
            continue
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
