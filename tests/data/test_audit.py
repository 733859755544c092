import pytest

from data.accounts import AccountRefused, Accounts, Role
from data.audit import Audit, AuditChain, AuditKind
from data.day_book import DayBook, Moment, TodayEntry
from data.manifest import verify
from data.record_file import reading, writing
from data.store import SessionStore
from data.vault import connect
from monitor.entries import Entry
from monitor.events import Resumed
from tests.data.record_examples import NAME, REMARK, course, start_anchor

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "record.db"
    SessionStore.open(path, KEY).close()
    return path


def kinds(path, key=KEY):
    return [line.kind for line in Audit(path, key).lines()]


def test_a_note_is_kept_with_who_when_and_what(path):
    Audit(path, KEY).note(AuditKind.EXPORT, "Nurse 1", 12.5, "s-1", format="csv", lines=7)
    line = Audit(path, KEY).lines()[-1]
    assert (line.kind, line.by, line.utc_s) == (AuditKind.EXPORT, "Nurse 1", 12.5)
    assert (line.session_id, line.facts) == ("s-1", {"format": "csv", "lines": 7})


def test_the_first_line_says_that_the_record_was_made(path):
    Audit(path, KEY).note(AuditKind.LOCKED, "Nurse 1", 1.0)
    assert kinds(path) == [AuditKind.RECORD_MADE, AuditKind.LOCKED]


def test_lines_are_given_oldest_first_and_the_newest_when_only_some_are_wanted(path):
    for at in range(5):
        Audit(path, KEY).note(AuditKind.VIEW, "Nurse 1", float(at), f"s-{at % 2}")
    assert [line.utc_s for line in Audit(path, KEY).lines(2)] == [3.0, 4.0]
    assert [line.utc_s for line in Audit(path, KEY).lines(session_id="s-1")] == [1.0, 3.0]


def test_the_life_of_a_session_is_in_it(path):
    whole = course(seconds=30)
    with SessionStore.open(path, KEY) as store:
        store.write(whole[:10], [start_anchor()])
    with SessionStore.open(path, KEY) as store:
        resumed = Entry("s-1", whole[9].seq + 1, whole[9].now_s, Resumed(whole[9].now_s))
        store.write([resumed])
        rest = [Entry("s-1", one.seq + 1, one.now_s, one.what) for one in whole[10:]]
        store.write(rest)
    lines = [line for line in Audit(path, KEY).lines() if line.session_id == "s-1"]
    assert [line.kind for line in lines] == [
        AuditKind.SESSION_OPENED,
        AuditKind.SESSION_RESUMED,
        AuditKind.SESSION_SIGNED,
    ]
    assert [line.by for line in lines] == ["RN", "", "RN"]
    assert lines[-1].facts["items"] == len(whole) + 2
    assert verify(path, KEY) == []


def test_no_line_holds_the_patient_or_a_note(path):
    with SessionStore.open(path, KEY) as store:
        store.write(course(seconds=30), [start_anchor()])
    with reading(path, KEY) as connection:
        text = str(connection.execute("SELECT * FROM audit").fetchall())
    assert NAME not in text
    assert REMARK not in text


def test_signing_in_staff_and_the_day_have_their_lines(path):
    staff = Accounts(path, KEY)
    staff.enlist("Nurse 1", Role.NURSE, "1111", "Supervisor 1", 1.0)
    staff.check("Nurse 1", "1111", 2.0)
    with pytest.raises(AccountRefused):
        staff.check("Nurse 1", "9999", 3.0)
    staff.retire("Nurse 1", "Supervisor 1", 4.0)
    DayBook(path, KEY).plan([TodayEntry("20417")], "Nurse 1", Moment(5.0, 0))
    lines = Audit(path, KEY).lines()[1:]
    assert [(line.kind, line.by) for line in lines] == [
        (AuditKind.STAFF, "Supervisor 1"),
        (AuditKind.SIGN_IN, "Nurse 1"),
        (AuditKind.SIGN_IN_FAILED, "Nurse 1"),
        (AuditKind.STAFF, "Supervisor 1"),
        (AuditKind.DAY, "Nurse 1"),
    ]
    assert verify(path, KEY) == []


def test_what_was_not_committed_has_no_line(path):
    def note_and_fail():
        with writing(path, KEY) as connection:
            AuditChain(connection, KEY).append(AuditKind.VIEW, "Nurse 1", 1.0)
            connection.execute("nonsense")

    with pytest.raises(Exception, match="syntax error"):
        note_and_fail()
    assert kinds(path) == []
    Audit(path, KEY).note(AuditKind.VIEW, "Nurse 1", 1.0)
    assert verify(path, KEY) == []


def test_two_programs_may_add_lines_to_one_chain(path):
    with SessionStore.open(path, KEY) as store:
        store.write(course("s-1", seconds=5)[:3])
        Audit(path, KEY).note(AuditKind.VIEW, "Nurse 1", 1.0)
        store.write(course("s-2", seconds=5)[:3])
        Audit(path, KEY).note(AuditKind.VIEW, "Nurse 1", 2.0)
    assert verify(path, KEY) == []


def test_recording_goes_on_when_the_chain_key_was_taken_away_and_it_is_a_defect(path):
    with SessionStore.open(path, KEY) as store:
        store.write(course("s-1", seconds=5))
    connection = connect(path, KEY, read_only=False)
    connection.execute("DELETE FROM chain_keys")
    connection.close()
    with SessionStore.open(path, KEY) as store:
        store.write(course("s-2", seconds=5))
        assert len(list(store.entries("s-2"))) == len(course("s-2", seconds=5))
    assert AuditKind.KEY_LOST in kinds(path)
    found = {one.session_id: one.text for one in verify(path, KEY)}
    assert "the key of line 1" in found[""]
    assert "the key of its chain is gone" in found["s-1"]


def test_a_record_in_clear_has_an_audit_chain_without_a_key(tmp_path):
    path = tmp_path / "clear.db"
    with SessionStore.open(path) as store:
        store.write(course(seconds=5))
    assert kinds(path, None) == [AuditKind.SESSION_OPENED, AuditKind.SESSION_SIGNED]
    assert verify(path, None) == []
