"""`chairside restore`: a record out of a backup, beside the one in use and never over it."""

from __future__ import annotations

import time
from pathlib import Path

import click

from data.errors import StoreError, StoreMissing
from data.restore import Restored, Wish
from data.restore import restore as restored_from
from data.vault import key_for
from monitor.rights import Right
from ui.backup_text import sessions_text, utc_text
from ui.commands.signing import COMMAND_LINE, by_options, signed_in
from ui.places import record_path, spill_folder
from ui.requests import WrongEntry
from ui.words import say


@click.command(
    epilog="Example: chairside restore /media/backup/chairside-20260115T173000Z.db --to new.db"
)
@click.argument("backup", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The record that is made; it must not be there yet.",
)
@click.option("--despite-defects", is_flag=True, help="Also when a session is not as written.")
@by_options
@click.option(
    "--db", type=click.Path(path_type=Path), metavar="FILE", help="The record in use, to compare."
)
@click.pass_context
def restore(
    context: click.Context,
    backup: Path,
    target: Path,
    despite_defects: bool,
    by: str | None,
    pin_stdin: bool,
    db: Path | None,
) -> None:
    """Check a backup, and make a record out of it; nothing is ever overwritten.

    With the raw bytes and the recovery code that lie with it. Says what the record in use has
    beyond it.
    """
    if not backup.exists():
        raise StoreMissing(f"there is no backup at {backup}; `chairside backup --list` names them")
    if target.exists():
        raise WrongEntry(say("restore-is-there", target))
    present, key = record_path(db), key_for(backup)
    who = _who(present, by, pin_stdin)
    wish = Wish(who, time.time(), despite_defects, spill_folder(), present)
    done = restored_from(backup, target, key, wish)
    for line in _lines(done):
        click.echo(line)
    if done.defects or done.faults:
        context.exit(1)


def _who(present: Path, by: str | None, pin_stdin: bool) -> str:
    """Asked of the record in use; when that is gone or torn, of nobody: it has to be replaced."""
    try:
        return signed_in(present, key_for(present), by, pin_stdin, Right.RESTORE)
    except StoreError:
        return COMMAND_LINE


def _lines(done: Restored) -> list[str]:
    if done.newest_utc_s is None:
        lines = [say("restored-none", done.path)]
    else:
        newest, sessions = utc_text(done.newest_utc_s), sessions_text(done.sessions)
        lines = [say("restored", done.path, sessions, newest, done.captures)]
    if not done.vouched:
        lines.append(say("restored-unvouched"))
    lines.append(_beyond(done))
    if done.recovery:
        lines.append(say("restored-recovery"))
    if done.returned:
        lines.append(say("restored-returned", ", ".join(done.returned)))
    lines += [say("restored-defect", defect) for defect in done.defects]
    lines += [say("backup-fault", fault) for fault in done.faults]
    return lines


def _beyond(done: Restored) -> str:
    if done.beyond is None:
        return say("restored-beyond-unknown")
    if not done.beyond.sessions and not done.beyond.longer:
        return say("restored-nothing-beyond")
    return say("restored-beyond", sessions_text(done.beyond.sessions), done.beyond.longer)
