"""What a brand is in a language besides its first: in other words, and without what is not for its readers."""

from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from ..guide.whole_guide import Guide
from .brand import Brand
from .language_folder import LanguageFolder

SAID = 4
"""So many files are named."""


def in_other_language(brand: Brand, code: str, language: LanguageFolder | None, clinic: Path | None) -> Brand:
    """The brand in another language. Readers of the guide itself are where that is spoken; a clinic is in one place.

    The guide's own name is translated; a clinic's stays, but for what its brand.yml says of it.
    """
    settings = language.settings if language and clinic is None else None
    other: dict[str, object] = settings.guide.model_dump(exclude_none=True) if settings else {}
    if settings and settings.country:
        other |= {"country": settings.country, "letter_countries": settings.letter_countries}
        other |= {"paper": settings.paper} if settings.paper else {}
    if settings:
        stays = settings.country in (None, brand.country)
        other["local_helplines"] = settings.local_helplines or (brand.local_helplines if stays else ())
    return brand.in_language(code, **other)


def without_untranslated(brand: Brand, guide: Guide) -> Brand:
    """The brand, which also removes pages that are for makers of copies, unless they are translated.

    What else is not translated it hides and removes if it says so.
    """
    hides = brand.untranslated == "hide"
    foreign = [page.path for page in guide.pages if page.language != brand.language]
    exercises = tuple(_untranslated_exercises(guide, brand.language)) if hides else ()
    packs = [id_ for id_, entry in guide.packs.entries.items() if hides and entry.language != brand.language]
    remove = brand.remove.model_copy(
        update={
            "pages": _once(brand.remove.pages, _left_out(guide, foreign)),
            "exercises": _once(brand.remove.exercises, exercises),
            "packs": _once(brand.remove.packs, packs),
        }
    )
    return brand.model_copy(update={"remove": remove, "hide": _once(brand.hide, foreign if hides else ())})


def not_shown_yet(guide: Guide, language: str, gone: Set[str]) -> Iterator[str]:
    """What a translator may want to know: translated pages show nothing where an exercise is not translated.

    `guide` still has all of them, and `gone` are those that are left out, by id.
    """
    pages = [page for page in guide.pages if page.language == language]
    named = ["/".join(marker.argument.split("/")[:2]) for page in pages for marker in page.markers]
    entries = guide.catalogue.entries
    missing = [id_ for id_ in dict.fromkeys(named) if id_ in gone and entries[id_].language != language]
    if missing:
        names = " ".join(f"exercises/{id_}.yml" for id_ in missing[:SAID]) + " …" * (len(missing) > SAID)
        yield f"Not in the language `{language}` yet, so its pages show nothing in their place: {names}"


def _left_out(guide: Guide, foreign: list[str]) -> Iterator[str]:
    """Folders and pages that a new copy removes, as far as they are not translated."""
    for name in guide.settings.left_out:
        pages = [page.path for page in guide.pages if page.path == name or page.path.startswith(name)]
        if pages and set(pages) <= set(foreign):
            yield name
        else:
            yield from (path for path in pages if path in foreign)


def _untranslated_exercises(guide: Guide, language: str) -> Iterator[str]:
    """Exercises in another language, and those for two whose way to do them alone is."""
    entries = guide.catalogue.entries
    foreign = {id_ for id_, entry in entries.items() if entry.language != language}
    yield from (id_ for id_, entry in entries.items() if id_ in foreign or entry.exercise.alone in foreign)


def _once(names: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*names, *others]))
