"""The files of a language that hold only what is translated: words of templates, titles of the menu, helplines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.localedata import locale_identifiers

from ..authoring.number_forms import OTHER, counted
from ..authoring.text_file import read_text
from ..authoring.text_types import MOST_LABEL_WORDS, Label, Line
from ..authoring.words import Words
from ..authoring.yaml_document import Trail, read_document
from ..editions.language_folder import SETTINGS
from ..editions.layers import WORDS
from ..guide.helplines import Country, Helplines
from ..guide.translated_helplines import HELPLINES
from .forms import Unit
from .text_limits import Limits
from .yaml_additions import with_additions
from .yaml_scalars import with_texts

OF_SERVICES = {
    "name": "the name of a service; leave it empty if it is called the same in your language",
    "for": "for whom a service is, as it goes on after “for”",
    "text": "how to reach a service by text message, with the same numbers",
    "note": "what to know of a service",
}
LINE = Limits(Line, 200)
FEW = 200
"""Below this number, each form of a language that is for whole numbers has some."""
SHOWN = 6
"""So many of them tell a translator which ones are meant."""
LABEL = Limits(Label, 200, MOST_LABEL_WORDS)


@dataclass(frozen=True)
class Table:
    """A file of a language, by its name in the folder, and what can stand in it.

    `written` is the file as it is, `head` how one begins, and `lent` what the guide has in that language elsewhere.
    """

    name: str
    units: tuple[Unit, ...]
    written: str
    head: str = ""
    lent: Mapping[Trail, str] = field(default_factory=dict)

    @property
    def known(self) -> dict[Trail, str]:
        """What is translated, by its place."""
        return {**self.lent, **self._there}

    @property
    def _there(self) -> dict[Trail, str]:
        value = read_document(self.written, self.name)[0].value
        found = ((unit.place, _at(value, unit.place)) for unit in self.units)
        return {place: text.strip() for place, text in found if isinstance(text, str)}

    def filled(self, texts: Mapping[Trail, str]) -> str:
        """The file with other texts and with more of them."""
        there = self._there
        more = {place: text for place, text in texts.items() if place not in there}
        changed = {place: text for place, text in texts.items() if place in there}
        written = with_texts(self.written or self.head, changed)
        return with_additions(written, more) if more else written


def words_table(written: str, english: Words, own: Words) -> Table:
    """The words of templates and of the kinds of field; `own` are those of the language, `written` is its file."""
    units: list[Unit] = []
    for key, text in english.texts.items():
        forms = _forms(key, text, own)
        units += [_of_numbers(key, form, text, own.locale) for form in forms] or [
            Unit((key,), f"{WORDS} {key}", text, "words of a button, a label or a line", keeps_brackets=True)
        ]
    lent: dict[Trail, str] = {(key,): text for key, text in own.texts.items() if key not in own.missing}
    return Table(WORDS, tuple(units), written, "# yaml-language-server: $schema=../../words/schema.json\n", lent)


def _forms(key: str, text: str, own: Words) -> list[str]:
    """The forms that words take with a number: those in the folder, or those of the language; none for one text."""
    if key in own.forms:
        return list(own.forms[key].texts)
    known = own.locale in locale_identifiers() and key in own.missing and counted(text)
    tags = Locale.parse(own.locale).plural_form.tags if known else set()
    return [*(form for form in ("one", "two", "few", "many") if form in tags), OTHER] if tags & {"two", "few"} else []


def _of_numbers(key: str, form: str, text: str, locale: str) -> Unit:
    """Words that depend on a number, in one of the forms that the folder has: two may be said without a figure."""
    plural_form = Locale.parse(locale).plural_form if locale in locale_identifiers() else None
    numbers = [one for one in range(FEW) if plural_form and plural_form(one) == form]
    such = f", such as {', '.join(map(str, numbers[:SHOWN]))}" if numbers else ""
    about = f"in the form for numbers that Unicode CLDR calls “{form}”{such}"
    is_other = form == OTHER
    about += "; it has to be there if one of the others is" if is_other else ""
    needs = () if is_other else (key, OTHER)
    context = f"{WORDS} {key}.{form}"
    return Unit((key, form), context, text, about, keeps_brackets=True, keeps_slots=is_other, needs=needs)


def settings_table(written: str, titles: Mapping[str, None], situations: Mapping[str, str]) -> Table:
    """The titles of the menu, and when a sheet helps."""
    units = [
        Unit(("menu", title), f"{SETTINGS} menu", title, "a title in the menu, as short as it can be", LINE)
        for title in titles
    ]
    units += [
        Unit(("situations", id_), f"{SETTINGS} situations.{id_}", text, "when a sheet helps", LABEL)
        for id_, text in situations.items()
    ]
    return Table(SETTINGS, tuple(units), written)


def helplines_table(written: str, helplines: Helplines, language: str) -> Table:
    """What is said of helplines, never a number."""
    units = [Unit(("note",), f"{HELPLINES} note", helplines.note, "where the numbers come from", LINE)]
    for country in helplines.countries:
        units += _of_country(country, language)
    head = "# yaml-language-server: $schema=../helplines.schema.json\n"
    return Table(HELPLINES, tuple(units), written, head)


def menu_titles(root: Path, left_out: tuple[str, ...]) -> dict[str, None]:
    """The titles of the menu in mkdocs.yml that lead to pages for readers."""
    text = read_text(root / "mkdocs.yml", "mkdocs.yml")
    node = yaml.compose(text, Loader=yaml.SafeLoader) if isinstance(text, str) else None
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    nav = next((value for key, value in pairs if key.value == "nav"), None)
    return dict.fromkeys(_titles(nav, left_out)) if nav else {}


def _titles(node: yaml.Node, left_out: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _titles(item, left_out)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = list(_titles(value, left_out))
            if inner or (isinstance(value, yaml.ScalarNode) and not value.value.startswith(left_out)):
                yield key.value
            yield from inner


def _of_country(country: Country, language: str) -> Iterator[Unit]:
    way: Trail = ("countries", country.code)
    if country.named(language)[1] != language:  # the others have the names that Babel knows
        yield Unit((*way, "name"), f"{HELPLINES} {country.code}.name", country.name, "the name of a country", LINE)
    for name in dict.fromkeys(line.name for line in country.lines):
        same = [line for line in country.lines if line.name == name]
        for key, about in OF_SERVICES.items():
            said = {getattr(line, "for_" if key == "for" else key) for line in same} - {None}
            if len(said) == 1:
                context = f"{HELPLINES} {country.code}.{name}.{key}"
                digits = key == "text"
                yield Unit((*way, "lines", name, key), context, said.pop(), about, LINE, keeps_digits=digits)


def _at(value: Any, trail: Trail) -> Any:
    for step in trail:
        value = value.get(step) if isinstance(value, dict) else None
    return value
