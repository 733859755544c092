"""The figures of the model, one by one, as the clinical basis has them.

A model can meet a mean with wrong parts: where one is too strong, another makes up for it. So the
parts are held here, the whole in `test_pharmacology.py` and in the table of the population.
"""

from __future__ import annotations

import math

import pytest

from devices.simulated.body import esketamine as nasal
from devices.simulated.body import pharmacology as drug
from devices.simulated.body.absorption import ESKETAMINE_POTENCY, UPTAKES, Uptake, Way
from devices.simulated.body.physiology import (
    ANTICIPATION_WEARS_OFF_S,
    TEN_MINUTES_S,
    USUAL_DIP,
    USUAL_PEAK,
    day_share,
    raised,
)
from devices.simulated.body.wandering import MAYER_HZ
from devices.simulated.scenario.parts import CuffSetting, Noise, OximeterSetting, Resting


def test_the_compartments_are_those_of_kamp_per_70_kg_and_hour() -> None:
    body = drug.kamp(70.0)
    assert (body.v1_l, body.v2_l, body.v3_l) == pytest.approx((25.0, 56.0, 157.0))
    flows = (body.cl_l_per_min, body.q2_l_per_min, body.q3_l_per_min)
    assert flows == pytest.approx((84.0 / 60.0, 161.0 / 60.0, 79.0 / 60.0))


@pytest.mark.parametrize("weight_kg", [45.0, 80.0, 140.0])
def test_volumes_grow_with_the_weight_and_clearances_with_its_three_quarters(
    weight_kg: float,
) -> None:
    body, usual, share = drug.kamp(weight_kg), drug.kamp(70.0), weight_kg / 70.0
    for volume in ("v1_l", "v2_l", "v3_l"):
        assert getattr(body, volume) == pytest.approx(getattr(usual, volume) * share)
    for flow in ("cl_l_per_min", "q2_l_per_min", "q3_l_per_min"):
        assert getattr(body, flow) == pytest.approx(getattr(usual, flow) * share**0.75)


def test_the_effect_has_its_half_life_its_middle_and_its_steepness() -> None:
    assert pytest.approx(math.log(2.0) / 5.0) == drug.KE0_PER_MIN
    assert drug.occupancy(250.0) == pytest.approx(0.5)
    doubled = drug.occupancy(500.0)
    assert doubled / (1.0 - doubled) == pytest.approx(2.0**1.6)


def test_the_full_effect_of_somebody_of_45_and_its_covariates() -> None:
    usual = drug.typical_response(45.0)
    assert (usual.emax_sbp, usual.emax_dbp, usual.emax_hr) == (32.0, 20.0, 14.0)
    assert drug.pressor_share(65.0, hypertension=False) == pytest.approx(1.16)
    assert drug.pressor_share(65.0, hypertension=True) == pytest.approx(1.31)
    assert drug.pressor_share(-80.0, hypertension=False) == pytest.approx(0.3)
    assert drug.pressor_share(400.0, hypertension=False) == pytest.approx(3.0)
    assert drug.chronotropic_share(hypertension=False, beta_blocker=True) == pytest.approx(0.7)
    assert drug.chronotropic_share(hypertension=True, beta_blocker=False) == pytest.approx(0.8)


def test_fear_the_hour_and_the_usual_peak() -> None:
    still = drug.Response(0.0, 0.0, 0.0)
    assert raised(still, 0.0, 10.0) == (10.0, 5.0, 7.0)
    assert raised(still, 0.0, 0.0, day=1.0) == (3.0, 2.0, 2.0)
    assert day_share(2.0, 12 * 3600.0) == pytest.approx(2.0), "from 2 h to 14 h"
    assert ANTICIPATION_WEARS_OFF_S == 20 * 60.0
    assert TEN_MINUTES_S == 10 * 60.0
    assert USUAL_DIP == (0.5, 0.7)
    at_40 = drug.occupancy_after(40.0, 35.0 / 40.0, 70.0)
    assert at_40 == pytest.approx(USUAL_PEAK, abs=0.005)


def test_what_wanders_and_waves_has_the_size_that_is_said() -> None:
    noise = Noise()
    assert (noise.sbp, noise.dbp, noise.hr) == (3.0, 2.2, 2.5)
    assert 3.0 <= noise.breath_hr <= 4.0
    assert (noise.mayer_hr, noise.drift_hr, MAYER_HZ) == (2.0, 1.5, 0.1)
    resting = Resting(45.0, 70.0, 120.0, 76.0, 74.0)
    assert (resting.rr, resting.spo2) == (15.0, 97.5)


def test_the_doses_by_hand_are_taken_up_as_is_said() -> None:
    muscle, skin = UPTAKES[Way.MUSCLE], UPTAKES[Way.SKIN]
    assert (muscle.share, skin.share) == (0.93, 0.93)
    assert muscle.per_min == 0.06
    assert 0.03 <= skin.per_min <= 0.04
    assert skin.per_min < muscle.per_min
    mouth, tongue = UPTAKES[Way.MOUTH], UPTAKES[Way.TONGUE]
    assert (mouth.share, tongue.share) == (0.20, 0.30)
    for by_mouth in (mouth, tongue):
        assert by_mouth.per_min == 0.03
        assert 5 * 60.0 <= by_mouth.lag_s <= 10 * 60.0
    assert UPTAKES[Way.NOSE].share == 0.45
    assert UPTAKES[Way.VEIN] == Uptake(share=1.0, per_min=3.0)
    assert ESKETAMINE_POTENCY == 2.0


def test_the_spray_has_the_parameters_of_perez_ruixo() -> None:
    flows, fed = nasal._flows(45.0, 0.1)
    volume, first, second, liver = 192.0, 143.0, 417.0, 101.0
    q1, q2, qh = 84.3 / 60.0, 37.6 / 60.0, 151.0 / 60.0
    made = (1.11 + 2.77) / 60.0
    assert flows[0] == pytest.approx(
        (-(q1 + q2 + qh) / volume, q1 / volume, q2 / volume, qh / volume, 0.0)
    )
    assert flows[1][:2] == pytest.approx((q1 / first, -q1 / first))
    assert flows[2][::2] == pytest.approx((q2 / second, -q2 / second, 0.0))
    assert flows[3] == pytest.approx((qh / liver, 0.0, 0.0, -qh / liver - made, 0.0))
    assert fed[0] == pytest.approx((1000.0 / volume, 0.0))
    assert fed[3] == pytest.approx((0.0, 1000.0 / liver))
    older = nasal._flows(75.0, 0.1)[0]
    assert older[3][0] == pytest.approx((151.0 - 15 * 2.19) / 60.0 / liver)


def test_of_a_spray_so_much_goes_through_the_nose_and_so_much_through_the_gut() -> None:
    late_s = 100 * 3600.0
    for nth, share in ((1, 0.54), (2, 0.54 * 0.62), (3, 0.54 * 0.62)):
        device = nasal.Spray(28.0, 0.0, nth)
        assert device.through_nose_mg(late_s) == pytest.approx(28.0 * share)
        assert device.through_gut_mg(late_s) == pytest.approx(28.0 * (1.0 - share) * 0.64)
        half_s = math.log(2.0) / 2.93 * 3600.0
        assert device.through_nose_mg(half_s) == pytest.approx(14.0 * share)
    swallowed = nasal.Spray(28.0, 0.0, 1)
    arriving_s = 0.53 * 3600.0
    left = (1.0 - math.exp(-1.45 * 0.53)) / (1.45 * 0.53)
    whole = swallowed.through_gut_mg(late_s)
    assert swallowed.through_gut_mg(arriving_s) == pytest.approx(whole * (1.0 - left))
    assert (nasal.EC50_NG_PER_ML, nasal.FADES_MIN) == (125.0, 120.0)


def test_the_cuff_and_the_oximeter_are_set_as_usual() -> None:
    assert CuffSetting().cycle_s == (25.0, 45.0)
    assert OximeterSetting().average_s == 8
