"""What a heading is called in addresses, if its author gave it no name."""

from markdown.extensions.toc import slugify, slugify_unicode


def heading_id(words: str, separator: str) -> str:
    """As Python-Markdown makes it of Latin letters, `é` as `e`; in other scripts the letters as they are.

    Without them an Arabic heading would be called `_1`, and the next one above it would rename it.
    """
    return slugify(words, separator) or slugify_unicode(words, separator)
