"""One edition of the guide: the guide, whose copy it is, in which words, and what it leaves out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Folders, Overlay
from ..authoring.words import SOURCE, Words
from ..authoring.yaml_document import Document
from ..exercises.split_options import split_options
from ..exercises.word_forms import without_word_form
from ..guide.aliases import Move, all_names, in_language_folders, moves, wrong_aliases
from ..guide.guide_reader import read_guide
from ..guide.guide_settings import SETTINGS, read_settings
from ..guide.local_helplines import near, unknown_local_lines
from ..guide.review import Review, Shown, reviews
from ..guide.slots import filled_text
from ..guide.translated_helplines import HELPLINES, misplaced_lines, translated
from ..guide.whole_guide import Guide
from ..guide.words_read import words_read
from .allowed_files import refused_attachments, unread
from .branch import Branch
from .brand import BRAND, Brand, read_brand, unknown_country
from .clinic_stylesheets import read_stylesheets
from .language_folder import SOURCE_NAME, LanguageFolder, read_language, unknown_situations
from .layers import Layers, missing_words, read_all_words
from .originals import came_along, drift
from .other_languages import in_other_language, not_shown_yet, without_untranslated
from .own_country import misplaced_lines_of_own, own_country_first
from .removal import Removed, dangling_links, pruned_guide, removals, unseen_files
from .removed_packs import gaps
from .shown_words import of_these_words, read_again, read_shown
from .site_paths import clashes
from .site_settings import undone, unheard
from .slot_values import step_values, with_slots_filled
from .stand_in_brand import stand_in


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
    language_name: str = SOURCE_NAME
    """What its language is called in itself."""
    menu: Mapping[str, str] = field(default_factory=dict)
    """The titles of the menu in its language, by what they are in the guide's."""

    @property
    def own_pages(self) -> dict[str, Path]:
        """The pages and pictures of a clinic by their path in `docs/`, each with the folder that its path begins in."""
        found = self.overlay.files("pages", "*") if self.overlay else {}
        return {path.as_posix(): source.path.parents[len(path.parts) - 1] for path, source in found.items()}

    @property
    def published(self) -> dict[str, Path | str]:
        """What the brand adds to the site, by path: a file, or its text."""
        pictures: dict[str, Path | str] = {image.published: image.path for image in self.brand.images}
        return {**pictures, **self.stylesheets}

    @property
    def t(self) -> Words:
        """The words of the brand's language."""
        return self.words[self.brand.language]


def read_edition(
    folders: Folders, clinic: Path | None = None, branch: Branch | None = None, code: str = ""
) -> tuple[Edition | None, Guide, list[Problem]]:
    """Read a whole edition: the guide's own, or a clinic's with its folder on top; and every problem in it.

    With `branch` its brand is a row over that of the clinic's folder, and all else is the folder's. It is in the first
    language of the brand, or in another that it has, by its code.

    The edition is None if it is not known whose it is, or where its templates lead; the guide is there in any case.
    """
    home = clinic or folders.root
    brand, document, problems = read_brand(home / BRAND, folders.name(home / BRAND), branch)
    is_sound = brand is not None
    if clinic and not is_sound:
        brand, found = stand_in(document, problems)
        problems += found
    first = brand.language if brand else SOURCE
    code = code or first
    language, found = read_language(folders, code)
    problems += found
    brand = in_other_language(brand, code, language, clinic) if brand and code != first else brand
    layers = Layers(folders, clinic, first, code, language)
    words, found = read_all_words(layers, brand, document)
    problems += found
    overlay = layers.overlay(words) if brand and words else None
    guide, found = read_guide(folders, overlay)
    problems += found
    if language:
        rules = {code: language.rules} if language.rules else {}
        guide = replace(guide, other_rules=rules, translated_situations=(code, language.settings.situations))
        problems += unknown_situations(language, guide)
    if brand is None or not words:
        return None, guide, problems
    stylesheets, found = read_stylesheets(overlay) if overlay else ({}, [])
    problems += found
    if overlay:
        linked = {link.path for page in guide.pages for link in page.links}
        problems += refused_attachments(overlay, linked)
        for layer in overlay.own_layers:
            problems += [*unread(layer), *_own_settings(layer), *undone(layer)]
    problems += _unknown_pages(brand, document, guide)
    if guide.helplines:
        known = [country.code for country in guide.helplines.countries]
        told = language.document if language and code != first and clinic is None else document
        problems += unknown_country(brand, told, known)
        problems += misplaced_lines_of_own(brand, document, guide.helplines)
        problems += unknown_local_lines(brand.local_helplines, told, guide.helplines.country(brand.country))
        helplines = near(guide.helplines, brand.country, brand.local_helplines)
        if language:
            problems += misplaced_lines(language.helplines, f"{language.name}/{HELPLINES}", helplines)
            alphabet = language.rules.alphabet if language.rules else None
            helplines = translated(helplines, language.helplines, words[brand.language], alphabet)
        guide = replace(guide, helplines=own_country_first(brand, helplines))
    is_part = code != first or (brand.untranslated == "hide" and code != SOURCE)
    brand = without_untranslated(brand, guide) if is_part else brand
    removed, found = removals(brand, document, guide)
    problems += found
    names = guide.names
    named = set(brand.remove.packs)
    in_packs = gaps(guide.packs, named, removed.exercises, removed.pages, partial(came_along, overlay, "packs"))
    unseen = list(unseen_files(guide, removed))
    bare = () if clinic or code == SOURCE else not_shown_yet(guide, code, removed.exercises)
    guide = pruned_guide(guide, removed)
    inherited = guide.settings.aliases
    there = all_names(guide.pages, guide.catalogue.documents, guide.packs.documents)
    problems += wrong_aliases(brand.aliases, document, there, inherited)
    problems += in_language_folders(brand.aliases, document, brand.all_languages[1:])
    if inherited:
        settings = read_settings(folders.root / SETTINGS, SETTINGS)[1]
        problems += in_language_folders(inherited, settings, brand.all_languages[1:])
    problems += clashes(guide, brand, document, folders, overlay)
    problems += without_word_form(guide.catalogue) if "docx" in brand.formats else ()
    pointing = [*dangling_links(guide, removed, partial(came_along, overlay, "pages")), *in_packs]
    problems += [problem for own, problem in pointing if own]
    notices = tuple(map(str, [*unseen, *(problem for own, problem in pointing if not own)])) if not is_part else ()
    notices += tuple(map(str, split_options(guide.catalogue.documents.values())))
    notices += (*missing_words(layers, words[brand.language]), *bare)
    for layer in overlay.own_layers if overlay else ():
        notices += (*map(str, unheard(layer)), *drift(folders.root, layer))
    if brand.language != SOURCE:
        guide = replace(guide, readings=of_these_words(guide.readings, words_read(guide)))
    shown, found = read_shown(guide, removed, folders, clinic, names)
    problems += found
    if code != first:
        shown = replace(shown, readings=of_these_words(shown.readings, shown.words))
    notices += tuple(read_again(shown, clinic))
    states = reviews(guide, shown if clinic else None)
    guide = with_slots_filled(guide, brand, words, states)
    led = moves({**inherited, **brand.aliases}, there)
    in_itself = _named(language, step_values(guide, words[brand.language]))
    edition = Edition(brand, words, guide, removed, overlay, stylesheets, notices, shown, states, led, *in_itself)
    return edition if is_sound and guide.has_key_pages else None, guide, problems


def _named(language: LanguageFolder | None, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """What a language is called in itself, and its titles of the menu with their slots filled."""
    if language is None:
        return SOURCE_NAME, {}
    titles = {title: filled_text(said, values) for title, said in language.settings.menu.items()}
    return language.settings.name, titles


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
