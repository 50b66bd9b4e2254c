"""What stays of a stylesheet in a page, and of a page itself, when what nobody sees or asks for is taken out."""

from base64 import b64encode
from hashlib import sha256

import pytest
from selectolax.lexbor import LexborHTMLParser
from worksheets.site.content_security_policy import content_security_policy
from worksheets.site.pruning.css_minifier import StylesheetError
from worksheets.site.pruning.names_in_page import names_used
from worksheets.site.pruning.stylesheet import cut_down, read_stylesheet
from worksheets.site.pruning.whole_page import linked_styles, whole

PAGE = '<main id="top"><p class="wide Tall"><b></b></p><textarea rows="3"></textarea></main>'


def kept(css: str, page: str = PAGE) -> str:
    """What a page needs of a stylesheet."""
    return read_stylesheet(css).text(names_used(LexborHTMLParser(page)))


@pytest.mark.parametrize(
    "selector",
    [
        "p", "P", "*", ".wide", ".Tall", "p.wide.Tall", "#top", "#top>p", "main p b", "[rows]", "[ROWS]",
        '[rows="3"]', '[rows^="9"]', "p:hover", "p::before", "p:not(.gone)", ":not(.gone)", "p:is(.gone,.wide)",
        "p:where(.wide)", "main:has(b,i)", ":is(p:has(b),i)", "p:nth-child(2)", "[open]", "[class]", '[rows="9"i]',
    ],
)  # fmt: skip
def test_a_rule_stays_where_it_may_match(selector: str) -> None:
    assert kept(f"{selector}{{a:b}}") == f"{selector}{{a:b}}"


@pytest.mark.parametrize(
    "selector",
    [
        "i", ".gone", ".tall", "#gone", "#Top", ".top", "#wide", "[cols]", '[rows="4"]', "p.gone", "p i", "i:hover",
        "p:is(.gone,i)", "p:where(.gone)", "main:has(i)", "i:not(.gone)", ":is(p:has(i),i)", ":is(p):is(i)",
        "[open=x]",
    ],
)  # fmt: skip
def test_a_rule_goes_where_a_name_is_missing(selector: str) -> None:
    assert kept(f"{selector}{{a:b}}") == ""


@pytest.mark.parametrize(
    ("css", "written"),
    [
        ("i, p , .gone,b { a : b }", "p,b{a:b}"),
        (" p > b ~ b + b  b /* x */ { a: b ; c : d }", "p>b~b+b b{a:b;c:d}"),
        ("p/**/.wide/* y */{a:b}", "p.wide{a:b}"),
        ("p:is( .wide , i > b ){a:b}", "p:is(.wide,i>b){a:b}"),
        ('[ rows = "3" ]{a:b}', '[rows = "3"]{a:b}'),
        ('[ rows = "4" ]{a:b}', ""),
        ('[rows/* a */="4"]{a:b}', ""),
        ("p { margin: 0.50em  -0.5px 10.5%\n0.0 ; }", "p{margin:.50em -0.5px 10.5% .0}"),
        ("p { a: b !important; --x: 1 }", "p{a:b!important;--x:1}"),
        ("p { font: 1em / 2 a , b }", "p{font:1em/2 a,b}"),
        ("p { /* x */ a: b; /* y */ c: d /* z */ }", "p{a:b;c:d}"),
        ("p { a: 0.5% /* x */ b; c: d(1/* y */, 2) }", "p{a:.5% b;c:d(1,2)}"),
        ("@media print { /* x */ p { a: b } /* y */ }", "@media print{p{a:b}}"),
        ("p { width: calc( 1px + 2px ) }", "p{width:calc(1px + 2px)}"),
        ("p { color: rgb( 0 0 0 / 0.5 ) }", "p{color:rgb(0 0 0/.5)}"),
        ("p { grid: [ a  b ] ( 0.5 , c ) }", "p{grid:[a b] (.5,c)}"),
        ("p { --x: { a , 0.5  b } }", "p{--x:{a,.5 b}}"),
        ('p { content: "a  /* b */" }', 'p{content:"a  /* b */"}'),
        ("@media print { p { a: b } i { a: b } }", "@media print{p{a:b}}"),
        ("@media print { i { a: b } }", ""),
        ("@media (width > 1px) , print { p { a: b } }", "@media (width > 1px),print{p{a:b}}"),
        ("@MEDIA print { i { a: b } p { a: b } }", "@MEDIA print{p{a:b}}"),
        ("@supports (a: b) { @media print { p{a:b} i{a:b} } }", "@supports (a: b){@media print{p{a:b}}}"),
        ("@layer { i { a: b } p { a: b } }", "@layer{p{a:b}}"),
        ("@container (width) { p{a:b} }", "@container (width){p{a:b}}"),
        ("@keyframes turn { from , 5% { a : 0.5 } to { a: b } }", ""),
        (
            "@keyframes turn { from , 5% { a : 0.5 } to { a: b } } p { animation: turn }",
            "@keyframes turn{from,5%{a:.5}to{a:b}}p{animation:turn}",
        ),
        ("@keyframes turn { /* x */ to { a: b } } p { a: turn }", "@keyframes turn{to{a:b}}p{a:turn}"),
        ("@keyframes turn { to { a: b } } i { animation: turn }", ""),
        ("@media print { @keyframes turn { to { a: b } } }", ""),
        ("@property --x { syntax: '*' }", ""),
        ("@property --x { syntax: '*' } p { a: var(--x) }", '@property --x{syntax:"*"}p{a:var(--x)}'),
        ("@counter-style dots { symbols: a }", ""),
        ("@page { margin: 1cm ; @top-left { a : b } }", "@page{margin:1cm;@top-left{a:b}}"),
        ("@page wide { margin: 1cm }", "@page wide{margin:1cm}"),
    ],
)
def test_what_is_written(css: str, written: str) -> None:
    assert kept(css) == written


def test_an_attribute_without_a_value_is_an_empty_one_and_names_no_class() -> None:
    assert names_used(LexborHTMLParser("<b class>")) == {"html", "head", "body", "b", "[class", "[class=", "[open"}


def test_what_one_stylesheet_calls_stays_in_another() -> None:
    """`--band` of a sum is made a number in the styles of its kind, and asked about in those of one sheet."""
    sheets = [
        read_stylesheet("@property --x { syntax: '*' } @property --y { syntax: '*' }"),
        read_stylesheet("p { --x: 0 }"),
    ]
    assert cut_down(sheets, frozenset({"p"})) == '@property --x{syntax:"*"}p{--x:0}'
    assert cut_down(sheets, frozenset()) == ""


def test_pages_that_are_alike_share_the_text_and_others_do_not() -> None:
    sheet = read_stylesheet("p{a:b}i{a:b}@media print{b{a:b}}")
    assert sheet.text(frozenset({"p", "u"})) is sheet.text(frozenset({"p"}))
    assert sheet.text(frozenset({"i"})) == "i{a:b}"
    assert sheet.text(frozenset({"b"})) == "@media print{b{a:b}}"


@pytest.mark.parametrize(
    ("css", "wrong"),
    [
        ("p{}\n@import 'x';", "line 2: @import cannot be used inside a page"),
        ("\n@layer a, b;", "line 2: @layer cannot be used inside a page"),
        ("\n@font-face { a: b }", "line 2: @font-face asks for a file"),
        ("p {\na: url(x.png) }", "line 2: url(x.png) asks for a file"),
        ("\n@media url(x) { p { a: b } }", "line 2: url(x) asks for a file"),
        ("\n@page { a: url(x) }", "line 2: url(x) asks for a file"),
        ("\n@keyframes a { to { a: url(x) } }", "line 2: url(x) asks for a file"),
        ("@media print {\np { a: url(x) } }", "line 2: url(x) asks for a file"),
        ("p[a=url(x)] { a: b }", "line 1: url(x) asks for a file"),
        ("p {\na }", "line 2: a declaration is wanted here"),
        ("p {\n@media print { a: b } }", "line 2: a declaration is wanted here"),
        ("\n@page { @top-left; }", "line 2: a declaration is wanted here"),
        ("\np", "line 2: EOF reached before {} block for a qualified rule."),
        ("p { a: b(\n) ] }", "line 2: Unmatched ]"),
        ("p { a: b(\n]) }", "line 2: Unmatched ]"),
        ("p { a: (\n]) }", "line 2: Unmatched ]"),
        ("p:is(\n]) { a: b }", "line 2: Unmatched ]"),
    ],
)
def test_what_is_not_sound_is_refused_with_its_line(css: str, wrong: str) -> None:
    with pytest.raises(StylesheetError) as told:
        read_stylesheet(css)
    assert str(told.value) == wrong


def page(head: str = "", body: str = "") -> str:
    """A whole page."""
    return f"<html><head>{head}</head><body>{body}</body></html>"


LINK = '<link rel="stylesheet" href="a.css">'


def test_the_styles_stand_in_the_page_and_in_its_policy() -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="x">'
    html = page(f'{policy}{LINK}<link rel="icon" href="i.png"><link rel="stylesheet" href="b.css">', "<p>One</p>")
    assert linked_styles(html) == ["a.css", "b.css"]
    assert linked_styles(page("<link rel=stylesheet>")) == [""]
    done = whole(html, [read_stylesheet("p{a:b}i{a:b}"), read_stylesheet("body>p{c:d}")])
    css = "p{a:b}body>p{c:d}"
    assert f"<style>{css}</style><link" in done
    assert "stylesheet" not in done
    assert 'href="i.png"' in done
    said = content_security_policy(
        serving=False, styles=[f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'"]
    )
    assert f'<meta http-equiv="Content-Security-Policy" content="{said}"><style>' in done
    assert done.endswith("</html>\n")


@pytest.mark.parametrize(
    ("written", "left", "css"),
    [
        ('<input type="text" name="a" value="b">', '<input type="text" value="b">', ""),
        ('<select name="a"><option value="b">B</option></select>', "<select><option>B</option></select>", ""),
        ('<textarea name="a">b</textarea>', "<textarea>b</textarea>", ""),
        ('<input type="radio" name="a" value="b">', '<input type="radio" name="a">', ""),
        ('<input type="radio" name="a" value="b">', None, "[value=b]{c:d}"),
        ('<input type="radio" name="a" value="b">', None, ':has(:not([value="b"])){c:d}'),
        ('<input type="text" name="a">', None, "[name=a]{c:d}"),
    ],
)
def test_what_nobody_is_sent_goes_unless_a_rule_asks_for_it(written: str, left: str | None, css: str) -> None:
    assert whole(page(LINK, written), [read_stylesheet(css)]).count(left or written) == 1


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("<!-- a --><p>b</p>", "<p>b</p>"),
        (" <p> a <b>c</b> <i>d</i> </p> <p>e</p>\n", "<p> a <b>c</b> <i>d</i></p><p>e</p>"),
        ("<pre>\n\na</pre>", "<pre>\n\na</pre>"),
        ("<textarea>\n\n</textarea>", "<textarea>\n\n</textarea>"),
        ("<textarea>\na</textarea>", "<textarea>a</textarea>"),
        ("<p>a   b \n\n c</p>", "<p>a b c</p>"),
        ("<pre>a   <b>b   c</b></pre>", "<pre>a   <b>b   c</b></pre>"),
        ("<textarea>a   b</textarea>", "<textarea>a   b</textarea>"),
        ("<pre> <b>a</b> </pre>", "<pre> <b>a</b> </pre>"),
        ("<p><b>a</b> <b>c</b></p>", "<p><b>a</b> <b>c</b></p>"),
        ("<p><span> </span><b>c</b></p>", "<p><span> </span><b>c</b></p>"),
        ("<ul> <li>a</li> <li>b</li> </ul>", "<ul><li>a</li><li>b</li></ul>"),
    ],
)
def test_only_what_is_never_seen_goes(body: str, left: str) -> None:
    assert f"<body>{left}</body>" in whole(page("", body), [])
