from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.mllp import Receiver
from data.receiver_file import save_receiver
from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import example_record, row
from ui.handing_over import FORMATS
from ui.page_kit import Button
from ui.post import receiver_place
from ui.requests import SessionRow
from ui.review.hand_over_panel import FIRST, HandOverPanel
from ui.review.usual_path import usual_name, usual_path
from ui.words import say


@pytest.fixture
def backend() -> RecordingBackend:
    return RecordingBackend()


@pytest.fixture
def panel(qtbot: QtBot, backend: RecordingBackend) -> Iterator[HandOverPanel]:
    made = HandOverPanel(backend)
    window = in_a_window(made, 1200, 300)
    qtbot.addWidget(window)
    window.show()
    yield made
    window.hide()


def rows(*ids: str) -> list[SessionRow]:
    return [row(one) for one in ids]


def press(qtbot: QtBot, button: Button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def told(panel: HandOverPanel) -> list[str]:
    said: list[str] = []
    panel.done.connect(said.append)
    return said


def test_a_name_sorts_by_date_and_does_not_say_who_it_was() -> None:
    assert usual_path(rows("a")[0]).name == "chairside-2026-09-21-1613-a.csv"
    strange = example_record("../x y/é", patient_id="20417").row
    assert usual_name(strange, ".edf") == "chairside-2026-09-21-1613-x-y.edf"


def test_the_name_follows_the_format(qtbot: QtBot, panel: HandOverPanel) -> None:
    panel.offer(rows("a")[0])
    assert panel.path.text().endswith(FORMATS[FIRST].suffix)
    press(qtbot, panel.format.button("fhir"))
    assert panel.path.text().endswith(".fhir.json")
    assert panel.what.text() == say("hand-over-what-fhir")


def test_one_session_is_saved_and_said(
    qtbot: QtBot, panel: HandOverPanel, backend: RecordingBackend, tmp_path: Path
) -> None:
    said = told(panel)
    panel.offer(rows("a")[0])
    panel.path.line.setText(str(tmp_path / "out.csv"))
    press(qtbot, panel.save)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert backend.exported == [("a", str(tmp_path / "out.csv"))]
    assert said == [say("export-done", tmp_path / "out.csv")]


def test_without_names_is_said_and_done(
    qtbot: QtBot, panel: HandOverPanel, backend: RecordingBackend, tmp_path: Path
) -> None:
    panel.offer(rows("a")[0])
    press(qtbot, panel.nameless)
    assert panel.what.text() == say("hand-over-nameless-why")
    panel.path.line.setText(str(tmp_path / "out.csv"))
    press(qtbot, panel.save)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert backend.deidentified == ["a"]


def test_a_file_is_replaced_only_when_asked_twice(
    qtbot: QtBot, panel: HandOverPanel, backend: RecordingBackend, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    path.write_text("kept", encoding="utf-8")
    panel.offer(rows("a")[0])
    panel.path.line.setText(str(path))
    press(qtbot, panel.save)
    assert panel.path.message() == say("export-exists", path)
    assert backend.exported == []
    press(qtbot, panel.save)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert backend.exported == [("a", str(path))]


def test_a_refusal_is_a_sentence_and_the_path_stays(
    qtbot: QtBot, panel: HandOverPanel, backend: RecordingBackend, tmp_path: Path
) -> None:
    backend.refuses = "the folder nowhere does not exist; choose another"
    panel.offer(rows("a")[0])
    panel.path.line.setText(str(tmp_path / "out.csv"))
    press(qtbot, panel.save)
    qtbot.waitUntil(lambda: panel.path.message() == backend.refuses)
    assert panel.isVisible()
    assert panel.save.isEnabled()


def test_many_go_into_a_folder_that_is_there(
    qtbot: QtBot, panel: HandOverPanel, backend: RecordingBackend, tmp_path: Path
) -> None:
    said = told(panel)
    panel.offer_many(rows("a", "b", "c"))
    assert panel.path.line.accessibleName() == say("hand-over-into")
    panel.path.line.setText(str(tmp_path / "nowhere"))
    press(qtbot, panel.save)
    assert panel.path.message() == say("hand-over-no-folder", tmp_path / "nowhere")
    panel.path.line.setText(str(tmp_path))
    press(qtbot, panel.save)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert [one for one, _path in backend.exported] == ["a", "b", "c"]
    assert len(list(tmp_path.iterdir())) == 3
    assert said == [say("hand-over-done-many", 3, tmp_path)]


def test_cancel_stops_what_is_at_work(
    qtbot: QtBot, panel: HandOverPanel, backend: RecordingBackend, tmp_path: Path
) -> None:
    said = told(panel)
    panel.offer_many(rows(*(f"s{n}" for n in range(300))))
    panel.path.line.setText(str(tmp_path))
    press(qtbot, panel.save)
    assert panel.progress.isVisible()
    assert not panel.save.isEnabled()
    press(qtbot, panel.not_now)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert 0 < len(backend.exported) < 300
    assert said == [say("hand-over-cut", len(backend.exported), 300, tmp_path)]


def test_sending_is_offered_only_where_somebody_receives(
    qtbot: QtBot,
    panel: HandOverPanel,
    backend: RecordingBackend,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    panel.offer(rows("a")[0])
    press(qtbot, panel.format.button("hl7"))
    assert not panel.send.isVisible()
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    save_receiver(receiver_place(), Receiver("hl7.clinic.example", 2575))
    backend.sends = True
    desk = backend.post()
    panel.offer(rows("a")[0])
    assert panel.send.text() == say("hand-over-send", "hl7.clinic.example")
    press(qtbot, panel.nameless)
    assert not panel.send.isVisible()
    press(qtbot, panel.nameless)
    press(qtbot, panel.send)
    assert [one.session_id for one in desk.letters()] == ["a"]


def test_without_names_the_name_of_the_file_tells_neither_day_nor_session(
    qtbot: QtBot, panel: HandOverPanel
) -> None:
    (row,) = rows("a1b2c3d4")
    panel.offer(row)
    assert "2026-09-21" in panel.path.text()
    press(qtbot, panel.nameless)
    name = Path(panel.path.text()).name
    assert name.startswith("chairside-nameless-")
    assert not {part for part in ("2026", "09-21", "1613", "a1b2c3d4") if part in name[:-12]}


def test_a_name_that_no_file_can_have_is_a_sentence(
    qtbot: QtBot, panel: HandOverPanel, tmp_path: Path
) -> None:
    panel.offer(rows("a")[0])
    panel.path.line.setText(f"{tmp_path}/{'x' * 300}")
    press(qtbot, panel.save)
    qtbot.waitUntil(lambda: panel.path.message() != "")
    assert list(tmp_path.iterdir()) == []
