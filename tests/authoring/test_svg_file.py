"""Drawings as designers export them are read; what could run or ask elsewhere is refused in words that help."""

import pytest
from worksheets.authoring.svg_file import read_svg

INSIDE = {
    "a quoted part": """<g fill="url('#a')"/>""",
    "a part quoted for XML": '<g style="fill:url(&quot;#a&quot;)" mask="url(&quot;#f&quot;)"/>',
    "blanks": '<g fill="url( #a )" filter="url(#a) blur(2px)"/>',
    "a style": '<style type="text/css">.b{fill:url("#a")} .c{font-family:\'Open Sans\'}</style>',
    "a style in CDATA": "<defs><style><![CDATA[.b > i{fill:url( '#a' )}]]></style></defs>",
    "a style with a comment": "<style>/* @import */ .b{fill:red}</style>",
    "Inkscape": '<sodipodi:namedview inkscape:label="url(x)" xmlns:sodipodi="http://sodipodi" xmlns:inkscape="http://i"'
    ' objecttolerance="10"/><metadata><rdf:RDF xmlns:rdf="http://r" xmlns:cc="http://c"><cc:Work rdf:about="">'
    '<cc:license rdf:resource="http://l"/></cc:Work></rdf:RDF></metadata>',
    "Illustrator": '<switch><foreign:pgf xmlns:foreign="http://ns.adobe.com/x" id="a"/><g data-name="b 1"/></switch>',
    "a packet of metadata": '<metadata><?xpacket begin="" id="W5"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/>'
    '<?xpacket end="w"?></metadata>',
    "a part used twice": '<defs><g id="g"/></defs><use xlink:href="#g" xmlns:xlink="http://www.w3.org/1999/xlink"/>'
    '<use href="#g"/>',
    "words": "<title>url(x)</title><desc>@import &amp; onload</desc><text>href=x</text>",
}
REFUSED = {
    "<script>1</script>": "it holds `<script>`. Remove the script.",
    "<SCRIPT/>": "it holds `<SCRIPT>`.",
    '<g onload="1"/>': "it holds the handler `onload`.",
    '<g ONCLICK="1"/>': "it holds the handler `ONCLICK`.",
    '<a href="#x"/>': "it holds `<a>`. Take the link off the drawing",
    '<set attributeName="href"/>': "it holds `<set>`.",
    "<animate/>": "it holds `<animate>`.",
    "<animateMotion/>": "it holds `<animateMotion>`.",
    "<animateTransform/>": "it holds `<animateTransform>`.",
    "<foreignObject/>": "it holds `<foreignObject>`. Export it as plain SVG: in Illustrator without",
    '<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>': "it holds `<p>`.",
    '<h:link xmlns:h="http://www.w3.org/1999/xhtml" rel="stylesheet"/>': "it holds `<link>`.",
    '<use href="x.svg#a"/>': "`href` asks for “x.svg#a”.",
    '<use href=" //a.example/x"/>': "`href` asks for “//a.example/x”.",
    '<use x:href="x.svg#a" xmlns:x="http://www.w3.org/1999/xlink"/>': "`href` asks for “x.svg#a”.",
    '<image href="data:image/png;base64,x"/>': "a photograph is embedded in it. Trace it into shapes",
    '<feImage href="data:text/html,x"/>': "`href` asks for “data:text/html,x”.",
    '<g fill="url(x.svg#a)"/>': "`fill` asks for another file: `url(x.svg#a)`.",
    '<g fill="url(&quot;//a.example&quot;)"/>': '`fill` asks for another file: `url("//a.example")`.',
    '<g style="fill:u\\72l(x)"/>': "`style` asks for another file",
    '<g cursor="url(x), auto"/>': "`cursor` asks for another file",
    "<style>@import 'x';</style>": "its style asks for a file: `@import`. Turn its words into outlines",
    "<style>@font-face{src:url(x)}</style>": "its style asks for a file: `@font-face`.",
    "<style>b{fill:url(x)}</style>": "its style asks for a file: `url(x)`.",
    "<style><![CDATA[b{fill:url(x)}]]></style>": "its style asks for a file: `url(x)`.",
    "<style>b{fill:u<g/>rl(x)}</style>": "its style asks for a file: `url(x)`.",
    "<g>": "this is not XML: mismatched tag. Export it again",
}


def svg(inside: str, box: str = "0 0 9 9") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'


@pytest.mark.parametrize("inside", INSIDE.values(), ids=INSIDE)
def test_what_designers_export_is_sound(inside: str) -> None:
    file = read_svg(svg(inside).encode())
    assert file.mistakes == []
    assert file.size == (9, 9)


@pytest.mark.parametrize("start", [
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- Generator: Adobe Illustrator 27 -->\n', "\ufeff", "<!-- Créé -->",
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
])  # fmt: skip
def test_it_may_begin_as_programs_begin_it(start: str) -> None:
    assert read_svg((start + svg("<g/>")).encode()).mistakes == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_each_encoding_that_it_declares_is_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{svg("<title>é</title>")}'
    assert read_svg(text.encode(encoding)).mistakes == []
    refused = text.replace("<title>", '<g onload="1"/><title>')
    assert [one.wrong for one in read_svg(refused.encode(encoding)).mistakes] == ["it holds the handler `onload`."]


@pytest.mark.parametrize("inside", REFUSED)
def test_what_could_run_or_ask_elsewhere_is_refused(inside: str) -> None:
    (mistake, *_) = read_svg(svg(inside).encode()).mistakes
    assert f"{mistake.wrong} {mistake.write}".startswith(REFUSED[inside])


def test_a_mistake_has_its_line() -> None:
    lines = ["\n<g/>\n", "<style>\nb{top:0}\n@import 'x';</style>\n", '<g onload="1"/>\n']
    assert [one.line for one in read_svg(svg("".join(lines)).encode()).mistakes] == [5, 6]


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "this is not XML: no element found."),
        ("é".encode("latin-1"), "this is not XML: "),
        (svg("é").encode("latin-1"), "this is not XML: not well-formed (invalid token)."),
        (b'<?xml version="1.0" encoding="nonsense"?><svg/>', "it is in the encoding nonsense."),
        (
            b'<?xml version="1.0" encoding="cp437"?><svg xmlns="http://www.w3.org/2000/svg"/>',
            "it is in the encoding cp437.",
        ),
        (b"<svg viewBox='0 0 9 9'/>", "this is not an SVG."),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>", "it declares entities."),
        (b"<?xml-stylesheet href='x'?><svg xmlns='http://www.w3.org/2000/svg'/>", "it holds `<?xml-stylesheet`."),
        (svg("&nbsp;").encode(), "this is not XML: undefined entity."),
    ],
)
def test_a_file_that_is_not_svg_is_reported(data: bytes, wrong: str) -> None:
    (mistake,) = read_svg(data).mistakes
    assert mistake.wrong.startswith(wrong)
    assert mistake.write


@pytest.mark.parametrize(
    ("box", "size"),
    [
        ("0 0 120 40", (120, 40)), ("-1e-5 0 120 40", (120, 40)), ("0,0,1.2e2,.5", (120, 0.5)), ("0 -5 +9 9", (9, 9)),
        ("0 0 0 9", None), ("0 0 -9 9", None), ("0 0 1e999 9", None), ("0 0 9", None), ("", None),
        ("0 0 9px 9px", None), ("a b c d", None),
    ],
)  # fmt: skip
def test_the_size_is_that_of_the_view_box(box: str, size: tuple[float, float] | None) -> None:
    assert read_svg(svg("", box).encode()).size == size


def test_a_drawing_without_a_view_box_has_the_size_of_its_width_and_height() -> None:
    """As Word writes it, and Sketch once did. A box that says nothing is not made up for: browsers draw nothing."""
    sides = "width='120px' height='30pt'"
    assert read_svg(f"<svg xmlns='http://www.w3.org/2000/svg' {sides}/>".encode()).size == (120, 40)
    assert read_svg(f"<svg xmlns='http://www.w3.org/2000/svg' {sides} viewBox='0 0 0 0'/>".encode()).size is None


def test_a_view_box_is_suggested_from_width_and_height() -> None:
    for attributes, box in (
        ('width="64px" height="32.5"', "0 0 64 32.5"), ('width="2in" height="36pt"', "0 0 192 48"),
        ('width="25.4mm" height="2.54cm"', "0 0 96 96"), ('width="6pc" height="40Q"', "0 0 96 37.7953"),
        ('width="100%" height="100%"', None), ('width="100%"', None), ("", None), ('width="0" height="9"', None),
    ):  # fmt: skip
        assert read_svg(f"<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>".encode()).suggested_view_box == box


@pytest.mark.parametrize(
    ("box", "size"),
    [
        ("0 0 10 20", (10, 20)), ("0,0,10,20", (10, 20)), (" 0\n0 , 10 20 ", (10, 20)), ("-1e-5 0 1.5e1 2E1", (15, 20)),
        ("0-5 10+20", (10, 20)), ("0 0 10px 20px", None), ("0 0 10 20 x", None), ("０ 0 10 20", None),
        ("0 0 10 20 30", None), ("0;0;10;20", None), ("", None), ("none", None),
    ],
)  # fmt: skip
def test_a_size_is_read_as_browsers_read_it(box: str, size: tuple[float, float] | None) -> None:
    assert read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>'.encode()).size == size


@pytest.mark.parametrize(
    ("width", "height", "box"),
    [
        ("10", "20", "0 0 10 20"), ("10px", "20PX", "0 0 10 20"), ("10mm", "1in", "0 0 37.7953 96"),
        ("15pt", "1pc", "0 0 20 16"), ("1cm", "40Q", "0 0 37.7953 37.7953"), ("100%", "100%", None),
        ("2em", "1em", None),
    ],
)  # fmt: skip
def test_the_box_that_is_offered_shows_the_whole_drawing(width: str, height: str, box: str | None) -> None:
    drawing = read_svg(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>'.encode())
    assert drawing.suggested_view_box == box


def test_a_sign_that_nothing_declares_is_told_behind_a_document_type_too() -> None:
    """Browsers stop there, and show an error in the place of the drawing."""
    kind = "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<text>a&nbsp;b</text></svg>'
    (mistake,) = read_svg(f"{kind}{drawing}".encode()).mistakes
    assert (mistake.line, mistake.wrong) == (2, "it uses `&nbsp;`, which no drawing knows.")
    assert mistake.write == "Write the sign itself."
