"""`chairside staff`: who works here. The rules are those of `ui/staff_desk.py`.

A PIN is asked for without an echo, or read from the standard input, a line each: first that of who
enlists (`--by`), then the new one.
"""

from __future__ import annotations

from pathlib import Path

import click

from data.accounts import Accounts
from data.vault import key_for
from monitor.rights import Role
from ui.commands.signing import COMMAND_LINE, CommandTrail, pin_of
from ui.gate import Gate
from ui.keeping import Kept, settle, tell
from ui.places import open_record, record_path
from ui.requests import WrongEntry
from ui.staff_desk import StaffDesk
from ui.words import say


@click.command(epilog="Example: chairside staff --add 'Nurse 1' --role nurse --by 'Supervisor 1'")
@click.option("--add", metavar="NAME", help="Enlist somebody, or give her a new PIN and role.")
@click.option("--role", type=click.Choice([role.value for role in Role]), help="Of who is added.")
@click.option("--retire", metavar="NAME", help="She can sign in no more; what she did stays.")
@click.option("--by", metavar="NAME", help="The supervisor who does this; the first needs none.")
@click.option("--pin-stdin", is_flag=True, help="Read the PINs from the standard input.")
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record.")
def staff(
    add: str | None,
    role: str | None,
    retire: str | None,
    by: str | None,
    pin_stdin: bool,
    db: Path | None,
) -> None:
    """List who works here; with --add or --retire, change it."""
    if add is not None and retire is not None:
        raise WrongEntry(say("staff-one-thing"))
    if add is not None and role is None:
        raise WrongEntry(say("staff-role-missing", add))
    path = record_path(db)
    if add is None and retire is None and db is None and not path.exists():
        click.echo(say("staff-none"))
        return
    # Only a first member makes a record that is not there.
    if add is not None and settle(path, named=db is not None) is Kept.NEWLY_ENCRYPTED:
        tell(path, Kept.NEWLY_ENCRYPTED)
    key = key_for(path)
    open_record(path, key=key, read_only=add is None).close()
    desk = StaffDesk(Accounts(path, key), gate=Gate(CommandTrail(path, key)))
    if add is not None and role is not None:
        _add(desk, add, Role(role), _signed_in(desk, by, pin_stdin), pin_stdin)
    elif retire is not None:
        desk.retire(retire, _signed_in(desk, by, pin_stdin))
        click.echo(say("staff-retired", retire))
    else:
        _list(desk)


def _add(desk: StaffDesk, name: str, role: Role, by: str, pin_stdin: bool) -> None:
    desk.enlist(name, role, pin_of(name, pin_stdin, new=True), by)
    click.echo(say("staff-enlisted", name, say(f"role-{role.value}").lower()))


def _signed_in(desk: StaffDesk, by: str | None, pin_stdin: bool) -> str:
    """Who does it, after her PIN was right."""
    if not desk.members():
        return COMMAND_LINE
    if by is None:
        raise WrongEntry(say("staff-by-missing"))
    return desk.check(by, pin_of(by, pin_stdin)).name


def _list(desk: StaffDesk) -> None:
    members = desk.members()
    if not members:
        click.echo(say("staff-none"))
    for member in members:
        click.echo(f"{member.name} · {say(f'role-{member.role.value}').lower()}")
