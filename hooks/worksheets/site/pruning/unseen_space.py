"""White space and comments that no reader ever sees.

Between blocks, at their two ends and beside the end of a line, white space is not shown. Between words it is one blank,
however long; only what keeps its lines shows all of it.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

NAMES = """
    html head meta link title style body nav header footer main section article aside div p h1 h2 h3 h4 h5 h6 ul ol li
    dl dt dd table caption thead tbody tr td th form fieldset legend figure figcaption details summary blockquote hr pre
    br address
"""
BLOCKS = frozenset(NAMES.split())
KEEP_THEIR_LINES = frozenset({"pre", "textarea", "style"})
LONG = re.compile(r"[ \t\n\r\f]*[\t\n\r\f][ \t\n\r\f]*|  +")
"""White space that is seen as one blank."""


def drop_unseen(page: LexborHTMLParser) -> None:
    """Take comments and unseen white space out of a page."""
    for node in list(page.root.traverse(include_text=True)) if page.root else []:
        if node.is_comment_node or (node.is_empty_text_node and _is_unseen(node)):
            node.decompose()
        elif node.is_text_node and LONG.search(node.text_content or "") and not _keeps_its_lines(node):
            node.replace_with(LONG.sub(" ", node.text_content or ""))


def _keeps_its_lines(text: LexborNode) -> bool:
    """Whether one of the elements around a text shows its white space as it is."""
    around = text.parent
    while around is not None and around.tag not in KEEP_THEIR_LINES:
        around = around.parent
    return around is not None


def _is_unseen(space: LexborNode) -> bool:
    around = space.parent
    if around is None or around.tag not in BLOCKS or around.tag in KEEP_THEIR_LINES:
        return False
    return any(other is None or other.tag in BLOCKS for other in (space.prev, space.next))
