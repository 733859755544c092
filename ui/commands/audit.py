"""`chairside audit`: who looked, changed, exported, signed in; the audit trail of the record.

Rule: what somebody typed is shown as JSON writes it, so that nothing in it is taken for a line.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from data.audit import Audit, AuditKind, AuditLine
from data.vault import key_for
from monitor.rights import Right
from ui.commands.signing import CommandTrail, by_options, signed_in
from ui.places import open_record, record_path
from ui.words import say


@click.command(epilog="Example: chairside audit --limit 20 --by 'Supervisor 1'")
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to read.")
@click.option("--session", default="", metavar="ID", help="Only the lines about this session.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the newest N lines.")
@by_options
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def audit(
    db: Path | None,
    session: str,
    limit: int | None,
    by: str | None,
    pin_stdin: bool,
    as_json: bool,
) -> None:
    """Show the audit trail, oldest line first."""
    path = record_path(db)
    key = key_for(path)
    with open_record(path, read_only=True, key=key) as store:
        session_id = store.summary(session).session_id if session else ""
    who = signed_in(path, key, by, pin_stdin, Right.AUDIT)
    lines = Audit(path, key).lines(limit, session_id)
    if lines:
        CommandTrail(path, key).note(AuditKind.VIEW, who, session_id, what="audit")
    if as_json:
        click.echo(json.dumps([_as_json(line) for line in lines]))
        return
    if not lines:
        click.echo(say("audit-none"))
    for line in lines:
        click.echo(_in_a_line(line))


def _as_json(line: AuditLine) -> dict[str, object]:
    return {
        "n": line.n,
        "at": _moment(line.utc_s),
        "by": line.by,
        "kind": line.kind,
        "session": line.session_id,
        "facts": line.facts,
    }


def _moment(utc_s: float) -> str:
    """ISO 8601 in UTC; the number itself where it is no moment."""
    try:
        at = datetime.fromtimestamp(utc_s, UTC)
    except (ValueError, OverflowError, OSError):
        return repr(utc_s)
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def _in_a_line(line: AuditLine) -> str:
    facts = " ".join(f"{_plain(name)}={_shown(value)}" for name, value in line.facts.items())
    who = _plain(line.by) or say("app-name")
    parts = (_moment(line.utc_s), who, _plain(line.kind), _plain(line.session_id), facts)
    return " · ".join(part for part in parts if part)


def _plain(text: str) -> str:
    return text if text.isprintable() else json.dumps(text)


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=not str(value).isprintable())
