"""The headings of a page: one title, and below it no level left out, so that exercises find their place."""

from collections.abc import Iterator

from ..authoring.problems import Problem
from .front_matter import FrontMatter
from .markdown.typed_blocks import Blocks

LEVEL_OF_TITLE = 1


def broken_outline(blocks: Blocks, front_matter: FrontMatter | None, file: str, lines_before: int) -> Iterator[Problem]:
    """One first-level heading, the title; below it no level is left out.

    None is empty, and none is in a list, quotation or box.
    """
    level, titled = 0, False
    for heading in blocks.headings():
        line, depth, text = blocks.line(heading.start) + lines_before, heading.level, " ".join(heading.words.split())
        if not text and not any(piece.kind == "code" for piece in heading.pieces):
            yield Problem(file, line, "", "This heading has no words.", "Write some, or take it out.")
        if heading.inside:
            wrong = f"This heading is in a {heading.inside[-1].kind}."
            yield Problem(file, line, text, wrong, "Take it out, or write its words in bold: `**…**`.")
            continue
        if not level and depth > LEVEL_OF_TITLE:
            wrong = f"The first heading is the title, and this one has level {depth}."
            yield Problem(file, line, text, wrong, "Start with `# ` and the title.")
        elif depth > level + 1 or (depth == LEVEL_OF_TITLE and titled):
            wrong = f"A heading of level {depth} follows one of level {level}."
            yield Problem(file, line, text, wrong, f"Write {'#' * max(2, min(depth, level + 1))}.")
        if depth == LEVEL_OF_TITLE and not titled and front_matter and text != front_matter.title:
            wrong = f"The title in the front matter is “{front_matter.title}”."
            yield Problem(file, line, text, wrong, "Write the same in both places.")
        level, titled = depth, titled or depth == LEVEL_OF_TITLE
    if not level:
        yield Problem(file, 1, "", "There is no heading.", "Start with `# ` and the title.")
