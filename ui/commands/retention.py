"""`chairside retention`: how long sessions are kept, what is due, and deleting one."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from data.audit import Audit, AuditKind
from data.backup_file import FILE_NAME as BACKUP_FILE
from data.backup_file import load_settings
from data.record_file import reading
from data.retention import (
    FILE_NAME,
    LEAST_YEARS,
    MOST_YEARS,
    Deletion,
    Retention,
    delete_session,
    due,
    load_retention,
    save_retention,
)
from data.vault import key_for
from monitor.rights import Right
from ui.backup_text import size_text
from ui.commands.signing import by_options, signed_in
from ui.places import home, open_record, record_path
from ui.requests import Refusal, WrongEntry
from ui.words import say


@click.command(
    epilog="Example: chairside retention --delete 20160115T103207-1a2b3c --reason 'ten years over'"
)
@click.option("--keep-years", type=int, metavar="N", help="Name what is older as due.")
@click.option("--keep-all", is_flag=True, help="Keep every session for ever; so it is at first.")
@click.option("--due", "listed", is_flag=True, help="List the sessions that are due.")
@click.option("--delete", "session", metavar="SESSION", help="Delete this signed session.")
@click.option("--reason", metavar="TEXT", default="", help="Why; it stays in the audit chain.")
@click.option("--early", is_flag=True, help="Delete it although it is not due.")
@by_options
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record.")
def retention(
    keep_years: int | None,
    keep_all: bool,
    listed: bool,
    session: str | None,
    reason: str,
    early: bool,
    by: str | None,
    pin_stdin: bool,
    db: Path | None,
) -> None:
    """Say how long sessions are kept; with an option, change it or delete one session."""
    if sum((keep_years is not None, keep_all, listed, session is not None)) > 1:
        raise WrongEntry(say("retention-one-thing"))
    path = record_path(db)
    key = key_for(path)
    if keep_years is not None or keep_all:
        _want_years(keep_years)
        who = signed_in(path, key, by, pin_stdin, Right.DELETE)
        _keep(path, key, Retention(keep_years), who)
    elif listed:
        who = signed_in(path, key, by, pin_stdin, Right.DELETE)
        _list_due(path, key)
    elif session is not None:
        if not reason.strip():
            raise WrongEntry(say("retention-reason-missing"))
        open_record(path, key=key, read_only=True).close()
        who = signed_in(path, key, by, pin_stdin, Right.DELETE)
        _delete(path, key, Deletion(session, who, reason, time.time(), early))
    else:
        click.echo(_rule_text(load_retention(home() / FILE_NAME)))


def _want_years(years: int | None) -> None:
    if years is not None and not LEAST_YEARS <= years <= MOST_YEARS:
        raise WrongEntry(say("retention-few-years", years, LEAST_YEARS))


def _rule_text(rule: Retention) -> str:
    if rule.keep_years is None:
        return say("retention-for-ever")
    return say("retention-years", rule.keep_years)


def _keep(path: Path, key: bytes | None, rule: Retention, by: str) -> None:
    """The line first: a rule that nobody can see the maker of is not kept."""
    place = home() / FILE_NAME
    before = load_retention(place).keep_years
    if path.is_file():
        Audit(path, key).note(
            AuditKind.RETENTION, by, time.time(), old=before, new=rule.keep_years
        )
    try:
        save_retention(place, rule)
    except OSError as error:
        raise Refusal(say("retention-unkept", place, error.strerror or error)) from error
    click.echo(_rule_text(rule))


def _list_due(path: Path, key: bytes | None) -> None:
    with reading(path, key) as connection:
        found = due(connection, load_retention(home() / FILE_NAME), time.time())
    if not found:
        click.echo(say("retention-none-due"))
    for one in found:
        opened = datetime.fromtimestamp(one.opened_utc_s, UTC) + timedelta(minutes=one.offset_min)
        click.echo(say("retention-due", one.session_id, f"{opened:%Y-%m-%d}"))


def _delete(path: Path, key: bytes | None, wanted: Deletion) -> None:
    folder = load_settings(home() / BACKUP_FILE).place(home())
    wanted = Deletion(
        wanted.session_id, wanted.by, wanted.reason, wanted.utc_s, wanted.early, (folder,)
    )
    done = delete_session(path, key, wanted, load_retention(home() / FILE_NAME))
    size = size_text(done.capture_bytes) if done.capture_bytes else say("backup-size-kb", 0)
    click.echo(say("retention-deleted", done.session_id, done.rows, size))
    if done.backups:
        names = ", ".join(one.name for one in done.backups)
        click.echo(say("retention-in-backups", names))
    if not done.log_emptied:
        click.echo(say("retention-log-full"))
