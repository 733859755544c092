from __future__ import annotations

import pytest
from line_driver import heart_rate, line_driver

from devices.capture import CapturedBytes, Direction, replay_capture
from devices.registry import DRIVERS
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.faulty_line import line_to
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import LinkChanged, LinkReason, LinkState, Numerics
from monitor.vitals import Reading, VitalSign

SOURCE = "device:line-test"


def received(at: float, data: bytes) -> CapturedBytes:
    return CapturedBytes(at, Direction.RX, data)


def rates(source: str, *values: float) -> Numerics:
    return Numerics(tuple(Reading(VitalSign.HR, value, source) for value in values))


def up(quiet_s: float | None = None) -> LinkChanged:
    return LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE, quiet_s)


def test_a_capture_says_what_the_live_line_said_at_the_same_moments() -> None:
    records = [received(5.0, b"HR 0"), received(5.5, b"80\r\n"), received(6.5, heart_rate(81))]
    assert list(replay_capture(records, line_driver())) == [
        (5.5, (up(), rates(SOURCE, 80.0))),
        (6.5, (rates(SOURCE, 81.0),)),
    ]


def test_a_gap_in_a_capture_is_a_silence_at_the_moment_it_was_due() -> None:
    records = [received(1.0, heart_rate(80)), received(30.0, heart_rate(81))]
    heard = list(replay_capture(records, line_driver()))
    silent = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, 3.0)
    assert heard[1:] == [(4.0, (silent,)), (30.0, (up(29.0), rates(SOURCE, 81.0)))]


def test_what_was_sent_says_nothing_about_the_patient() -> None:
    records = [CapturedBytes(1.0, Direction.TX, heart_rate(66)), received(1.2, heart_rate(80))]
    assert [at for at, _ in replay_capture(records, line_driver(poll_s=1.0))] == [1.2]


def test_a_capture_may_bear_another_source() -> None:
    (_, (_, numerics)) = next(replay_capture([received(0.0, heart_rate(70))], line_driver(), "x"))
    assert numerics == rates("x", 70.0)


def test_an_empty_capture_says_nothing() -> None:
    assert list(replay_capture([], line_driver())) == []


class Kept:
    """A sink in memory; moments are whole milliseconds, as in the file."""

    def __init__(self) -> None:
        self.records: list[CapturedBytes] = []

    def put(self, at: float, direction: Direction, data: bytes) -> None:
        self.records.append(CapturedBytes(round(at, 3), direction, data))


SPOILT = (
    Fault(FaultKind.NOISE, 10.0, 70.0, share=0.1),
    Fault(FaultKind.HALF_FRAMES, 80.0, 120.0, share=0.5),
    Fault(FaultKind.SILENT, 130.0, 150.0),
)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", DRIVERS)
def test_a_spoilt_line_says_the_same_when_it_is_played_back(name: str, seed: int) -> None:
    """Also what a conversation says only because no answer came, and at its own moment."""
    sensors = Sensors(SimulatedPatient(scenario_named("S4"), seed))
    kept = Kept()
    line = line_to(name, sensors, DRIVERS[name].line, SPOILT, str(seed))
    link = SteppedLink(DRIVERS[name], line, "x", kept)
    live = []
    while (at := link.wake_at()) <= 180.0:
        live += [(at, one) for one in link.advance(at)]
    played = replay_capture(kept.records, DRIVERS[name], "x", 180.0)
    again = [(at, one) for at, heard in played for one in heard]
    assert [told(one) for _at, one in again] == [told(one) for _at, one in live]
    assert [at for at, _one in again] == pytest.approx([at for at, _one in live], abs=0.002)


def told(one: object) -> object:
    """Without the length of a silence, which bears the milliseconds of its two ends."""
    return (one.state, one.reason) if isinstance(one, LinkChanged) else one
