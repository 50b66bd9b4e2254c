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


def paired(file: GuideFile) -> Paired | None:
    """A file with what is known of it; None if its translation is built otherwise than what it was made from.

    So it is if one of the three cannot be read: nothing may take its place.
    """
    now, then, own = file.now, file.then, file.own
    if now is None:
        return None
    if own is None or then is None:
        return None if file.translation.own.is_file() else Paired(file, now, None, {})
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
    """The unit of the same file that a text has become, if there is one: the same text, or one that is much like it.

    Of few words many are alike, so these are sought in their own context only.
    """
    many = len(WORD.findall(text)) >= MANY
    best: tuple[bool, float] = (False, 0)
    found: Unit | None = None
    for unit in units:
        here = unit.context == context
        if unit.text != text and (not (here or many) or ("\n" in unit.text) != ("\n" in text)):
            continue
        alike = SequenceMatcher(None, text, unit.text).ratio()
        if alike >= ALIKE and (alike == 1 or here, alike) > best:
            best, found = (alike == 1 or here, alike), unit
    return found


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
                known[changed.place] = made_from(before.text, text, changed)
    return known


def made_from(before: str, text: str, unit: Unit) -> Known:
    """The translation of a text where it stands now, perhaps with other words and in another place."""
    return Known(text, None if before == unit.text else before)


def _is_translated(file: GuideFile, unit: Unit, text: str) -> bool:
    """Whether a text is in the language: one of few words may be the same there, once all others are translated."""
    if text != unit.text:
        return True
    return len(WORD.findall(text)) < MANY and not file.is_copy and file.state in ("whole", "behind")
