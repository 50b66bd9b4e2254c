"""All exercises of a copy as Questionnaires, with what a maker of clinic software has to read first."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from ..authoring.problems import Problem
from ..authoring.words import Words
from ..editions.brand import Brand, Format
from ..exercises.catalogue import Catalogue, Entry
from ..exercises.exercise_addresses import QUESTIONNAIRES, exercise_page
from ..exercises.questionnaire_items import said
from ..guide.review import Review
from ..rendering.citation_words import label_in
from ..rendering.renderer import Renderer
from .addresses import MOST_LETTERS_OF_AN_ID, resource_id
from .kind_forms import kind_form
from .questionnaire import Publication, Sheet, questionnaire
from .releases import RELEASES
from .rich_text import plain

FORMAT: Format = "fhir"
"""What a brand.yml calls them."""

FOLDER = Path(QUESTIONNAIRES).stem
README = "README.txt"
TEMPLATE = Path(__file__).parent / README


def questionnaires(renderer: Renderer, reviews: Mapping[str, Review], site: str, version: str) -> dict[str, str]:
    """The text of every file by its path: a folder for each release, and what to read first. A copy may want none.

    `reviews` has the state of pages by path; `site` is the address of the site, or empty.
    """
    brand, catalogue = renderer.brand, renderer.guide.catalogue
    if FORMAT not in brand.formats:
        return {}
    publication = Publication(brand.name, brand.legal_name or brand.name, site, brand.credit, version)
    found = {f"{FOLDER}/{README}": _readme(catalogue, publication)}
    for entry in catalogue.entries.values():
        sheet = _sheet(entry, renderer, reviews.get(exercise_page(entry.id)), site)
        for release in RELEASES:
            found[f"{FOLDER}/{release.name}/{_file(entry)}"] = questionnaire(sheet, publication, release)
    return found


def misfits(catalogue: Catalogue, brand: Brand) -> Iterator[Problem]:
    """What a copy wants as questionnaires and FHIR cannot hold: exercises by their names, and fields by their kinds."""
    if FORMAT not in brand.formats:
        return
    for id_, entry in catalogue.entries.items():
        document = catalogue.documents[id_]
        over = len(resource_id(id_)) - MOST_LETTERS_OF_AN_ID
        if over > 0:
            most = MOST_LETTERS_OF_AN_ID
            wrong = f"FHIR takes names of {most} letters, and “{id_}” is {over} too long for it: clinic software "
            wrong += "would not get this exercise."
            write = "Give the file or its folder a shorter name, or take `fhir` out of `formats` in brand.yml."
            yield document.problem((), wrong, write)
        for path, kind in _unknown_kinds(entry):
            wrong = f"Clinic software would lose this: the kind `{kind}` has no `fhir.py` in its folder."
            write = "Add it, use another kind, or take `fhir` out of `formats` in brand.yml."
            yield document.problem(path, wrong, write)


def _unknown_kinds(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where in a file a kind stands of which nobody has said how FHIR holds it, and that kind."""
    for one, part in enumerate(entry.exercise.parts):
        for other, field in enumerate(part.fields_):
            if not kind_form(field.kind):
                yield ("parts", one, "fields", other, "kind"), field.kind


def _file(entry: Entry) -> str:
    return f"{resource_id(entry.id)}.json"


def _sheet(entry: Entry, renderer: Renderer, review: Review | None, site: str) -> Sheet:
    t, works = renderer.words[entry.language], renderer.guide.bibliography
    labels = [label_in(works.label(key), t) for key in works.in_order(entry.exercise.evidence)]
    evidence = t("evidence", works="; ".join(labels)) if labels else t("no-evidence")
    return Sheet(entry, t, said(evidence), _help(renderer, t, site), review.approved if review else None)


def _help(renderer: Renderer, t: Words, site: str) -> str:
    """Whom to call, on one line. Who reads it may be anywhere that the copy is read, as with a browser's print."""
    lines = renderer.guide.helplines
    codes = renderer.brand.countries_on(None) if lines else ()
    countries = [found for code in codes if lines and (found := lines.country(code))]
    return renderer.html("questionnaire-help.html", countries=countries, address=site, t=t).striptags()


def _readme(catalogue: Catalogue, publication: Publication) -> str:
    sheets = "\n\n".join(_stop(entry) for entry in catalogue.entries.values())
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        copy=publication.copy, version=publication.version, licence=publication.licence, sheets=sheets
    )


def _stop(entry: Entry) -> str:
    alone = entry.exercise.alone
    company = f"for two; instead, for one: {resource_id(alone)}.json" if alone else "for one"
    stop = " ".join(plain(entry.exercise.stop).split())
    return f"{_file(entry)} ({entry.exercise.title}, {company})\n  When to stop: {stop}"
