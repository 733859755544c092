"""Start, pause, resume and stop at the moments at which they happened."""

from __future__ import annotations

import math

import pytest
from chairs import BASELINE, Bench, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st
from treatments import (
    DRIP,
    NASAL,
    NURSE,
    PROVIDER,
    at_the_chair,
    giving,
    phase_changes,
    refusals,
)

from monitor.commands import (
    Command,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.core import MonitorCore
from monitor.outcomes import BaselineAccepted, PhaseChanged, Refused
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.treatment.commands import ChangeRate, GiveDose
from monitor.treatment.retold import GivenRetold

MIN = 60.0


def test_the_arithmetic_counts_from_when_it_happened_and_the_phase_from_when_it_was_said() -> None:
    bench = at_the_chair()
    bench.feed(300.0, StartInfusion(NURSE, ago_s=120.0))
    assert bench.core.state.phase_since == 300.0
    assert bench.core.state.clock.started_at == 180.0
    assert giving(bench).mg_given == pytest.approx(2.0)
    bench.feed(780.0, PauseInfusion(NURSE, ago_s=60.0))
    assert giving(bench).mg_given == pytest.approx(9.0)
    assert (giving(bench).pauses, giving(bench).paused_s) == (1, 60.0)
    bench.feed(1020.0, ResumeInfusion(NURSE, ago_s=30.0))
    assert giving(bench).mg_given == pytest.approx(9.5)
    bench.feed(1320.0, StopInfusion(NURSE, ago_s=90.0))
    assert bench.core.state.clock.ended_at == 1230.0
    assert giving(bench, 9999.0).mg_given == pytest.approx(13.0)
    assert giving(bench, 9999.0).ml_given == pytest.approx(1.3)
    assert phase_changes(bench)[-4:] == [
        (300.0, Phase.TREATING),
        (780.0, Phase.PAUSED),
        (1020.0, Phase.TREATING),
        (1320.0, Phase.RECOVERY),
    ]


def test_the_window_ends_half_an_hour_after_the_true_end() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(3000.0, StopInfusion(NURSE, ago_s=600.0))
    bench.wait(2400.0 + 30 * MIN - 0.001)
    assert bench.core.state.window_open
    bench.wait(2400.0 + 30 * MIN)
    assert not bench.core.state.window_open


def test_a_pause_leaves_the_window_open_however_long() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(600.0, PauseInfusion(NURSE))
    bench.wait(3 * 3600.0)
    assert bench.core.state.window_open


@pytest.mark.parametrize("ago_s", [-1.0, 900.1, math.nan, math.inf])
@pytest.mark.parametrize("command", [PauseInfusion, StopInfusion])
def test_nothing_is_entered_more_than_a_quarter_of_an_hour_late(
    command: type[PauseInfusion | StopInfusion], ago_s: float
) -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(2000.0, command(NURSE, ago_s=ago_s))
    assert refusals(bench) == ["given-late-bounds"]
    assert bench.core.state.phase is Phase.TREATING
    assert giving(bench).mg_per_min == 1.0


def test_nothing_happened_before_what_was_entered_before() -> None:
    bench = at_the_chair()
    bench.feed(600.0, StartInfusion(NURSE))
    bench.feed(660.0, PauseInfusion(NURSE, ago_s=60.001))
    assert refusals(bench) == ["given-before-last"]
    bench.feed(660.0, PauseInfusion(NURSE, ago_s=60.0))
    assert bench.core.state.phase is Phase.PAUSED
    assert giving(bench).mg_given == 0.0
    bench.feed(700.0, ResumeInfusion(NURSE, ago_s=101.0), StopInfusion(NURSE, ago_s=101.0))
    assert refusals(bench)[1:] == ["given-before-last", "given-before-last"]


def test_nothing_began_before_the_session_did() -> None:
    bench = at_the_chair()
    bench.feed(60.0, StartInfusion(NURSE, ago_s=61.0))
    assert refusals(bench) == ["given-before-session"]
    assert bench.core.state.phase is Phase.BASELINE


def test_what_was_measured_after_the_true_start_is_no_resting_value() -> None:
    bench = Bench(treating=False)
    bench.feed(60.0, cuff(120, 74))
    bench.feed(180.0, cuff(124, 76))
    bench.feed(300.0, cuff(160, 96))
    bench.feed(360.0, StartInfusion(NURSE, ago_s=120.0))
    [accepted] = bench.of(BaselineAccepted)
    assert isinstance(accepted, BaselineAccepted)
    assert (accepted.sbp, accepted.dbp) == (122.0, 75.0)


# ---- routes


def test_a_dose_is_no_infusion_where_every_step_is_taken() -> None:
    bench = at_the_chair(NASAL, "intranasal")
    bench.feed(10.0, StartInfusion(NURSE))
    assert refusals(bench) == ["start-is-a-dose"]
    assert bench.core.state.phase is Phase.BASELINE


def test_elsewhere_a_start_by_another_route_is_the_whole_dose_at_once() -> None:
    bench = at_the_chair(Plan(0.5, 80.0, 40.0), "im-sc", flow=False)
    bench.feed(10.0, StartInfusion(NURSE, ago_s=5.0))
    view = giving(bench)
    assert view.mg_given == 40.0
    assert [(dose.at_s, dose.mg, dose.by) for dose in view.doses] == [(5.0, 40.0, NURSE)]
    assert (view.mg_per_min, view.runs_out_s) == (0.0, None)
    assert bench.core.state.phase is Phase.TREATING


def test_elsewhere_a_start_without_a_planned_dose_opens_the_window_all_the_same() -> None:
    bench = at_the_chair(Plan(None, 80.0, 40.0), "im-sc", flow=False)
    bench.feed(10.0, StartInfusion(NURSE))
    assert giving(bench).mg_given is None
    assert giving(bench).doses == ()
    assert bench.core.state.window_open


@pytest.mark.parametrize("profile", ["im-sc", "intranasal", "oral"])
@pytest.mark.parametrize("flow", [True, False])
def test_what_is_in_cannot_be_paused(profile: str, flow: bool) -> None:
    bench = at_the_chair(NASAL, profile, flow=flow)
    bench.feed(10.0, GiveDose(56.0, NURSE), PauseInfusion(NURSE))
    assert refusals(bench) == ["cannot-pause-route"]
    assert bench.core.state.phase is Phase.TREATING
    assert not giving(bench).can_pause


@pytest.mark.parametrize(
    ("profile", "minutes"), [("im-sc", 60), ("intranasal", 90), ("oral", 120)]
)
def test_the_treatment_by_another_route_is_over_when_the_drug_has_ceased_to_act(
    profile: str, minutes: int
) -> None:
    bench = at_the_chair(NASAL, profile)
    bench.feed(300.0, GiveDose(56.0, NURSE, ago_s=60.0))
    bench.wait(9999.0)
    assert phase_changes(bench)[-1] == (240.0 + minutes * MIN, Phase.RECOVERY)
    assert bench.core.state.phase_since == 240.0 + minutes * MIN
    assert bench.core.state.clock.ended_at == 240.0


def test_that_the_last_dose_is_in_can_be_said_before() -> None:
    bench = at_the_chair(NASAL, "intranasal")
    bench.feed(300.0, GiveDose(56.0, NURSE))
    bench.feed(900.0, StopInfusion(NURSE))
    bench.wait(9999.0)
    assert phase_changes(bench)[-1] == (900.0, Phase.RECOVERY)
    assert bench.core.state.clock.ended_at == 300.0, "a dose was over when it was given"


def test_a_drip_is_over_only_when_somebody_says_so() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.wait(20_000.0)
    assert bench.core.state.phase is Phase.TREATING
    assert giving(bench).mg_given == 40.0


# ---- going on after a very high pressure


def paused_at_184(**streams: float) -> Bench:
    """Paused at 1300 s because of 184/112 twice; the heart rate is told once a second."""
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1200.0, cuff(184, 112))
    bench.feed(1260.0, cuff(186, 112), numerics(**{"hr": 96.0, **streams}))
    bench.feed(1300.0, PauseInfusion(NURSE))
    return bench


def measured(bench: Bench, at: float, sbp: float, dbp: float, hr: float = 88.0) -> None:
    bench.feed(at, numerics(hr=hr), cuff(sbp, dbp))


def test_it_goes_on_after_two_low_readings_five_minutes_apart_and_a_name() -> None:
    bench = paused_at_184()
    assert giving(bench).resume.needed
    bench.feed(1310.0, ResumeInfusion(NURSE, PROVIDER))
    measured(bench, 1600.0, 158, 98)
    bench.feed(1610.0, ResumeInfusion(NURSE, PROVIDER))
    assert giving(bench).resume.next_from_s == 1900.0
    measured(bench, 1899.9, 150, 90)
    bench.feed(1899.95, ResumeInfusion(NURSE, PROVIDER))
    measured(bench, 1900.0, 150, 90)
    bench.feed(1901.0, ResumeInfusion(NURSE))
    assert refusals(bench) == [
        "resume-not-low",
        "resume-once-more",
        "resume-once-more",
        "resume-no-provider",
    ]
    bench.feed(1902.0, ResumeInfusion(NURSE, PROVIDER))
    assert bench.core.state.phase is Phase.TREATING
    assert giving(bench).resume.needed is False, "it is not paused any more"


def test_a_reason_goes_before_the_rule_and_is_in_the_record() -> None:
    bench = paused_at_184()
    bench.feed(1310.0, ResumeInfusion(NURSE, reason="the cuff had slipped"))
    assert bench.core.state.phase is Phase.TREATING
    assert refusals(bench) == []


def test_elsewhere_the_rule_is_shown_and_binds_nobody() -> None:
    bench = at_the_chair(flow=False)
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1200.0, cuff(184, 112), PauseInfusion(NURSE))
    assert giving(bench).resume.needed
    bench.feed(1210.0, ResumeInfusion(NURSE))
    assert bench.core.state.phase is Phase.TREATING


def test_a_pause_for_another_reason_may_end_at_any_time() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1200.0, cuff(150, 92), PauseInfusion(NURSE))
    bench.feed(1210.0, ResumeInfusion(NURSE))
    assert bench.core.state.phase is Phase.TREATING


def test_the_second_pause_says_to_stop() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(100.0, PauseInfusion(NURSE))
    assert not giving(bench).resume.terminate
    bench.feed(200.0, ResumeInfusion(NURSE))
    bench.feed(300.0, PauseInfusion(NURSE))
    assert giving(bench).resume.terminate
    bench.feed(310.0, ResumeInfusion(NURSE, PROVIDER))
    assert refusals(bench) == ["resume-terminate"]
    bench.feed(320.0, ResumeInfusion(NURSE, PROVIDER, "a tube was changed"))
    assert bench.core.state.phase is Phase.TREATING


def test_more_than_twenty_minutes_of_pause_say_to_stop() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(100.0, PauseInfusion(NURSE))
    bench.wait(100.0 + 1200.0)
    assert not giving(bench).resume.terminate
    bench.wait(100.0 + 1200.001)
    assert giving(bench).resume.terminate


# ---- whatever was entered, in whichever order, however late

HANDS = st.lists(
    st.tuples(
        st.integers(0, 900),
        st.builds(
            lambda make, ago: make(float(ago)),
            st.sampled_from(
                [
                    lambda ago: StartInfusion(NURSE, ago),
                    lambda ago: PauseInfusion(NURSE, ago),
                    lambda ago: ResumeInfusion(NURSE, ago_s=ago),
                    lambda ago: ChangeRate(0.6, NURSE, ago),
                    lambda ago: ChangeRate(1.7, NURSE, ago),
                    lambda ago: StopInfusion(NURSE, ago),
                ]
            ),
            st.integers(0, 1000),
        ),
    ),
    max_size=14,
)


def _true_moments(bench: Bench) -> list[tuple[float, Command]]:
    """What was not refused, with when it happened. A fresh core says which that is."""
    core, taken = MonitorCore(bench.core.state.opened), list[tuple[float, Command]]()
    for now, event in bench.fed:
        said = core.handle(event, now)
        refused = any(isinstance(one.outcome, Refused) for one in said)
        if not refused and hasattr(event, "ago_s"):
            taken.append((now - event.ago_s, event))
    return taken


def _naive(taken: list[tuple[float, Command]], until: float) -> float:
    """The mg by the plan of `DRIP`, piece after piece; the dose is a cap until it runs faster."""
    mg, rate, last, set_to, free = 0.0, 0.0, 0.0, 1.0, False
    for at, command in [*taken, (until, None)]:
        more = mg + rate * (at - last) / 60.0
        mg, last = more if free else max(mg, min(more, 40.0)), at
        if isinstance(command, ChangeRate):
            set_to = command.mg_per_min
            free = free or set_to > 1.0
        rate = 0.0 if isinstance(command, PauseInfusion | StopInfusion) else set_to
    return mg


@share_of_examples(0.8)
@given(HANDS)
def test_late_or_not_what_is_in_is_the_integral_of_what_was_not_refused(
    hands: list[tuple[int, Command]],
) -> None:
    bench, now = at_the_chair(flow=False), 0.0
    for wait_s, command in hands:
        now += wait_s
        bench.feed(now, command)
    taken = [(at, what) for at, what in _true_moments(bench) if not isinstance(what, GiveDose)]
    assert [at for at, _what in taken] == sorted(at for at, _what in taken)
    until = now + 300.0
    bench.wait(until)
    naive = _naive(taken, until) if taken else 0.0
    assert giving(bench).mg_given == pytest.approx(naive, abs=0.01)


@share_of_examples(0.6)
@given(HANDS)
def test_the_record_tells_the_same_as_the_core(hands: list[tuple[int, Command]]) -> None:
    bench, retold, now = Bench(treating=False, plan=DRIP), GivenRetold(), 0.0
    bench.feed(0.0, BASELINE)
    core = MonitorCore(bench.core.state.opened)
    for at, event in bench.fed:
        retold.hear(event, at)
        for one in core.handle(event, at):
            retold.hear(one.outcome, one.at)
    for wait_s, command in hands:
        now += wait_s
        for early in core.tick(now):
            retold.hear(early.outcome, early.at)
        retold.hear(command, now)
        for one in core.handle(command, now):
            retold.hear(one.outcome, one.at)
    clock = core.state.clock
    for at in (now, now + 3600.0):
        assert retold.clock.mg_given(at) == clock.mg_given(at)
        assert retold.clock.ran_s(at) == clock.ran_s(at)
    assert (retold.clock.started_at, retold.clock.ended_at) == (clock.started_at, clock.ended_at)
    assert retold.clock.runs == clock.runs


def test_a_replay_says_the_same() -> None:
    bench = paused_at_184()
    measured(bench, 1600.0, 150, 90)
    bench.feed(1610.0, ResumeInfusion(NURSE), ResumeInfusion(NURSE, reason="it was the arm"))
    bench.feed(2000.0, ChangeRate(0.5, NURSE, 60.0))
    bench.feed(3000.0, StopInfusion(NURSE, 120.0))
    fresh = MonitorCore(bench.core.state.opened)
    again = [(one.at, one.outcome) for at, event in bench.fed for one in fresh.handle(event, at)]
    assert again == bench.said
    assert fresh.treatment.giving.view(fresh, 3000.0) == giving(bench)
    assert any(isinstance(one, PhaseChanged) for _at, one in again)
