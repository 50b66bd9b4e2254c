"""The cover of the e-book as a picture, for the shelf of a library: whose copy it is, in its colours."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ...editions.brand import Brand
from ..font_faces import FIRST, nearest_face
from ..font_files import Font

SIZE = (1200, 1800)
BAND, LEFT, TOP = 110, 220, 460
ROOM = SIZE[0] - LEFT - 100
RING, LINE, SMOOTH = 240, 26, 4
COLOURS = 32
"""As many shades as the edges of letters and rings need."""


def cover_picture(brand: Brand, fonts: Mapping[Font, Path]) -> bytes:
    """A PNG, in these fonts with their files.

    With a neutral title it says this and nothing else, because libraries show it to all who share them.
    """
    colours = brand.palette.light
    picture = Image.new("RGB", SIZE, colours["paper"])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, BAND, SIZE[1]), fill=colours["accent"])
    y = _write(draw, brand.neutral_title or brand.name, TOP, _font(fonts, 700, 118), 1.15, colours["ink"])
    if not brand.neutral:
        _rings(picture, colours["accent"], colours["calm"])
        _write(draw, brand.description, y + 60, _font(fonts, 400, 46), 1.45, colours["quiet"])
    whole = BytesIO()
    picture.quantize(COLOURS).save(whole, "PNG", optimize=True)
    return whole.getvalue()


def _rings(picture: Image.Image, first: str, second: str) -> None:
    """Two rings that overlap, at the foot: drawn large, then made small, so that their edges are smooth."""
    side = RING * SMOOTH
    for left, colour in ((LEFT, first), (LEFT + RING * 3 // 5, second)):
        ring = Image.new("L", (side, side))
        ImageDraw.Draw(ring).ellipse((0, 0, side - 1, side - 1), outline=255, width=LINE * SMOOTH)
        picture.paste(colour, (left, SIZE[1] - RING - LEFT), ring.resize((RING, RING), Image.Resampling.LANCZOS))


def _font(fonts: Mapping[Font, Path], weight: int, size: int) -> ImageFont.FreeTypeFont:
    """The font of sheets nearest to a weight, or the one that Pillow brings."""
    family = [font for font in fonts if font.family == FIRST] or list(fonts)
    if not family:
        default = ImageFont.load_default(size)
        assert isinstance(default, ImageFont.FreeTypeFont)
        return default
    face = nearest_face(family, weight, italic=False)
    return ImageFont.truetype(str(fonts[face]), size, layout_engine=ImageFont.Layout.BASIC)


def _write(
    draw: ImageDraw.ImageDraw, text: str, y: float, font: ImageFont.FreeTypeFont, leading: float, colour: str
) -> float:
    """Write a text in lines that fit, from `y` down; return where the next may begin."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and draw.textlength(longer, font) > ROOM:
            lines.append(word)
        else:
            lines[-1] = longer
    for line in lines:
        draw.text((LEFT, y), line, colour, font)
        y += font.size * leading
    return y
