"""When short options stand side by side: in three rows at most, or in half as many as there are options."""

import pytest
from worksheets.exercises.options import PILL, ROW, are_short

WHOLE, HALF = "x" * (ROW - PILL), "x" * (ROW // 2 - PILL)


@pytest.mark.parametrize(
    ("options", "short"),
    [
        ([HALF, HALF], True),
        ([HALF, HALF + "xx"], False),
        ([WHOLE, HALF, HALF], True),
        ([WHOLE + "x", HALF, HALF], False),
        ([WHOLE, WHOLE], False),
        ([WHOLE, WHOLE, HALF, HALF], True),
        ([HALF, HALF] * 4, True),
        ([WHOLE, HALF, HALF, HALF, HALF, HALF, HALF], False),
        ([WHOLE, HALF, HALF, HALF, HALF, HALF, HALF, HALF], False),
        (["a", WHOLE, "b", "c"], True),
        (["a", WHOLE, "b", WHOLE, "c"], False),
    ],
)
def test_short_options_save_rows(options: list[str], short: bool) -> None:
    assert are_short(options) == short
