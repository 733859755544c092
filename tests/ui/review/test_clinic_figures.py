"""What the sessions of some days say together, and that it says nothing of a single one."""

from __future__ import annotations

import csv
import io
import statistics
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.period import Period, SessionFigures
from monitor.alarm_report import AlarmReport
from monitor.outcomes import Priority
from monitor.routes import Route
from ui.review.clinic_figures import (
    ALL,
    HEAD,
    LEAST,
    MEASURES,
    MOST_BARS,
    WATCHED,
    Measure,
    alarms_of,
    groups,
    spread_of,
    table_lines,
)

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 30)
REPORT = AlarmReport(
    watched_s=7200.0,
    physiological=Counter({Priority.MEDIUM: 2, Priority.HIGH: 1}),
    technical=Counter({Priority.LOW: 1}),
    confirmed=2,
    withdrawn=1,
    artefacts=1,
    acknowledge_s=(20.0, 40.0),
)
USUAL = SessionFigures(Route.IV, 150.0, 26.0, 6600.0, 3300.0, 0.5, REPORT)


def with_peaks(*peaks: float | None) -> tuple[SessionFigures, ...]:
    return tuple(replace(USUAL, peak_sbp=peak) for peak in peaks)


def table_of(period: Period) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(table_lines(period)))))


def cell(rows: list[dict[str, str]], route: str, figure: str, kind: str) -> dict[str, str]:
    (found,) = [
        row for row in rows if (row["route"], row["figure"], row["kind"]) == (route, figure, kind)
    ]
    return found


def test_values_lie_in_bars_of_round_width() -> None:
    found = spread_of(Measure.PEAK_SBP, with_peaks(131, 139, 140, 145, 160, None))
    assert found is not None
    assert (found.n, found.median) == (5, 140)
    assert (found.begin, found.bar, found.counts) == (130, 10, (2, 2, 0, 1))


def test_a_value_on_a_limit_begins_its_bar() -> None:
    doses = tuple(replace(USUAL, given_mg_per_kg=dose) for dose in (0.1, 0.2, 0.3, 0.6, 0.7))
    found = spread_of(Measure.DOSE, doses)
    assert found is not None
    assert found.counts == (1, 1, 1, 0, 0, 1, 1)


def test_too_few_sessions_are_nobodys_business() -> None:
    few = with_peaks(*[150.0] * (LEAST - 1))
    assert spread_of(Measure.PEAK_SBP, few) is None
    assert alarms_of(few) is None
    assert spread_of(Measure.PEAK_SBP, (*few, *with_peaks(None))) is None
    assert spread_of(Measure.PEAK_SBP, (*few, *with_peaks(151.0))) is not None


def test_many_answers_of_few_sessions_are_too_few() -> None:
    silent = replace(USUAL, report=AlarmReport())
    busy = replace(USUAL, report=replace(REPORT, acknowledge_s=tuple(map(float, range(50)))))
    assert spread_of(Measure.ANSWER, (busy, *[silent] * 20)) is None


@given(
    st.sampled_from([Measure.PEAK_SBP, Measure.RISE_SBP]),
    st.lists(st.floats(-500, 500), min_size=LEAST, max_size=60),
)
def test_every_value_is_in_exactly_one_bar(measure: Measure, values: list[float]) -> None:
    sessions = tuple(replace(USUAL, peak_sbp=value, rise_sbp=value) for value in values)
    found = spread_of(measure, sessions)
    assert found is not None
    assert sum(found.counts) == found.n == len(values)
    assert len(found.counts) <= MOST_BARS
    assert found.median == pytest.approx(statistics.median(values))
    assert found.lower <= found.median <= found.upper
    assert found.counts[0]
    assert found.counts[-1]
    end = found.begin + found.bar * len(found.counts)
    assert found.begin <= min(values) + 1e-4
    assert max(values) < end + 1e-4


def test_the_groups_are_all_then_each_route_then_what_was_watched() -> None:
    sessions = tuple(
        replace(USUAL, route=route) for route in (None, Route.ORAL, Route.IV, Route.IV)
    )
    found = groups(Period(FIRST, LAST, sessions))
    assert {name: len(group) for name, group in found.items()} == {
        ALL: 4, "iv": 2, "oral": 1, WATCHED: 1,
    }  # fmt: skip
    assert list(found) == [ALL, "iv", "oral", WATCHED]


def test_the_table_has_the_numbers_of_every_group() -> None:
    sessions = (*with_peaks(140, 150, 160, 170, 180), replace(USUAL, route=Route.ORAL))
    rows = table_of(Period(FIRST, LAST, sessions, 2))
    assert tuple(rows[0]) == HEAD
    assert {(row["first_day"], row["last_day"]) for row in rows} == {("2026-09-01", "2026-09-30")}
    peak = cell(rows, "iv", "peak_sbp", "median")
    assert (peak["n"], peak["value"], peak["unit"]) == ("5", "160", "mmHg")
    assert (peak["lower_quartile"], peak["upper_quartile"]) == ("150", "170")
    assert cell(rows, ALL, "sessions", "count")["value"] == "6"
    assert cell(rows, ALL, "alarms_high", "count")["value"] == "6"
    assert cell(rows, ALL, "alarms_high", "per_hour")["value"] == "0.5"
    assert cell(rows, ALL, "technical_low", "count")["value"] == "6"
    assert cell(rows, ALL, "cuff_alarms_confirmed", "count")["value"] == "12"
    assert cell(rows, ALL, "artefacts", "share")["value"] == "0.3333"
    assert cell(rows, ALL, "unreadable", "count")["value"] == "2"


def test_the_table_gives_of_few_sessions_only_how_many_there_were() -> None:
    odd = replace(USUAL, route=Route.ORAL, peak_sbp=231.0, given_mg_per_kg=1.7)
    period = Period(FIRST, LAST, (*with_peaks(140, 150, 160, 170, 180), odd))
    rows = [row for row in table_of(period) if row["route"] == "oral"]
    assert {row["value"] for row in rows} == {"1", ""}
    assert {row["figure"] for row in rows if row["value"]} == {"sessions"}
    text = "".join(table_lines(period))
    assert "231" not in text
    assert "1.7" not in text


def test_days_without_sessions_make_a_table_of_nothing() -> None:
    rows = table_of(Period(FIRST, LAST))
    assert cell(rows, ALL, "sessions", "count")["value"] == "0"
    assert len(rows) == 1 + len(MEASURES) + 1
