"""Every sheet of a guide."""

from collections.abc import Iterator

from ..rendering.renderer import Renderer
from .pack_writer import PackWriter
from .sheet import Sheet
from .sheet_writer import SheetContext, SheetWriter


def all_sheets(renderer: Renderer, context: SheetContext) -> Iterator[Sheet]:
    """The sheets of exercises, of sections, of the workbook and of packs, each with an address of its own."""
    yield from SheetWriter(renderer, context).all()
    for pack in renderer.guide.packs.entries.values():
        yield from PackWriter(renderer, context, pack).all()
