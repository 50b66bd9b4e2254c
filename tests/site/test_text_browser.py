"""A browser without styles and pictures, w3m, shows pages whole and in order: it stands for all that is very old."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.support import programs
from tests.support.project import built_guide


def shown(page: Path) -> str:
    """The words of a page, with single spaces between them."""
    w3m = programs.path("w3m")
    assert w3m, "no w3m: run `make test`, which installs one"
    done = subprocess.run([w3m, "-dump", "-cols", "100", str(page)], check=True, capture_output=True, text=True)
    return re.sub(r"\s+", " ", done.stdout)


@pytest.mark.parametrize(
    ("path", "in_order"),
    [
        (
            "",
            [
                "Leave this page",
                "In an argument right now",
                "When an argument comes between you",
                "In danger?",
                "How long do you",
            ],
        ),
        ("right-now", ["Leave this page", "In danger? Call. • 999 United Kingdom", "Three things first", "Go apart"]),
        (
            "safety/help-now",
            [
                "In danger? Call. • 999",
                "Find your country",
                "Germany (Deutschland) 112 110",
                "Samaritans 116 123",
                "United States In danger now • Emergency 911",
            ],
        ),
        (
            "steps/growth",
            [
                "Wait until you are both calm",
                "Think of one small row",
                "Leave at least one night",
                "sort out, on your own",
            ],
        ),
        (
            "worksheets/repair/pause-plan",
            [
                "When to stop",
                "Partner A [ ]",
                "1 of 3 Stopping",
                "Our stop word or sign",
                "( ) 20 minutes",
                "[ ] Calling through the door",
                "Half done is fine",
            ],
        ),
    ],
)
def test_pages_are_whole_and_in_order(path: str, in_order: list[str], site: Path) -> None:
    text = shown(site / path / "index.html")
    assert text.lstrip().startswith("Skip to content Leave this page")
    places = [text.find(words) for words in in_order]
    assert -1 not in places, (in_order, places, text)
    assert places == sorted(places)


UNSEEN = {"code", "option", "script", "style", "textarea", "title", "text", "tspan"}
"""Whose words are not shown, or are parts of a drawing: it has a description in words."""
CONTEXT = 14
"""So many letters on both sides tell one place from others."""


def run_together(page: Path) -> list[str]:
    """Where words of two elements stand without a blank between them, though they are words of their own."""
    root = LexborHTMLParser(page.read_text(encoding="utf-8")).body
    assert root
    nodes = [one for one in root.traverse(include_text=True) if one.is_text_node and one.parent]
    texts = [one.text_content or "" for one in nodes if one.parent and one.parent.tag not in UNSEEN]
    text = shown(page)
    joints = [one[-CONTEXT:] + other[:CONTEXT] for one, other in pairwise(texts) if (one[-1:] + other[:1]).isalnum()]
    return [joint for joint in joints if " ".join(joint.split()) in text]


GALLERIES = ["contributing/gallery", "contributing/gallery-of-answers", "contributing/gallery-of-what-moves"]
WITHOUT_HINTS = ["hard-times/raw-spots", "hard-times/is-it-getting-easier", "safe-space/conversation-agreement"]


@pytest.mark.parametrize(
    "path", ["worksheets", "right-now", *GALLERIES, *(f"worksheets/{one}" for one in WITHOUT_HINTS)]
)
def test_no_words_run_together(path: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Such as the two commands of a breath, where styles show one at a time."""
    assert run_together(built_guide(tmp_path_factory) / path / "index.html") == []


def test_words_that_run_together_are_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p><span>Breathe in</span><span>Breathe out</span> <b>so</b>")
    assert run_together(tmp_path / "page.html") == ["Breathe inBreathe out"]
