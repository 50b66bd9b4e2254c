"""What one guide alone decides: the file `guide.yml`, so that the core knows no page, rule or word of any guide."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Annotated

from pydantic import Field as Setting

from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Id, Label, Line
from ..authoring.words import SOURCE
from ..authoring.yaml_document import Document, Trail, read_document
from ..exercises.catalogue import Catalogue
from ..exercises.exercise import Kind
from .aliases import Aliases
from .language_rules import LanguageRules, Limits, unknown_formulas
from .page import Page

SETTINGS = "guide.yml"

READING: Mapping[str, Limits] = {
    "flesch-kincaid": Limits(hardest=8, middle=6, short=6),
    "smog": Limits(hardest=8, short=8),
}
CLAIMS = ("research", "researchers", "study", "studies", "evidence", "trial", "trials")
"""What is asked of a guide that says nothing of it."""

MOST_SITUATIONS = 8
"""A reader takes in so many at a glance."""


class KeyPages(Strict):
    """The pages that templates lead to, as paths in `docs/`. Where an optional one is left out, so are its links."""

    start: Line
    """the first page, where a reader who is lost can begin"""
    help_now: Line
    """whom to call; every exercise leads there"""
    is_this_safe: Line
    """when not to use the guide; every exercise leads there"""
    references: Line
    """the page with the marker `references`; every citation leads there"""
    right_now: Line | None = None
    """what to do in the middle of it"""
    a_z: Line | None = None
    """the way to any page by its subject"""
    leave_this_page: Line | None = None
    """what the exit link can and cannot do"""
    privacy: Line | None = None
    """what happens to what a reader types"""
    about: Line | None = None
    """who made the guide"""


class Steps(Strict):
    """What a step of the guide must have. A step is a section with a `step` in exercises/sections.yml."""

    headings: tuple[Label, ...] = ()
    """the second-level headings of its page, all of them and in this order"""
    jumps: tuple[Label, ...] = ()
    """those of its headings to which buttons at its head lead"""
    exercises: tuple[Kind, ...] = ()
    """the kinds of exercise of which it has at least one, such as `[worksheet, checklist]`"""


class FirstAid(Strict):
    """What the guide's own pages for a bad moment are like."""

    listed_on: Line
    """the page that lists them, as a path in `docs/`; they are the other pages of its folder"""
    most_words: Annotated[int, Setting(ge=50, le=1000)]
    """how many words such a page has at most"""
    words_before_acting: Annotated[int, Setting(ge=10, le=500)]
    """how many words stand at most between its title and what to do at once"""
    way_on: Label
    """the heading of its last section, which leads to one other page"""

    def holds(self, path: str) -> bool:
        """Whether the page at a path in `docs/` is one of them."""
        return PurePath(path).parent == PurePath(self.listed_on).parent and path != self.listed_on


class EasyRead(Strict):
    """What the guide's Easy Read pages are like: one idea at a time, each with a picture."""

    folder: Line
    """the folder in `docs/` that has them, with a `/` at its end"""
    most_words: Annotated[int, Setting(ge=5, le=30)]
    """how many words a sentence has at most"""
    most_sentences: Annotated[int, Setting(ge=1, le=5)]
    """how many sentences a paragraph has at most"""
    hardest: Annotated[int, Setting(ge=0, le=12)]
    """the highest Flesch–Kincaid grade of such a page"""

    def holds(self, path: str) -> bool:
        """Whether the page at a path in `docs/` is one of them."""
        return path.startswith(self.folder)


class GuideSettings(LanguageRules):
    """The file `guide.yml`, with the rules of the guide's own language among its keys."""

    key_pages: KeyPages
    """the pages that templates lead to; no copy can remove them"""
    kept: tuple[Line, ...] = ()
    """other pages that no copy can remove"""
    aliases: Aliases = Setting(default_factory=dict)
    """pages as paths in `docs/`, exercises and packs as ids, that got another name: the old name and the new one"""
    left_out: tuple[Line, ...] = ()
    """pages that a new copy removes to begin with; one that ends in `/` is a folder"""
    translated_first: tuple[Line, ...] = ()
    """pages about safety: a language is not listed in a site before they are translated"""
    in_order: tuple[Line, ...] = ()
    """pages on which readers look something up: their terms stand in the order of the alphabet"""
    workbook: tuple[Line, ...] = ()
    """the pages at the front of the workbook, in order"""
    clinicians: tuple[Line, ...] = ()
    """the pages at the front of the PDF for clinicians, in order; a copy that removes them all has no such PDF"""
    steps: Steps = Steps()
    """what a step must have"""
    first_aid: FirstAid | None = None
    """what pages for a bad moment are like"""
    easy_read: EasyRead | None = None
    """what Easy Read pages are like"""
    situations: Annotated[dict[Id, Label], Setting(max_length=MOST_SITUATIONS)] = Setting(default_factory=dict)
    """when an exercise helps, in the words of readers, by the ids that exercises name; readers choose by them"""
    reading: dict[Line, Limits] = Setting(default_factory=lambda: dict(READING))
    """how hard texts may be, by each formula that there is for the language"""
    claims: tuple[Line, ...] = CLAIMS
    """words by which a sentence claims something, such as `study`: it then cites a work"""
    spelling: Line | None = None
    """a file with the words that are spelt wrongly here, each with its right spelling"""

    def is_easy(self, path: str) -> bool:
        """Whether the page at a path in `docs/` is one in Easy Read."""
        return bool(self.easy_read and self.easy_read.holds(path))

    @property
    def unremovable(self) -> frozenset[str]:
        """The paths of the pages that every copy has."""
        return frozenset(self.kept) | {path for path in dict(self.key_pages).values() if path}


UNREAD = GuideSettings.model_construct(
    key_pages=KeyPages.model_construct(start="", help_now="", is_this_safe="", references="")
)
"""The settings used in place of a file with problems, until the build has reported them."""


def read_settings(path: Path, file: str) -> tuple[GuideSettings, Document, list[Problem]]:
    """Read a guide.yml, which problems call `file`. With problems, it says nothing."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return UNREAD, Document(file, None), [text]
    document, problems = read_document(text, file)
    if problems:
        return UNREAD, document, problems
    settings, problems = validate(GuideSettings, document)
    problems += unknown_formulas(settings.reading, document, SOURCE) if settings else ()
    return settings or UNREAD, document, problems


def unknown_pages(settings: GuideSettings, document: Document, pages: Sequence[Page]) -> Iterator[Problem]:
    """Every page that guide.yml names exists."""
    named: dict[Trail, str] = {
        ("key-pages", key): path for key, path in settings.key_pages.model_dump(by_alias=True).items() if path
    }
    named |= {("kept", index): path for index, path in enumerate(settings.kept)}
    named |= {("translated-first", index): path for index, path in enumerate(settings.translated_first)}
    named |= {("in-order", index): path for index, path in enumerate(settings.in_order)}
    named |= {("workbook", index): path for index, path in enumerate(settings.workbook)}
    named |= {("clinicians", index): path for index, path in enumerate(settings.clinicians)}
    named |= {("left-out", index): path for index, path in enumerate(settings.left_out)}
    named |= {("first-aid", "listed-on"): settings.first_aid.listed_on} if settings.first_aid else {}
    named |= {("easy-read", "folder"): settings.easy_read.folder} if settings.easy_read else {}
    by_path = {page.path: page for page in pages}
    folders = {f"{parent}/" for path in by_path for parent in PurePath(path).parents if parent.name}
    for trail, path in named.items():
        known = folders | by_path.keys() if trail[0] in ("left-out", "easy-read") else by_path.keys()
        if path not in known:
            yield document.problem(trail, f"There is no page `{path}`.", nearest(path, known))


def thin_steps(steps: Steps, catalogue: Catalogue) -> Iterator[Problem]:
    """Every step has the kinds of exercise that guide.yml asks for."""
    for section in catalogue.sections:
        values = [document.value for id_, document in catalogue.documents.items() if id_.startswith(section.id + "/")]
        if section.step is None or not all(isinstance(value, dict) for value in values):
            continue  # a file that cannot be read may be the one
        found = {value.get("kind") for value in values}
        for kind in steps.exercises:
            if kind not in found:
                write = f"Add one, such as exercises/{section.id}/my-{kind}.yml."
                yield Problem(
                    catalogue.file, catalogue.section_line(section.id), section.id, f"This step has no {kind}.", write
                )


def misnamed_situations(settings: GuideSettings, document: Document, catalogue: Catalogue) -> Iterator[Problem]:
    """Every situation that an exercise names is in guide.yml, and the other way round.

    An exercise of the guide names at least one, so that readers who choose by situation find it. A clinic's need not:
    its author may not know the guide's list.
    """
    known = settings.situations
    named: set[str] = set()
    unread = False
    for id_, file in catalogue.documents.items():
        value = file.value if isinstance(file.value, dict) else {}
        unread = unread or not value
        written = value.get("situations")
        ids = [one for one in written if isinstance(one, str)] if isinstance(written, list) else []
        for index, one in enumerate(ids):
            if one not in known:
                write = nearest(one, known) or "Remove it, or write `situations: …` into guide.yml first."
                yield file.problem(("situations", index), f"There is no situation `{one}` in guide.yml.", write)
            elif one in ids[:index]:
                yield file.problem(("situations", index), f"`{one}` stands here twice.", "Name it once.")
        if known and value and not written and id_ not in catalogue.own:
            write = f"Add `situations: […]` with one to three of {', '.join(f'`{one}`' for one in known)}."
            yield file.problem(("situations",), "This does not say when it helps, so nobody finds it by that.", write)
        named.update(ids)
    for one in known:
        if one not in named and not unread and not catalogue.own:  # a clinic's may stand in the place of its only one
            wrong = f"No exercise is for `{one}`, so choosing it would show nothing."
            yield document.problem(("situations", one), wrong, "Name it in an exercise, or remove it.")
