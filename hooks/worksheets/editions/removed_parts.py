"""Parts of a page about one section of the guide, which go with it: each begins as `## Title {#about-growth}`."""

import re
from collections.abc import Collection

from ..guide.markdown.block_reader import read_blocks

ABOUT = re.compile(r"\{:?\s*#about-([a-z0-9-]+)\s*\}\s*$")


def without_parts_about(markdown: str, sections: Collection[str]) -> str:
    """A page without its parts about some sections, each from its heading to the next one of its level or above."""
    if not any(f"#about-{section}" in markdown for section in sections):
        return markdown
    blocks = read_blocks(markdown)
    headings = [*blocks.headings()]
    edits: list[tuple[int, int, str]] = []
    for place, heading in enumerate(headings):
        about = ABOUT.search(heading.words)
        if about and about[1] in sections:
            after = (one.start for one in headings[place + 1 :] if one.level <= heading.level)
            edits.append((heading.start, next(after, len(markdown)), ""))
    return blocks.with_edits(edits)
