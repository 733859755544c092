"""`chairside rescue`: a new record out of what can be read of a damaged one."""

from __future__ import annotations

from pathlib import Path

import click

from data.errors import StoreDamaged, StoreForeign, StoreMissing, WrongKey
from data.merge import key_of_absent
from data.mirror import load_mirror
from data.rescue import check_all, finish
from data.rescue import rescue as rescued
from data.vault import key_for
from ui.places import record_path, spill_folder
from ui.record_door import rescued_sentence
from ui.rescue_backup import own_backup
from ui.words import say


@click.command(epilog="Example: chairside rescue --db chairside.db")
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The damaged record.")
@click.option(
    "--backup",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="A backup that opens with the same key; not named, the newest that is surely its own.",
)
def rescue(db: Path | None, backup: Path | None) -> None:
    """Save all that can be read of a damaged record; the damaged file is kept as it is."""
    path, folder = record_path(db), spill_folder()
    if finish(path):
        click.echo(say("rescued-finished", path))
    if not path.is_file():
        raise StoreMissing(f"there is no record at {path}; give the right file with --db")
    key = key_for(path)
    try:
        check_all(path, key)
    except StoreDamaged as error:
        click.echo(str(error), err=True)
    except (WrongKey, StoreForeign):
        # The first page may be damaged, and the salt of the passphrase with it: a key that opens
        # what was kept outside the record is the right one.
        key = key_of_absent(folder, path)
        if load_mirror(folder, path, key) is None:
            raise
    else:
        click.echo(say("rescue-not-needed", path))
        return
    result = rescued(path, key, folder, backup=backup or own_backup(path, folder, key))
    for one in result.sessions:
        words = (one.session_id, one.lines, one.missing, one.disagreed)
        click.echo(say("rescued-session", *words))
    if result.unread:
        click.echo(say("merged-unread", len(result.unread), folder))
    click.echo(rescued_sentence(path, result))
