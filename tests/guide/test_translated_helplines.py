"""What a language says of a service stands only where the guide says that of it too."""

from worksheets.guide.helplines import Helplines
from worksheets.guide.translated_helplines import TranslatedHelplines, misplaced_lines, translated

from tests.support.renderers import words

LINE = {"number": "123", "source": "seen there", "seen": True, "looked-up": "2026-11-22"}
FOR_ALL = {**LINE, "name": "Safe", "for": "anyone", "note": "Any hour."}


def read(services: tuple[dict[str, object], ...], texts: dict[str, str]) -> tuple[Helplines, TranslatedHelplines]:
    """Helplines of one country, the first service for violence and the others for a crisis, and what is said of it."""
    country = {"code": "NZ", "name": "New Zealand", "emergency": [], "crisis": services[1:], "violence": services[:1]}
    helplines = Helplines.model_validate({"note": "Seen.", "countries": [country]})
    return helplines, TranslatedHelplines.model_validate({"countries": {"NZ": {"lines": {"Safe": texts}}}})


def in_spanish(*services: dict[str, object], **texts: str) -> list[tuple[str | None, str | None, str]]:
    """For whom a service is, its note and its language, wherever it stands."""
    helplines, said = read(services, texts)
    found = translated(helplines, said, words("es", "NZ")).countries[0]
    return [(line.for_, line.note, line.language) for line in (*found.violence, *found.crisis)]


def test_for_whom_a_service_is_stands_only_where_the_guide_says_so() -> None:
    silent = {**LINE, "name": "Safe", "note": "Any hour."}
    assert in_spanish(FOR_ALL, silent, **{"for": "cualquiera", "note": "A toda hora."}) == [
        ("cualquiera", "A toda hora.", "es"),
        (None, "A toda hora.", "es"),
    ]


def test_a_note_that_is_another_elsewhere_is_not_taken_for_the_same() -> None:
    other = {**FOR_ALL, "note": "In the north only."}
    found = in_spanish(FOR_ALL, other, note="A toda hora.")
    assert [note for _, note, _ in found] == [
        "Any hour.",
        "In the north only.",
    ]


def test_a_message_goes_to_the_number_of_the_guide() -> None:
    helplines, said = read(({**FOR_ALL, "text": "Text 4334"},), {"text": "Envía un mensaje al 4343"})
    (problem,) = misplaced_lines(said, "helplines.yml", helplines)
    assert "“Envía un mensaje al 4343” has other numbers than the guide’s “Text 4334”." in str(problem)
    helplines, said = read(({**FOR_ALL, "text": "Text 4334"},), {"text": "Envía un mensaje al 4334"})
    assert list(misplaced_lines(said, "helplines.yml", helplines)) == []


def test_countries_stand_in_the_order_of_the_language() -> None:
    """Germany and Spain begin with other letters in Spanish, and elsewhere stays last."""
    needs: dict[str, list[str]] = {"emergency": [], "crisis": [], "violence": []}
    named = {"DE": "Germany", "AR": "Argentina", "AT": "Austria", "ES": "Spain", "XX": "Anywhere else"}
    countries = [{"code": code, "name": name, **needs} for code, name in named.items()]
    helplines = Helplines.model_validate({"note": "Seen.", "countries": countries})
    found = translated(helplines, TranslatedHelplines(), words("es", "ES")).countries
    assert [one.code for one in found] == ["DE", "AR", "AT", "ES", "XX"]
    assert [one.named("es")[0] for one in found[:2]] == ["Alemania", "Argentina"]
