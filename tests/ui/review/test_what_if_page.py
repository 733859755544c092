from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from monitor.commands import Acknowledge
from monitor.entries import Entry
from tests.monitor.chairs import cuff
from tests.monitor.judged_record import Recorder
from tests.ui.page_examples import in_a_window
from tests.ui.page_sessions import example_record
from ui.ink import Scale
from ui.review.what_if_chart import lane_name, lanes_of
from ui.review.what_if_page import WhatIfPage
from ui.theme import DARK
from ui.words import say


def entries() -> list[Entry]:
    """A pressure alarm, answered, and a fast heart."""
    made = Recorder().treating(rested=False).at(300.0, cuff(168, 96)).at(390.0, cuff(168, 96))
    made.at(400.0, Acknowledge("bp/high", "N")).at(700.0, cuff(130, 80))
    return made.stream(760.0, hr=118.0).stream(820.0, hr=80.0).at(3600.0, cuff(130, 80)).entries


class Stage:
    def __init__(self, qtbot: QtBot, width: int = 1280, height: int = 543) -> None:
        self.qtbot = qtbot
        self.page = WhatIfPage(DARK)
        self.closed: list[bool] = []
        self.page.closed.connect(lambda: self.closed.append(True))
        self.window = in_a_window(self.page, width, height)
        self.page.set_scale(Scale.of(width, 720 if width == 1280 else 1080))
        qtbot.addWidget(self.window)
        self.page.open(example_record("s-1", entries=entries()))
        self.judged()

    def judged(self) -> None:
        page = self.page
        self.qtbot.waitUntil(lambda: page._comparing is None and not page._settle.isActive())

    def step(self, rule: str, steps: int) -> None:
        row = self.page.choices.rows[rule]
        for _press in range(abs(steps)):
            button = row.more if steps > 0 else row.less
            button.click()
        self.judged()

    def figures(self, side: int) -> list[str]:
        return [self.page.figures[side, column].text() for column in range(5)]

    def end(self) -> None:
        self.page.hide()
        self.window.hide()


@pytest.fixture
def stage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stage]:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    made = Stage(qtbot)
    yield made
    made.end()


def test_at_first_both_columns_are_the_same(stage: Stage) -> None:
    assert stage.figures(0) == stage.figures(1) == ["0", "2", "0", "0", "2.0"]
    assert stage.page.told.text() == say("what-if-same-limits")
    assert stage.page.list.model().rowCount() == 2


def test_another_limit_is_judged_and_shown_beside(stage: Stage) -> None:
    stage.step("hr-high", 2)
    assert stage.figures(0) == ["0", "2", "0", "0", "2.0"]
    assert stage.figures(1) == ["0", "1", "0", "0", "1.0"]
    model = stage.page.list.model()
    told = [str(model.data(model.index(place, 0))) for place in range(model.rowCount())]
    assert told[0].endswith("the same")
    assert told[1].endswith("not at all")


def test_presses_in_quick_succession_are_judged_once(stage: Stage) -> None:
    before = stage.page._was
    row = stage.page.choices.rows["sbp-high"]
    for _press in range(3):
        row.more.click()
        assert stage.page._comparing is None
    stage.judged()
    assert stage.page.found is not None
    assert stage.page.found.then.profile.limit("sbp-high") == 175.0
    assert stage.page._was is before  # as it was is judged once


def test_what_people_said_that_fits_no_more_is_named(stage: Stage) -> None:
    stage.step("sbp-high", 3)
    assert say("what-if-dropped-one") in stage.page.cautions.text()


def test_limits_that_cross_are_refused_in_words(stage: Stage) -> None:
    stage.step("sbp-high", 5)
    assert "SBP very high" in stage.page.told.text()
    stage.step("sbp-high", -5)
    assert stage.page.told.text() == say("what-if-same-limits")


def test_a_chosen_line_is_marked_in_the_chart(stage: Stage) -> None:
    page = stage.page
    page.list.setFocus()
    stage.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    stage.qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.chart.chosen_s == page.list.pairs.pairs[page.list.currentIndex().row()].at_s


def test_escape_and_back_leave_it(stage: Stage) -> None:
    stage.qtbot.keyClick(stage.page, Qt.Key.Key_Escape)
    stage.qtbot.mouseClick(stage.page.leave, Qt.MouseButton.LeftButton)
    assert len(stage.closed) == 2


def test_out_of_sight_nothing_is_judged(stage: Stage) -> None:
    stage.page.choices.rows["sbp-high"].more.click()
    stage.page.hide()
    assert not stage.page._settle.isActive()
    assert not stage.page._piece.isActive()


# ---- the chart


def test_the_chart_has_a_row_for_each_kind_of_alarm(stage: Stage) -> None:
    stage.step("hr-high", 2)
    assert stage.page.found is not None
    lanes = lanes_of(stage.page.found)
    assert [(lane.key, len(lane.was), len(lane.then)) for lane in lanes] == [
        ("bp/high", 1, 1),
        ("hr/high", 1, 0),
    ]


def test_moments_lie_between_the_names_and_the_edge(stage: Stage) -> None:
    chart, found = stage.page.chart, stage.page.found
    assert found is not None
    ticks = [chart.x_of(at_s) for at_s in chart.ticks()]
    assert ticks == sorted(ticks)
    assert chart._left() == pytest.approx(chart.x_of(found.begin_s))
    assert chart.x_of(found.end_s) < chart.width()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("bp/high", "BP high"),
        ("hr/low", "HR low"),
        ("spo2/low", "SpO₂ low"),
        ("link-lost", "No data from the monitor"),
        ("symptom-emergency", "Emergency symptom"),
        ("rpp/high", "Rate × pressure high"),
    ],
)
def test_a_row_is_called_by_what_it_is_about(key: str, name: str) -> None:
    assert lane_name(key) == name


@pytest.mark.parametrize(("width", "height"), [(1920, 824), (1280, 543)])
def test_every_word_of_the_chart_has_its_place(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: int, height: int
) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    stage = Stage(qtbot, width, height)
    assert stage.page.chart.labels
    assert not [label.text for label in stage.page.chart.labels if label.shortened]
    stage.end()
