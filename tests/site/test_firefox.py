"""What readers meet in Firefox: forms that keep to themselves, sheets that respond, paper that holds what was typed."""

import re
import time
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.support import programs
from tests.support.firefox import Firefox, firefox
from tests.support.project import EXERCISES, ROOT

WORDS = "What I would tell nobody"
UP, DOWN, ENTER = "\ue013", "\ue015", "\ue007"
CONTROLS = "[...document.querySelectorAll('form :is(input, textarea)')]"
KINDS = f"{CONTROLS}.map(one => [one.type, one.type === 'radio' ? one.name : ''])"
ANSWERS = f"{CONTROLS}.map(one => ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value)"


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    path = programs.firefox()
    assert path, "no Firefox: run `make test`, which installs one"
    with firefox(path, tmp_path_factory.mktemp("firefox")) as fox:
        yield fox


def one_for_each_kind() -> list[str]:
    """The first exercise with each kind of field. Chromium tries all exercises; here it is the browser that is new."""
    found: dict[str, str] = {}
    for exercise in EXERCISES:
        text = (ROOT / "exercises" / f"{exercise}.yml").read_text(encoding="utf-8")
        for kind in re.findall(r"- kind: ([\w-]+)", text):
            found.setdefault(kind, exercise)
    return sorted(set(found.values()))


@pytest.mark.parametrize("exercise", one_for_each_kind())
def test_what_is_typed_stays(exercise: str, fox: Firefox, address: str) -> None:
    own = f"{address}worksheets/{exercise}/"
    fox.open(own)
    empty = fox.ask(ANSWERS)
    assert empty
    assert not any(empty), "nothing is filled in before the reader does"
    kinds = fox.ask(KINDS)
    last = {name: at for at, (_, name) in enumerate(kinds)}
    for at, (kind, name) in enumerate(kinds):
        control = f"{CONTROLS}[{at}]"
        if kind == "checkbox":
            fox.click(control)
        elif kind == "radio" and at == last[name]:
            fox.focus(control)
            fox.press(UP + DOWN)
        elif kind in ("text", "textarea"):
            fox.focus(control)
            fox.press(WORDS)
    for at, (kind, _) in enumerate(kinds):
        if kind != "textarea":
            fox.focus(f"{CONTROLS}[{at}]")
            fox.press(ENTER)
    typed = fox.ask(ANSWERS)
    wanted = {"checkbox": True, "date": ""}  # without a window, Firefox gives keys to no part of a date
    assert typed == [
        at == last[name] if kind == "radio" else wanted.get(kind, WORDS) for at, (kind, name) in enumerate(kinds)
    ]
    assert fox.ask("location.href") == own
    assert set(fox.asked()) <= set(fox.ask("[...document.querySelectorAll('link[rel=icon]')].map(one => one.href)"))

    assert fox.said() == []
    fox.open(f"{address}about/")
    fox.back()
    assert fox.ask("location.href") == own
    for _ in range(50):  # on a busy machine the page is there before its answers are
        if fox.ask(ANSWERS) == typed:
            break
        time.sleep(0.1)
    assert fox.ask(ANSWERS) == typed


def test_paper_holds_what_was_typed(fox: Firefox, address: str) -> None:
    fox.open(f"{address}worksheets/repair/pause-plan/")
    fox.focus(f"{CONTROLS}.find(one => one.type === 'textarea')")
    fox.press(" ".join(f"word{number}" for number in range(60)))
    printed = PdfReader(BytesIO(b64decode(fox.send("browsingContext.print", context=fox.tab)["data"])))
    text = "".join(page.extract_text() for page in printed.pages)
    assert "word0 " in text
    assert "word59" in text
    assert "Leave this page" not in text


SHEET = "document.getElementById('w-examples--{}').innerText"


@pytest.mark.parametrize(
    ("sheet", "choices", "before", "after"),
    [
        ("advice", ["40 minutes"], "3 things to tick", "Plan a pause in the middle."),
        ("advice", ["I have eaten", "I am awake enough", "We both said yes"], "3 things to tick", None),
        ("sentence", ["voices get loud", "lonely"], "Your sentence", "When voices get loud, I feel lonely."),
        ("sort", ["A request"], "What would you call it?", "This one is often read as"),
        ("pacer", ["Start"], "Breathe in for about", None),
    ],
)
def test_sheets_respond(
    sheet: str, choices: list[str], before: str, after: str | None, fox: Firefox, address: str
) -> None:
    labels = f"[...document.querySelectorAll('#w-examples--{sheet} label')]"
    gallery = "gallery-of-what-moves" if sheet == "pacer" else "gallery"
    fox.open(f"{address}contributing/{gallery}/")
    blank = fox.ask(SHEET.format(sheet))
    assert before in blank
    assert after is None or after not in blank
    for choice in choices:
        fox.click(f"{labels}.find(one => one.innerText.trim() === '{choice}')")
    answered = fox.ask(SHEET.format(sheet))
    assert answered != blank
    assert after is None or after in answered
