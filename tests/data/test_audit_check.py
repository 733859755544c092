"""What somebody can do who has SQL on the decrypted record, and not its key; `verify` says it."""

import shutil

import pytest

from data.accounts import Accounts, Role
from data.audit import Audit, AuditKind, last
from data.chain import digest, seed
from data.manifest import verify
from data.mirror import Heads
from data.queries import all_facts
from data.record_file import reading
from data.store import SessionStore
from data.vault import connect
from tests.data.record_examples import course, start_anchor

KEY = bytes(range(32))
ROWS_OF = ("numerics", "cuff_results", "alarms", "limit_changes", "wave_chunks", "events",
           "anchors", "links", "manifests")  # fmt: skip


@pytest.fixture(scope="module")
def genuine(tmp_path_factory):
    path = tmp_path_factory.mktemp("audited") / "record.db"
    with SessionStore.open(path, KEY) as store:
        store.write(course("s-1", seconds=200), [start_anchor("s-1")])
        store.write(course("s-2", seconds=200, ended=False), [start_anchor("s-2")])
    staff = Accounts(path, KEY)
    staff.enlist("Nurse 1", Role.NURSE, "1111", "Supervisor 1", 1.0)
    staff.check("Nurse 1", "1111", 2.0)
    Audit(path, KEY).note(AuditKind.VIEW, "Nurse 1", 3.0, "s-1")
    return path


@pytest.fixture
def path(genuine, tmp_path):
    shutil.copy(genuine, tmp_path / "record.db")
    return tmp_path / "record.db"


def attack(path, *statements):
    connection = connect(path, KEY, read_only=False)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(
            statement
        )
    connection.close()


def said(path, mirror=None):
    return " / ".join(f"{one.session_id} {one.text}" for one in verify(path, KEY, mirror))


def heads_of(path):
    with reading(path, KEY) as connection:
        sessions = {
            facts.session_id: (facts.chain.items, facts.chain.head)
            for facts in all_facts(connection)
        }
        return Heads(sessions, last(connection))


def test_a_genuine_record_agrees_with_its_audit_chain_and_its_mirror(path):
    assert verify(path, KEY, heads_of(path)) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE audit SET by = 'Nurse 2' WHERE n = 7", "line 7 of the audit chain (view)"),
        ("UPDATE audit SET utc = utc + 1 WHERE n = 2", "line 2 of the audit chain"),
        ("DELETE FROM audit WHERE n = 3", "line 3 of the audit chain is missing"),
        ("DELETE FROM audit WHERE n = 1", "line 1 of the audit chain is missing"),
        ("DELETE FROM audit WHERE n = 7", "cut off: line 7 is missing"),
        ("DELETE FROM audit", "line 1 of the audit chain is missing"),
        ("UPDATE audit SET facts = '[]' WHERE n = 4", "line 4 of the audit chain"),
        ("DELETE FROM audit_end", "cut off"),
        ("DELETE FROM chain_keys", "the key of line 1"),
        ("UPDATE sign_ins SET good = 0", "row 1 of sign_ins was changed"),
        ("DELETE FROM staff", "row 1 of staff is missing"),
        ("INSERT INTO sign_ins VALUES (9, 'Nurse 1', 1, 5.0)", "row 9 of sign_ins was inserted"),
    ],
)
def test_the_first_line_that_is_not_what_was_written_is_named(path, statement, words):
    attack(path, statement)
    assert words in said(path)


def test_two_lines_that_changed_places_are_found(path):
    attack(
        path,
        "UPDATE audit SET n = -1 WHERE n = 3",
        "UPDATE audit SET n = 3 WHERE n = 4",
        "UPDATE audit SET n = 4 WHERE n = -1",
    )
    assert "line 3 of the audit chain" in said(path)


def test_a_line_that_was_hashed_by_somebody_without_the_key_is_found(path):
    with reading(path, KEY) as connection:
        n, head = last(connection)
    false = digest(None, head + b"whatever")
    attack(
        path,
        (
            "INSERT INTO audit VALUES (?, 9.0, 'view', 'Nurse 2', 's-1', '{}', 1, ?)",
            (n + 1, false),
        ),
        ("UPDATE audit_end SET n = ?, seal = ?", (n + 1, digest(None, false))),
    )
    assert f"line {n + 1} of the audit chain (view) was changed or inserted" in said(path)


def test_a_whole_session_that_is_gone_is_named(path):
    attack(path, *(f"DELETE FROM {table} WHERE session = 1" for table in ROWS_OF),
           "DELETE FROM sessions WHERE n = 1")  # fmt: skip
    assert "s-1 this session is gone" in said(path)


def test_an_end_that_was_cut_off_at_a_link_has_no_seal(path):
    """The head of the link is genuine; the row that claims to end there is not."""
    with reading(path, KEY) as connection:
        ((items, head),) = connection.execute(
            "SELECT items, head FROM links WHERE session = 2 ORDER BY items LIMIT 1"
        ).fetchall()
    last_seq = items - 1  # the anchor comes behind all entries
    attack(
        path,
        *(f"DELETE FROM {table} WHERE session = 2 AND seq > {last_seq}" for table in ROWS_OF[:6]),
        f"DELETE FROM links WHERE session = 2 AND items > {items}",
        "DELETE FROM anchors WHERE session = 2",
        ("UPDATE sessions SET head = ?, items = ?, tail = x'', last_seq = ? WHERE n = 2",
         (head, items, last_seq)),
    )  # fmt: skip
    assert "s-2 its end was cut off or changed" in said(path)


def test_a_session_that_was_chained_anew_without_a_key_is_found(path):
    start = seed("s-1", 0.0, "x")
    attack(path, ("UPDATE sessions SET keyed = 0, seal = NULL, head = ? WHERE n = 1", (start,)))
    assert "s-1 its chain is not under the key it was begun with" in said(path)


def test_a_session_that_nobody_opened_is_found(path):
    attack(path, "INSERT INTO sessions SELECT 7, 's-7', program, created_utc, opened_utc,"
           " offset_min, last_seq, last_ms, head, items, tail, opened_ms, ended_ms, phase, chair,"
           " patient_id, initials, profile, driver, simulated, weight_kg, mg_per_kg, dose_mg,"
           " minutes, peak_sbp, peak_dbp, alarms_high, alarms_medium, cuff_count, notes, 0, NULL,"
           " route FROM sessions WHERE n = 1")  # fmt: skip
    assert "s-7 it was inserted" in said(path)


def test_an_older_copy_that_was_put_back_is_found_by_the_mirror_alone(path, tmp_path):
    older = tmp_path / "older.db"
    shutil.copy(path, older)
    with SessionStore.open(path, KEY) as store:
        entries = list(store.entries("s-2"))
        going_on = course("s-2", seconds=210, ended=False)[len(entries) :]
        store.write(going_on)
    Audit(path, KEY).note(AuditKind.VIEW, "Nurse 1", 4.0, "s-2")
    mirror = heads_of(path)
    assert verify(older, KEY) == []
    words = said(older, mirror)
    assert "line 8 of the audit chain is missing" in words
    assert f"s-2 its end was cut off: line {len(entries)} is missing" in words


def test_a_mirror_that_is_behind_the_record_is_no_defect(path):
    behind = heads_of(path)
    with SessionStore.open(path, KEY) as store:
        store.write(course("s-3", seconds=20))
    assert verify(path, KEY, behind) == []
