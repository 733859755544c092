"""The bar: what fills it, what only edges it, and the alarms beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import alarm_examples
import pictures
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.outcomes import AlarmPhase, Priority
from monitor.picture import AlarmView, ChairPicture
from ui.chair.alarm_shapes import hue_of
from ui.chair.alarm_text import alarm_words
from ui.theme import DARK


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


def shot(desk: WindowDesk) -> QImage:
    """The left end of the bar: the shape."""
    bar = desk.window.shell.bar
    return bar.grab(bar.icon_box().toAlignedRect()).toImage()


FULL = ("asking", "confirmed", "extreme-asking", "two-sides", "technical", "equipment")
DARK_BARS = ("pending", "withdrawn", "latched")


@pytest.mark.parametrize("name", FULL)
def test_what_holds_and_nobody_answered_fills_the_bar(desk: WindowDesk, name: str) -> None:
    desk.show(alarm_examples.ALARMS[name]())
    assert desk.window.shell.bar.full


@pytest.mark.parametrize("name", DARK_BARS)
def test_a_card_a_note_and_what_is_over_are_dark_and_steady(desk: WindowDesk, name: str) -> None:
    colours = set()
    for _ in range(12):
        desk.show(alarm_examples.ALARMS[name]())
        desk.turn(0.11)
        colours.add(desk.window.shell.bar.colours())
    assert colours == {(DARK.panel, DARK.text)}


def test_a_card_and_a_note_wear_no_colour_of_an_alarm(desk: WindowDesk) -> None:
    alarms = {DARK.high, DARK.medium, DARK.low}
    for name, alarm in (("pending", alarm_examples.CARD), ("withdrawn", alarm_examples.WITHDRAWN)):
        desk.show(alarm_examples.ALARMS[name]())
        view = desk.window.desk.view
        assert view is not None
        assert hue_of(DARK, alarm_words(alarm, view)) not in alarms


def test_every_kind_of_message_has_a_shape_of_its_own(desk: WindowDesk) -> None:
    """Apart from the colour: all are drawn as the same priority."""
    heart = pictures.HR_MEDIUM
    technical = replace(pictures.LINK_LOST, priority=Priority.MEDIUM)
    kinds: list[AlarmView] = [
        heart,
        replace(heart, priority=Priority.LOW),
        replace(heart, priority=Priority.HIGH),
        technical,
        alarm_examples.CARD,
        alarm_examples.WITHDRAWN,
    ]
    seen: list[bytes] = []
    for alarm in kinds:
        desk.show(pictures.picture(alarms=(alarm,)))
        picture = shot(desk).convertToFormat(QImage.Format.Format_Mono)
        seen.append(bytes(picture.constBits()))
    assert len(set(seen)) == len(seen)


def test_equipment_is_named_apart_from_the_patient(desk: WindowDesk) -> None:
    desk.show(alarm_examples.equipment())
    assert desk.words().startswith("Chair 2 Technical No data from the monitor")
    desk.show(alarm_examples.confirmed())
    assert "Technical" not in desk.words()


def test_the_others_are_named_with_the_count_and_both_sides_are_lines(desk: WindowDesk) -> None:
    desk.show(alarm_examples.two_sides())
    bar = desk.window.shell.bar
    assert "SBP 164 ≥ 160" in desk.words()
    assert bar.more.accessibleName() == "+1 more, DBP 48 < 50"
    assert [label.text for label in bar.more.labels()] == ["+1 more", "DBP 48 < 50"]
    desk.tap(bar.more)
    assert list(desk.window.shell.alarm_list.rows) == ["bp/high", "bp/low"]


def test_the_list_puts_the_equipment_after_the_patient(desk: WindowDesk) -> None:
    worst = replace(pictures.LINK_LOST, priority=Priority.HIGH)
    desk.show(pictures.picture(alarms=(worst, pictures.HR_MEDIUM)))
    desk.tap(desk.window.shell.bar.more)
    assert list(desk.window.shell.alarm_list.rows) == ["hr/high", "link-lost/simulated"]


def test_a_paused_sound_says_for_how_long_and_what_ends_it(desk: WindowDesk) -> None:
    for picture in (alarm_examples.sound_off(), pictures.picture(audio_pause_left_s=103.0)):
        desk.show(picture)
        assert "Sound off 1:43 a new alarm as urgent ends it" in desk.words()
        assert desk.window.shell.bar.bell.width() > 0


def test_nobody_answers_stands_in_the_place_of_since_when(desk: WindowDesk) -> None:
    desk.show(alarm_examples.confirmed())
    assert "unanswered 1:20" in desk.words()
    assert "since" not in desk.words()


def urgent_first() -> list[tuple[ChairPicture, str]]:
    answered = replace(alarm_examples.CONFIRMED, state=AlarmPhase.ACKNOWLEDGED)
    note = replace(alarm_examples.WITHDRAWN, key="bp/low")
    latched = replace(alarm_examples.LATCHED, key="hr/high")
    return [
        (pictures.picture(alarms=(note, answered)), "bp/high"),
        (pictures.picture(alarms=(answered, latched)), "bp/high"),
        (pictures.picture(alarms=(note, latched)), "hr/high"),
        (pictures.picture(alarms=(pictures.SENSOR_OFF, answered)), "sensor-off"),
    ]


@pytest.mark.parametrize(("picture", "key"), urgent_first())
def test_what_speaks_comes_first_then_the_most_urgent_and_notes_last(
    desk: WindowDesk, picture: ChairPicture, key: str
) -> None:
    desk.show(picture)
    shown = desk.window.shell.bar.face.alarm
    assert shown is not None
    assert shown.key == key
