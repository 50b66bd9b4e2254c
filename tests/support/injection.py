"""Puts hostile words into every text of a small site that takes them."""

import copy
import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from worksheets.authoring.problems import Problem
from worksheets.authoring.source_files import Source
from worksheets.editions.brand import read_brand
from worksheets.exercises.catalogue import read_exercise
from worksheets.exercises.examples import examples
from worksheets.guide.helplines import read_helplines


def inject(project: Path, words: str) -> int:
    """Add every example and put the words into all texts of the small site; how many took them."""
    count = 0
    folder = project / "exercises" / "one"
    for example in examples():
        count += _spoil(
            folder / f"{example.shows}.yml",
            example.source,
            words,
            lambda path: read_exercise(Source(path, "", None))[2],
        )
    helplines = project / "sources" / "helplines.yml"
    count += _spoil(helplines, helplines.read_text("utf-8"), words, lambda path: read_helplines(path, "")[1])
    step = project / "docs" / "steps" / "one.md"
    markers = "".join(f"\n<!-- exercise: one/{example.shows} -->\n" for example in examples())
    step.write_text(step.read_text(encoding="utf-8") + markers, encoding="utf-8")
    bib = project / "sources" / "references.bib"
    bib.write_text(bib.read_text("utf-8").replace("{On calm}", f"{{{words}}}"), "utf-8")
    heading = f"# {html.escape(words)}"  # the same as the title
    for page in (project / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        for key in ("title", "description"):
            text = _with_value(text, key, words)
        text = re.sub("^# .*$", lambda _: heading, text, count=1, flags=re.MULTILINE)
        page.write_text(text, encoding="utf-8")
    brand = project / "brand.yml"
    more = {"disclaimer": "x", "legal-name": "x", "privacy-contact": "x", "contacts": {"hours": "x", "address": ["x"]}}
    source = yaml.safe_dump(yaml.safe_load(brand.read_text("utf-8")) | more)
    return count + _spoil(brand, source, words, lambda path: read_brand(path, "")[2])


def _spoil(path: Path, source: str, words: str, check: Callable[[Path], list[Problem]]) -> int:
    """Write a YAML file with the words in each text that may hold them."""
    value = yaml.safe_load(source)
    count = 0
    for number, (place, key) in enumerate(list(_texts(value)), 1):
        before = copy.copy(place[key])
        place[key] = f"{words}{number}"
        path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
        if check(path):
            place[key] = before
        else:
            count += 1
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return count


def _texts(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every text in a value: what holds it, and under which key."""
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(one, str):
            yield value, key
        elif isinstance(one, (dict, list)):
            yield from _texts(one)


def _with_value(text: str, key: str, words: str) -> str:
    before, _, rest = text.partition(f"\n{key}: ")
    quoted = words.replace("'", "''")
    return f"{before}\n{key}: '{quoted}'\n{rest.partition(chr(10))[2]}" if rest else text
