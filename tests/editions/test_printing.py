"""A copy makes PDFs for its own paper, and for more where its brand.yml says so."""

import pytest
from worksheets.editions.brand import Brand
from worksheets.exercises.exercise_addresses import Printing
from worksheets.guide.whole_guide import Guide
from worksheets.paper.all_sheets import all_sheets
from worksheets.paper.leaf_writer import SheetContext
from worksheets.rendering.downloads import planned_pdfs

from tests.support.renderers import renderer_for

ALL = {"", "-large", "-copies", "-letter", "-letter-large", "-copies-letter"}
TWO = "worksheets/repair/pause-plan"


def brand_with(brand: Brand, **values: object) -> Brand:
    return brand.model_copy(update={"paper": "A4", "papers": (), **values})


@pytest.mark.parametrize(
    ("values", "made"),
    [
        ({}, {"", "-large", "-copies"}),
        ({"paper": "Letter"}, {"-letter", "-letter-large", "-copies-letter"}),
        ({"papers": ("A4", "Letter")}, ALL),
        ({"papers": ("Letter",)}, ALL),
        ({"large_print": False}, {"", "-copies"}),
        ({"copies": False}, {"", "-large"}),
        ({"papers": ("Letter", "A4"), "large_print": False, "copies": False}, {"", "-letter"}),
    ],
)
def test_what_brand_yml_chooses_is_written_and_planned(values: dict[str, object], made: set[str], guide: Guide) -> None:
    renderer = renderer_for(guide)
    renderer.brand = brand_with(renderer.brand, **values)
    written = {sheet.path for sheet in all_sheets(renderer, SheetContext("", "", {}, lambda text: text))}
    assert written == set(planned_pdfs(guide, renderer.brand.printing))
    assert {path.removesuffix(".pdf").removeprefix(TWO) for path in written if path.startswith(TWO)} == made


def test_the_usual_paper_is_the_first() -> None:
    names = [[paper.name for paper in papers] for papers in (Printing().papers, Printing().large_print)]
    assert names == [["A4", "Letter"]] * 2
