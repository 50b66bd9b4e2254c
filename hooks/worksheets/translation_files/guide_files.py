"""Every file of the guide that can be translated, with what there is of it in a language, as forms."""

import os
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markdown.extensions.toc import slugify

from ..authoring.problems import Problem
from ..authoring.source_files import Folders, files_in
from ..authoring.strict_model import Strict
from ..authoring.text_file import is_same, read_text
from ..editions.translations import State, Translation, translations
from ..exercises.exercise import Exercise, Sections
from ..exercises.sections_file import SECTIONS
from ..guide.front_matter import split_front_matter
from ..guide.guide_settings import GuideSettings
from ..guide.links import links_in
from ..guide.markdown.block_reader import read_blocks
from ..guide.packs import Pack
from .forms import Form
from .page_form import read_page_form
from .picture_form import PictureForm
from .yaml_form import read_yaml_form

SCHEMA = re.compile(r"\A(# yaml-language-server: \$schema=)(\S+)")
"""The line by which editors find out what a file may hold."""


@dataclass(frozen=True)
class GuideFile:
    """A file of the guide and its translation. `led_to` are the ids in it that something leads to."""

    translation: Translation
    keeps_lines: bool = False
    led_to: Set[str] = frozenset()

    @property
    def name(self) -> str:
        """What the guide calls it, such as `docs/a-page.md`."""
        return self.translation.files.upstream

    @cached_property
    def now(self) -> Form | None:
        """The guide's file."""
        return self.form(self.translation.files.now)

    @cached_property
    def own(self) -> Form | None:
        """The translation, if there is one that can be read."""
        return self.form(self.translation.own)

    @cached_property
    def then(self) -> Form | None:
        """What it was made from; the guide's file where nobody has said."""
        then = self.translation.files.then
        return self.form(then) if then.is_file() else self.now

    @cached_property
    def state(self) -> State:
        """How far it is translated."""
        return self.translation.state

    @property
    def kept_ids(self) -> list[str]:
        """The ids of headings that a translation has to keep, because something leads to them, in order."""
        units = self.now.units if self.now else ()
        return [one for one in dict.fromkeys(unit.context.partition("#")[2] for unit in units) if one in self.led_to]

    @property
    def is_copy(self) -> bool:
        """Whether the translation is the guide's text as it was copied."""
        then, own = self.translation.files.then, self.translation.own
        return then.is_file() and own.is_file() and is_same(then, own)

    def form(self, path: Path) -> Form | None:
        """The form of one of its files; None if that is not there or cannot be read."""
        text = read_text(path, path.name) if path.is_file() else None
        return None if text is None or isinstance(text, Problem) else self.form_of(text)

    def form_of(self, text: str) -> Form | None:
        """The form of a text of this file."""
        one = self.translation
        if one.part == "pages":
            return read_page_form(one.relative.as_posix(), text, self.keeps_lines, self.led_to)
        if one.part == "pictures":
            return PictureForm(self.name, text)
        return read_yaml_form(self.name, text, model_of(one))

    def begun(self, text: str) -> str:
        """A text of the guide's file in the place of the translation: its schema lies elsewhere from there."""
        here, there = self.translation.files.now.parent, self.translation.own.parent

        def moved(line: re.Match[str]) -> str:
            return line[1] + Path(os.path.relpath(os.path.normpath(here / line[2]), there)).as_posix()

        return SCHEMA.sub(moved, text, count=1)


def guide_files(folders: Folders, code: str, settings: GuideSettings) -> Iterator[GuideFile]:
    """Every file of the guide that has words for readers, in a language."""
    led_to = _led_to(folders)
    jumps = {slugify(title, "-") for title in settings.steps.jumps}
    for one in translations(folders, code, settings.left_out):
        path = one.relative.as_posix()
        if one.part == "pages":
            yield GuideFile(one, settings.is_easy(path), led_to.get(path, set()) | jumps)
        else:
            yield GuideFile(one)


def _led_to(folders: Folders) -> Mapping[str, set[str]]:
    """The ids in each page, by its path in `docs/`, that a link of any page leads to."""
    found: dict[str, set[str]] = {}
    for path in files_in(folders.docs, "**/*.md"):
        text = read_text(path, path.name)
        body = "" if isinstance(text, Problem) else split_front_matter(text).body
        for link in links_in(read_blocks(body), path.relative_to(folders.docs).as_posix()):
            if link.anchor:
                found.setdefault(link.path, set()).add(link.anchor)
    return found


def model_of(one: Translation) -> type[Strict]:
    """The model of a YAML file."""
    if one.part == "packs":
        return Pack
    return Sections if one.relative.name == SECTIONS else Exercise
