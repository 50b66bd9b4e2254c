"""How a command ends that cannot do what was asked."""

import sys
from typing import NoReturn

import click


def stop(said: str) -> NoReturn:
    """End the command with what is wrong."""
    click.echo(said, err=True)
    sys.exit(1)
