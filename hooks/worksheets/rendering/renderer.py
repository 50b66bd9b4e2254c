"""What a guide shows besides its exercises, as HTML: lists, helplines, references, the foot of paper."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from ..exercises.catalogue import Entry
from ..guide.helplines import Country
from ..guide.review import Review
from .downloads import Pdf
from .exercise_renderer import ExerciseRenderer, Link
from .filters import Filter, emptying, filters
from .review_note import review_on_paper


class Renderer(ExerciseRenderer):
    """Renders all parts of one guide with one set of templates, for one brand."""

    def with_pdfs(self, pdfs: Mapping[str, Pdf | None]) -> "Renderer":
        """The same, with links to PDFs."""
        return Renderer(self.guide, self.templates, self.brand, self.words, pdfs, self.documents, self.address)

    def with_documents(self, documents: Mapping[str, int]) -> "Renderer":
        """The same, with links to files for Word, given their sizes by path."""
        return Renderer(self.guide, self.templates, self.brand, self.words, self.pdfs, documents, self.address)

    def steps(self, link: Link) -> Markup:
        """The steps as cards, each with what its page says of itself."""
        sections = [section for section in self.guide.catalogue.sections if section.step]
        pages = {page.path: page for page in self.guide.pages}
        spoken, drawings = self.guide.catalogue.language, self.guide.drawings
        return self.html(
            "step-cards.html", sections=sections, pages=pages, language=spoken, drawings=drawings, link=link
        )

    def foot(
        self,
        address: str,
        reviews: Sequence[Review] = (),
        language: str = "",
        margin: bool = False,
        paper: str | None = None,
    ) -> Markup:
        """What is at the foot of paper: at its end, or in short in the margin of each page.

        `reviews` has the state of all that is on it. `paper` is its name in brand.yml, or None if it is unknown. A PDF,
        whose paper is known, says when it was read through and not the version of the guide: else each release would
        make all of them anew.
        """
        countries = self._countries(self.brand.countries_on(paper))
        t = self.said[language or self.brand.language]
        reviewed = review_on_paper(reviews, t)
        return self.html(
            "foot.html", countries=countries, address=address, reviewed=reviewed, margin=margin, paper=paper, t=t
        )

    def emergency(self, link: Link, with_lines: bool = False, paper: str | None = None) -> Markup:
        """The emergency numbers of the countries in which this copy is read, to be dialled at once.

        On a `paper`, by its name in brand.yml, those of its countries come first, and else those of the brand's own.
        `with_lines` adds the first line for a crisis and the first against violence of the country that comes first,
        which they name where the copy is read in others too: nobody should dial a line of another country.
        """
        codes = [*dict.fromkeys([*self.brand.countries_on(paper), self.brand.country, *self.brand.letter_countries])]
        own = self._countries(codes[:1]) if with_lines else []
        return self.html("emergency.html", countries=self._countries(codes), own=own, link=link)

    def _countries(self, codes: Iterable[str]) -> list[Country]:
        lines = self.guide.helplines
        return [found for code in codes if lines and (found := lines.country(code))]

    def palette(self) -> str:
        """The stylesheet with the colours of the brand."""
        return self.templates.get_template("palette.html").render(palette=self.brand.palette)

    def own_page(self, entry: Entry) -> str:
        """The Markdown of the page that shows nothing but one exercise."""
        return self.templates.get_template("own-page.html").render(entry=entry)

    def picture(self, name: str) -> Markup:
        """A diagram; nothing if it is not there."""
        svg = self.guide.pictures.get(name)
        return self.html("picture.html", svg=Markup(svg)) if svg else Markup()

    def worksheets(self, heading: int, link: Link) -> Markup:
        """The list of all exercises by section."""
        return self.html(
            "worksheets.html",
            catalogue=self.guide.catalogue,
            asked=self._filters(),
            packs=self.guide.packs.entries.values(),
            downloads=self.downloads(link),
            heading=heading,
            link=link,
        )

    def filters_style(self) -> str:
        """The stylesheet by which the list of all exercises shows what a reader has asked for; empty with no filter."""
        asked = self._filters()
        answers = [answer.name for one in asked for answer in one.answers]
        template = self.templates.get_template("filters.html")
        return template.render(answers=answers, emptying=list(emptying(self.guide, asked))) if asked else ""

    def _filters(self) -> list[Filter]:
        return filters(self.guide, self.said[self.brand.language])

    def references(self) -> Markup:
        """All works that the guide cites, each with an anchor that is its key."""
        bibliography = self.guide.bibliography
        works = [(key, bibliography.reference(key)) for key in bibliography.in_order(self.guide.cited)]
        is_cut = any(reference.is_cut for _, reference in works)
        return self.html("references.html", works=works, is_cut=is_cut)
