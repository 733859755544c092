"""A monitor that was switched off beside its patient, and on again."""

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_dinamap import VirtualDinamap
from devices.simulated.monitors.virtual_masimo import VirtualMasimo
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.switched_on import Bedside, SensorsSince


def sensors() -> Sensors:
    return Sensors(SimulatedPatient(scenario_named("S1"), 1))


def test_its_time_begins_at_nought_with_the_same_patient() -> None:
    one, other = sensors(), sensors()
    since = SensorsSince(one, 100.0)
    assert since.at(20.0).spo2 == other.at(120.0).spo2
    assert since.at(20.0).truth == other.at(120.0).truth


def test_it_knows_no_cuff_result_from_before_and_tells_the_next_in_its_own_time() -> None:
    real = sensors()
    assert real.at(100.0).cuff.last is not None
    since = SensorsSince(real, 100.0)
    assert since.at(0.0).cuff.last is None
    since.start_cuff(1.0)
    assert since.at(2.0).cuff.measuring
    assert since.at(2.0).cuff.began_s == 1.0
    found = since.at(90.0).cuff.last
    assert found is not None
    assert 20.0 <= found.ended_s <= 90.0
    assert since.at(91.0).cuff.last is found
    assert real.at(191.0).cuff.last == type(found)(
        found.sbp, found.dbp, found.map, found.pulse, found.ended_s + 100.0, found.moved
    )


def test_a_measurement_ends_when_the_power_goes_and_is_no_failure_afterwards() -> None:
    real = sensors()
    real.start_cuff(60.0)
    bedside = Bedside(VirtualDinamap, real)
    bedside.switched_off(70.0)
    assert not real.at(70.0).cuff.measuring
    since = SensorsSince(real, 90.0)
    assert since.at(1.0).cuff.failure is None
    since.start_cuff(2.0)
    assert since.at(3.0).cuff.failure is None
    since.cancel_cuff(4.0)
    assert since.at(5.0).cuff.failure is not None


def test_the_monitor_that_comes_back_is_as_new() -> None:
    monitor = Bedside(VirtualMasimo, sensors()).switched_on(1000.0)
    assert monitor.wake_at() == 1.0
    assert monitor.due(1.0).startswith(b"01/15/26 10:00:01")
