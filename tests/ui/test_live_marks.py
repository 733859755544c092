"""Which sessions are recorded on this computer, as two programs see it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from ui.live_marks import FOLDER, LiveMarks


def test_what_one_program_records_the_other_does_not_continue(tmp_path: Path) -> None:
    ours, theirs = LiveMarks(tmp_path), LiveMarks(tmp_path)
    assert not ours.any()
    assert ours.hold("a")
    assert (ours.elsewhere("a"), theirs.elsewhere("a")) == (False, True)
    assert not theirs.hold("a")
    assert theirs.hold("b")
    ours.let_go("a")
    assert not theirs.elsewhere("a")
    assert ours.elsewhere("b")
    theirs.let_all_go()
    assert not ours.elsewhere("b")


def test_any_session_anywhere_counts(tmp_path: Path) -> None:
    ours, demo = LiveMarks(tmp_path), LiveMarks(tmp_path)
    ours.hold("a")
    ours.hold("b")
    assert ours.any()
    assert demo.any()
    ours.let_go("a")
    assert demo.any()
    ours.let_go("b")
    ours.let_go("b")
    assert not demo.any()
    assert not list((tmp_path / FOLDER).iterdir())


def test_a_folder_that_cannot_be_used_stops_no_session(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    marks = LiveMarks(tmp_path)
    with caplog.at_level(logging.WARNING):
        assert marks.hold("a")
    assert "session a could not be marked" in caplog.text
    assert not marks.elsewhere("a")
    marks.let_all_go()
