"""All sessions of some days as figures of the clinic, from real records."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.period import Known, Period, SessionFigures, period_of
from data.store import SessionStore
from data.vault import connect
from monitor.alarm_report import report_of
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.people import Patient
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import PumpVolume
from monitor.vitals import CuffResult
from tests.data.course_examples import SOURCE, answered, played, said_in, session_of
from tests.data.past_treatments import (
    BASELINE,
    DAY_S,
    NOON_UTC_S,
    NURSE,
    PATIENT,
    Played,
    Said,
    iv_treatment,
    keep,
    nasal_treatment,
    opened,
)

DAY = date(2026, 9, 21)
"""Of `NOON_UTC_S`."""
WEEK = (DAY - timedelta(days=3), DAY + timedelta(days=3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def figures(path: Path, *, simulated: bool = False) -> SessionFigures:
    (one,) = period_of(path, None, *WEEK, simulated=simulated).sessions
    return one


def pressures(*values: tuple[float, float]) -> list[Said]:
    return [(at, CuffResult(sbp, 80.0, None, None, SOURCE)) for at, sbp in values]


def test_days_without_sessions_are_empty(path: Path) -> None:
    SessionStore.open(path).close()
    assert period_of(path, None, *WEEK) == Period(*WEEK)


def test_a_session_gives_its_figures(path: Path) -> None:
    keep(path, opened(), iv_treatment(*pressures((900.0, 171.0), (960.0, 170.0), (1500.0, 150.0))))
    one = figures(path)
    assert one.route is Route.IV
    assert (one.peak_sbp, one.rise_sbp) == (171.0, 47.0)
    assert (one.lasted_s, one.leaving_s) == (6160.0, 3700.0)
    assert one.given_mg_per_kg == pytest.approx(0.5)
    assert one.report.watched_s == 6160.0


def test_what_was_given_is_what_the_pump_says(path: Path) -> None:
    keep(path, opened(), iv_treatment((2600.0, PumpVolume(3.2, NURSE))))
    assert figures(path).given_mg_per_kg == pytest.approx(0.4)


def test_by_another_route_leaving_begins_with_the_last_dose(path: Path) -> None:
    keep(path, opened(profile="intranasal"), nasal_treatment())
    one = figures(path)
    assert one.route is Route.INTRANASAL
    assert one.leaving_s == 8200.0 - 660.0
    assert one.given_mg_per_kg == pytest.approx(84.0 / 80.0)


def test_what_was_only_watched_has_no_route_no_dose_and_no_leaving(path: Path) -> None:
    keep(path, opened(plan=Plan(None, None, 40.0)), [(5.0, BASELINE)])
    one = figures(path)
    assert (one.route, one.given_mg_per_kg, one.leaving_s, one.lasted_s) == (None,) * 4
    assert (one.peak_sbp, one.rise_sbp) == (None, None)


def test_the_alarm_report_is_that_of_the_whole_record_but_for_times_beyond_limits(
    path: Path,
) -> None:
    said = answered(played(4, 60), said_in(4, 60))
    kept = keep(path, session_of(4), said)
    whole = report_of(kept.entries)
    assert whole.physiological.total()
    assert whole.acknowledge_s
    assert figures(path).report == replace(whole, breach_s={}, breach_left_out=())


def test_a_session_that_goes_on_is_reported_up_to_its_last_entry(path: Path) -> None:
    kept = Played(opened(), [(5.0, BASELINE), *pressures((900.0, 150.0))])
    with SessionStore.open(path) as store:
        store.write(kept.entries, [Anchor("s-1", 0.0, NOON_UTC_S, 0, AnchorReason.START)])
    one = figures(path)
    assert one.report == replace(report_of(kept.entries), breach_s={}, breach_left_out=())
    assert one.lasted_s is None


def test_simulated_sessions_and_real_ones_are_never_together(path: Path) -> None:
    keep(path, opened("s-1"), iv_treatment())
    keep(path, opened("s-2", simulated=True), nasal_treatment())
    assert figures(path).lasted_s == 6160.0
    assert figures(path, simulated=True).lasted_s == 8200.0


@pytest.mark.parametrize(
    ("utc_s", "offset_min", "day"),
    [
        (NOON_UTC_S, 0, DAY),
        (NOON_UTC_S + DAY_S / 2 - 1, 0, DAY),
        (NOON_UTC_S + DAY_S / 2, 0, DAY + timedelta(days=1)),
        (NOON_UTC_S + DAY_S / 2 - 1, 1, DAY + timedelta(days=1)),
        (NOON_UTC_S + DAY_S / 2, -60, DAY),
        (NOON_UTC_S, 14 * 60, DAY + timedelta(days=1)),
        (NOON_UTC_S, -13 * 60, DAY - timedelta(days=1)),
    ],
)
def test_a_session_belongs_to_the_day_of_its_own_place(
    path: Path, utc_s: float, offset_min: int, day: date
) -> None:
    kept = Played(opened(), [(5.0, BASELINE)])
    with SessionStore.open(path) as store:
        store.write(kept.entries, [Anchor("s-1", 0.0, utc_s, offset_min, AnchorReason.START)])
    days = [DAY + timedelta(days=shift) for shift in range(-2, 3)]
    found = [one for one in days if period_of(path, None, one, one).sessions]
    assert found == [day]


def test_both_ends_of_the_period_are_within(path: Path) -> None:
    keep(path, opened(), iv_treatment())
    assert len(period_of(path, None, DAY, DAY + timedelta(days=5)).sessions) == 1
    assert len(period_of(path, None, DAY - timedelta(days=5), DAY).sessions) == 1
    assert not period_of(path, None, DAY + timedelta(days=1), WEEK[1]).sessions


def test_a_damaged_session_is_counted_as_that(path: Path) -> None:
    keep(path, opened("s-1"), iv_treatment())
    keep(path, opened("s-2"), iv_treatment())
    connection = connect(path, None, read_only=False)
    connection.execute(
        "UPDATE events SET body = '{' WHERE session = 1 AND kind = 'session-opened'"
    )
    connection.close()
    found = period_of(path, None, *WEEK)
    assert (len(found.sessions), found.unreadable) == (1, 1)


def test_what_was_read_before_is_read_again_only_when_the_session_went_on(path: Path) -> None:
    keep(path, opened("s-1"), iv_treatment())
    running = Played(opened("s-2"), [(5.0, BASELINE), *pressures((900.0, 150.0))])
    with SessionStore.open(path) as store:
        store.write(running.entries, [Anchor("s-2", 0.0, NOON_UTC_S, 0, AnchorReason.START)])
    known: Known = {}
    before = period_of(path, None, *WEEK, known=known)
    kept = dict(known)
    again = period_of(path, None, *WEEK, known=known)
    assert again == before
    assert all(known[n][1] is figures for n, (_head, figures) in kept.items())
    more = CuffResult(166.0, 90.0, None, None, SOURCE)
    with SessionStore.open(path) as store:
        store.write([Entry("s-2", running.entries[-1].seq + 1, 1500.0, more)])
    after = period_of(path, None, *WEEK, known=known)
    assert after == period_of(path, None, *WEEK)
    assert sorted(one.peak_sbp or 0.0 for one in after.sessions)[-1] == 166.0


def test_no_more_is_remembered_than_a_record_has(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path, opened("s-1"), iv_treatment())
    keep(path, opened("s-2"), iv_treatment())
    monkeypatch.setattr("data.period.MOST_KNOWN", 1)
    known: Known = {}
    assert len(period_of(path, None, *WEEK, known=known).sessions) == 2
    assert len(known) == 1


def test_nothing_in_the_figures_says_whose_they_are(path: Path) -> None:
    patient = Patient(PATIENT, 80.0, "Q. X.", 1974, name="Unmistakable")
    keep(path, opened(patient=patient), iv_treatment())
    told = repr(period_of(path, None, *WEEK))
    for part in (PATIENT, "Q. X.", "1974", "Unmistakable", "s-1", NURSE):
        assert part not in told
    assert "session_id" not in {field.name for field in fields(SessionFigures)}


def test_an_entry_before_the_opening_changes_no_time(path: Path) -> None:
    with SessionStore.open(path) as store:
        store.write([Entry("s-1", 0, 0.0, CuffResult(120.0, 80.0, None, None, SOURCE))])
    assert period_of(path, None, date(1970, 1, 1), date(2999, 1, 1)).sessions[0].lasted_s is None
