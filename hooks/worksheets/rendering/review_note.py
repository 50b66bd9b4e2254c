"""What a page says of its own review, in the words of its edition."""

from dataclasses import dataclass

from markupsafe import Markup

from ..authoring.words import Words
from ..editions.brand import Reviewer
from ..guide.readings import ROLE_KEYS, Read
from ..guide.review import Review


@dataclass(frozen=True)
class ReviewNote:
    """The sentences of the note. `works` is the one on works cited: the words before its link, in it and after it."""

    review: Markup
    works: list[Markup]
    """Empty if the page cites nothing."""
    style: Markup | None
    """None in a language whose readability is not measured."""
    tried: bool = False
    """Whether somebody for whom the page is written has read it."""


def review_note(review: Review, reviewer: Reviewer | None, t: Words) -> ReviewNote:
    """The note of a page; a clinic's reviewer counts only if the page has not changed since they read it."""
    sentences = [t("read-through", day=t.day(review.last_reviewed)), *_clinical_review(review, reviewer, t)]
    works = t.parts("cites-one" if review.works == 1 else "cites", count=review.works) if review.works else []
    style = None if review.short is None else t("short-words" if review.short else "long-words")
    return ReviewNote(Markup(" ").join(sentences), works, style, review.by_readers)


def _clinical_review(review: Review, reviewer: Reviewer | None, t: Words) -> list[Markup]:
    if not review.is_needed:
        return []
    if reviewer and review.last_reviewed <= reviewer.date:
        return [t("reviewed-by", name=reviewer.name, role=reviewer.role, day=t.day(reviewer.date))]
    said = [_read(one, review, t) for one in review.readings]
    if review.is_done:
        return [t("reviewed", review=review.clinical_review), *said]
    return said if review.by_experts else [t("not-reviewed"), *said]


def _read(one: Read, review: Review, t: Words) -> Markup:
    role, outcome = t(ROLE_KEYS[one.role]), t(one.outcome)
    changed = " " + t("changed-since") if review.is_changed_since(one.day) else ""
    return t("read-by", role=role, day=t.day(one.day), outcome=outcome) + changed
