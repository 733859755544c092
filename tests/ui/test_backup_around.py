"""What a program tells the desk of its backups."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.audit import AuditKind, Fact
from monitor.rights import Right
from ui.backup_around import around_of
from ui.gate import WINDOW, Gate


class Kept:
    """A trail that is only looked at."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str, dict[str, Fact]]] = []

    def note(self, kind: AuditKind, by: str, session_id: str = "", **facts: Fact) -> None:
        self.lines.append((kind, by, {**facts, "session": session_id}))


@pytest.mark.parametrize(("inside", "by_itself"), [(True, True), (False, False)])
def test_by_itself_the_usual_record_is_backed_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool, by_itself: bool
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("CHAIRSIDE_HOME", str(home))
    record = (home if inside else tmp_path) / "chairside.db"
    around = around_of(record, None, Gate(), list, {})
    assert around.by_itself == by_itself
    assert around.settings == home / "backup.json"


def test_it_says_what_goes_on_at_the_moment_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    sessions: set[str] = set()
    captured: dict[int, str] = {}
    around = around_of(tmp_path / "x.db", None, Gate(), lambda: sessions, captured)
    assert not around.running()
    assert not around.is_open("s-1")
    sessions.add("s-1")
    captured[2] = "s-1"
    assert around.running()
    assert around.is_open("s-1")


def test_who_may_is_asked_of_the_gate_and_a_choice_is_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    trail = Kept()
    around = around_of(tmp_path / "x.db", None, Gate(trail), list, {})
    assert around.want(Right.BACKUP) == WINDOW
    around.note(AuditKind.SETTING, "Nurse 1", "/old", "/new")
    facts = {"what": "backup-folder", "old": "/old", "new": "/new", "session": ""}
    assert trail.lines == [(AuditKind.SETTING, "Nurse 1", facts)]
