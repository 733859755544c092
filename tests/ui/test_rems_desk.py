"""The form saved, and noted as sent."""

from __future__ import annotations

from pathlib import Path

from recording_backend import RecordingBackend

from monitor.commands import EndSession
from tests.ui.rems_record import BY, entries, record, usual
from ui.app import application
from ui.rems_desk import RemsDesk


def test_it_is_saved_beside_what_exists(tmp_path: Path) -> None:
    application()
    backend = RecordingBackend(entries=entries(*usual()))
    desk = RemsDesk(backend, tmp_path / "forms")
    told = [desk.do("save", "s-1", BY) for _ in range(2)]
    kept = sorted((tmp_path / "forms").iterdir())
    assert [path.read_bytes()[:4] for path in kept] == [b"%PDF", b"%PDF"]
    assert all(str(path) in "".join(told) for path in kept)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    application()
    (tmp_path / "file").write_text("")
    desk = RemsDesk(RecordingBackend(entries=entries(*usual())), tmp_path / "file")
    assert desk.do("save", "s-1", BY).startswith("The form was not saved")


def test_that_it_was_sent_is_ticked_for_the_day(tmp_path: Path) -> None:
    backend = RecordingBackend()
    assert RemsDesk(backend, tmp_path).do("sent", "s-1", BY) == "Noted: the form was sent."
    (tick,) = backend.days.ticks()
    assert (tick.item, tick.done, tick.by) == ("form:s-1", True, BY)


def test_a_record_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    told = RemsDesk(RecordingBackend(), tmp_path).do("save", "s-9", BY)
    assert told == "session s-9 is not known"


def test_a_session_without_a_spray_has_no_form(tmp_path: Path) -> None:
    desk = RemsDesk(RecordingBackend(), tmp_path)
    opened_only = [one for one in usual() if isinstance(one[1], EndSession) or one[0] == 0]
    assert desk.form(record(*opened_only)) is None
    assert desk.form(record(*usual())) is not None
