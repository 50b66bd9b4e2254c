"""A small site in two languages, and what its pages hold."""

from pathlib import Path
from urllib.parse import urljoin

from justhtml import JustHTML
from worksheets.editions.originals import copy_to_own

from tests.support.project import replace
from tests.support.small_site import small_site, write_page

TOP = "https://example.org/guide/"
FIRST = ("right-now.md", "safety/is-this-safe.md", "safety/help-now.md")


def two_languages(tmp_path: Path) -> Path:
    """A small site in English and Persian, which is written from right to left and has a letter that joins nothing."""
    project = small_site(tmp_path)
    persian = project / "languages" / "fa"
    persian.mkdir(parents=True)
    (persian / "language.yml").write_text("code: fa\nname: فارسی\n", encoding="utf-8")
    (persian / "words.yml").write_text("menu: می‌خواهم\nnot-translated: هنوز به فارسی نیست.\n", encoding="utf-8")
    write_page(project, "makers", "Words.")
    replace(project / "docs" / "right-now.md", "Words.", "Words. [Makers](makers.md#makers)")
    for path in FIRST:
        copy_to_own(project, persian, Path("docs") / path)
        replace(persian / "pages" / path, "Words.", "می‌خواهم")
    for name in ("sheet", "sheet-alone", "ticks"):
        file = Path("exercises", "one", f"{name}.yml")
        copy_to_own(project, persian, file)
        replace(persian / file, "title: A", "title: یک")
    replace(project / "brand.yml", "language: en", "language: en\nlanguages: [en, fa]")
    with (project / "guide.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"translated-first: [{', '.join(FIRST)}]\nleft-out: [makers.md]\n")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"site_url: {TOP}\n")
    return project


def page(site: Path, name: str) -> JustHTML:
    return JustHTML((site / name / "index.html").read_text(encoding="utf-8"), sanitize=False)


def attributes(site: Path, name: str, selector: str) -> dict[str, str | None]:
    """Those of the first such element of a page."""
    return page(site, name).query(selector)[0].attrs or {}


def links(site: Path, name: str, selector: str) -> list[tuple[str, str]]:
    """The language of each of some links of a page, and the address to which it leads."""
    here = urljoin(TOP, name and f"{name.rstrip('/')}/")
    found = page(site, name).query(selector)
    every = [one.attrs or {} for one in found]
    return [(str(one["hreflang"]), urljoin(here, str(one["href"]))) for one in every]
