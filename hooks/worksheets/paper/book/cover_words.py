"""The words on the cover of the e-book, each letter in the first font that has it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from unicodedata import bidirectional

from PIL import ImageDraw, ImageFont, features

from ..font_faces import families, nearest_face
from ..font_files import Font

ARABIC = "AL"
"""What Unicode calls letters of a script in which each has another form beside others."""

JOINS = features.check("raqm") and features.check("fribidi")
"""Whether Pillow finds what joins such letters: FriBidi, which Pango brings. Without it such words stay away."""

STOPS = ".:;!"
"""What stands after a word, and so at its left where words go from right to left, whatever the word is."""

Face = tuple[frozenset[str], ImageFont.FreeTypeFont]
"""A font, and the characters that it has."""


class CoverWords:
    """Writes in lines that fit into a `room` of so many pixels, from `start` on, with these fonts and their files."""

    def __init__(
        self, draw: ImageDraw.ImageDraw, fonts: Mapping[Font, Path], start: float, room: float, right_to_left: bool
    ) -> None:
        self.draw = draw
        self.fonts = fonts
        self.start = start
        self.room = room
        self.right_to_left = right_to_left

    def write(self, text: str, y: float, weight: int, size: int, leading: float, colour: str) -> float:
        """Write a text from `y` down; return where the next may begin."""
        faces = self._faces(weight, size)
        joined = any(bidirectional(letter) == ARABIC for letter in text)
        if joined and not JOINS:
            return y
        for line in self._lines(text, faces):
            x = self.start
            for font, run in self._runs(line, faces):
                width = self.draw.textlength(run, font)
                self.draw.text((x - width if self.right_to_left else x, y), run, colour, font)
                x += -width if self.right_to_left else width
            y += size * leading
        return y

    def _faces(self, weight: int, size: int) -> list[Face]:
        """The face of each family nearest to a weight, or the one that Pillow brings."""
        found = [nearest_face(family, weight, italic=False) for family in families(self.fonts)]
        if not found:
            default = ImageFont.load_default(size)
            assert isinstance(default, ImageFont.FreeTypeFont)
            return [(frozenset(), default)]
        return [(face.characters, _font(self.fonts[face], size, face)) for face in found]

    def _lines(self, text: str, faces: list[Face]) -> list[str]:
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if (
                lines[-1]
                and sum(self.draw.textlength(run, font) for font, run in self._runs(longer, faces)) > self.room
            ):
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _runs(self, line: str, faces: list[Face]) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        """The parts of a line in one font each, in the order of reading; the first font draws what none has.

        A blank belongs to the word before, and among words from right to left a full stop to none.
        """
        run, before, stood_alone = "", None, False
        for at, letter in enumerate(line):
            font = next((font for characters, font in faces if letter in characters), faces[0][1])
            font = before if before and letter == " " else font
            alone = self.right_to_left and letter in STOPS and line[at + 1 : at + 2] in ("", " ")
            if before and (font is not before or alone or stood_alone):
                yield before, run
                run = ""
            run, before, stood_alone = run + letter, font, alone
        if before:
            yield before, run


def _font(file: Path, size: int, face: Font) -> ImageFont.FreeTypeFont:
    joins = JOINS and any(bidirectional(letter) == ARABIC for letter in face.characters)
    engine = ImageFont.Layout.RAQM if joins else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(file), size, layout_engine=engine)
