"""What a page says of its own review."""

from dataclasses import replace
from datetime import date

import pytest
from worksheets.editions.brand import Reviewer
from worksheets.guide.readings import Read
from worksheets.guide.review import Review
from worksheets.rendering.review_note import review_note

from tests.support.renderers import words

READ = date(2026, 11, 20)
REVIEW = Review(READ, "not yet", is_needed=True, is_done=False, works=0, short=None)


def reviewer(day: date) -> Reviewer:
    return Reviewer(name="Ada Roe", role="psychotherapist", date=day)


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (None, "No clinician has reviewed this page yet."),
        (reviewer(READ), "Reviewed by Ada Roe, psychotherapist, on 20 November 2026."),
        (reviewer(date(2026, 11, 19)), "No clinician has reviewed this page yet."),
    ],
)
def test_a_reviewer_counts_only_for_pages_that_have_not_changed_since(by: Reviewer | None, said: str) -> None:
    note = review_note(REVIEW, by, words())
    assert note.review == f"Last read through on 20 November 2026. {said}"
    assert (note.works, note.style) == ([], None)


def test_a_page_names_its_own_reviewer_or_needs_none() -> None:
    done = Review(READ, "Dr Lee, 2026", is_needed=True, is_done=True, works=1, short=True)
    note = review_note(done, None, words())
    assert note.review.endswith("Clinical review: Dr Lee, 2026.")
    assert note.works == ["It cites 1 work, all in the ", "references", "."]
    assert note.style == "Short sentences, short words."
    for_authors = Review(READ, "not needed", is_needed=False, is_done=False, works=2, short=False)
    note = review_note(for_authors, reviewer(READ), words())
    assert note.review == "Last read through on 20 November 2026."
    assert (note.works[0], note.style) == ("It cites 2 works, all in the ", "Some long sentences or long words.")


THERAPIST = Read("couples therapist", READ, "fits-with-changes")
LIVED = Read("reader with lived experience", date(2026, 11, 19), "does-not-fit")
SAID_BY_THERAPIST = "Read by a couples therapist on 20 November 2026: it fits, with changes."
SAID_BY_READER = "Read by a reader with lived experience on 19 November 2026: it does not fit yet. Changed since then."
NOBODY = "No clinician has reviewed this page yet."


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ((THERAPIST,), SAID_BY_THERAPIST),
        ((LIVED,), f"{NOBODY} {SAID_BY_READER}"),
        ((LIVED, THERAPIST), f"{SAID_BY_READER} {SAID_BY_THERAPIST}"),
    ],
)
def test_a_page_says_who_read_it_as_what_and_whether_it_changed_since(readings: tuple[Read, ...], said: str) -> None:
    note = review_note(replace(REVIEW, readings=readings), None, words())
    assert note.review == f"Last read through on 20 November 2026. {said}"


@pytest.mark.parametrize(("readings", "tried"), [((), False), ((THERAPIST,), False), ((THERAPIST, LIVED), True)])
def test_only_a_reader_of_their_own_has_tried_a_page(readings: tuple[Read, ...], tried: bool) -> None:
    """Else an Easy Read page says at its head that nobody has."""
    assert review_note(replace(REVIEW, readings=readings), None, words()).tried == tried
