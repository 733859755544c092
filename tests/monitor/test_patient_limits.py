"""What a limit means for this patient: the baseline, and what is known of her."""

from __future__ import annotations

import pytest
from chairs import BASELINE, OPENED, Bench, cuff
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.commands import ChangeLimit, SetBaseline, StartInfusion
from monitor.limits import PROFILES, LimitProfile, Modifier
from monitor.outcomes import BaselineAccepted
from monitor.patient_limits import effective_limit
from monitor.viewing import picture
from monitor.vitals import VitalSign

ROWS = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}
ADULT = PROFILES["adult-iv"]


def known(*modifiers: Modifier) -> LimitProfile:
    return LimitProfile(ADULT.name, ADULT.own, modifiers=frozenset(modifiers))


def limit(
    rule: str,
    profile: LimitProfile = ADULT,
    *,
    sbp: float | None = None,
    dbp: float | None = None,
    hr: float | None = None,
    spo2: float | None = None,
) -> float | None:
    return effective_limit(ROWS[rule], profile, BaselineAccepted(sbp, dbp, hr, spo2))


@pytest.mark.parametrize("rule", ["sbp-rise", "dbp-rise", "hr-rise"])
def test_without_a_baseline_a_relative_row_is_not_judged(rule: str) -> None:
    assert limit(rule) is None
    assert effective_limit(ROWS[rule], ADULT, None) is None


@pytest.mark.parametrize(
    ("rule", "expected"), [("dbp-high", 100), ("hr-low", 50), ("sbp-high", 160), ("spo2-low", 92)]
)
def test_without_a_baseline_a_relative_term_drops_out(rule: str, expected: float) -> None:
    assert limit(rule) == expected


@pytest.mark.parametrize(
    ("sbp", "expected"),
    [(100, 150), (115.3, 150), (120, 156), (130, 169), (140, 180), (150, 190)],
)
def test_a_rise_is_thirty_per_cent_or_forty_and_from_150_on(sbp: float, expected: float) -> None:
    assert limit("sbp-rise", sbp=sbp) == pytest.approx(expected)


@pytest.mark.parametrize(("dbp", "expected"), [(60, 100), (90, 100), (93, 103), (99, 105)])
def test_diastolic_high_follows_the_baseline_up_to_105(dbp: float, expected: float) -> None:
    assert limit("dbp-high", dbp=dbp) == expected


@pytest.mark.parametrize(("hr", "expected"), [(72, 50), (58, 50), (55, 47), (48, 40), (44, 40)])
def test_a_slow_heart_is_judged_from_eight_below_its_own_and_never_below_40(
    hr: float, expected: float
) -> None:
    assert limit("hr-low", hr=hr) == expected


# ---- sedatives


@pytest.mark.parametrize(
    ("spo2", "expected"), [(None, 94), (100, 94), (98, 94), (97, 93), (94, 90), (92, 90), (88, 90)]
)
def test_with_sedatives_saturation_is_judged_earlier(spo2: float | None, expected: float) -> None:
    assert limit("spo2-low", known(Modifier.SEDATIVES), spo2=spo2) == expected


def test_sedatives_move_nothing_else() -> None:
    changed = {
        rule
        for rule in ROWS
        if limit(rule, known(Modifier.SEDATIVES), sbp=124, dbp=76, hr=72, spo2=98)
        != limit(rule, sbp=124, dbp=76, hr=72, spo2=98)
    }
    assert changed == {"spo2-low"}


# ---- raised baseline


@pytest.mark.parametrize(
    ("sbp", "expected"), [(None, 160), (130, 160), (140, 160), (145, 165), (150, 170), (165, 170)]
)
def test_with_a_raised_baseline_the_high_limit_follows_it_up_to_170(
    sbp: float | None, expected: float
) -> None:
    assert limit("sbp-high", known(Modifier.RAISED_BASELINE), sbp=sbp) == expected


def test_a_raised_baseline_without_the_modifier_moves_nothing() -> None:
    assert limit("sbp-high", sbp=165) == 160


def test_oxygen_moves_no_limit() -> None:
    for rule in ROWS:
        assert limit(rule, known(Modifier.OXYGEN), sbp=150, dbp=76, hr=72, spo2=98) == limit(
            rule, sbp=150, dbp=76, hr=72, spo2=98
        )


# ---- a number that was moved at the chair


@pytest.mark.parametrize(("rule", "value"), [("sbp-high", 150.0), ("spo2-low", 90.0)])
def test_a_number_that_was_moved_at_the_chair_stands(rule: str, value: float) -> None:
    profile = known(*Modifier).with_limit(rule, value)
    assert limit(rule, profile, sbp=150, spo2=98) == value


@given(
    modifiers=st.frozensets(st.sampled_from(Modifier)),
    sbp=st.none() | st.floats(60, 240),
    spo2=st.none() | st.floats(70, 100),
)
def test_no_baseline_moves_a_modified_limit_beyond_its_bounds(
    modifiers: frozenset[Modifier], sbp: float | None, spo2: float | None
) -> None:
    profile = known(*modifiers)
    high, low = limit("sbp-high", profile, sbp=sbp), limit("spo2-low", profile, spo2=spo2)
    assert high is not None
    assert low is not None
    assert 160 <= high <= 170
    assert 90 <= low <= 94


# ---- at the chair


def started(profile: LimitProfile, *baseline: float) -> Bench:
    bench = Bench(treating=False, profile=profile)
    bench.feed(0.0, SetBaseline(*baseline, by="AK") if baseline else BASELINE, StartInfusion("AK"))
    return bench


def test_a_sedated_patient_alarms_at_93_and_another_one_does_not() -> None:
    sedated, usual = started(known(Modifier.SEDATIVES)), started(ADULT)
    for bench in (sedated, usual):
        bench.stream(0.0, 30.0, spo2=93.0)
    assert sedated.alarms() == [(15.0, "spo2-low", "medium", "sounding")]
    assert usual.alarms() == []


def test_a_raised_baseline_lets_165_pass_and_not_170() -> None:
    bench = started(known(Modifier.RAISED_BASELINE), 150.0, 85.0, 72.0, 98.0)
    bench.feed(300.0, cuff(169, 90))
    assert bench.alarms() == []
    bench.feed(600.0, cuff(170, 90))
    assert bench.alarms()[-1] == (600.0, "sbp-high", "medium", "pending")


def test_the_screen_shows_the_limit_that_is_judged_and_what_is_known() -> None:
    bench = started(known(Modifier.SEDATIVES, Modifier.RAISED_BASELINE), 150.0, 85.0, 72.0, 97.0)
    shown = picture(bench.core, 1.0)
    assert shown.modifiers == {Modifier.SEDATIVES, Modifier.RAISED_BASELINE}
    assert shown.numerals[VitalSign.SBP].high == 170
    assert shown.numerals[VitalSign.SPO2].low == 93


def test_the_modifiers_outlast_a_moved_limit_and_the_picture_says_who_moved_it() -> None:
    bench = started(known(Modifier.SEDATIVES))
    bench.feed(60.0, ChangeLimit("sbp-high", 150.0, "AK"))
    bench.feed(70.0, ChangeLimit("sbp-high", 155.0, "BL"))
    bench.feed(80.0, ChangeLimit("sbp-high", 999.0, "BL"))
    shown = picture(bench.core, 80.0)
    assert shown.modifiers == {Modifier.SEDATIVES}
    (moved,) = shown.limits_moved
    assert (moved.rule, moved.by, moved.at_s) == ("sbp-high", "BL", 70.0)


def test_the_next_patient_has_the_profile_as_it_is() -> None:
    bench = started(ADULT)
    bench.feed(60.0, ChangeLimit("sbp-high", 150.0, "AK"))
    assert PROFILES["adult-iv"].changed == {}
    assert picture(Bench(profile=OPENED.profile).core, 0.0).deviations == ()


def test_the_old_limit_alarms_while_a_new_one_is_refused() -> None:
    bench = started(ADULT)
    bench.feed(60.0, ChangeLimit("sbp-high", 180.0, "AK"))  # would cross sbp-very-high
    bench.feed(300.0, cuff(165, 90), cuff(165, 90))
    assert bench.alarms()[-1] == (300.0, "sbp-high", "medium", "sounding")
