"""Downtime sheets saved: a file of its own, and what is refused leaves none."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from paper_words import by_pypdf
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend

from tests.ui.day_examples import LIST
from ui.clinic_day.paper_card import LIST as OF_THE_LIST
from ui.clinic_day.paper_card import PaperCard
from ui.requests import Refusal
from ui.words import say

NOW = datetime(2026, 9, 21, 8, 30)  # noqa: DTZ001 -- the local time of day


class Refusing(RecordingBackend):
    def want_print(self, what: str, session_id: str = "") -> None:
        raise Refusal(f"no {what} for her{session_id}")


def card(qtbot: QtBot, backend: RecordingBackend, folder: Path) -> PaperCard:
    made = PaperCard(backend, lambda: NOW)
    qtbot.addWidget(made)
    made.folder = folder
    made.show_entries(LIST)
    return made


def test_a_page_for_each_of_the_list_is_saved_beside_what_exists(
    qtbot: QtBot, tmp_path: Path
) -> None:
    backend = RecordingBackend()
    made = card(qtbot, backend, tmp_path / "documents")
    assert made.whom.key() == OF_THE_LIST
    for name in ("chairside-downtime-2026-09-21.pdf", "chairside-downtime-2026-09-21-2.pdf"):
        made.save.click()
        path = tmp_path / "documents" / name
        assert made.message.text() == say("day-paper-saved", path)
        assert by_pypdf(path.read_bytes()).count(say("downtime-title")) == len(LIST)
    assert backend.printed == [("downtime", "")] * 2


def test_whoever_may_not_print_leaves_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    made = card(qtbot, Refusing(), tmp_path / "documents")
    made.save.click()
    assert made.message.text() == "no downtime for her"
    assert os.listdir(tmp_path) == []
