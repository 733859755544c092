"""What the alarms of many sessions were worth, as figures for a row. Pure, no Qt.

What is counted, and how, is decided in `monitor/alarm_report.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.period import SessionFigures
from monitor.alarm_report import AlarmReport
from monitor.outcomes import Priority
from ui.review.clinic_figures import alarms_of
from ui.review.figure_row import Figure
from ui.words import figure, grouped, say


def alarm_figures(sessions: Sequence[SessionFigures]) -> tuple[Figure, ...]:
    """How many sessions, and the report; a dash in each figure when they are too few."""
    report, none = alarms_of(sessions), say("stat-none")
    many = Figure(say("figures-sessions"), grouped(len(sessions)))
    if report is None:
        names = ("alarms", "technical", "cuff", "answered", "artefacts")
        return (many, *(Figure(say(f"figures-{name}"), none) for name in names))
    hours = say("figures-hours", figure(f"{report.hours:.0f}"))
    return (
        Figure(many.name, many.value, hours),
        Figure(say("figures-alarms"), _rate(report, technical=False), _counts(report, False)),
        Figure(say("figures-technical"), _rate(report, technical=True), _counts(report, True)),
        _cuff(report),
        _answered(report),
        _artefacts(report),
    )


def _rate(report: AlarmReport, *, technical: bool) -> str:
    if not report.hours:
        return say("stat-none")
    counted = report.technical if technical else report.physiological
    return figure(f"{counted.total() / report.hours:.2f}")


def _counts(report: AlarmReport, technical: bool) -> str:
    counted = report.technical if technical else report.physiological
    worst_first = sorted(Priority, reverse=True)
    return say("figures-alarms-count", *(grouped(counted[one]) for one in worst_first))


def _cuff(report: AlarmReport) -> Figure:
    rest = say("figures-cuff-rest", grouped(report.withdrawn), grouped(report.undecided))
    return Figure(say("figures-cuff"), grouped(report.confirmed), rest)


def _answered(report: AlarmReport) -> Figure:
    median_s, alarms = report.median_acknowledge_s, report.physiological.total()
    told = say("stat-none") if median_s is None else say("figures-seconds", f"{median_s:.0f}")
    many = grouped(len(report.acknowledge_s))
    return Figure(say("figures-answered"), told, say("figures-answered-of", many, grouped(alarms)))


def _artefacts(report: AlarmReport) -> Figure:
    share, alarms = report.artefact_share, report.physiological.total()
    told = say("stat-none") if share is None else say("figures-percent", f"{share * 100:.0f}")
    rest = say("figures-artefacts-of", grouped(report.artefacts), grouped(alarms))
    return Figure(say("figures-artefacts"), told, rest)
