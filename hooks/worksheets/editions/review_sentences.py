"""What is said of a review, in the words of an edition: of one page or sheet, and of many together."""

from collections.abc import Sequence

from markupsafe import Markup

from ..authoring.words import Words
from ..guide.readings import OUTCOME_KEYS, ROLE_KEYS, Read
from ..guide.review import Review

KEYS = ("none-reviewed", "some-reviewed", "all-reviewed")
EASY_KEYS = ("easy-none-reviewed", "easy-some-reviewed", "easy-all-reviewed")


def review_of_one(review: Review, t: Words) -> list[Markup]:
    """Who has read a page or a sheet, and whether it has changed since; nothing if no clinician needs to."""
    if not review.is_needed:
        return []
    said = [_read(one, t) for one in review.readings]
    return said if review.by_experts else [t("not-reviewed"), *said]


def review_of_many(reviews: Sequence[Review], t: Words, easy: bool = False) -> list[Markup]:
    """How many of some pages and sheets were found to fit, and how many of those have changed since.

    `easy` is for Easy Read, which has shorter words for it.
    """
    none, some, every = EASY_KEYS if easy else KEYS
    asked = [one for one in reviews if one.is_needed]
    read = [one for one in asked if any(said.outcome == "fits" for said in one.by_experts)]
    changed = sum(one.has_lapsed for one in read)
    if not read:
        return [t(none)]
    said = t(every) if len(read) == len(asked) else t(some, count=len(read), all=len(asked))
    return [said, *([t("many-changed-since", count=changed)] if changed else [])]


def _read(one: Read, t: Words) -> Markup:
    day, outcome = t.day(one.day), t(OUTCOME_KEYS[one.outcome])
    if one.name:
        said = t("reviewed-by", name=one.name, role=one.role, day=day, outcome=outcome)
    elif one.role in ROLE_KEYS:
        said = t("read-by", role=t(ROLE_KEYS[one.role]), day=day, outcome=outcome)
    else:
        said = t("reviewed-as", role=one.role, day=day, outcome=outcome)
    return said if one.is_current else Markup(" ").join([said, t("changed-since")])
