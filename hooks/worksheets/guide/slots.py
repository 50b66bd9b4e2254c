"""Words in braces that the build fills in from what it knows, such as `{number of steps}`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..authoring.problems import Problem, nearest
from .markdown.block_reader import read_blocks
from .page import Page

REVIEW_OF_PAGE = "{review of this page}"
HOW_MUCH = "what is translated"
"""A page says it in each language but the first: there all is."""
SLOTS = frozenset(
    {
        "number of steps",
        "Number of steps",
        "number of steps in figures",
        "review of the guide",
        "review of this page",
        "review of Easy Read",
        "calls to helplines",
        "note on helplines",
        HOW_MUCH,
    }
)
"""What may stand in braces."""

SLOT = re.compile(r"\{([A-Za-z]+(?: [A-Za-z]+)+)\}")
"""Two words or more: one alone may be a sign of Markdown or of a template."""


def unknown_slots(pages: Iterable[Page]) -> Iterator[Problem]:
    """What stands in braces is one of the slots, or in code."""
    for page in pages:
        for block in page.blocks.all:
            for match in SLOT.finditer(block.words):
                if match[1] not in SLOTS:
                    line = page.line(block.start) + block.words.count("\n", 0, match.start())
                    wrong = "The build knows nothing of this name to put in its place."
                    yield Problem(page.file, line, match[0], wrong, nearest(match[1], SLOTS))


def has_slots(page: Page) -> bool:
    """Whether there is anything in braces to fill in."""
    state = page.front_matter
    return "{" in page.body or (state is not None and "{" in state.title + state.description)


def filled_text(text: str, values: Mapping[str, str]) -> str:
    """A text with the values of its slots in their place; the others stay."""
    return SLOT.sub(lambda slot: values.get(slot[1], slot[0]), text)


def filled_page(page: Page, values: Mapping[str, str]) -> Page:
    """A page with its slots filled, also in its title and description. Every line keeps its number.

    Code shows a slot as it is written, for authors.
    """
    if state := page.front_matter:
        told = {"title": filled_text(state.title, values), "description": filled_text(state.description, values)}
        page = replace(page, front_matter=state.model_copy(update=told))
    if not SLOT.search(page.body):
        return page
    blocks = page.blocks
    code = [(one.start, one.end) for one in blocks.pieces("code")]
    code += [(one.start, one.end) for one in blocks.all if one.kind == "code"]
    edits = [
        (match.start(), match.end(), values[match[1]])
        for match in SLOT.finditer(page.body)
        if match[1] in values and not any(start <= match.start() < end for start, end in code)
    ]
    return replace(page, blocks=read_blocks(blocks.with_edits(edits)))
