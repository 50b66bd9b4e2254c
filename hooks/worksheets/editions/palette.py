"""The colours of a brand: two are chosen, both schemes are made from them, and every pairing can be read.

Contrast is that of WCAG 2: 4.5 for text, 3 for what bounds a control (success criteria 1.4.3 and 1.4.11).
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..cache import cached

if TYPE_CHECKING:
    from coloraide import Color

Scheme = dict[str, str]
"""Colours as `#rrggbb`, by the name of their variable in the stylesheets."""

LIGHT: Scheme = {
    "paper": "#fbf6ee",
    "sheet": "#fffdfa",
    "ink": "#2c2622",
    "quiet": "#5c5249",
    "rule": "#ddd0be",
    "edge": "#857766",
    "stop": "#7a4700",
    "stop-paper": "#ffecc2",
}
DARK: Scheme = {
    "paper": "#1d1a17",
    "sheet": "#26221e",
    "ink": "#efe6da",
    "quiet": "#bfb2a3",
    "rule": "#453d35",
    "edge": "#9b8e7d",
    "stop": "#f5c26b",
    "stop-paper": "#3b2a0d",
}
"""What all brands begin with: warm and quiet colours, and the amber for safety, which no brand may change."""

TINTED = {"paper": 0.01, "rule": 0.06, "edge": 0.06}
"""Which of them take the hue of the brand's first colour half way, and how colourful that is at most."""

TEXT, CONTROL = 4.5, 3.0
GROUNDS = ("paper", "sheet", "accent-paper", "calm-paper")
DARKEST_BOX = "#f5e6ec"
"""The darkest light ground of all: no stop box and no box with advice that any brand can have is darker."""

PAIRINGS = (
    *((front, ground, TEXT) for front in ("ink", "quiet", "accent", "calm") for ground in GROUNDS),
    ("on-accent", "accent", TEXT),
    ("edge", "paper", CONTROL),
    ("edge", "sheet", CONTROL),
    ("ink", "stop-paper", TEXT),
    *(("stop", ground, TEXT) for ground in ("stop-paper", "sheet", "paper")),
)
"""Which colour is shown on which, and the least contrast it needs."""

WORDS = {
    "paper": "the page",
    "sheet": "a worksheet",
    "accent-paper": "a tint of your colour",
    "calm-paper": "a box with advice",
    "on-accent": "the words on a button",
    "accent": "a button",
}
"""What readers see where a variable is used."""


@dataclass(frozen=True)
class Palette:
    """All colours of a brand, for day and for night."""

    light: Scheme
    dark: Scheme


@dataclass(frozen=True)
class Weak:
    """A pairing that cannot be read well: which colour is on which, their contrast and the least it may be."""

    front: str
    ground: str
    ratio: float
    least: float


@lru_cache(maxsize=16)
def palette(primary: str, accent: str) -> Palette:
    """Both schemes from two colours: `primary` for links and buttons, `accent` for what is calm."""

    def make() -> bytes:
        return json.dumps(asdict(_palette(primary, accent))).encode()

    return Palette(**json.loads(cached(["palette", primary, accent], make)))


def weak_pairings(scheme: Scheme) -> list[Weak]:
    """Every pairing in use that has too little contrast."""

    def make() -> bytes:
        return json.dumps([astuple(one) for one in _weak(scheme)]).encode()

    return [Weak(*one) for one in json.loads(cached(["weak", json.dumps(scheme)], make))]


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 to 21."""
    return float(_colour(one).contrast(other, method="wcag21"))


def nearest_that_passes(colour: str) -> str:
    """The same hue, only as much darker as it takes to be read on every light ground that any brand can have."""
    shade = _colour(colour).convert("oklch")
    while contrast(candidate := _hex(shade), DARKEST_BOX) < TEXT:
        shade["lightness"] -= 0.005
    return candidate


def as_written_here(text: str) -> str | None:
    """The colour as `#rrggbb` that somebody meant by a name, by three digits, or without its `#`; None if none, or one
    that cannot be seen."""
    for form in (text, f"#{text}"):
        with suppress(ValueError):
            colour = _colour(form)
            return _hex(colour.set("alpha", 1)) if colour["alpha"] else None
    return None


def _palette(primary: str, accent: str) -> Palette:
    light, dark = _tinted(LIGHT, primary), _tinted(DARK, primary)
    return Palette(
        light
        | {"accent": _hex(_colour(primary)), "accent-paper": _toned(primary, 0.94, 0.018)}
        | {"calm": _hex(_colour(accent)), "calm-paper": _toned(accent, 0.94, 0.018), "on-accent": light["sheet"]},
        dark
        | {"accent": _toned(primary, 0.81, 0.09), "accent-paper": _toned(primary, 0.29, 0.028)}
        | {"calm": _toned(accent, 0.81, 0.09), "calm-paper": _toned(accent, 0.29, 0.028), "on-accent": dark["paper"]},
    )


def _tinted(scheme: Scheme, primary: str) -> Scheme:
    """A scheme in which the ground and the lines lean to the hue of the brand."""
    mixed = dict(scheme)
    for name, most in TINTED.items():
        neutral = _colour(scheme[name]).convert("oklch")
        mixed[name] = _hex(neutral.mix(_toned(primary, float(neutral["lightness"]), most), 0.5, space="oklab"))
    return mixed


def _weak(scheme: Scheme) -> Iterator[Weak]:
    for front, ground, least in PAIRINGS:
        ratio = contrast(scheme[front], scheme[ground])
        if ratio < least:
            yield Weak(front, ground, ratio, least)


def _toned(colour: str, lightness: float, most: float) -> str:
    """The hue of a colour at another lightness, 0 to 1, and no more colourful than `most`."""
    shade = _colour(colour).convert("oklch")
    chroma = min(most, float(shade["chroma"]))
    return _hex(shade.set({"lightness": lightness, "chroma": chroma}))


def _hex(shade: "Color") -> str:
    return shade.convert("srgb").fit().to_string(hex=True)


def _colour(text: str) -> "Color":
    from coloraide import Color  # it takes a tenth of a second to load, and what it makes is kept

    return Color(text)
