"""What is said to each answer about known weaknesses."""

import json

from tests.support.audit import verdict

SOUND = {"name": "a", "version": "1", "vulns": []}
WEAK = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
UNKNOWN = {"name": "c", "version": "1", "skip_reason": "not found"}


def test_a_known_weakness_fails_and_what_was_not_asked_is_said() -> None:
    said, code = verdict(json.dumps({"dependencies": [SOUND, WEAK, UNKNOWN]}))
    assert code == 1
    assert said.splitlines() == [
        "b 2: PYSEC-1, fixed in 3.",
        "Known weaknesses: 1 in 2 pinned packages. NOT checked: 1, which the service does not answer for from here.",
    ]


def test_no_known_weakness_passes() -> None:
    assert verdict(json.dumps({"dependencies": [SOUND]})) == ("Known weaknesses: 0 in 1 pinned packages.", 0)


def test_without_an_answer_it_says_so_and_goes_on() -> None:
    for answer in ("", "ERROR: no route", "{}"):
        said, code = verdict(answer)
        assert "NOT checked" in said
        assert code == 0
