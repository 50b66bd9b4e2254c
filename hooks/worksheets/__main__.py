"""The command line of the guide: `python -m worksheets`, which `make` calls for you."""

import errno
import io
import sys

import click

from .commands.accept import accept
from .commands.check import check
from .commands.diff import diff
from .commands.new import new
from .commands.own import own
from .commands.write_schemas import write_schemas


class _Commands(click.Group):
    """Commands that report an error of the system in one sentence."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            what = error.filename2 or error.filename or "a file"
            raise click.ClickException(f"{what} cannot be read or written: {error.strerror or error}.") from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Check the guide or a clinic's copy, and look after a clinic's folder. Nothing here builds or publishes anything.

    Run it in the guide's folder. Each command has its own help: python -m worksheets new --help
    """


main.add_command(check)
main.add_command(new)
main.add_command(own)
main.add_command(diff)
main.add_command(accept)
main.add_command(write_schemas)


def _speak_utf_8() -> None:
    """Let every name be printed, also where the locale knows ASCII only."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


if __name__ == "__main__":
    _speak_utf_8()
    main(prog_name="python -m worksheets")
