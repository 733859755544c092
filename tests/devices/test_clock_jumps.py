"""A monitor whose clock is set while we listen, as it is twice a year and after a battery change.

Its cuff results bear its own time. An old one must not come again, and a new one must never pass
for old: it would not be judged.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from drivers import ge_s5_wire, philips_intellivue_wire

from devices.registry import DRIVERS
from devices.session import DeviceEvent
from monitor.vitals import CuffFailed, CuffResult, Quality

SET_AT_S = 200
FIRST_S, SECOND_S, END_S = 60, 330, 500
INFLATES_S = 30
STEPS_S = (0, 30, -30, -200, 3600, -3600, 86_400, -86_400, 365 * 86_400, -365 * 86_400)
FIRST, SECOND = (128, 79, 95), (138, 84, 99)


def measuring(second: int) -> bool:
    return any(end - INFLATES_S <= second < end for end in (FIRST_S, SECOND_S))


def pressures(second: int) -> tuple[int, int, int] | None:
    """What stands on the monitor's screen; None = nothing was measured yet."""
    if second < FIRST_S:
        return None
    return FIRST if second < SECOND_S else SECOND


def measured_at(second: int, step_s: int) -> int | None:
    """When that was, by the clock as it was then: seconds since the line was opened."""
    if second < FIRST_S:
        return None
    return FIRST_S if second < SECOND_S else SECOND_S + step_s


def cuffs(events: list[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


def s5(step_s: int, *, shows_cuff_at_work: bool) -> list[CuffResult | CuffFailed]:
    wire = ge_s5_wire
    session = DRIVERS["ge-s5"].open("device:test")
    session.opened(0.0)
    session.due(0.0)
    events: list[DeviceEvent] = []
    for second in range(0, END_S, 5):
        now = wire.CLOCK + second + (step_s if second >= SET_AT_S else 0)
        found = pressures(second)
        numbers = [100 * one for one in found] if found else [wire.INVALID] * 3
        at_work = shows_cuff_at_work and measuring(second)
        label = 9 | (wire.MEASURING if at_work else 0)
        screen = wire.Screen(cuff=(label, *numbers, 86), time=now)
        events += session.receive(wire.displayed(screen, time=now), float(second))
        if second % 10 == 0:
            made = measured_at(second, step_s)
            time = 0 if made is None else wire.CLOCK + made
            events += session.receive(wire.auxiliary(time, time=now), float(second))
    return cuffs(events)


def intellivue(
    step_s: int, *, says_time: bool, shows_cuff_at_work: bool
) -> list[CuffResult | CuffFailed]:
    """With `says_time` each result bears the clock; without, it is asked for each minute."""
    wire = philips_intellivue_wire
    session = DRIVERS["philips-intellivue"].open("device:test")
    session.opened(0.0)
    events: list[DeviceEvent] = []
    for second in range(END_S):
        now = wire.CLOCK + timedelta(seconds=second + (step_s if second >= SET_AT_S else 0))
        if second % 60 == 0:
            system = wire.polled(
                wire.SYSTEM, [wire.thing(0, wire.system(now, at_s=float(second)))]
            )
            events += session.receive(system, float(second))
        state = 0x0020 if shows_cuff_at_work and measuring(second) else 0
        made = measured_at(second, step_s)
        stamp = None if made is None else wire.CLOCK + timedelta(seconds=made)
        shown = pressures(second) or (None, None, None)
        nbp = wire.nbp(shown, stamp, state=state or (0 if stamp else 0x2000))
        told = wire.polled(
            wire.NUMERICS, [nbp], at_s=float(second), shown=now if says_time else None
        )
        events += session.receive(told, float(second))
    return cuffs(events)


Listen = Callable[[int], list[CuffResult | CuffFailed]]
MONITORS: dict[str, Listen] = {
    "s5": lambda step_s: s5(step_s, shows_cuff_at_work=True),
    "s5, flag not seen": lambda step_s: s5(step_s, shows_cuff_at_work=False),
    "intellivue": lambda step_s: intellivue(step_s, says_time=True, shows_cuff_at_work=True),
    "intellivue, no times": lambda step_s: intellivue(
        step_s, says_time=False, shows_cuff_at_work=True
    ),
    "intellivue, no times, state not seen": lambda step_s: intellivue(
        step_s, says_time=False, shows_cuff_at_work=False
    ),
}


@pytest.mark.parametrize("listen", MONITORS.values(), ids=MONITORS)
@pytest.mark.parametrize("step_s", STEPS_S)
def test_each_measurement_is_one_result_that_is_judged(listen: Listen, step_s: int) -> None:
    told = listen(step_s)
    found = [(one.sbp, one.dbp, one.map) for one in told if isinstance(one, CuffResult)]
    assert found == [FIRST, SECOND]
    assert len(told) == 2
    assert {one.quality for one in told if isinstance(one, CuffResult)} == {Quality.GOOD}
