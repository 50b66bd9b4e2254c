"""The cover of the e-book as a picture, for the shelf of a library: whose copy it is, in its colours."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from ...editions.brand import Brand
from ..font_files import Font
from .cover_words import CoverWords

SIZE = (1200, 1800)
BAND, START, TOP = 110, 220, 460
ROOM = SIZE[0] - START - 100
RING, LINE, SMOOTH = 240, 26, 4
COLOURS = 32
"""As many shades as the edges of letters and rings need."""


def cover_picture(brand: Brand, fonts: Mapping[Font, Path], right_to_left: bool = False) -> bytes:
    """A PNG, in these fonts with their files.

    With a neutral title it says this and nothing else, because libraries show it to all who share them.
    """
    colours = brand.palette.light
    picture = Image.new("RGB", SIZE, colours["paper"])
    draw = ImageDraw.Draw(picture)
    band = SIZE[0] - BAND if right_to_left else 0
    draw.rectangle((band, 0, band + BAND, SIZE[1]), fill=colours["accent"])
    if not brand.neutral:
        _rings(picture, colours["accent"], colours["calm"], right_to_left)
    words = CoverWords(draw, fonts, SIZE[0] - START if right_to_left else START, ROOM, right_to_left)
    y = words.write(brand.neutral_title or brand.name, TOP, 700, 118, 1.15, colours["ink"])
    if not brand.neutral:
        words.write(brand.description, y + 60, 400, 46, 1.45, colours["quiet"])
    whole = BytesIO()
    picture.quantize(COLOURS).save(whole, "PNG", optimize=True)
    return whole.getvalue()


def _rings(picture: Image.Image, first: str, second: str, right_to_left: bool) -> None:
    """Two rings that overlap, at the foot: drawn large, then made small, so that their edges are smooth."""
    side = RING * SMOOTH
    for along, colour in ((START, first), (START + RING * 3 // 5, second)):
        ring = Image.new("L", (side, side))
        ImageDraw.Draw(ring).ellipse((0, 0, side - 1, side - 1), outline=255, width=LINE * SMOOTH)
        left = SIZE[0] - along - RING if right_to_left else along
        picture.paste(colour, (left, SIZE[1] - RING - START), ring.resize((RING, RING), Image.Resampling.LANCZOS))
