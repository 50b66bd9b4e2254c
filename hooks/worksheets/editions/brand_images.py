"""The pictures of a brand: logos and icons, as files that a page may show."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from typing import Annotated, Any
from urllib.parse import quote

import imagesize
from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from ..authoring.svg_file import read_svg
from ..authoring.text_types import mistake

HEAVIEST = 200 * 1024
"""The largest picture, in bytes: more would weigh on every page."""

PNG = b"\x89PNG\r\n\x1a\n"
TYPES = {".svg": "image/svg+xml", ".png": "image/png"}

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
    if Path(name).is_absolute() or not path.resolve().is_relative_to(home.resolve()):
        raise mistake(
            f"“{name}” leaves the folder of the brand.", "Put the file beside brand.yml and name it from there."
        )
    if not path.is_file():
        raise mistake(f"There is no file “{name}”.", "Put it beside brand.yml, or correct the name.")
    return path


def _image(value: Any, info: ValidationInfo) -> Image:
    if not isinstance(value, str) or not value:
        raise mistake("This is not the name of a file.", "Write the name of an SVG or PNG, such as `logo.svg`.")
    assert info.context
    path = inside(value, info.context["home"])
    kind = path.suffix.lower()
    if kind not in TYPES:
        raise mistake(f"“{value}” can't be used as a picture here.", "Use an SVG or a PNG.")
    light_enough(path)
    if kind == ".png" and not path.read_bytes().startswith(PNG):
        raise mistake(f"“{path.name}” is not a PNG inside.", "Save it as PNG, or use an SVG.")
    return Image(normpath(value), path, TYPES[kind], *size(path))


ImageFile = Annotated[Image, BeforeValidator(_image), WithJsonSchema({"type": "string"})]
"""The name of an SVG or PNG in the brand's folder, which is the `home` of the validation's context."""


def size(path: Path) -> Size:
    """Width and height of a picture as it is shown; a mistake if that cannot be told, or if an SVG could run."""
    if path.suffix.lower() == ".svg":
        return svg_size(path)
    width, height = imagesize.get(path)
    if min(width, height) <= 0:
        raise mistake(f"“{path.name}” is not a picture inside.", "Save it again as PNG, JPEG or WebP.")
    return width, height


def light_enough(path: Path) -> None:
    """A mistake if a picture is too heavy for a phone."""
    weight = path.stat().st_size
    if weight > HEAVIEST:
        raise mistake(f"“{path.name}” has {weight // 1024} kB.", f"Make it smaller than {HEAVIEST // 1024} kB.")


def svg_size(path: Path) -> Size:
    """Width and height of an SVG that is safe to show; a mistake if it could run or ask for something."""
    file = read_svg(path.read_bytes())
    if file.mistakes:
        first, *others = sorted(file.mistakes, key=lambda one: one.line)
        more = f" (There are {len(others)} more like it.)" if others else ""
        raise mistake(f"“{path.name}”, line {first.line}: {first.wrong}{more}", first.write)
    if file.size is None:
        write = f'Let it start with `<svg … viewBox="{file.suggested_view_box}">`.'
        raise mistake(f"“{path.name}” does not say its size.", write)
    return file.size
