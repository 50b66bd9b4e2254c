"""One edition of the guide: the guide, whose copy it is, in which words, and what it leaves out."""

import shlex
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Folders, Overlay, files_in
from ..authoring.words import SOURCE, Words, read_words
from ..authoring.yaml_document import Document
from ..exercises.kinds import words_files
from ..exercises.word_forms import without_word_form
from ..guide.aliases import Move, all_names, moves, wrong_aliases
from ..guide.guide_settings import SETTINGS
from ..guide.helplines import Helplines
from ..guide.readings import read_readings
from ..guide.review import Review, Shown, lapsed, reviews
from ..guide.whole_guide import Guide, read_guide
from ..guide.words_read import words_read
from .allowed_files import refused_attachments, unread
from .branch import Branch
from .brand import BRAND, Brand, read_brand, unknown_country
from .clinic_folder import came_along, drift
from .clinic_stylesheets import read_stylesheets
from .removal import Removed, dangling_links, drop_links, pruned_guide, removals, shows_less, unseen_files
from .removed_packs import gaps
from .site_paths import clashes
from .site_settings import undone, unheard
from .slot_values import with_slots_filled
from .stand_in_brand import stand_in
from .web_manifest import MANIFEST, manifest


@dataclass(frozen=True)
class Edition:
    """A whole edition. `words` has those of the brand's language and those of the guide's, by language."""

    brand: Brand
    words: dict[str, Words]
    guide: Guide
    removed: Removed
    overlay: Overlay | None
    stylesheets: Mapping[str, str]
    """The text of a clinic's own stylesheets by their path in the site, in order"""
    notices: tuple[str, ...]
    """What the builder may want to know and need not fix."""
    shown: Shown
    """What its readers see, and what was said of it in this copy."""
    reviews: Mapping[str, Review]
    """The state of pages by path, those of exercises and packs too."""
    moves: tuple[Move, ...] = ()
    """Old addresses, and where they lead."""

    @property
    def own_pages(self) -> dict[str, Path]:
        """The pages and pictures of a clinic by their path in `docs/`, each with the folder that its path begins in."""
        found = self.overlay.files("pages", "*") if self.overlay else {}
        return {path.as_posix(): source.path.parents[len(path.parts) - 1] for path, source in found.items()}

    @property
    def published(self) -> dict[str, Path | str]:
        """What the brand adds to the site, by path: a file, or its text."""
        pictures: dict[str, Path | str] = {image.published: image.path for image in self.brand.images}
        return {**pictures, **self.stylesheets, MANIFEST: manifest(self.brand)}

    @property
    def t(self) -> Words:
        """The words of the brand's language."""
        return self.words[self.brand.language]


def read_edition(
    folders: Folders, clinic: Path | None = None, branch: Branch | None = None
) -> tuple[Edition | None, Guide, list[Problem]]:
    """Read a whole edition: the guide's own, or a clinic's with its folder on top; and every problem in it.

    With `branch` its brand is a row over that of the clinic's folder, and all else is the folder's.

    The edition is None if it is not known whose it is, or where its templates lead; the guide is there in any case.
    """
    home = clinic or folders.root
    brand, document, problems = read_brand(home / BRAND, folders.name(home / BRAND), branch)
    is_sound = brand is not None
    if clinic and not is_sound:
        brand, found = stand_in(document, problems)
        problems += found
    words, found = _words(brand, document, folders, clinic)
    problems += found
    overlay = Overlay(clinic, folders.name(clinic), words[brand.language]) if clinic and brand and words else None
    guide, found = read_guide(folders, overlay)
    problems += found
    if brand is None or not words:
        return None, guide, problems
    stylesheets, found = read_stylesheets(overlay) if overlay else ({}, [])
    problems += found
    if overlay:
        linked = {link.path for page in guide.pages for link in page.links}
        problems += [*refused_attachments(overlay, linked), *unread(overlay), *_own_settings(overlay), *undone(overlay)]
    problems += _unknown_pages(brand, document, guide)
    if guide.helplines:
        known = [country.code for country in guide.helplines.countries]
        problems += unknown_country(brand, document, known)
        guide = replace(guide, helplines=_own_country_first(brand, guide.helplines))
    removed, found = removals(brand, document, guide)
    problems += found
    names = guide.names
    named = set(brand.remove.packs)
    in_packs = gaps(guide.packs, named, removed.exercises, removed.pages, partial(came_along, overlay, "packs"))
    unseen = list(unseen_files(guide, removed))
    guide = pruned_guide(guide, removed)
    inherited = guide.settings.aliases
    there = all_names(guide.pages, guide.catalogue.documents, guide.packs.documents)
    problems += wrong_aliases(brand.aliases, document, there, inherited)
    problems += clashes(guide, brand, document, folders, overlay)
    problems += without_word_form(guide.catalogue) if "docx" in brand.formats else ()
    pointing = [*dangling_links(guide, removed, partial(came_along, overlay, "pages")), *in_packs]
    problems += [problem for own, problem in pointing if own]
    notices = tuple(map(str, [*unseen, *(problem for own, problem in pointing if not own)]))
    notices += (*map(str, unheard(overlay)), *drift(folders.root, overlay)) if overlay else ()
    shown, found = _shown(guide, removed, overlay, names)
    problems += found
    notices += tuple(_read_again(shown, overlay))
    states = reviews(guide, shown)
    guide = with_slots_filled(guide, brand, words, states)
    led = moves({**inherited, **brand.aliases}, there)
    edition = Edition(brand, words, guide, removed, overlay, stylesheets, notices, shown, states, led)
    return edition if is_sound and guide.has_key_pages else None, guide, problems


def _words(
    brand: Brand | None, document: Document, folders: Folders, clinic: Path | None
) -> tuple[dict[str, Words], list[Problem]]:
    """The words of the guide's language and of the brand's, by language; none if they have problems."""
    folder = folders.root / "words"
    source = folder / f"{SOURCE}.yml"
    language, country = (brand.language, brand.country) if brand else (SOURCE, "GB")
    paths = [source, folder / f"{language}.yml", *([clinic / "words.yml"] if clinic else [])]
    files = {path: folders.name(path) for path in paths if path == source or path.is_file()}
    if language != SOURCE and len(files) == 1:
        known = [path.stem for path in files_in(folder, "*.yml")]
        write = f"{nearest(language, known)} Or put the words of words/{SOURCE}.yml into words.yml beside brand.yml."
        return {}, [document.problem(("language",), f"There are no words for `{language}`.", write)]
    parts = words_files()
    words, problems = read_words(files, language, country, parts)
    own, _ = read_words({source: files[source]}, SOURCE, country, parts)
    return ({SOURCE: own, language: words} if words and own else {}), problems


def _own_country_first(brand: Brand, helplines: Helplines) -> Helplines:
    """The helplines with the brand's country at the top, in its own words if it has some."""
    known = helplines.country(brand.country)
    own = brand.helplines or known
    if brand.helplines and known:
        own = brand.helplines.model_copy(update={"region": known.region})
    if brand.helplines and own:
        own = own.model_copy(update={"own_name": {brand.language: own.name} | own.own_name})
    others = tuple(one for one in helplines.countries if one.code != brand.country)
    return helplines.model_copy(update={"countries": (own, *others) if own else others})


def _shown(
    guide: Guide, removed: Removed, overlay: Overlay | None, known: Collection[str]
) -> tuple[Shown, list[Problem]]:
    """The words that readers of this copy see, and what was said of them; `known` also has what is removed."""
    pages = [page for page in guide.pages if shows_less(page, removed)]
    fewer = {page.path: drop_links(page.body, page.path, removed) for page in pages}
    words = words_read(guide, fewer)
    if overlay is None:
        return Shown(words, guide.readings), []
    readings, problems = read_readings(overlay.folder, known, overlay.name)
    return Shown(words, readings), problems


def _read_again(shown: Shown, overlay: Overlay | None) -> Iterator[str]:
    """What was reviewed once, and has other words now."""
    if names := lapsed(shown):
        clinic = f" CLINIC={shlex.quote(str(overlay.folder))}" if overlay else ""
        said = "1 page or sheet has" if len(names) == 1 else f"{len(names)} pages and sheets have"
        yield (
            f"{said} changed since a clinician reviewed it: {', '.join(names)}. Readers are told so. When one has been "
            f"read again: make reviewed{clinic} FILE={names[0]}"
        )


def _own_settings(overlay: Overlay) -> Iterator[Problem]:
    """A copy follows the guide's guide.yml, so that none can make a safety page removable."""
    if (overlay.folder / SETTINGS).exists():
        wrong = f"A copy takes its {SETTINGS} from the guide; this one would do nothing."
        yield Problem(f"{overlay.name}/{SETTINGS}", 1, "", wrong, f"Remove it. What a copy can change is in {BRAND}.")


def _unknown_pages(brand: Brand, document: Document, guide: Guide) -> Iterator[Problem]:
    """Every page that is hidden exists."""
    paths = {page.path for page in guide.pages}
    for index, path in enumerate(brand.hide):
        if path not in paths:
            yield document.problem(("hide", index), f"There is no page `{path}`.", nearest(path, paths))
