"""Files of any name: two that would be one address of the site are told, and all others are published apart."""

import shutil
from collections import Counter
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worksheets.authoring.source_files import Folders, files_in
from worksheets.authoring.yaml_document import Document
from worksheets.editions.site_paths import clashes
from worksheets.guide.guide_reader import read_guide

from tests.support.host import File
from tests.support.hostile_checks import CHECKED, bounded
from tests.support.project import SMALL_GUIDE
from tests.support.renderers import BRAND

PAGE = "---\ntitle: A\ndescription: A\nlast_reviewed: 2026-11-22\nclinical_review: not needed\n---\n\n# A\n\nWords.\n"
STEMS = st.sampled_from(
    [
        "a",
        "A",
        "one",
        "One",
        "index",
        "Index",
        "README",
        "Readme",
        "readme",
        "a.b",
        "a b",
        "\u00e9",
        "e\u0301",
        "404",
        "ticks",
        "sheet",
        "help",
    ]
)
FOLDERS = st.sampled_from(["", "a/", "A/", "steps/", "worksheets/", "worksheets/one/", "index/", "about/", "one/"])
ENDINGS = st.sampled_from([".md", ".pdf", ".svg", ".html", ".HTML"])
NAMES = st.sets(st.tuples(FOLDERS, STEMS, ENDINGS).map("".join), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("paths")


def shared(root: Path, directory_urls: bool) -> list[str]:
    """What MkDocs would publish more than once, on a disk that knows no capitals and one spelling of each letter."""
    docs = root / "docs"
    exercises = [
        path.relative_to(root / "exercises").with_suffix("") for path in files_in(root / "exercises", "*/*.yml")
    ]
    names = [path.relative_to(docs).as_posix() for path in files_in(docs, "**/*")]
    names += [f"worksheets/{path.as_posix()}{ending}" for path in exercises for ending in (".md", ".pdf")]
    names += ["404.html", "worksheets/one.pdf"]
    made = Counter(File(name, "docs", "site", directory_urls).dest_uri for name in names)
    made = Counter(normalize("NFC", address).casefold() for address in made.elements())
    return [address for address, count in made.items() if count > 1]


@given(names=NAMES)
@CHECKED
def test_no_two_files_are_one_address_without_a_word(folder: Path, names: set[str]) -> None:
    root = folder / "guide"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SMALL_GUIDE, root)
    for name in sorted(names):
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE if name.endswith(".md") else "x", encoding="utf-8")
    with bounded():
        guide, _ = read_guide(Folders.of(root))
        problems = list(clashes(guide, BRAND, Document("brand.yml", None), Folders.of(root), None))
    expected = shared(root, True) + shared(root, False)
    assert bool(problems) == bool(expected), (expected, [str(problem) for problem in problems])
    for problem in problems:
        assert (root / problem.file).is_file()
        assert problem.write
