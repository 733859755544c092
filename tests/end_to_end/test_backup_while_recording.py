"""The real program is backed up while it records, and the copy resumes where the session was."""

from __future__ import annotations

from pathlib import Path

import pytest
from real_program import needs_pty, simulated
from watched_program import Watched, wanted, watched

from data.audit import Audit, AuditKind
from data.backup_folder import backups
from data.manifest import verify
from data.restore import Wish, restore
from data.store import SessionStore
from data.vault import PASSPHRASE_VARIABLE, key_for
from monitor.commands import Note, NoteKind
from monitor.events import Numerics

pytestmark = needs_pty
REMARK = "floating over the harbour"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "a passphrase of the clinic")


def backed_up(there: Watched, folder: Path, db: Path) -> None:
    there.program.backups().back_up()
    there.until(lambda: backups(folder, db), what="a verified backup")
    there.until(lambda: not there.program.backups().view().stage, what="the end of the backup")


def test_a_running_session_is_in_the_backup_and_goes_on_from_there(tmp_path: Path) -> None:
    db, folder = tmp_path / "clinic.db", tmp_path / "home" / "backups"
    with simulated("--pty") as (_monitor, url), watched(db) as there:
        session_id = there.program.open_session(wanted(url))
        there.until(lambda: len(there.events(Numerics)) >= 2, what="two readings")
        there.program.send(1, Note("n1", NoteKind.FREE_TEXT, REMARK, "AK"))
        there.until(lambda: there.events(Note), what="the note")
        assert there.program.flush()
        backed_up(there, folder, db)
        seen = len(there.events(Numerics))
        there.until(lambda: len(there.events(Numerics)) >= seen + 2, what="more readings")
        assert there.about_the_store == []
    key = key_for(db)
    copy = backups(folder, db)[0].path
    assert key_for(copy) == key  # the same passphrase, the same salt
    line = next(one for one in Audit(db, key).lines() if one.kind == AuditKind.BACKUP)
    assert line.facts["verified"] is True
    for path in folder.rglob("*"):
        assert path.is_dir() or REMARK.encode() not in path.read_bytes()

    back = tmp_path / "new" / "clinic.db"
    back.parent.mkdir()
    done = restore(copy, back, key, Wish("Supervisor 1", 1_790_000_000.0))
    assert (done.sessions, done.captures, done.defects) == (1, 1, ())
    with SessionStore.open(back, key, read_only=True) as store:
        before = list(store.entries(session_id))
    assert any(REMARK in str(entry.what) for entry in before)
    with simulated("--pty") as (_monitor, url), watched(back) as there:
        assert [row.session_id for row in there.program.unfinished()] == [session_id]
        there.program.resume_session(session_id, wanted(url).devices)
        there.until(lambda: there.events(Numerics), what="a reading after the resumption")
    with SessionStore.open(back, key, read_only=True) as store:
        after = list(store.entries(session_id))
    assert after[: len(before)] == before
    assert len(after) > len(before)
    assert verify(back, key) == []
