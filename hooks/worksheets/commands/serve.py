"""`serve`: a preview of the site."""

import errno
from pathlib import Path

import click

from .clinic_argument import optional_clinic, refuse_the_guide
from .language_option import in_language, refuse_unknown_language
from .refusal import stop
from .site_host import config_file, run_host

HERE = "127.0.0.1"


@click.command()
@optional_clinic
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to show it.")
@click.option("--no-pdfs", is_flag=True, help="Leave the PDFs out.")
@in_language("One of its languages")
def serve(clinic: Path | None, port: int, no_pdfs: bool, language: str | None) -> None:
    """Show the site in your browser, and follow your changes.

    Open http://127.0.0.1:8000. Nobody else can see it. Stop it with Ctrl and C.
    """
    refuse_the_guide(clinic)
    if language:
        refuse_unknown_language(language, clinic)
    place = ("--livereload", "--dev-addr", f"{HERE}:{port}")
    try:
        run_host("serve", "--config-file", config_file(clinic), *place, pdfs=not no_pdfs, language=language)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        stop(f"Another program shows something on port {port}. Stop that one, or take another: --port {port + 1}")
