"""The head of every page: a logo of any form and a name of any length stay within the screen."""

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.support.project import mkdocs
from tests.support.servers import served
from tests.support.small_site import small_site
from tests.support.stylesheets import PATHS

VIEW_BOXES = {"square": "0 0 40 40", "wide": "0 0 900 60", "very-wide": "0 0 3000 60", "tall": "0 0 20 200"}
NAMES = {
    "short": "Harbour",
    "long": "Centre for Couples and Families at the Harbour and beyond, a Registered Charity (East)",
    "one-word": "Donaudampfschifffahrtsgesellschaftshafenberatungsstelle",
}
SMALL, USUAL, WIDE = 320, 390, 1280


@pytest.fixture(scope="module", params=VIEW_BOXES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small_site(tmp_path_factory.mktemp(request.param))
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{VIEW_BOXES[request.param]}"><path d="M0 0h9v9z"/></svg>'
    )
    (project / "brand" / "mark.svg").write_text(drawing, encoding="utf-8")
    brand = (project / "brand.yml").read_text(encoding="utf-8")
    brand = re.sub(r"(?m)^logo:.*", "logo: { screen: brand/mark.svg, height: 64 }", brand)
    (project / "brand.yml").write_text(re.sub(r"(?m)^name:.*", f'name: "{NAMES["short"]}"', brand), encoding="utf-8")
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["extra_css"] = list(PATHS)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    return project / "site"


def _named(page: Page, name: str) -> None:
    """Give the open page another name, as if its copy had it."""
    page.locator(".bar__name span").evaluate("(one, name) => { one.textContent = name }", name)


def test_nothing_leaves_the_screen(site: Path, browser: Browser) -> None:
    with served(site) as address:
        page = browser.new_page()
        page.goto(f"{address}right-now/")
        shape = page.locator(".bar img").evaluate("one => one.naturalWidth / one.naturalHeight")
        for name in NAMES.values():
            _named(page, name)
            for width in (SMALL, USUAL, WIDE):
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
                logo = page.locator(".bar img").bounding_box()
                assert logo
                assert logo["x"] >= 0
                assert logo["x"] + logo["width"] <= width
                if logo["width"] / logo["height"] != pytest.approx(shape, rel=0.1):
                    fit = page.locator(".bar img").evaluate("one => getComputedStyle(one).objectFit")
                    assert fit == "contain", "it is not squeezed"
        page.close()


def test_a_small_logo_stands_beside_the_name_however_long(site: Path, browser: Browser) -> None:
    """On the narrowest screens it stands alone, and the name is only heard."""
    with served(site) as address:
        page = browser.new_page(viewport={"width": USUAL, "height": 800})
        page.goto(f"{address}right-now/")
        for name in NAMES.values():
            _named(page, name)
            logo = page.locator(".bar img").bounding_box()
            words = page.locator(".bar__name span").bounding_box()
            assert words
            assert logo
            if logo["width"] <= 64:
                assert words["x"] > logo["x"] + logo["width"], name
            page.set_viewport_size({"width": SMALL, "height": 800})
            assert page.get_by_role("link", name=name).count() == 1
            page.set_viewport_size({"width": USUAL, "height": 800})
        page.close()
