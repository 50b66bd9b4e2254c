"""What may be in a clinic's folder besides its own pages: pictures, PDFs and documents, and nothing that could run."""

from collections.abc import Iterator, Set

from pydantic_core import PydanticCustomError

from ..authoring.problems import Problem
from ..authoring.source_files import Overlay
from ..guide.page_files import DOCUMENTS, PICTURES, looks_like_a_page, unlinked_files
from .brand_images import light_enough, size

KINDS = (*PICTURES, ".pdf", *DOCUMENTS)

MEANT = {
    **dict.fromkeys(("page", "pages"), "pages"),
    **dict.fromkeys(("exercise", "exercises"), "exercises"),
    **dict.fromkeys(("picture", "pictures"), "pictures"),
    **dict.fromkeys(("style", "styles", "stylesheet", "stylesheets", "css"), "stylesheets"),
    **dict.fromkeys(("pack", "packs"), "packs"),
    **dict.fromkeys(("font", "fonts"), "fonts"),
    **dict.fromkeys(("review", "reviews"), "reviews"),
    **dict.fromkeys(("language", "languages"), "languages"),
    **dict.fromkeys(("brand.yml", "brand.yaml", "brand.yml.txt", "brand.yaml.txt"), "brand.yml"),
    **dict.fromkeys(("words.yml", "words.yaml", "words.yml.txt", "words.yaml.txt", "word.yml"), "words.yml"),
}
"""What is read in a clinic's folder, by the names in small letters that people may give it."""

OF_THE_GUIDE = ("sources", "overrides", "hooks")
"""Folders that only the guide has."""


def unread(overlay: Overlay) -> Iterator[Problem]:
    """What lies in a clinic's folder as if it were read, and is not."""
    for path in sorted(overlay.folder.iterdir()):
        meant = MEANT.get(path.name.casefold(), path.name)
        if path.name == "docs":
            write = "Move what is in it to `pages`."
        elif path.name in OF_THE_GUIDE:
            write = "Remove it: a copy takes it from the guide."
        elif meant != path.name:
            other = overlay.folder / meant
            is_there = other.exists() and not other.samefile(path)  # some disks take small letters for capitals
            write = f"Put what it holds into `{meant}`, and remove it." if is_there else f"Rename it to `{meant}`."
        else:
            continue
        yield Problem(f"{overlay.name}/{path.name}", 1, "", "Nothing is read from here.", write)


def refused_attachments(overlay: Overlay, linked: Set[str]) -> Iterator[Problem]:
    """Every file in `pages/` that would be published and must not. `linked` is what pages link to, by path."""
    files = {path.as_posix(): source for path, source in overlay.files("pages", "*").items()}
    yield from unlinked_files({path: one for path, one in files.items() if path.lower().endswith(DOCUMENTS)}, linked)
    for source in files.values():
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
