"""Who called a helpline is printed for everybody to read, so it is a role and never the name of a person."""

import pytest
from pydantic import ValidationError
from worksheets.guide.helpline import Called


def told(by: str) -> str:
    with pytest.raises(ValidationError) as error:
        Called.model_validate({"on": "2026-11-20", "by": by})
    [one] = error.value.errors()
    return str(one["msg"])


@pytest.mark.parametrize(
    "by",
    [
        "Jane Doe", "Jane", "Doe", "JD", "J.D.", "J. Doe", "j. doe", "Doe, Jane", "Dr Doe", "dr doe",
        "prof. doe", "Ms Poe", "jane", "jane doe", "jane from reception", "practice manager (Jane)", "our Jane-Marie",
        "René of the front desk", "jane.doe@example.org", "jdoe@example.org", "Practice Manager",
        "Leonie Mustermann-Schulz", "Łucja Nowak", "Иван Иванов", "mrs poe", "Sister Mary",
    ],
)  # fmt: skip
def test_a_name_is_told(by: str) -> None:
    write = "Write the role of who called, in small letters, such as `practice manager`."
    assert told(by) == f"“{by}” looks like the name of a person, and every sheet would show it. {write}"


@pytest.mark.parametrize(
    "by",
    [
        "practice manager", "Practice manager", "our reception", "the duty nurse of the week", "a volunteer",
        "GP on duty", "two of the staff", "leitende Ärztin", "unsere Praxisleitung", "la secrétaire", "helper 2",
        "الممرضة المناوبة", "受付", "safeguarding lead of the NHS trust",
    ],
)  # fmt: skip
def test_a_role_goes_in(by: str) -> None:
    assert Called.model_validate({"on": "2026-11-20", "by": by}).by == by
