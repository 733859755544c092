"""Who asks at the command line: a name, her PIN, and whether she may. The table is the window's.

Rule 1: a record without staff, or without a patient's session, asks for nobody: it works without.
Rule 2: a PIN is asked for without an echo, or read from the standard input, a line each.
Rule 3: what was looked at or taken along is a line of the audit trail before it is shown. Where it
        cannot be written (a disk that can only be read), that is said, and it is shown all the
        same: what is on such a disk could be read without this program, too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from data.accounts import Accounts
from data.audit import Audit, AuditKind, Fact
from data.errors import StoreError
from data.patients_here import holds_patients, keeps_trail
from monitor.rights import Right
from ui.gate import Gate
from ui.requests import WrongEntry
from ui.staff_desk import StaffDesk
from ui.words import say

COMMAND_LINE = "command line"
"""Who it was where nobody has to say so."""
LONGEST_LINE = 1024


def by_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--by NAME` and `--pin-stdin`: parameters `by` and `pin_stdin` of the command."""
    stdin = click.option("--pin-stdin", is_flag=True, help="Read the PIN from the standard input.")
    name = click.option("--by", metavar="NAME", help="Who asks; her PIN is asked for.")
    return name(stdin(command))


def signed_in(
    path: Path,
    key: bytes | None,
    by: str | None,
    pin_stdin: bool,
    right: Right,
    *,
    always: bool = False,
) -> str:
    """Whose name counts, once the PIN is right and her role may.

    `always`: also for a record in which there is no patient yet. Raises `WrongEntry` when nobody
    was named, `Refusal` for a wrong PIN or a role that may not, a `StoreError` when the record
    cannot be read.
    """
    if not path.is_file() or not path.stat().st_size:
        return COMMAND_LINE
    trail = CommandTrail(path, key)
    desk = StaffDesk(Accounts(path, key), gate=Gate(trail))
    if not desk.members() or not (always or holds_patients(path, key)):
        return COMMAND_LINE
    if by is None:
        raise WrongEntry(say("right-by-missing", path))
    name = desk.check(by, pin_of(by, pin_stdin)).name
    return desk.gate.want(right, name, "command line")


def pin_of(name: str, pin_stdin: bool, *, new: bool = False) -> str:
    """Asked for twice when it is a new one. Raises `WrongEntry` when it did not come."""
    if not pin_stdin:
        asked: str = click.prompt(
            say("staff-pin-ask", name), hide_input=True, confirmation_prompt=new, err=True
        )
        return asked
    line = sys.stdin.readline(LONGEST_LINE).strip()
    if not line:
        raise WrongEntry(say("staff-pin-missing", name))
    return line


class CommandTrail:
    """The audit trail of one command; each line is on the disk before the command goes on."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path, self._key = path, key
        self._audit = Audit(path, key)

    def note(self, kind: AuditKind, by: str, session_id: str = "", **facts: Fact) -> None:
        """What cannot be written is said."""
        try:
            if keeps_trail(self._path, self._key):  # reading changes no older record
                self._audit.note(kind, by, time.time(), session_id, **facts)
        except StoreError as error:
            click.echo(say("audit-line-failed", error), err=True)
