from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.monitors.device_clock import DeviceClock, TellsTime
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.measurement import Sensors

BEGINS = datetime(2026, 1, 15, 10, 0, 0)  # noqa: DTZ001 (a monitor has no time zone)


def test_a_clock_that_is_set_later_keeps_what_was_stamped() -> None:
    clock = DeviceClock(BEGINS)
    clock.set_ahead(-420.0, 100.0)
    assert clock.at(99.0) == BEGINS + timedelta(seconds=99.0)
    assert clock.at(100.0) == BEGINS + timedelta(seconds=-320.0)
    assert (clock.seconds(99.9), clock.seconds(100.0)) == (99, -320)


@given(st.lists(st.tuples(st.floats(0.0, 1e4), st.floats(-1e5, 1e5)), max_size=10))
def test_the_newest_setting_holds(settings: list[tuple[float, float]]) -> None:
    clock = DeviceClock(BEGINS)
    for now, by_s in sorted(settings):
        clock.set_ahead(by_s, now)
    expected = sorted(settings)[-1][1] if settings else 0.0
    assert clock.at(2e4) == BEGINS + timedelta(seconds=2e4 + expected)


def test_these_monitors_tell_their_time() -> None:
    patient = SimulatedPatient(scenario_named("S1"), 1)
    telling = {
        name
        for name, make in VIRTUAL_MONITORS.items()
        if isinstance(make(Sensors(patient)), TellsTime)
    }
    assert telling == {
        "and-tm2657",
        "ge-s5",
        "masimo-ascii",
        "nellcor-n560",
        "omron-hbp9030",
        "philips-intellivue",
    }
