"""Every command about the treatment in every phase: it does something, or says why not."""

from __future__ import annotations

import pytest
from chairs import Bench, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st
from treatments import (
    DRIP,
    NASAL,
    NURSE,
    OTHER,
    PROVIDER,
    at_the_chair,
    giving,
    refusals,
)

from monitor.commands import (
    BeginDischarge,
    Command,
    EndSession,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.core import MonitorCore
from monitor.events import Event
from monitor.limits import PROFILES
from monitor.outcomes import Refused
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import (
    ChangeRate,
    DrawDrug,
    GiveDose,
    PumpStopped,
    PumpVolume,
    SetPlan,
    WasteDrug,
)
from monitor.treatment.dosing import GIVEN
from monitor.treatment.infusing import INFUSED
from ui.words import SENTENCES

COMMANDS: tuple[Command, ...] = (
    StartInfusion(NURSE),
    PauseInfusion(NURSE),
    ResumeInfusion(NURSE),
    StopInfusion(NURSE),
    BeginDischarge(NURSE),
    EndSession(NURSE),
    SetPlan(Plan(0.4, 80.0, 40.0), NURSE),
    DrawDrug(50.0, "L1", "2027-03", NURSE),
    WasteDrug(5.0, "L1", OTHER, NURSE),
    GiveDose(28.0, NURSE),
    ChangeRate(0.7, NURSE),
    PumpStopped(True, NURSE),
    PumpStopped(False, NURSE),
    PumpVolume(2.0, NURSE),
)


def _in_phase(phase: Phase, route: Route) -> Bench:
    drip = route is Route.IV
    plan, profile = (DRIP, "adult-iv") if drip else (NASAL, "intranasal")
    if phase is Phase.SCREENING:
        return Bench(treating=False, plan=plan, profile=PROFILES[profile], flow=True)
    bench = at_the_chair(plan, profile)
    begin: Command = StartInfusion(NURSE) if drip else GiveDose(56.0, NURSE)
    way: dict[Phase, tuple[Command, ...]] = {
        Phase.BASELINE: (),
        Phase.TREATING: (begin,),
        Phase.PAUSED: (begin, PauseInfusion(NURSE)),
        Phase.RECOVERY: (begin, StopInfusion(NURSE)),
        Phase.DISCHARGE: (begin, StopInfusion(NURSE), BeginDischarge(NURSE)),
        Phase.SIGNED: (EndSession(NURSE, "she went home again", OTHER),),
    }
    for place, command in enumerate(way[phase]):
        bench.feed(60.0 * (place + 1), command)
    assert bench.core.state.phase is phase
    assert refusals(bench) == []
    return bench


PAIRS = [
    (phase, route, command)
    for phase in Phase
    for route in (Route.IV, Route.INTRANASAL)
    for command in COMMANDS
    if phase is not Phase.PLANNED and (phase is not Phase.PAUSED or route is Route.IV)
]


def test_no_command_about_the_drug_is_left_out() -> None:
    assert (GIVEN.keys() | INFUSED.keys()) <= {type(command) for command in COMMANDS}


@pytest.mark.parametrize(("phase", "route", "command"), PAIRS)
def test_every_command_in_every_phase_does_something_or_says_in_one_sentence_why_not(
    phase: Phase, route: Route, command: Command
) -> None:
    bench = _in_phase(phase, route)
    core, now = bench.core, 400.0
    bench.wait(now)
    before = (core.state.phase, giving(bench), core.state.clock.last_at, core.state.clock.plan)
    told = len(bench.of(Refused))
    bench.feed(now, command)
    after = (core.state.phase, giving(bench), core.state.clock.last_at, core.state.clock.plan)
    refused = bench.of(Refused)[told:]
    if refused:
        [one] = refused
        assert isinstance(one, Refused)
        assert SENTENCES[one.reason].format(*one.arguments)
        assert after == before
    else:
        assert after != before


# ---- whatever is said, whenever somebody looks

SAID = st.one_of(
    st.sampled_from(COMMANDS),
    st.builds(
        lambda make, ago: make(float(ago)),
        st.sampled_from(
            [
                lambda ago: StartInfusion(NURSE, ago),
                lambda ago: GiveDose(28.0, NURSE, ago),
                lambda ago: PauseInfusion(NURSE, ago),
                lambda ago: ResumeInfusion(NURSE, PROVIDER, "the arm had moved", ago),
                lambda ago: ChangeRate(1.4, NURSE, ago),
                lambda ago: StopInfusion(NURSE, ago),
            ]
        ),
        st.integers(0, 1000),
    ),
    st.builds(cuff, st.integers(90, 210), st.integers(50, 125)),
    st.builds(lambda hr: numerics(hr=hr), st.integers(50, 140)),
)


@share_of_examples(0.6)
@given(
    st.sampled_from([("adult-iv", DRIP), ("intranasal", NASAL), ("im-sc", NASAL)]),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 1500), SAID), max_size=25),
    st.lists(st.integers(0, 20_000), max_size=20),
)
def test_a_fresh_core_gives_the_same_whoever_looked(
    way: tuple[str, Plan], flow: bool, said: list[tuple[int, Event]], looks: list[int]
) -> None:
    profile, plan = way
    live = at_the_chair(plan, profile, flow=flow, technical=True)
    now, looked = 0.0, sorted(looks)
    for wait_s, what in said:
        now += wait_s
        while looked and looked[0] <= now:
            live.wait(max(live.core.now, float(looked.pop(0))))
        live.feed(now, what)
    live.wait(now + 7200.0)
    fresh = MonitorCore(live.core.state.opened)
    again = [(one.at, one.outcome) for at, event in live.fed for one in fresh.handle(event, at)]
    again += [(one.at, one.outcome) for one in fresh.tick(now + 7200.0)]
    assert again == live.said
    assert fresh.treatment.giving.view(fresh, fresh.now) == giving(live)
