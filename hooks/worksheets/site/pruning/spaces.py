"""White space and comments that no reader ever sees.

Between blocks, and at their two ends, white space is not shown. Between words and inside what keeps its lines it is.
"""

from selectolax.lexbor import LexborHTMLParser, LexborNode

NAMES = """
    html head meta link title style body nav header footer main section article aside div p h1 h2 h3 h4 h5 h6 ul ol li
    dl dt dd table caption thead tbody tr td th form fieldset legend figure figcaption details summary blockquote hr pre
"""
BLOCKS = frozenset(NAMES.split())
KEEP_THEIR_LINES = frozenset({"pre", "textarea"})


def drop_unseen(page: LexborHTMLParser) -> None:
    """Take comments and unseen white space out of a page."""
    for node in list(page.root.traverse(include_text=True)) if page.root else []:
        if node.is_comment_node or (node.is_empty_text_node and _is_unseen(node)):
            node.decompose()


def _is_unseen(space: LexborNode) -> bool:
    around = space.parent
    if around is None or around.tag not in BLOCKS or around.tag in KEEP_THEIR_LINES:
        return False
    return any(other is None or other.tag in BLOCKS for other in (space.prev, space.next))
