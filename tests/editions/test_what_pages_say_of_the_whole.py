"""No page says of the whole guide what another contradicts: who has read it, how many steps it has, who has called."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.authoring.words import Words
from worksheets.editions.brand import read_brand
from worksheets.editions.edition import Edition, read_edition
from worksheets.editions.menu import Item, edition_menu
from worksheets.editions.slot_values import with_slots_filled
from worksheets.guide.helpline import Called
from worksheets.guide.markdown.block_reader import read_blocks
from worksheets.guide.readings import Reading, Verdict
from worksheets.guide.review import reviews
from worksheets.guide.whole_guide import Guide
from worksheets.guide.words_read import words_read
from worksheets.rendering.review_note import review_note

from tests.support.project import ROOT, SMALL_CLINIC
from tests.support.project import replace as replace_in
from tests.support.renderers import words

WHOLE = ("index.md", "about/index.md", "how-to-use.md", "clinics/index.md")
"""The pages that say who has read the guide."""

NO_EXPERT = re.compile(r"\bno (?:clinician|expert|therapist)s? (?:has|have)\b", re.IGNORECASE)
FIVE = re.compile(r"\b(?:five|5)[ -]steps\b|\ball five\b", re.IGNORECASE)
OTHER = "0000-0000-0000"


def in_state(guide: Guide, digests: Mapping[str, str]) -> tuple[Guide, dict[str, str]]:
    """The guide as it is shown once an expert has read some pages, and the note at the end of each of its pages."""
    said = tuple(Verdict(page=name, words=one, outcome="fits") for name, one in digests.items())
    read = (Reading(role="couples therapist", day=date(2026, 11, 30), pages=said),) if said else ()
    guide = replace(guide, readings=read)
    states = reviews(guide)
    brand, _, _ = read_brand(ROOT / "brand.yml", "brand.yml")
    assert brand
    notes = {path: str(review_note(one, words()).review) for path, one in states.items()}
    return with_slots_filled(guide, brand, {"en": words()}, states), notes


def text(guide: Guide, path: str) -> str:
    page = guide.page(path)
    assert page
    return " ".join(page.body.split())


def test_no_page_says_by_itself_what_the_build_knows_better(guide: Guide) -> None:
    """But for words that a page for authors quotes."""
    for page in guide.pages:
        plain = re.sub(r"“[^”]*”", "", " ".join(sentence.text for sentence in page.sentences))
        assert not NO_EXPERT.search(plain), page.path
        assert page.path.startswith("contributing/") or not FIVE.search(plain), page.path


@pytest.mark.parametrize("state", ["nothing", "part", "all", "lapsed"])
def test_in_every_state_all_pages_say_the_same_of_the_whole(guide: Guide, state: str) -> None:
    now = words_read(guide)
    part = {"steps/patterns.md": now["steps/patterns.md"], "easy-read/right-now.md": now["easy-read/right-now.md"]}
    read = {"nothing": {}, "part": part, "all": now, "lapsed": dict.fromkeys(part, OTHER)}[state]
    shown, notes = in_state(guide, read)
    asked = [path for path, note in notes.items() if path in notes and note.count(".") > 1]
    said = {
        "nothing": "No clinician has reviewed these pages yet.",
        "part": f"Reviewed so far: 2 of these {len(asked)} pages and sheets. Each page of the site says by whom.",
        "all": "All of these pages and sheets have been reviewed. Each page of the site says by whom.",
        "lapsed": "says by whom. Changed since then: 2.",
    }[state]
    for path in WHOLE:
        assert said in text(shown, path), path
    everything = " ".join(text(shown, page.path) for page in shown.pages)
    assert ("No clinician has reviewed these pages yet." in everything) == (state == "nothing")
    easy = text(shown, "easy-read/index.md")
    assert ("No expert has checked these pages yet." in easy) == (state == "nothing")
    assert ("So far, 1 of these" in easy) == (state in ("part", "lapsed"))
    nobody = [path for path in asked if "No clinician has reviewed this yet." in notes[path]]
    assert len(nobody) == {"nothing": len(asked), "part": len(asked) - 2, "all": 0, "lapsed": len(asked) - 2}[state]
    assert ("Changed since then." in notes["steps/patterns.md"]) == (state == "lapsed")
    for page in shown.pages:
        assert not re.search(r"\{review of|\{number of|\{calls|\{note on", _without_code(page.body)), page.path


def _without_code(body: str) -> str:
    blocks = read_blocks(body)
    return " ".join(block.words for block in blocks.all if block.kind != "code")


def copy_without_growth(folder: Path) -> Edition:
    """The guide without its last step."""
    shutil.copytree(SMALL_CLINIC, folder, dirs_exist_ok=True)
    replace_in(
        folder / "brand.yml", "credit:", "remove: { sections: [growth], pages: [contributing/, clinics/] }\ncredit:"
    )
    edition, _, problems = read_edition(Folders.of(ROOT), folder)
    assert edition, problems
    return edition


def test_a_copy_without_a_step_counts_those_that_it_has(tmp_path: Path) -> None:
    edition = copy_without_growth(tmp_path)
    start = edition.guide.page("index.md")
    assert start
    assert start.front_matter
    assert "Four steps back to each other" in start.body
    assert "four steps back" in start.front_matter.description
    for page in edition.guide.pages:
        title = page.front_matter.title if page.front_matter else ""
        assert not FIVE.search(f"{title} {page.body}".replace("five-steps.md", "")), page.path
    nav: list[Item] = [{"The {number of steps} steps": ["steps/index.md", "steps/growth.md"]}, "index.md"]
    assert edition_menu(edition, nav, False, ROOT / "docs")[0] == {"The four steps": ["steps/index.md"]}
    easy = edition.guide.page("easy-read/five-steps.md")
    assert easy
    assert easy.front_matter
    assert easy.front_matter.title == "The 4 steps"


def test_calls_to_helplines_are_counted_and_not_told_from_memory(guide: Guide) -> None:
    assert "Nobody has called these lines yet." in text(in_state(guide, {})[0], "safety/help-now.md")
    assert guide.helplines
    first, *others = guide.helplines.countries
    called = Called(on=date(2026, 11, 20), by="practice manager")
    crisis = tuple(line.model_copy(update={"called": called}) for line in first.crisis)
    lines = guide.helplines.model_copy(update={"countries": (first.model_copy(update={"crisis": crisis}), *others)})
    shown, _ = in_state(replace(guide, helplines=lines), {})
    for path in ("safety/help-now.md", "safety/where-numbers-come-from.md"):
        assert f"Somebody has called {len(crisis)} of these" in text(shown, path)
        assert "Nobody has called" not in text(shown, path)


def test_a_number_beyond_the_words_is_in_figures(guide: Guide) -> None:
    few = Words("en", "en_GB", {**words().texts, "numbers": "no one two"})
    brand, _, _ = read_brand(ROOT / "brand.yml", "brand.yml")
    assert brand
    shown = with_slots_filled(guide, brand, {"en": few}, reviews(guide))
    assert "5 steps back to each other" in text(shown, "index.md")
