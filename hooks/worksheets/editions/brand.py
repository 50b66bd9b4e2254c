"""Whose copy this is: the file `brand.yml`, which says all that differs between two copies of the guide."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, JsonValue
from pydantic import Field as Setting

from ..authoring.problems import Problem, nearest
from ..authoring.strict_model import Strict, validate
from ..authoring.text_file import read_text
from ..authoring.text_types import Language, Line, mistake
from ..authoring.yaml_document import Document, Trail, read_document
from ..exercises.exercise_addresses import PAPERS, Printing
from ..guide.aliases import Aliases
from ..guide.helplines import Code, OwnCountry
from .branch import Branch, laid_over
from .brand_colours import Colours, weak_colours
from .brand_contacts import Address, Booking, Contacts
from .brand_images import Image, ImageFile, Logo
from .brand_languages import BrandWords, misplaced_languages
from .more_helplines import MoreHelplines
from .palette import Palette
from .reviewer import Reviewer

BRAND = "brand.yml"

SheetFormat = Literal["pdf", "docx", "fhir"]
FORMATS: tuple[SheetFormat, ...] = get_args(SheetFormat)
"""Every form in which a copy can offer a sheet."""
Format = Literal[SheetFormat, "booklet", "book", "epub"]
PaperName = Literal["A4", "Letter"]
MEANT = {"UK": "GB", "EN": "GB", "EL": "GR"}
"""What a country is called in addresses of the web or by a language, and its code."""

ONCE: dict[str, JsonValue] = {"uniqueItems": True}  # for editors


def _is_photograph(image: Image) -> Image:
    if image.type not in ("image/png", "image/jpeg"):
        raise mistake(f"“{image.name}” is a drawing, and others cannot show it.", "Save it as PNG or JPEG.")
    return image


def _named_once(names: tuple[Any, ...]) -> tuple[Any, ...]:
    for name, count in Counter(names).items():
        if count > 1:
            raise mistake(f"`{name}` stands here twice.", "Name it once.")
    return names


def _with_pdf(formats: tuple[Format, ...]) -> tuple[Format, ...]:
    if "booklet" in formats and "pdf" not in formats:
        raise mistake("A `booklet` is folded from the sheets of `pdf`, and that is not here.", "Add `pdf`.")
    return _named_once(formats)


class Removal(Strict):
    """What this copy leaves out."""

    pages: tuple[Line, ...] = ()
    """paths in `docs/`; one that ends in `/` is a folder"""
    sections: tuple[Line, ...] = ()
    """ids of steps and other sections in exercises/sections.yml: their page and all of their exercises"""
    exercises: tuple[Line, ...] = ()
    """ids of exercises, such as `growth/my-year`"""
    packs: tuple[Line, ...] = ()
    """names of packs in `packs/`, such as `first-evening`"""


class Brand(Strict):
    """A copy of the guide and those who answer for it."""

    name: Line
    """what the copy is called"""
    short_name: Annotated[Line, Setting(max_length=24)]
    """the same for small places, at most 24 characters"""
    legal_name: Line | None = None
    """who answers for the copy"""
    description: Line
    """one sentence about it, for search engines"""
    language: Language
    """two letters, such as `en`: the language of the menu, of own pages and of own exercises"""
    languages: Annotated[tuple[Language, ...], Setting(json_schema_extra=ONCE), AfterValidator(_named_once)] = ()
    """all languages in which this copy can be read, such as `[en, es]`, `language` first; the others stand in folders
    such as `/es/`"""
    untranslated: Literal["show", "hide"] = "show"
    """`show` leaves pages and exercises that are not translated as they are, and says so; `hide` takes such pages out
    of the menu, and such exercises out altogether"""
    in_languages: dict[Language, BrandWords] = Setting(default_factory=dict)
    """what this file says in the other languages, such as `{ es: { name: Encuentro } }`"""
    country: Code
    """whose helplines are printed on sheets: a code of sources/helplines.yml, such as GB"""
    letter_countries: tuple[Code, ...] = ()
    """whose helplines are printed on US Letter instead, in a copy that people of several countries read"""
    local_helplines: Annotated[tuple[Line, ...], Setting(json_schema_extra=ONCE), AfterValidator(_named_once)] = ()
    """services of sources/helplines.yml for your part of the country, such as `[Live Fear Free]` in Wales: they come
    first, and sheets name them"""
    helplines: OwnCountry | None = None
    """own helplines, needed where sources/helplines.yml has none for the country"""
    more_helplines: MoreHelplines | None = None
    """some lines of your own, which stand before those of the guide"""
    paper: PaperName
    """the paper of most printers: A4 or Letter"""
    papers: Annotated[tuple[PaperName, ...], Setting(json_schema_extra=ONCE), AfterValidator(_named_once)] = ()
    """on which papers there are PDFs, such as `[A4, Letter]`; if left out, on `paper` alone"""
    large_print: bool = True
    """`false` makes no PDFs in large print"""
    copies: bool = True
    """`false` makes no PDFs with a private copy for each of two people"""
    formats: Annotated[tuple[Format, ...], Setting(json_schema_extra=ONCE), AfterValidator(_with_pdf)] = ("pdf",)
    """what can be downloaded: sheets as `pdf`, sections and packs as `booklet` to fold, `docx` for Word and `fhir` for
    clinic software; the whole guide as `book`, which is a PDF, and as `epub` for e-readers; `[]` for nothing"""
    qr_codes: bool = False
    """`true` puts a square code on each sheet by which a phone finds its page; needs `site_url` in mkdocs.yml"""
    exit_address: Address
    """where “Leave this page” goes: a page that looks like nothing, such as https://www.bbc.co.uk/weather"""
    logo: Logo
    """the mark of the brand"""
    favicon: ImageFile
    """the small picture on the tab of a browser; may be the logo again"""
    preview: Annotated[ImageFile, AfterValidator(_is_photograph)] | None = None
    """a PNG or JPEG of 1200 × 630 that is shown where somebody shares a link; needs `site_url` in mkdocs.yml"""
    colours: Colours
    """two colours"""
    contacts: Contacts = Contacts()
    """how to reach you"""
    booking: Booking | None = None
    """where to book"""
    privacy_contact: Line | None = None
    """whom to ask about privacy"""
    disclaimer: Line | None = None
    """one or two sentences at the foot of every page and sheet"""
    reviewer: Reviewer | None = None
    """who reviews this copy"""
    credit: Line
    """the last line of every page; the licence asks to name the source and to say what was changed"""
    neutral_title: Line | None = None
    """if given, all titles say only this, so that a glance at tabs or history tells nothing"""
    noindex: bool = False
    """`true` keeps the copy out of search engines"""
    remove: Removal = Removal()
    """what this copy leaves out"""
    hide: tuple[Line, ...] = ()
    """paths of pages that stay, but not in the menu"""
    aliases: Aliases = Setting(default_factory=dict)
    """what got another name in this copy: the old name and the new one, as paths in `docs/` or ids of exercises"""

    @property
    def all_languages(self) -> tuple[str, ...]:
        """All languages in which this copy can be read, the first of them first."""
        return self.languages or (self.language,)

    def in_language(self, language: str, **other: Any) -> "Brand":
        """The same copy in another of its languages; `other` are values of fields that differ there too."""
        words = self.in_languages.get(language, BrandWords()).said(self.contacts)
        return self.model_copy(update={**other, **words, "language": language})

    @property
    def images(self) -> tuple[Image, ...]:
        """All pictures of the brand."""
        return tuple(image for _, image in self.images_by_key)

    @property
    def images_by_key(self) -> tuple[tuple[Trail, Image], ...]:
        """The same, each with the way to its key in brand.yml."""
        every: tuple[tuple[Trail, Image | None], ...] = (
            (("logo", "screen"), self.logo.screen),
            (("logo", "print"), self.logo.print),
            (("favicon",), self.favicon),
            (("preview",), self.preview),
        )
        return tuple((key, image) for key, image in every if image)

    @property
    def printing(self) -> Printing:
        """Which PDFs there are, those on the usual paper first."""
        names = dict.fromkeys([self.paper, *self.papers])
        papers = tuple(paper for name in names for paper in PAPERS if paper.name == name)
        return Printing(papers, self.large_print, self.copies, "booklet" in self.formats)

    @property
    def neutral(self) -> bool:
        """Whether titles say nothing telling."""
        return self.neutral_title is not None

    @property
    def palette(self) -> Palette:
        """All colours, for day and for night."""
        return self.colours.palette

    @property
    def locale(self) -> str:
        """Language and country, as dates are written."""
        return f"{self.language}_{self.country}"

    def countries_on(self, paper: str | None) -> tuple[str, ...]:
        """Whose helplines are printed on a paper: codes, first the most likely.

        None is for an unknown paper, such as that of a reader's browser. Then there are none where the
        answer hangs on the paper, so that nobody is given the numbers of another country.
        """
        if not self.letter_countries:
            return (self.country,)
        return {"A4": (self.country,), "Letter": self.letter_countries}.get(paper or "", ())

    def title(self, page: str | None) -> str:
        """What the tab of a browser says of a page with this title, or of the start page."""
        return self.neutral_title or (f"{page} – {self.name}" if page else self.name)


def read_brand(path: Path, file: str, branch: Branch | None = None) -> tuple[Brand | None, Document, list[Problem]]:
    """Read a brand.yml, which problems call `file`, with a row on top if there is one. Pictures are beside it."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return None, Document(file, None), [text]
    document, problems = read_document(text, file)
    if branch and not problems:
        document, problems = laid_over(Brand, document, branch, path.parent)
    if problems:
        return None, document, problems
    brand, problems = validate(Brand, document, {"home": path.parent})
    if brand:
        problems += misplaced_languages(brand.language, brand.languages, brand.in_languages, document)
        problems += [*weak_colours(brand.colours, document), *_foreign_helplines(brand, document)]
    return brand, document, problems


def unknown_country(brand: Brand, document: Document, known: Collection[str]) -> Iterator[Problem]:
    """The country has helplines: never another's silently."""
    if brand.helplines is None and brand.country not in known:
        wrong = f"There are no helplines for {brand.country} in sources/helplines.yml."
        meant = MEANT.get(brand.country, "")
        said = f"Did you mean `{meant}`?" if meant in known else nearest(brand.country, known)
        write = f"{said} Or add `helplines:` with those of {brand.country}."
        yield document.problem(("country",), wrong, write)
    for index, code in enumerate(brand.letter_countries):
        if code not in known:
            wrong = f"There are no helplines for {code} in sources/helplines.yml."
            yield document.problem(("letter-countries", index), wrong, nearest(code, known))


def _foreign_helplines(brand: Brand, document: Document) -> Iterator[Problem]:
    if brand.helplines and brand.helplines.code != brand.country:
        wrong = f"These are the helplines of {brand.helplines.code}, and the country is {brand.country}."
        yield document.problem(("helplines", "code"), wrong, f"Write `code: {brand.country}`.")
