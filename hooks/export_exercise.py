"""Writes one exercise in every form: `make export EXERCISE=repair/pause-plan`. MkDocs does not call this file."""

import sys
from pathlib import Path

from worksheets.export import export
from written_files import write_files

if __name__ == "__main__":
    config_file, id_, folder = sys.argv[1:]
    sys.exit(write_files(config_file, lambda build: export(build, id_, Path(folder))))
