"""Fonts that tests make: a square for each letter."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

EM = 1000


def make_font(path: Path, family: str, letters: str, weight: int = 400, italic: bool = False) -> None:
    """Write a TrueType font that draws these letters and a blank."""
    names = {f"letter{ord(letter):04x}": ord(letter) for letter in sorted({*letters, " "})}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({code: name for name, code in names.items()})
    builder.setupGlyf({name: _square(empty=name == "letter0020") for name in (".notdef", *names)})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names), (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    builder.setupOS2(usWeightClass=weight, usWidthClass=5, fsSelection=int(italic))
    builder.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)


def _square(empty: bool) -> Glyph:
    pen = TTGlyphPen(None)
    if not empty:
        pen.moveTo((50, 0))
        for corner in ((50, 700), (550, 700), (550, 0)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
