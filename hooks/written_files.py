"""What programs share that write files of the guide without a site. MkDocs does not call this file."""

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mkdocs.config import load_config
from mkdocs_host import mkdocs_host
from worksheets.build import Build
from worksheets.build_start import BuildError, start_build
from worksheets.paper.native_libraries import why_no_pdfs


def write_files(config_file: str, write: Callable[[Build], list[Path]]) -> int:
    """Start a build without a site, let it write files, and name each; or say why not. Gives the code to end with."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        if missing := why_no_pdfs():
            raise BuildError(missing)
        host = replace(mkdocs_host(load_config(config_file), serving=False), sheets=False)
        written = write(start_build(host))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(*written, sep="\n")
    return 0
