"""A real screen reader, Orca with Firefox, reads two sheets and fills them in by keyboard.

`make listen` has it read every kind of field and some pages. What is asked here is what a listener needs, not the exact
words, which are Orca's own and change with its versions.
"""

import tempfile
from pathlib import Path

from tests.support.listening import heard_of_kind
from tests.support.screen_reader import screen_reader


def test_what_is_asked_what_is_chosen_and_what_changes_is_said(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as home, screen_reader(Path(home)) as reader:
        advice = heard_of_kind(reader, "advice", tmp_path)
        sentence = heard_of_kind(reader, "sentence", tmp_path)
    read, filled_in = advice.split("Filled in by keyboard")
    assert "How it is now, heading level 3" in read, "a part is named by its heading"
    assert read.count("How it is now") == 1
    assert "statusbar" not in read
    assert "0 is calm, not selected, radio button" in read
    assert "\n  10 is flooded, not selected, radio button" in read
    first = filled_in.splitlines()[1]
    assert [first.count(words) for words in ("How worked up am I right now?", "0 is calm", "10 is flooded")] == [1] * 3
    assert filled_in.count("Take a break first. Say when you will be back") == 1, "advice is spoken once"
    for progress in ("1 of 3 done. Half done is fine.", "2 of 3 done. Half done is fine.", "3 of 3 done."):
        assert filled_in.count(progress) == 1
    first, chosen = sentence.split("Filled in by keyboard")[1].splitlines()[1:3]
    assert first.count("Choose what is nearly right.") == 1, "the hint of a group"
    assert "selected" in chosen
    assert chosen.count("When plans change at short notice, I feel …. What I need is ….") == 1
