"""Writes the forms for a review of the guide: `make review`. MkDocs does not call this file."""

import logging
import sys
from dataclasses import replace
from pathlib import Path

from mkdocs.config import load_config
from mkdocs_host import mkdocs_host
from worksheets.build_start import BuildError, start_build
from worksheets.paper.native_libraries import why_no_pdfs
from worksheets.review_forms import write_review_forms


def main(config_file: str, folder: str) -> int:
    """Write the files, and name each."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        if missing := why_no_pdfs():
            raise BuildError(missing)
        host = replace(mkdocs_host(load_config(config_file), serving=False), sheets=False)
        written = write_review_forms(start_build(host), Path(folder))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(*written, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
