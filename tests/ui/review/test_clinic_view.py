"""The page of the clinic's sessions of some days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.period import Period, SessionFigures
from monitor.alarm_report import AlarmReport
from monitor.routes import Route
from tests.ui.page_examples import RecordingBackend, in_a_window
from ui.review.clinic_figures import WATCHED, Measure
from ui.review.clinic_span import pieces
from ui.review.clinic_view import ClinicView
from ui.theme import DARK
from ui.words import say

SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))
NOW_UTC_S = datetime(2026, 9, 21, 12, tzinfo=UTC).timestamp()
REPORT = AlarmReport(watched_s=7200.0, acknowledge_s=(20.0, 40.0))
USUAL = SessionFigures(Route.IV, 150.0, 26.0, 6600.0, 3300.0, 0.5, REPORT)


def sessions() -> tuple[SessionFigures, ...]:
    infused = [replace(USUAL, peak_sbp=140.0 + place) for place in range(12)]
    nasal = [replace(USUAL, route=Route.INTRANASAL, peak_sbp=170.0)] * 6
    return (*infused, *nasal, replace(USUAL, route=None))


@pytest.fixture
def backend() -> RecordingBackend:
    made = RecordingBackend()
    made.periods[SEPTEMBER] = Period(*SEPTEMBER, sessions())
    return made


@pytest.fixture
def page(qtbot: QtBot, backend: RecordingBackend) -> Iterator[ClinicView]:
    made = ClinicView(backend, DARK, lambda: NOW_UTC_S)
    window = in_a_window(made, 1280, 544)
    qtbot.addWidget(window)
    made.reload()
    yield made
    window.hide()


def press(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def median_of(page: ClinicView, measure: Measure) -> float | None:
    spread = page.histograms[list(Measure).index(measure)].spread
    return None if spread is None else spread.median


def test_the_month_of_today_is_shown_first(page: ClinicView) -> None:
    assert page.choice.which.text() == "2026-09  ·  2026-09-01 – 2026-09-30"
    assert page.figures.figures[0].value == "19"
    assert median_of(page, Measure.PEAK_SBP) == 149.0
    assert page.note.text() == ""


def test_a_route_is_a_press_away_and_says_how_many_there_were(
    qtbot: QtBot, page: ClinicView
) -> None:
    assert page.routes is not None
    assert page.routes.button("iv").text() == "IV 12"
    assert page.routes.button("intranasal").text() == "Intranasal 6"
    assert page.routes.button(WATCHED).text() == "Watched only 1"
    press(qtbot, page.routes.button("intranasal"))
    assert median_of(page, Measure.PEAK_SBP) == 170.0
    assert page.figures.figures[0].value == "6"


def test_of_too_few_nothing_is_shown_but_how_many(qtbot: QtBot, page: ClinicView) -> None:
    assert page.routes is not None
    press(qtbot, page.routes.button(WATCHED))
    assert [histogram.spread for histogram in page.histograms] == [None] * 6
    assert [one.value for one in page.figures.figures] == ["1", *["–"] * 5]
    assert page.note.text() == say("figures-nobody", 5)


def test_a_route_stays_chosen_from_month_to_month(
    qtbot: QtBot, page: ClinicView, backend: RecordingBackend
) -> None:
    october = (date(2026, 10, 1), date(2026, 10, 31))
    backend.periods[october] = Period(*october, sessions()[3:])
    assert page.routes is not None
    press(qtbot, page.routes.button("iv"))
    press(qtbot, page.choice.later)
    assert page.routes.key() == "iv"
    assert page.figures.figures[0].value == "9"
    backend.periods[october] = Period(*october, sessions()[12:])
    page.reload()
    assert page.routes.key() == "all"  # there was no infusion in it


def test_weeks_months_and_quarters_go_back_and_forth(
    qtbot: QtBot, page: ClinicView, backend: RecordingBackend
) -> None:
    press(qtbot, page.choice.earlier)
    assert page.choice.days == (date(2026, 8, 1), date(2026, 8, 31))
    assert page.message.text() == say("figures-none")
    assert not page.take.isEnabled()
    press(qtbot, page.choice.span.button("quarter"))
    assert page.choice.days == (date(2026, 7, 1), date(2026, 9, 30))
    press(qtbot, page.choice.later)
    assert page.choice.days == (date(2026, 10, 1), date(2026, 12, 31))
    press(qtbot, page.choice.earlier)
    press(qtbot, page.choice.span.button("week"))
    assert page.choice.days == (date(2026, 9, 21), date(2026, 9, 27))
    assert backend.looked_at[-1] == page.choice.days


def test_any_days_can_be_typed(qtbot: QtBot, page: ClinicView, backend: RecordingBackend) -> None:
    assert not page.choice.first.isVisible()
    press(qtbot, page.choice.span.button("days"))
    assert (page.choice.first.text(), page.choice.last.text()) == ("2026-09-01", "2026-09-30")
    page.choice.first.setText("2026-09-05")
    page.choice.last.setText("4")
    press(qtbot, page.choice.show_days)
    assert "Last day is “4”" in page.outcome.text()
    page.choice.last.setText("2026-09-12")
    press(qtbot, page.choice.show_days)
    assert backend.looked_at[-1] == (date(2026, 9, 5), date(2026, 9, 12))
    assert not page.outcome.isVisible()
    press(qtbot, page.choice.earlier)
    assert (page.choice.first.text(), page.choice.last.text()) == ("2026-08-28", "2026-09-04")


def test_a_year_is_read_a_month_at_a_time_and_shown_when_all_of_it_is_there(
    qtbot: QtBot, page: ClinicView, backend: RecordingBackend
) -> None:
    year = (date(2026, 1, 1), date(2026, 12, 31))
    parts = pieces(year)
    for first, last in parts[:3]:
        backend.periods[first, last] = Period(first, last, sessions()[:6], 1)
    page.choice.choose(year)
    page.reload()
    assert page.period is None
    assert page.message.text() == say("figures-reading", 6)
    assert not page.take.isEnabled()
    qtbot.waitUntil(lambda: page.period is not None)
    assert page.period is not None
    assert (page.period.first, page.period.last) == year
    assert (len(page.period.sessions), page.period.unreadable) == (18, 3)
    assert backend.looked_at[-len(parts) :] == parts


def test_other_days_while_a_year_is_read_are_those_that_are_shown(
    qtbot: QtBot, page: ClinicView, backend: RecordingBackend
) -> None:
    page.choice.choose((date(2025, 1, 1), date(2026, 12, 31)))
    page.reload()
    page.choice.choose(SEPTEMBER)
    page.reload()
    assert page.figures.figures[0].value == "19"
    asked = len(backend.looked_at)
    qtbot.waitUntil(lambda: not page._next.isActive())
    assert len(backend.looked_at) == asked
    assert page.period == backend.periods[SEPTEMBER]


def test_sessions_that_could_not_be_read_are_said(
    page: ClinicView, backend: RecordingBackend
) -> None:
    for many, words in ((1, say("figures-unreadable-one")), (3, say("figures-unreadable", 3))):
        backend.periods[SEPTEMBER] = Period(*SEPTEMBER, sessions(), many)
        page.reload()
        assert page.note.text() == words


def test_who_may_not_look_reads_why_and_nothing_else(
    page: ClinicView, backend: RecordingBackend
) -> None:
    backend.forbids = "Nobody is signed in at this window."
    page.reload()
    assert page.message.text() == backend.forbids
    assert not page.figures.isVisible()
    assert page.period is None


def test_the_numbers_are_taken_along(qtbot: QtBot, page: ClinicView, tmp_path: Path) -> None:
    press(qtbot, page.take)
    assert page.take_line.isVisible()
    path = tmp_path / "clinic.csv"
    page.take_line.path.line.setText(str(path))
    press(qtbot, page.take_line.save)
    assert page.outcome.text() == say("figures-taken", str(path))
    assert page.figures.isVisible()
    assert "all,sessions,count,,19,19,," in path.read_text(encoding="utf-8")


def test_escape_closes_the_line_and_then_leaves(qtbot: QtBot, page: ClinicView) -> None:
    press(qtbot, page.take)
    with qtbot.assertNotEmitted(page.closed):
        qtbot.keyClick(page.take_line.path.line, Qt.Key.Key_Escape)
    assert not page.take_line.isVisible()
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.closed):
        press(qtbot, page.leave)


def test_no_word_is_cut_in_a_small_window(page: ClinicView) -> None:
    assert not [label.text for label in page.figures.labels() if label.shortened]
    bottoms = [h.mapTo(page, h.rect().bottomLeft()).y() for h in page.histograms]
    assert max(bottoms) <= page.height()
