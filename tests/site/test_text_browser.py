"""A browser without styles and pictures, w3m, shows pages whole and in order: it stands for all that is very old."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.support import programs


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
