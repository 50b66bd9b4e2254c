"""Which files are pages, and which are published beside them."""

from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from ..authoring.problems import Problem
from ..authoring.source_files import Folders, Source, almost, files_in
from ..authoring.text_file import LARGEST_OF_PROGRAMS, read_drawing, read_text

PAGE = ".md"
"""How the name of a page ends."""

OTHER_ENDINGS = (
    ".markdown",
    ".mdown",
    ".mdwn",
    ".mkd",
    ".mkdn",
    ".mkdown",
    ".mdtext",
    ".mdtxt",
    ".mdx",
    ".rmd",
    ".qmd",
)
"""What else Markdown may be called, none of which is read, whatever a site generator makes of it."""

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")

DOCUMENTS = (
    *(".txt", ".rtf", ".odt", ".ods", ".odp", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".csv"),
    *(".epub", ".ics", ".vcf", ".mp3", ".m4a", ".ogg", ".mp4", ".zip"),
)
"""What people download, and open in a program of their own."""

NEEDS_NO_LINK = (
    *(*PICTURES, ".gif", ".avif", ".ico", ".pdf", ".css", ".woff", ".woff2", ".ttf", ".otf"),
    *(".html", ".htm", ".xhtml", ".js", ".mjs", ".wasm", ".xml", ".webmanifest"),
)
"""What is published without a link: pages show pictures and use styles, PDFs are also sent round by their address, and
the rest is for programs, or read and refused when the site is finished."""

PROSE = (
    ".txt",
    ".text",
    ".rtf",
    ".odt",
    ".doc",
    ".docx",
    ".pages",
    ".rst",
    ".adoc",
    ".asciidoc",
    ".org",
    ".textile",
    ".tex",
    ".wiki",
)
"""What may be meant as a page."""

KNOWN_TO_PROGRAMS = frozenset({"robots.txt", "humans.txt", "security.txt", "CNAME"})
"""What search engines and hosts look for by its name."""


def is_page(path: Path) -> bool:
    """Whether a file is a page."""
    return path.name.endswith(PAGE)


def looks_like_a_page(path: Path) -> bool:
    """Whether a file is a page, or would be one by another name."""
    return bool(almost(path, PAGE, *OTHER_ENDINGS))


def misnamed_pages(sources: Iterable[Source]) -> Iterator[Problem]:
    """Every page is called so that it is read as one."""
    for source in sources:
        if looks_like_a_page(source.path) and not is_page(source.path):
            ending = almost(source.path, PAGE, *OTHER_ENDINGS)
            wrong = f"A page’s name ends in `{PAGE}`, this one’s in `{ending}`."
            yield Problem(source.file, 1, "", wrong, f"Rename it to `{source.path.name.removesuffix(ending)}{PAGE}`.")


def unlinked_files(files: Mapping[str, Source], linked: Set[str]) -> Iterator[Problem]:
    """Nothing is published that no page leads to, such as notes. `files` and `linked` go by path in `docs/`."""
    for path, source in files.items():
        name = source.path.name
        needs_none = name.lower().endswith(NEEDS_NO_LINK) or name in KNOWN_TO_PROGRAMS
        if path in linked or needs_none or looks_like_a_page(source.path):
            continue
        wrong = "This would be published, but no page links to it."
        write = "Link to it, or move it elsewhere."
        if name.lower().endswith(PROSE):
            write = f"Link to it, move it elsewhere, or write it in Markdown as `{source.path.stem}{PAGE}`."
        yield Problem(source.file, 1, "", wrong, write)


def unreadable_texts(folders: Folders) -> Iterator[Problem]:
    """Every other text that is published can be read by the checks of the finished site."""
    for path in files_in(folders.docs, "**/*"):
        suffix = path.suffix.lower()
        if suffix in (".css", ".html", ".htm", ".svg"):
            read = read_drawing if suffix == ".svg" else read_text
            text = read(path, folders.name(path), LARGEST_OF_PROGRAMS)
            if isinstance(text, Problem):
                yield text
