"""An exercise, and the front of a section or a pack, in a document: the words and the order of the printed sheet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from ..authoring.words import Words
from ..exercises.answer_forms import Answered, answered, leaves_some_out
from ..exercises.answer_shapes import with_colon
from ..exercises.catalogue import Entry
from ..exercises.document_blocks import DocumentBlock, Style, on_a_new_page, plain, prose, side_by_side, words
from ..exercises.exercise import Exercise, Part, Section
from ..exercises.word_forms import word_form
from ..guide.packs import Pack
from ..rendering.facts import facts_of

Cite = Callable[[Sequence[str]], Markup]
"""What cites some works, given their keys."""

HEADINGS = (Style.TITLE, Style.HEADING, Style.SUBHEADING)


def exercise_blocks(
    entry: Entry, t: Words, level: int, cite: Cite, onward: Sequence[str] = ()
) -> Iterator[DocumentBlock]:
    """An exercise whose title is a heading of a level, 1 or 2; `onward` are the titles of what may come after it."""
    exercise = entry.exercise
    yield words(exercise.title, HEADINGS[level - 1])
    yield words(_facts(exercise, t), Style.FACTS)
    yield words(t("when-to-stop"), Style.STOP_TITLE)
    yield from prose(exercise.stop, Style.STOP)
    yield from prose(exercise.purpose, Style.TEXT)
    if exercise.two_minutes:
        yield words(t("two-minutes"), Style.SHORT_TITLE)
        yield from prose(exercise.two_minutes, Style.SHORT)
    if exercise.writers:
        yield words(t("who-is-who") + " " + t("who-is-who-hint"), Style.TEXT)
        yield side_by_side(t("who-is-who").unescape(), exercise.writers, 1)
    for part in exercise.parts:
        yield from _part(part, exercise, t, HEADINGS[level])
    if exercise.ticks > 1:
        yield words(t("things-to-tick", count=exercise.ticks) + " " + t("half-done"), Style.FACTS)
    if onward:
        yield words(t("what-next") + ": " + " · ".join(onward), Style.FOOT)
    evidence = exercise.evidence
    yield words(t("evidence", works=_as_text(cite(evidence))) if evidence else t("no-evidence"), Style.FOOT)


def _part(part: Part, exercise: Exercise, t: Words, heading: Style) -> Iterator[DocumentBlock]:
    yield words(part.title, heading)
    if part.intro:
        yield from prose(part.intro, Style.TEXT)
    for field in part.fields_:
        if form := word_form(field.kind):
            yield from form.in_word(field, exercise, t)


def example_blocks(exercise: Exercise, t: Words) -> Iterator[DocumentBlock]:
    """The filled-in example on a page of its own; nothing if there is none."""
    if not (example := exercise.example):
        return
    yield on_a_new_page(words(t("example-on-paper", title=exercise.title), Style.HEADING))
    yield words(t("made-up"), Style.FACTS)
    yield words(f"{with_colon(example.who)} {t(example.outcome_key).unescape()}", Style.STATEMENT)
    yield from prose(example.note, Style.TEXT)
    for one in answered(exercise, t):
        yield from _answer(one)
    if leaves_some_out(exercise):
        yield words(t("example-some-empty"), Style.TEXT)


def _answer(one: Answered) -> Iterator[DocumentBlock]:
    """A question, and each answer in a paragraph, or in a list if it has several lines."""
    yield words(one.question, Style.QUESTION)
    for said in one.said:
        name = plain(with_colon(said.name)) if said.name else ""
        if len(said.words) == 1:
            yield words(f"{name} {plain(said.words[0])}".strip(), Style.TEXT)
            continue
        if name:
            yield words(name, Style.TEXT)
        for place, line in enumerate(said.words):
            yield replace(words(line, Style.TEXT), item="bullet", level=1, starts=place == 0)


def front_blocks(
    section: Section, entries: Sequence[Entry], t: Words, language: str
) -> Iterator[tuple[str, DocumentBlock]]:
    """The first page of a section: what it holds, each block with its language; that of section titles is given."""
    if section.step:
        yield t.language, words(t("step", number=section.step), Style.FACTS)
    yield language, words(section.title, Style.TITLE)
    for entry in entries:
        yield entry.language, words(entry.exercise.title, Style.STATEMENT)
        yield t.language, words(_facts(entry.exercise, t), Style.FACTS)
    yield t.language, words(t("may-stop") + " " + t("half-done"), Style.TEXT)
    yield t.language, words(t("where-to-keep"), Style.TEXT)


def pack_blocks(
    pack: Pack, pages: Sequence[str], entries: Sequence[Entry], minutes: int, t: Words
) -> Iterator[DocumentBlock]:
    """The first page of a pack: what it is for and holds. Of the pages that its PDF prints there are the titles."""
    yield words(pack.title, Style.TITLE)
    yield words(pack.for_whom, Style.TEXT)
    yield words(t("when-to-stop"), Style.STOP_TITLE)
    yield from prose(pack.stop, Style.STOP)
    yield from prose(pack.note, Style.TEXT)
    for page in pages:
        yield words(page, Style.STATEMENT)
    for entry in entries:
        yield words(entry.exercise.title, Style.STATEMENT)
        yield words(_facts(entry.exercise, t), Style.FACTS)
    facts = t("pack-facts", count=len(entries), minutes=minutes) + " " + t("pack-untested")
    yield words(facts, Style.TEXT)
    yield words(t("half-done") + " " + t("where-to-keep"), Style.TEXT)


def foot_blocks(line: str | Markup | None) -> Iterator[DocumentBlock]:
    """A line at the end of a document, if there is one, such as whose it is, or its licence."""
    if line:
        yield words(_as_text(line), Style.FOOT)


def _facts(exercise: Exercise, t: Words) -> Markup:
    return Markup(t.comma).join(facts_of(exercise, t))


def _as_text(line: str | Markup) -> str:
    """The words of what a template has written for a page."""
    return line.striptags() if isinstance(line, Markup) else line
