"""Writes the forms for a review of the guide: `make review`. MkDocs does not call this file."""

import sys
from pathlib import Path

from worksheets.review_forms import write_review_forms
from written_files import write_files

if __name__ == "__main__":
    config_file, folder = sys.argv[1:]
    sys.exit(write_files(config_file, lambda build: write_review_forms(build, Path(folder))))
