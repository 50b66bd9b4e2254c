"""What `make mutants` says of mutants that were tried, and when it fails."""

import inspect
from pkgutil import resolve_name

import pytest

from tests.support.equivalent_mutants import EQUIVALENTS, Equivalent, function_of
from tests.support.mutants import verdict


@pytest.mark.parametrize(("noticed", "survived", "code"), [(19, 1, 0), (18, 1, 1), (1, 0, 0), (0, 1, 1), (0, 0, 1)])
def test_more_than_one_in_twenty_is_too_many(noticed: int, survived: int, code: int) -> None:
    became = {f"a.x_{number}": "killed" for number in range(noticed)}
    became |= {f"b.x_{number}": "survived" for number in range(survived)}
    assert verdict(became)[1] == code


def test_each_module_is_told_and_each_mutant_that_went_unnoticed() -> None:
    became = {
        "b.c.x_d": "timeout", "b.c.x_e": "no tests", "a.xǁFǁg": "killed", "a.x_h": "not checked", "a.x_i": "equivalent",
    }  # fmt: skip
    said, code = verdict(became)
    assert [line.split() for line in said.splitlines()] == [
        ["b.c.x_e:", "no", "tests"],
        ["module", "mutants", "noticed", "same", "not"],
        ["a", "2", "1", "1", "0", "0.0%"],
        ["b.c", "2", "1", "0", "1", "50.0%"],
        ["all", "4", "2", "1", "1", "25.0%"],
    ]
    assert code == 1


@pytest.mark.parametrize(
    ("mutant", "after", "same"),
    [
        ("a.x_b__mutmut_7", "    c = None", True),
        ("a.x_b__mutmut_7", "    c = True", False),
        ("a.x_b__mutmut_7", "    d = None", False),
        ("a.x_d__mutmut_7", "    c = None", False),
    ],
)
def test_a_change_is_known_by_its_function_and_its_words(mutant: str, after: str, same: bool) -> None:
    diff = f"--- a.py\n+++ a.py\n@@ -1,2 +1,2 @@\n def b():\n-    c = False\n+{after}\n"
    assert Equivalent("a.b", "= False", "= None", "").describes(mutant, diff) is same


@pytest.mark.parametrize("one", EQUIVALENTS, ids=lambda one: f"{one.function}: {one.became}")
def test_what_is_called_equivalent_is_still_written_there(one: Equivalent) -> None:
    assert one.written in inspect.getsource(resolve_name(one.function))
    assert one.why


def test_the_function_of_a_mutant() -> None:
    assert function_of("a.b.x_c__mutmut_1") == "a.b.c"
    assert function_of("a.b.x__c__mutmut_12") == "a.b._c"
    assert function_of("a.b.xǁ_Dǁ_e__mutmut_1") == "a.b._D._e"
