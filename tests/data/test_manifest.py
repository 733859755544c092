import contextlib
import random
import shutil
import time

import pytest

from data.errors import StoreDamaged, StoreNewer, WrongKey
from data.ledger import NOTHING_YET
from data.manifest import Defect, verify
from data.rows import COLUMNS
from data.store import SessionStore
from data.vault import connect
from monitor.entries import Anchor, AnchorReason
from tests.data.record_examples import course, start_anchor

KEY = bytes(range(32))
ATTACKS = 60
TABLES = ("numerics", "cuff_results", "alarms", "events", "anchors")


@pytest.fixture(scope="module")
def genuine(tmp_path_factory):
    """A record of three sessions, the last one cut off."""
    path = tmp_path_factory.mktemp("genuine") / "record.db"
    with SessionStore.open(path) as store:
        for name in ("s-1", "s-2"):
            store.write(course(name, seconds=400), [start_anchor(name)])
            store.write([], [Anchor(name, 50.0, 1_760_000_050.5, 60, AnchorReason.CLOCK_STEP)])
        store.write(course("s-3", seconds=50, ended=False), [start_anchor("s-3")])
    return path


@pytest.fixture
def path(genuine, tmp_path):
    shutil.copy(genuine, tmp_path / "record.db")
    return tmp_path / "record.db"


def tampered(path, *statements):
    connection = connect(path, None, read_only=False)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return verify(path, None)


def test_a_genuine_record_has_no_defect(path):
    assert verify(path, None) == []


@pytest.mark.parametrize(
    ("statement", "seq", "words"),
    [
        ("UPDATE numerics SET hr = hr + 1 WHERE session = 1 AND seq = 200", 200, "changed"),
        ("UPDATE numerics SET t_ms = t_ms + 1 WHERE session = 1 AND seq = 200", 200, "changed"),
        ("DELETE FROM numerics WHERE session = 1 AND seq = 200", 200, "missing"),
        ("DELETE FROM numerics WHERE session = 1 AND seq BETWEEN 200 AND 220", 200, "missing"),
        ("DELETE FROM numerics WHERE session = 1 AND seq > 380", 381, "missing"),
        ("UPDATE cuff_results SET sbp = 120 WHERE session = 1", 4, "changed"),
        ("UPDATE alarms SET state = 'cleared' WHERE session = 1", 5, "changed"),
        ("DELETE FROM alarms WHERE session = 1", 5, "missing"),
        ("INSERT INTO events VALUES (1, 9999, 1, 'note', '{}')", 9999, "inserted"),
        ("INSERT INTO events VALUES (1, 200, 1, 'note', '{}')", 200, "inserted"),
        ("INSERT INTO events VALUES (1, -5, 1, 'note', '{}')", -5, "inserted"),
        ("UPDATE anchors SET utc_s = utc_s + 60 WHERE session = 1 AND n = 1", None, "anchor 1"),
        ("DELETE FROM anchors WHERE session = 1 AND n = 0", None, "missing"),
        ("UPDATE layouts SET text = replace(text, 'hr', 'rr')", 3, "changed"),
        ("UPDATE sessions SET patient_id = 'X' WHERE n = 1", None, "patient_id is 'X'"),
        ("UPDATE sessions SET ended_ms = NULL WHERE n = 1", None, "ended_ms"),
        ("UPDATE sessions SET opened_utc = 5 WHERE n = 1", None, "opened_utc"),
        ("UPDATE sessions SET offset_min = 5 WHERE n = 1", None, "offset_min"),
        ("UPDATE sessions SET last_ms = 5 WHERE n = 1", None, "last_ms"),
        ("UPDATE sessions SET program = 'X' WHERE n = 1", 31, "chain"),
        ("UPDATE sessions SET head = x'00' WHERE n = 1", None, "head"),
        ("UPDATE links SET head = x'00' WHERE session = 1 AND items = 64", 63, "chain"),
        ("DELETE FROM links WHERE session = 1 AND items = 64", 32, ""),
        ("INSERT INTO links VALUES (1, 9999, x'00', x'')", None, "link"),
        ("DELETE FROM manifests WHERE session = 1", None, "manifest is missing"),
        ("UPDATE manifests SET sha256 = x'00' WHERE session = 1", None, "manifest differs"),
    ],
)
def test_the_first_line_that_differs_is_named(path, statement, seq, words):
    found = [one for one in tampered(path, statement) if one.session_id == "s-1"]
    assert [one.session_id for one in found] == ["s-1"]
    assert words in found[0].text
    if seq is not None:
        assert found[0].seq == seq


def test_a_defect_in_one_session_does_not_hide_one_in_another(path):
    found = tampered(
        path,
        "UPDATE numerics SET spo2 = 99.5 WHERE session = 1 AND seq = 100",
        "DELETE FROM numerics WHERE session = 3 AND seq = 20",
    )
    assert {(one.session_id, one.seq) for one in found} == {("s-1", 100), ("s-3", 20)}


def test_two_swapped_lines_are_found(path):
    found = tampered(
        path,
        "UPDATE numerics SET seq = -1 WHERE session = 1 AND seq = 100",
        "UPDATE numerics SET seq = 100 WHERE session = 1 AND seq = 101",
        "UPDATE numerics SET seq = 101 WHERE session = 1 AND seq = -1",
    )
    assert [(one.session_id, one.seq) for one in found] == [("s-1", 100)]


def test_a_line_moved_to_another_session_is_found_in_both(path):
    found = tampered(
        path,
        "DELETE FROM alarms WHERE session = 2 AND seq = 5",
        "UPDATE alarms SET session = 2 WHERE session = 1 AND seq = 5",
    )
    assert ("s-1", 5) in {(one.session_id, one.seq) for one in found}


def test_rows_of_a_session_that_is_gone_are_found(path):
    found = tampered(path, "DELETE FROM sessions WHERE n = 2")
    assert "s-2" in {one.session_id for one in found}
    assert any("which is gone" in one.text for one in found)


def test_the_cut_tail_of_a_session_that_was_cut_off_is_found(path):
    found = tampered(path, "DELETE FROM numerics WHERE session = 3 AND seq > 40")
    assert [(one.session_id, one.seq) for one in found] == [("s-3", 41)]


def test_no_random_change_to_any_row_goes_unseen(genuine, tmp_path):
    dice = random.Random(11)
    connection = connect(genuine, None, read_only=True)
    keys = [
        (table, session, seq)
        for table in TABLES
        for session, seq in connection.execute(
            f"SELECT session, {'n' if table == 'anchors' else 'seq'} FROM {table}"
        )
    ]
    connection.close()
    for attack in range(ATTACKS):
        table, session, seq = dice.choice(keys)
        name = "n" if table == "anchors" else "seq"
        where = f"WHERE session = {session} AND {name} = {seq}"
        columns = ["from_s", "utc_s"] if table == "anchors" else ["t_ms"]
        columns += [one for one in COLUMNS.get(table, ()) if one in {"hr", "sbp", "value"}]
        change = dice.choice(
            [
                f"DELETE FROM {table} {where}",
                f"UPDATE {table} SET {name} = {name} + 100000 {where}",
                f"UPDATE {table} SET {dice.choice(columns)} = 77777 {where}",
            ]
        )
        copy = tmp_path / f"{attack}.db"
        shutil.copy(genuine, copy)
        found = tampered(copy, change)
        assert [one.session_id for one in found] == [f"s-{session}"], change
        copy.unlink()


def test_a_session_that_goes_on_after_its_end_is_sealed_again(path):
    late = course("s-2", seconds=405)[-3:]
    with SessionStore.open(path) as store:
        last = list(store.entries("s-2"))[-1]
        from_seq = last.seq + 1
        store.write(
            [
                type(one)("s-2", from_seq + n, last.now_s + n, one.what)
                for n, one in enumerate(late)
            ]
        )
    assert verify(path, None) == []


def test_a_record_that_is_being_written_verifies(path):
    entries = course("s-9", ended=False)
    with SessionStore.open(path) as store:
        for start in range(0, len(entries), 10):
            store.write(entries[start : start + 10])
            assert verify(path, None) == []


@pytest.mark.parametrize("attempt", range(20))
def test_a_torn_page_is_a_defect_or_damage_and_never_another_error(path, attempt):
    dice = random.Random(attempt)
    content = bytearray(path.read_bytes())
    at = dice.randrange(4096, len(content) - 400)
    torn = dice.choice([bytes(400), bytes([255]) * 400, dice.randbytes(400)])
    content[at : at + 400] = torn
    path.write_bytes(content)
    with contextlib.suppress(StoreDamaged):
        found = verify(path, None)
        assert all(isinstance(one, Defect) for one in found)
    with contextlib.suppress(StoreDamaged), SessionStore.open(path, read_only=True) as store:
        for summary in store.sessions():
            assert isinstance(list(store.entries(summary.session_id)), list)


def test_an_encrypted_record_verifies_with_its_key_only(tmp_path):
    path = tmp_path / "record.db"
    with SessionStore.open(path, KEY) as store:
        store.write(course())
    assert verify(path, KEY) == []
    with pytest.raises(WrongKey):
        verify(path, None)


def test_a_newer_record_is_not_called_defective(path):
    connection = connect(path, None, read_only=False)
    connection.execute("PRAGMA user_version = 9000")
    connection.close()
    with pytest.raises(StoreNewer):
        verify(path, None)


def test_three_hours_verify_in_a_second(tmp_path):
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        store.write(course(seconds=3 * 3600))
    times = []
    for _attempt in range(3):
        started = time.process_time()
        assert verify(path, None) == []
        times.append(time.process_time() - started)
    assert min(times) <= 1.0


def test_a_session_of_anchors_alone_verifies(tmp_path):
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        store.write([], [start_anchor()])
        assert store.summary("s-1").last_s == 0.0
    assert verify(path, None) == []
    assert NOTHING_YET == -1
