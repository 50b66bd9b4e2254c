"""What renders parts of pages outside a build."""

from dataclasses import replace
from pathlib import Path

from worksheets.authoring.words import Words, read_words
from worksheets.editions.brand import Brand, read_brand
from worksheets.exercises.catalogue import Catalogue, Entry
from worksheets.exercises.examples import SECTION, all_examples
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.kinds import words_files
from worksheets.guide.bibliography.references import Bibliography
from worksheets.guide.drawings import read_drawings
from worksheets.guide.guide_settings import read_settings
from worksheets.guide.whole_guide import Guide
from worksheets.pyproject import version
from worksheets.rendering.renderer import Renderer
from worksheets.rendering.templates import environment

from tests.support.project import ROOT

BRAND_OR_NONE, _, BRAND_PROBLEMS = read_brand(ROOT / "brand.yml", "brand.yml")
assert BRAND_OR_NONE, BRAND_PROBLEMS
BRAND: Brand = BRAND_OR_NONE
"""The guide's own brand."""

SETTINGS, _, SETTINGS_PROBLEMS = read_settings(ROOT / "guide.yml", "guide.yml")
assert not SETTINGS_PROBLEMS, SETTINGS_PROBLEMS

DRAWINGS, DRAWING_PROBLEMS = read_drawings(ROOT / "pictures", "pictures", None)
"""What templates place."""
assert not DRAWING_PROBLEMS, DRAWING_PROBLEMS


def brand_of(name: str) -> Brand:
    """The brand of an example of a clinic, such as `uk`."""
    brand, _, problems = read_brand(ROOT / "clinics" / f"example-{name}" / "brand.yml", "brand.yml")
    assert brand, problems
    return brand


def words_file(language: str) -> Path:
    """The file with the words of a language."""
    return ROOT / "words" / "en.yml" if language == "en" else ROOT / "languages" / language / "words.yml"


def words(language: str = "en", country: str = "GB") -> Words:
    """The words of templates in a language."""
    paths = dict.fromkeys([ROOT / "words" / "en.yml", words_file(language)])
    t, problems = read_words({path: path.name for path in paths}, language, country, words_files())
    assert t, problems
    return t


def renderer_for(guide: Guide, **changes: object) -> Renderer:
    """What renders the parts of a guide in English, with the real settings, and the real brand with some changes."""
    templates = environment([ROOT / "overrides" / "worksheets"], version(ROOT), DRAWINGS)
    brand = BRAND.model_copy(update=changes)
    return Renderer(replace(guide, settings=SETTINGS), templates, brand, {"en": words()}, {})


def renderer_of(*entries: Entry) -> Renderer:
    """What renders these exercises, in a guide that holds nothing else."""
    catalogue = Catalogue((SECTION,), {entry.id: entry for entry in entries}, {})
    return renderer_for(Guide(catalogue, Bibliography((), ()), None, {}, ()))


def example(shows: str) -> Exercise:
    """The example that shows a kind of field, or a property of an exercise."""
    return next(one.entry.exercise for one in all_examples() if one.shows == shows)
