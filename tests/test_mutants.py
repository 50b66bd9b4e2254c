"""What `make mutants` says of mutants that were tried, and when it fails."""

import pytest

from tests.support.mutants import verdict


@pytest.mark.parametrize(("noticed", "survived", "code"), [(19, 1, 0), (18, 1, 1), (1, 0, 0), (0, 1, 1), (0, 0, 1)])
def test_more_than_one_in_twenty_is_too_many(noticed: int, survived: int, code: int) -> None:
    became = {f"a.x_{number}": "killed" for number in range(noticed)}
    became |= {f"b.x_{number}": "survived" for number in range(survived)}
    assert verdict(became)[1] == code


def test_each_module_is_told_and_each_mutant_that_went_unnoticed() -> None:
    became = {"b.c.x_d": "timeout", "b.c.x_e": "no tests", "a.xǁFǁg": "killed", "a.x_h": "not checked"}
    said, code = verdict(became)
    assert [line.split() for line in said.splitlines()] == [
        ["b.c.x_e:", "no", "tests"],
        ["module", "mutants", "noticed", "not"],
        ["a", "1", "1", "0", "0.0%"],
        ["b.c", "2", "1", "1", "50.0%"],
        ["all", "3", "2", "1", "33.3%"],
    ]
    assert code == 1
