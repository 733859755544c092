"""A session is deleted whole, by a person with a reason, and the chain says so for ever."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from backup_examples import DAY_S, FIRST_UTC_S, KEY, add_session, clinic
from hypothesis import given
from hypothesis import strategies as st

from data import vault
from data.audit import Audit, AuditKind
from data.backup import make_backup
from data.capture_seal import capture_defects, capture_path, wipe_deleted
from data.errors import DeletionRefused, NoSuchSession
from data.manifest import verify
from data.mirror import heads_of
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
from data.store import SessionStore
from tests.data.record_examples import NAME, REMARK, course, opening, start_anchor

YEAR_S = 365.2425 * DAY_S
LATER = FIRST_UTC_S + 8 * YEAR_S
TEN = Retention(10)


def wanted(session_id: str = "s-1", **other: Any) -> Deletion:
    usual = {"by": "Supervisor 1", "reason": "eight years are over", "utc_s": LATER}
    return Deletion(session_id, **{**usual, **other})


def real_session(record: Path, session_id: str, *, ended: bool = True) -> None:
    lines = course(session_id, 40, ended=ended)
    lines[0] = type(lines[0])(session_id, 0, 0.0, opening(session_id, simulated=False))
    with SessionStore.open(record, KEY) as store:
        store.write(lines, [start_anchor(session_id, FIRST_UTC_S)])


def test_a_deleted_session_is_gone_and_the_record_is_sound(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=3)
    with reading(record, KEY) as connection:
        before = heads_of(connection)
    done = delete_session(record, KEY, wanted())
    assert done.rows > 40
    assert done.capture_bytes > 0
    assert done.log_emptied
    assert verify(record, KEY) == [] == verify(record, KEY, before)
    assert capture_defects(record, KEY) == []
    assert not capture_path(record, "s-1").exists()
    with SessionStore.open(record, KEY) as store:
        assert [one.session_id for one in store.sessions()] == ["s-2", "s-0"]
        with pytest.raises(NoSuchSession):
            store.summary("s-1")
        store.write(course("s-3", 30), [start_anchor("s-3")])
    assert verify(record, KEY) == []


def test_the_line_says_who_why_and_what_it_was_and_nothing_of_the_patient(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    with reading(record, KEY) as connection:
        items, head = heads_of(connection).sessions["s-1"]
    delete_session(record, KEY, wanted(reason="  asked for   by the patient "))
    lines = {line.kind: line for line in Audit(record, KEY).lines(session_id="s-1")}
    line = lines[AuditKind.SESSION_DELETED]
    assert (line.by, line.facts["reason"]) == ("Supervisor 1", "asked for by the patient")
    assert (line.facts["items"], line.facts["head"]) == (items, head.hex())
    assert line.facts["day"] == "2026-09-22"
    assert AuditKind.CAPTURE_DELETED in lines
    assert NAME not in str(line)


def test_nothing_of_it_is_left_in_a_file_in_clear(tmp_path: Path) -> None:
    record = clinic(tmp_path, None, 1)
    assert any(REMARK.encode() in path.read_bytes() for path in tmp_path.iterdir())
    delete_session(record, None, wanted("s-0"))
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert REMARK.encode() not in content, path
        assert NAME.encode() not in content, path
    assert verify(record, None) == []


def test_only_a_signed_session_is_deleted(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    add_session(record, KEY, "s-open", ended=False)
    with pytest.raises(DeletionRefused, match="sign it"):
        delete_session(record, KEY, wanted("s-open"))
    with pytest.raises(NoSuchSession):
        delete_session(record, KEY, wanted("s-none"))


def test_a_program_that_records_goes_on_with_what_the_deleted_session_had_alone(
    tmp_path: Path,
) -> None:
    """The list of signs, which a store remembers, was of no other session."""
    record = tmp_path / "clinic.db"
    with SessionStore.open(record, KEY) as store:
        store.write(course("s-1", 40), [start_anchor("s-1")])
        delete_session(record, KEY, wanted())
        store.write(course("s-2", 40), [start_anchor("s-2")])
        assert list(store.entries("s-2")) == course("s-2", 40)
    assert verify(record, KEY) == []


@pytest.mark.parametrize("change", [{"by": ""}, {"reason": " "}, {"reason": "x" * 201}])
def test_without_name_or_reason_nothing_is_deleted(
    tmp_path: Path, change: dict[str, object]
) -> None:
    record = clinic(tmp_path, sessions=2)
    with pytest.raises(DeletionRefused, match="name and a reason"):
        delete_session(record, KEY, wanted(**change))


def test_the_reason_does_not_name_the_patient(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    with pytest.raises(DeletionRefused, match="names the patient"):
        delete_session(record, KEY, wanted(reason=f"{NAME.upper()} asked for it"))
    assert len(Audit(record, KEY).lines(session_id="s-1")) == 3


def test_a_patients_session_that_is_not_due_is_deleted_only_when_that_is_said(
    tmp_path: Path,
) -> None:
    record = tmp_path / "clinic.db"
    real_session(record, "s-1")
    for rule in (Retention(), TEN):
        with pytest.raises(DeletionRefused, match="not due"):
            delete_session(record, KEY, wanted(), rule)
    delete_session(record, KEY, wanted(early=True), TEN)
    assert Audit(record, KEY).lines(1)[0].facts["early"] is True
    real_session(record, "s-2")
    delete_session(record, KEY, wanted("s-2"), Retention(7))
    assert verify(record, KEY) == []


def test_backups_that_still_have_it_are_named(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    made = make_backup(record, KEY, tmp_path / "safe")
    done = delete_session(record, KEY, wanted(folders=(tmp_path / "safe",)))
    assert done.backups == (made.path,)
    after = make_backup(record, KEY, tmp_path / "safe")
    assert after.verified
    assert after.sessions == 1


def test_raw_bytes_that_a_power_cut_has_left_are_wiped_later(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    raw = capture_path(record, "s-1")
    content = raw.read_bytes()
    delete_session(record, KEY, wanted())
    raw.write_bytes(content)
    assert wipe_deleted(record, KEY) == [raw]
    assert not raw.exists()
    assert wipe_deleted(record, KEY) == []


def test_a_row_that_is_deleted_without_a_line_is_found(tmp_path: Path) -> None:
    """The tombstone counts, not the gap."""
    record = clinic(tmp_path, sessions=2)
    connection = vault.connect(record, KEY, read_only=False)
    for table in ("numerics", "cuff_results", "alarms", "events", "anchors", "links", "manifests"):
        connection.execute(f"DELETE FROM {table} WHERE session = 2")
    connection.execute("DELETE FROM sessions WHERE n = 2")
    connection.close()
    assert [one.session_id for one in verify(record, KEY)] == ["s-1"]


# ---- the rule


def test_what_is_due_is_named_and_nothing_is_deleted_by_itself(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    add_session(record, KEY, "s-new", opened_utc_s=LATER - DAY_S)
    add_session(record, KEY, "s-open", ended=False)
    with reading(record, KEY) as connection:
        assert due(connection, Retention(), LATER) == []
        assert due(connection, TEN, LATER) == []
        found = due(connection, Retention(7), LATER)
    assert [one.session_id for one in found] == ["s-0", "s-1"]


@given(st.none() | st.integers(LEAST_YEARS, MOST_YEARS))
def test_the_rule_is_kept(tmp_path_factory: pytest.TempPathFactory, years: int | None) -> None:
    path = tmp_path_factory.mktemp("rule") / FILE_NAME
    save_retention(path, Retention(years))
    assert load_retention(path) == Retention(years)


@pytest.mark.parametrize("text", ["", "[]", '{"keep_years": 2}', '{"keep_years": true}', "{"])
def test_a_rule_that_cannot_be_understood_keeps_everything(tmp_path: Path, text: str) -> None:
    path = tmp_path / FILE_NAME
    assert load_retention(path) == Retention()
    path.write_text(text)
    assert load_retention(path) == Retention()
