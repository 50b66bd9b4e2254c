"""Since which version a browser knows a feature of CSS, by MDN's browser-compat-data."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.support.npm_packages import package

BROWSERS = {
    "Chrome": ("chrome",),
    "Firefox": ("firefox",),
    "Safari": ("safari", "safari_ios"),
    "Samsung Internet": ("samsunginternet_android",),
}
"""The browsers of the table, Edge with Chrome, with what the data call them; the later of several counts."""

Version = tuple[int, ...]
"""Such as (15, 4); NEVER where no version knows it."""
NEVER: Version = (9999,)
NAMED_OTHERWISE = {
    "property --*": "properties.custom-property",
    "at-rule bottom-right": "at-rules.page.at_bottom-right",
    "container style": "at-rules.container.style_queries_for_custom_properties",
    "supports selector": "at-rules.supports.selector",
    "selector []": "selectors.attribute",
    "selector :not list": "selectors.not.selector_list",
    "function counter": "types.counter",
    "function minmax": "properties.grid-template-columns.minmax",
    "function repeat": "properties.grid-template-columns.repeat",
    "function rotatey": "types.transform-function.rotateY",
    "function perspective": "types.transform-function.perspective",
    "function steps": "types.easing-function.steps",
    "function inset": "types.basic-shape.inset",
    "function rgb": "types.color.rgb",
    "function rgb from": "types.color.rgb.relative_syntax",
    "function repeating-linear-gradient": "types.gradient.repeating-linear-gradient",
    "unit dvh": "types.length.viewport_percentage_units_dynamic",
    "unit fr": "types.flex",
    "unit s": "types.time",
    "unit deg": "types.angle.deg",
}
"""Where the data call a feature something else than CSS does, or keep it elsewhere."""
AS_OLD_AS_LENGTHS = {"unit em", "unit px", "unit pt", "unit mm"}


@cache
def _data() -> dict[str, Any]:
    file = package("@mdn/browser-compat-data/data.json")
    return json.loads(file.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def edition() -> str:
    """The version of the data."""
    return str(_data()["__meta"]["version"])


def since(feature: str) -> dict[str, Version] | None:
    """Which version of each browser knows a feature first; None if the data do not know the feature.

    A word that came with its property has no entry of its own in the data: ask about the property.
    """
    found = next((one for path in _paths(feature) if (one := _at(path))), None)
    if found is None:
        return None
    support = found["__compat"]["support"]
    return {name: max(_version(support[key]) for key in keys) for name, keys in BROWSERS.items()}


def _paths(feature: str) -> Iterator[str]:
    kind, _, name = feature.partition(" ")
    match kind:
        case _ if feature in NAMED_OTHERWISE:
            yield NAMED_OTHERWISE[feature]
        case _ if feature in AS_OLD_AS_LENGTHS:
            yield "types.length"
        case "property":
            yield f"properties.{name}"
        case "value":
            property_, _, word = name.partition(": ")
            yield f"properties.{property_}.{word}"
        case "selector":
            yield f"selectors.{name.lstrip(':')}"
        case "at-rule":
            yield f"at-rules.{name}"
        case "media":
            yield f"at-rules.media.{re.sub('^(min|max)-', '', name)}"
        case "function":
            yield f"types.{name}"
        case "unit":
            yield f"types.length.{name}"


def _at(path: str) -> dict[str, Any] | None:
    found: Any = _data()["css"]
    for name in path.split("."):
        found = found.get(name)
        if found is None:
            return None
    return found if "__compat" in found else None


def _version(support: Any) -> Version:
    """The first version that knows it as it is written here: without a flag, a prefix or another name."""
    said = support if isinstance(support, list) else [support]
    plain = [one for one in said if not {"flags", "prefix", "alternative_name", "version_removed"} & one.keys()]
    whole = [one for one in plain if not one.get("partial_implementation")] or plain
    added = [one["version_added"] for one in whole if isinstance(one["version_added"], str)]
    numbers = [one.lstrip("≤") for one in added if one != "preview"]
    return min((tuple(map(int, one.removesuffix(".0").split("."))) for one in numbers), default=NEVER)
