"""`schema`: what editors know of the authors' files."""

from pathlib import Path

import click

from ..schema import schemas
from .refusal import stop


@click.command("schema")
def write_schemas() -> None:
    """Write the schemas for editors.

    By them an editor checks and completes the files. Needed only after a change in the code or in words/en.yml.
    """
    try:
        written = schemas(Path.cwd())
    except ValueError as error:
        stop(str(error))
    for path, text in written.items():
        path.write_text(text, encoding="utf-8", newline="\n")
