"""What the core wants to know of the program that builds a site, whichever it is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from logging import Logger
from pathlib import Path

from .authoring.problems import nearest
from .editions.branch import Branch
from .editions.menu import Item


@dataclass(frozen=True)
class Host:
    """What the program that builds the site says of this build.

    `root` is the folder of the guide and `docs` that of its pages; `clinic` the folder of the copy, or None for the
    guide itself; `address` that of the site, or empty; `nav` the menu as it was written, by a clinic if `own_nav`;
    `styles` the stylesheets of all pages; `markdown` makes HTML of a page's text; `serving` is for a preview; `branch`
    is the row of a table that is laid over the brand of the copy. `sheets` says whether PDFs are made, or in which
    languages alone, such as `en,es`. `try_without_pdfs` builds the same site without PDFs, for nothing but to stop
    where that cannot be. `language` is the one that is asked for, empty for the first, and `home` the folder of the
    site in which its pages stand beside those of others, such as `es/`, or empty.
    """

    root: Path
    docs: Path
    clinic: Path | None
    address: str
    nav: Sequence[Item]
    own_nav: bool
    styles: Sequence[Path]
    markdown: Callable[[str], str]
    serving: bool
    sheets: bool | str
    log: Logger
    try_without_pdfs: Callable[[], None]
    branch: Branch | None = None
    language: str = ""
    home: str = ""

    @property
    def pdf_languages(self) -> list[str]:
        """The languages in which alone PDFs are wanted; empty where they are in all, or in none."""
        return [code.strip() for code in self.sheets.split(",")] if isinstance(self.sheets, str) else []

    def makes_pdfs(self, language: str) -> bool:
        """Whether PDFs are wanted in a language."""
        return language in self.pdf_languages if self.pdf_languages else bool(self.sheets)

    def wrong_pdf_languages(self, languages: Iterable[str]) -> str:
        """What is wrong with the languages in which alone PDFs are wanted, and what to write; empty if nothing is."""
        known = set(languages)
        unknown = [code for code in self.pdf_languages if code not in known]
        wrong = [f"this site has no language `{code}`. {nearest(code, known)}" for code in unknown]
        return "\n".join(f"SHEETS={self.sheets}: {one} Without PDFs: SHEETS=false." for one in wrong)
