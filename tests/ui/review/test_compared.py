"""The sessions of one patient side by side: what is told of each, and from when on."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.overlays import Outline, Overlay, overlay_of
from monitor.commands import Acknowledge, Action, ManualCuff
from monitor.people import Patient
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import GiveDrug
from monitor.vitals import CuffResult, Quality, VitalSign
from tests.data.course_examples import SOURCE, beat, keep_course, session_of
from tests.data.past_treatments import (
    BASELINE,
    DAY_S,
    NOON_UTC_S,
    NURSE,
    PATIENT,
    Said,
    iv_treatment,
    keep,
    nasal_treatment,
    opened,
)
from ui.library import Library
from ui.review.compared import Compared, Sign, birth_years, compared
from ui.review.statistics import statistics


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def cuff(at: float, sbp: float, dbp: float, quality: Quality = Quality.GOOD) -> Said:
    return at, CuffResult(sbp, dbp, None, None, SOURCE, quality)


def course(path: Path) -> tuple[Compared, ...]:
    return compared(overlay_of(path, None, PATIENT))


def only(path: Path, *said: Said, **changes: object) -> Compared:
    keep(path, session_of(1, **changes), iv_treatment(*said))
    return course(path)[0]


def test_nobody_has_no_course() -> None:
    assert compared(Overlay(PATIENT)) == ()


def test_second_zero_is_the_start_of_the_infusion(path: Path) -> None:
    one = only(path, cuff(30.0, 124, 76), cuff(660.0, 150, 90), (120.0, beat(120.0, 0.0)))
    assert one.zero_s == 60.0
    assert one.curves[Sign.SBP] == ((-30.0, 124), (600.0, 150))
    assert one.curves[Sign.DBP] == ((-30.0, 76), (600.0, 90))
    assert one.curves[Sign.HR][0][0] == 127.5 - 60.0
    assert one.over_s == 2400.0


def test_by_another_route_it_is_the_first_dose_and_the_drug_ends_with_the_last(
    path: Path,
) -> None:
    keep(path, opened(profile="intranasal"), nasal_treatment(cuff(660.0, 150, 90)))
    (one,) = course(path)
    assert one.zero_s == 60.0
    assert one.curves[Sign.SBP] == ((600.0, 150),)
    assert one.over_s == 600.0
    assert (one.route, one.mg) == (Route.INTRANASAL, 84.0)


def test_what_was_only_watched_has_no_number_and_no_curve(path: Path) -> None:
    keep(path, opened(plan=Plan(None, None, 40.0)), [(5.0, BASELINE), cuff(30.0, 124, 76)])
    (one,) = course(path)
    assert (one.number, one.route, one.mg, one.over_s, one.zero_s) == (None,) * 5
    assert one.curves == dict.fromkeys(Sign, ())
    assert one.peaks[Sign.SBP] is not None  # it stands in the table all the same


def test_sessions_are_numbered_as_the_course_counts_them(path: Path) -> None:
    watched = opened("w", plan=Plan(None, None, 40.0))
    plain = opened("a")
    keep(path, plain, iv_treatment())
    keep(path, watched, [(5.0, BASELINE)], utc_s=NOON_UTC_S + DAY_S)
    keep(path, opened("b"), iv_treatment(), utc_s=NOON_UTC_S + 2 * DAY_S)
    keep(path, session_of(7, "c"), iv_treatment(), utc_s=NOON_UTC_S + 3 * DAY_S)
    keep(path, opened("d"), iv_treatment(), utc_s=NOON_UTC_S + 4 * DAY_S)
    assert [one.number for one in course(path)] == [1, None, 2, 7, 8]
    assert [one.day for one in course(path)][:2] == ["2026-09-21", "2026-09-22"]


def test_a_change_is_from_the_resting_value_of_its_own_session(path: Path) -> None:
    one = only(path, cuff(660.0, 150, 90))
    assert one.resting == {Sign.SBP: 124.0, Sign.DBP: 76.0, Sign.HR: 72.0}
    assert one.values(Sign.SBP, change=True) == ((600.0, 26.0),)
    assert one.values(Sign.SBP, change=False) == ((600.0, 150),)


def test_without_a_resting_value_there_is_no_change(path: Path) -> None:
    said = [one for one in iv_treatment(cuff(660.0, 150, 90)) if one[1] is not BASELINE]
    keep(path, session_of(1), said)
    (one,) = course(path)
    assert one.resting[Sign.SBP] is None
    assert one.values(Sign.SBP, change=True) == ()
    assert one.peaks[Sign.SBP] is not None
    assert one.peaks[Sign.SBP].change is None


def test_only_what_counts_is_drawn(path: Path) -> None:
    one = only(
        path,
        cuff(300.0, 130, 80),
        cuff(400.0, 220, 120, Quality.POOR),
        cuff(500.0, 221, 121, Quality.BEFORE_SESSION),
        (900.0, ManualCuff(140.0, 85.0, NURSE, 240.0)),
        cuff(1200.0, 172, 96),
        cuff(1300.0, 138, 84),  # it did not confirm the one before
    )
    drawn = [value for _at, value in one.curves[Sign.SBP]]
    assert drawn == [130, 140, 138]
    assert [at for at, _value in one.curves[Sign.SBP]][1] == 600.0


def test_the_figures_are_those_of_the_session_page(path: Path) -> None:
    keep_course(path, 2, step_s=5)
    library = Library(path, None)
    for one in course(path):
        found = statistics(library.record(one.session_id).entries)
        assert one.peaks == {
            Sign.SBP: found.peak_sbp,
            Sign.DBP: found.peak_dbp,
            Sign.HR: one.peaks[Sign.HR],
        }
        heart = one.peaks[Sign.HR]
        assert heart is not None
        assert found.peak_hr is not None
        assert (heart.value, heart.change) == (found.peak_hr.value, found.peak_hr.change)
        assert abs(heart.at_s - found.peak_hr.at_s) <= 15.0
        assert one.mg == found.mg_given
        assert one.zero_s == found.infusion_started_s


def test_scores_are_the_last_and_dissociation_the_worst(path: Path) -> None:
    keep_course(path, 4, step_s=60)
    fourth = course(path)[3]
    assert (fourth.dissociation, fourth.phq9, fourth.madrs) == (3, 13, 22)
    assert fourth.mg_per_kg == pytest.approx(0.6)
    assert fourth.for_pressure == ("labetalol 10 mg",)


def test_what_leaves_the_pressure_alone_was_not_given_for_it(path: Path) -> None:
    given = [
        (700.0 + place, GiveDrug(drug, "4", "mg", "IV", "Provider 1", NURSE))
        for place, drug in enumerate(("Ondansetron", "Labetalol", "Labetalol"))
    ]
    assert only(path, *given).for_pressure == ("Labetalol 4 mg",)


def test_what_was_done_about_a_high_pressure_stands_with_it(path: Path) -> None:
    high = [cuff(at, 172, 104) for at in (900.0, 960.0)]
    said = [
        *high,
        (1000.0, Acknowledge("bp/high", NURSE, Action.PAUSED)),
        (1001.0, Acknowledge("bp/high", NURSE, Action.REMEASURED)),
        (1002.0, Acknowledge("spo2/low", NURSE, Action.RATE_LOWERED)),
    ]
    assert only(path, *said).for_pressure == (Action.PAUSED,)


def test_different_birth_years_under_one_id_are_told(path: Path) -> None:
    for number, year in ((1, 1974), (2, 1947), (3, None)):
        patient = Patient(PATIENT, 80.0, "J. M.", year)
        keep(path, session_of(number, patient=patient), iv_treatment())
    assert birth_years(course(path)) == (1947, 1974)


def test_a_value_stands_until_the_next_and_not_across_a_gap(path: Path) -> None:
    one = only(path, cuff(660.0, 150, 90), cuff(960.0, 140, 85))
    assert one.value_at(Sign.SBP, 600.0, change=False) == 150
    assert one.value_at(Sign.SBP, 899.0, change=True) == 26
    assert one.value_at(Sign.SBP, 900.0, change=False) == 140
    assert one.value_at(Sign.SBP, 599.0, change=False) is None
    assert one.value_at(Sign.SBP, 900.0 + 1201.0, change=False) is None


def test_a_session_without_an_opening_is_nobodys_but_stands_there() -> None:
    outline = Outline("s-9", NOON_UTC_S, 0, False, (), ())
    (one,) = compared(Overlay(PATIENT, (outline,)))
    assert (one.patient, one.number, one.mg_per_kg) == (None, None, None)
    assert birth_years([one]) == ()


def test_the_heart_rate_has_a_sign_of_its_own() -> None:
    assert [sign.is_pressure for sign in Sign] == [True, True, False]
    assert [sign.vital for sign in Sign] == [VitalSign.SBP, VitalSign.DBP, VitalSign.HR]
