"""What may be put beside a clinic's own pages: pictures and PDFs, and nothing that could run."""

from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from ..authoring.problems import Problem
from ..authoring.source_files import Overlay
from ..guide.page_files import looks_like_a_page
from .brand_images import light_enough, size

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
KINDS = (*PICTURES, ".pdf")


def refused_attachments(overlay: Overlay) -> Iterator[Problem]:
    """Every file in `pages/` that would be published and must not."""
    for source in overlay.files("pages", "*").values():
        if looks_like_a_page(source.path):
            continue
        if source.path.suffix.lower() not in KINDS:
            wrong = f"A file that ends in `{source.path.suffix}` cannot be published."
            yield Problem(
                source.file, 1, "", wrong, f"Pages and these can: {', '.join(KINDS)}. CSS has its own folder."
            )
        elif source.path.suffix.lower() in PICTURES:
            try:
                light_enough(source.path)
                size(source.path)
            except PydanticCustomError as mistake:
                context = mistake.context or {}
                yield Problem(source.file, 1, "", str(context["wrong"]), str(context["write"]))
