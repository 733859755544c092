"""`chairside sessions`, `export` and `verify`: what was recorded."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import click

from data.export.csv import session_csv
from data.manifest import verify as verified
from data.queries import SessionSummary
from data.vault import key_for
from ui.places import open_record, record_path
from ui.words import say

FORMATS = ("csv",)
_DB = click.option(
    "--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to read."
)


@click.command(epilog="Example: chairside sessions --json")
@_DB
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def sessions(db: Path | None, as_json: bool) -> None:
    """List the recorded sessions, newest first."""
    path = record_path(db)
    if db is None and not path.exists():
        click.echo("[]" if as_json else say("no-sessions"))
        return
    store = open_record(path, read_only=True)
    try:
        summaries = store.sessions()
    finally:
        store.close()
    if as_json:
        click.echo(json.dumps([_as_json(summary) for summary in summaries]))
        return
    if not summaries:
        click.echo(say("no-sessions"))
    for summary in summaries:
        click.echo(_line(summary))


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


@click.command(
    epilog="Example: chairside export 20260115T103207-1a2b3c --format csv --out session.csv"
)
@click.argument("session")
@click.option("--format", "kind", type=click.Choice(FORMATS), required=True)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE"
)
@_DB
def export(session: str, kind: str, out: Path, db: Path | None) -> None:
    """Write one session in another format; «-» as FILE is the standard output."""
    del kind  # the choice has one value until the other formats come
    store = open_record(record_path(db), read_only=True)
    try:
        session_id = store.summary(session).session_id
        lines = session_csv(store.entries(session_id), store.anchors(session_id))
        if str(out) == "-":
            sys.stdout.writelines(lines)
            return
        try:
            with out.open("w", encoding="utf-8", newline="") as file:
                file.writelines(lines)
        except OSError as error:
            raise click.ClickException(say("export-failed", out, error.strerror)) from error
    finally:
        store.close()


@click.command(epilog="Example: chairside verify --db chairside.db")
@_DB
@click.pass_context
def verify(context: click.Context, db: Path | None) -> None:
    """Check that nothing in the record was changed, removed, inserted or reordered."""
    path = record_path(db)
    defects = verified(path, key_for(path))
    for defect in defects:
        click.echo(str(defect))
    if defects:
        context.exit(1)
    click.echo(say("verified", path))
