"""Logos and pictures with names and in encodings as people have them."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import PIL.Image
import pytest
from pydantic_core import PydanticCustomError
from worksheets.editions.brand import read_brand
from worksheets.editions.brand_images import Image, inside

from tests.support.project import SMALL_CLINIC, mkdocs
from tests.support.small_site import small_site, write_page

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1e-5 0 120 40"><title>é</title><g fill="url(\'#a\')"/></svg>'


@pytest.mark.parametrize("name", ["logo#1.svg", "logo?x.svg", "logo 50%25.svg", "LOGO.SVG", "lögo.svg"])
def test_the_address_of_a_picture_leads_to_its_file(name: str) -> None:
    image = Image(name, Path(name), "image/svg+xml", 1, 1)
    assert unquote(image.address) == image.published
    assert re.fullmatch(r"(?:[A-Za-z0-9/._-]|%[0-9A-F]{2})+", image.address)


def test_a_logo_may_have_any_name_and_any_encoding(tmp_path: Path) -> None:
    project = small_site(tmp_path)
    brand = (project / "brand.yml").read_text(encoding="utf-8")
    (project / "brand" / "LOGO #1 50%.SVG").write_text(
        f'<?xml version="1.0" encoding="iso-8859-1"?>{SVG}', encoding="iso-8859-1"
    )
    (project / "brand.yml").write_text(brand.replace("brand/circles.svg", "'brand/LOGO #1 50%.SVG'"), encoding="utf-8")
    (project / "docs" / "utf16.svg").write_text(f'<?xml version="1.0" encoding="utf-16"?>{SVG}', encoding="utf-16")
    write_page(project, "right-now", "![A drawing](utf16.svg)")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    assert (project / "site/assets/brand/LOGO #1 50%.SVG").is_file()
    start = (project / "site/index.html").read_text(encoding="utf-8")
    assert 'src="assets/brand/LOGO%20%231%2050%25.SVG"' in start
    assert 'width="120" height="40"' in (project / "site/right-now/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Logo.PNG", "LOGO.JPEG", "logo.jpg"])
def test_a_logo_may_be_what_programs_save(name: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL_CLINIC, tmp_path, dirs_exist_ok=True)
    kind = "PNG" if name.endswith("PNG") else "JPEG"
    PIL.Image.new("RGB", (360, 120), "#1f4e79").save(tmp_path / name, kind)
    text = (tmp_path / "brand.yml").read_text(encoding="utf-8")
    (tmp_path / "brand.yml").write_text(text.replace("logo.svg", name) + f"preview: {name}\n", encoding="utf-8")
    brand, _, problems = read_brand(tmp_path / "brand.yml", "brand.yml")
    assert brand, problems
    assert {(image.type, image.width_at(40)) for image in brand.images} == {(f"image/{kind.lower()}", 120)}


@pytest.mark.parametrize("name", ["̀" * 400, "a/" * 3000 + "logo.svg", "logo.svg/logo.svg", "\0.svg"])
def test_a_name_that_no_disk_can_hold_is_told_like_a_missing_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(PydanticCustomError, match="There is no file"):
        inside(name, tmp_path)


@pytest.mark.parametrize("name", ["extra.css", "extra.html"])
def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path, name: str) -> None:
    project = small_site(tmp_path)
    (project / "docs" / name).write_bytes("/* é */".encode("iso-8859-1"))
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 1
    assert f"{name}:" in done.stderr
    assert "is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unsound_drawing_is_named_with_its_line(tmp_path: Path) -> None:
    project = small_site(tmp_path)
    (project / "docs" / "x.svg").write_text(SVG.replace("<title>", '\n<g onload="1"/><title>'), encoding="utf-8")
    done = mkdocs("build", "--strict", folder=project)
    assert "docs/x.svg:2: <g>: it holds the handler `onload`. Remove it: a drawing only shows." in done.stderr
