"""`chairside rems`: which monitoring forms of intranasal esketamine are due, late or sent.

Rule: it only looks. That a form was sent is said in the window, on the page of the day.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from data.audit import AuditKind
from data.forms import FormOf, forms
from data.vault import key_for
from monitor.rights import Right
from ui.clinic_day.forms_facts import state_text
from ui.commands.signing import CommandTrail, by_options, signed_in
from ui.day import here_and_now
from ui.places import record_path
from ui.words import say


@click.command(epilog="Example: chairside rems --due")
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to read.")
@click.option("--due", is_flag=True, help="Only those that nobody has sent yet.")
@by_options
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def rems(db: Path | None, due: bool, by: str | None, pin_stdin: bool, as_json: bool) -> None:
    """List the monitoring forms of intranasal esketamine, the one that is due first.

    One is due 7 days after the treatment. Those that were sent are listed for 30 days.
    """
    found = _found(db, by, pin_stdin)
    shown = [one for one in found if one.sent is None or not due]
    if as_json:
        click.echo(json.dumps([_as_json(one) for one in shown]))
        return
    if not shown:
        click.echo(say("forms-nothing"))
    for one in shown:
        row = say("forms-row", one.patient_id, one.day.isoformat())
        click.echo(f"{one.session_id} · {row} · {state_text(one)}")


def _found(db: Path | None, by: str | None, pin_stdin: bool) -> tuple[FormOf, ...]:
    path = record_path(db)
    if db is None and not path.exists():
        return ()
    key = key_for(path)
    who = signed_in(path, key, by, pin_stdin, Right.VIEW_RECORD)
    found = forms(path, key, here_and_now())
    if found:
        CommandTrail(path, key).note(AuditKind.VIEW, who, what="forms", sessions=len(found))
    return found


def _as_json(one: FormOf) -> dict[str, object]:
    return {
        "id": one.session_id,
        "patient": one.patient_id,
        "treated": one.day.isoformat(),
        "due": one.due.isoformat(),
        "days_left": one.left_days,
        "sent_by": one.sent.by if one.sent else None,
        "sent_utc_s": one.sent.utc_s if one.sent else None,
    }
