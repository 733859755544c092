"""The window, fed through its inbox: what it shows, where its parts are, how it closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pictures
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.entries import ChairBroken
from monitor.outcomes import AlarmPhase
from monitor.phases import Phase
from ui.chair.bottom_bar import Act
from ui.panels import Panel
from ui.theme import DARK
from ui.words import say


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


# ---- what is shown


def test_without_a_session_the_window_offers_to_start_one(desk: WindowDesk) -> None:
    assert desk.window.shell.pages.currentWidget() is desk.window.shell.start
    assert desk.words() == "No session is running"


def test_the_first_picture_opens_the_live_view(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    assert desk.window.shell.pages.currentWidget() is desk.window.shell.live
    assert desk.words() == "No alarms monitor connected"


def test_the_window_says_that_it_lives_every_time_it_empties_its_inbox(desk: WindowDesk) -> None:
    before = desk.backend.beats
    desk.turn()
    assert desk.backend.beats == before + 1


def test_the_bar_shows_the_most_urgent_alarm_and_counts_the_others(desk: WindowDesk) -> None:
    desk.show(pictures.extreme())
    assert desk.words().startswith("Chair 2 BP 206/121")
    assert "SBP ≥ 200 · DBP ≥ 120" in desk.words()
    assert desk.window.shell.bar.more.text() == "+1 more"
    assert "Sound off 1:47" in desk.words()
    assert "HR 118 > 110" in desk.window.shell.bar.more.accessibleName()


def test_a_high_alarm_flashes_between_two_readable_bars(desk: WindowDesk) -> None:
    desk.show(replace(pictures.extreme(), audio_pause_left_s=None))
    bars = set()
    for _ in range(10):
        desk.turn(0.05)
        bars.add(desk.window.shell.bar.colours())
    assert len(bars) == 2
    assert {words for _, words in bars} == {DARK.on_high}


def test_an_acknowledged_alarm_stays_as_a_dark_bar_that_does_not_flash(desk: WindowDesk) -> None:
    desk.show(pictures.paused())
    bar = desk.window.shell.bar
    assert "acknowledged" in desk.words()
    assert not bar.full
    assert bar.colours() == (DARK.panel, DARK.text)
    assert not desk.window.shell.bottom.tiles[Act.ACKNOWLEDGE].isEnabled()


def test_simulated_is_said_in_the_top_line_and_over_the_curves(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    assert say("simulated") in [label.text for label in desk.window.shell.top.labels]
    assert desk.window.shell.live.watermark.isVisible()
    desk.show(pictures.picture(simulated=False))
    assert say("simulated") not in [label.text for label in desk.window.shell.top.labels]
    assert not desk.window.shell.live.watermark.isVisible()


def test_a_bedside_alarm_that_is_off_stands_in_the_top_line_until_the_session_ends(
    desk: WindowDesk,
) -> None:
    def texts() -> list[str]:
        return [label.text for label in desk.window.shell.top.labels]

    desk.show(pictures.calm())
    assert say("bedside-alarm-off") not in texts()
    off = replace(pictures.calm(), bedside_alarm_off="alarms off")
    desk.show(off)
    assert say("bedside-alarm-off") in texts()
    desk.show(replace(off, phase=Phase.SIGNED))
    assert say("bedside-alarm-off") not in texts()


def test_what_the_program_says_of_its_sound_stands_in_the_top_line_on_every_page(
    desk: WindowDesk,
) -> None:
    desk.backend.noted = say("demo-silent")
    desk.turn()
    assert say("demo-silent") in [label.text for label in desk.window.shell.top.labels]
    desk.show(pictures.calm())
    assert say("demo-silent") in [label.text for label in desk.window.shell.top.labels]


def test_where_it_gets_narrow_the_other_chairs_are_numbers_and_nothing_overlaps(
    desk: WindowDesk,
) -> None:
    off = replace(pictures.picture(simulated=False), bedside_alarm_off="alarms off")
    desk.show(off)
    for chair in (4, 5, 6, 7):
        desk.backend.publish(replace(off, chair=chair, session_id=f"session {chair}"))
    desk.window.show_chair(off.chair)
    desk.turn()
    top = desk.window.shell.top
    assert {tile.text().split()[0] for tile in top.chair_tiles.values()} == {*"4567"}
    assert top.chair_tiles[4].accessibleName().startswith(say("chair", 4))
    warning = next(label for label in top.labels if label.text == say("bedside-alarm-off"))
    assert warning.left + warning.width < top.limits.x()


def test_the_top_line_names_patient_deviation_record_and_nurse(desk: WindowDesk) -> None:
    desk.show(pictures.medium())
    texts = [label.text for label in desk.window.shell.top.labels]
    assert "Chair 2" in texts
    assert "J. M. · 1974 · #20417" in texts
    assert "recorded just now" in texts
    assert desk.window.shell.top.who.text() == "Nurse AK"
    assert desk.window.shell.top.limits.text() == "Adult IV · SBP high 165 ≠ 160"


def test_a_station_that_stopped_answering_covers_everything_until_it_answers(
    desk: WindowDesk,
) -> None:
    desk.show(pictures.calm())
    desk.turn(2.5)
    cover = desk.window.shell.stalled
    assert cover.isVisible()
    assert cover.geometry() == desk.window.shell.rect()
    assert "Watch the bedside monitor." in cover.accessibleName()
    desk.show(pictures.calm())
    assert not cover.isVisible()


def test_a_broken_chair_covers_its_numbers_but_not_the_alarm_bar(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.backend.inbox.put(ChairBroken(2, "a bug"))
    desk.turn()
    cover = desk.window.shell.broken
    assert cover.isVisible()
    assert not cover.geometry().intersects(desk.window.shell.bar.geometry())


class PaintCounter(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(  # noqa: N802 -- Qt's name
        self, _watched: QObject, event: QEvent
    ) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_picture_that_says_nothing_new_repaints_nothing(desk: WindowDesk, qtbot: QtBot) -> None:
    shell = desk.window.shell
    same = pictures.picture(recorded_at_s=pictures.calm().now_s)
    desk.show(same)
    qtbot.waitUntil(lambda: not shell.live.watermark.isHidden())
    for _ in range(5):
        desk.show(same)
        QApplication.processEvents()
    counter = PaintCounter()
    boards = (shell.top, shell.bar, shell.live.cuff, shell.live.heart, shell.live.ribbon)
    for board in boards:
        board.installEventFilter(counter)
    for _ in range(50):
        desk.backend.publish(same)
        desk.turn(0.04)
        QApplication.processEvents()
    assert counter.count == 0
    desk.show(pictures.medium())
    qtbot.waitUntil(lambda: counter.count > 0)


# ---- closing


def test_closing_asks_in_the_page_while_a_session_runs(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    assert not desk.window.close()
    assert desk.window.shell.panels.is_open(Panel.CLOSE)
    desk.tap(desk.window.shell.panels.close_question.choices["stay"])
    assert desk.window.isVisible()
    assert not desk.window.close()
    desk.tap(desk.window.shell.panels.close_question.choices["quit"])
    assert not desk.window.isVisible()


def test_closing_does_not_ask_after_the_session(desk: WindowDesk) -> None:
    desk.show(pictures.picture(phase=Phase.SIGNED))
    assert desk.window.close()


# ---- for everybody


@pytest.mark.parametrize("name", sorted(pictures.EXAMPLES))
def test_every_control_of_the_chair_has_a_name_and_is_reached_by_keyboard(
    desk: WindowDesk, name: str
) -> None:
    desk.show(pictures.EXAMPLES[name]())
    shell = desk.window.shell
    places: list[QWidget] = [shell.top, shell.bar, shell.bottom, shell.live, shell.toast]
    for panel in shell.panels.by_name.values():
        panel.open()
        places.append(panel)
    buttons = [button for place in places for button in place.findChildren(QAbstractButton)]
    assert len(buttons) > 40
    for button in buttons:
        assert button.accessibleName(), button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_is_over_waits_in_a_steady_dark_bar(desk: WindowDesk) -> None:
    desk.show(pictures.recovery())
    bars = set()
    for _ in range(8):
        desk.turn(0.25)
        desk.show(pictures.recovery())
        bars.add(desk.window.shell.bar.colours())
    assert bars == {(DARK.panel, DARK.text)}
    assert "is over" in desk.words()
    assert desk.window.shell.bottom.tiles[Act.ACKNOWLEDGE].isEnabled()
    assert pictures.recovery().alarms[0].state is AlarmPhase.LATCHED
