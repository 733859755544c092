"""Backups in words: for the command line and for the window. Pure, no Qt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from data.backup import Backup
from ui.doors import BackupView
from ui.words import say

MEGABYTE = 1_000_000


def size_text(size: int) -> str:
    """Bytes in words."""
    if size >= MEGABYTE:
        return say("backup-size-mb", f"{size / MEGABYTE:.0f}")
    return say("backup-size-kb", f"{max(1, round(size / 1000))}")


def sessions_text(count: int) -> str:
    return say("backup-session-one") if count == 1 else say("backup-sessions", count)


def moment_text(utc_s: float, offset_min: int) -> str:
    """Day and minute, in the zone with this offset from UTC."""
    return f"{datetime.fromtimestamp(utc_s, timezone(timedelta(minutes=offset_min))):%d %b %H:%M}"


def utc_text(utc_s: float) -> str:
    """Day and minute, ISO 8601 in UTC."""
    return f"{datetime.fromtimestamp(utc_s, UTC):%Y-%m-%d %H:%MZ}"


def overdue_text(view: BackupView) -> str:
    """What stands where a session is begun; empty = the last backup is young enough."""
    if not view.possible or not view.overdue:
        return ""
    if view.last is None:
        return say("backup-start-never")
    return say("backup-start-overdue", f"{view.every_h:g}")


def backup_lines(made: Backup) -> list[str]:
    """What is to be known of a backup that was made just now."""
    if made.verified:
        size = size_text(made.size)
        lines = [say("backup-verified", made.path, sessions_text(made.sessions), size)]
    else:
        count = len(made.defects)
        many = say("backup-defect-one") if count == 1 else say("backup-defects", count)
        lines = [say("backup-suspect", made.path, many, f"{made.defects[0].text}.")]
    lines += [say("backup-fault", fault) for fault in made.faults]
    if made.same_disk:
        lines.append(say("backup-same-disk"))
    return lines
