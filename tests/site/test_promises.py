"""What no page may hold: the build refuses it, and says where it stands in what the author wrote."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from worksheets.site.content_security_policy import content_security_policy, headers
from worksheets.site.html_reader import broken_drawing, broken_style, read_finished

from tests.support.project import copy_project, mkdocs

ON_A_PAGE = {
    '<a href="x" onclick="y()">it</a>': "<a>: the attribute onclick",
    "<a href=' javascript:y()'>it</a>": "<a>: the address  javascript:y() on <a>",
    "![x](https://example.org/x.png)": "<img>: <img> asks another host",
    "<form action='/x'></form>": "<form>: the attribute action on <form>",
    "It is *so*{far} away": "<em>: in braces, “far” would not be shown. Put a backslash before them, `\\{far}`",
    "<b style='top: 0'>x</b>": "<b>: the attribute style on <b>",
    "<meta http-equiv=refresh content=1>": "<meta>: the meta tag refresh",
    "<form method=dialog><button type=submit>x</button></form>": "<button>: the type submit on <button>",
}
ELSEWHERE = {
    "overrides/partials/lost.html": ("<ul>", "<ul onload='1'>", ": built page <ul>: the attribute onload"),
}


def test_a_broken_promise_stops_the_build_and_is_found_in_its_source(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    page = project / "docs/index.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    said = []
    for html, wrong in ON_A_PAGE.items():
        lines += ["", html]
        said.append(f"docs/index.md:{len(lines)}: {wrong}")
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, (old, new, wrong) in ELSEWHERE.items():
        path = project / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        said.append(wrong.format(name=name, line=text.count("\n", 0, text.index(old)) + 1))
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert [one for one in said if one not in done.stderr] == []
    assert "404.html:" in done.stderr
    assert not (project / "site").exists()


def test_a_stylesheet_that_asks_for_a_file_stops_the_build(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    path = project / "docs/assets/stylesheets/page.css"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{", "{ cursor: u\\72l(//a.example/x);", 1), encoding="utf-8")
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode != 0
    assert f"assets/stylesheets/page.css: line {text.count(chr(10), 0, text.index('{')) + 1}: " in done.stderr


@pytest.mark.parametrize(
    "tag",
    [
        "script",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "base",
        "portal",
        "fencedframe",
        "audio",
        "video",
        "track",
        "use",
        "image",
        "feimage",
        "foreignobject",
        "animate",
        "animatemotion",
        "animatetransform",
        "set",
    ],
)
def test_each_of_these_elements_is_a_fault(tag: str) -> None:
    said = [fault.wrong for fault in read_finished(page(f"<{tag.upper()}></{tag}>")).faults]
    assert f"<{tag}> is not allowed." in said


@pytest.mark.parametrize(
    "name",
    [
        "style",
        "action",
        "formaction",
        "ping",
        "srcdoc",
        "background",
        "attributionsrc",
        "imagesrcset",
        "xlink:href",
        "onload",
        "onwhatever",
    ],
)
def test_each_of_these_attributes_is_a_fault(name: str) -> None:
    said = [fault.wrong for fault in read_finished(page(f"<p {name}='x'>")).faults]
    assert said == [f"the attribute {name} on <p> is not allowed."]


@pytest.mark.parametrize("name", ["src", "srcset", "poster", "data"])
def test_each_of_these_asks_another_host(name: str) -> None:
    assert len(read_finished(page(f"<img {name}='//a.example/x'>")).faults) == 1
    assert read_finished(page(f"<img {name}='x.png'>")).faults == []


@pytest.mark.parametrize(
    "name",
    ["fill", "stroke", "filter", "mask", "clip-path", "marker", "marker-start", "marker-mid", "marker-end", "cursor"],
)
def test_a_drawing_in_the_page_uses_its_own_parts_alone(name: str) -> None:
    (fault,) = read_finished(page(f"<svg><path {name}='url(x.svg#a)'/></svg>")).faults
    assert fault.wrong == f"the attribute {name} on <path> asks for a file: url(x.svg#a)."
    assert read_finished(page(f"<svg><path {name}='url(#a)'/></svg>")).faults == []


@pytest.mark.parametrize(
    "html",
    [
        "<form method=get method=dialog>", "<form method=post method=dialog></form>", "<input type=submit type=text>",
        "<link rel=preload rel=canonical href=x>", "<link rel=icon href=//a.example rel=canonical href=x>",
        "<meta http-equiv=refresh http-equiv=x content=1>", "<img src=//a.example/x src=x>",
    ],
)  # fmt: skip
def test_of_an_attribute_that_stands_twice_the_first_counts(html: str) -> None:
    assert read_finished(page(html)).faults


def test_of_an_attribute_that_stands_twice_the_second_does_not_count() -> None:
    for html in ("<form method=dialog method=get></form>", "<input type=text type=submit>"):
        assert read_finished(page(html)).faults == []


@pytest.mark.parametrize(
    "comment",
    ["<!--><b>-->", "<!---><b>-->", "<!-- --!><b>-->", "<!-- <!-- -->", "<![CDATA[<b>]]>", "<?php x ?>"],
)
def test_a_comment_that_browsers_end_elsewhere_is_a_fault(comment: str) -> None:
    assert read_finished(page(comment)).faults


@pytest.mark.parametrize("comment", ["<!-- words -->", "<!---->", "<!-- a > b - c -->", "<!-- x --><b>x</b><!-- y -->"])
def test_an_ordinary_comment_is_allowed(comment: str) -> None:
    assert read_finished(page(comment)).faults == []


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>", "<SCRIPT src=x>", "<iframe src=x>", "<base href=x>", "<svg><use href='#x'/></svg>",
        "<svg><set attributeName=href to='javascript:1'/></svg>", "<img src=x ONERROR=1>", "<a href='java\tscript:1'>",
        "<a href='\x01javascript:1'>", "<a href='data:text/html,x'>", "<a href='vbscript:1'>", "<a ping='/x' href=x>",
        r"<img src='\\example.org/x'>", r"<img src='/\example.org/x'>", "<img srcset='x.png 1x, //a.example/y 2x'>",
        "<link rel=preconnect href='//a.example'>", "<link rel='stylesheet' href='https://a.example/x'>",
        "<form></form>", "<form method=get></form>", "<input type=submit>", "<input type=IMAGE src=x>",
        "<button type=submit>", "<button formaction=x>", "<meta http-equiv=Set-Cookie content=x>", "<style>b{}</style>",
        "<video src=x>", "<p background=x>", "<!-- exercise: x/y -->",
    ],
)  # fmt: skip
def test_each_of_these_is_a_fault(html: str) -> None:
    assert read_finished(page(html)).faults


@pytest.mark.parametrize(
    "html",
    [
        "<a href='https://a.example/x'>x</a>", "<a href='tel:112'>x</a>", "<img src='../x.svg' alt=''>",
        "<form method=dialog><input type=text><button type=reset>x</button></form>", "<code>&lt;script></code>",
        "<link rel=canonical href='https://a.example/'>", "<link rel=stylesheet href='x.css'>", "<p>onclick=x</p>",
    ],
)  # fmt: skip
def test_each_of_these_is_allowed(html: str) -> None:
    assert read_finished(page(html)).faults == []


def test_a_style_in_the_page_needs_its_hash_in_the_policy() -> None:
    css = "b > i { content: '<b> & c' '</b>' }"
    source = f"'sha256-{b64encode(sha256(css.encode()).digest()).decode()}'"
    reading = read_finished(page(f"<style>{css}</style>", [source]))
    assert reading.faults == []
    assert source in headers(reading.style_sources)["Content-Security-Policy"]
    assert "'self'" not in headers(reading.style_sources)["Content-Security-Policy"].split("img-src")[0]
    assert read_finished(page(f"<style>{css} </style>", [source])).faults


@pytest.mark.parametrize(
    "policy",
    ["", "default-src 'none'", "default-src *", content_security_policy(serving=True),
     content_security_policy(serving=False, styles=["'unsafe-inline'"]),
     content_security_policy(serving=False) + "; font-src *"],
)  # fmt: skip
def test_a_page_with_another_policy_is_refused(policy: str) -> None:
    assert read_finished(f'<meta http-equiv="Content-Security-Policy" content="{policy}">').faults


def test_a_style_that_fetches_is_refused() -> None:
    (fault,) = broken_style("a { top: 0 }\nb { background: url(../x.svg) }")
    assert (fault.line, fault.wrong) == (2, "the style asks for a file: url(../x.svg).")
    assert list(broken_style('a::after { content: "https://"; filter: url("#x") }')) == []


def test_a_drawing_may_have_styles_and_no_script() -> None:
    start = '<svg xmlns="http://www.w3.org/2000/svg">'
    assert list(broken_drawing(f'{start}<style>a{{}}</style><path style="fill:red"/></svg>'.encode())) == []
    (fault,) = broken_drawing(f'{start}\n<g onload="1"/></svg>'.encode())
    assert (fault.line, fault.element, fault.wrong) == (
        2,
        "<g>",
        "it holds the handler `onload`.",
    )


def page(html: str, styles: list[str] | None = None) -> str:
    policy = content_security_policy(serving=False, styles=styles or [])
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">{html}'
