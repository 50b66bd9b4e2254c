"""What may come after an exercise, and what somebody should know who hands it on."""

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic import Field as Setting

from ..authoring.strict_model import Strict
from ..authoring.text_types import ID, Line, Prose, mistake

SENTENCE_END = re.compile(r"[.!?…][”’»)]*\s+(?=(\S))")
"""The end of a sentence that is not the last, and what comes next."""

MOST_WHY_WORDS = 20
MOST_NOTE_WORDS = 50
MOST_NOTE_SENTENCES = 2

ExerciseId = Annotated[str, Setting(json_schema_extra={"pattern": f"^{ID.pattern}/{ID.pattern}$"})]
"""The path of an exercise without `.yml`."""


def _one_short_sentence(text: str) -> str:
    return _at_most(text, MOST_WHY_WORDS, 1)


def _two_sentences(text: str) -> str:
    return _at_most(text, MOST_NOTE_WORDS, MOST_NOTE_SENTENCES)


def _at_most(text: str, most_words: int, most_sentences: int) -> str:
    # what a small letter follows is the end of a question in quotes, and no end of the sentence around it
    words, found = len(text.split()), sum(not after.islower() for after in SENTENCE_END.findall(text)) + 1
    if words > most_words:
        raise mistake(f"This has {words} words.", f"Use at most {most_words}.")
    if found > most_sentences:
        raise mistake(f"This has {found} sentences.", f"Use at most {most_sentences}.")
    return text


Note = Annotated[Prose, AfterValidator(_two_sentences)]
"""What is said to a clinician in a breath."""


class WayOn(Strict):
    """An exercise that may come after this one."""

    go: ExerciseId
    """the id of that exercise"""
    why: Annotated[Line, AfterValidator(_one_short_sentence)]
    """when to go there or what for, in one short sentence"""


class ClinicianNotes(Strict):
    """What somebody should know who hands an exercise to others. No reader of the exercise sees it."""

    use: Note
    """what it is for"""
    not_for: Note
    """whom or when it does not suit"""
    brief: Note
    """how to hand it over in two minutes"""
    look_for: Note
    """what to notice in what comes back"""
