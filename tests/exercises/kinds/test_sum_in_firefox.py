"""A sum picks its words in a real Firefox too, which knows no `<` in its style queries."""

from pathlib import Path

from tests.support.exercise_pages import NAME, page_of
from tests.support.firefox import Firefox
from tests.support.renderers import example

BANDS = "[...document.querySelectorAll('.sum__band')].map(one => one.checkVisibility())"


def test_only_the_band_of_the_sum_stays(fox: Firefox, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(page_of(example("sum")), encoding="utf-8")
    fox.open(page.as_uri())
    seen = [fox.ask(BANDS)]
    for chosen in ("tired--4", "rushed--0", "rushed--1", "rushed--5", "on-my-mind--1"):
        fox.click(f"document.querySelector('#{NAME}--{chosen}')")
        seen.append(fox.ask(BANDS))
    every, low, middle, high = [True] * 3, [True, False, False], [False, True, False], [False, False, True]
    assert seen == [every, every, low, middle, middle, high]
