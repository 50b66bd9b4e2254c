"""A PO file merged into a language: which files change and how, or all that keeps them from it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.strict_model import validate
from ..authoring.yaml_document import Document
from .forms import Form, Place, Unit, file_of
from .guide_files import model_of
from .message_catalogue import MessageCatalogue
from .page_form import PageForm
from .page_texts import EXERCISE
from .pairing import Known, Paired, made_from, nearest_unit
from .po_file import Entry
from .protected import refused
from .yaml_form import YamlForm

Left = dict[tuple[str, str], Entry]
"""The entries that have not found their place yet, by context and text."""

Brought = Mapping[Place, tuple[Known, Entry]]
"""What is new in a file, by its place."""

CUT = 60


@dataclass
class Merged:
    """What a PO file brings: the files to be written by their path, or what is wrong; how many texts it has changed.

    Of these some may be `behind`: the guide has changed since they were written. What is `gone` has no place any more.
    """

    files: dict[Path, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    taken: int = 0
    behind: int = 0
    gone: list[Entry] = field(default_factory=list)


def merged(catalogue: MessageCatalogue, entries: Sequence[Entry], file: str) -> Merged:
    """What a language becomes with what translators have written. With problems, nothing of it is to be written."""
    result = Merged()
    left = {(one.context, one.text): one for one in entries if not one.is_obsolete}
    for one in catalogue.files:
        paired = _in_sections(one, left)
        brought = _same(paired.now.units, left, paired.known)
        known = {**paired.known, **{place: new for place, (new, _) in brought.items()}}
        brought |= _changed(paired.now.units, left, known)
        sound = _sound(result, paired.now.units, brought, file)
        if sound:
            result.problems += _into_file(result.files, paired, sound, file)
    for table in catalogue.tables:
        brought = _same(table.units, left, {place: Known(text) for place, text in table.known.items()})
        if sound := _sound(result, table.units, brought, file):
            texts = {place: known.text for place, (known, _) in sound.items()}
            result.problems += _before_their_time(table.units, brought, table.known.keys() | brought.keys(), file)
            result.files[catalogue.folder / table.name] = table.filled(texts).encode()
    result.gone = list(left.values())
    return result


def _in_sections(paired: Paired, left: Left) -> Paired:
    """A page that is not translated yet, with those sections and markers as texts that translators have as texts."""
    if not isinstance(paired.now, PageForm) or paired.own:
        return paired
    every = replace(paired.now, whole=frozenset(range(len(paired.now.section_frames))))
    units = {unit.place: unit for unit in every.units}
    whole = {
        one.section
        for number, one in enumerate(every.texts)
        if one.block is None and (units[number,].context, one.words) in left
    }
    here = (text for context, text in left if file_of(context) == paired.file.name)
    light = frozenset(found[2] for text in here if (found := EXERCISE.fullmatch(text)))
    return replace(paired, now=replace(paired.now, whole=frozenset(whole), light=light))


def _sound(result: Merged, units: Sequence[Unit], brought: Brought, file: str) -> Brought:
    """What of the new texts can stand in its place. It is counted, and what cannot is told."""
    result.taken += len(brought)
    result.behind += sum(known.before is not None for known, _ in brought.values())
    refusals = dict(_refusals(units, brought, file))
    result.problems += refusals.values()
    return {place: one for place, one in brought.items() if place not in refusals}


def _same(units: Sequence[Unit], left: Left, known: Mapping[Place, Known]) -> dict[Place, tuple[Known, Entry]]:
    """What is new of the texts that the guide still has."""
    found = ((unit, left.pop((unit.context, unit.text), None)) for unit in units)
    return {
        unit.place: (Known(entry.translation), entry)
        for unit, entry in found
        if entry and known.get(unit.place) != Known(entry.translation)
    }


def _changed(units: Sequence[Unit], left: Left, known: Mapping[Place, Known]) -> dict[Place, tuple[Known, Entry]]:
    """What is new of texts that have changed in the guide since the file was written."""
    brought: dict[Place, tuple[Known, Entry]] = {}
    files = {file_of(unit.context) for unit in units}
    had = {(one.before, one.text) for one in known.values()}
    for key in [one for one in left if file_of(one[0]) in files]:
        if (key[1], left[key].translation) in had:
            del left[key]
            continue
        done = {place for place, one in known.items() if one.before is None} | brought.keys()
        unit = nearest_unit(left[key].text, left[key].context, [one for one in units if one.place not in done])
        if unit:
            entry = left.pop(key)
            new = made_from(entry.text, entry.translation, unit)
            if known.get(unit.place) != new:
                brought[unit.place] = (new, entry)
    return brought


def _refusals(units: Sequence[Unit], brought: Brought, file: str) -> Iterator[tuple[Place, Problem]]:
    for unit in units:
        if unit.place in brought:
            known, entry = brought[unit.place]
            if wrong := refused(replace(unit, text=known.before or unit.text), known.text):
                yield unit.place, _problem(file, unit, entry, *wrong)


def _before_their_time(units: Sequence[Unit], brought: Brought, there: Set[Place], file: str) -> Iterator[Problem]:
    """The new texts that cannot stand without another; the first of those that need the same."""
    told: set[Place] = set()
    contexts = {unit.place: unit.context for unit in units}
    for unit in units:
        if unit.place in brought and unit.needs and unit.needs not in there | told:
            told.add(unit.needs)
            needed = contexts[unit.needs]
            yield _problem(file, unit, brought[unit.place][1], f"It needs {needed} too.", f"Translate `{needed}`.")


def _problem(file: str, unit: Unit, entry: Entry, wrong: str, write: str) -> Problem:
    shown = " ".join(entry.translation.split())
    shown = shown if len(shown) <= CUT else f"{shown[:CUT].rstrip()}…"
    return Problem(file, entry.line, unit.context, f"“{shown}”: {wrong}", write)


def _into_file(files: dict[Path, bytes], paired: Paired, brought: Brought, file: str) -> Iterator[Problem]:
    """Adds the translation of one file, and what it was made from; what the file would be wrong with is told."""
    one, now = paired.file, paired.now
    known = {**paired.known, **{place: new for place, (new, _) in brought.items()}}
    wanted = {unit.place: known[unit.place].text if unit.place in known else unit.text for unit in now.units}
    own = paired.own if paired.own and paired.own.frame == now.frame else None
    text = (own or now).filled(wanted)
    if not _holds(paired, text, wanted):
        yield from _misfits(paired, brought, file)
        return
    if isinstance(now, YamlForm):
        yield from _of_model(paired, text, brought, file)
    files[one.translation.own] = (text if own else one.begun(text)).encode()
    before = {place: was.before for place, was in known.items() if was.before is not None}
    if not before:
        files[one.translation.files.then] = one.translation.files.now.read_bytes()
    elif any(unit.text != before.get(unit.place, unit.text) for unit in now.units):
        files[one.translation.files.then] = now.filled(before).encode()


def _misfits(paired: Paired, brought: Brought, file: str) -> Iterator[Problem]:
    """The texts that would not stay what they are, such as a paragraph in which a line is empty."""
    wrong, write = "It would not stay one text.", "Write it without empty lines, and begin it like the English."
    found = False
    texts = {unit.place: unit.text for unit in paired.now.units}
    for unit in paired.now.units:
        if unit.place in brought:
            known, entry = brought[unit.place]
            alone = {**texts, unit.place: known.text}
            if not _holds(paired, paired.now.filled(alone), alone):
                found = True
                yield _problem(file, unit, entry, wrong, write)
    if not found:
        lines = [entry.line for _, entry in brought.values()]
        yield Problem(file, min(lines), paired.file.name, "These texts do not fit together.", "Import fewer at a time.")


def _holds(paired: Paired, text: str, wanted: Mapping[Place, str]) -> bool:
    """Whether a text of the file has the same frame, and in it the texts that it should have."""
    form: Form | None = paired.file.form_of(text)
    if isinstance(form, PageForm) and isinstance(paired.now, PageForm):
        form = replace(form, whole=paired.now.whole, light=paired.now.light)
    if form is None or form.frame != paired.now.frame:
        return False
    return {unit.place: _words(unit.text) for unit in form.units} == {one: _words(text) for one, text in wanted.items()}


def _words(text: str) -> list[str]:
    return text.split()


def _of_model(paired: Paired, text: str, brought: Brought, file: str) -> Iterator[Problem]:
    """What the model of a YAML file has against it, with the lines of the PO file."""
    form = paired.file.form_of(text)
    if isinstance(form, YamlForm):
        lines = {place: entry.line for place, (_, entry) in brought.items()}
        document = Document(file, form.document.value, lines)
        problems = validate(model_of(paired.file.translation), document)[1]
        name = paired.file.name
        yield from (replace(one, place=f"{name} {one.place}") for one in problems if one.line in lines.values())


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files, all of them or, if one cannot be written, none."""
    parts = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, part in parts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(files[path])
        for path, part in parts.items():
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
