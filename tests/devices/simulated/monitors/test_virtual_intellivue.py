"""Against the published bytes, and with the driver over a cable that exists in memory only."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.registry import DRIVERS
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors import intellivue_wire as wire
from devices.simulated.monitors.virtual_intellivue import (
    FORGETS_AFTER_S,
    NUMERICS_EVERY_S,
    WAVES_EVERY_S,
    VirtualIntelliVue,
)
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import Shown
from devices.simulated.wire.faulty_line import FaultyLine
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Heard, LinkChanged, LinkState, Numerics
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
    SignalLost,
    VitalSign,
    Wave,
    WaveChunk,
)

S1 = scenario_named("S1")
DRIVER = DRIVERS["philips-intellivue"]

ASSOCIATE = wire.frame(b"\x0d\x02\x05\x00")
RELEASE = wire.frame(bytes.fromhex("0918C11661803080020101A08062808001000000000000000000"))
CONFIRM = bytes.fromhex(
    "C01101001CE1000002000200140001000 1000E00210000000000 0ABD000D0600003917C1".replace(" ", "")
)
SINGLE_NUMERICS = bytes.fromhex(
    "E1000002 0001001C 00000007 0016 002100000000 00000000 0C16 0008 0001 0001 0006 0000"
)
KEEP_ALIVE = bytes.fromhex(
    "E1000002 0001001C 00080007 0016 002100000000 00000000 0C16 0008 0007 0001 0036 0811"
)


def stream(what: int, lifetime_s: float = 600.0) -> bytes:
    """The published extended poll."""
    ticks = int(lifetime_s * 8000)
    return bytes.fromhex(
        "E1000002 00010028 00030007 0022 002100000000 00000000 F13B 0014 0002 0001"
        f"{what:04X} 0000 0001 0008 F13E 0004 {ticks:08X}"
    )


def monitor(scenario: Scenario = S1) -> VirtualIntelliVue:
    return VirtualIntelliVue(Sensors(SimulatedPatient(scenario, 1, scenario.rates)))


def told(data: bytes) -> list[bytes]:
    """The user data of each frame; none is damaged."""
    assert data == b"" or (data[:1] == b"\xc0" and data[-1:] == b"\xc1")
    messages = [wire.message_of(raw[1:]) for raw in data.split(b"\xc1")[:-1]]
    assert all(messages)
    return messages


def serving(scenario: Scenario = S1) -> VirtualIntelliVue:
    virtual = monitor(scenario)
    virtual.receive(ASSOCIATE, 1.0)
    virtual.due(1.1)
    virtual.receive(CONFIRM, 1.2)
    return virtual


# ---- the published bytes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "framed"),
    [("3A71", "C03A719B26C1"), ("3A91", "C03A91957DE1C1")],
)
def test_the_check_values_are_the_published_ones(data: str, framed: str) -> None:
    check = wire.fcs(bytes.fromhex(data)).to_bytes(2, "little")
    bare = bytes.fromhex(data) + check
    assert b"\xc0" + bare.replace(b"\xc1", b"\x7d\xe1") + b"\xc1" == bytes.fromhex(framed)


def test_release_response_and_abort_are_the_published_ones() -> None:
    assert wire.frame(wire.RELEASED) == bytes.fromhex(
        "c01101001a0a187de11661803080020101a080638080010000000000000000000d52c1"
    )
    assert wire.frame(wire.ABORT) == bytes.fromhex(
        "c011010030192e1101037de129a080a0803080020101060251010000"
        "000061803080020101a080648080010100000000000000000000ab89c1"
    )


@given(st.binary(max_size=300))
def test_a_message_survives_its_frame(message: bytes) -> None:
    framed = wire.frame(message)
    assert wire.message_of(framed[1:-1]) == message


def test_the_published_requests_are_understood() -> None:
    assert wire.message_of(CONFIRM[1:-1])[:10] == bytes.fromhex("E1000002000200140001")
    keep_alive = wire.frame(KEEP_ALIVE)
    assert keep_alive.endswith(bytes.fromhex("4706C1"))
    assert wire.frame(SINGLE_NUMERICS).endswith(bytes.fromhex("8E95C1"))
    assert wire.frame(stream(6)).endswith(bytes.fromhex("1FFCC1"))


# ---- the association ----------------------------------------------------------------------------


def test_it_says_nothing_before_it_is_asked() -> None:
    virtual = monitor()
    assert virtual.due(100.0) == b""
    assert virtual.wake_at() == math.inf
    virtual.receive(wire.frame(stream(6)), 100.0)
    assert virtual.due(110.0) == b""


def test_it_accepts_and_says_who_it_is() -> None:
    virtual = monitor()
    virtual.receive(ASSOCIATE, 1.0)
    accepted, created = told(virtual.due(1.1))
    assert accepted[:2] == bytes((0x0E, len(accepted) - 2))
    assert bytes.fromhex("F00100088E000000") in accepted
    assert created[:12] == bytes.fromhex("E1000002 0001") + created[6:8] + bytes.fromhex(
        "00010001"
    )
    assert b"Philips" in created


def test_polls_before_the_confirmation_are_ignored() -> None:
    virtual = monitor()
    virtual.receive(ASSOCIATE + wire.frame(stream(6)), 1.0)
    virtual.due(1.1)
    assert virtual.due(5.0) == b""


def test_ten_seconds_without_the_host_end_it() -> None:
    virtual = serving()
    virtual.receive(wire.frame(stream(6)), 1.2)
    heard = []
    while virtual.wake_at() < math.inf:
        now = virtual.wake_at()
        heard += [(now, message) for message in told(virtual.due(now))]
    assert heard[-1] == (pytest.approx(1.2 + FORGETS_AFTER_S), wire.ABORT)
    assert len(heard) == 3 * int(FORGETS_AFTER_S / NUMERICS_EVERY_S) + 1


def test_a_keep_alive_keeps_it() -> None:
    virtual = serving()
    virtual.receive(wire.frame(stream(6)), 1.2)
    for second in range(4, 60, 4):
        virtual.receive(wire.frame(KEEP_ALIVE), float(second))
        assert wire.ABORT not in told(virtual.due(second + 0.5))


def test_a_release_is_answered_and_ends_it() -> None:
    virtual = serving()
    virtual.receive(wire.frame(stream(6)), 1.2)
    virtual.receive(RELEASE, 2.0)
    assert told(virtual.due(30.0)) == [wire.RELEASED]
    assert virtual.wake_at() == math.inf


def test_an_abort_ends_it_without_an_answer() -> None:
    virtual = serving()
    virtual.receive(wire.frame(wire.ABORT), 2.0)
    assert virtual.due(30.0) == b""


def test_a_second_association_ends_the_first() -> None:
    virtual = serving()
    virtual.receive(ASSOCIATE, 2.0)
    assert told(virtual.due(3.0)) == [wire.ABORT]
    virtual.receive(ASSOCIATE, 4.0)
    assert len(told(virtual.due(5.0))) == 2


def test_what_it_cannot_do_is_answered_with_an_error() -> None:
    virtual = serving()
    get = bytes.fromhex("E1000002 00010016 00070003 0010 002100000000 00000000 00010002F23A")
    virtual.receive(wire.frame(get), 2.0)
    assert told(virtual.due(3.0)) == [wire.error(7, 24)]
    virtual.receive(wire.frame(stream(5)), 3.0)
    assert told(virtual.due(4.0)) == [wire.error(3, 24)]


@given(st.lists(st.binary(max_size=80), max_size=8))
def test_garbage_gets_no_answer_and_does_no_harm(chunks: list[bytes]) -> None:
    virtual = serving()
    for chunk in chunks:
        virtual.receive(chunk, 2.0)
    assert virtual.due(3.0) == b""
    virtual.receive(b"\xc1" + wire.frame(SINGLE_NUMERICS), 3.0)
    assert len(told(virtual.due(4.0))) == 3


# ---- data ---------------------------------------------------------------------------------------


def test_a_single_poll_is_answered_by_linked_results_that_an_empty_one_ends() -> None:
    virtual = serving()
    virtual.receive(wire.frame(SINGLE_NUMERICS), 60.0 - 59.0)
    first, last, end = told(virtual.due(2.0))
    assert first[4:6] + first[8:10] == bytes.fromhex("0005 0101")
    assert last[4:6] + last[8:10] == bytes.fromhex("0005 0302")
    assert end[4:6] == b"\0\x02"
    assert end[-4:] == bytes(4)


def test_patient_demographics_are_not_there() -> None:
    virtual = serving()
    asked = SINGLE_NUMERICS[:-4] + bytes.fromhex("002A 0807")
    virtual.receive(wire.frame(asked), 1.5)
    assert [message[-4:] for message in told(virtual.due(2.0))] == [bytes(4)]


def test_streams_have_their_rhythm_and_run_out() -> None:
    virtual = serving()
    virtual.receive(wire.frame(stream(9, 6.0)), 1.2)
    times = []
    while (now := virtual.wake_at()) < 1.2 + FORGETS_AFTER_S:
        if virtual.due(now):
            times.append(now)
    assert len(times) == int(6.0 / WAVES_EVERY_S)
    assert times[1] - times[0] == pytest.approx(WAVES_EVERY_S)


def test_the_published_old_cuff_is_shown_before_the_first_result() -> None:
    virtual = serving()
    virtual.receive(wire.frame(SINGLE_NUMERICS), 1.5)
    first = told(virtual.due(2.0))[0]
    unavailable = "4A0520000F20007FFFFF 4A0620000F20007FFFFF 4A0720000F20007FFFFF"
    assert bytes.fromhex(f"094B0022 0003001E {unavailable}") in first


# ---- with the driver ----------------------------------------------------------------------------


class NotedSensors(Sensors):
    """Keeps what it showed."""

    def __init__(self, patient: SimulatedPatient) -> None:
        self.shown: list[Shown] = []
        super().__init__(patient)

    def at(self, now: float) -> Shown:
        self.shown.append(super().at(now))
        return self.shown[-1]


class Bedside:
    """The virtual monitor, its cable and the driver."""

    def __init__(
        self,
        scenario: Scenario = S1,
        faults: tuple[Fault, ...] = (),
        from_s: float = 0.0,
    ) -> None:
        sensors = NotedSensors(SimulatedPatient(scenario, 1, scenario.rates))
        self.shown = sensors.shown
        virtual = VirtualIntelliVue(sensors)
        self.link = SteppedLink(DRIVER, FaultyLine(virtual, DRIVER.line, faults), from_s=from_s)

    def until(self, now: float) -> list[Heard]:
        return list(self.link.advance(now))


def test_values_are_those_that_the_sensors_showed() -> None:
    bedside = Bedside()
    heard = [event for event in bedside.until(300.0) if isinstance(event, Numerics)]
    assert 285 < len(heard) < 295
    shown = {(one.hr, one.rr, one.spo2, one.pulse) for one in bedside.shown}
    for event in heard:
        said = {reading.sign: reading.value for reading in event.readings}
        signs = (VitalSign.HR, VitalSign.RR, VitalSign.SPO2, VitalSign.PULSE)
        assert tuple(said[sign] for sign in signs) in shown
        assert 0.0 < said[VitalSign.PERFUSION] < 10.0
        assert all(reading.quality is Quality.GOOD for reading in event.readings)
        assert all(reading.device_time is not None for reading in event.readings)
    assert bedside.link.stats.errors == 0


def test_each_cuff_result_is_heard_once_and_as_it_was() -> None:
    bedside = Bedside()
    heard = [event for event in bedside.until(1800.0) if isinstance(event, CuffResult)]
    results = {one.cuff.last for one in bedside.shown if one.cuff.last is not None}
    in_order = sorted(results, key=lambda one: one.ended_s)
    assert [(e.sbp, e.dbp, e.map, e.pulse) for e in heard] == [
        (one.sbp, one.dbp, one.map, one.pulse) for one in in_order
    ]
    assert len(heard) >= 5
    assert all(event.quality is Quality.GOOD for event in heard)
    assert all(event.age_s is not None and event.age_s < 3.0 for event in heard)


def test_a_cuff_of_before_the_connection_is_marked_so() -> None:
    bedside = Bedside(from_s=120.0)
    [first] = [event for event in bedside.until(130.0) if isinstance(event, CuffResult)]
    assert first.quality is Quality.BEFORE_SESSION


def test_a_failed_cuff_is_heard_once_with_the_monitors_words() -> None:
    failing = replace(S1, cuff=(ScriptedCuff(900.0, failure=CuffFailure.MOVEMENT),))
    heard = Bedside(failing).until(960.0)
    assert [e.reason for e in heard if isinstance(e, CuffFailed)] == [CuffFailure.FAILED]
    notes = [event for event in heard if isinstance(event, DeviceNote)]
    assert "NBP MEASURE FAILED" in [note.text for note in notes]
    assert DeviceNoteKind.MEASURING in [note.kind for note in notes]


def test_a_probe_that_is_off_loses_its_signs_once_and_the_heart_rate_goes_on() -> None:
    bedside = Bedside(replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 100.0, 160.0),)))
    heard = bedside.until(200.0)
    lost = [event.sign for event in heard if isinstance(event, SignalLost)]
    assert lost == [VitalSign.SPO2, VitalSign.PULSE, VitalSign.PERFUSION]
    rates = [r for e in heard if isinstance(e, Numerics) for r in e.readings if r.sign == "hr"]
    assert len(rates) > 190


def test_waves_are_whole_and_beat_with_the_heart() -> None:
    heard = Bedside().until(60.0)
    ecg = [s for e in heard if isinstance(e, WaveChunk) and e.wave is Wave.ECG for s in e.samples]
    pleth = [e for e in heard if isinstance(e, WaveChunk) and e.wave is Wave.PLETH]
    assert 14_300 < len(ecg) < 15_000
    assert {(e.rate_hz, len(e.samples)) for e in pleth} == {(125.0, 32)}
    beats = sum(a < 0.8 <= b for a, b in pairwise(ecg))
    rates = [
        r.value for e in heard if isinstance(e, Numerics) for r in e.readings if r.sign == "hr"
    ]
    assert abs(beats - sum(rates) / len(rates)) < 5


@pytest.mark.parametrize("away_s", [3.0, 30.0])
def test_after_an_absence_it_is_heard_again_within_three_seconds(away_s: float) -> None:
    bedside = Bedside(faults=(Fault(FaultKind.UNPLUGGED, 100.0, 100.0 + away_s),))
    bedside.until(100.0 + away_s)
    back = bedside.until(103.0 + away_s)
    assert [e.state for e in back if isinstance(e, LinkChanged)] == [LinkState.UP]
    assert [event for event in back if isinstance(event, Numerics)]
    later = bedside.until(400.0)
    assert not [event for event in later if isinstance(event, LinkChanged)]


def test_data_go_on_beyond_the_life_of_a_poll() -> None:
    bedside = Bedside()
    bedside.until(550.0)
    heard = bedside.until(1300.0)
    assert sum(isinstance(event, Numerics) for event in heard) > 725
    assert not [event for event in heard if isinstance(event, LinkChanged)]
