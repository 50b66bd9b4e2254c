"""`python -m bench` measures all, and writes RESULTS.md and the figures in the README.

With names, such as `growth`, it prints those alone.
"""

import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.support import programs
from tests.support.host import HOST

from . import build_time, first_paint, fleet, growth, page_weight, projects, reader_tasks, sheets
from .readme import write_readme
from .row import Row
from .sites import linked, packed

HOW_TO_READ = """Below 1, ours is less. Both sides of a line come from one run. A build is measured in seconds that
processors worked for it, so that other work on the machine counts little. Ours keeps what is slow to make for the next
one, in the cache folder of the user: packed copies, light pages, readings of finished pages, formatted references."""

RESULTS = Path(__file__).with_name("RESULTS.md")
LINES = ("page_weight", "reader_tasks", "first_paint", "build_time", "growth", "sheets", "fleet")
VERSIONS = (
    HOST,
    "mkdocs-material",
    "mkdocs-macros-plugin",
    "markdown",
    "brotli",
    "selectolax",
    "tinycss2",
    "weasyprint",
    "distributed",
)


def rows(wanted: Iterable[str], folder: Path) -> Iterator[Row]:
    """All rows of the wanted lines, made in an empty folder."""
    if "sheets" in wanted:
        yield from sheets.rows(folder / "sheets")
    if "fleet" in wanted:
        yield from fleet.rows(folder / "network")
    if not {*wanted} - {"sheets", "fleet"}:
        return
    kept = folder / "kept"
    os.environ["XDG_CACHE_HOME"] = str(kept)  # what other builds have kept is not ours to count on
    guide = projects.ours(folder / "ours")
    material = projects.stock_material(folder / "no-search", guide, search=False)
    without_weight = projects.without_weight(folder / "without-weight", guide)
    for project in (guide, material):
        projects.build(project, project / "site")
    sites = {"ours": guide / "site", "material": packed(material / "site")}
    if "page_weight" in wanted:
        yield from page_weight.rows(sites)
    if "reader_tasks" in wanted:
        yield from reader_tasks.rows(sites["ours"], programs.chromium())
    if "first_paint" in wanted:
        yield from first_paint.rows(sites | {"linked": linked(without_weight, folder / "linked")}, programs.chromium())
    if "build_time" in wanted:
        stock = projects.stock_material(folder / "stock", guide)
        macros = projects.with_macros(folder / "macros", guide)
        yield from build_time.rows(guide, stock, material, macros, kept)
    if "growth" in wanted:
        yield from growth.rows(guide, folder, kept)


def table(found: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| what | ours | reference | ours ÷ reference | against | command |",
        "| --- | --: | --: | --: | --- | --- |",
    ]
    for row in found:
        figures = (f"{value:,.3g}" if value < 100 else f"{value:,.0f}" for value in (row.ours, row.reference))
        ratio = f"{row.ratio:.2f}" if row.reference else "–"
        ours, reference = figures
        lines.append(
            f"| {row.what} | {ours} {row.unit} | {reference} {row.unit} | {ratio} | {row.against} | `{row.command}` |"
        )
    return "\n".join(lines)


def machine() -> str:
    """What it was measured on."""
    model = next((line.split(": ")[1] for line in _read("/proc/cpuinfo") if line.startswith("model name")), "")
    memory = next((int(line.split()[1]) / 2**20 for line in _read("/proc/meminfo") if line.startswith("MemTotal")), 0)
    versions = ", ".join(f"{name} {version(name)}" for name in VERSIONS)
    return (
        f"{date.today()}, {os.cpu_count()} cores ({model or platform.machine()}), {memory:.0f} GB, "
        f"Python {platform.python_version()}, {versions}."
    )


def _read(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def main(wanted: list[str]) -> int:
    """Print the table; if it is whole, write it, and its figures into the README."""
    with tempfile.TemporaryDirectory() as folder:
        text = table(rows(wanted or LINES, Path(folder)))
    print(f"{machine()}\n\n{text}")
    if not wanted:
        RESULTS.write_text(f"# Results\n\n{machine()}\n\n{HOW_TO_READ}\n\n{text}\n", encoding="utf-8")
        write_readme(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
