"""Font files cut, mixed and changed at random: each is used or told, and none ends the build."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worksheets.authoring.source_files import Folders
from worksheets.paper.font_faces import lacking, sheet_style
from worksheets.paper.font_files import read_fonts

from tests.support.hostile_checks import CHECKED, bounded, told
from tests.support.made_fonts import make_font

NAMES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="/\x00") | st.sampled_from(" .'\"()%#?;}*"),
    min_size=1,
    max_size=12,
).map(lambda name: f"{name}.ttf")
CHANGES = st.lists(st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=4)), max_size=4)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("fuzz-fonts")
    make_font(root / "sound.ttf", "One", "abc")
    return root


@given(changes=CHANGES, kept=st.just(1.0) | st.floats(0, 1))
@CHECKED
def test_a_changed_font_is_used_or_told(root: Path, changes: list[tuple[float, bytes]], kept: float) -> None:
    font = bytearray((root / "sound.ttf").read_bytes())
    for place, written in changes:
        start = int(place * len(font))
        font[start : start + len(written)] = written
    font = font[: int(kept * len(font))]
    path = root / "fonts" / "changed.ttf"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(font)
    with bounded():
        fonts, problems = read_fonts(Folders.of(root))
        told(problems, "fonts/changed.ttf", bytes(font))
        assert len(fonts) + len(problems) == 1
        assert sheet_style(fonts).count("@font-face") == len(fonts)
        if fonts:
            assert fonts[0].characters
            assert lacking(fonts, next(iter(fonts[0].characters))) is None
    path.unlink()


@given(name=NAMES)
@CHECKED
def test_a_font_of_any_name_is_one_rule(root: Path, name: str) -> None:
    path = root / "fonts" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes((root / "sound.ttf").read_bytes())
    fonts, problems = read_fonts(Folders.of(root))
    path.unlink()
    if fonts:
        (address,) = [line for line in sheet_style(fonts).splitlines() if line.startswith("  src:")]
        assert address.count('"') == 2
        assert address.isascii()
    else:
        assert problems[0].wrong == "There is no font here.", problems
