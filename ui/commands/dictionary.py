"""`chairside dictionary`: what the columns of a CSV mean."""

from __future__ import annotations

from pathlib import Path

import click

from data.export.dictionary import dictionary as lines
from data.outgoing import write_whole
from ui.requests import Refusal
from ui.words import say


@click.command(epilog="Example: chairside dictionary --out data-dictionary.md")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it there; without it, it is printed.",
)
def dictionary(out: Path | None) -> None:
    """Say what every column, sign, unit, quality and source of a CSV means."""
    told = "".join(lines())
    if out is None:
        click.echo(told, nl=False)
        return
    try:
        write_whole(out, [told.encode()])
    except OSError as error:
        raise Refusal(say("export-failed", out, error.strerror or str(error))) from error
