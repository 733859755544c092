"""`chairside sessions` and `verify`: what was recorded."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import click

from data.audit import AuditKind, last
from data.backup_folder import CAPTURES
from data.capture_seal import capture_defects
from data.manifest import verify as verified
from data.mirror import Heads, load_mirror, read_heads
from data.narrowing import Narrowing
from data.record_file import reading
from data.store import SessionStore
from data.summaries import SessionSummary
from data.vault import is_encrypted, key_for
from monitor.rights import Right
from ui.commands.narrowing import narrowing_options
from ui.commands.signing import CommandTrail, by_options, signed_in
from ui.places import open_record, record_path, spill_folder
from ui.requests import WrongEntry
from ui.words import say

_DB = click.option(
    "--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to read."
)


@click.command(
    epilog='Example: chairside sessions --search "Feb 2026" --route intranasal --unsigned'
)
@_DB
@click.option(
    "--search",
    "wanted",
    metavar="TEXT",
    default="",
    help="Only those in whose line every word stands: patient, initials, monitor, dose, peak, "
    "date, «cut off», «simulated».",
)
@narrowing_options
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="The newest N of them.")
@by_options
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def sessions(
    db: Path | None,
    wanted: str,
    narrowing: Narrowing,
    limit: int | None,
    by: str | None,
    pin_stdin: bool,
    as_json: bool,
) -> None:
    """List the recorded sessions, newest first."""
    path = record_path(db)
    if db is None and not path.exists():
        click.echo("[]" if as_json else say("no-sessions"))
        return
    key = key_for(path)
    who = signed_in(path, key, by, pin_stdin, Right.VIEW_RECORD)
    with open_record(path, read_only=True, key=key) as store:
        summaries = _wanted(store, wanted, narrowing, limit)
    if shown := sum(not summary.simulated for summary in summaries):
        CommandTrail(path, key).note(AuditKind.VIEW, who, what="list", sessions=shown)
    if as_json:
        click.echo(json.dumps([_as_json(summary) for summary in summaries]))
        return
    if not summaries:
        click.echo(_nothing(wanted, narrowing))
    for summary in summaries:
        click.echo(_line(summary))


def _wanted(
    store: SessionStore, wanted: str, narrowing: Narrowing, limit: int | None
) -> list[SessionSummary]:
    if not wanted.split():
        return store.search(None, limit, narrowing).lines if narrowing else store.sessions(limit)
    # What a line says is known where it is looked at; it is loaded only for a search.
    from ui.review.session_line import Search  # noqa: PLC0415

    cut_off = {summary.session_id for summary in store.unfinished()}
    return store.search(Search(wanted, cut_off), limit, narrowing).lines


def _nothing(wanted: str, narrowing: Narrowing) -> str:
    """Why no line is shown."""
    if narrowing:
        return say("no-sessions-left")
    return say("no-such-sessions", wanted) if wanted.split() else say("no-sessions")


def _as_json(summary: SessionSummary) -> dict[str, object]:
    return {
        "id": summary.session_id,
        "patient": summary.patient_id,
        "chair": summary.chair,
        "opened": opened_text(summary),
        "seconds": round(summary.duration_s, 3),
        "ended": summary.ended,
        "phase": summary.phase,
        "dose_mg": summary.dose_mg,
        "peak_sbp": summary.peak_sbp,
        "peak_dbp": summary.peak_dbp,
        "alarms_high": summary.alarms_high,
        "alarms_medium": summary.alarms_medium,
        "cuffs": summary.cuff_count,
        "driver": summary.driver,
        "profile": summary.profile,
        "route": summary.route,
        "simulated": summary.simulated,
    }


def opened_text(summary: SessionSummary) -> str:
    """When it was opened, ISO 8601 in UTC."""
    opened = datetime.fromtimestamp(summary.opened_utc_s, UTC)
    return opened.isoformat(timespec="seconds").replace("+00:00", "Z")


def _line(summary: SessionSummary) -> str:
    zone = timezone(timedelta(minutes=summary.offset_min))
    opened = datetime.fromtimestamp(summary.opened_utc_s, zone)
    peak = (
        "" if summary.peak_sbp is None else f"peak {summary.peak_sbp:g}/{summary.peak_dbp or 0:g}"
    )
    state = say("session-ended" if summary.ended else "session-cut-off")
    parts = (
        summary.session_id,
        f"{opened:%Y-%m-%d %H:%M}",
        summary.patient_id,
        f"{summary.duration_s / 60:.0f} min",
        peak,
        state,
        say("simulated") if summary.simulated else "",
    )
    return " · ".join(part for part in parts if part)


@click.command(epilog="Example: chairside verify --db chairside.db")
@_DB
@click.option(
    "--mirror",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where its chains are known to have got to: the .heads beside a backup. Without it, "
    "what the second place knows.",
)
@click.pass_context
def verify(context: click.Context, db: Path | None, mirror: Path | None) -> None:
    """Check that nothing in the record was changed, removed, inserted, reordered or cut off."""
    path = record_path(db)
    key = key_for(path)
    # First what is known outside: what is written meanwhile is then no defect.
    heads = _heads_in(mirror, key) if mirror else load_mirror(spill_folder(), path, key)
    defects = verified(path, key, heads)
    defects += capture_defects(path, key, [path.parent / CAPTURES])
    for defect in defects:
        click.echo(
            say(
                "defect",
                f"session {defect.session_id}" if defect.session_id else path,
                defect.text,
            )
        )
    if defects:
        context.exit(1)
    click.echo(say("verified", path))
    with reading(path, key) as connection:
        n, head = last(connection)
    if key is None or not is_encrypted(path):
        click.echo(say("verified-in-clear"))
    elif n:
        click.echo(say("verified-end", n, head.hex()[:16]))


def _heads_in(path: Path, key: bytes | None) -> Heads:
    """Raises a `StoreError`, or `WrongEntry` when there is no such file."""
    heads = read_heads(path, key)
    if heads is None:
        raise WrongEntry(say("mirror-missing", path))
    return heads
