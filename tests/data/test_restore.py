"""A backup becomes a record again, over nothing, and what is no backup of ours stays outside."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from backup_examples import DAY_S, FIRST_UTC_S, KEY, SALTED, add_session, clinic

from data import vault
from data.audit import Audit, AuditKind
from data.backup import Backup, Order, make_backup
from data.capture_seal import capture_defects, capture_path
from data.capture_store import read
from data.errors import StoreDamaged, StoreError, StoreForeign, StoreMissing, WrongKey
from data.manifest import verify
from data.mirror import heads_of, load_mirror, renew
from data.record_file import reading
from data.recovery import key_from_recovery, make_recovery
from data.restore import Wish, restore
from data.retention import Deletion, delete_session
from data.store import SessionStore
from monitor.commands import Note, NoteKind
from monitor.entries import Entry
from tests.data.record_examples import course

NOON = FIRST_UTC_S + 20 * DAY_S
WISH = Wish("Supervisor 1", NOON)


def backed_up(folder: Path, key: bytes | None = KEY, sessions: int = 2) -> Backup:
    return make_backup(clinic(folder, key, sessions), key, folder / "safe")


@pytest.mark.parametrize("key", [None, KEY, SALTED], ids=["clear", "keyring", "passphrase"])
def test_everything_comes_back_and_can_be_gone_on_with(tmp_path: Path, key: bytes | None) -> None:
    record = clinic(tmp_path, key, 1)
    add_session(record, key, "s-cut", ended=False, opened_utc_s=NOON)
    made = make_backup(record, key, tmp_path / "safe")
    (tmp_path / "new").mkdir()
    done = restore(made.path, tmp_path / "new" / "clinic.db", key, WISH)
    assert (done.sessions, done.captures, done.newest_utc_s) == (2, 2, NOON)
    assert done.vouched
    assert done.defects == done.faults == ()
    assert verify(done.path, key) == []
    assert capture_defects(done.path, key) == []
    kept = read(capture_path(record, "s-cut"), key)
    assert list(read(capture_path(done.path, "s-cut"), key)) == list(kept)
    with SessionStore.open(done.path, key) as store:
        entries = list(store.entries("s-cut"))
        assert entries == course("s-cut", 40, ended=False)
        last = entries[-1]
        note = Note("n2", NoteKind.FREE_TEXT, "gone on", "RN")
        store.write([Entry("s-cut", last.seq + 1, last.now_s + 1.0, note)])
    assert verify(done.path, key) == []
    assert [path.name for path in (tmp_path / "new").glob("*part*")] == []


def test_it_says_in_its_audit_chain_that_it_was_restored(tmp_path: Path) -> None:
    made = backed_up(tmp_path)
    done = restore(made.path, tmp_path / "new.db", KEY, WISH)
    line = Audit(done.path, KEY).lines(1)[0]
    assert (line.kind, line.by, line.utc_s) == (AuditKind.RESTORED, "Supervisor 1", NOON)
    assert line.facts["file"] == made.path.name


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    made = backed_up(tmp_path)
    target = tmp_path / "there.db"
    target.write_bytes(b"mine")
    with pytest.raises(StoreError, match="nothing is overwritten"):
        restore(made.path, target, KEY, WISH)
    assert target.read_bytes() == b"mine"
    raw = capture_path(tmp_path / "other" / "x.db", "s-0")
    raw.parent.mkdir()
    raw.write_bytes(b"raw bytes of mine")
    assert restore(made.path, tmp_path / "other" / "x.db", KEY, WISH).captures == 1
    assert raw.read_bytes() == b"raw bytes of mine"


def test_the_recovery_code_opens_the_restored_record_too(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    code = make_recovery(record, KEY)
    made = make_backup(record, KEY, tmp_path / "safe")
    done = restore(made.path, tmp_path / "new.db", KEY, WISH)
    assert done.recovery
    assert key_from_recovery(done.path, code) == KEY


def test_it_says_what_the_record_in_use_has_beyond_it(tmp_path: Path) -> None:
    record, spill = clinic(tmp_path, sessions=2), tmp_path / "spill"
    add_session(record, KEY, "s-on", ended=False)
    made = make_backup(record, KEY, tmp_path / "safe")
    add_session(record, KEY, "s-later")
    with SessionStore.open(record, KEY) as store:
        last = list(store.entries("s-on"))[-1]
        note = Note("n2", NoteKind.FREE_TEXT, "later", "RN")
        store.write([Entry("s-on", last.seq + 1, last.now_s + 1.0, note)])
    with reading(record, KEY) as connection:
        renew(spill, record, KEY, heads_of(connection))
    wish = Wish("Supervisor 1", NOON, spill=spill, present=record)
    done = restore(made.path, tmp_path / "new.db", KEY, wish)
    assert done.beyond is not None
    assert (done.beyond.sessions, done.beyond.longer) == (1, 1)
    # The mirror of the restored record says what that one has.
    mirror = load_mirror(spill, done.path, KEY)
    assert mirror is not None
    assert verify(done.path, KEY, mirror) == []


def test_sessions_that_were_deleted_since_are_named(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=3)
    made = make_backup(record, KEY, tmp_path / "safe")
    delete_session(record, KEY, Deletion("s-1", "Supervisor 1", "a trial run", NOON))
    wish = Wish("Supervisor 1", NOON, present=record)
    done = restore(made.path, tmp_path / "new.db", KEY, wish)
    assert done.returned == ("s-1",)
    assert restore(made.path, tmp_path / "other.db", KEY, WISH).returned == ()


def test_in_the_place_of_the_lost_record_the_mirror_starts_anew(tmp_path: Path) -> None:
    record, spill = clinic(tmp_path, sessions=1), tmp_path / "spill"
    made = make_backup(record, KEY, tmp_path / "safe")
    add_session(record, KEY, "s-later")
    with reading(record, KEY) as connection:
        renew(spill, record, KEY, heads_of(connection))
    record.rename(tmp_path / "torn.db")
    wish = Wish("Supervisor 1", NOON, spill=spill, present=record)
    done = restore(made.path, record, KEY, wish)
    assert done.beyond is not None
    assert done.beyond.sessions == 1
    assert verify(record, KEY, load_mirror(spill, record, KEY)) == []


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    made, target = backed_up(tmp_path), tmp_path / "new.db"
    with pytest.raises(StoreMissing):
        restore(tmp_path / "nothing.db", target, KEY, WISH)
    for content in (b"", b"a text that is none " * 400):
        other = tmp_path / "other.db"
        other.write_bytes(content)
        with pytest.raises(StoreForeign):
            restore(other, target, KEY, WISH)
    with pytest.raises(StoreForeign):
        restore(tmp_path / "safe", target, KEY, WISH)
    with pytest.raises(WrongKey):
        restore(made.path, target, bytes(32), WISH)
    with pytest.raises(StoreForeign):
        restore(capture_path(tmp_path / "safe" / "captures" / "x", "s-0"), target, KEY, WISH)
    assert not target.exists()


@pytest.mark.parametrize(
    "made_up",
    [
        "CREATE TRIGGER evil AFTER INSERT ON audit BEGIN DELETE FROM cuff_results; END",
        "CREATE TRIGGER audit_no_insert BEFORE INSERT ON audit BEGIN SELECT 1; END",
        "CREATE VIEW more AS SELECT * FROM sessions",
        "CREATE VIRTUAL TABLE words USING fts5(text)",
    ],
)
def test_a_backup_that_would_do_something_by_itself_is_refused(
    tmp_path: Path, made_up: str
) -> None:
    made = backed_up(tmp_path, None)
    connection = vault.connect(made.path, None, read_only=False)
    connection.execute(made_up)
    connection.close()
    with pytest.raises(StoreForeign, match="no record of Chairside has"):
        restore(made.path, tmp_path / "new.db", None, WISH)
    assert not (tmp_path / "new.db").exists()


def damaged(made: Backup) -> None:
    data = bytearray(made.path.read_bytes())
    data[len(data) // 2] ^= 1
    made.path.write_bytes(data)


def test_a_torn_backup_is_refused(tmp_path: Path) -> None:
    made = backed_up(tmp_path)
    damaged(made)
    with pytest.raises(StoreDamaged):
        restore(made.path, tmp_path / "new.db", KEY, WISH)
    assert sorted(path.name for path in tmp_path.glob("new*")) == []


def test_a_changed_line_is_refused_unless_it_is_wanted_all_the_same(tmp_path: Path) -> None:
    made = backed_up(tmp_path)
    connection = vault.connect(made.path, KEY, read_only=False)
    connection.execute("UPDATE cuff_results SET sbp = 99.0 WHERE session = 1")
    connection.close()
    with pytest.raises(StoreDamaged, match="despite its defects"):
        restore(made.path, tmp_path / "new.db", KEY, WISH)
    wish = Wish("Supervisor 1", NOON, despite=True)
    done = restore(made.path, tmp_path / "new.db", KEY, wish)
    assert [one.session_id for one in done.defects] == ["s-0"]


def test_heads_that_were_changed_or_cannot_be_any_are_refused(tmp_path: Path) -> None:
    made = backed_up(tmp_path)
    heads = made.path.with_suffix(".heads")
    content = heads.read_bytes()
    heads.write_bytes(content.replace(b"s-0", b"s-9"))
    with pytest.raises(StoreDamaged, match="heads"):
        restore(made.path, tmp_path / "new.db", KEY, WISH)
    os.truncate(heads, 1 << 30)  # sparse: it takes no room
    with pytest.raises(StoreForeign, match="too large"):
        restore(made.path, tmp_path / "new.db", KEY, WISH)
    assert not (tmp_path / "new.db").exists()


def test_an_older_state_under_the_name_of_a_newer_backup_is_found(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    first = make_backup(record, KEY, tmp_path / "safe", Order(clock=lambda: NOON))
    add_session(record, KEY, "s-later")
    second = make_backup(record, KEY, tmp_path / "safe", Order(clock=lambda: NOON + DAY_S))
    shutil.copyfile(first.path, second.path)
    with pytest.raises(StoreDamaged, match=r"missing|gone"):
        restore(second.path, tmp_path / "new.db", KEY, WISH)


def test_a_record_copied_by_hand_can_be_restored_without_its_heads(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    (tmp_path / "usb").mkdir()
    for path in (record, capture_path(record, "s-0")):
        shutil.copyfile(path, tmp_path / "usb" / path.name)
    (tmp_path / "new").mkdir()
    done = restore(tmp_path / "usb" / record.name, tmp_path / "new" / "clinic.db", KEY, WISH)
    assert not done.vouched
    assert (done.sessions, done.captures) == (2, 1)
