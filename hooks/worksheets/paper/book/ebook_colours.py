"""Colours of the e-book. Its reader chooses the ground, by day or by night, and often tells nobody which it is."""

import re

from ...editions.palette import Palette, Scheme

BALANCED = 0.179
"""The relative luminance of WCAG 2 that has the same contrast, 4.6, with white as with black."""

TINT = "0.16"
"""How opaque an area is, so that its ground and the words on it show through."""

VARIABLE = re.compile(r"var\(--(dark-)?([a-z-]+)\)")


def resolved(css: str, palette: Palette) -> str:
    """A stylesheet without variables, which old e-readers do not know; `--dark-ink` is the ink of the night."""
    return VARIABLE.sub(lambda found: (palette.dark if found[1] else palette.light)[found[2]], css)


def colours_on_any_ground(palette: Palette) -> Scheme:
    """The colours of drawings: lines in the reader's own ink, or seen on white and on black; areas are tints."""
    light = palette.light
    accent, calm, edge = (seen_on_any(light[name]) for name in ("accent", "calm", "edge"))
    return {
        "ink": "currentColor",
        "quiet": "currentColor",
        "edge": edge,
        "rule": edge,
        "accent": accent,
        "calm": calm,
        "accent-paper": f"{accent} {TINT}",
        "calm-paper": f"{calm} {TINT}",
        "sheet": "none",
    }


def seen_on_any(colour: str) -> str:
    """A colour of the same hue as `#rrggbb`, as far from white as from black."""
    parts = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
    parts = [min(1, part * BALANCED / luminance) for part in parts] if luminance else [BALANCED] * 3
    return "#" + "".join(f"{round(255 * _encoded(part)):02x}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
