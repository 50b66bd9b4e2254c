"""The links between the parts of an exercise that is offered one part at a time."""

from worksheets.exercises.examples import all_examples
from worksheets.rendering.steps import steps

from tests.support.renderers import words


def test_each_step_leads_back_on_and_to_the_whole() -> None:
    shown = [one.entry for one in all_examples() if one.entry.exercise.steps]
    assert shown
    for entry in shown:
        found = steps(entry, words())
        titles = [part.title for part in entry.exercise.parts]
        assert [step.id for step in found] == [f"part-{entry.anchor}--{n}" for n in range(1, len(titles) + 1)]
        targets = [[link.target for link in step.links] for step in found]
        assert targets[0] == [found[1].id, entry.anchor]
        assert targets[-1] == [found[-2].id, entry.anchor]
        assert found[0].links[0].words == f"On to “{titles[1]}”"


def test_an_exercise_without_steps_has_none() -> None:
    entry = next(one.entry for one in all_examples() if not one.entry.exercise.steps)
    assert steps(entry, words()) == ()
