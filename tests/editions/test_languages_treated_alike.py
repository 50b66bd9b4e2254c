"""A copy in two languages, as one in Wales: what it says of itself is in both, and either may open at the top.

Nothing is built: all of it takes two seconds.
"""

import shutil
from pathlib import Path

import pytest
from worksheets.authoring.problems import report
from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import Edition, read_edition
from worksheets.editions.originals import copy_to_own

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE, replace

OWN = """
contacts: { phone: 01632 960 001, hours: "weekdays, 9 to 5" }
booking: { address: "https://example.org/book", label: Book a talk }
local-helplines: [Live Fear Free]
"""
IN_WELSH = """
in-languages:
  cy:
    legal-name: Practis Enghreifftiol Cyf
    exit-address: https://example.org/tywydd
    contacts: { hours: "dyddiau gwaith, 9 tan 5" }
    booking: { address: "https://example.org/trefnu", label: Trefnwch sgwrs }
"""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The small guide with the helplines and the Welsh words of the guide, one Welsh page, and a brand in Wales."""
    guide = Path(shutil.copytree(SMALL_GUIDE, tmp_path / "guide"))
    shutil.copytree(ROOT / "words", guide / "words")
    shutil.copy(ROOT / "sources" / "helplines.yml", guide / "sources")
    welsh = guide / "languages" / "cy"
    welsh.mkdir(parents=True)
    for name in ("words.yml", "helplines.yml"):
        shutil.copy(ROOT / "languages" / "cy" / name, welsh)
    (welsh / "language.yml").write_text("code: cy\nname: Cymraeg\n", encoding="utf-8")
    replace(copy_to_own(guide, welsh, Path("docs/help.md")), "description: ", "description: Yn Gymraeg. ")
    for path in SMALL_CLINIC.iterdir():
        shutil.copy(path, guide)
    replace(guide / "brand.yml", "country: XX", "country: GB")
    replace(guide / "brand.yml", "language: en", "language: en\nlanguages: [en, cy]\nuntranslated: hide")
    with (guide / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(OWN)
    return guide


def edition(guide: Path, code: str) -> Edition:
    found, _, problems = read_edition(Folders.of(guide), code=code)
    assert found, report(problems)
    assert not problems, report(problems)
    return found


def test_what_a_copy_says_of_itself_can_be_said_in_its_other_language(guide: Path) -> None:
    with (guide / "brand.yml").open("a", encoding="utf-8") as file:
        file.write(IN_WELSH)
    english, welsh = (edition(guide, code).brand for code in ("en", "cy"))
    assert english.contacts.hours == "weekdays, 9 to 5"
    assert (welsh.contacts.hours, welsh.contacts.phone) == ("dyddiau gwaith, 9 tan 5", "01632 960 001")
    assert welsh.booking
    assert (welsh.booking.label, welsh.booking.address) == (
        "Trefnwch sgwrs",
        "https://example.org/trefnu",
    )
    assert (welsh.legal_name, welsh.exit_address) == ("Practis Enghreifftiol Cyf", "https://example.org/tywydd")
    assert (english.legal_name, english.exit_address) == (None, "https://example.org/")


def test_paper_names_the_service_of_the_place_in_both_languages(guide: Path) -> None:
    named = {}
    for code in ("en", "cy"):
        lines = edition(guide, code).guide.helplines
        country = lines and lines.country("GB")
        assert country
        named[code] = [line.name for line in country.first_calls]
    assert named["en"] == ["Emergency", "Samaritans", "Live Fear Free"]
    assert named["cy"] == ["Gwasanaethau brys", "Y Samariaid", "Byw Heb Ofn"]


def test_a_language_of_one_part_of_a_country_names_the_service_of_that_part(guide: Path) -> None:
    """Half a second. Most readers of Welsh are in Wales, where the first line in the English list is for England."""
    replace(guide / "brand.yml", "local-helplines: [Live Fear Free]\n", "")
    with (guide / "languages" / "cy" / "language.yml").open("a", encoding="utf-8") as file:
        file.write("country: GB\nlocal-helplines: [Live Fear Free]\n")
    named = {}
    for code in ("en", "cy"):
        lines = edition(guide, code).guide.helplines
        country = lines and lines.country("GB")
        assert country
        named[code] = [line.name for line in country.first_calls]
    assert named["en"] == ["Emergency", "Samaritans", "National Domestic Abuse Helpline"]
    assert named["cy"] == ["Gwasanaethau brys", "Y Samariaid", "Byw Heb Ofn"]

    replace(guide / "languages" / "cy" / "language.yml", "[Live Fear Free]", "[Live Fear Fre]")
    told = [str(one) for one in read_edition(Folders.of(guide), code="cy")[2]]
    assert len(told) == 1
    assert "languages/cy/language.yml:4" in told[0]
    assert "Did you mean `Live Fear Free`" in told[0]


def test_a_service_of_the_place_stays_out_of_a_language_of_another_country(guide: Path) -> None:
    with (guide / "languages" / "cy" / "language.yml").open("a", encoding="utf-8") as file:
        file.write("country: US\n")
    welsh = edition(guide, "cy")
    assert (welsh.brand.country, welsh.brand.local_helplines) == ("US", ())


def test_a_local_service_that_is_not_there_is_told(guide: Path) -> None:
    replace(guide / "brand.yml", "[Live Fear Free]", "[Live Fear Fre, Samaritans]")
    told = [str(one) for one in read_edition(Folders.of(guide))[2]]
    wrong = "No service for a part of United Kingdom is called"
    assert len(told) == 2
    assert f"{wrong} “Live Fear Fre”. Did you mean `Live Fear Free`" in told[0]
    assert f"{wrong} “Samaritans”. " in told[1]


def test_what_is_not_translated_is_hidden_also_in_the_language_that_opens_at_the_top(guide: Path) -> None:
    replace(guide / "brand.yml", "language: en\nlanguages: [en, cy]", "language: cy\nlanguages: [cy, en]")
    welsh = edition(guide, "cy")
    assert welsh.guide.catalogue.entries == {}
    assert "help.md" not in welsh.brand.hide
    assert "steps/one.md" in welsh.brand.hide
    assert edition(guide, "en").guide.catalogue.entries, "nothing is missing in English"
