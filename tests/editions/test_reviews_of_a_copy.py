"""What somebody has reviewed is tied to the words that they saw, in the guide and in a clinic's copy."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from worksheets.authoring.source_files import Folders
from worksheets.commands.reviewed import reviewed
from worksheets.editions.edition import Edition, read_edition
from worksheets.editions.review_sentences import review_of_one

from tests.support.project import ROOT, SMALL_CLINIC, SMALL_GUIDE, replace

PAGE, SHEET = "steps/one.md", "one/sheet"
TODAY = date.today()
DAY = f"{TODAY.day} {TODAY:%B %Y}"
PACK = """\
title: Evening
for-whom: For two.
note: Read this first.
stop: Stop when you like.
last-reviewed: 2026-11-22
exercises: [one/sheet]
"""

PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"
  role="img" aria-labelledby="picture-loop-title picture-loop-desc">
<title id="picture-loop-title">A loop</title><desc id="picture-loop-desc">Round and round.</desc>
<text x="1" y="1">Reach</text>
</svg>
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small guide with a pack, and a clinic in it whose brand names a reviewer."""
    shutil.copytree(SMALL_GUIDE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(SMALL_CLINIC, tmp_path / "clinic")
    shutil.copytree(ROOT / "words", tmp_path / "words")
    shutil.copy(SMALL_CLINIC / "brand.yml", tmp_path / "brand.yml")
    shutil.copy(SMALL_CLINIC / "logo.svg", tmp_path / "logo.svg")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs/evening.yml").write_text(PACK, encoding="utf-8")
    replace(tmp_path / "clinic/brand.yml", "credit:", "reviewer: { name: Ada Roe, role: psychologist }\ncredit:")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> str:
    """What somebody is told who writes a review down; it has worked."""
    result = CliRunner().invoke(reviewed, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*arguments: str) -> str:
    """What somebody is told whose review is not written down."""
    result = CliRunner().invoke(reviewed, arguments)
    assert result.exit_code == 1, result.output
    return result.output


def edition(root: Path, clinic: str | None = "clinic") -> Edition:
    found, _, problems = read_edition(Folders.of(root), root / clinic if clinic else None)
    assert not problems, [str(problem) for problem in problems]
    assert found
    return found


def said(copy: Edition, path: str) -> str:
    return " ".join(review_of_one(copy.reviews[path], copy.t))


def by(outcome: str) -> str:
    return f"Reviewed by Ada Roe, psychologist, on {DAY}: {outcome}."


NOBODY = "No clinician has reviewed this yet."


def test_only_what_was_read_is_said_to_be(root: Path) -> None:
    assert said(edition(root), PAGE) == NOBODY
    assert "steps/one.md" in run("--clinic", "clinic", "docs/steps/one.md")
    copy = edition(root)
    assert said(copy, PAGE) == by("it fits")
    assert said(copy, "worksheets/one/sheet.md") == NOBODY
    assert said(edition(root, None), PAGE) == NOBODY, "a clinic's word counts in its own copy only"


def test_the_guide_says_each_review_once(root: Path) -> None:
    run("--role", "couples therapist", "docs/steps/one.md")
    assert said(edition(root, None), PAGE) == f"Read by a couples therapist on {DAY}: it fits."


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        (PAGE, "docs/steps/one.md", "A cat sat", "A dog sat"),
        ("worksheets/one/sheet.md", "exercises/one/sheet.yml", "stop:", "stop: Wait."),
        ("packs/evening.md", "packs/evening.yml", "Read this first", "Read this last"),
    ],
)
def test_one_other_word_turns_it_back_and_the_build_lists_it(
    root: Path, name: str, file: str, old: str, new: str
) -> None:
    run("--clinic", "clinic", file)
    if old == "stop:":
        sheet = yaml.safe_load((root / file).read_text(encoding="utf-8"))
        old = sheet["stop"]
        new = f"{old} Leave at once."
    replace(root / file, old, new)
    copy = edition(root)
    assert said(copy, name) == f"{by('it fits')} Changed since then."
    (note,) = [one for one in copy.notices if "reviewed" in one]
    assert note.startswith("1 page or sheet has changed since a clinician reviewed it: ")
    assert "make reviewed CLINIC=" in note
    run("--clinic", "clinic", file)
    copy = edition(root)
    assert said(copy, name) == by("it fits")
    assert not [one for one in copy.notices if "reviewed" in one]


def test_what_readers_do_not_see_changes_nothing(root: Path) -> None:
    run("--clinic", "clinic", "docs exercises")
    page = root / "docs/steps/one.md"
    replace(page, "A cat sat on a mat.", "A cat sat\non a *mat*.\n\n<!-- ask Ana -->")
    replace(page, "last_reviewed: 2026-11-22", "last_reviewed: 2026-11-23")
    assert said(edition(root), PAGE) == by("it fits")


def test_a_clinics_own_words_were_not_reviewed_with_the_guides(root: Path) -> None:
    """Neither by the clinic, which saw the others, nor by those whom the guide asked."""
    run("--role", "couples therapist", "docs/steps/one.md", "one/sheet")
    run("--clinic", "clinic", "docs/steps/one.md")
    copy = edition(root)
    assert said(copy, PAGE).count("it fits") == 2
    own = root / "clinic/pages/steps/one.md"
    own.parent.mkdir(parents=True)
    own.write_text((root / "docs/steps/one.md").read_text(encoding="utf-8").replace("Sit down", "Stand"), "utf-8")
    sheet = root / "clinic/exercises/one/sheet.yml"
    sheet.parent.mkdir(parents=True)
    shutil.copy(root / "exercises/one/sheet.yml", sheet)
    copy = edition(root)
    assert said(copy, PAGE) == f"{by('it fits')} Changed since then."
    assert said(copy, "worksheets/one/sheet.md") == NOBODY
    assert copy.reviews["worksheets/one/sheet.md"].last_reviewed is None, "the day of the guide's page is not its own"
    run("--clinic", "clinic", "docs/steps/one.md")
    assert said(edition(root), PAGE) == by("it fits"), "the guide's path stands for the clinic's page in its place"


def test_a_link_that_a_copy_leaves_out_is_a_change_for_it_and_not_for_the_guide(root: Path) -> None:
    other = (root / "docs/about.md").read_text(encoding="utf-8").replace("About", "Other")
    (root / "docs/other.md").write_text(other, encoding="utf-8")
    replace(root / "docs/steps/one.md", "Go on.", "- Go on.\n- [Other](../other.md)")
    run("--role", "couples therapist", "docs/steps/one.md")
    run("--clinic", "clinic", "docs/steps/one.md")
    replace(root / "clinic/brand.yml", "credit:", "remove: { pages: [other.md] }\ncredit:")
    assert said(edition(root), PAGE).startswith("Read by a couples therapist")
    assert said(edition(root), PAGE).count("Changed since then.") == 1
    run("--clinic", "clinic", "docs/steps/one.md")
    assert "Changed" not in said(edition(root), PAGE)


def test_a_folder_stands_for_all_in_it_that_a_clinician_should_read(root: Path) -> None:
    told = run("--clinic", "clinic", "docs", "exercises", "packs")
    held = yaml.safe_load((root / f"clinic/reviews/{TODAY}-psychologist.yml").read_text(encoding="utf-8"))
    names = [one["page"] for one in held["pages"]]
    assert names == [PAGE, "one/sheet", "one/sheet-alone", "one/ticks", "packs/evening.md"]
    assert (held["role"], held["name"], held["day"]) == ("psychologist", "Ada Roe", TODAY)
    assert all(name in told for name in names)


def test_the_same_day_adds_to_the_same_file_and_keeps_what_stands_in_it(root: Path) -> None:
    run("--clinic", "clinic", SHEET)
    file = root / f"clinic/reviews/{TODAY}-psychologist.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("pages:", "# read on the train\npages:"), "utf-8")
    run("--clinic", "clinic", "exercises/one", "--outcome", "fits")
    text = file.read_text(encoding="utf-8")
    assert "# read on the train" in text
    assert text.count("one/sheet\n") == 1
    run("--clinic", "clinic", SHEET, "--outcome", "fits-with-changes", "--remarks", 'Say “stop” sooner: "now".')
    assert file.read_text(encoding="utf-8") == text
    assert said(edition(root), "worksheets/one/sheet.md") == by("it fits, with changes")
    run("--clinic", "clinic", PAGE, "--role", "nurse", "--name", "Ben: Roe")
    assert "Ben: Roe, nurse" in said(edition(root), PAGE)


def test_who_it_was_comes_from_the_brand_or_is_said(root: Path) -> None:
    replace(root / "clinic/brand.yml", "name: Ada Roe, ", "")
    run("--clinic", "clinic", PAGE)
    assert said(edition(root), PAGE) == f"Reviewed on {DAY} (psychologist): it fits."
    replace(root / "clinic/brand.yml", "reviewer: { role: psychologist }\n", "")
    assert "brand.yml names no `reviewer`. Add `reviewer: {" in refused("--clinic", "clinic", PAGE)
    assert "ROLE='…'" in refused(PAGE)
    assert "name nobody" in refused("--role", "couples therapist", "--name", "Ada", PAGE)


def test_nothing_is_written_down_where_something_is_wrong(root: Path) -> None:
    told = refused("--clinic", "clinic", "docs/steps/two.md", "docs/abuot.md", PAGE)
    assert "There is no “docs/steps/two.md”." in told
    assert "There is no “docs/abuot.md”." in told
    assert "is no page, sheet or pack that readers" in refused("--clinic", "clinic", "guide.yml")
    assert "Nothing says what to change." in refused("--clinic", "clinic", PAGE, "--outcome", "does-not-fit")
    assert "is the guide itself" in refused("--clinic", ".", PAGE)
    replace(root / "docs/steps/one.md", "last_reviewed: 2026-11-22", "last_reviewed: 2999-01-01")
    assert "has not come yet" in refused("--clinic", "clinic", PAGE)
    assert not (root / "clinic/reviews").exists()


def test_no_review_is_of_a_day_to_come(root: Path) -> None:
    run("--clinic", "clinic", PAGE)
    file = root / f"clinic/reviews/{TODAY}-psychologist.yml"
    replace(file, f"day: {TODAY}", f"day: {TODAY + timedelta(days=30)}")
    (problem,) = read_edition(Folders.of(root), root / "clinic")[2]
    assert (problem.file, problem.line) == (f"clinic/reviews/{file.name}", 4)
    assert "has not come yet" in problem.wrong


def test_a_word_of_a_picture_is_a_word_of_the_page(root: Path) -> None:
    (root / "pictures").mkdir()
    picture = root / "pictures/loop.svg"
    picture.write_text(PICTURE, encoding="utf-8")
    replace(root / "docs/steps/one.md", "A cat sat on a mat.", "A cat sat on a mat.\n\n<!-- picture: loop -->")
    run("--clinic", "clinic", PAGE)
    replace(picture, "Reach", "Rush")
    assert "Changed since then." in said(edition(root), PAGE)
