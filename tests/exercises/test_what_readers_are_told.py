"""What browsers tell screen readers of the fields of each kind, asked in Chromium's own tree of what is accessible.

What a real screen reader makes of it is in the `heard.txt` of each kind: see `tests/support/listening.py`.
"""

import pytest
from worksheets.exercises.kinds import FOLDER, KINDS

from tests.support.accessibility_tree import told_of
from tests.support.exercise_pages import OpenExercise
from tests.support.renderers import example

CONTROLS = {"textbox", "checkbox", "radio", "combobox", "Date"}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_control_has_a_name_and_each_hint_is_told_once(kind: str, open_exercise: OpenExercise) -> None:
    """A hint describes one control and no group: Orca never says what describes a group."""
    told = told_of(open_exercise(example(kind)))
    controls = [one for one in told if one.role in CONTROLS]
    assert controls or kind == "note"
    assert all(one.name for one in controls)
    descriptions = " ".join(one.description for one in controls)
    for field in example(kind).fields:
        hint = " ".join(str(getattr(field, "hint", None) or "").split())
        if hint and field.kind != "sum":  # a sum has nothing to fill in: its hint is read
            assert descriptions.count(hint) == 1, hint
    of_sums = {field.label for field in example(kind).fields if field.kind == "sum"}  # type: ignore[attr-defined]
    assert [one for one in told if one.role == "group" and one.description and one.name not in of_sums] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_empty_has_a_role_that_is_read(kind: str, open_exercise: OpenExercise) -> None:
    """Orca reads an empty `status` as “statusbar”; `aria-live` alone is silent until something is said."""
    told = told_of(open_exercise(example(kind)))
    assert [one for one in told if one.role == "status"] == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_part_is_named_once_by_its_heading(kind: str, open_exercise: OpenExercise) -> None:
    told = told_of(open_exercise(example(kind)))
    titles = [str(part.title) for part in example(kind).parts]
    assert [one.name for one in told if one.role == "heading"][-len(titles) :] == titles
    assert [one.name for one in told if one.role == "group" and one.name in titles] == []


@pytest.mark.parametrize(
    ("kind", "region"), [("advice", ".progress"), ("sum", ".sum__so-far"), ("sentence", ".sentence__line")]
)
def test_what_changes_in_part_is_told_whole(kind: str, region: str, open_exercise: OpenExercise) -> None:
    """Without `aria-atomic` Orca says “2” where it should say “2 of 3 done.”."""
    found = open_exercise(example(kind)).locator(region)
    assert found.get_attribute("aria-live") == "polite"
    assert found.get_attribute("aria-atomic") == "true"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_it_was_listened_to_with_its_present_words(kind: str) -> None:
    """All words of the usual example are in what was heard; if not, `make listen ACCEPT=yes` and read it."""
    heard = " ".join((FOLDER / kind / "heard.txt").read_text(encoding="utf-8").split())
    for field in example(kind).fields:
        words = " ".join(str(getattr(field, "label", None) or "").split())
        assert words in heard
