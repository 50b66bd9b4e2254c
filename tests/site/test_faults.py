"""What is told of each fault in a finished page: the line, the element, what is wrong, and words to find it by."""

import pytest
from worksheets.site.content_security_policy import PAGE, content_security_policy
from worksheets.site.html_reader import Fault, broken_drawing, broken_style, line_in_source, read_finished

POLICY = f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy(serving=False)}">'
NO_POLICY = "the page does not carry one Content-Security-Policy."


@pytest.mark.parametrize(
    ("html", "element", "wrong", "said"),
    [
        ("<EMBED>", "<embed>", "<embed> is not allowed.", "<embed"),
        ("<p ONX=1>", "<p>", "the attribute onx on <p> is not allowed.", "onx="),
        ("<form>", "<form>", "a form that could send is not allowed.", "<form"),
        ("<input type=Submit>", "<input>", "the type Submit on <input> is not allowed.", "<input"),
        ("<button type=image>", "<button>", "the type image on <button> is not allowed.", "<button"),
        ("<input type=file>", "<input>", "the type file on <input> is not allowed.", "<input"),
        ("<input type=password>", "<input>", "the type password on <input> is not allowed.", "<input"),
        ("<a href='data:x'>", "<a>", "the address data:x on <a> is not allowed.", "data:x"),
        ("<img src=//a.b>", "<img>", "<img> asks another host: //a.b.", "//a.b"),
        ("<img srcset='x.png 1x,, //a.b 2x'>", "<img>", "<img> asks another host: x.png 1x,, //a.b 2x.",
         "x.png 1x,, //a.b 2x"),
        ("<img srcset='x.png 1x,//a.b'>", "<img>", "<img> asks another host: x.png 1x,//a.b.", "x.png 1x,//a.b"),
        ("<path fill='url(x)'>", "<path>", "the attribute fill on <path> asks for a file: url(x).", "url(x)"),
        ("<link rel='Preload x' href=x>", "<link>", "a <link> of the kind Preload x is not allowed.", "Preload x"),
        ("<link rel='icon next' href=//a.b>", "<link>", "<link> asks another host: //a.b.", "//a.b"),
        ("<link rel=MANIFEST href=//a.b>", "<link>", "<link> asks another host: //a.b.", "//a.b"),
        ("<meta http-equiv=Refresh>", "<meta>", "the meta tag Refresh is not allowed.", "Refresh"),
        ("<!-->-->", "", "a comment that browsers end elsewhere is not allowed.", "<!--"),
        ("<!-- gallery: a -->", "", "the marker <!-- gallery: a --> was not replaced.", "<!-- gallery: a -->"),
        ("<p>&lt;!-- emergency --></p>", "", "the marker <!-- emergency --> was not replaced.", "<!-- emergency -->"),
        ("<code></code>&lt;!-- emergency -->", "", "the marker <!-- emergency --> was not replaced.",
         "<!-- emergency -->"),
        ("<pre></pre>&lt;!-- emergency -->", "", "the marker <!-- emergency --> was not replaced.",
         "<!-- emergency -->"),
        ("<?php x" + "y" * 30 + ">", "", "the instruction <?php xyyyyyyyyyyyyyyy is not allowed.", "<?"),
        ("<![CDATA[x" + "y" * 30 + "]]>", "", "the declaration <![CDATA[xyyyyyyyyyyyyy is not allowed.", "<!["),
        ("<style>b{}</style>", "<style>", "<style> is not allowed.", "<style"),
        ("<style>b{}", "<style>", "<style> has no end.", "<style"),
    ],
)  # fmt: skip
def test_what_is_told(html: str, element: str, wrong: str, said: str) -> None:
    assert read_finished(f"{POLICY}\n<p>\n{html}").faults == [Fault(3, element, wrong, said)]


def test_an_address_that_is_fetched_has_to_be_sound_and_the_sites_own() -> None:
    assert [fault.wrong for fault in read_finished(f"{POLICY}<img src=data:x>").faults] == [
        "the address data:x on <img> is not allowed.",
        "<img> asks another host: data:x.",
    ]


def test_a_style_in_the_page_is_read_as_well() -> None:
    faults = read_finished(f"{POLICY}\n<style>b{{}}</style>\n<style>\nb {{ c: url(x) }}</style>x<i>").faults
    assert faults == [
        Fault(4, "<style>", "the style asks for a file: url(x).", "url(x)"),
        Fault(2, "<style>", "<style> is not allowed.", "<style"),
        Fault(4, "<style>", "<style> is not allowed.", "<style"),
    ]
    assert list(broken_style("b {\nc: url(x) }")) == [Fault(2, "", "the style asks for a file: url(x).", "url(x)")]


@pytest.mark.parametrize(
    "html",
    [
        "<img src='x,//a.b'>", "<img srcset=' , x.png'>", "</style>",
        "<form method=Dialog>", "<form method=dialog method>", "<input>", "<input type>", "<a href>", "<img src>",
        "<img srcset>", "<img srcset='x.png 1x, y.png'>", "<path fill>", "<link rel=NEXT href=//a.b>",
        "<link rel='alternate icon' href=x>", "<link>", "<meta name=x>", "<script-free>", "<a data-on=x>",
        "<a href='mailto:a@b.c'>", "<a href='sms:1'>", "<a href='http://a.b'>", "<p src='x'>", "<!-- a note: b -->",
        "<p>&lt;!-- a note -->", "<pre>&lt;!-- emergency --><b></b>&lt;!-- emergency --></pre>", "<p>emergency",
        "<pre><code></code>&lt;!-- emergency --></pre>", "<p type=submit>", "<i title='&lt;!-- emergency -->'>",
    ],
)  # fmt: skip
def test_of_these_nothing_is_told(html: str) -> None:
    assert read_finished(f"{POLICY}\n{html}").faults == []


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ("", [NO_POLICY]),
        (POLICY * 2, [NO_POLICY]),
        ("<meta http-equiv=content-security-policy>",
         [f"`{name}` in the policy differs from the guide’s." for name in sorted(PAGE)]),
        (POLICY.replace("'none'", "*", 1), ["`default-src` in the policy differs from the guide’s."]),
    ],
)  # fmt: skip
def test_a_page_carries_one_policy_and_this_one(html: str, wrong: list[str]) -> None:
    faults = read_finished(html).faults
    assert {fault.element for fault in faults} == {"<meta>"}
    assert [fault.wrong for fault in faults] == wrong
    assert {fault.said for fault in faults} == {""}


def test_the_sources_of_styles_are_those_of_the_policy() -> None:
    assert read_finished(POLICY).style_sources == ["'self'"]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a\n\n<p onx=1>", 3),
        ("onx= words\n\n<p onx=1>", 3),
        ("a\nclass: { onx= }\nonx=", 2),
        ("a\nb", None),
    ],
)
def test_a_fault_is_found_in_what_the_author_wrote(source: str, line: int | None) -> None:
    (fault,) = read_finished(f"{POLICY}<p onx=1>").faults
    assert line_in_source(source, fault) == line


def test_what_has_no_words_is_found_nowhere() -> None:
    assert line_in_source("a\nb", Fault(1, "<x>", "is wrong", "")) is None


def test_a_broken_drawing_says_what_to_write() -> None:
    (fault,) = broken_drawing(b'<svg xmlns="http://www.w3.org/2000/svg">\n<g onload="1"/></svg>')
    assert (fault.line, fault.element, fault.said) == (2, "<g>", "")
    (unreadable,) = broken_drawing(b"<svg")
    assert unreadable.element == ""
    assert fault.write
    assert unreadable.write
