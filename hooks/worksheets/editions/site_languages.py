"""The languages of a site: an edition in each, what a reader finds where, and what has to be translated first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.source_files import Folders
from ..authoring.words import SOURCE
from ..exercises.exercise_addresses import exercise_page
from ..guide.aliases import Move
from ..guide.whole_guide import Guide
from .branch import Branch
from .edition import Edition, read_edition
from .language_folder import LANGUAGES
from .translations import Translation, translations


@dataclass(frozen=True)
class SiteLanguage:
    """A language of a site: its code, what it is called in itself, and the folder of its pages, empty at the top.

    `pages` are all of its pages by path in `docs/`, and `translated` those that are in it.
    """

    code: str
    name: str
    direction: str
    folder: str
    pages: frozenset[str]
    translated: frozenset[str]

    def spoken_among(self, direction: str) -> str:
        """The attributes of words in it that stand among others which go in a direction, `ltr` or `rtl`."""
        return f' lang="{self.code}"' + (f' dir="{self.direction}"' if self.direction != direction else "")


@dataclass(frozen=True)
class Site:
    """The editions of a site by language, the first of them at its top."""

    editions: Mapping[str, Edition] = field(default_factory=dict)

    @property
    def of_all(self) -> list[Edition]:
        """The editions, the first of them first."""
        return list(self.editions.values())

    @property
    def languages(self) -> tuple[SiteLanguage, ...]:
        """What a reader finds in which language."""
        return tuple(_language(edition, place == 0) for place, edition in enumerate(self.of_all))

    @property
    def moves(self) -> list[Move]:
        """Old addresses from the top of the site, and where they lead, in each language."""
        folders = zip(self.of_all, self.languages, strict=True)
        return [move.below(language.folder) for edition, language in folders for move in edition.moves]

    def last_reviewed(self, path: str) -> date | None:
        """When somebody last read a page through, given its path in `docs/`, in the first language that has it."""
        found = [edition.reviews[path] for edition in self.of_all if path in edition.reviews]
        return found[0].last_reviewed if found else None

    @property
    def notices(self) -> Iterator[str]:
        """What the builder may want to know, each thing once."""
        yield from dict.fromkeys(notice for edition in self.of_all for notice in edition.notices)


def read_site(
    folders: Folders,
    clinic: Path | None = None,
    branch: Branch | None = None,
    code: str = "",
    alone: bool = False,
) -> tuple[Site | None, Guide, list[Problem]]:
    """Read all languages of a site, and every problem in any of them. The site is None if its first cannot be read.

    With `branch` its brand is a row over that of the clinic's folder. `code` puts another language first, and `alone`
    reads no others, as for a preview.
    """
    first, guide, problems = read_edition(folders, clinic, branch, code)
    if first is None:
        return None, guide, problems
    editions = {first.brand.language: first}
    for code in () if alone else first.brand.all_languages[1:]:
        edition, other, found = read_edition(folders, clinic, branch, code)
        problems += found
        if edition:
            editions[code] = edition
            problems += [] if found else _not_ready(folders, edition, other)
            problems += _in_the_way(folders, guide, code)
    return Site(editions), guide, list(dict.fromkeys(problems))


def _language(edition: Edition, is_first: bool) -> SiteLanguage:
    code = edition.brand.language
    languages = edition.guide.languages
    translated = frozenset(path for path, one in languages.items() if one == code)
    folder = "" if is_first else f"{code}/"
    return SiteLanguage(code, edition.language_name, edition.t.direction, folder, frozenset(languages), translated)


def _not_ready(folders: Folders, edition: Edition, guide: Guide) -> Iterator[Problem]:
    """What has to be translated before readers are offered a language: pages about safety, and when to stop."""
    code = edition.brand.language
    if code == SOURCE:
        return
    written = {(one.part, one.relative.as_posix()): one for one in translations(folders, code)}
    for path in guide.settings.translated_first:
        page = guide.page(path)
        if page and (page.language != code or _is_old(written.get(("pages", path)), page.file)):
            yield _first_of_all(f"docs/{path}", f"{LANGUAGES}/{code}/pages/{path}", code, page.language != code)
    for id_, entry in edition.guide.catalogue.entries.items():
        file = edition.guide.catalogue.documents[id_].file
        one = written.get(("exercises", f"{id_}.yml"))
        changed = one is not None and file == one.files.own and (one.state == "missing" or not one.files.then.is_file())
        if entry.language != code or changed:
            name = f"{LANGUAGES}/{code}/exercises/{id_}.yml"
            yield _first_of_all(f"`stop` of {exercise_page(id_)}", name, code, entry.language != code)


def _is_old(translation: Translation | None, file: str) -> bool:
    return translation is not None and file == translation.files.own and not translation.files.is_in_step


def _first_of_all(what: str, file: str, code: str, is_missing: bool) -> Problem:
    wrong = f"What is about safety comes first, and {what} is not in the language `{code}`."
    write = f"Translate it, take `{code}` out of `languages`, or write `untranslated: hide`."
    if not is_missing:
        wrong = f"What this says about safety was made from an older text, or nobody has said from which: {what}."
        write = f"See how: guide translate diff {code}  If yours says the same: guide translate accept {code}"
    return Problem(file, 1, "", wrong, write)


def _in_the_way(folders: Folders, guide: Guide, code: str) -> Iterator[Problem]:
    """No page and no file stands where those of another language will."""
    wrong = f"The pages in the language `{code}` stand in the folder /{code}/ of the site."
    pages = {page.path: page.file for page in guide.pages}
    for path, file in ({path: folders.name(file) for path, file in guide.files.items()} | pages).items():
        if path.startswith(f"{code}/") or path == f"{code}.md":
            yield Problem(file, 1, "", wrong, f"Give this {'page' if path in pages else 'file'} another folder.")
