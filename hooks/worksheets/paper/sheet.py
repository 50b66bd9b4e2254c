"""A sheet: a document that stands alone, for one size of paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Binding:
    """What one PDF makes of documents that others hold too.

    `title` is that of the PDF, if its first document has none. `note` is a document of one page, whose words are laid
    over the first page; `foot` one whose words stand below the end of the last document, and `example` one that comes
    after that. In a PDF of one exercise headings are `raised` by a level, for there is none above its title.
    `elsewhere` has the address, by id, of what is not in the PDF, and `fields` is what the names of its fields end
    with.
    """

    title: str = ""
    note: str = ""
    foot: str = ""
    example: str = ""
    raised: bool = False
    elsewhere: Mapping[str, str] = field(default_factory=dict, hash=False)
    fields: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """All that tells it from another."""
        links = (part for pair in sorted(self.elsewhere.items()) for part in pair)
        return self.title, self.note, self.foot, self.example, "raised" * self.raised, self.fields, *links


@dataclass(frozen=True)
class Sheet:
    """What becomes one PDF, and where it goes.

    `path` is relative to the site; `file` is the author's file that problems name; `styles` is the CSS of all sheets,
    `own_styles` that of this one. `more` are documents that follow `html`, each on a page of its own; one that several
    sheets hold is laid out once, and `binding` says what each of them makes of it. One that is not `fillable` is for a
    pen; a `folded` one holds the pages of the one that is otherwise the same, two on a side in the order of a booklet.
    """

    path: str
    file: str
    html: str
    styles: str
    own_styles: str
    fillable: bool = True
    folded: bool = False
    more: tuple[str, ...] = ()
    binding: Binding = Binding()

    @property
    def leaves(self) -> tuple[str, ...]:
        """The documents that it may have in common with others, in order."""
        return self.html, *self.more

    @property
    def documents(self) -> tuple[str, ...]:
        """All that it holds."""
        return tuple(filter(None, (*self.leaves, self.binding.note, self.binding.foot, self.binding.example)))
