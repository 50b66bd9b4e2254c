"""The pictures of a brand: logos and icons, as files that a page may show."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from typing import Annotated, Any, Literal
from urllib.parse import quote

import imagesize
from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic import Field as Setting

from ..authoring.strict_model import Strict
from ..authoring.svg_file import read_svg
from ..authoring.text_types import Line, mistake

HEAVIEST = 200 * 1024
"""The largest picture, in bytes: more would weigh on every page."""

TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
BEGINS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
"""How files of some types begin, whatever their names say."""

Size = tuple[float, float]
"""Width and height in pixels."""


@dataclass(frozen=True)
class Image:
    """A picture: its path from the brand's folder, the file itself, its type, and its size in pixels."""

    name: str
    path: Path
    type: str
    width: float
    height: float

    @property
    def published(self) -> str:
        """Its path in the site."""
        return f"assets/brand/{self.name.removeprefix('brand/')}"

    @property
    def address(self) -> str:
        """The same as a browser asks for it, whatever signs are in the name."""
        return quote(self.published)

    def width_at(self, height: int) -> int:
        """How wide it is when it is shown so high."""
        return max(1, round(self.width * height / self.height))


def inside(name: str, home: Path) -> Path:
    """The file of that name in a folder; a mistake if it is not there or not inside."""
    path = home / name
    try:
        is_inside = not Path(name).is_absolute() and path.resolve().is_relative_to(home.resolve())
        is_there = path.is_file()
    except (OSError, ValueError):  # longer than a disk can hold, or with a character that no name has
        is_inside, is_there = True, False
    if not is_inside:
        raise mistake(
            f"“{name}” is outside the folder of the brand.", "Put the file beside brand.yml and name it from there."
        )
    if not is_there:
        raise mistake(f"There is no file “{name}”.", "Put it beside brand.yml, or correct the name.")
    return path


def _image(value: Any, info: ValidationInfo) -> Image:
    if not isinstance(value, str) or not value:
        raise mistake("This is not the name of a file.", "Write the name of an SVG, PNG or JPEG, such as `logo.svg`.")
    assert info.context
    path = inside(value, info.context["home"])
    kind = path.suffix.lower()
    if kind not in TYPES:
        raise mistake(f"“{value}” can't be used as a picture here.", "Save it as SVG, PNG or JPEG.")
    light_enough(path)
    begins = BEGINS.get(TYPES[kind])
    if begins and not path.read_bytes().startswith(begins):
        name = TYPES[kind].removeprefix("image/").upper()
        raise mistake(f"“{path.name}” is not really a {name}.", f"Save it as {name}, or use an SVG.")
    return Image(normpath(value), path, TYPES[kind], *size(path))


ImageFile = Annotated[Image, BeforeValidator(_image), WithJsonSchema({"type": "string"})]
"""The name of an SVG, PNG or JPEG in the brand's folder, which is the `home` of the validation's context."""


def size(path: Path) -> Size:
    """Width and height of a picture as it is shown; a mistake if it is unknown, or if an SVG could run."""
    if path.suffix.lower() == ".svg":
        return svg_size(path)
    width, height = imagesize.get(path)
    if min(width, height) <= 0:
        raise mistake(f"“{path.name}” is not really a picture.", "Save it again as PNG, JPEG or WebP.")
    return width, height


def light_enough(path: Path) -> None:
    """A mistake if a picture is too heavy for a phone."""
    weight = path.stat().st_size
    if weight > HEAVIEST:
        raise mistake(f"“{path.name}” is {weight // 1024} kB.", f"Make it smaller than {HEAVIEST // 1024} kB.")


def svg_size(path: Path) -> Size:
    """Width and height of an SVG that is safe to show; a mistake if it could run or ask for something."""
    file = read_svg(path.read_bytes())
    if file.mistakes:
        first, *others = sorted(file.mistakes, key=lambda one: one.line)
        count = "is one" if len(others) == 1 else f"are {len(others)}"
        more = f" (There {count} more like it.)" if others else ""
        raise mistake(f"“{path.name}”, line {first.line}: {first.wrong}{more}", first.write)
    if file.size is None:
        if lost := next((name for name in file.root if name.lower() == "viewbox"), None):
            raise mistake(f"“{path.name}” has a `{lost}`, which nothing reads.", "Write it with a capital: `viewBox`.")
        if box := file.suggested_view_box:
            write = f'Let it start with `<svg … viewBox="{box}">`.'
        else:
            write = 'Let it start with `<svg … viewBox="0 0 120 40">`, with its own width and height for 120 and 40.'
        raise mistake(f"“{path.name}” does not say its size.", write)
    return file.size


@dataclass(frozen=True)
class LogoPicture:
    """A picture of the logo in a page: the one medium that shows it, or None for both, and its width in pixels."""

    medium: Literal["screen", "paper"] | None
    address: str
    alt: str
    width: int


class Logo(Strict):
    """The mark of the brand."""

    screen: ImageFile
    """an SVG, PNG or JPEG beside brand.yml, such as `logo.svg`"""
    print: ImageFile | None = None
    """the same for paper, if it must look different there"""
    alt: Line | None = None
    """what the logo says, if it says more than the name beside it"""
    height: Annotated[int, Setting(ge=16, le=64)] = 36
    """how high it is shown, in pixels, 16 to 64"""

    @property
    def pictures(self) -> tuple[LogoPicture, ...]:
        """The pictures that stand for it in a page: one for every medium, or one for the screen and one for paper."""
        screen = self._picture(self.screen, "screen" if self.print else None, self.alt or "")
        return (screen, self._picture(self.print, "paper", "")) if self.print else (screen,)

    def _picture(self, image: Image, medium: Literal["screen", "paper"] | None, alt: str) -> LogoPicture:
        return LogoPicture(medium, image.address, alt, image.width_at(self.height))
