"""What a careful reader asks of a page: how fresh it is, who has checked it, what it rests on, how its words are."""

from dataclasses import dataclass, replace
from datetime import date

from ..authoring.words import SOURCE
from ..exercises.exercise_addresses import exercise_page, pack_page
from .front_matter import NOT_YET, FrontMatter
from .markdown.block_reader import read_blocks
from .readability import is_short
from .readings import EXPERTS, Read, read_of
from .sentences import Sentence, sentences
from .whole_guide import Guide


@dataclass(frozen=True)
class Review:
    """The state of one page; `works` counts what it cites, `short` says whether its sentences and words are short."""

    last_reviewed: date
    clinical_review: str
    is_needed: bool
    """Whether a clinician should read it."""
    is_done: bool
    works: int
    short: bool | None
    """None in a language whose readability we cannot count."""
    readings: tuple[Read, ...] = ()
    """What experts and readers have said of it, the oldest first; a clinic's own page has none."""

    @property
    def by_experts(self) -> bool:
        """Whether somebody who knows the field has read it, in this version or an older one."""
        return any(one.role in EXPERTS for one in self.readings)

    @property
    def by_readers(self) -> bool:
        """Whether a reader with experience of its own has read it."""
        return any(one.role not in EXPERTS for one in self.readings)

    def is_changed_since(self, day: date) -> bool:
        """Whether the page is another one than what was read on a day."""
        return self.last_reviewed > day


def reviews(guide: Guide) -> dict[str, Review]:
    """The state of every page by its path in `docs/`.

    An exercise is reviewed with the page of its section; a pack says when it was read, and no clinician has read one.
    """
    found: dict[str, Review] = {}
    states: dict[str, FrontMatter] = {}
    for page in guide.pages:
        if page.front_matter:
            states[page.path] = page.front_matter
            works = len({key for key, _ in page.citations})
            found[page.path] = _review(page.front_matter, works, page.sentences, page.language)
            if not page.own:
                said = read_of(guide.readings, page.path)
                found[page.path] = replace(found[page.path], readings=said)
    entries = guide.catalogue.entries
    for id_, entry in entries.items():
        if state := states.get(entry.section.page):
            words = sentences(read_blocks("\n\n".join(entry.exercise.texts)))
            review = _review(state, len(entry.exercise.evidence), words, entry.language)
            said = () if id_ in guide.catalogue.own else read_of(guide.readings, id_)
            found[exercise_page(id_)] = replace(review, readings=said)
    for id_, pack in guide.packs.entries.items():
        held = [entries[one].exercise for one in pack.pack.exercises if one in entries]
        works = len({key for exercise in held for key in exercise.evidence})
        short = _is_short(sentences(read_blocks("\n\n".join(pack.pack.texts))), pack.language)
        found[pack_page(id_)] = Review(pack.pack.last_reviewed, NOT_YET, True, False, works, short)
    return found


def _review(state: FrontMatter, works: int, words: list[Sentence], language: str) -> Review:
    short = _is_short(words, language)
    return Review(state.last_reviewed, state.clinical_review, state.is_for_readers, state.is_reviewed, works, short)


def _is_short(words: list[Sentence], language: str) -> bool | None:
    return is_short(sentence.text for sentence in words) if language == SOURCE else None
