"""A new key for everything: the same rows, no file between two keys, and nothing forgotten."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers import ROOT

from data import vault
from data.audit import Audit, AuditKind
from data.backlog import Put
from data.capture_store import CaptureFile, Piece, read
from data.errors import StoreDamaged, StoreLocked, StoreMissing, WrongKey
from data.journal import Journal
from data.live_mark import take
from data.manifest import verify
from data.mirror import Heads, load_mirror, renew
from data.record_file import reading
from data.recovery import has_recovery, make_recovery
from data.rekey import COPY_SUFFIX
from data.rotation import (
    MARKER_SUFFIX,
    Around,
    Change,
    finish,
    is_coming,
    rotate,
    salt_for,
    under_way,
)
from data.store import SessionStore
from tests.data.record_examples import NAME, REMARK, course, start_anchor

OLD, NEW, OTHER = (bytes([n]) * 32 for n in (1, 2, 3))
SALTED = NEW + b"sixteen bytes ok"
PIECES = [Piece(0.0, "device:ivy-450c", "rx", b"what the monitor said")]


@dataclass(frozen=True, slots=True)
class Clinic:
    """A record with one session, its capture and its second place."""

    path: Path
    capture: Path
    spill: Path

    def around(self, *marks: Path) -> Around:
        return Around((self.capture,), self.spill, marks)

    def opens_with(self, key: bytes | None) -> tuple[bool, bool]:
        return vault.opens(self.path, key), vault.opens(self.capture, key)

    def is_whole(self, key: bytes | None) -> None:
        """Everything is there, nothing else is, and the chains know of nothing wrong."""
        with SessionStore.open(self.path, key, read_only=True) as store:
            assert list(store.entries("s-1")) == course()
            assert store.anchors("s-1") == [start_anchor()]
        assert verify(self.path, key, load_mirror(self.spill, self.path, key)) == []
        assert [data for *_, data in read(self.capture, key)] == [PIECES[0].data]
        left = {one.name for one in self.path.parent.iterdir()}
        assert not [name for name in left if COPY_SUFFIX in name or MARKER_SUFFIX in name]


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return make(tmp_path, OLD)


def make(folder: Path, key: bytes | None) -> Clinic:
    made = Clinic(folder / "record.db", folder / "s-1.capture", folder / "spill")
    with SessionStore.open(made.path, key) as store:
        store.write(course(), [start_anchor()])
    capture = CaptureFile.open(made.capture, key)
    capture.add(PIECES)
    capture.close()
    return made


def change(old: bytes | None = OLD, new: bytes = NEW) -> Change:
    return Change(lambda _path: old, new, "Supervisor 1", 1_760_000_000.0)


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (OLD, SALTED), (None, NEW), (None, SALTED)])
def test_everything_is_the_same_under_the_new_key(
    tmp_path: Path, old: bytes | None, new: bytes
) -> None:
    clinic = make(tmp_path, old)
    done = rotate(clinic.path, change(old, new), clinic.around())
    assert (done.files, done.had_recovery) == (2, False)
    finish(clinic.path)
    assert clinic.opens_with(new) == (True, True)
    assert clinic.opens_with(old) == (False, False)
    clinic.is_whole(new)


def test_the_audit_chain_says_that_the_key_was_changed(clinic: Clinic) -> None:
    rotate(clinic.path, change(), clinic.around())
    line = Audit(clinic.path, NEW).lines(1)[0]
    assert (line.kind, line.by) == (AuditKind.KEY_CHANGED, "Supervisor 1")
    assert line.facts["captures"] == 1
    assert line.facts["was"] != line.facts["now"]


def test_a_record_in_clear_leaves_nothing_readable_behind(tmp_path: Path) -> None:
    clinic = make(tmp_path, None)
    text = NAME.encode()
    kept_open = clinic.path.open("rb")  # what somebody who undeletes files would find
    with kept_open:
        assert text in kept_open.read()
        rotate(clinic.path, change(None), clinic.around())
        kept_open.seek(0)
        assert set(kept_open.read()) == {0}
    left = [one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()]
    assert len(left) >= 3
    for wanted in (text, REMARK.encode(), PIECES[0].data):
        assert not any(wanted in content for content in left)


def test_what_was_wrong_with_a_record_stays_found(clinic: Clinic) -> None:
    connection = vault.connect(clinic.path, OLD, read_only=False)
    connection.execute("UPDATE cuff_results SET sbp = 120 WHERE seq = (SELECT min(seq)"
                       " FROM cuff_results)")  # fmt: skip
    connection.close()
    before = verify(clinic.path, OLD)
    assert before
    rotate(clinic.path, change(), clinic.around())
    assert verify(clinic.path, NEW) == before


def test_a_tail_that_was_cut_off_is_still_missed(clinic: Clinic) -> None:
    ahead = {"s-1": (10_000, b"h" * 32)}
    renew(clinic.spill, clinic.path, OLD, Heads(ahead))
    rotate(clinic.path, change(), clinic.around())
    known = load_mirror(clinic.spill, clinic.path, NEW)
    assert known is not None
    assert known.sessions == ahead
    assert verify(clinic.path, NEW, known)


def test_what_only_the_journal_had_is_in_the_record_and_the_journal_is_gone(
    clinic: Clinic,
) -> None:
    later = course("s-2")
    journal = Journal(clinic.spill, clinic.path, OLD)
    journal.start()
    for entry in later:
        journal.put(Put(entry, 0.0))
    assert journal.stop(all_recorded=False)
    assert list(clinic.spill.glob("journal-*"))
    rotate(clinic.path, change(), clinic.around())
    assert not list(clinic.spill.glob("journal-*"))
    with SessionStore.open(clinic.path, NEW, read_only=True) as store:
        assert list(store.entries("s-2")) == later


def test_the_recovery_code_goes_with_the_key_it_held(clinic: Clinic) -> None:
    make_recovery(clinic.path, OLD)
    assert rotate(clinic.path, change(), clinic.around()).had_recovery
    assert not has_recovery(clinic.path)


# ---- cut off, refused ---------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("old", [OLD, None], ids=["under a key", "in clear"])
@pytest.mark.parametrize("step", range(7))
def test_killed_at_any_step_every_file_opens_and_the_same_change_ends_it(
    tmp_path: Path, step: int, old: bytes | None
) -> None:
    clinic = make(tmp_path, old)
    program = Path(__file__).with_name("rotating_program.py")
    arguments = (
        clinic.path,
        "-" if old is None else old.hex(),
        SALTED.hex(),
        clinic.capture,
        step,
    )
    done = subprocess.run(
        [sys.executable, str(program), *map(str, arguments)], cwd=ROOT, check=False, timeout=60,
        env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
    )  # fmt: skip
    reached = step < 6  # two files with three steps each
    assert done.returncode == (-signal.SIGKILL if reached else 0), done.stderr
    for path in (clinic.path, clinic.capture):
        assert sorted((vault.opens(path, old), vault.opens(path, SALTED))) == [False, True]
    assert under_way(clinic.path) is reached
    if reached:
        assert is_coming(clinic.path, SALTED)
        assert salt_for(clinic.path) == SALTED[32:]
        rotate(clinic.path, change(old, SALTED), clinic.around())
        finish(clinic.path)
    clinic.is_whole(SALTED)
    changed = [one for one in Audit(clinic.path, SALTED).lines() if one.kind == "key-changed"]
    assert len(changed) == 1


def test_another_new_key_is_refused_until_the_change_under_way_is_through(
    clinic: Clinic,
) -> None:
    rotate(clinic.path, change(), clinic.around())  # nobody said that it is through
    with pytest.raises(WrongKey, match="another new key"):
        rotate(clinic.path, change(NEW, OTHER), clinic.around())
    assert rotate(clinic.path, change(), clinic.around()).files == 0
    finish(clinic.path)
    assert rotate(clinic.path, change(NEW, OTHER), clinic.around()).files == 2


def test_a_damaged_marker_is_no_reason_to_lose_a_key(clinic: Clinic) -> None:
    clinic.path.with_name(clinic.path.name + MARKER_SUFFIX).write_text('{"salt": "zz", "to": 5}')
    rotate(clinic.path, change(), clinic.around())
    finish(clinic.path)
    clinic.is_whole(NEW)


def test_a_wrong_old_key_changes_nothing(clinic: Clinic) -> None:
    before = clinic.path.read_bytes()
    with pytest.raises(WrongKey, match="neither the old key nor the new"):
        rotate(clinic.path, change(OTHER), clinic.around())
    assert clinic.path.read_bytes() == before


def test_nothing_is_changed_under_an_open_program(clinic: Clinic, tmp_path: Path) -> None:
    mark = take(tmp_path / "program.live")
    assert mark is not None
    with pytest.raises(StoreLocked, match="is open on this computer"):
        rotate(clinic.path, change(), clinic.around(tmp_path))
    mark.drop()
    assert rotate(clinic.path, change(), clinic.around(tmp_path)).files == 2


def test_a_record_that_somebody_reads_is_not_changed(clinic: Clinic) -> None:
    with reading(clinic.path, OLD) as reader:
        reader.execute("SELECT count(*) FROM sessions").fetchall()
        with pytest.raises(StoreLocked, match="held by another program"):
            rotate(clinic.path, change(), clinic.around())
    assert clinic.opens_with(OLD) == (True, True)


def test_a_record_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match=r"none\.db"):
        rotate(tmp_path / "none.db", change(), Around())


def test_a_damaged_record_is_not_copied_in_part(clinic: Clinic) -> None:
    content = bytearray(clinic.path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    clinic.path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        rotate(clinic.path, change(), clinic.around())
    assert clinic.path.read_bytes()[:4096] == bytes(content[:4096])
    assert vault.opens(clinic.path, OLD)
