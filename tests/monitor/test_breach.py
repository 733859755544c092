"""Time beyond a limit, from what stands in a record."""

from __future__ import annotations

from dataclasses import replace

from chairs import BASELINE, DEVICE, OPENED, SOURCE, UP, cuff, numerics
from hypothesis import given
from hypothesis import strategies as st

from monitor.breach import BreachTimes
from monitor.commands import ConfirmMonitor, ManualCuff
from monitor.core import MonitorCore
from monitor.events import Event, LinkChanged, LinkReason, LinkState, SessionOpened, is_event
from monitor.limits import PROFILES
from monitor.outcomes import BaselineAccepted, LimitChanged, Outcome, PhaseChanged
from monitor.phases import Phase
from monitor.vitals import LostReason, Quality, SignalLost, VitalSign

V = VitalSign
TREATING = (
    (0.0, OPENED),
    (0.0, PhaseChanged(Phase.PLANNED, Phase.BASELINE)),
    (0.0, BaselineAccepted(124.0, 76.0, 72.0, 98.0)),
    (0.0, PhaseChanged(Phase.BASELINE, Phase.TREATING)),
)


def lasted(*entries: tuple[float, Event | Outcome], until: float) -> dict[VitalSign, float]:
    times = BreachTimes()
    for at, what in (*TREATING, *entries):
        times.take(what, at)
    return times.seconds(until)


def every_second(begin: int, end: int, **values: float) -> list[tuple[float, Event]]:
    return [(float(at), numerics(**values)) for at in range(begin, end)]


def test_a_value_stands_until_the_next_one() -> None:
    said = lasted(*every_second(0, 60, hr=48), *every_second(60, 100, hr=72), until=100.0)
    assert said == {V.HR: 60.0}


def test_a_value_that_is_not_fresh_any_more_is_no_breach() -> None:
    assert lasted((10.0, numerics(hr=48)), until=100.0) == {V.HR: DEVICE.fresh_for_s}


def test_a_lost_sign_is_no_breach() -> None:
    lost = SignalLost(V.SPO2, LostReason.SENSOR_OFF, SOURCE)
    assert lasted((10.0, numerics(spo2=86)), (12.0, lost), until=60.0) == {V.SPO2: 2.0}


def test_a_line_that_broke_ends_what_it_had_said() -> None:
    down = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE)
    assert lasted((10.0, numerics(hr=150)), (11.0, down), until=60.0) == {V.HR: 1.0}


def test_a_cuff_stands_for_twice_its_interval() -> None:
    said = lasted((60.0, cuff(186, 84)), until=4000.0)
    assert said == {V.SBP: 2 * OPENED.nibp_interval_s, V.DBP: 0.0}


def test_the_next_cuff_ends_what_the_last_one_said() -> None:
    said = lasted((60.0, cuff(186, 112)), (360.0, cuff(142, 84)), until=600.0)
    assert said == {V.SBP: 300.0, V.DBP: 300.0}


def test_what_a_person_measured_counts_as_well() -> None:
    manual = ManualCuff(186, 84, "AK")
    assert lasted((60.0, manual), until=160.0) == {V.SBP: 100.0, V.DBP: 0.0}
    before = ManualCuff(124, 76, "AK", ago_s=30.0)
    assert lasted((60.0, manual), (80.0, before), until=160.0)[V.SBP] == 100.0


def test_what_was_entered_late_stands_for_nothing() -> None:
    assert lasted((100.0, ManualCuff(186, 84, "AK", 61.0)), until=160.0) == {}
    assert lasted((100.0, ManualCuff(186, 84, "AK", 101.0)), until=160.0) == {}


def test_values_of_poor_quality_and_old_results_do_not_count() -> None:
    assert lasted((10.0, numerics(Quality.POOR, hr=30)), until=14.0) == {}
    assert lasted((10.0, cuff(210, 130, Quality.BEFORE_SESSION)), until=14.0) == {}


def test_the_heart_is_judged_by_the_ecg_while_there_is_one() -> None:
    assert lasted((10.0, numerics(hr=72, pulse=30)), until=13.0) == {V.HR: 0.0}
    assert lasted((10.0, numerics(pulse=30)), until=13.0) == {V.HR: 3.0}


def test_a_moved_limit_judges_what_stands() -> None:
    moved = LimitChanged("sbp-high", 160.0, 140.0, "AK")
    assert lasted((0.0, cuff(146, 84)), (60.0, moved), until=90.0)[V.SBP] == 30.0


def test_before_treating_a_high_pressure_is_only_a_colour() -> None:
    times = BreachTimes()
    for at, what in (*TREATING[:3], (10.0, cuff(161, 84)), (40.0, TREATING[3][1])):
        times.take(what, at)
    assert times.seconds(60.0)[V.SBP] == 20.0


def test_nothing_is_judged_after_the_end() -> None:
    end = PhaseChanged(Phase.TREATING, Phase.SIGNED)
    said = lasted((0.0, cuff(186, 84)), (60.0, end), (61.0, cuff(190, 90)), until=300.0)
    assert said[V.SBP] == 60.0


def test_a_monitor_that_was_put_aside_counts_no_more() -> None:
    no = ConfirmMonitor(SOURCE, same=False, by="AK")
    said = lasted((0.0, numerics(hr=30)), (2.0, no), (3.0, numerics(hr=30)), until=60.0)
    assert said == {V.HR: 2.0}


def test_the_pressure_of_a_monitor_that_was_put_aside_stands_no_longer() -> None:
    no = ConfirmMonitor(SOURCE, same=False, by="AK")
    said = lasted((0.0, cuff(186, 112)), (60.0, no), until=600.0)
    assert said == {V.SBP: 60.0, V.DBP: 60.0}
    by_hand = lasted(
        (0.0, cuff(186, 112)), (5.0, ManualCuff(186, 112, "AK")), (60.0, no), until=99.0
    )
    assert by_hand == {V.SBP: 99.0, V.DBP: 99.0}


def switched_on(*rows: str, **changes: bool) -> SessionOpened:
    profile = PROFILES["adult-iv"].switch_on(rows)
    return replace(OPENED, profile=profile, arterial_judged=changes.get("arterial", False))


def test_a_mean_pressure_counts_where_its_rows_are_switched_on() -> None:
    times = BreachTimes()
    mean = replace(cuff(150, 95), map=126.0)
    for at, what in ((0.0, switched_on("map-high")), *TREATING[1:], (10.0, mean)):
        times.take(what, at)
    assert times.seconds(70.0) == {V.SBP: 0.0, V.DBP: 0.0, V.MAP: 60.0}
    assert times.left_out == ()


def test_a_mean_pressure_of_an_arterial_line_counts_as_that_of_the_cuff() -> None:
    times = BreachTimes()
    opened = switched_on("map-low", arterial=True)
    line = numerics(abp_sys=100, abp_dia=45, abp_mean=58)
    for at, what in ((0.0, opened), *TREATING[1:], (10.0, line), (12.0, line)):
        times.take(what, at)
    assert times.seconds(14.0) == {V.SBP: 0.0, V.DBP: 4.0, V.MAP: 4.0}


def test_a_rise_in_deviations_counts_for_its_sign_where_it_is_switched_on() -> None:
    times = BreachTimes()
    for at, what in ((0.0, switched_on("sbp-z-high")), *TREATING[1:], (10.0, cuff(152, 80))):
        times.take(what, at)
    assert times.seconds(40.0)[V.SBP] == 30.0
    assert lasted((10.0, cuff(152, 80)), until=40.0)[V.SBP] == 0.0


def test_what_several_signs_make_together_is_left_out_by_name() -> None:
    times = BreachTimes()
    assert times.left_out == ()
    opened = switched_on("rpp-high", "map-high", "sbp-trend-high")
    for at, what in (
        (0.0, opened),
        *TREATING[1:],
        (10.0, numerics(hr=100)),
        (11.0, cuff(155, 80)),
    ):
        times.take(what, at)
    assert times.left_out == ("sbp-trend-high", "rpp-high")
    assert times.seconds(14.0) == {V.HR: 0.0, V.SBP: 0.0, V.DBP: 0.0, V.MAP: 0.0}


def test_a_session_without_an_opening_has_no_limits() -> None:
    times = BreachTimes()
    times.take(PhaseChanged(Phase.PLANNED, Phase.BASELINE), 0.0)
    times.take(cuff(250, 150), 0.0)
    assert times.seconds(60.0) == {V.SBP: 0.0, V.DBP: 0.0}


@given(
    st.lists(
        st.tuples(
            st.integers(0, 90), st.sampled_from(["hr", "spo2", "cuff"]), st.integers(30, 210)
        ),
        max_size=40,
    )
)
def test_no_sign_is_beyond_its_limit_for_longer_than_the_session(
    course: list[tuple[int, str, int]],
) -> None:
    """Fed with the entries of a real core, in any order of values."""
    times, core, now = BreachTimes(), MonitorCore(OPENED), 0.0
    events: list[tuple[float, Event]] = [(0.0, OPENED), (0.0, UP), (0.0, BASELINE)]
    for step, kind, value in course:
        now += step
        heard = cuff(value, 60) if kind == "cuff" else numerics(**{kind: min(value, 100)})
        events.append((now, heard))
    for at, event in events:
        assert is_event(event)
        times.take(event, at)
        for said in core.handle(event, at):
            times.take(said.outcome, at)
    assert all(0.0 <= lasts <= now + 60.0 for lasts in times.seconds(now + 60.0).values())
