"""`chairside import`: a session from another computer, or a recording of another program."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from data.bundle_file import looks_like_bundle, read_bundle
from data.taking_in import take_in
from data.vault import key_for
from monitor.rights import Right
from ui.commands.signing import by_options, signed_in
from ui.foreign import Facts, foreign_session
from ui.keeping import settle, tell
from ui.places import record_path
from ui.recording import Recording, RecordingError, looks_like_recording, read_recording
from ui.requests import Refusal, WrongEntry
from ui.words import say


@click.command(
    "import",
    epilog="Example: chairside import session.json; "
    "chairside import night.csv --patient 20417 --began 2026-01-15T10:32",
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--patient", metavar="ID", help="Of a CSV recording: whose it is.")
@click.option("--began", metavar="TIME", help="Of a CSV recording: local time of its first row.")
@click.option(
    "--continuous-bp", is_flag=True, help="Of a CSV recording: its pressures are arterial."
)
@by_options
@click.option(
    "--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to take it into."
)
def import_(
    file: Path,
    patient: str | None,
    began: str | None,
    by: str | None,
    db: Path | None,
    *,
    continuous_bp: bool,
    pin_stdin: bool,
) -> None:
    """Take FILE into the record: a session exported as JSON, or a CSV recording.

    The CSV has the columns t_seconds,hr,sbp,dbp,map,spo2; the session is marked as imported.
    Prints the id of the session.
    """
    is_bundle = _kind(file)
    path = record_path(db)
    kept = settle(path, named=db is not None)
    key = key_for(path)
    who = signed_in(path, key, by, pin_stdin, Right.TREAT)
    if is_bundle:
        bundle = read_bundle(file)
        entries, anchors = bundle.entries, bundle.anchors
        facts = {"format": "json", "program": bundle.program, "signed": bundle.signed}
    else:
        whose = Facts(_patient(patient), _began(began), who, continuous_bp)
        told, anchor = foreign_session(_recording(file), whose)
        entries, anchors, facts = tuple(told), (anchor,), {"format": "csv"}
    session_id = take_in(path, key, entries, anchors, who, **facts)
    tell(path, kept)
    if is_bundle and bundle.missing:
        click.echo(say("import-missing", bundle.missing), err=True)
    click.echo(session_id)


def _kind(file: Path) -> bool:
    """True for a bundle, False for a recording. Raises `WrongEntry` for anything else."""
    try:
        if looks_like_bundle(file):
            return True
        if looks_like_recording(file):
            return False
    except OSError as error:
        raise Refusal(say("import-unreadable", file, error.strerror or error)) from error
    raise WrongEntry(say("import-unknown", file))


def _recording(file: Path) -> Recording:
    try:
        return read_recording(file)
    except RecordingError as error:
        raise WrongEntry(str(error)) from error


def _patient(patient: str | None) -> str:
    if patient is None or not patient.strip():
        raise WrongEntry(say("import-no-patient"))
    return patient.strip()


def _began(text: str | None) -> datetime:
    """With a zone: what is said, else the one of this computer."""
    if text is None:
        raise WrongEntry(say("import-no-began"))
    try:
        told = datetime.fromisoformat(text)
        return told if told.tzinfo else told.astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise WrongEntry(say("import-began-wrong", text)) from error
