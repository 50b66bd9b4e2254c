"""What a careful reader asks of a page: how fresh it is, who has checked it, what it rests on, how its words are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..exercises.exercise_addresses import exercise_page, pack_page
from .front_matter import FrontMatter
from .markdown.block_reader import read_blocks
from .readability_limits import is_short
from .readings import Read, Reading, read_of
from .sentences import Sentence, sentences
from .slots import REVIEW_OF_PAGE
from .whole_guide import Guide
from .words_read import words_read


@dataclass(frozen=True)
class Review:
    """The state of one page; `works` counts what it cites, `short` says whether its sentences and words are short."""

    last_reviewed: date | None
    """None for a clinic's own sheet: nobody has said when it was read through."""
    is_needed: bool
    """Whether a clinician should read it."""
    works: int
    short: bool | None
    """None in a language whose readability we cannot count."""
    readings: tuple[Read, ...] = ()
    """What experts and readers have said of it, the oldest first."""

    @property
    def by_experts(self) -> tuple[Read, ...]:
        """What those have said who know the field, of this version or an older one."""
        return tuple(one for one in self.readings if one.by_expert)

    @property
    def by_readers(self) -> bool:
        """Whether a reader with experience of its own has read it."""
        return any(not one.by_expert for one in self.readings)

    @property
    def is_current(self) -> bool:
        """Whether somebody who knows the field has read the words that it has now."""
        return any(one.is_current for one in self.by_experts)

    @property
    def has_lapsed(self) -> bool:
        """Whether it has been changed since anybody who knows the field has read it."""
        return bool(self.by_experts) and not self.is_current

    @property
    def approved(self) -> date | None:
        """The last day on which somebody who knows the field said that its present words fit."""
        return max((one.day for one in self.by_experts if one.is_current and one.outcome == "fits"), default=None)


@dataclass(frozen=True)
class Shown:
    """What a copy shows of a guide: the words of each page, sheet and pack now, by name, and what was said of them."""

    words: Mapping[str, str]
    readings: tuple[Reading, ...] = ()


def reviews(guide: Guide, shown: Shown | None = None) -> dict[str, Review]:
    """The state of every page by its path in `docs/`, also those of exercises and packs.

    A clinic's reviews are of what its copy shows, and the guide's of what the guide has: so they count for nothing that
    the clinic has written.
    """
    said = read_of(guide.readings, words_read(guide)) if guide.readings else {}
    own = read_of(shown.readings, shown.words) if shown else {}

    def readings(name: str, is_own: bool) -> tuple[Read, ...]:
        return tuple(sorted([*(() if is_own else said.get(name, ())), *own.get(name, ())], key=lambda one: one.day))

    found: dict[str, Review] = {}
    states: dict[str, FrontMatter] = {}
    for page in guide.pages:
        if state := page.front_matter:
            states[page.path] = state
            works = len({key for key, _ in page.citations})
            is_needed = state.is_for_readers or REVIEW_OF_PAGE in page.body
            short = _is_short(page.sentences, guide, page.language)
            found[page.path] = Review(state.last_reviewed, is_needed, works, short, readings(page.path, page.own))
    entries = guide.catalogue.entries
    for id_, entry in entries.items():
        if page_of_section := states.get(entry.section.page):
            is_own = id_ in guide.catalogue.own
            day = None if is_own else page_of_section.last_reviewed
            short = _is_short(_sentences(entry.exercise.texts), guide, entry.language)
            works = len(entry.exercise.evidence)
            found[exercise_page(id_)] = Review(day, page_of_section.is_for_readers, works, short, readings(id_, is_own))
    for id_, pack in guide.packs.entries.items():
        held = [entries[one].exercise for one in pack.pack.exercises if one in entries]
        works = len({key for exercise in held for key in exercise.evidence})
        short, path = _is_short(_sentences(pack.pack.texts), guide, pack.language), pack_page(id_)
        said_of_pack = readings(path, id_ in guide.packs.own)
        found[path] = Review(pack.pack.last_reviewed, True, works, short, said_of_pack)
    return found


def lapsed(shown: Shown) -> list[str]:
    """The names of all pages, sheets and packs of which every review by an expert is of other words than they have."""
    found = []
    for name, said in read_of(shown.readings, shown.words).items():
        experts = [one for one in said if one.by_expert]
        if name in shown.words and experts and not any(one.is_current for one in experts):
            found.append(name)
    return sorted(found)


def _sentences(texts: Iterable[str]) -> list[Sentence]:
    return sentences(read_blocks("\n\n".join(texts)))


def _is_short(words: list[Sentence], guide: Guide, language: str) -> bool | None:
    rules = guide.rules(language)
    return is_short([sentence.text for sentence in words], language, rules.reading) if rules else None
