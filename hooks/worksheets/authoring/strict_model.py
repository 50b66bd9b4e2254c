"""Plain values become typed models; what does not fit becomes problems that say where, and what to write."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, model_validator
from pydantic_core import ErrorDetails

from .model_places import locate, takes_numbers
from .problems import Problem, nearest
from .yaml_document import Document, as_written
from .yaml_quotes import quoted

AMOUNT = re.compile(r"[-+]?[\d.]+")


class Strict(BaseModel):
    """A model that never changes and knows all of its keys. In YAML, `_` in a name is written `-`."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        use_attribute_docstrings=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _as_people_read(cls, value: Any) -> Any:
        """Python counts `true` as the number 1, reads `1_0` as 10, and a number as a day, in seconds since 1970."""
        if not isinstance(value, dict):
            return value
        types = {key: info.annotation for name, info in cls.model_fields.items() for key in (name, str(info.alias))}
        return {key: Misread(one) if _is_misread(one, types.get(key)) else one for key, one in value.items()}


class Misread:
    """A value that Python would take for a number or a day, and people would not; pydantic refuses it."""

    def __init__(self, written: str | int | bool) -> None:
        self.written = written

    def __str__(self) -> str:
        return as_written(self.written)


def _is_misread(value: object, annotation: Any) -> bool:
    if takes_numbers(annotation):
        return isinstance(value, bool) or (isinstance(value, str) and "_" in value)
    return annotation is date and isinstance(value, (str, int)) and bool(AMOUNT.fullmatch(str(value)))


Model = TypeVar("Model", bound=Strict)


def validate(
    model: type[Model], document: Document, context: Mapping[str, Any] | None = None
) -> tuple[Model | None, list[Problem]]:
    """The model of a document, or None and everything that is wrong with it; `context` is for its own validators."""
    try:
        return model.model_validate(document.value, context=context), []
    except ValidationError as error:
        details = [detail for detail in error.errors(include_url=False) if not _follows(detail)]
        return None, [_problem(model, document, detail) for detail in _of_nearest_types(model, document, details)]


def typed(model: type[BaseModel], value: object, key: str) -> Any:
    """What one key of a file means by itself, whatever is wrong with the others; None if it is not there or unsound."""
    written = value.get(key) if isinstance(value, dict) else None
    (annotation,) = (info.annotation for name, info in model.model_fields.items() if key in (name, info.alias))
    if written is None or (annotation is int and isinstance(written, bool)):
        return None
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(annotation or object)
        return adapter.validate_python(written)
    except ValidationError:
        return None


def _follows(detail: ErrorDetails) -> bool:
    """Whether this error only repeats others: pydantic finds a list too short when its items have mistakes."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _of_nearest_types(
    model: type[BaseModel], document: Document, details: Sequence[ErrorDetails]
) -> list[ErrorDetails]:
    """Where one of several types would do, what is wrong with the value as the one that it is nearest to."""
    trails = [locate(model, document.value, detail["loc"])[0] for detail in details]
    best: dict[tuple[str | int, ...], ErrorDetails] = {}
    for trail, detail in zip(trails, details, strict=True):
        of_another_type = detail["type"].endswith("_type")
        if of_another_type and any(one[: len(trail)] == trail != one for one in trails):
            continue
        if trail not in best or (best[trail]["type"].endswith("_type") and not of_another_type):
            best[trail] = detail
    return list(best.values())


def _problem(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    path, owner = locate(model, document.value, detail["loc"])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    context = detail.get("ctx", {})
    got = _shown(detail["input"])
    match detail["type"]:
        case "missing":
            wrong = f"`{key}` is missing."
            write = f"Add `{key}: …`" + _described(owner, key)
        case "extra_forbidden":
            wrong = f"Unknown key `{key}`."
            write = "Put a space after the colon." if ":" in key else nearest(key, _keys(owner))
        case "union_tag_invalid":
            path = (*path, "kind")
            wrong = f"Unknown kind `{as_written(detail['input'].get('kind'))}`."
            write = nearest(str(context["tag"]), [tag.strip(" '") for tag in str(context["expected_tags"]).split(",")])
        case "union_tag_not_found":
            wrong, write = "`kind` is missing.", "Add `kind: …`, such as `kind: text`."
        case "literal_error" if detail["input"] is not None:
            wrong = f"{got} is not one of the words known here."
            write = nearest(got.strip("“”"), [choice.strip(" '") for choice in _choices(context["expected"])])
        case "rule":
            wrong, write = str(context["wrong"]), str(context["write"])
        case _ if path in document.nothing and detail["type"] == "string_type":
            word = document.nothing[path]
            wrong = f"“{word}” means that there is nothing here."
            write = f"If it is a text, put it in quotes: `{quoted(word)}`."
        case _ if detail["input"] is None and not path:
            first = next(iter(_keys(model)), "")
            wrong, write = "There is nothing in this file.", f"Write its keys, such as `{first}: …`"
            write += _described(model, first)
        case _ if detail["input"] is None:
            wrong, write = f"There is nothing after `{key}:`.", f"Write `{key}: …`" + _described(owner, key)
        case "string_type":
            wrong, write = _not_a_text(detail["input"], got, document.in_brackets.get(path))
        case "tuple_type":
            wrong, write = (
                f"{got} does not fit: a list is needed.",
                _as_list(key, detail["input"]) + _described(owner, key),
            )
        case _:
            wrong = f"{got} does not fit: {_expected(detail)}."
            first = key or next(iter(_keys(model)), "")
            write = f"Write `{first}: …`" + _described(owner, first)
    return document.problem(path, wrong, write)


def _not_a_text(value: Any, got: str, written: str | None) -> tuple[str, str]:
    """What is wrong with a value where a text is needed, and the same in quotes; `written` is what is in brackets."""
    match value:
        case bool():
            wrong = f"{got} is a switch, but text is needed."
        case int():
            wrong = f"{got} is a number, but text is needed."
        case dict() if len(value) == 1 and not isinstance(next(iter(value.values())), (dict, list)):
            ((key, inner),) = value.items()
            if inner is None:
                return "In braces, this is a key, but text is needed.", f"Put it in quotes: `{quoted(f'{{{key}}}')}`."
            wrong = "A colon and a space make this a key with a value, but text is needed."
            return wrong, f"Put it in quotes: `{quoted(written or f'{key}: {as_written(inner)}')}`."
        case list() if written:
            return "In brackets, this is a list, but text is needed.", f"Put it in quotes: `{quoted(written)}`."
        case dict() if written:
            return (
                "In braces, these are keys with values, but text is needed.",
                f"Put it in quotes: `{quoted(written)}`.",
            )
        case _:
            return f"{got} does not fit: text is needed.", "Write words, in quotes if they begin with a sign."
    return wrong, f"Put it in quotes: `{quoted(as_written(value))}`."


def _as_list(key: str, value: Any) -> str:
    """How a value is written as a list of one."""
    if isinstance(value, dict):
        first = next(iter(value), "key")
        return f"Put a dash before each item of `{key}`, such as `- {first}: …`"
    text = as_written(value)
    item = text if re.fullmatch(r"[\w .-]+", text) else quoted(text)
    return f"Write `{key}: [{item}]`, with a comma between two"


EXPECTED = {
    "string_too_long": "at most {max_length} characters",
    "string_pattern_mismatch": "it has another form",
    "int_type": "a whole number is needed",
    "int_parsing": "a whole number is needed",
    "int_from_float": "a whole number is needed",
    "float_type": "a number is needed",
    "float_parsing": "a number is needed",
    "finite_number": "a number is needed",
    "bool_type": "`true` or `false` is needed",
    "bool_parsing": "`true` or `false` is needed",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "too_short": "at least {min_length} are needed",
    "too_long": "at most {max_length} are allowed",
    "model_type": "keys and values are needed",
    "model_attributes_type": "keys and values are needed",
    "dict_type": "keys and values are needed",
    "date_type": "a day is needed, such as 2026-11-22",
    "date_from_datetime_parsing": "a day is needed, such as 2026-11-22",
    "date_from_datetime_inexact": "a day is needed, such as 2026-11-22",
    "date_parsing": "a day is needed, such as 2026-11-22",
}
"""What was expected, by pydantic's name for the error."""


def _expected(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if context.get("min_length") == 1 and detail["type"] == "too_short":
        return "at least one is needed"
    return EXPECTED[detail["type"]].format_map(context) if detail["type"] in EXPECTED else detail["msg"]


def _choices(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "A map of keys"
    if isinstance(value, (list, tuple)):
        return "A list" if value else "An empty list"
    if value is None:
        return "Nothing"
    text = as_written(value)
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"


def _keys(owner: type[BaseModel] | None) -> list[str]:
    return [info.alias or name for name, info in owner.model_fields.items()] if owner else []


def _described(owner: type[BaseModel] | None, key: str) -> str:
    for name, info in owner.model_fields.items() if owner else ():
        if key in (name, info.alias) and info.description:
            return f" ({info.description.strip().rstrip('.')})."
    return "."
