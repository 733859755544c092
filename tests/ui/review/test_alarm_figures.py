"""What the alarms of many sessions were worth, as figures."""

from __future__ import annotations

from collections import Counter

from data.period import SessionFigures
from monitor.alarm_report import AlarmReport
from monitor.outcomes import Priority
from monitor.routes import Route
from ui.review.alarm_figures import alarm_figures
from ui.review.clinic_figures import LEAST

REPORT = AlarmReport(
    watched_s=7200.0,
    physiological=Counter({Priority.MEDIUM: 2, Priority.HIGH: 1}),
    technical=Counter({Priority.LOW: 1}),
    confirmed=2,
    withdrawn=1,
    undecided=1,
    artefacts=1,
    acknowledge_s=(20.0, 40.0),
)


def sessions(many: int, report: AlarmReport = REPORT) -> list[SessionFigures]:
    return [SessionFigures(Route.IV, 150.0, 26.0, 6600.0, 3300.0, 0.5, report)] * many


def test_the_figures_are_those_of_all_sessions_together() -> None:
    told = [(one.value, one.rest) for one in alarm_figures(sessions(5))]
    assert told == [
        ("5", "10 h watched"),
        ("1.50", "5 high · 10 medium · 0 low"),
        ("0.50", "0 high · 0 medium · 5 low"),
        ("10", "5 withdrawn · 5 undecided"),
        ("30 s", "median · 10 of 15 alarms"),
        ("33 %", "5 of 15 alarms"),
    ]


def test_of_too_few_sessions_only_their_number_is_told() -> None:
    told = [one.value for one in alarm_figures(sessions(LEAST - 1))]
    assert told == ["4", "–", "–", "–", "–", "–"]


def test_without_alarms_there_is_nothing_to_answer() -> None:
    told = [one.value for one in alarm_figures(sessions(6, AlarmReport(watched_s=3600.0)))]
    assert told == ["6", "0.00", "0.00", "0", "–", "–"]


def test_without_time_there_is_no_rate() -> None:
    told = [one.value for one in alarm_figures(sessions(6, AlarmReport()))]
    assert told[1:3] == ["–", "–"]
