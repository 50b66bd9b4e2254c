"""The two colours that a brand chooses, and whether all that is made from them can be read."""

import re
from collections.abc import Iterator
from math import floor
from typing import Annotated

from pydantic import BeforeValidator
from pydantic import Field as Setting

from ..authoring.problems import Problem
from ..authoring.strict_model import Strict
from ..authoring.text_types import mistake
from ..authoring.yaml_document import Document, as_written
from .palette import WORDS, Palette, as_written_here, nearest_that_passes, palette, weak_pairings

COLOUR = r"^#([0-9A-Fa-f]{3}){1,2}$"


def _in_form(value: object) -> object:
    """A colour as it must be written, in short or in full; a mistake that says how."""
    form = "Write `#` and six digits or letters from a to f, all in quotes, such as"
    if value is None:
        raise mistake("There is no colour here; a `#` outside of quotes begins a comment.", f'{form} `"#8c3a22"`.')
    if isinstance(value, bool):
        raise mistake(f"“{as_written(value)}” is a switch, but a colour is needed.", f'{form} `"#8c3a22"`.')
    if isinstance(value, (list, dict)):
        what = "A list" if isinstance(value, list) else "A map of keys"
        raise mistake(f"{what} does not fit: a colour is needed.", f'{form} `"#8c3a22"`.')
    written = str(value)
    if not re.fullmatch(COLOUR, written):
        meant = as_written_here(written.strip())
        example = nearest_that_passes(meant) if meant else "#8c3a22"
        raise mistake(f"“{written[:40]}” is not a colour in the form needed.", f'{form} `"{example}"`.')
    return value


Colour = Annotated[str, Setting(pattern=COLOUR), BeforeValidator(_in_form)]


class Colours(Strict):
    """Two colours; the others, also those for dark screens, are made from them."""

    primary: Colour
    """links and buttons: a dark colour such as `"#8c3a22"`"""
    accent: Colour
    """advice and what is calm: another dark colour such as `"#2b5b51"`"""

    @property
    def palette(self) -> Palette:
        """All colours, for day and for night."""
        return palette(self.primary, self.accent)


def weak_colours(colours: Colours, document: Document) -> Iterator[Problem]:
    """Everything can be read, in the light and in the dark."""
    for key, variable in (("primary", "accent"), ("accent", "calm")):
        given = getattr(colours, key)
        weak = [one for one in weak_pairings(colours.palette.light) if variable in (one.front, one.ground)]
        if weak:
            worst = min(weak, key=lambda one: one.ratio / one.least)
            front, ground = (f"“{given}”" if name == variable else WORDS[name] for name in (worst.front, worst.ground))
            ratio = floor(worst.ratio * 100) / 100  # never shown as enough when it is not
            wrong = f"{front} on {ground} has a contrast of {ratio:.2f}, but {worst.least:g} is needed."
            write = f'The nearest colour that can be read: `"{nearest_that_passes(given)}"`.'
            yield document.problem(("colours", key), wrong[0].upper() + wrong[1:], write)
