"""`chairside backup`: a verified copy of the record, or the list of those that are there."""

from __future__ import annotations

from pathlib import Path

import click

from data.backup import Order, make_backup
from data.backup_file import FILE_NAME, load_settings
from data.backup_folder import BackupFile, backups
from data.errors import StoreError, StoreMissing
from data.mirror import Heads, read_heads
from data.vault import is_encrypted, key_for
from monitor.rights import Right
from ui.backup_text import backup_lines, sessions_text, size_text, utc_text
from ui.commands.signing import by_options, signed_in
from ui.places import home, record_path, spill_folder
from ui.words import say


@click.command(epilog="Example: chairside backup --to /media/backup")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where to; without it the folder that was chosen in the window.",
)
@click.option("--full", is_flag=True, help="Check every session, not only what has changed.")
@click.option("--list", "listed", is_flag=True, help="List the backups that are there.")
@by_options
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record.")
@click.pass_context
def backup(
    context: click.Context,
    folder: Path | None,
    full: bool,
    listed: bool,
    by: str | None,
    pin_stdin: bool,
    db: Path | None,
) -> None:
    """Copy the record, restore the copy, compare it; only then it counts as a backup.

    It may be done while the program records. The raw bytes of its sessions are copied, too.
    """
    path = record_path(db)
    settings = load_settings(home() / FILE_NAME)
    place = folder or settings.place(home())
    key = key_for(path)
    if listed:
        _list(path, key, place)
        return
    if not path.is_file():
        raise StoreMissing(f"there is no record at {path}; give the right file with --db")
    who = signed_in(path, key, by, pin_stdin, Right.BACKUP)
    order = Order(by=who, full=full, keep=settings.keep, spill=spill_folder())
    made = make_backup(path, key, place, order)
    for line in backup_lines(made):
        click.echo(line, err=not made.verified)
    if not made.verified or made.faults:
        context.exit(1)


def _list(path: Path, key: bytes | None, folder: Path) -> None:
    found = backups(folder, path)
    if not found:
        click.echo(say("backup-none", path.name, folder))
    for one in found:
        click.echo(_line(one, key))


def _line(one: BackupFile, key: bytes | None) -> str:
    heads = _heads(one, key)
    parts = (
        one.path.name,
        utc_text(one.at_utc_s),
        say("backup-is-suspect" if one.suspect else "backup-is-verified"),
        say("backup-heads-lost") if heads is None else sessions_text(len(heads.sessions)),
        size_text(one.size),
    )
    return " · ".join(parts)


def _heads(one: BackupFile, key: bytes | None) -> Heads | None:
    """An older backup may have another key."""
    try:
        return read_heads(one.heads, key if is_encrypted(one.path) else None)
    except StoreError:
        try:
            return read_heads(one.heads, key_for(one.path))
        except StoreError:
            return None
