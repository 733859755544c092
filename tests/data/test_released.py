"""Every schema that was ever released opens, says what it said, and goes on under the new one.

`released/` holds records made by the versions of then: a session that was signed, one that was cut
off with a wave and a changed clock, from 1.2 on staff and a day too, and what they had to say.
"""

import gzip
import json
from pathlib import Path

import pytest

from data.accounts import Accounts
from data.audit import Audit, AuditKind
from data.capture_store import read
from data.codec import decode
from data.connection import storage_errors
from data.day_book import DayBook, Moment
from data.manifest import verify
from data.migrations import MAJOR, MINOR, number
from data.store import SessionStore
from data.vault import connect
from monitor.entries import Entry
from monitor.rights import Role

RELEASED = Path(__file__).parent / "released"
VERSIONS = ("1.0", "1.1", "1.2", "2.0", "2.1")
KEY = bytes(range(32))


def said_then(version):
    lines = json.loads(gzip.decompress((RELEASED / f"{version}.json.gz").read_bytes()))
    return {
        session: [Entry(session, seq, now_s, decode(kind, body)) for seq, now_s, kind, body in one]
        for session, one in lines.items()
    }


@pytest.fixture(params=VERSIONS)
def version(request):
    return request.param


@pytest.fixture
def path(version, tmp_path):
    path = tmp_path / "record.db"
    path.write_bytes(gzip.decompress((RELEASED / f"{version}.db.gz").read_bytes()))
    return path


@pytest.fixture
def encrypted(tmp_path):
    path = tmp_path / "encrypted.db"
    path.write_bytes(gzip.decompress((RELEASED / "1.2-encrypted.db.gz").read_bytes()))
    return path


def schema_of(path, key=None):
    connection = connect(path, key, read_only=True)
    try:
        return divmod(number(connection, "user_version"), 1000)
    finally:
        connection.close()


def test_it_is_read_as_it_was_and_not_changed_by_that(version, path):
    before = path.read_bytes()
    with SessionStore.open(path, read_only=True) as store:
        for session, entries in said_then(version).items():
            assert list(store.entries(session)) == entries
        assert [one.ended for one in store.sessions()].count(True) == 1
    assert verify(path, None) == []
    assert path.read_bytes() == before


def test_it_is_completed_and_goes_on(version, path):
    with SessionStore.open(path) as store:
        then = said_then(version)
        for session, entries in then.items():
            assert list(store.entries(session)) == entries
        going = then["s-2"]
        store.write([Entry("s-2", going[-1].seq + 1, 200.0, going[0].what)])
    assert schema_of(path) == (MAJOR, MINOR)
    assert verify(path, None) == []


def test_an_encrypted_one_is_taken_into_the_audit_chain(encrypted):
    SessionStore.open(encrypted, KEY).close()
    lines = Audit(encrypted, KEY).lines()
    assert [line.kind for line in lines[:1]] == [AuditKind.RECORD_MADE]
    adopted = [line for line in lines if line.kind == AuditKind.ADOPTED]
    assert {line.session_id for line in adopted} >= {"s-1", "s-2"}
    assert {line.facts.get("table") for line in adopted} >= {"staff", "sign_ins", "day_lines"}
    assert verify(encrypted, KEY) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("DELETE FROM numerics WHERE session = 1 AND seq = 100", "s-1"),
        ("UPDATE cuff_results SET sbp = 120.0 WHERE session = 1", "s-1"),
        ("UPDATE sign_ins SET good = 1", "sign_ins"),
        ("DELETE FROM staff", "staff"),
        ("UPDATE day_lines SET body = '{}' WHERE n = 1", "day_lines"),
    ],
)
def test_what_was_there_before_the_audit_chain_is_guarded_by_it(encrypted, change, named):
    SessionStore.open(encrypted, KEY).close()
    connection = connect(encrypted, KEY, read_only=False)
    with storage_errors(encrypted):
        for table in ("staff", "sign_ins", "day_lines"):
            for verb in ("update", "delete"):
                connection.execute(f"DROP TRIGGER {table}_no_{verb}")
        connection.execute(change)
    connection.close()
    assert any(named in f"{one.session_id} {one.text}" for one in verify(encrypted, KEY))


def test_a_session_of_before_cannot_be_chained_anew_without_a_key(encrypted):
    """Its chain has no key; what the audit chain saw of it has."""
    SessionStore.open(encrypted, KEY).close()
    with SessionStore.open(encrypted, KEY) as store:
        entries = list(store.entries("s-1"))
    connection = connect(encrypted, KEY, read_only=False)
    for table in ("numerics", "cuff_results", "alarms", "events", "anchors", "links", "manifests"):
        connection.execute(f"DELETE FROM {table} WHERE session = 1")
    connection.execute("DELETE FROM sessions WHERE n = 1")
    connection.close()
    with SessionStore.open(encrypted, KEY) as store:
        store.write(entries[:-5])
    assert "s-1" in {one.session_id for one in verify(encrypted, KEY)}


def test_staff_and_day_of_then_are_known(tmp_path):
    path = tmp_path / "record.db"
    path.write_bytes(gzip.decompress((RELEASED / "1.2.db.gz").read_bytes()))
    day = Moment(1_760_000_000.0, 120)
    for _now_and_then in range(2):
        assert [one.role for one in Accounts(path, None).members()] == [Role.NURSE]
        assert [one.patient_id for one in DayBook(path, None).today(day)] == ["20417"]
        assert [tick.item for tick in DayBook(path, None).ticks(day)] == ["emergency-drugs"]
        SessionStore.open(path).close()


@pytest.mark.parametrize("old", ["1.0", "1.2", "2.0"])
def test_a_capture_of_then_is_read(old, tmp_path):
    path = tmp_path / "s.capture"
    path.write_bytes(gzip.decompress((RELEASED / f"{old}.capture.gz").read_bytes()))
    pieces = list(read(path))
    assert len(pieces) == 100
    assert pieces[7] == (7.0, "device:ivy-450c", "rx", b"HR 67\r\n")


def test_the_schema_of_now_is_among_them_and_verifies_with_its_key(tmp_path):
    path = tmp_path / "record.db"
    name = f"{MAJOR}.{MINOR}-encrypted.db.gz"
    path.write_bytes(gzip.decompress((RELEASED / name).read_bytes()))
    assert f"{MAJOR}.{MINOR}" == VERSIONS[-1]
    assert verify(path, KEY) == []
    before = path.read_bytes()
    SessionStore.open(path, KEY).close()
    assert path.read_bytes() == before
