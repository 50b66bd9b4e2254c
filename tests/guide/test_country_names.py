"""A country is called as the reader's language calls it, and each name says in which language it is."""

import pytest
from worksheets.guide.helplines import Country
from worksheets.guide.whole_guide import Guide

FRANCE = {"code": "FR", "name": "France", "emergency": [], "crisis": [], "violence": []}


@pytest.mark.parametrize(
    ("values", "language", "named"),
    [
        (FRANCE, "en", ("France", "en")),
        (FRANCE, "es", ("Francia", "es")),
        (FRANCE, "ar", ("فرنسا", "ar")),
        (FRANCE | {"own-name": {"de": "Frankreich (Beispiel)"}}, "de", ("Frankreich (Beispiel)", "de")),
        (FRANCE | {"code": "XX", "name": "Anywhere else"}, "es", ("Anywhere else", "en")),
        (FRANCE, "zz", ("France", "en")),
    ],
)
def test_a_name_and_its_language(values: dict[str, object], language: str, named: tuple[str, str]) -> None:
    assert Country.model_validate(values).named(language) == named


def test_each_country_of_the_guide_has_a_name_in_spanish_and_german(guide: Guide) -> None:
    assert guide.helplines
    unnamed = {(one.code, language) for one in guide.helplines.countries for language in ("es", "de")
               if one.named(language)[1] != language}  # fmt: skip
    assert {code for code, _ in unnamed} <= {"XX"}
