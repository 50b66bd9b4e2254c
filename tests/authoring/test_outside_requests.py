"""One answer to “does this CSS ask for anything?”, however the question is spelt."""

import pytest
from worksheets.authoring.outside_requests import Request, requests_in

ASKS = [
    "@import 'x.css';",
    "@import url(x.css);",
    "@\\69mport 'x';",
    "@IMPORT 'x';",
    "@import 'x' layer(a) print;",
    "@font-face { src: url(x.woff2) }",
    "@font-face { src: local(Arial) }",
    "@font-face {}",
    "@namespace url(https://a.example/x);",
    "@page { background: url(x.png) }",
    "@page { @top-left { content: url(x) } }",
    "@layer a { b { background: url(x) } }",
    "@layer a { @import 'x'; }",
    "@property --x { initial-value: url(x) }",
    "@media print { @media screen { b { background: url(x) } } }",
    "@supports (background: url(//a.example/x)) { b {} }",
    "@document url-prefix('https://a.example') { @import 'x'; }",
    "@keyframes a { to { background: url(x) } }",
    "@counter-style a { symbols: url(x) }",
    "@container style(--x: url(x)) { b { top: 0 } }",
    "@unknown url(x);",
    "b { background: url(https://a.example) }",
    "b { background: url( '//a.example/x' ) }",
    "b { background: url() }",
    "b { background: URL(data:image/png;base64,x) }",
    "b { background: \\75rl(//a.example/x) }",
    "b{background:u\\72 l(x)}",
    "b { background: url(/**/x) }",
    "b { background: url('x' }",
    "b { --x: url(x) }",
    "b { --x: { y: url(x) } }",
    "b { --x: [(url(x))] }",
    "b { background: image-set('x' 1x) }",
    "b { background: -webkit-image-set(url(x) 1x) }",
    "b { background: src('x') }",
    "b { background: src(var(--x)) }",
    "b { background: image('x') }",
    "b { background: cross-fade(url(x), red) }",
    "b { i { background: url(x) } }",
    "b { & > i { & { cursor: url(x) } } }",
    "b { @media print { background: url(x) } }",
    "b[url(x)] { top: 0 }",
    "b { background: url(x y) }",
    "b { background: url(x'y) }",
    "b { background: url('x\ny') }",
    "b { background: url(\\",
    "b { filter: url('#a' x) }",
    "b { background: url( x\\23 a) }",
    "b { filter: url(x#a) }",
    "/* */ b { background: url(x) } /* */",
    "b { background: url('#a') url(x) }",
    "<!-- b { background: url(x) } -->",
    "} b { background: url(x) }",
]
ASKS_NOT = [
    "b { top: 0 }",
    "b { fill: url(#a) }",
    "b { fill: url('#a') }",
    'b { fill: url( "#a" ) }',
    "b { fill: url('#a' /* x */) }",
    "b { fill: url( #a ) }",
    "b { mask: URL(#a) }",
    "b { mask: url( \\23 a ) }",
    "b::after { content: 'url(x)' }",
    "/* url(x) @import 'x' */ b { top: 0 }",
    "@layer a, b;",
    "b { --x: 'https://a.example' }",
    "@media print { b { top: 0 } }",
    "@charset 'utf-8'; b { top: 0 }",
    "",
    "@property --x { syntax: '<number>'; inherits: true; initial-value: 0 }",
    "b[src] { top: 0 }",
    "image { top: 0 }",
    "@page { @top-left { content: 'x' } }",
    "b { color: color-mix(in srgb, red, var(--x)) }",
    "url { top: 0 }",
]


@pytest.mark.parametrize("css", ASKS)
def test_each_of_these_asks_for_something(css: str) -> None:
    assert list(requests_in(css))


@pytest.mark.parametrize("css", ASKS_NOT)
def test_each_of_these_asks_for_nothing(css: str) -> None:
    assert list(requests_in(css)) == []


def test_a_request_is_quoted_with_its_line() -> None:
    css = (
        "b { top: 0 }\n@import 'x.css' print;\ni { background:\n  url( '//a.example/x' ) }\n"
        "@font-face { src: url(y) }\nb { background: url(z) }"
    )
    assert [(one.line, one.written) for one in requests_in(css)] == [
        (2, "@import"),
        (4, 'url( "//a.example/x" )'),
        (5, "@font-face"),
        (6, "url(z)"),
    ]


@pytest.mark.parametrize(
    ("css", "written"),
    [
        ("url( x.png )", "url(x.png)"),
        ("u\\72l(x.png)", "url(x.png)"),
        ("url( 'x.png' )", 'url( "x.png" )'),
        ("url(x y)", "url(…"),
        ("@IMPORT 'x';", "@import"),
        (f"url({'a' * 55})", f"url({'a' * 55})"),
        (f"url({'a' * 56})", f"url({'a' * 55}…"),
    ],
)
def test_a_request_is_quoted_and_cut_at_sixty_characters(css: str, written: str) -> None:
    assert list(requests_in(f"\n{css}")) == [Request(2, written)]
