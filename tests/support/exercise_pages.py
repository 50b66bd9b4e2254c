"""Exercises that a test writes as the YAML of their fields, and pages that show them."""

import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent, indent
from typing import Any, Protocol

from playwright.sync_api import Page
from worksheets.authoring.problems import Problem
from worksheets.authoring.source_files import Source
from worksheets.exercises.catalogue import Entry, read_exercise
from worksheets.exercises.examples import SECTION
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.kinds import kinds_style

from tests.support.renderers import renderer_of
from tests.support.stylesheets import STYLES

HEAD = """\
title: A sheet
kind: worksheet
for: one
minutes: 2
purpose: To test.
evidence: []
stop: Stop when you like.
parts:
"""
NAME = "w-examples--sheet"
"""What ids in the first exercise of a page begin with."""


class OpenExercise(Protocol):
    """Opens exercises in Chromium: see the fixture `open_exercise`."""

    def __call__(
        self, *exercises: str | Exercise, without: str = "", scripts: bool = False, **settings: Any
    ) -> Page: ...


def fields_as_yaml(*fields: Mapping[str, object]) -> str:
    """Fields as lines of YAML, for those that a test puts together."""
    return "".join(f"- {json.dumps(field, ensure_ascii=False)}\n" for field in fields)  # JSON is YAML


def exercise_as_yaml(*parts: str) -> str:
    """The whole file of an exercise with a part for each list of fields."""
    return HEAD + "".join(
        f"  - title: A part\n    fields:\n{indent(dedent(fields).strip(), ' ' * 6)}\n" for fields in parts
    )


def exercise_of(*parts: str) -> Exercise:
    """An exercise with a part for each list of fields, which have no mistake."""
    exercise, problems = _read(exercise_as_yaml(*parts))
    assert exercise, [str(problem) for problem in problems]
    return exercise


def told(*parts: str) -> list[str]:
    """What the author of these fields is told, without file and line: the place, what is wrong, what to write."""
    _, problems = _read(exercise_as_yaml(*parts))
    return [f"{problem.place}: {problem.wrong} {problem.write}" for problem in problems]


def _read(text: str) -> tuple[Exercise | None, list[Problem]]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sheet.yml"
        file.write_text(text, encoding="utf-8")
        _, exercise, problems = read_exercise(Source(file, "sheet.yml", None))
    return exercise, problems


def page_of(*exercises: str | Exercise, without: str = "") -> str:
    """A page with open exercises and all of their CSS, as a browser reads it that lacks one thing of it.

    That is a function such as `has` or a property such as `field-sizing`.
    """
    models = [exercise_of(one) if isinstance(one, str) else one for one in exercises]
    names = ["sheet", *(f"sheet-{number}" for number in range(2, len(models) + 1))]
    entries = [Entry(f"examples/{name}", SECTION, one) for name, one in zip(names, models, strict=True)]
    renderer = renderer_of(*entries)
    css = renderer.palette() + STYLES + kinds_style() + "".join(map(renderer.stylesheet, entries))
    if without:
        css, found = re.subn(rf"\b{without}(?=[(:])", "unheard-of", css)
        assert found
    shown = "".join(renderer.exercise_alone(entry, 2, lambda path: f"../{path}") for entry in entries)
    return (
        '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>A sheet</title>'
        f'<meta name="viewport" content="width=device-width"><style>{css}</style>'
        f"<main><h1>A sheet</h1>{shown}</main></html>"
    )


def own_css_of(exercise: Exercise) -> str:
    """The CSS that an exercise adds to that of every page."""
    entry = Entry("examples/sheet", SECTION, exercise)
    return renderer_of(entry).stylesheet(entry)


def choose(page: Page, *ids: str) -> None:
    """Choose what has these ids in the first exercise of a page, without what they begin with."""
    for id_ in ids:
        page.locator(f"#{NAME}--{id_}").check()
