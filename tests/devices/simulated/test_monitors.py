import pytest

from devices.errors import UnknownDriver
from devices.simulated.monitors import VIRTUAL_MONITORS, LooseCable, virtual_monitor
from devices.simulated.patient import SimulatedPatient
from devices.simulated.scenario import scenario_named
from devices.simulated.scenario_parts import Window


def patient() -> SimulatedPatient:
    return SimulatedPatient(scenario_named("S1"), 1)


def test_there_is_a_virtual_monitor_for_each_name() -> None:
    for name in VIRTUAL_MONITORS:
        assert virtual_monitor(name, patient()).wake_at() > 0.0


def test_an_unknown_name_is_answered_with_the_list_and_the_nearest() -> None:
    with pytest.raises(
        UnknownDriver, match=r"Did you mean ivy-450c\? There are: .*dinamap, .*ivy"
    ):
        virtual_monitor("ivy450c", patient())


def test_nothing_passes_a_loose_cable() -> None:
    cable = LooseCable(virtual_monitor("ivy-450c", patient()), [Window(2.0, 4.0)])
    passed = {second: bool(cable.due(float(second))) for second in range(1, 6)}
    assert passed == {1: True, 2: False, 3: False, 4: True, 5: True}


def test_a_question_into_a_loose_cable_is_not_answered_later() -> None:
    cable = LooseCable(virtual_monitor("dinamap", patient()), [Window(2.0, 4.0)])
    cable.receive(b" NA!2\r", 3.0)
    assert cable.due(5.0) == b""
    cable.receive(b" NA!2\r", 6.0)
    assert cable.due(7.0).startswith(b" NA")
