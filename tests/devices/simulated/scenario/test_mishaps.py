"""What befalls a patient, as courses laid over what the patient does anyway."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from devices.simulated.body.patient import Vitals
from devices.simulated.scenario.mishaps import (
    Apnoea,
    Desaturation,
    FastRhythm,
    Panic,
    PatientMishap,
    Subsides,
    Surge,
    Vasovagal,
    overlays_of,
)
from devices.simulated.sensors.practice_patient import PracticePatient, calm_patient
from monitor.vitals import VitalSign

SEED = 7
EVERY = (
    Surge(50.0, 30.0, 20.0),
    Panic(),
    Desaturation(84.0),
    Vasovagal(),
    Apnoea(),
    FastRhythm(),
)


def course(mishap: PatientMishap, at_s: float = 300.0) -> Callable[[float], tuple[Vitals, Vitals]]:
    """Two of the same body: (as it would be, as it is) so long after the mishap; seconds rise."""
    calm, struck = (PracticePatient(calm_patient(SEED), SEED) for _ in range(2))
    struck.befall(mishap, at_s)
    return lambda after_s: (calm.at(at_s + after_s), struck.at(at_s + after_s))


@pytest.mark.parametrize("mishap", EVERY, ids=lambda mishap: type(mishap).__name__)
def test_everything_is_over_some_time(mishap: PatientMishap) -> None:
    ends_s = max(60.0 * overlay.points[-1][0] for overlay in overlays_of(mishap))
    after = course(mishap)
    was, same = after(ends_s + 2.0)
    assert (same.sbp, same.dbp, same.rr, same.spo2) == (was.sbp, was.dbp, was.rr, was.spo2)
    assert same.hr == pytest.approx(was.hr, abs=8.0), "the breath may be at another place"


def test_a_faint_takes_heart_and_pressure_down_together_and_gives_them_back() -> None:
    after = course(Vasovagal(hr=-38.0, sbp=-40.0, dbp=-28.0, fall_s=40.0))
    was, at_once = after(0.0)
    assert was == at_once
    was, low = after(60.0)
    assert (low.hr - was.hr, low.sbp - was.sbp) == pytest.approx((-38.0, -40.0), abs=0.5)
    assert low.dbp - was.dbp == pytest.approx(-28.0, abs=0.5)


def test_without_a_breath_the_oxygen_falls_late_and_comes_back_late() -> None:
    after = course(Apnoea(for_s=45.0, spo2=82.0, lag_s=25.0))
    was, early = after(20.0)
    assert early.rr < 2.0 < was.rr
    assert early.spo2 == was.spo2
    was, low = after(50.0)
    assert low.spo2 == pytest.approx(82.0, abs=2.0)
    assert low.rr > 5.0, "the breath is back, the oxygen is not"


def test_a_fast_irregular_rhythm_loses_beats_on_the_way_to_the_finger() -> None:
    after = course(FastRhythm(hr=90.0, for_s=120.0, lost=28.0))
    was, fast = after(3.0)
    assert fast.hr - was.hr == pytest.approx(90.0, abs=1.0)
    assert fast.hr - fast.pulse == pytest.approx(28.0, abs=1.0)


def test_a_fast_regular_rhythm_loses_none() -> None:
    signs = {overlay.sign for overlay in overlays_of(FastRhythm(lost=0.0))}
    assert signs == {VitalSign.HR}


@pytest.mark.parametrize("mishap", EVERY, ids=lambda mishap: type(mishap).__name__)
def test_what_somebody_ends_is_over_soon(mishap: PatientMishap) -> None:
    calm, struck = (PracticePatient(calm_patient(SEED), SEED) for _ in range(2))
    struck.befall(mishap, 300.0)
    before, after = struck.at(330.0), struck.at(331.0)
    struck.befall(Subsides(mishap, within_s=20.0), 331.0)
    assert struck.at(331.0) == after, "it goes back, and does not jump"
    was, same = calm.at(352.0), struck.at(352.0)
    assert (same.sbp, same.dbp, same.spo2) == (was.sbp, was.dbp, was.spo2)
    assert before.at_s == 330.0


def test_ending_one_thing_leaves_the_others() -> None:
    calm, struck = (PracticePatient(calm_patient(SEED), SEED) for _ in range(2))
    struck.befall(Surge(50.0, 30.0, rise_s=10.0), 300.0)
    struck.befall(Desaturation(84.0), 300.0)
    struck.befall(Subsides(Desaturation(84.0), within_s=10.0), 340.0)
    was, still = calm.at(360.0), struck.at(360.0)
    assert still.spo2 == was.spo2
    assert still.sbp - was.sbp == pytest.approx(50.0)


@pytest.mark.parametrize("mishap", [Desaturation(84.0), Apnoea()], ids=["fall", "apnoea"])
@pytest.mark.parametrize("resting", [92.0, 95.0, 99.0])
def test_the_oxygen_falls_from_where_it_is_and_comes_back_to_it(
    mishap: Desaturation | Apnoea, resting: float
) -> None:
    calm = calm_patient(SEED)
    person = replace(calm, patient=replace(calm.patient, spo2=resting))
    as_it_would_be, struck = (PracticePatient(person, SEED) for _ in range(2))
    struck.befall(mishap, 300.0)
    ends_s = round(max(60.0 * overlay.points[-1][0] for overlay in overlays_of(mishap)))
    pairs = [(as_it_would_be.at(at_s), struck.at(at_s)) for at_s in range(300, 302 + ends_s)]
    below = [was.spo2 - now.spo2 for was, now in pairs]
    assert min(below) >= 0.0, "nobody is better for it"
    assert min(now.spo2 for _, now in pairs) == pytest.approx(mishap.spo2, abs=1.5)
    steps = [abs(after - before) for before, after in pairwise(below)]
    assert max(steps) < 1.0, "there is no jump, not at the beginning and not at the end"
    assert below[0] == below[-1] == 0.0


def test_who_lacks_more_already_is_not_lifted() -> None:
    calm = calm_patient(SEED)
    sick = replace(calm, patient=replace(calm.patient, spo2=82.0))
    was, struck = (PracticePatient(sick, SEED) for _ in range(2))
    struck.befall(Desaturation(90.0), 300.0)
    assert struck.at(360.0).spo2 == was.at(360.0).spo2


def test_breathing_comes_back_to_its_own_rate() -> None:
    after = course(Apnoea(for_s=45.0))
    was, still = after(20.0)
    assert still.rr < 2.0 < was.rr
    was, back = after(53.0)
    assert back.rr == was.rr
