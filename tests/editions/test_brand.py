"""What a brand is made of: colours that can be read, pictures that can do no harm, words for every template."""

import json
import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from worksheets.authoring.words import Words, read_words
from worksheets.editions.brand import read_brand
from worksheets.editions.new_clinic_folder import new_clinic
from worksheets.editions.palette import contrast, nearest_that_passes, palette, weak_pairings
from worksheets.editions.web_manifest import manifest
from worksheets.exercises.kinds import KINDS
from worksheets.guide.services_by_kind import ServicesByKind
from worksheets.schema import brand_schema

from tests.support.project import ROOT, SMALL_CLINIC
from tests.support.renderers import BRAND, brand_of, words

COLOURS = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product((0, 85, 170, 255), repeat=3)]
LOOKED_UP = re.compile(r"""(?<![.\w])t(?:\.parts)?\(\s*"([a-z-]+)\"""")


def test_black_on_white_has_the_contrast_that_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_whatever_the_colours_the_dark_scheme_can_be_read_and_the_nearest_light_one_too() -> None:
    for colour in COLOURS:
        assert list(weak_pairings(palette(colour, colour).dark)) == [], colour
        near = nearest_that_passes(colour)
        assert list(weak_pairings(palette(near, near).light)) == [], (colour, near)
    assert list(weak_pairings(BRAND.palette.light)) == []


def test_a_colour_that_passes_is_kept() -> None:
    assert nearest_that_passes("#1f4e79") == "#1f4e79"
    assert palette("#1F4E79", "#000000").light["accent"] == "#1f4e79"


def test_all_languages_have_words_for_every_template() -> None:
    for path in (ROOT / "languages").glob("*/words.yml"):
        assert not words(path.parent.name, "XX").missing, path


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    places = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "hooks").rglob("*.html"), *(ROOT / "hooks").rglob("*.py")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in places)
    known = set(words().texts)
    assert {key for key in LOOKED_UP.findall(source) if key not in known} == set()
    kinds = set(ServicesByKind().by_kind)  # which the core spells by the names of its fields
    assert {key for key in known - kinds if f'"{key}"' not in source} == set()


def test_what_a_field_says_by_itself_is_the_same_in_the_model_and_in_the_words() -> None:
    for kind, model in KINDS.items():
        for name, key in model.default_words.items():
            default = model.model_fields[name].default
            said = words().texts[key] if isinstance(key, str) else tuple(words().texts[one] for one in key)
            assert default == said, (kind, name)


def test_days_are_written_as_in_the_country() -> None:
    day = date(2026, 11, 22)
    assert words("en", "GB").day(day) == "22 November 2026"
    assert words("en", "US").day(day) == "November 22, 2026"
    assert words("de", "DE").day(day) == "22. November 2026"
    assert words("en", "XX").day(day) == "22 November 2026"


def test_a_neutral_title_is_all_that_tabs_and_home_screens_say() -> None:
    brand = brand_of("us")
    assert brand.title("Help now") == brand.title(None) == "Notes"
    said = json.loads(manifest(brand))
    assert {said["name"], said["short_name"]} == {"Notes"}


def test_a_huge_picture_is_refused(tmp_path: Path) -> None:
    text = (SMALL_CLINIC / "brand.yml").read_text(encoding="utf-8")
    (tmp_path / "brand.yml").write_text(text, encoding="utf-8")
    logo = (SMALL_CLINIC / "logo.svg").read_text(encoding="utf-8")
    (tmp_path / "logo.svg").write_text(logo.replace("</svg>", "<g></g>" * 50_000 + "</svg>"), encoding="utf-8")
    _, _, problems = read_brand(tmp_path / "brand.yml", "brand.yml")
    assert [problem.wrong for problem in problems] == ["“logo.svg” is 341 kB."] * 2


def test_the_schema_of_a_brand_is_in_step_with_the_model() -> None:
    assert (ROOT / "brand.schema.json").read_text(encoding="utf-8") == brand_schema(), "run `make schema`"


def test_every_line_that_a_new_clinic_may_use_is_right(tmp_path: Path) -> None:
    """The comments of a new brand.yml, taken as they stand, make a sound brand."""
    folder = tmp_path / "harbour"
    new_clinic(ROOT, folder)
    text = (folder / "brand.yml").read_text(encoding="utf-8")
    text = re.sub(r"^( *)# ((?!yaml)(?:  )*(?:- )?[a-z-]+: ?.*)$", r"\1\2", text, flags=re.MULTILINE)
    preview = (ROOT / "brand" / "preview.png").read_bytes()
    (folder / "preview.png").write_bytes(preview)
    (folder / "brand.yml").write_text(text, encoding="utf-8")
    brand, _, problems = read_brand(folder / "brand.yml", "brand.yml")
    assert brand, problems
    assert brand.contacts.phone
    assert brand.neutral
    assert brand.reviewer
    assert brand.helplines


def test_the_english_words_of_a_kind_stand_in_its_folder_and_others_with_their_language(tmp_path: Path) -> None:
    source, part = tmp_path / "en.yml", tmp_path / "part.yml"
    source.write_text("leave: Leave\n", encoding="utf-8")
    part.write_text('so-far: "So far {sum}"\n', encoding="utf-8")
    (tmp_path / "de.yml").write_text('leave: Verlassen\nso-far: "Bisher {sum}"\n', encoding="utf-8")
    (tmp_path / "fr.yml").write_text("leave: Quitter\n", encoding="utf-8")

    def read(language: str) -> tuple[Words | None, list[str]]:
        files = {source: "en.yml", tmp_path / f"{language}.yml": f"{language}.yml"}
        t, problems = read_words(files, language, "XX", {part: "part.yml"})
        return t, [str(problem) for problem in problems]

    t, problems = read("de")
    assert t, problems
    assert (t("leave"), t("so-far", sum=3)) == ("Verlassen", "Bisher 3")
    t, problems = read("fr")
    assert t, problems
    assert (str(t("so-far", sum=3)), t.missing) == ("So far 3", {"so-far"})
    assert t.marked("so-far", sum=3) == '<span lang="en" dir="ltr">So far 3</span>'
    assert t.marked("leave") == "Quitter"
    (tmp_path / "fr.yml").write_text("leave: Quitter\nso-fra: Jusqu’ici {sum}\n", encoding="utf-8")
    assert read("fr")[1] == ["fr.yml:2: so-fra: Unknown key `so-fra`. Did you mean `so-far`?"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "en:\n  so-far: So far\nde:\n  so-far: Bisher\n",
            [
                "words.yml:1: en: `en` is no text. This file has English words alone. Write its lines without `en:`.",
                "words.yml:3: de: `de` is no text. This file has English words alone. Put the words below it into "
                "languages/de/words.yml.",
            ],
        ),
        ("so-far:\n", ["words.yml:1: so-far: There are no words here. Write what the form says, in English."]),
        ("- So far\n", ["words.yml:1: There are no words in this file. Write lines such as `leave: …`."]),
    ],
)
def test_words_of_a_kind_by_language_are_refused_and_say_where_they_go(
    written: str, said: list[str], tmp_path: Path
) -> None:
    (tmp_path / "en.yml").write_text("leave: Leave\n", encoding="utf-8")
    (tmp_path / "words.yml").write_text(written, encoding="utf-8")
    files = {tmp_path / "en.yml": "en.yml"}
    for language in ("en", "de"):
        t, problems = read_words(files, language, "XX", {tmp_path / "words.yml": "words.yml"})
        assert (t, [str(problem) for problem in problems]) == (None, said)
