"""A built site that opens in a language of which a part is translated, with English beside it: one small build."""

from pathlib import Path

import pytest

from tests.support.project import mkdocs, replace
from tests.support.two_languages import TOP, attributes, links, two_languages


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = two_languages(tmp_path_factory.mktemp("first"))
    replace(project / "brand.yml", "language: en\nlanguages: [en, fa]", "language: fa\nlanguages: [fa, en]")
    replace(project / "brand.yml", "language: fa\n", "language: fa\nuntranslated: hide\n")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_the_site_opens_in_it_and_leads_to_the_same_page_in_english(built: Path) -> None:
    assert attributes(built, "", "html") == {"lang": "fa", "dir": "rtl"}
    assert links(built, "right-now", ".languages a") == [("en", f"{TOP}en/right-now/")]
    assert links(built, "en/right-now", ".languages a") == [("fa", f"{TOP}right-now/")]


def test_what_is_left_out_of_it_is_found_in_english(built: Path) -> None:
    assert links(built, "right-now", '.prose a[hreflang="en"]') == [("en", f"{TOP}en/makers/#makers")]
    assert (built / "en" / "makers").is_dir()
    assert not (built / "makers").exists()


def test_search_engines_are_led_to_the_original_and_read_each_page_once(built: Path) -> None:
    canonical = [attributes(built, name, 'link[rel="canonical"]')["href"] for name in ("a-z", "right-now")]
    assert canonical == [f"{TOP}en/a-z/", f"{TOP}right-now/"]
    listed = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{TOP}en/a-z/</loc>" in listed
    assert f"<loc>{TOP}a-z/</loc>" not in listed
    assert f"<loc>{TOP}en/makers/</loc>" in listed, "the first language does not have it at all"
