"""A file for Word holds all that an exercise says; what it leaves out is named by the kind of field."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from worksheets.authoring.text_types import prose
from worksheets.exercises.examples import all_examples
from worksheets.exercises.exercise import Exercise
from worksheets.exercises.field import Field
from worksheets.exercises.kinds import KINDS
from worksheets.exercises.word_forms import not_in_word, word_form

from tests.support.project import ROOT
from tests.support.renderers import renderer_of, words
from tests.support.word_files import W, WordFile, example_word_files, real_guide, real_word_files, word_file_of

NOT_READ = {"kind", "id", "when", "of", "fits"}
"""The keys of fields whose values no reader reads as they are written; the bin that `fits` is read elsewhere."""

FORMS = (ROOT / "docs" / "contributing" / "forms.md").read_text(encoding="utf-8")

WITHOUT_BOXES = {"cards", "pacer", "pause"}
"""The kinds whose boxes on screen turn a card or start a clock."""


def every_exercise() -> Iterator[tuple[str, WordFile, Exercise]]:
    files = chain(real_word_files().items(), example_word_files().items())
    yield from ((path, file, file.exercise) for path, file in files if file.exercise)


def plain(text: str) -> str:
    """What is read of an author's prose, with single blanks."""
    return " ".join(prose(text).striptags().split())


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key, inner in value.items() if key not in NOT_READ for text in texts(inner))
    elif isinstance(value, (list, tuple)):
        yield from (text for inner in value for text in texts(inner))


def told(exercise: Exercise) -> Iterator[str]:
    """All that the author wrote for readers, but for what a kind says that it leaves out."""
    yield from filter(None, [exercise.title, exercise.purpose, exercise.stop, exercise.two_minutes])
    for part in exercise.parts:
        yield from filter(None, [part.title, part.intro])
        for field in part.fields_:
            yield from set(texts(field.model_dump())) - set(not_in_word(field))


def test_there_is_a_file_for_every_exercise_section_and_pack() -> None:
    paths = set(real_word_files())
    catalogue, packs = real_guide().catalogue, real_guide().packs
    assert len(paths) == len(catalogue.entries) + len(catalogue.sections) + len(packs.entries)
    assert {"worksheets/repair/pause-plan.docx", "worksheets/repair.docx", "packs/six-weeks.docx"} <= paths


def test_no_text_of_an_exercise_is_missing() -> None:
    found = list(every_exercise())
    assert len(found) > 100
    missing = {
        path: lost
        for path, file, exercise in found
        if (lost := [one for one in map(plain, told(exercise)) if one not in file.words])
    }
    assert missing == {}


def test_a_section_has_every_text_of_its_exercises() -> None:
    files = real_word_files()
    for path, file in files.items():
        if file.exercise:
            whole = files[f"{path.rpartition('/')[0]}.docx"].words
            assert [one for one in map(plain, told(file.exercise)) if one not in whole] == [], path


def test_a_pack_has_what_is_read_first_and_its_exercises_in_order() -> None:
    packs = real_guide().packs.entries
    assert len(packs) >= 4
    for id_, entry in packs.items():
        words_of = real_word_files()[f"packs/{id_}.docx"].words
        assert [text for text in map(plain, entry.pack.texts) if text not in words_of] == [], id_
        held = [real_guide().catalogue.entries[one].exercise for one in entry.pack.exercises]
        places = [words_of.rindex(f"{one.title} {words()(one.kind)}, ") for one in held]  # other sheets name it too
        assert places == sorted(places), id_


def test_the_words_of_the_sheet_stand_in_the_order_of_paper() -> None:
    t = words()
    for path, file, exercise in every_exercise():
        in_order = [exercise.title, t("when-to-stop"), plain(exercise.stop), plain(exercise.purpose)]
        in_order += [t("two-minutes")] if exercise.two_minutes else []
        in_order += [part.title for part in exercise.parts]
        places = [0]
        for one in in_order:
            assert one in file.words[places[-1] :], (path, one)
            places.append(file.words.index(one, places[-1]) + len(one))


def test_at_the_end_are_source_version_helplines_and_licence() -> None:
    sheet, example, _ = real_word_files()["worksheets/repair/pause-plan.docx"].words.partition(" Example: Pause plan")
    end = sheet[-600:]
    assert example, "the example is behind it, so that it can be taken out"
    assert "Rupture and repair, https://example.org/. " in end
    assert "Help (United Kingdom): Emergency 999" in end
    assert end.endswith("Words and pictures CC BY 4.0, code MIT.")


def test_conditions_are_said_as_on_paper() -> None:
    (field,) = (one for one in all_examples() if one.shows == "advice")
    assert "If “How worked up am I right now?” is 7 or more:" in word_file_of(field.entry.exercise).words


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_way_into_word(kind: str) -> None:
    form = word_form(kind)
    assert form, f"{kind}/word.py is missing: “Write a kind of field” says what it holds"
    assert f"| `{kind}` | {form.KEEPS} | {form.LOSES or 'nothing'} |\n" in FORMS
    examples = [one.entry.exercise for one in all_examples() if one.kind == kind]
    fields = [field for exercise in examples for field in exercise.fields if field.kind == kind]
    assert form.LOSES or not any(map(not_in_word, fields)), "what is left out is named in the table of forms"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in WITHOUT_BOXES])
def test_there_is_a_box_to_click_for_each_on_screen(kind: str) -> None:
    for one in all_examples():
        if one.kind == kind:
            html = renderer_of(one.entry).exercise_alone(one.entry, 1, str)
            marks = len(re.findall(r'<input class="mark|<option value="skip"', html))
            assert len(list(word_file_of(one.entry.exercise).document.iter(f"{W}sdt"))) == marks, one.shows


def test_a_pause_has_a_box_for_each_length() -> None:
    (one,) = (one for one in all_examples() if one.shows == "pause")
    pause: Any = next(field for field in one.entry.exercise.fields if isinstance(field, Field))
    assert len(list(word_file_of(one.entry.exercise).document.iter(f"{W}sdt"))) == len(pause.minutes)
