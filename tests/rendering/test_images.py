"""Pictures in pages: each has its room before it comes, fits the screen, and is named if it cannot be shown."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route
from worksheets.authoring.source_files import Overlay
from worksheets.authoring.words import Words
from worksheets.editions.allowed_files import KINDS, refused_attachments
from worksheets.rendering.image_sizes import with_sizes

from tests.support.project import ROOT, mkdocs
from tests.support.servers import served
from tests.support.small_site import small_site, write_page

PICTURES = {"a.png": ROOT / "brand/worksheet.png", "b.svg": ROOT / "brand/circles.svg"}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ('<p>x &amp; <img alt="a" src="a.png">', 'alt="a" src="a.png" width="860" height="1180" loading="lazy">'),
        ('<img src="b.svg">', 'src="b.svg" width="36" height="24" loading="lazy">'),
        ('<img src="a.png" width="40">', 'src="a.png" width="40" loading="lazy">'),
        ('<img src="a.png" loading="eager">', 'src="a.png" loading="eager" width="860" height="1180">'),
        ('<img src="gone.png">', 'src="gone.png" loading="lazy">'),
        ("<img>", 'loading="lazy">'),
    ],
)
def test_a_picture_has_its_size_unless_its_author_gave_one(given: str, wanted: str) -> None:
    made, problems = with_sizes(f"{given}\n<table><tr><td>1", "index.html", PICTURES, "docs/index.md", given)
    assert not problems
    assert wanted in made
    assert made.startswith(given.split("<img")[0])


def test_in_a_site_nothing_moves_and_nothing_is_cut_off(tmp_path: Path, browser: Browser) -> None:
    project = small_site(tmp_path)
    (project / "docs/guides").mkdir()
    shutil.copy(ROOT / "brand/worksheet.png", project / "docs/guides/a sheet.png")
    write_page(project, "guides/kettle", "![A sheet](a%20sheet.png)\n\nWords below.")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    with served(project / "site") as address:
        page = browser.new_page(viewport={"width": 320, "height": 640})
        asked: list[Route] = []
        page.route("**/*.png", lambda route: asked.append(route))
        page.goto(f"{address}guides/kettle/", wait_until="domcontentloaded")
        page.locator("main img").scroll_into_view_if_needed()
        before = page.locator("main img").bounding_box()
        asked[0].continue_()
        page.locator("main img").evaluate("picture => picture.decode()")
        after = page.locator("main img").bounding_box()
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.close()
    assert before
    assert before == after
    assert before["height"] / before["width"] == pytest.approx(1180 / 860, rel=0.01)


def test_a_picture_without_a_size_is_named_with_its_line(tmp_path: Path) -> None:
    project = small_site(tmp_path)
    (project / "docs/broken.jpg").write_bytes(b"no picture")
    write_page(project, "right-now", "Words.\n\n![Broken](broken.jpg)")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 1
    said = "docs/right-now.md:12: “broken.jpg” is not really a picture. Save it again as PNG, JPEG or WebP."
    assert said in done.stderr


def test_a_clinics_picture_is_looked_at_before_it_is_published(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/broken.webp").write_bytes(b"RIFF")
    (tmp_path / "pages/huge.png").write_bytes((ROOT / "brand/worksheet.png").read_bytes() + b"x" * 300_000)
    shutil.copy(ROOT / "brand/worksheet.png", tmp_path / "pages/fine.png")
    (tmp_path / "pages/runs.exe").write_bytes(b"")
    overlay = Overlay(tmp_path, "clinics/mine", Words("en", "en_GB", {}))
    said = [str(problem) for problem in refused_attachments(overlay, set())]
    kilobytes = (tmp_path / "pages/huge.png").stat().st_size // 1024
    assert said == [
        "clinics/mine/pages/broken.webp:1: “broken.webp” is not really a picture. Save it again as PNG, JPEG or WebP.",
        f"clinics/mine/pages/huge.png:1: “huge.png” is {kilobytes} kB. Make it smaller than 200 kB.",
        "clinics/mine/pages/runs.exe:1: A file that ends in `.exe` cannot be published. "
        f"Pages and these can: {', '.join(KINDS)}. CSS has its own folder.",
    ]
