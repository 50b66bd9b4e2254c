"""What of a file is translated already: text by text, from the file, its translation and what that was made from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..editions.translations import MANY, WORD
from .forms import Form, Place, Unit
from .guide_files import GuideFile
from .page_form import PageForm, in_like_sections, with_sections_whole

ALIKE = 0.6
"""From this likeness on, a text is another one changed, and not a new one."""


@dataclass(frozen=True)
class Known:
    """The translation of a text, and the text that it was made from where that was another."""

    text: str
    before: str | None = None


@dataclass(frozen=True)
class Paired:
    """A file of the guide in the form in which it goes to translators, and what is known of its texts by place."""

    file: GuideFile
    now: Form
    own: Form | None
    known: Mapping[Place, Known]

    @property
    def is_behind(self) -> bool:
        """Whether any of its translations was made from another text."""
        return any(one.before is not None for one in self.known.values())


def paired(file: GuideFile) -> Paired | None:
    """A file with what is known of it; None if its translation is built otherwise than what it was made from."""
    now, then, own = file.now, file.then, file.own
    if now is None:
        return None
    if own is None or then is None:
        return Paired(file, now, own, {})
    if isinstance(now, PageForm) and isinstance(then, PageForm) and isinstance(own, PageForm):
        then, own = in_like_sections(then, own)
        now = with_sections_whole(now, then)
    if then.frame != own.frame:
        return None
    said = {unit.place: unit.text for unit in own.units}
    pairs = [(unit, said[unit.place]) for unit in then.units if unit.place in said]
    pairs = [(unit, text) for unit, text in pairs if _is_translated(file, unit, text)]
    known = _known(now.units, pairs, in_place=then.frame == now.frame)
    if not file.translation.files.then.is_file():  # nobody has said from which text it was made
        known = {unit.place: Known(known[unit.place].text, unit.text) for unit in now.units if unit.place in known}
    return Paired(file, now, own, known)


def nearest_unit(text: str, context: str, units: Iterable[Unit]) -> Unit | None:
    """The unit of the same context that a text may have become, if there is one."""
    here = [unit for unit in units if unit.context == context and ("\n" in unit.text) == ("\n" in text)]
    alike = [(SequenceMatcher(None, text, unit.text).ratio(), unit) for unit in here]
    best = max(alike, key=lambda one: one[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _known(units: Sequence[Unit], pairs: Sequence[tuple[Unit, str]], in_place: bool) -> dict[Place, Known]:
    """What is known of some units from texts as they were, each with its translation.

    A text that is no longer there has become the one `in_place` of it, or else the one that is most like it.
    """
    same = {(unit.context, unit.text): text for unit, text in pairs}
    known = {unit.place: Known(same[key]) for unit in units if (key := (unit.context, unit.text)) in same}
    there = {(unit.context, unit.text) for unit in units}
    for before, text in pairs:
        if (before.context, before.text) not in there:
            new = [one for one in units if one.place not in known]
            here = next((one for one in new if in_place and one.place == before.place), None)
            changed = here or nearest_unit(before.text, before.context, new)
            if changed:
                known[changed.place] = Known(text, before.text)
    return known


def _is_translated(file: GuideFile, unit: Unit, text: str) -> bool:
    """Whether a text is in the language: one of few words may be the same there, once all others are translated."""
    if text != unit.text:
        return True
    return len(WORD.findall(text)) < MANY and not file.is_copy and file.state in ("whole", "behind")
