"""The address of the whole site is refused where links and the sitemap could not be made from it."""

from pathlib import Path

import pytest
from worksheets.authoring.web_addresses import site_address

from tests.support.project import mkdocs
from tests.support.small_site import small_site


@pytest.mark.parametrize(
    "address",
    [
        "https://guide.example.org/",
        "http://localhost:8000/",
        "https://example.org/rupture-and-repair/",
        "https://me.example.io/a%20b/~c/",
        "https://grüße.example/",
        "https://xn--gre-6ka8l.example/",
        "http://[::1]:8000/",
        "http://192.168.0.1/",
    ],
)
def test_addresses_of_sites_pass(address: str) -> None:
    assert site_address(address) == address
    assert site_address(address.rstrip("/")) == address


def test_an_empty_address_is_allowed() -> None:
    assert site_address("") == site_address(None) == ""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://x.example/ ", "It has a space. Write `https://x.example/`."),
        (" https://x.example/", "It has a space. Write `https://x.example/`."),
        ("https://x .example/", "It has a space. Write `https://x.example/`."),
        ("https://x.example/\n", "It has a space."),
        ("https://x.example/?a=1/", "It has a query. Write `https://x.example/`."),
        ("https://x.example/a#b", "It has an anchor. Write `https://x.example/a/`."),
        ("https://x.example//a/", "It has an empty folder, `//`. Write `https://x.example/a/`."),
        ("https://x.example/a//", "It has an empty folder, `//`. Write `https://x.example/a/`."),
        ("https://x.example/a/../b/", "It has a folder `..`. Write `https://x.example/b/`."),
        ("https://x.example/./", "It has a folder `.`. Write `https://x.example/`."),
        ("https://x.example/a/index.html", "It is the address of a page. Write `https://x.example/a/`."),
        ("https://x.example/INDEX.htm/", "It is the address of a page. Write `https://x.example/`."),
        ("https://x.example/%zz/", "It has a `%` without two digits after it. Write `%25` for a plain `%`."),
        ("https://x.example/50%/", "It has a `%` without two digits after it. Write `%25` for a plain `%`."),
        ("https://x.example:99999/", "It has the port 99999, and the highest is 65535."),
        ("https://https://x.example", "Its `https://` is followed by another. Write `https://x.example/`."),
        ("http://https:/x.example/a/", "Its `http://` is followed by another. Write `http://x.example/a/`."),
        ("https://x.example:0/", "It has the port 0, and the lowest is 1."),
        ("x.example", "It does not begin with `https://`."),
        ("ftp://x.example/", "It does not begin with `https://`."),
        ("https://me:secret@x.example/", "It is not the address"),
        ("https:///x", "It is not the address"),
        ("https://-x.example/", "It is not the address"),
        ('https://x.example/"', "It is not the address"),
    ],
)
def test_other_addresses_are_reported(address: str, said: str) -> None:
    with pytest.raises(ValueError, match="SITE_URL") as told:
        site_address(address)
    assert said in str(told.value)
    assert f"“{address}”" in str(told.value)


def test_the_slash_that_mkdocs_adds_behind_a_blank_is_not_quoted() -> None:
    with pytest.raises(ValueError, match=r"is “https://x\.example/ ”\. It has a space\."):
        site_address("https://x.example/ /")


@pytest.mark.parametrize("address", ["https://x.example/ ", "https://x.example/?a=1"])
def test_a_build_stops_at_such_an_address(address: str, tmp_path: Path) -> None:
    project = small_site(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write('\nsite_url: !ENV [SITE_URL, ""]\n')
    done = mkdocs("build", "--strict", folder=project, SITE_URL=address)
    assert done.returncode == 1
    assert "The site's address (SITE_URL" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
