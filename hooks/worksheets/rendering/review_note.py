"""What a page says of its own review, in the words of its edition; and what paper says of all that is on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..authoring.words import Words
from ..editions.review_sentences import review_of_many, review_of_one
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


def review_note(review: Review, t: Words) -> ReviewNote:
    """The note of a page."""
    works = t.parts("cites-one" if review.works == 1 else "cites", count=review.works) if review.works else []
    style = None if review.short is None else t("short-words" if review.short else "long-words")
    return ReviewNote(review_on_paper([review], t), works, style, review.by_readers)


def review_on_paper(reviews: Sequence[Review], t: Words) -> Markup:
    """When some pages or sheets were last read through, and who has read them; of several, how many of them."""
    days = [one.last_reviewed for one in reviews if one.last_reviewed]
    said = [t("read-through", day=t.day(min(days)))] if days else []
    if len(reviews) == 1:
        said += review_of_one(reviews[0], t)
    elif reviews:
        said += review_of_many(reviews, t)
    return Markup(" ").join(said)
