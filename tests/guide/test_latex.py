"""LaTeX as library tools write it, read as plain text."""

import pytest
from worksheets.guide.bibliography.latex import LatexError, plain, verbatim


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Nguy{\~{\^e}}n", "Nguyễn"),
        (r"Nguy\~{\^e}n", "Nguyễn"),
        (r"C\'ordova, Garc{\'i}a, Garc{\'\i}a, Garc\'{\i}a", "Córdova, García, García, García"),
        (r"St{\"o}ckl, M\"uller, \"{U}ber, {\"{u}}", "Stöckl, Müller, Über, ü"),
        (r"\v{S}im\v ek", "Šiměk"),
        (r"{\c c}, \c{c}, \k{a}, \H{o}, \r{a}, \u{g}, \d{i}, \=a, \.z, \`e", "ç, ç, ą, ő, å, ğ, ị, ā, ż, è"),
        (r"{\o}re \o re \aa{}r \ss{} {\AE}", "øre øre år ß Æ"),
        (r"{\textless}i{\textgreater}big", "<i>big"),
        (r"\textless i", "<i"),
        (r"a\_b {\_} 40\% \& \# \$5", "a_b _ 40% & # $5"),
        (r"\textit{T} and \emph{a \textbf{b}}c {\it d} {\bfseries e}", "T and a bc d e"),
        (r"$\alpha$-amylase, \textalpha, $\Lambda$, H$_2$O, $x^{2}$", "α-amylase, α, Λ, H2O, x2"),
        (r"``a'' `b' it's 1--2 a---b a~b", "“a” ‘b’ it’s 1–2 a—b a\u00a0b"),
        (r"\enquote{a} \textendash{} b\ldots{} \textquoteright s", "“a” – b… ’s"),
        ("{{A {Big} T}itle}\n  on   two lines", "A Big Title on two lines"),
        (r"a\-b\/c\ d\\e", "abc d e"),
        (r"\~{} and \^{}", "~ and ^"),
        ("40 % of all", "40 % of all"),
        ("", ""),
    ],
)  # fmt: skip
def test_latex_becomes_plain_text(latex: str, text: str) -> None:
    assert plain(latex) == text


@pytest.mark.parametrize(
    ("latex", "address"),
    [
        (r"10.1007/978-3-319-55696-3\_16", "10.1007/978-3-319-55696-3_16"),
        (r"a{\_}b{\textless}c{\textgreater}d--e", "a_b<c>d--e"),
        (r"https://example.org/a\_b\%20c\&d=1", "https://example.org/a_b%20c&d=1"),
        (r"https://example.org/\~{}me/{\textasciitilde}you/~us/\~we", "https://example.org/~me/~you/~us/~we"),
        ("https://example.org/$a'b`c", "https://example.org/$a'b`c"),
    ],
)
def test_an_address_in_latex_is_itself(latex: str, address: str) -> None:
    assert verbatim(latex) == address


@pytest.mark.parametrize(
    ("latex", "wrong", "write"),
    [
        (r"\foo{x}", r"`\foo` is not known here.", "Write the letter or sign itself, in UTF-8."),
        (r"\?", r"`\?` is not known here.", "Write the letter or sign itself, in UTF-8."),
        (r"\{", r"`\{` would show a brace or a backslash, which no reference needs.", "Take it out."),
        (
            r"{\textbackslash}",
            r"`\textbackslash` would show a brace or a backslash, which no reference needs.",
            "Take it out.",
        ),
        ("a{b", "A `{` is not closed.", "Add the `}` that belongs to it."),
        ("a}b", "A `}` has no `{` before it.", "Take it out, or add the `{`."),
        ("a\\", "There is a `\\` at the end.", "Take it out."),
        (r"a\'", r"`\'` has nothing after it.", r"Write `\'{…}`."),
        (r"{\emph}", r"`\emph` has nothing after it.", r"Write `\emph{…}`."),
        ("a $x", "A `$` begins a formula that does not end.", r"Write `\$` for a dollar."),
        ("for $5 or $10", "A `$` begins a formula.", r"Write `\$` for a dollar."),
        ("{" * 51 + "}" * 51, "The braces are nested too deeply.", "Take the inner ones out."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_reported(latex: str, wrong: str, write: str) -> None:
    with pytest.raises(LatexError) as error:
        plain(latex)
    assert error.value.args == (wrong, write)


def test_braces_as_deep_as_may_be() -> None:
    assert plain("{" * 50 + "a" + "}" * 50) == "a"
