"""What an author meets when a file is broken: `mkdocs build` stops before it writes, `mkdocs serve` goes on."""

import json
import re
import subprocess
from functools import partial
from pathlib import Path

from justhtml import JustHTML
from worksheets.site.checksums import SUMS, differences, read_sums, sums, write_sums
from worksheets.site.zip_archive import write_archive

from tests.support import programs
from tests.support.project import ROOT, copy_project, mkdocs, replace
from tests.support.renderers import BRAND
from tests.support.samples import WHOLE
from tests.support.servers import serving, wait_for

BREAK = {
    "exercises/boundaries/my-space-plan.yml": ("minutes:", "minuets:"),
    "docs/steps/growth.md": ("<!-- sheet: growth/kind-observer -->", "<!-- sheet: growth/kind-obsever -->"),
    "sources/references.bib": ("@article{gable2004what,", "@articel{gable2004what,"),
    "sources/helplines.yml": ("  - code: GB", "  - cod: GB"),
    "brand.yml": ("exit-address: https://", "exit-address: http://"),
}


def test_a_broken_guide_is_not_built_and_every_mistake_is_named(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last good site")
    for name, (old, new) in BREAK.items():
        replace(project / name, old, new)
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for name in BREAK:
        assert re.search(rf"{re.escape(name)}:\d+: ", done.stderr), f"{name} is not named in:\n{done.stderr}"
    assert (project / "site" / "index.html").read_text() == "the last good site"


def test_what_an_author_writes_about_a_page_is_escaped(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    hostile = """'A "word" <img src="x">&'"""
    heading = """# A "word" &lt;img src="x"&gt;&amp;"""
    replace(project / "docs/right-now.md", "title: In the middle of an argument right now", f"title: {hostile}")
    replace(project / "docs/right-now.md", "# In the middle of an argument right now", heading)
    text = (project / "docs/right-now.md").read_text(encoding="utf-8")
    (project / "docs/right-now.md").write_text(re.sub("description: .*", f"description: {hostile}", text))
    replace(project / "mkdocs.yml", "- Right now: right-now.md", "- right-now.md")
    replace(project / "brand.yml", "name: Rupture and repair", f"name: {hostile}")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    page = JustHTML((project / "site/right-now/index.html").read_text(encoding="utf-8"), sanitize=False)
    assert page.query("img[src=x]") == []
    (description,) = page.query("meta[name=description]")
    assert (description.attrs or {})["content"] == hostile.strip("'")


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, another year, another time zone and another locale, with nothing kept; the zip too.

    In two languages, one from right to left; in all of them in `make test-whole`.
    """
    languages = BRAND.all_languages[1:] if WHOLE else ("ar",)
    here = copy_project(tmp_path / "here", languages=languages)
    project = copy_project(tmp_path / "elsewhere" / "with a blank", languages=languages)
    later = (str(programs.path("faketime")), "-f", "2031-02-03 23:59:30")
    address = "https://guide.example.org/"
    one = mkdocs("build", "--strict", "--site-dir", str(tmp_path / "one"), folder=here, TZ="UTC", SITE_URL=address)
    far = partial(mkdocs, folder=project, before=later, TZ="Pacific/Auckland", LC_ALL="C")
    other = far("build", "--strict", SITE_URL=address, XDG_CACHE_HOME=str(tmp_path / "nothing-kept"))
    assert one.returncode == other.returncode == 0, one.stderr + other.stderr
    assert differences(sums(tmp_path / "one"), sums(project / "site")) == []
    lists = [(folder / SUMS).read_text() for folder in (tmp_path / "one", project / "site")]
    assert lists[0] == lists[1]
    assert (project / "site" / languages[0] / "index.html").exists()
    assert "2031" not in (project / "site/sitemap.xml").read_text()
    for name, folder in (("a/guide.zip", tmp_path / "one"), ("b/guide.zip", project / "site")):
        write_archive(folder, tmp_path / name)
    assert (tmp_path / "a/guide.zip").read_bytes() == (tmp_path / "b/guide.zip").read_bytes()


def test_no_page_in_any_language_is_too_heavy_with_an_address(tmp_path: Path) -> None:
    """A page knows its address in several places, and the real site has one; the site of the other tests has none."""
    project = copy_project(tmp_path, languages=BRAND.all_languages[1:])
    done = mkdocs("build", "--strict", folder=project, SITE_URL="https://guide.harbour.example.org/for/couples/")
    assert done.returncode == 0, done.stderr


def test_a_difference_is_seen(tmp_path: Path) -> None:
    for name, text in (("same", "x"), ("changed", "x"), ("gone", "x")):
        (tmp_path / name).write_text(text)
    write_sums(tmp_path)
    before = read_sums(tmp_path / SUMS)
    assert differences(before, sums(tmp_path)) == []
    (tmp_path / "gone").unlink()
    (tmp_path / "changed").write_text("y")
    (tmp_path / "added").write_text("z")
    said = ["added is new.", "changed has other bytes.", "gone is missing."]
    assert differences(before, sums(tmp_path)) == said
    checked = subprocess.run(["sha256sum", "--check", "--quiet", SUMS], cwd=tmp_path, capture_output=True, text=True)
    assert "changed: FAILED" in checked.stdout
    assert "same" not in checked.stdout


def test_the_list_of_materials_names_what_is_pinned() -> None:
    pinned = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    bom = json.loads((ROOT / "deploy/sbom.cdx.json").read_text())
    assert len(pinned) > 20
    assert {(one["name"], one["version"]) for one in bom["components"]} == set(pinned), "run `make pins`"
    hashes = {part["content"] for one in bom["components"] for part in one["externalReferences"][0]["hashes"]}
    assert hashes == set(re.findall(r"sha256:(\w+)", (ROOT / "requirements.txt").read_text()))


def test_serving_shows_mistakes_and_recovers(tmp_path: Path, unused_port: int) -> None:
    project = copy_project(tmp_path)
    exercise = project / "exercises/boundaries/my-space-plan.yml"
    replace(exercise, "minutes:", "minuets:")
    with serving(project, unused_port) as address:
        page = wait_for(address + "steps/boundaries/", "Something to fix")
        assert "exercises/boundaries/my-space-plan.yml" in page
        assert "Did you mean" in page
        replace(exercise, "minuets:", "minutes:")
        wait_for(address + "steps/boundaries/", "How to do it")
        replace(project / "docs/steps/boundaries.md", "## How to do it", "## How to go about it")
        wait_for(address + "steps/boundaries/", "How to go about it")
        replace(project / "docs/steps/boundaries.md", "<!-- exercise", "<!-- exercize")
        wait_for(address + "steps/boundaries/", "Unknown marker")
