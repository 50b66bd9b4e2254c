"""The figures in the README, taken from the table of results, so that nobody types them."""

import re
import textwrap
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
START, END = "<!-- figures: make bench writes these lines -->", "<!-- end of figures -->"
COLUMNS = ("what", "ours", "other", "ratio", "against")
ROW = re.compile(r"\|".join(["^", *(rf" (?P<{name}>[^|]+) " for name in COLUMNS), ""]))

HEAVIEST = ("The heaviest page", "what a page may weigh")
STEP = ("Weight of `steps/self-care/index.html`", "stock Material")
PAINT = ("First paint, first page", "stock Material")
PLAIN = "plain MkDocs with stock Material"
CACHED = "Build, all kept from the last"

POINTS = (
    "**A page comes in one round trip.** Every page with its forms and styles weighs less than {limit} bytes packed by "
    "brotli, and its headers less than 800, or the build or a test fails. The heaviest has {heaviest} bytes. *Care for "
    "yourself* has {step}, and with stock Material {stock_step}. On a slow line (400 ms, 400 kbit/s) it is painted "
    "after {paint} ms, with stock Material after {stock_paint} ms.",
    "**A build costs what its content costs.** It takes {build} times as long as plain MkDocs with stock Material, and "
    "{macros} times as long as that with mkdocs-macros. The first build on a machine takes {first} times as long, and "
    "{memory} times the memory. `make bench` "
    "measures all that again; [the table](bench/RESULTS.md) also shows where we are worse.",
)


def figures(results: str) -> str:
    """The lines of the README that hold figures, from the text of RESULTS.md; the rows must all be there."""
    rows = {(row["what"], row["against"]): row for row in map(ROW.match, results.splitlines()) if row}
    number = {
        "limit": rows[HEAVIEST]["other"],
        "heaviest": rows[HEAVIEST]["ours"],
        "step": rows[STEP]["ours"],
        "stock_step": rows[STEP]["other"],
        "paint": rows[PAINT]["ours"],
        "stock_paint": rows[PAINT]["other"],
        "build": rows[CACHED, PLAIN]["ratio"],
        "macros": rows[CACHED, f"{PLAIN} and mkdocs-macros-plugin"]["ratio"],
        "first": rows["First build, nothing kept", PLAIN]["ratio"],
        "memory": rows["Memory of a build", PLAIN]["ratio"],
    }
    plain = {name: value.split()[0] for name, value in number.items()}
    return "\n".join(
        textwrap.fill(point.format(**plain), 120, initial_indent="- ", subsequent_indent="  ") for point in POINTS
    )


def with_figures(readme: str, results: str) -> str:
    """The README with its figures as the results have them."""
    before, rest = readme.split(START)
    return f"{before}{START}\n{figures(results)}\n{END}{rest.split(END)[1]}"


def write_readme(results: str) -> None:
    """Write the figures into the README."""
    README.write_text(with_figures(README.read_text(encoding="utf-8"), results), encoding="utf-8")
