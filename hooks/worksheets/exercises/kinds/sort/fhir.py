"""Statements to place in a questionnaire, each with a thought that follows."""

from collections.abc import Iterator

from ....authoring.words import Words
from ...field import ExerciseParts
from ...questionnaire_items import AnswerTest, Enabled, Item, answers_in_words, hint, said
from . import Sort, Statement

KEEPS = "each statement, and the thought that follows"
LOSES = ""


def item(field: Sort, id_: str, exercise: ExerciseParts, t: Words) -> Item:
    """A group of a choice for each statement and the thought on it, which is shown once something is chosen."""
    return Item(id_, "group", field.label, (*hint(field, id_), *_statements(field, id_, t)))


def _statements(field: Sort, id_: str, t: Words) -> Iterator[Item]:
    answers = answers_in_words(field.bins, field.skip)
    for number, statement in enumerate(field.statements, 1):
        link_id = f"{id_}.{number}"
        yield Item(link_id, "choice", statement.text, answers=answers, control="radio-button")
        yield _thought(statement, link_id, t)


def _thought(statement: Statement, link_id: str, t: Words) -> Item:
    answered = Enabled((AnswerTest(link_id, "exists", True),))
    if not statement.fits:
        return Item(f"{link_id}.thought", "display", statement.because, is_prose=True, enabled=answered)
    often = "".join(said(part) for part in t.parts("often-read-as", bin=statement.fits))
    because = Item(f"{link_id}.because", "display", statement.because, is_prose=True)
    return Item(f"{link_id}.thought", "group", often, (because,), enabled=answered)
