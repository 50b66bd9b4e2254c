"""What a page and its sheet say of their review."""

from dataclasses import replace
from datetime import date

import pytest
from worksheets.guide.readings import Read
from worksheets.guide.review import Review
from worksheets.rendering.review_note import review_note, review_on_paper

from tests.support.renderers import words

READ = date(2026, 11, 20)
REVIEW = Review(READ, is_needed=True, works=0, short=None)
READ_THROUGH = "Last read through on 20 November 2026."
NOBODY = "No clinician has reviewed this yet."

THERAPIST = Read("couples therapist", READ, "fits-with-changes")
LIVED = Read("reader with lived experience", date(2026, 11, 19), "does-not-fit", is_current=False)
NAMED = Read("psychologist", READ, "fits", name="Ada Roe")
UNNAMED = Read("psychologist", READ, "fits", is_current=False)
SAID_BY_THERAPIST = "Read by a couples therapist on 20 November 2026: it fits, with changes."
SAID_BY_READER = "Read by a reader with lived experience on 19 November 2026: it does not fit yet. Changed since then."


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ((), NOBODY),
        ((THERAPIST,), SAID_BY_THERAPIST),
        ((LIVED,), f"{NOBODY} {SAID_BY_READER}"),
        ((LIVED, THERAPIST), f"{SAID_BY_READER} {SAID_BY_THERAPIST}"),
        ((NAMED,), "Reviewed by Ada Roe, psychologist, on 20 November 2026: it fits."),
        ((UNNAMED,), "Reviewed on 20 November 2026 (psychologist): it fits. Changed since then."),
    ],
)
def test_a_page_says_who_read_it_as_what_and_whether_it_changed_since(readings: tuple[Read, ...], said: str) -> None:
    review = replace(REVIEW, readings=readings)
    note = review_note(review, words())
    assert note.review == f"{READ_THROUGH} {said}" == review_on_paper([review], words())
    assert (note.works, note.style) == ([], None)


def test_a_page_for_authors_needs_no_clinician() -> None:
    note = review_note(Review(READ, is_needed=False, works=2, short=False), words())
    assert note.review == READ_THROUGH
    assert (note.works[0], note.style) == ("It cites 2 works, all in the ", "Some long sentences or long words.")
    note = review_note(replace(REVIEW, works=1, short=True), words())
    assert note.works == ["It cites 1 work, all in the ", "references", "."]
    assert note.style == "Short sentences, short words."


def test_nobody_claims_to_have_read_through_what_a_clinic_wrote_itself() -> None:
    assert review_note(replace(REVIEW, last_reviewed=None), words()).review == NOBODY


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ([(), (), ()], "No clinician has reviewed these pages yet."),
        (
            [(NAMED,), (), (LIVED,)],
            "Reviewed so far: 1 of these 3 pages and sheets. Each page of the site says by whom.",
        ),
        (
            [(NAMED,), (THERAPIST, UNNAMED), (UNNAMED,)],
            "All of these pages and sheets have been reviewed. Each page of the site says by whom. "
            "Changed since then: 1.",
        ),
    ],
)
def test_paper_with_several_sheets_says_how_many_were_reviewed(readings: list[tuple[Read, ...]], said: str) -> None:
    several = [replace(REVIEW, readings=one) for one in readings]
    assert review_on_paper(several, words()) == f"{READ_THROUGH} {said}"
    older = replace(REVIEW, last_reviewed=date(2026, 11, 2))
    assert review_on_paper([*several, older], words()).startswith("Last read through on 2 November 2026.")


@pytest.mark.parametrize(("readings", "tried"), [((), False), ((THERAPIST,), False), ((THERAPIST, LIVED), True)])
def test_only_a_reader_of_their_own_has_tried_a_page(readings: tuple[Read, ...], tried: bool) -> None:
    """Else an Easy Read page says at its head that nobody has."""
    assert review_note(replace(REVIEW, readings=readings), words()).tried == tried
