"""Drawings at random, as programs write them: refused if and only if a part of them could run or ask elsewhere."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from worksheets.authoring.svg_file import read_svg

from tests.support.hostile_checks import CHECKED, bounded

NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:h="http://www.w3.org/1999/xhtml" xmlns:i="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 9 9"'
)


class Piece(NamedTuple):
    """A piece of a drawing, and whether it is one to refuse."""

    text: str
    refused: bool


def pieces(sound: list[str], refused: list[str]) -> st.SearchStrategy[Piece]:
    """A sound piece, or now and then one to refuse."""
    good = st.sampled_from(sound).map(lambda text: Piece(text, False))
    bad = st.sampled_from(refused).map(lambda text: Piece(text, True))
    return st.integers(0, 29).flatmap(lambda number: good if number else bad)


ATTRIBUTES = pieces(
    [
        *('fill="red"', 'id="a"', 'class="b c"', "transform='scale(2)'", 'data-name="b 1"', 'd="M0 0h9"'),
        *('fill="url(#a)"', "style=\"fill:url('#a');opacity:.5\"", 'mask="url( #a )"', 'clip-path="none"'),
        *(
            'xlink:href="#a"',
            'href="#a"',
            'i:label="url(//x)"',
            'i:onload="x"',
            'xml:space="preserve"',
        ),
    ],
    [
        *('onload="x"', 'ONCLICK="x"', 'onfocusin=""', 'href="x.svg#a"', 'xlink:href="//x.example"', 'href=""'),
        *(
            'href="jav&#x61;script:x"',
            'href="data:image/png;base64,x"',
            'fill="url(x.svg#a)"',
            'style="fill:u\\72l(x)"',
        ),
        *('style="background:URL(//x)"', 'filter="url(&quot;x&quot;)"', 'cursor="url(x),auto"', 'src="x"'),
    ],
)
LEAVES = pieces(
    [
        *("<path/>", "words", "&lt;script&gt;", "<!-- <script/> -->", "<title>@import</title>", "<i:view/>", "é"),
        *("<style>.b{fill:url(#a)}</style>", "<style><![CDATA[.b > i{top:0}]]></style>", "<style>/* url(x) */</style>"),
        *("<use href='#a'/>", "<metadata><i:x href='http://x'/></metadata>", "<![CDATA[<a/>]]>", "\r\n", "&#233;"),
    ],
    [
        *(
            "<script/>",
            "<SCRIPT>x</SCRIPT>",
            "<a/>",
            "<set/>",
            "<animate/>",
            "<foreignObject/>",
            "<h:p/>",
            "<h:script/>",
        ),
        *("<style>@import 'x'</style>", "<style>b{fill:url(x)}</style>", "<style>b{fill:u<g/>rl(x)}</style>"),
        *(
            "<style>@font-face{src:local(x)}</style>",
            "<?xml-stylesheet href='x'?>",
            "<style><![CDATA[@import'x']]></style>",
        ),
        *("&undeclared;", "<g>", "</g>", "<b x=1/>", "<u:x/>", "\x01"),
    ],
)
TAGS = pieces(["g", "svg", "defs", "symbol", "text", "linearGradient", "i:group", "switch"], ["iframe", "h:div", "A"])


@st.composite
def elements(draw: st.DrawFn, inner: st.SearchStrategy[Piece]) -> Piece:
    """An element with some attributes, each once, and something inside."""
    tag, inside = draw(TAGS), draw(st.lists(inner, max_size=4))
    named = {piece.text.partition("=")[0].lower(): piece for piece in draw(st.lists(ATTRIBUTES, max_size=3))}
    foreign = tag.text.startswith("i:")
    refused = tag.refused or any(piece.refused for piece in (*inside, *(() if foreign else named.values())))
    attributes = "".join(f" {piece.text}" for piece in named.values() if piece.text)
    return Piece(f"<{tag.text}{attributes}>{''.join(piece.text for piece in inside)}</{tag.text}>", refused)


DRAWINGS = st.lists(st.recursive(LEAVES, elements, max_leaves=8), max_size=4)
STARTS = pieces(
    ["", "<!-- Generator: x -->", "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/x.dtd'>"],
    ["<!DOCTYPE svg [<!ENTITY a 'x'>]>", "<?xml-stylesheet href='x'?>", "words", "<!DOCTYPE svg SYSTEM 'x' []>"],
)


@given(start=STARTS, drawing=DRAWINGS, encoding=st.sampled_from(["", "utf-8", "utf-16", "iso-8859-1", "windows-1252"]))
@CHECKED
def test_a_drawing_is_refused_for_what_is_in_it_and_for_nothing_else(
    start: Piece, drawing: list[Piece], encoding: str
) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>\n' if encoding else ""
    text = f"{declared}{start.text}<svg {NAMESPACES}>{''.join(piece.text for piece in drawing)}</svg>"
    with bounded():
        file = read_svg(text.encode(encoding or "utf-8"))
    refused = start.refused or any(piece.refused for piece in drawing)
    assert bool(file.mistakes) == refused, (file.mistakes, text)
    assert refused or file.size == (9, 9)
    for mistake in file.mistakes:
        assert 1 <= mistake.line <= text.count("\n") + text.count("\r\n") + 1
        assert mistake.wrong
        assert mistake.write
