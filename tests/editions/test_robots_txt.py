"""What search engines are told: they may fetch everything, and here is the site map, if there is one."""

import pytest
from worksheets.editions.robots_txt import robots_txt

ALLOWED = "User-agent: *\nAllow: /\n"


@pytest.mark.parametrize(
    ("address", "noindex", "map_"),
    [
        ("https://guide.example.org/", False, "Sitemap: https://guide.example.org/sitemap.xml\n"),
        ("https://example.org/guide/", False, "Sitemap: https://example.org/guide/sitemap.xml\n"),
        ("", False, ""),
        ("https://guide.example.org/", True, ""),
    ],
)
def test_everything_may_be_fetched(address: str, noindex: bool, map_: str) -> None:
    assert robots_txt(address, noindex) == ALLOWED + map_
