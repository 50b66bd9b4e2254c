"""A sheet: a document that stands alone, for one size of paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """What becomes one PDF, and where it goes.

    `path` is relative to the site; `file` is the author's file that problems name; `styles` is the CSS of all sheets,
    `own_styles` that of this one. `more` are documents that follow `html`, each on a page of its own; one that several
    sheets hold is laid out once. One that is not `fillable` is for a pen; a `folded` one holds the pages of the one
    that is otherwise the same, two on a side in the order of a booklet.
    """

    path: str
    file: str
    html: str
    styles: str
    own_styles: str
    fillable: bool = True
    folded: bool = False
    more: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """All that it holds, in order."""
        return self.html, *self.more
