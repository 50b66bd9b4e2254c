"""The command line of the guide: `guide`, and `python -m worksheets`, which `make` calls for you."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from .commands.accept import accept
from .commands.build_command import build
from .commands.check import check
from .commands.diff import diff
from .commands.export_command import export_forms
from .commands.fleet_command import fleet
from .commands.new import new
from .commands.offline import offline
from .commands.own import own
from .commands.review_command import review_forms
from .commands.reviewed import reviewed
from .commands.schema_command import write_schemas
from .commands.serve import serve
from .commands.translate import translate
from .editions.what_to_type import TYPED


class _Commands(click.Group):
    """Commands in the order of their use, which report an error of the system in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            what = error.filename2 or error.filename or "a file"
            raise click.ClickException(f"{what} cannot be read or written: {error.strerror or error}.") from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Make, check and build the guide or a clinic's copy of it.

    CLINIC is the folder of a copy, such as clinics/harbour, or its name if it is in clinics/. Without it, a command is
    about the guide itself. Inside a clinic's folder you can leave it out.
    """


main.add_command(new)
main.add_command(serve)
main.add_command(check)
main.add_command(build)
main.add_command(own)
main.add_command(diff)
main.add_command(accept)
main.add_command(offline)
main.add_command(export_forms)
main.add_command(review_forms)
main.add_command(reviewed)
main.add_command(translate)
main.add_command(write_schemas)
main.add_command(fleet)


def run(arguments: Sequence[str], name: str, typed_in: Path) -> None:
    """Run one command in the guide's folder, which is the working folder.

    `name` is how the program was called, and `typed_in` the folder where it was.
    """
    os.environ[TYPED] = name
    for stream in (sys.stdout, sys.stderr):  # names have letters that the locale may not know
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    main(args=list(arguments), prog_name=name, obj=typed_in)


if __name__ == "__main__":
    run(sys.argv[1:], "python -m worksheets", Path.cwd())
