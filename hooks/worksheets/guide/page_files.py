"""Which files are pages, and which are published beside them."""

import re
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

COPY = re.compile(
    r"copy of .*|.*(?:\.sync-conflict-\d.*|_conflict-\d{8}.*|\(.*(?:conflicted copy|case conflict|sfconflict).*\)|"
    r" - (?:copy|kopie|copie)(?: \(\d+\))?| copy(?: \d+)?| \(\d+\))",
    re.IGNORECASE,
)
"""How a system, or a program that keeps disks in step, names a copy that it made."""

VERSION = re.compile(r"(?P<name>.+)\.(?P<code>[a-z]{2}(?:-[A-Za-z]{2,4})?)")
"""How other guides name a page in another language: `help.es.md` beside `help.md`."""

KNOWN_TO_PROGRAMS = frozenset({"humans.txt", "security.txt", "CNAME", "_redirects"})
"""What people's programs and hosts look for by its name, at the top of a site."""

TEXTS = frozenset({".html", ".css", ".svg", ".xml", ".txt", ".json", ".webmanifest"})
"""The endings of files that packing makes smaller, so that every build writes packed copies of them too."""

PACKED = (".br", ".gz")
"""How the names of those copies end."""

WRITTEN_BY_BUILD = (
    *("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "SHA256SUMS", "sbom.cdx.json"),
    *("_headers", "_headers.caddy", "_headers.nginx", "_rules.caddy", "_rules.nginx", ".htaccess", "web.config"),
)
"""What every build writes at the top of a site, whatever the author wrote."""


def is_page(path: Path) -> bool:
    """Whether a file is a page."""
    return path.name.endswith(PAGE)


def looks_like_a_page(path: Path) -> bool:
    """Whether a file is a page, or would be one by another name."""
    return bool(almost(path, PAGE, *OTHER_ENDINGS))


def misnamed_pages(sources: Iterable[Source]) -> Iterator[Problem]:
    """Every page is called so that it is read as one."""
    sources = list(sources)
    names = {source.path.name for source in sources}
    for source in sources:
        if looks_like_a_page(source.path) and not is_page(source.path):
            ending = almost(source.path, PAGE, *OTHER_ENDINGS)
            wrong = f"A page’s name ends in `{PAGE}`, this one’s in `{ending}`."
            yield Problem(source.file, 1, "", wrong, f"Rename it to `{source.path.name.removesuffix(ending)}{PAGE}`.")
        elif is_page(source.path) and COPY.fullmatch(source.path.stem):
            wrong = "By its name, this is a copy of another page, and it would be published beside that."
            yield Problem(source.file, 1, "", wrong, "Keep one of the two, or give this one a name of its own.")
        elif is_page(source.path) and (found := VERSION.fullmatch(source.path.stem)) and found["name"] + PAGE in names:
            name, code = found.groups()
            wrong = f"By its name, this is “{name}{PAGE}” in the language `{code}`, and would be a page beside that."
            write = f"Such pages stand in `languages/{code}/pages/`. Move it there, or give it another name."
            yield Problem(source.file, 1, "", wrong, write)


def unlinked_files(files: Mapping[str, Source], linked: Set[str]) -> Iterator[Problem]:
    """Nothing is published that no page leads to, such as notes. `files` and `linked` go by path in `docs/`.

    What has the name of a file that the build writes is told as that, and not here too.
    """
    made = {path.casefold() for path in WRITTEN_BY_BUILD}
    for path, source in files.items():
        name = source.path.name
        at_the_top = path in KNOWN_TO_PROGRAMS or path.casefold() in made
        if path in linked or at_the_top or name.lower().endswith(NEEDS_NO_LINK) or looks_like_a_page(source.path):
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
