"""Citations in running text, in another language."""

from ..authoring.words import Words


def label_in(label: str, t: Words) -> str:
    """Authors and year with the words of a language between and after the names, such as `Gordon y Chen, 2016`."""
    between = t.texts["cited-and"]
    return label.replace(" & ", f" {between} ").replace("et al.", t.texts["et-al"])
