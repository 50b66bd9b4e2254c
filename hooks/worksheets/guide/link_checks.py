"""Every link of a page leads somewhere: to a page or a file that is there, and to a place that is in it."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from functools import cache

from markdown import Markdown

from ..authoring.problems import Problem, nearest
from ..authoring.words import SOURCE
from ..exercises.exercise_addresses import FOLDER, PACKS
from .links import Link
from .markdown.heading_ids import heading_id
from .markdown.typed_blocks import Block
from .page import Page
from .page_files import PAGE

ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
ID_IN_ATTRIBUTES = re.compile(r"#([\w:.-]+)")
ID_IN_HTML = re.compile(r"<[a-z][^<>]*?\b(?:id|name)=[\"']?([^\"'\s<>]+)", re.IGNORECASE)

MADE_BY_THE_BUILD = ("assets/", f"{FOLDER}/", f"{PACKS}/")
"""Folders of the site to which the build adds PDFs, styles and the files of a brand."""

Anchors = Callable[[], set[str]]
"""Finds the places in a page that a link can lead to."""


def dead_links(pages: Iterable[Page], known: Set[str]) -> Iterator[Problem]:
    """Every link leads to a page or a file. `known` are all paths that are published, relative to `docs/`."""
    for page in pages:
        for link in page.links:
            line, place, target = page.line(link.piece.start), link.words, link.piece.target
            if link.piece.source.startswith("<"):
                if link.path.endswith(PAGE):
                    write = f"Write it in Markdown: `[words]({target})`."
                    yield Problem(page.file, line, target, "A link in HTML does not lead to a page.", write)
            elif target.startswith("/"):
                write = f"Write it from this file: `{_relative(page, link.path)}`."
                yield Problem(page.file, line, place, f"“{target}” begins at the root of a server.", write)
            elif link.path not in known and not _is_made_by_the_build(link.path):
                write = _nearest(page, link, known)
                yield Problem(page.file, line, place, f"This leads to {link.path}, which does not exist.", write)


def missing_anchors(
    pages: Iterable[Page], anchors: Mapping[str, Anchors], is_left_out: Callable[[Link], object] = lambda link: False
) -> Iterator[Problem]:
    """Every link to a place in a page finds it there. `anchors` finds the places in a page, by its path in `docs/`.

    Links that are left out of the site may lead anywhere. A translated heading keeps the id that it has in English only
    where its author writes that after it.
    """
    pages = list(pages)
    translated = {page.path for page in pages if page.language != SOURCE}
    found: dict[str, set[str]] = {}
    for page in pages:
        for link in page.links:
            if not link.anchor or link.path not in anchors or is_left_out(link):
                continue
            if link.path not in found:
                found[link.path] = anchors[link.path]()
            if link.anchor not in found[link.path]:
                wrong = f"There is no “#{link.anchor}” in {link.path}."
                write = nearest(link.anchor, found[link.path])
                if link.path in translated and not write.startswith("Did you mean"):
                    write = f"Write it after the heading that is meant: `## … {{#{link.anchor}}}`."
                yield Problem(page.file, page.line(link.piece.start), link.words, wrong, write)


def own_anchors(page: Page) -> set[str]:
    """The anchors that the Markdown of a page makes: those of its headings, and what it names itself."""
    lines = [(heading.level, page.blocks.line_text(heading.start)) for heading in page.blocks.headings()]
    in_markdown = [f"{'#' * level} {line.strip('# ')}" for level, line in lines if not line.startswith("<")]
    found = set(_ids("\n\n".join(in_markdown)))
    for block in page.blocks.all:
        if block.kind != "code":
            text = _without_code(page, block)
            found.update(ID_IN_HTML.findall(text))
            found.update(id_ for attributes in ATTRIBUTES.findall(text) for id_ in ID_IN_ATTRIBUTES.findall(attributes))
    return found


def _without_code(page: Page, block: Block) -> str:
    start, text = block.start, ""
    for piece in block.pieces:
        if piece.kind in ("code", "comment"):
            text += page.body[start : piece.start]
            start = piece.end
    return text + page.body[start : block.end]


def _ids(headings: str) -> Iterator[str]:
    """The ids that Python-Markdown gives to headings; it alone knows how it tells two of the same words apart."""

    def walk(tokens: list[dict[str, object]]) -> Iterator[str]:
        for token in tokens:
            yield str(token["id"])
            yield from walk(token["children"])  # type: ignore[arg-type]

    markdown = _outliner().reset()
    markdown.convert(headings)
    yield from walk(markdown.toc_tokens)  # type: ignore[attr-defined]


@cache
def _outliner() -> Markdown:
    return Markdown(extensions=["attr_list", "smarty", "toc"], extension_configs={"toc": {"slugify": heading_id}})


def _is_made_by_the_build(path: str) -> bool:
    return path.startswith(MADE_BY_THE_BUILD) and not path.endswith(PAGE)


def _relative(page: Page, path: str) -> str:
    return posixpath.relpath(path.lstrip("/"), posixpath.dirname(page.path) or ".")


def _nearest(page: Page, link: Link, known: Set[str]) -> str:
    """The paths, as this page would write them, that are nearest to one that leads nowhere."""
    name, ending = posixpath.basename(link.path), posixpath.splitext(link.path)[1]
    alike = [path for path in known if posixpath.basename(path) == name]
    near = alike or [path for path in known if path.endswith(ending or PAGE)]
    said = nearest(_relative(page, link.path), [_relative(page, path) for path in near])
    return said if alike or said.startswith("Did you mean") else "Correct the path, or take the link out."


def unknown_citations(pages: Iterable[Page], known: Collection[str]) -> Iterator[Problem]:
    """Every key that a page cites is in the bibliography."""
    for page in pages:
        for key, line in page.citations:
            if key not in known:
                write = nearest(key, known) or "Add it there."
                yield Problem(page.file, line, f"[@{key}]", "This key is not in sources/references.bib.", write)
