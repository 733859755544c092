import itertools
from dataclasses import replace
from random import Random

import pytest

from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import scenario_named, scenario_names
from devices.simulated.sensors.cuff_plan import FAILING_CYCLE_S, Cycle, cuff_cycles
from monitor.vitals import CuffFailure

S1 = scenario_named("S1")


def plan(name: str = "S1", until_s: float = 7200.0, seed: int = 1) -> list[Cycle]:
    cycles = cuff_cycles(scenario_named(name), Random(seed))
    return list(itertools.takewhile(lambda cycle: cycle.ends_s < until_s, cycles))


def test_three_resting_results_come_within_six_minutes() -> None:
    assert sum(cycle.ends_s <= 360.0 for cycle in plan()) == 3


def test_results_come_every_five_minutes_after_the_start() -> None:
    after_start = [cycle.ends_s - 600.0 for cycle in plan() if 600.0 < cycle.ends_s < 4800.0]
    for number, ends_s in enumerate(after_start, start=1):
        assert ends_s == pytest.approx(300.0 * number, abs=10.0)


def test_a_cycle_takes_25_to_45_seconds() -> None:
    assert all(25.0 <= cycle.ends_s - cycle.starts_s <= 45.0 for cycle in plan())


@pytest.mark.parametrize("name", scenario_names())
def test_cycles_do_not_overlap_and_never_leave_a_gap_of_seven_minutes(name: str) -> None:
    for before, after in itertools.pairwise(plan(name)):
        assert before.ends_s < after.starts_s
        assert after.ends_s - before.ends_s < 420.0


def test_a_slower_cycle_begins_when_the_window_is_over() -> None:
    slow = replace(S1, cuff_every_s=900.0)
    cycles = itertools.takewhile(lambda cycle: cycle.ends_s < 7200.0, cuff_cycles(slow, Random(1)))
    late = [cycle.ends_s for cycle in cycles if cycle.ends_s > 4760.0]
    assert [round((b - a) / 900.0) for a, b in itertools.pairwise(late)] == [1, 1]


def test_a_scripted_measurement_replaces_the_automatic_one_beside_it() -> None:
    pressed = ScriptedCuff(910.0, sbp=186.0, dbp=112.0)
    cycles = cuff_cycles(replace(S1, cuff=(pressed,)), Random(1))
    near = [c for c in itertools.islice(cycles, 12) if 800.0 < c.ends_s < 1000.0]
    assert near == [Cycle(875.0, 910.0, pressed)]


def test_a_failing_cycle_takes_longer() -> None:
    leak = ScriptedCuff(1800.0, failure=CuffFailure.LEAK)
    cycles = cuff_cycles(replace(S1, cuff=(leak,)), Random(1))
    found = next(cycle for cycle in cycles if cycle.scripted is leak)
    assert found.ends_s - found.starts_s == FAILING_CYCLE_S
