"""Every sheet of a guide."""

from collections.abc import Iterator

from ..rendering.renderer import Renderer
from .clinician_writer import ClinicianWriter
from .leaf_writer import SheetContext
from .pack_writer import PackWriter
from .sheet import Sheet
from .sheet_writer import SheetWriter


def all_sheets(renderer: Renderer, context: SheetContext) -> Iterator[Sheet]:
    """The sheets of exercises, sections, the workbook and packs, and what clinicians read, each at its own path."""
    yield from SheetWriter(renderer, context).all()
    for pack in renderer.guide.packs.entries.values():
        yield from PackWriter(renderer, context, pack).all()
    yield from ClinicianWriter(renderer, context).all()
