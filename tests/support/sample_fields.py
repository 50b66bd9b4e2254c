"""Fields that have no mistake until a test changes them."""

from typing import Any

SCALE = {"kind": "scale", "id": "heat", "label": "How warm?", "from": 0, "to": 10, "ends": ["cold", "hot"]}
CHOICES = {"kind": "choices", "id": "helps", "label": "What helps?", "options": ["Tea", "Rest", "Air"]}
TICK = {"kind": "tick", "id": "fed", "label": "I have eaten"}
LINE = {"kind": "line", "id": "word", "label": "A word"}


def cards(**changes: Any) -> dict[str, Any]:
    """Two cards with a front each."""
    return {"kind": "cards", "id": "deck", "label": "Some cards", "cards": ["One", "Two"]} | changes


def sort(**changes: Any) -> dict[str, Any]:
    """Two statements, each of which fits one of two bins."""
    statements = [
        {"text": "I will go.", "fits": "Mine", "because": "I go."},
        {"text": "You will go.", "fits": "Yours", "because": "You go."},
    ]
    bins = ["Mine", "Yours"]
    return {"kind": "sort", "id": "sort", "label": "Whose?", "bins": bins, "statements": statements} | changes


def sum_of(ids: list[str], *edges: tuple[int, int], **more: object) -> dict[str, object]:
    """A sum of some fields, with a band from and to each of the edges."""
    bands = [{"from": low, "to": high, "text": "Some words."} for low, high in edges]
    return {"kind": "sum", "id": "full", "label": "How full", "of": ids, "bands": bands, **more}


def sentence(*pieces: dict[str, object]) -> dict[str, object]:
    """A sentence of pieces."""
    return {"kind": "sentence", "id": "opener", "label": "How could I say it?", "pieces": list(pieces)}
