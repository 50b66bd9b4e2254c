"""The PDF for clinicians: the pages that guide.yml puts at its front, then what to know of each sheet, by section."""

from collections.abc import Iterator

from markupsafe import Markup

from ..exercises.exercise import Section
from ..exercises.exercise_addresses import clinician_pdf
from ..rendering.clinician_content import clinician_content
from .leaf_writer import page_anchor
from .sheet import Sheet
from .sheet_writer import SheetWriter


class ClinicianWriter(SheetWriter):
    """Writes what a clinician reads of a guide as HTML that stands alone."""

    def all(self) -> Iterator[Sheet]:
        """It on every paper, in a guide or a copy that has one of its pages."""
        pages = self.renderer.guide.clinician_pages
        notes = [self._notes(section) for section in self.catalogue.sections]
        leaves = [*map(self._page, pages), *filter(None, notes)]
        title = self.renderer.words[self.brand.language]("clinician-pdf")
        for paper in self.printing.papers if pages else ():
            yield self._bound_sheet(clinician_pdf(paper), title, [], paper, leaves)

    def _notes(self, section: Section) -> Markup:
        """What to know of the sheets of a section; nothing where nobody has written any."""
        notes = clinician_content(self.renderer, section.id, 2, self._link, in_site=False)
        if not notes.strip():
            return Markup()
        return self._html("clinician-leaf.html", section=section, notes=notes, language=self.catalogue.language)

    def _link(self, path: str) -> str:
        """A link to a page that is in there leads to it."""
        return f"#{page_anchor(path)}" if path in self.settings.clinicians else super()._link(path)
