"""The raw bytes of a session are vouched for, and a change of one byte is found."""

from __future__ import annotations

import shutil
from pathlib import Path

from backup_examples import KEY, add_session, clinic
from hypothesis import given
from hypothesis import strategies as st

from data.audit import Audit, AuditKind
from data.capture_seal import (
    capture_defects,
    capture_hash,
    capture_path,
    seal_captures,
    wipe,
)
from data.capture_store import CaptureFile, Piece
from data.store import SessionStore
from tests.data.record_examples import course, start_anchor


def lines_of(record: Path, session_id: str) -> list[str]:
    return [line.kind for line in Audit(record, KEY).lines(session_id=session_id)]


def written(path: Path, pieces: list[Piece], key: bytes | None = KEY) -> Path:
    capture = CaptureFile.open(path, key)
    for piece in pieces:
        capture.add([piece])
    capture.close()
    return path


pieces = st.lists(
    st.builds(
        Piece,
        st.integers(0, 10_000_000).map(lambda ms: ms / 1000),
        st.sampled_from(["device:a", "device:b"]),
        st.sampled_from(["rx", "tx"]),
        st.binary(min_size=1, max_size=40),
    ),
    min_size=1,
    max_size=8,
).map(lambda many: sorted(many, key=lambda one: one.at))


@given(pieces, st.data())
def test_the_hash_is_of_what_was_said_and_not_of_the_file(
    tmp_path_factory: object, said: list[Piece], data: st.DataObject
) -> None:
    import tempfile  # noqa: PLC0415 -- a folder for each example

    with tempfile.TemporaryDirectory() as folder:
        one = written(Path(folder) / "one.capture", said)
        packed = CaptureFile.open(Path(folder) / "two.capture", None)
        packed.add(said)
        packed.close()
        assert capture_hash(one, KEY) == capture_hash(Path(folder) / "two.capture", None)
        at = data.draw(st.integers(0, len(said) - 1))
        old = said[at]
        other = Piece(old.at, old.device, old.direction, old.data + b"!")
        changed = [*said[:at], other, *said[at + 1 :]]
        assert capture_hash(written(Path(folder) / "3.capture", changed), KEY) != capture_hash(
            one, KEY
        )


def test_a_signed_session_is_sealed_once_and_an_open_one_not(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    add_session(record, KEY, "s-open", ended=False)
    for _ in range(2):
        assert seal_captures(record, KEY, lambda: 1.0, lambda _session: False)
    assert lines_of(record, "s-0").count(AuditKind.CAPTURE_SEALED) == 1
    assert AuditKind.CAPTURE_SEALED not in lines_of(record, "s-open")


def test_what_is_still_written_waits(tmp_path: Path) -> None:
    record = tmp_path / "clinic.db"
    with SessionStore.open(record, KEY) as store:
        store.write(course("s-1", 20), [start_anchor()])
    written(capture_path(record, "s-1"), [Piece(1.0, "device:a", "rx", b"x")])
    assert not seal_captures(record, KEY, lambda: 1.0, lambda session: session == "s-1")
    assert AuditKind.CAPTURE_SEALED not in lines_of(record, "s-1")
    assert seal_captures(record, KEY, lambda: 1.0, lambda _session: False)
    assert AuditKind.CAPTURE_SEALED in lines_of(record, "s-1")


def test_changed_and_missing_raw_bytes_are_named(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=3)
    assert capture_defects(record, KEY) == []
    changed = CaptureFile.open(capture_path(record, "s-0"), KEY)
    changed.add([Piece(9.0, "device:ivy-450c", "rx", b"more")])
    changed.close()
    capture_path(record, "s-1").unlink()
    capture_path(record, "s-2").write_bytes(b"torn" * 3000)
    texts = {one.session_id: one.text for one in capture_defects(record, KEY)}
    assert set(texts) == {"s-0", "s-1", "s-2"}
    assert "were changed" in texts["s-0"]
    assert "are gone" in texts["s-1"]
    assert "cannot be read" in texts["s-2"]


def test_in_a_backup_they_are_looked_for_where_they_lie(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    (tmp_path / "safe" / "captures").mkdir(parents=True)
    copy = tmp_path / "safe" / "clinic.db"
    shutil.copyfile(record, copy)
    path = capture_path(record, "s-0")
    shutil.move(path, tmp_path / "safe" / "captures" / path.name)
    assert capture_defects(copy, KEY, [tmp_path / "safe" / "captures"]) == []
    assert len(capture_defects(copy, KEY)) == 1


def test_what_is_wiped_is_gone_with_its_log(tmp_path: Path) -> None:
    path = written(tmp_path / "s.capture", [Piece(1.0, "device:a", "rx", b"secret")], None)
    path.with_name(path.name + "-wal").write_bytes(b"log")
    assert wipe(path) > 3
    assert list(tmp_path.iterdir()) == []
