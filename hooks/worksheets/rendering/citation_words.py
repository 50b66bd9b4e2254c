"""Citations in running text, in another language."""

from ..authoring.words import Words


def label_in(label: str, t: Words) -> str:
    """Authors and year with the words of a language between and after the names, such as `Gordon y Chen, 2016`."""
    between = t.texts["cited-and"]
    who, comma, when = label.rpartition(", ")
    in_words = who.replace(" & ", f" {between} ").replace("et al.", t.texts["et-al"])
    return f"{in_words}{t.comma if comma else ''}{when}"
