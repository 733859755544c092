"""The course of one patient, from the record of real sessions."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from data.courses import INDUCTION, PastSession, PatientCourse, course_of
from data.store import SessionStore
from data.vault import connect
from monitor.commands import BeginEmergency, EndSession, StartInfusion
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.people import Course, Patient
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import CuffSize, Mount, PumpVolume, Scale, Score, Side
from monitor.vitals import CuffResult, Quality, Reading, VitalSign
from tests.data.past_treatments import (
    BASELINE,
    DAY_S,
    IV_PLAN,
    NOON_UTC_S,
    NURSE,
    PATIENT,
    Said,
    iv_treatment,
    keep,
    nasal_treatment,
    opened,
)

SOURCE = "device:test"
MOUNT = Mount(CuffSize.LARGE, Side.LEFT, None, None, NURSE)


def heart(
    value: float, sign: VitalSign = VitalSign.HR, quality: Quality = Quality.GOOD
) -> Numerics:
    return Numerics((Reading(sign, value, SOURCE, quality),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_a_patient_who_was_never_here_has_an_empty_course_and_begins_the_induction(
    path: Path,
) -> None:
    SessionStore.open(path).close()
    assert course_of(path, None, f" {PATIENT} ") == PatientCourse(PATIENT)
    assert PatientCourse(PATIENT).next == Course(1, INDUCTION)


def test_a_session_tells_its_dose_peaks_and_scores(path: Path) -> None:
    said = iv_treatment(
        (20.0, MOUNT),
        (30.0, heart(140.0)),
        (900.0, CuffResult(171.0, 96.0, None, None, SOURCE)),
        (901.0, heart(118.0)),
        (902.0, heart(155.0, quality=Quality.POOR)),
        (1000.0, Score(Scale.DISSOCIATION, 4, NURSE)),
        (1100.0, BeginEmergency(NURSE)),
        (2600.0, PumpVolume(3.9, NURSE)),
    )
    keep(path, opened(), said)
    found = course_of(path, None, PATIENT)
    assert found.sessions == (
        PastSession(
            session_id="s-1", opened_utc_s=NOON_UTC_S, offset_min=0, signed=True, treated=True,
            route=Route.IV, plan=IV_PLAN, given_mg=39.0, peak_sbp=171.0, peak_dbp=96.0,
            peak_hr=118.0, worst_dissociation=4, worst_sedation=None,
            scores=(("dissociation", 4),), emergency=True, profile="adult-iv",
        ),
    )  # fmt: skip
    assert (found.patient, found.mount) == (opened().patient, MOUNT)
    assert found.next == Course(2, INDUCTION, 39.0, 80.0, 171.0, Route.IV)


def test_the_heart_rate_is_the_oximeters_where_there_is_no_ecg(path: Path) -> None:
    keep(path, opened(), iv_treatment((700.0, heart(97.0, VitalSign.PULSE))))
    assert course_of(path, None, PATIENT).sessions[0].peak_hr == 97.0


def test_a_torn_layout_counts_for_nothing(path: Path) -> None:
    keep(path, opened(), iv_treatment((700.0, heart(97.0))))
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE layouts SET text = 'x'")
    connection.close()
    assert course_of(path, None, PATIENT).sessions[0].peak_hr is None


def test_the_oldest_comes_first_and_the_newest_says_who_she_is(path: Path) -> None:
    heavier = replace(opened("s-2").patient, weight_kg=84.0)
    keep(path, opened("s-2", patient=heavier), iv_treatment(), utc_s=NOON_UTC_S + DAY_S)
    keep(path, opened("s-1"), nasal_treatment((20.0, MOUNT)))
    found = course_of(path, None, PATIENT)
    assert [one.session_id for one in found.sessions] == ["s-1", "s-2"]
    assert found.patient == heavier
    assert found.mount == MOUNT  # the second session said nothing about it


def test_what_was_only_watched_was_no_treatment(path: Path) -> None:
    keep(path, opened(plan=Plan(None, None, 40.0)), [(5.0, BASELINE)])
    found = course_of(path, None, PATIENT)
    past = found.sessions[0]
    assert (past.treated, past.given_mg, past.signed, past.peak_sbp) == (False, None, False, None)
    assert found.next == Course(1, INDUCTION)


def test_sessions_of_others_and_simulated_ones_are_not_hers(path: Path) -> None:
    keep(path, opened("s-1", patient=Patient("P-204", 80.0)), iv_treatment())
    keep(path, opened("s-2", simulated=True), iv_treatment())
    assert course_of(path, None, PATIENT).sessions == ()
    assert len(course_of(path, None, PATIENT, simulated=True).sessions) == 1


def test_after_the_induction_it_is_maintenance(path: Path) -> None:
    past = PastSession(
        "s", 0.0, 0, True, True, Route.IV, IV_PLAN, None, None, None, None, None, None
    )
    upto = [PatientCourse(PATIENT, (past,) * number).next for number in range(1, 8)]
    assert [(one.number, one.of) for one in upto] == [
        (2, 6), (3, 6), (4, 6), (5, 6), (6, 6), (7, None), (8, None),
    ]  # fmt: skip
    assert upto[0].last_mg == 40.0  # as planned, where nobody knows what was given


def test_a_damaged_session_hides_no_other_and_is_named(path: Path) -> None:
    keep(path, opened("s-1"), iv_treatment())
    keep(path, opened("s-2"), iv_treatment(), utc_s=NOON_UTC_S + DAY_S)
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE events SET body = 'x' WHERE session = 1 AND kind = 'stop-infusion'")
    connection.close()
    found = course_of(path, None, PATIENT)
    assert [one.session_id for one in found.sessions] == ["s-2"]
    assert found.unreadable == ("s-1",)


def test_thirty_sessions_are_read_without_their_vitals(path: Path) -> None:
    """Time is no judge on a shared computer; the figure is in the bench. Here: not one second."""
    hour: list[Said] = [(60.0 + at, heart(80.0 + at % 30)) for at in range(1200)]
    played = keep(path, opened("s-0"), iv_treatment(*hour)).entries
    with SessionStore.open(path) as store:
        for number in range(1, 30):
            session = opened(f"s-{number}")
            store.write([again(one, session.session_id) for one in played])
    course_of(path, None, PATIENT)
    began = time.perf_counter()
    found = course_of(path, None, PATIENT)
    assert time.perf_counter() - began < 1.0
    assert len(found.sessions) == 30
    assert {one.peak_hr for one in found.sessions} == {109.0}


def again(entry: Entry, session_id: str) -> Entry:
    return replace(entry, session_id=session_id)


def test_a_session_that_still_runs_counts_up_to_its_last_entry(path: Path) -> None:
    said: list[Said] = [(60.0, StartInfusion(NURSE)), (660.0, BASELINE)]
    keep(path, opened(), said)
    past = course_of(path, None, PATIENT).sessions[0]
    assert (past.signed, past.given_mg) == (False, pytest.approx(10.0))
    assert not any(isinstance(what, EndSession) for _, what in said)
