import pytest

from devices.errors import UnknownDriver
from devices.registry import DRIVERS
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS, virtual_monitor
from devices.simulated.scenario.scenario import scenario_named


def patient() -> SimulatedPatient:
    return SimulatedPatient(scenario_named("S1"), 1)


def test_every_driver_has_a_virtual_monitor_to_be_tried_with() -> None:
    assert set(VIRTUAL_MONITORS) == set(DRIVERS)


def test_there_is_a_virtual_monitor_for_each_name() -> None:
    for name in VIRTUAL_MONITORS:
        assert virtual_monitor(name, patient()).wake_at() > 0.0


def test_an_unknown_name_is_answered_with_the_list_and_the_nearest() -> None:
    with pytest.raises(
        UnknownDriver, match=r"Did you mean ivy-450c\? There are: .*dinamap, .*ivy"
    ):
        virtual_monitor("ivy450c", patient())
