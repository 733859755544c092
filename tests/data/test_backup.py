"""A backup counts when it was restored and compared, and whatever fails leaves nothing of it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from backup_examples import FIRST_UTC_S, KEY, SALTED, add_session, clinic
from sqlcipher3 import dbapi2

from data import vault
from data.audit import Audit, AuditKind
from data.backup import Order, Stage, make_backup
from data.backup_folder import backups, newest_verified
from data.capture_seal import capture_defects, capture_path
from data.capture_store import CaptureFile, Piece, read
from data.errors import StoreError, StoreLocked, StoreMissing, StoreUnwritable
from data.manifest import verify
from data.mirror import read_heads
from data.recovery import make_recovery, sidecar_of
from data.store import SessionStore
from data.vault import derive_key
from tests.data.record_examples import NAME, REMARK, SOURCE, course, start_anchor

ROOM = FIRST_UTC_S + 10 * 86_400.0


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


@pytest.mark.parametrize("key", [None, KEY, SALTED], ids=["clear", "keyring", "passphrase"])
def test_a_backup_opens_with_the_same_key_and_has_everything(
    tmp_path: Path, key: bytes | None
) -> None:
    record = clinic(tmp_path, key)
    made = make_backup(record, key, tmp_path / "safe", Order(by="Nurse 1", clock=lambda: ROOM))
    assert made.verified
    assert made.sessions == made.checked == made.captures == 3
    assert made.same_disk
    assert made.size == made.path.stat().st_size
    assert verify(made.path, key) == [] == verify(record, key)
    with SessionStore.open(made.path, key, read_only=True) as copy:
        assert [one.session_id for one in copy.sessions()] == ["s-2", "s-1", "s-0"]
        assert list(copy.entries("s-1")) == course("s-1", 40)
    for number in range(3):
        capture = tmp_path / "safe" / "captures" / f"s-{number}.capture"
        assert list(read(capture, key)) == list(read(capture_path(record, f"s-{number}"), key))
    assert capture_defects(made.path, key, [made.path.parent / "captures"]) == []
    assert names(tmp_path / "safe") == [made.path.name, made.path.stem + ".heads"]
    assert vault.is_encrypted(made.path) == (key is not None)


def test_with_a_passphrase_the_salt_goes_with_the_copy(tmp_path: Path) -> None:
    key = derive_key("a passphrase that is long", tmp_path / "clinic.db")
    record = clinic(tmp_path, key, 1)
    made = make_backup(record, key, tmp_path / "safe")
    assert derive_key("a passphrase that is long", made.path) == key
    assert vault.opens(made.path, key)


def test_the_audit_chain_tells_of_it_and_its_heads_vouch_for_the_record(tmp_path: Path) -> None:
    record = clinic(tmp_path)
    made = make_backup(record, KEY, tmp_path / "safe", Order(by="Nurse 1"))
    line = Audit(record, KEY).lines(1)[0]
    assert (line.kind, line.by) == (AuditKind.BACKUP, "Nurse 1")
    assert line.facts["sha256"] == made.sha256
    assert line.facts["verified"] is True
    heads = read_heads(made.path.with_suffix(".heads"), KEY)
    assert heads is not None
    assert set(heads.sessions) == {"s-0", "s-1", "s-2"}
    assert verify(record, KEY, heads) == [] == verify(made.path, KEY, heads)


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    make_recovery(record, KEY)
    made = make_backup(record, KEY, tmp_path / "safe")
    everything = [tmp_path / "safe", *(tmp_path / "safe").rglob("*")]
    assert sidecar_of(made.path) in everything
    for path in everything:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_what_was_committed_before_is_in_it_and_nobody_waits(tmp_path: Path) -> None:
    """A session is written all the while; the copy is of one moment of it."""
    record = clinic(tmp_path, sessions=2)
    lines = course("s-now", 400, ended=False)
    written, stop = [0], threading.Event()
    with SessionStore.open(record, KEY) as store:
        store.write(lines[:50], [start_anchor("s-now")])

    def write() -> None:
        with SessionStore.open(record, KEY) as store:
            for at in range(50, len(lines)):
                store.write(lines[at : at + 1])
                written[0] = at
                if stop.wait(0.002):
                    return

    writer = threading.Thread(target=write)
    seen: dict[Stage, int] = {}

    def stage(now: Stage, _path: Path) -> None:
        seen[now] = written[0]

    writer.start()
    try:
        made = make_backup(record, KEY, tmp_path / "safe", Order(stage=stage))
    finally:
        stop.set()
        writer.join()
    assert made.verified
    with SessionStore.open(made.path, KEY, read_only=True) as copy:
        there = list(copy.entries("s-now"))
    assert there == lines[: len(there)]
    assert len(there) >= 50
    assert verify(record, KEY) == []


def test_a_second_backup_looks_at_what_has_changed(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=3)
    first = make_backup(record, KEY, tmp_path / "safe", Order(clock=lambda: ROOM))
    add_session(record, KEY, "s-new", opened_utc_s=ROOM)
    second = make_backup(record, KEY, tmp_path / "safe", Order(clock=lambda: ROOM + 3600))
    assert (first.checked, first.captures) == (3, 3)
    assert 1 <= second.checked < 4
    assert second.captures == 1
    full = make_backup(record, KEY, tmp_path / "safe", Order(full=True, clock=lambda: ROOM + 7200))
    assert full.checked == 4
    assert [one.path for one in backups(tmp_path / "safe", record)] == [
        full.path,
        second.path,
        first.path,
    ]


def flipping(place: Callable[[bytes], int]) -> Callable[[Stage, Path], None]:
    """Flip one bit of the copy, where `place` says, before it is compared."""

    def flip(stage: Stage, part: Path) -> None:
        if stage is Stage.CHECKING:
            data = bytearray(part.read_bytes())
            data[place(bytes(data))] ^= 0x10
            part.write_bytes(data)

    return flip


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.77, 0.99])
def test_a_flipped_bit_in_the_copy_is_found_and_the_copy_thrown_away(
    tmp_path: Path, share: float
) -> None:
    record = clinic(tmp_path, sessions=2)
    before = make_backup(record, KEY, tmp_path / "safe", Order(clock=lambda: ROOM))
    stage = flipping(lambda data: int(len(data) * share))
    with pytest.raises(StoreError):
        make_backup(record, KEY, tmp_path / "safe", Order(stage=stage, clock=lambda: ROOM + 60))
    assert names(tmp_path / "safe") == [before.path.name, before.path.stem + ".heads"]
    assert verify(record, KEY) == []


@pytest.mark.parametrize("text", [REMARK, SOURCE, NAME])
def test_in_clear_a_flipped_bit_in_any_row_is_found_too(tmp_path: Path, text: str) -> None:
    record = clinic(tmp_path, None, 2)
    make_backup(record, None, tmp_path / "safe", Order(clock=lambda: ROOM))
    stage = flipping(lambda data: data.index(text.encode()) + 3)
    with pytest.raises(StoreError):
        make_backup(record, None, tmp_path / "safe", Order(stage=stage, clock=lambda: ROOM + 60))
    assert len(backups(tmp_path / "safe", record)) == 1


def test_a_copy_that_was_cut_short_is_found(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)

    def cut(stage: Stage, part: Path) -> None:
        if stage is Stage.CHECKING:
            os.truncate(part, part.stat().st_size - 4096)

    with pytest.raises(StoreError):
        make_backup(record, KEY, tmp_path / "safe", Order(stage=cut))
    assert backups(tmp_path / "safe", record) == []
    assert names(tmp_path / "safe") == []


def test_a_copy_with_another_row_is_found(tmp_path: Path) -> None:
    """Pages and trees are whole, and the key is right: only the comparing finds it."""
    record = clinic(tmp_path, sessions=1)

    def change(stage: Stage, part: Path) -> None:
        if stage is Stage.CHECKING:
            connection = vault.connect(part, KEY, read_only=False)
            connection.execute("UPDATE sessions SET initials = 'XX'")
            connection.close()

    with pytest.raises(StoreError, match="the rows of sessions differ"):
        make_backup(record, KEY, tmp_path / "safe", Order(stage=change))
    assert names(tmp_path / "safe") == []


def test_a_folder_that_vanishes_in_between_is_one_sentence(tmp_path: Path) -> None:
    record, safe = clinic(tmp_path, sessions=1), tmp_path / "safe"

    def vanish(stage: Stage, _part: Path) -> None:
        if stage is Stage.CAPTURES:
            safe.rename(tmp_path / "elsewhere")

    with pytest.raises(StoreError, match="safe"):
        make_backup(record, KEY, safe, Order(stage=vanish))
    assert backups(tmp_path / "elsewhere", record) == []
    made = make_backup(record, KEY, safe)
    assert made.verified


def test_a_disk_that_is_pulled_out_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    with pytest.raises(StoreUnwritable, match="choose another folder"):
        make_backup(record, KEY, tmp_path / "media" / "disk")
    assert not (tmp_path / "media").exists()


def test_a_record_with_a_defect_is_copied_and_said_to_be_suspect(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    good = make_backup(record, KEY, tmp_path / "safe", Order(clock=lambda: ROOM))
    connection = vault.connect(record, KEY, read_only=False)
    connection.execute("UPDATE cuff_results SET sbp = 99.0")
    connection.close()
    made = make_backup(record, KEY, tmp_path / "safe", Order(full=True, clock=lambda: ROOM + 60))
    assert not made.verified
    assert made.path.name.endswith(".suspect.db")
    assert {one.session_id for one in made.defects} == {"s-0", "s-1"}
    last = newest_verified(tmp_path / "safe", record)
    assert last is not None
    assert last.path == good.path
    assert Audit(record, KEY).lines(1)[0].facts["verified"] is False


def test_a_damaged_capture_is_named_and_the_rest_is_backed_up(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    damaged = capture_path(record, "s-0")
    data = bytearray(damaged.read_bytes())
    data[9000] ^= 1
    damaged.write_bytes(data)
    made = make_backup(record, KEY, tmp_path / "safe")
    assert made.verified
    assert made.captures == 1
    assert len(made.faults) == 1
    assert damaged.name in made.faults[0]


def test_a_capture_that_grew_is_copied_again(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    make_backup(record, KEY, tmp_path / "safe", Order(clock=lambda: ROOM))
    path = capture_path(record, "s-1")
    capture = CaptureFile.open(path, KEY)
    capture.add([Piece(9.0, "device:ivy-450c", "rx", b"later")])
    # Still open: its last bytes lie in the log beside it.
    made = make_backup(record, KEY, tmp_path / "safe", Order(clock=lambda: ROOM + 60))
    capture.close()
    assert made.captures == 1
    assert list(read(tmp_path / "safe" / "captures" / path.name, KEY))[-1][3] == b"later"


def test_two_backups_of_a_record_are_not_made_at_once(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    refused: list[str] = []

    def again(stage: Stage, _part: Path) -> None:
        if stage is Stage.COPYING:
            with pytest.raises(StoreLocked) as error:
                make_backup(record, KEY, tmp_path / "other")
            refused.append(str(error.value))

    assert make_backup(record, KEY, tmp_path / "safe", Order(stage=again)).verified
    assert len(refused) == 1
    assert "already" in refused[0]


def test_a_record_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match=r"nowhere\.db"):
        make_backup(tmp_path / "nowhere.db", KEY, tmp_path / "safe")


def test_a_commit_does_not_wait_for_a_backup(tmp_path: Path) -> None:
    """Somebody who writes while it copies is never refused, whatever it is doing."""
    record = clinic(tmp_path, sessions=2)
    lines = course("s-now", 60, ended=False)
    store = SessionStore.open(record, KEY)
    at = [0]

    def write(_stage: Stage, _part: Path) -> None:
        store.write(lines[at[0] : at[0] + 10], [start_anchor("s-now")] if not at[0] else ())
        at[0] += 10

    try:
        made = make_backup(record, KEY, tmp_path / "safe", Order(stage=write))
    finally:
        store.close()
    assert made.verified
    assert at[0] == 40
    with pytest.raises(dbapi2.DatabaseError):
        dbapi2.connect(str(made.path)).execute("SELECT * FROM sessions")
    assert time.time() >= made.at_utc_s
