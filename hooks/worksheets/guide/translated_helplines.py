"""The helplines in another language: what readers read of them, never a number."""

from collections.abc import Iterator

from pydantic import Field as Setting

from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import Strict
from ..authoring.text_types import Line
from ..authoring.words import Words
from .helplines import Code, Country, Helpline, Helplines

HELPLINES = "helplines.yml"


class TranslatedHelpline(Strict):
    """What readers read of one service. What is left out stays as it is."""

    name: Line | None = None
    """what it is called in this language, if that is another name"""
    for_: Line | None = None
    """for whom it is, as it goes on after “for”"""
    text: Line | None = None
    """how to reach it by text message"""
    note: Line | None = None
    """where, when, and what else a reader has to know"""


class TranslatedCountry(Strict):
    """What readers read of one country."""

    name: Line | None = None
    """what it is called in this language; left out where Babel knows it"""
    lines: dict[Line, TranslatedHelpline] = Setting(default_factory=dict)
    """its services, each by its name in sources/helplines.yml"""


class TranslatedHelplines(Strict):
    """The file `helplines.yml` of a language. Its numbers are those of sources/helplines.yml."""

    note: Line | None = None
    """where the numbers come from"""
    countries: dict[Code, TranslatedCountry] = Setting(default_factory=dict)
    """countries by their code"""


def translated(helplines: Helplines, texts: TranslatedHelplines, t: Words) -> Helplines:
    """The helplines with what a language says of them, and the names that it has for countries."""
    countries = tuple(
        _country(one, texts.countries.get(one.code, TranslatedCountry()), t) for one in helplines.countries
    )
    return helplines.model_copy(update={"countries": countries, "note": texts.note or helplines.note})


def unknown_lines(texts: TranslatedHelplines, file: str, helplines: Helplines) -> Iterator[Problem]:
    """Every country and every service that is translated exists."""
    codes = [country.code for country in helplines.countries]
    for code, country in texts.countries.items():
        known = helplines.country(code)
        if known is None:
            yield Problem(file, 1, code, f"There are no helplines for {code}.", nearest(code, codes))
            continue
        names = {line.name for line in known.lines}
        for name in country.lines:
            if name not in names:
                wrong = f"No service of {code} in sources/helplines.yml is called “{name}”."
                yield Problem(file, 1, code, wrong, nearest(name, names) or "Write its name as it is there.")


def _country(country: Country, texts: TranslatedCountry, t: Words) -> Country:
    update: dict[str, object] = {
        kind.replace("-", "_"): tuple(_line(line, texts.lines.get(line.name), t.language) for line in services)
        for kind, services in country.by_kind.items()
    }
    country = country.model_copy(update=update)
    return country.named_in(t.language, texts.name) if texts.name else country


def _line(line: Helpline, texts: TranslatedHelpline | None, language: str) -> Helpline:
    return line.in_language(language, texts.model_dump(exclude_none=True)) if texts else line
