"""Writes one exercise in every form: `make export EXERCISE=repair/pause-plan`. MkDocs does not call this file."""

import logging
import sys
from dataclasses import replace
from pathlib import Path

from mkdocs.config import load_config
from mkdocs_host import mkdocs_host
from worksheets.build_start import BuildError, start_build
from worksheets.export import export
from worksheets.paper.native_libraries import why_no_pdfs


def main(config_file: str, id_: str, folder: str) -> int:
    """Write the files, and name each."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        if missing := why_no_pdfs():
            raise BuildError(missing)
        host = replace(mkdocs_host(load_config(config_file), serving=False), sheets=False)
        written = export(start_build(host), id_, Path(folder))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(*written, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
