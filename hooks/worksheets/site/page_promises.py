"""What a page may not hold, found in its Markdown before there is a site."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from ..authoring.problems import Problem
from ..cache import cached
from ..guide.markdown.html_writer import html_of
from ..guide.page import Page
from .html_reader import Fault, line_in_source, read_unfinished
from .site_check import TAKE_OUT


def broken_promises(pages: Iterable[Page], root: Path) -> Iterator[Problem]:
    """All that the build would refuse in the HTML of some pages, where their author wrote it. `root` is the guide's."""
    for page in pages:
        faults = _faults(page.body)
        source = (root / page.file).read_text(encoding="utf-8", errors="replace") if faults else ""
        for fault in faults:
            yield Problem(
                page.file, line_in_source(source, fault) or 1, fault.element, fault.wrong, fault.write or TAKE_OUT
            )


def _faults(body: str) -> list[Fault]:
    """What is wrong with a page's Markdown, or was found to be wrong with the very same Markdown."""

    def make() -> bytes:
        return json.dumps([asdict(fault) for fault in read_unfinished(html_of(body)).faults]).encode()

    return [Fault(**fault) for fault in json.loads(cached(["promises", body], make))]
