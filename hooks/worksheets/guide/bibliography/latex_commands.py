"""The commands of LaTeX that library tools write, and what each stands for."""

# fmt: off
ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307", '"': "\u0308",
    "u": "\u0306", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "t": "\u0361",
}
"""The combining character of each command that sets an accent on its argument."""

SYMBOLS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "textless": "<", "textgreater": ">", "textbar": "|", "textasciitilde": "~", "textasciicircum": "^",
    "textunderscore": "_", "textdollar": "$", "textasteriskcentered": "*", "slash": "/", "textquotesingle": "'",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotedbl": '"', "quotedblbase": "„", "quotesinglbase": "‚", "lq": "‘", "rq": "’",
    "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "ldots": "…",
    "dots": "…", "textellipsis": "…", "textexclamdown": "¡", "textquestiondown": "¿", "textbullet": "•",
    "textperiodcentered": "·", "cdot": "·", "textdegree": "°", "degree": "°", "textregistered": "®", "copyright": "©",
    "textcopyright": "©", "texttrademark": "™", "textsection": "§", "S": "§", "textparagraph": "¶", "P": "¶",
    "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "textyen": "¥", "textcent": "¢",
    "textmu": "µ", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textordfeminine": "ª",
    "textordmasculine": "º", "times": "×", "texttimes": "×", "pm": "±", "textpm": "±", "div": "÷", "le": "≤",
    "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "∼", "infty": "∞", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "lt": "<", "gt": ">", "prime": "′", "varphi": "φ",
    "varepsilon": "ε", "vartheta": "ϑ", "space": " ", "TeX": "TeX", "LaTeX": "LaTeX", "nbsp": "\u00a0",
    "textnumero": "№", "dag": "†", "ddag": "‡", "textdagger": "†",
}
"""What each command without an argument stands for; Greek letters go by their names."""

SIGNS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", " ": " ", "\n": " ", ",": "\u2009", ";": " ", "-": "", "/": "",
    "\\": " ",
}
"""What a backslash and a sign that is not a letter stand for, accents apart."""

EMPHASIS = frozenset({
    "emph", "textit", "textbf", "textsc", "textsl", "textrm", "textsf", "texttt", "textup", "textmd", "textnormal",
    "text", "mbox", "hbox", "uline", "underline", "textsuperscript", "textsubscript", "mathrm", "mathit", "mathbf",
    "mathsf", "operatorname", "url", "path", "nolinkurl", "MakeUppercase", "bibstring", "textquote",
})
"""Commands that change the look of their argument, of which the argument is kept."""

SWITCHES = frozenset({
    "it", "itshape", "em", "bf", "bfseries", "sc", "scshape", "sl", "rm", "rmfamily", "sf", "sffamily", "tt",
    "ttfamily", "upshape", "mdseries", "normalfont", "small", "relax", "protect", "break", "newline", "noopsort",
    "left", "right",
})
"""Commands that change the look of what follows them."""

UNSHOWN = ("{", "}", "textbackslash", "backslash", "textbraceleft", "textbraceright", "lbrace", "rbrace")
"""Commands for the signs that would be LaTeX left over, were they shown."""
# fmt: on
