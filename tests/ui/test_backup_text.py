"""Backups in words: what was made, and when somebody has to look after it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.backup import Backup
from data.manifest import Defect
from ui.backup_text import backup_lines, moment_text, overdue_text, size_text, utc_text
from ui.doors import BackupView, LastBackup
from ui.words import say

AT = 1_790_000_000.0


def made(**other: Any) -> Backup:
    facts: dict[str, Any] = {
        "path": Path("/safe/clinic.db"),
        "at_utc_s": AT,
        "sessions": 412,
        "checked": 3,
        "size": 31_200_000,
        "captures": 2,
        "sha256": "ab",
        "seconds": 2.5,
        "full": False,
        "same_disk": False,
    }
    return Backup(**{**facts, **other})


@pytest.mark.parametrize(
    ("size", "text"), [(0, "1 kB"), (1499, "1 kB"), (999_000, "999 kB"), (31_200_000, "31 MB")]
)
def test_sizes_are_round(size: int, text: str) -> None:
    assert size_text(size) == text


def test_moments_are_of_the_zone_they_are_asked_for() -> None:
    assert moment_text(AT, 0) == "21 Sep 14:13"
    assert moment_text(AT, 120) == "21 Sep 16:13"
    assert utc_text(AT) == "2026-09-21 14:13Z"


def test_a_verified_backup_is_one_line() -> None:
    assert backup_lines(made()) == [
        "Verified backup /safe/clinic.db, 412 sessions, 31 MB, restored and compared."
    ]
    assert "1 session," in backup_lines(made(sessions=1))[0]


def test_what_is_to_be_known_beside_it_is_said() -> None:
    lines = backup_lines(made(same_disk=True, faults=("s-1.capture is damaged",)))
    assert lines[1:] == [say("backup-fault", "s-1.capture is damaged"), say("backup-same-disk")]
    suspect = made(defects=(Defect("s-1", 4, "line 4 was changed"), Defect("s-2", None, "gone")))
    assert "has 2 defects, the first: line 4 was changed." in backup_lines(suspect)[0]
    assert "one defect" in backup_lines(made(defects=suspect.defects[:1]))[0]


def test_where_a_session_is_begun_only_an_overdue_backup_is_said() -> None:
    last = LastBackup(AT, 1000, 3, same_disk=False)
    assert overdue_text(BackupView("/safe")) == ""
    assert overdue_text(BackupView("/safe", last=last, failure="no")) == ""
    assert overdue_text(BackupView("/safe", overdue=True)) == say("backup-start-never")
    late = BackupView("/safe", last=last, overdue=True, every_h=12.0)
    assert overdue_text(late) == say("backup-start-overdue", "12")
    assert overdue_text(BackupView(possible=False, overdue=True)) == ""
