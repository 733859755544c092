"""The thin row over the curve: pressed, walked through, painted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from monitor.outcomes import Priority
from tests.ui.page_examples import in_a_window
from ui.chair.trend_layout import XScale
from ui.review.course_facts import PhaseSpan
from ui.review.flag_strip import FlagStrip
from ui.review.line import Kind, Line
from ui.theme import DARK, LIGHT

X = XScale(0.0, 1000.0, 40.0, 500.0)
LINES = (
    Line(100.0, Kind.COURSE, "Infusion started"),
    Line(200.0, Kind.ALARM, "SBP 170", priority=Priority.HIGH, until_s=300.0),
    Line(300.0, Kind.NOTE, "Nausea"),
    Line(400.0, Kind.SCORE, "Dissociation: 3", badge="D 3"),
    Line(500.0, Kind.DRUG, "Rate: 30 mg/h"),
    Line(600.0, Kind.GAP, "SpO2: probe off", until_s=700.0),
    Line(800.0, Kind.NOTE, "Headache", struck=True),
)
PHASES = (PhaseSpan(0.0, 100.0, "baseline"), PhaseSpan(100.0, 900.0, "treating"))


@pytest.fixture
def strip(qtbot: QtBot) -> Iterator[FlagStrip]:
    made = FlagStrip(DARK)
    window = in_a_window(made, 600, 40)
    qtbot.addWidget(window)
    made.show_lines(LINES, PHASES)
    made.follow(X, None, 12)
    yield made
    window.hide()


def place(strip: FlagStrip, at_s: float, row: int = 1) -> QPoint:
    return QPoint(round(X.px(at_s)), round(strip.height() * (0.25 + 0.5 * row)))


@pytest.mark.parametrize(("at_s", "row"), [(200.0, 0), (300.0, 1), (400.0, 1), (500.0, 1)])
def test_a_pressed_flag_leads_to_its_moment(
    qtbot: QtBot, strip: FlagStrip, at_s: float, row: int
) -> None:
    with qtbot.waitSignal(strip.went) as went:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place(strip, at_s, row))
    assert went.args == [at_s]


def test_a_pressed_gap_leads_to_its_beginning(qtbot: QtBot, strip: FlagStrip) -> None:
    with qtbot.waitSignal(strip.went) as went:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place(strip, 660.0))
    assert went.args == [600.0]


def test_where_there_is_no_flag_nothing_is_led_anywhere(qtbot: QtBot, strip: FlagStrip) -> None:
    with qtbot.assertNotEmitted(strip.went):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place(strip, 950.0))


def test_arrow_keys_walk_from_flag_to_flag(qtbot: QtBot, strip: FlagStrip) -> None:
    gone: list[float] = []
    strip.went.connect(gone.append)
    strip.went.connect(lambda at_s: strip.follow(X, at_s, 12))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(strip, key)
    assert gone == [100.0, 200.0, 300.0, 200.0]
    assert strip.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert strip.accessibleName()


def test_it_follows_the_curve(strip: FlagStrip) -> None:
    assert len(strip.seen) == 6
    strip.follow(XScale(350.0, 550.0, 40.0, 500.0), None, 12)
    assert [flag.line.text for flag in strip.seen] == ["Dissociation: 3", "Rate: 30 mg/h"]


def test_an_alarm_has_its_colour_and_a_gap_is_hatched(strip: FlagStrip) -> None:
    image = strip.grab().toImage()
    x = round(X.px(200.0))
    reds = [
        image.pixelColor(x, y).red() - image.pixelColor(x, y).green()
        for y in range(strip.height() // 2)
    ]
    assert max(reds) > 120
    empty, hatched = (
        {image.pixelColor(round(X.px(at_s)), y).rgb() for y in range(20, strip.height() - 4)}
        for at_s in (950.0, 650.0)
    )
    assert len(hatched) > len(empty)


def test_it_is_painted_in_the_light_theme_and_with_large_type(qtbot: QtBot) -> None:
    strip = FlagStrip(LIGHT)
    qtbot.addWidget(strip)
    strip.resize(600, 40)
    strip.show_lines(LINES, PHASES)
    small = strip.height()
    strip.follow(X, 400.0, 22)
    assert strip.height() > small
    assert strip.grab().toImage().pixelColor(10, 4).lightness() > 200
