"""Every page arrives in one flight, whole: its bytes, its styles under the policy, its packed copies."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import brotli
import pytest
from selectolax.lexbor import LexborHTMLParser
from worksheets.guide.page_files import TEXTS
from worksheets.site.lighten import lighten
from worksheets.site.page_budget import MOST_BY_BROTLI, MOST_BY_GZIP
from worksheets.site.pruning.css_minifier import StylesheetError
from worksheets.site.pruning.names_in_page import names_used
from worksheets.site.pruning.stylesheet import read_stylesheet
from worksheets.site.pruning.whole_page import whole

from tests.support.project import finished_pages


def used_in(html: str) -> frozenset[str]:
    return names_used(LexborHTMLParser(html))


def test_every_page_fits_into_the_first_flight(site: Path, pages: list[str]) -> None:
    assert MOST_BY_BROTLI + 800 <= 10 * 1460
    paths = [site / page / "index.html" if page.endswith("/") or not page else site / page for page in pages]
    sizes = {path: [path.with_name(path.name + end).stat().st_size for end in (".br", ".gz")] for path in paths}
    assert len(sizes) > 80
    assert {path: size for path, size in sizes.items() if size[0] > MOST_BY_BROTLI or size[1] > MOST_BY_GZIP} == {}


def test_the_styles_are_in_the_page_and_the_policy_allows_them_alone(site: Path) -> None:
    for path in finished_pages(site):
        html = path.read_text(encoding="utf-8")
        (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}';" in html, path
        assert 'rel="stylesheet"' not in html, path


def test_texts_lie_packed_beside_themselves(site: Path) -> None:
    texts = [path for path in site.rglob("*") if path.suffix in TEXTS]
    assert {path.suffix for path in texts} >= {".html", ".svg"}
    for path in texts:
        content = path.read_bytes()
        assert brotli.decompress(path.with_name(path.name + ".br").read_bytes()) == content
        packed = path.with_name(path.name + ".gz").read_bytes()
        assert gzip.decompress(packed) == content
        assert packed[4:8] == b"\0\0\0\0", "no time in it: two builds are the same bytes"


def a_site(folder: Path, css: str, **pages: str) -> Path:
    (folder / "style.css").write_text(css, encoding="utf-8")
    for name, body in pages.items():
        head = "<!doctype html><title>t</title><link rel=stylesheet href=style.css>"
        (folder / f"{name}.html").write_text(head + body, encoding="utf-8")
    return folder


def test_a_page_over_the_budget_is_told_with_its_heaviest_parts(tmp_path: Path) -> None:
    words = [" ".join(sha256(f"{part} {word}".encode()).hexdigest() for word in range(part * 70)) for part in range(7)]
    prose = "".join(f"<p id=part-{part}>{text}</p>" for part, text in enumerate(words[:6])) + f"<p>{words[6]}</p>"
    site = a_site(tmp_path, "p { top: 0 }", heavy=f"<main><div class=prose>{prose}</div>", light="<p>")
    (heavy,) = lighten(site)
    said = str(heavy).splitlines()
    assert re.match(r"heavy\.html: .* [\d,]+ bytes by brotli \(at most 13,800\), [\d,]+ by gzip \(17,000\)", said[0])
    first = " ".join(words[6].split()[:6])
    assert re.fullmatch(rf"  [\d,]+ bytes: <p> “{first} …”", said[1]), "the heaviest first, by how it begins"
    assert [line.split(": ")[1] for line in said[2:6]] == [f"<p> part-{part}" for part in (5, 4, 3, 2)]
    assert "Let a link lead to the page of an exercise" in said[6]
    assert len(said) == 7, "one page is too heavy, and five of its parts are named"


def test_a_stylesheet_that_asks_for_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StylesheetError, match=r"^style\.css: line 2: url\(x\.png\) asks for a file$"):
        lighten(a_site(tmp_path, "p { top: 0 }\n.x { background: url(x.png); }", index="<p>"))
    with pytest.raises(StylesheetError, match=r"^gone\.css: .*there is no such stylesheet"):
        lighten(a_site(tmp_path, "", index="<link rel=stylesheet href=gone.css>"))


def test_a_rule_that_only_a_clinics_page_needs_is_kept_there(tmp_path: Path) -> None:
    css = ".opening-hours { columns: 7em } p { top: 0 }"
    lighten(a_site(tmp_path, css, index="<p>", hours="<ul class=opening-hours>"))
    assert "<style>p{top:0}</style>" in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<style>.opening-hours{columns:7em}</style>" in (tmp_path / "hours.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("css", "html", "kept"),
    [
        (".a { color: red } .b { color: red }", "<p class=b>", ".b{color:red}"),
        (".a, .b > p { color: red }", "<div class=b><p>", ".b>p{color:red}"),
        ("a:hover, .gone:hover { top: 0.5em }", "<a>", "a:hover{top:.5em}"),
        ("p:not(.gone) { top: 0 }", "<p>", "p:not(.gone){top:0}"),
        ("form:has(.tick:checked) .n::before { content: 'a  b' }", "<form><i class='tick n'>", None),
        ("form:has(.gone:checked) p { top: 0 }", "<form><p>", ""),
        (":is(.gone, p) b, :where(.gone) b { top: 0 }", "<p><b>", ":is(.gone,p) b{top:0}"),
        ("details[open] p { top: 0 }", "<details><p>", "details[open] p{top:0}"),
        ("input[type='date'] { top: 0 }", "<input type=text>", ""),
        ("@media print { .a { top: 0 } .b { top: 0 } }", "<p class=a>", "@media print{.a{top:0}}"),
        ("@media (prefers-color-scheme: dark) { .gone { top: 0 } }", "<p>", ""),
        (
            "@supports selector(:has(*)) { @media (forced-colors: active) { p { top: 0 } } }",
            "<p>",
            "@supports selector(:has(*)){@media (forced-colors: active){p{top:0}}}",
        ),
        ("@container style(--all: 1) and (style(--sum < 3)) { p { top: 0 } }", "<p>", None),
        (
            "p { animation: turn 1s } @keyframes turn { to { top: 0 } } @keyframes gone { to { top: 0 } }",
            "<p>",
            "p{animation:turn 1s}@keyframes turn{to{top:0}}",
        ),
        ("@layer a { p { top: 0 } .gone { top: 0 } }", "<p>", "@layer a{p{top:0}}"),
        ("@layer a { .gone { top: 0 } }", "<p>", ""),
        (
            "p { top: var(--a) } @property --a { inherits: false } @property --b { inherits: false }",
            "<p>",
            "p{top:var(--a)}@property --a{inherits:false}",
        ),
        ("p { filter: url(#a) } b { filter: url('#a') }", "<p>", "p{filter:url(#a)}"),
        ("@page { margin: 18mm 16mm; }", "<p>", "@page{margin:18mm 16mm}"),
        ("p { width: calc(100% - 2 * var(--a)); margin: 0 -1px !important }", "<p>", None),
    ],
)
def test_only_what_a_page_can_never_show_is_cut(css: str, html: str, kept: str | None) -> None:
    cut = read_stylesheet(css).text(used_in(html))
    if kept is None:  # all of it, but for the spaces
        assert "".join(cut.split()) == "".join(re.sub(r";?\s*}", "}", css).replace("'", '"').split())
        assert re.findall(r'"[^"]*"', cut) == re.findall(r'"[^"]*"', css.replace("'", '"'))
        assert ("- 2*" in cut or "- 2 *" in cut) == ("- 2 *" in css), "a sum keeps the spaces around its sign"
    else:
        assert cut == kept


@pytest.mark.parametrize(
    "css",
    [
        "a { color",
        "@import 'x.css';",
        "@layer a;",
        "a { b { color",
        "a { b { color: red } }",
        "a { width: calc(1px ]) }",
        "a { --x: [) ] }",
        "@page { margin: calc(1px ]) }",
        "@media (min-width: 1px ]) { a { top: 0 } }",
        "p { background: url(x) }",
        "p { background: src('x') }",
        "p { background: image-set('x' 1x) }",
        "p { --x: { y: [url(x)] } }",
        "p[url(x)] { top: 0 }",
        "@media url(x) { p { top: 0 } }",
        "@layer a { p { background: url(x) } }",
        "@page { background: url(x) }",
        "@page { @top-left { content: url(x) } }",
        "@property --x { initial-value: url(x) }",
        "@keyframes a { to { background: url(x) } }",
        "@counter-style a { symbols: url(x) }",
        "@font-face { src: local(x) }",
        "@unknown url(x) { a: b }",
        "} a {}",
    ],
)
def test_what_is_not_sound_is_refused(css: str) -> None:
    with pytest.raises(StylesheetError, match=r"line \d+: "):
        read_stylesheet(css)


def test_words_and_lines_stay_as_they_are() -> None:
    html = (
        "<!doctype html><title>t</title><body>\n<p>one <b>two</b> <i>three</i>\n</p>\n<!-- gone -->\n"
        "<pre>\n\n  a\n b</pre>\n<textarea>\n\nx </textarea> <input> <input>\n</body>"
    )
    light = whole(html, [read_stylesheet("")])
    assert "<p>one <b>two</b> <i>three</i></p><pre>" in light
    assert "gone" not in light
    before, after = LexborHTMLParser(html), LexborHTMLParser(light)
    for kept in ("pre", "textarea"):
        assert after.css(kept)[0].text() == before.css(kept)[0].text() != ""
    assert "</textarea> <input> <input>" in light


@pytest.mark.parametrize("rule", [":not([value=skip])", "[value=skip]", ':is([value="skip"], p)'])
def test_the_value_that_a_rule_asks_for_stays(rule: str) -> None:
    html = "<!doctype html><head><link rel=stylesheet href=x></head><body><input type=radio name=a value=skip>"
    light = whole(html, [read_stylesheet(f"input:checked{rule} {{ top: 0 }}")])
    assert re.search("<input[^>]* value=", light), "else the rule would match what it was told not to"
    assert "value=" not in whole(html, [read_stylesheet("input { top: 0 }")]), "and nothing else needs it"
