"""The pictures of a brand: logos and icons, as files that a page may show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from typing import Annotated, Any
from xml.etree import ElementTree

import imagesize
from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from ..authoring.problems import Problem
from ..authoring.text_file import read_drawing
from ..authoring.text_types import mistake

HEAVIEST = 200 * 1024
"""The largest picture, in bytes: more would weigh on every page."""

PNG = b"\x89PNG\r\n\x1a\n"
TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
ACTIVE = {"script", "foreignObject", "iframe", "a", "animate", "animateMotion", "animateTransform", "set", "handler"}
FOREIGN = re.compile(r"@import|url\(\s*['\"]?(?!#)", re.IGNORECASE)
NUMBER = re.compile(r"\d+(?:\.\d+)?")

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
    if path.suffix not in TYPES:
        raise mistake(f"“{value}” is no picture that can stand here.", "Use an SVG or a PNG.")
    light_enough(path)
    if path.suffix == ".png" and not path.read_bytes().startswith(PNG):
        raise mistake(f"“{path.name}” is not a PNG inside.", "Save it as PNG, or use an SVG.")
    return Image(normpath(value), path, TYPES[path.suffix], *size(path))


ImageFile = Annotated[Image, BeforeValidator(_image), WithJsonSchema({"type": "string"})]
"""The name of an SVG or PNG in the brand's folder, which is the `home` of the validation's context."""


def size(path: Path) -> Size:
    """Width and height of a picture as it is shown; a mistake if that cannot be told, or if an SVG could run."""
    if path.suffix.lower() == ".svg":
        return svg_size(path)
    width, height = imagesize.get(path)
    if min(width, height) <= 0:
        raise mistake(f"“{path.name}” is no picture inside.", "Save it again as PNG, JPEG or WebP.")
    return width, height


def light_enough(path: Path) -> None:
    """A mistake if a picture is too heavy for a phone."""
    weight = path.stat().st_size
    if weight > HEAVIEST:
        raise mistake(f"“{path.name}” has {weight // 1024} kB.", f"Make it smaller than {HEAVIEST // 1024} kB.")


def svg_size(path: Path) -> Size:
    """Width and height of an SVG that is safe to show; a mistake if it could run or ask for something."""
    text = read_drawing(path, path.name)
    if isinstance(text, Problem):
        raise mistake(f"“{path.name}”, line {text.line}: {text.wrong}", text.write)
    if "<!DOCTYPE" in text or "<!ENTITY" in text or "<?xml-stylesheet" in text:
        raise mistake(
            f"“{path.name}” has a declaration.", "Remove the lines that begin with `<!` or `<?xml-stylesheet`."
        )
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        wrong = f"“{path.name}” is not an SVG: {str(error).split(':')[0]} in line {error.position[0]}."
        raise mistake(wrong, "Save it again as a plain SVG.") from None
    for wrong in _unsafe(root):
        raise mistake(f"“{path.name}” holds {wrong}.", "Save it as a plain SVG, without scripts and links.")
    numbers = [float(number) for number in NUMBER.findall(root.get("viewBox", ""))]
    if not _tag(root.tag) == "svg" or len(numbers) != 4 or 0 in numbers[2:]:
        raise mistake(f"“{path.name}” has no size.", 'Start it with `<svg … viewBox="0 0 120 40">`.')
    return numbers[2], numbers[3]


def _unsafe(root: ElementTree.Element) -> Iterator[str]:
    """What could run, or ask another place for something, if the file were opened by itself."""
    for element in root.iter():
        tag = _tag(element.tag)
        if tag in ACTIVE:
            yield f"`<{tag}>`"
        if tag == "style" and FOREIGN.search(element.text or ""):
            yield "a style that asks for another file"
        for name, value in element.attrib.items():
            name = _tag(name)
            if name.lower().startswith("on"):
                yield f"the handler `{name}`"
            if name in ("href", "src") and not value.startswith("#"):
                yield f"a link to “{value[:40]}”"
            if FOREIGN.search(value):
                yield f"`{name}` that asks for another file"


def _tag(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rsplit("}", 1)[-1]
