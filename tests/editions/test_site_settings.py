"""What a clinic writes into its mkdocs.yml: told if no copy listens to it, refused if its pages would fall apart."""

from pathlib import Path

import pytest
from worksheets.authoring.source_files import Overlay
from worksheets.editions.site_settings import undone, unheard

from tests.support.renderers import words

HEARD = "INHERIT: ../mkdocs.yml\nsite_url: !ENV [SITE_URL, https://a.example/]\nnav:\n  - plugins: x.md\n"


def told(folder: Path, text: str) -> tuple[list[str], list[str]]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    overlay = Overlay(folder, "clinics/quay", words("en"))
    return [str(one) for one in unheard(overlay)], [str(one) for one in undone(overlay)]


@pytest.mark.parametrize("text", ["", HEARD, "extra:\n  sheets: false\n", "extra: { sheets: !ENV [SHEETS, true] }\n"])
def test_what_a_copy_listens_to_is_not_told(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == ([], [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plugins: [search]\n", "plugins: This does nothing in a copy. Pages of the guide have no script"),
        ("extra_javascript:\n  - x.js\n", "extra_javascript: This does nothing in a copy."),
        ("extra:\n  analytics: { provider: google }\n", "extra: This does nothing in a copy."),
        ("extra: { sheets: false, social: [] }\n", "extra: This does nothing in a copy."),
        (
            "site_name: Quay\n",
            "site_name: This does nothing in a copy. What the copy is called is `name` in brand.yml.",
        ),
        ("copyright : Quay\n", "copyright: This does nothing in a copy. The last line of each page is `credit`"),
    ],
)
def test_what_no_copy_listens_to_is_a_note(text: str, said: str, tmp_path: Path) -> None:
    (note,), problems = told(tmp_path, HEARD + text)
    assert note.startswith(f"clinics/quay/mkdocs.yml:5: {said}")
    assert problems == []


@pytest.mark.parametrize("key", ["extra_css", "markdown_extensions"])
def test_a_list_that_takes_the_place_of_the_guides_is_refused(key: str, tmp_path: Path) -> None:
    notes, (problem,) = told(tmp_path, f"{HEARD}{key}: [admonition]\n")
    assert problem.startswith(f"clinics/quay/mkdocs.yml:5: {key}: `{key}` would take the place of the guide’s")
    assert notes == []
