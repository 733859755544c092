"""What a window may know of the key, and who may print its recovery code."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.audit import Audit, AuditKind
from data.recovery import key_from_recovery
from data.store import SessionStore
from ui.key_desk import KeyDesk, NoKey
from ui.requests import Refusal

KEY = bytes(range(32))


def supervisor() -> str:
    return "Supervisor 1"


def nurse() -> str:
    raise Refusal("only a supervisor can do this")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_a_code_is_printed_for_who_may_and_the_audit_says_so(path: Path) -> None:
    SessionStore.open(path, KEY).close()
    desk = KeyDesk(path, KEY, supervisor, lambda: 5.0)
    assert desk.note() == ""
    assert desk.code_printed() is False
    code = desk.print_code()
    assert desk.code_printed() is True
    assert key_from_recovery(path, code) == KEY
    line = Audit(path, KEY).lines(1)[0]
    assert (line.kind, line.by, line.utc_s) == (AuditKind.RECOVERY_CODE, "Supervisor 1", 5.0)


def test_nobody_else_gets_one(path: Path) -> None:
    SessionStore.open(path, KEY).close()
    desk = KeyDesk(path, KEY, nurse)
    with pytest.raises(Refusal, match="only a supervisor"):
        desk.print_code()
    assert desk.code_printed() is False


def test_a_record_in_clear_says_so_and_has_no_code(path: Path) -> None:
    desk = KeyDesk(path, None, supervisor)
    assert desk.note() == "Not encrypted"
    assert desk.code_printed() is None
    with pytest.raises(Refusal, match="not encrypted"):
        desk.print_code()


def test_what_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    desk = KeyDesk(tmp_path / "gone" / "record.db", KEY, supervisor)
    with pytest.raises(Refusal, match="cannot be written"):
        desk.print_code()


def test_a_demo_has_nothing_to_bring_back() -> None:
    door = NoKey()
    assert (door.note(), door.code_printed()) == ("", None)
    with pytest.raises(Refusal, match="demo"):
        door.print_code()
