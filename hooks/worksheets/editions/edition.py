"""One edition of the guide: the guide, whose copy it is, in which words, and what it leaves out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..authoring.problems import Problem, nearest
from ..authoring.source_files import Folders, Overlay
from ..authoring.words import SOURCE, Words
from ..authoring.yaml_document import Document
from ..exercises.word_forms import without_word_form
from ..guide.guide_settings import SETTINGS
from ..guide.helplines import Helplines
from ..guide.translated_helplines import HELPLINES, translated, unknown_lines
from ..guide.whole_guide import Guide, read_guide
from .allowed_files import refused_attachments, unread
from .brand import BRAND, Brand, read_brand, unknown_country
from .clinic_folder import drift
from .clinic_stylesheets import read_stylesheets
from .language_folder import SOURCE_NAME, read_language
from .layers import Layers, missing_words, read_all_words
from .other_languages import in_other_language, without_untranslated
from .removal import Removed, dangling_links, pruned_guide, removals
from .removed_packs import gaps
from .site_paths import clashes


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
    folders: Folders, clinic: Path | None = None, code: str = ""
) -> tuple[Edition | None, Guide, list[Problem]]:
    """Read a whole edition: the guide's own, or a clinic's with its folder on top; and every problem in it.

    It is in the first language of the brand, or in another that it has, by its code. The edition is None if it is not
    known whose it is, or where its templates lead; the guide is there in any case.
    """
    home = clinic or folders.root
    brand, document, problems = read_brand(home / BRAND, folders.name(home / BRAND))
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
    if brand is None or not words:
        return None, guide, problems
    stylesheets, found = read_stylesheets(overlay) if overlay else ({}, [])
    problems += found
    if overlay:
        linked = {link.path for page in guide.pages for link in page.links}
        problems += refused_attachments(overlay, linked)
        for layer in overlay.own_layers:
            problems += [*unread(layer), *_own_settings(layer)]
    problems += _unknown_pages(brand, document, guide)
    if guide.helplines:
        known = [country.code for country in guide.helplines.countries]
        told = language.document if language and code != first and clinic is None else document
        problems += unknown_country(brand, told, known)
        helplines = guide.helplines
        if language:
            problems += unknown_lines(language.helplines, f"{language.name}/{HELPLINES}", helplines)
            helplines = translated(helplines, language.helplines, words[brand.language])
        guide = replace(guide, helplines=_own_country_first(brand, helplines))
    brand = without_untranslated(brand, guide) if code != first else brand
    removed, found = removals(brand, document, guide)
    problems += found
    in_packs = gaps(guide.packs, set(brand.remove.packs), removed.exercises, removed.pages)
    guide = pruned_guide(guide, removed)
    problems += clashes(guide, brand, document, folders, overlay)
    problems += without_word_form(guide.catalogue) if "docx" in brand.formats else ()
    pointing = [*dangling_links(guide, removed), *in_packs]
    problems += [problem for own, problem in pointing if own]
    notices = tuple(str(problem) for own, problem in pointing if not own and code == first)
    notices += tuple(missing_words(layers, words[brand.language]))
    notices += tuple(notice for layer in overlay.own_layers for notice in drift(folders.root, layer)) if overlay else ()
    settings = language.settings if language else None
    named = (settings.name, settings.menu) if settings else (SOURCE_NAME, {})
    edition = Edition(brand, words, guide, removed, overlay, stylesheets, notices, *named)
    return edition if guide.has_key_pages else None, guide, problems


def _own_country_first(brand: Brand, helplines: Helplines) -> Helplines:
    """The helplines with the brand's country at the top, in its own words if it has some."""
    known = helplines.country(brand.country)
    own = brand.helplines or known
    if brand.helplines and known:
        own = brand.helplines.model_copy(update={"region": known.region})
    others = tuple(one for one in helplines.countries if one.code != brand.country)
    return helplines.model_copy(update={"countries": (own, *others) if own else others})


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
