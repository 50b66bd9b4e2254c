"""Nearly sound files with hostile words in them, for hypothesis to try."""

from collections.abc import Sequence

from hypothesis import strategies as st

HTML = (
    "<script>run()</script>", "<img src=x onerror=run()>", "<svg/onload=run()>", '"><b onclick=run()>', "' style='x:1",
    "</textarea><script>run()</script>", "--><script>run()</script>", "<!--><img src=x onerror=run()>", "</style>",
    "<a href=javascript:run()>x</a>", "<a href='jav&#x0A;ascript:run()'>x</a>", "<iframe srcdoc='<b>'>", "<base href=//x>",
    "<form action=//x.example><input type=submit>", "<meta http-equiv=refresh content='0;url=//x.example'>",
    "<link rel=stylesheet href=//x.example>", "<![CDATA[<script>]]>", "<?php ?>", "</title><script>", "&lt;script&gt;",
    "&#60;script&#62;", "<ScRiPt\n>", "<img src='//x.example/y'>", "<object data=x>", "<math><mi xlink:href=data:x>",
    "<form method=get method=dialog>", "<template><script></template>", "<b a='x'onclick=run()>", "--!>", "<!-",
)  # fmt: skip
WORDS = (
    "{{ 7 * 7 }}", "{% raw %}", "{# x #}", "{0}", "%s", "${x}", "`rm`", "[x](javascript:run())", "![x](//x.example/y)",
    "[x]: javascript:run()", "<javascript:run()>", "{: onclick=run() }", "{ .x onclick=run() }", "***", "___", "```", "~~~",
    "@import '//x.example';", "}</style>", "url(//x.example)", "expression(run())", "\\", "\\\\", "$", "|", ">", "# x",
    "../../../../etc/passwd", "..%2f..%2f", "/etc/passwd", "file:///etc/passwd", "C:\\x", "\\\\x\\y", "~/x", "con", ".",
    "<!-- exercise: ../../x -->", "<!-- exercise: one/sheet -->", "<!-- picture: .. -->", "<!-- exercise", "<!-- x: y -->",
    "[@", "[@x; @y", "[@brown2010calm]", "[@../x]", "---", "...", "%YAML 9.9", "%TAG ! x", "!!python/object:os.system x",
    "!x", "&a", "*a", "&a [*a, *a]", "<<: *a", "? ", "- - - - -", "{{{{{{{{", "[[[[[[[[[[[[[[[[", "? [", "!!binary x", ": ",
    "@article{", "@string{x=", "@comment{", "{\\'e}", "{\\input{/etc/passwd}}", "and others", " and and ", "{", "}", '"', "'",
    "=", ",", "#", "yes", "null", "~", "true", "-0", "0x1f", "1_000", "1e999", ".inf", ".nan", "9" * 400, "2026-13-45",
    "0001-01-01", "9999-99-99", "12:30:45", "<svg xmlns='http://www.w3.org/2000/svg'>", "<use href='//x.example'/>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<!DOCTYPE svg [", "&x;", "xlink:href='javascript:run()'", "<style>", "<title/>",
)  # fmt: skip
SIGNS = (
    "\x00", "\ud800", "\udfff", "\u202e", "\u2066", "\ufeff", "\u200b", "\x1b[2J", "\x07", "\x7f", "\x85", "\u2028",
    "\u2029", "\r", "\r\n", "\t", "\x0b", "\x0c", "\u0300" * 200, "\U0001f468\u200d\U0001f469", "\ue000", "\uffff", "\u00ad",
    "İ", "ß", "ﬁ", "a" * 5000, "a " * 3000, "\n" * 300, " " * 3000, "<" * 500, "[" * 500, "`" * 500, "*" * 999, "<b>" * 200,
)  # fmt: skip
HOSTILE = st.sampled_from(HTML + WORDS + SIGNS) | st.text(max_size=12)

Change = tuple[str, int, int, str]
CHANGES = st.tuples(
    st.sampled_from(["insert", "value", "value", "value", "delete", "repeat", "swap", "indent", "cut"]),
    st.integers(0, 999),
    st.integers(0, 40),
    HOSTILE,
)


def changed(text: str, change: Change) -> str:
    """The text with one change; the first number says where, in thousandths of the text, the second how much."""
    what, where, much, words = change
    at = len(text) * where // 1000
    lines = text.split("\n")
    row = len(lines) * where // 1000
    match what:
        case "insert":
            return text[:at] + words + text[at:]
        case "delete":
            return text[:at] + text[at + much :]
        case "repeat":
            return text[:at] + text[at : at + much] * 20 + text[at:]
        case "cut":
            return text[:at]
        case "swap":
            lines[row], lines[much % len(lines)] = lines[much % len(lines)], lines[row]
        case "indent":
            lines[row] = " " * (much % 9) + lines[row].lstrip()
        case _:
            lines[row] = _with_value(lines[row], words)
    return "\n".join(lines)


def _with_value(line: str, words: str) -> str:
    """A line whose value, behind a colon or an equals sign, is replaced or goes on."""
    for sign in (": ", " = {", "="):
        if sign in line:
            before, _, after = line.partition(sign)
            quoted = words.replace("'", "''") if sign == ": " else words
            return f"{before}{sign}'{quoted}'" if sign == ": " else f"{before}{sign}{words}{after}"
    return line + words


@st.composite
def files(draw: st.DrawFn, seeds: Sequence[str]) -> bytes:
    """A seed with up to five changes, as bytes; now and then anything at all."""
    if draw(st.integers(0, 19)) == 0:
        return draw(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
    text = draw(st.sampled_from(seeds))
    for change in draw(st.lists(CHANGES, min_size=1, max_size=5)):
        text = changed(text, change)
    return text.encode("utf-8", "surrogatepass")
