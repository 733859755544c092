"""The records are taken apart here by hand, from the description of the interface alone."""

from __future__ import annotations

import math
import struct
from dataclasses import replace

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st
from virtual_bedside import S1, displayed, of, results_shown, sensors, understood, values_of

from devices.drivers.ge_s5 import DRIVER
from devices.simulated.monitors.virtual_ge_s5 import SWITCHED_ON, VirtualGeS5
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Heard, LinkChanged, LinkReason, Numerics
from monitor.vitals import (
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
    SignalLost,
    VitalSign,
    Wave,
    WaveChunk,
)

DISPLAYED_5_S = bytes.fromhex("01 05 00 00 00 00 00 00 00")
DISPLAYED_ONCE = bytes.fromhex("01 FF FF 00 00 00 00 00 00")
DISPLAYED_ALL_CLASSES = bytes.fromhex("01 0A 00 0E 00 00 00 00 00")
DISPLAYED_STOP = bytes.fromhex("01 00 00 00 00 00 00 00 00")
TREND_60_S = bytes.fromhex("03 3C 00 0E 00 00 00 00 00")
AUXILIARY_10_S = bytes.fromhex("04 0A 00 00 00 00 00 00 00")
ECG_AND_PLETH = bytes.fromhex("00 00 00 00 01 08 FF").ljust(32, b"\0")
STOP_WAVES = bytes.fromhex("01 00 00 00 FF").ljust(32, b"\0")
ALARMS = bytes(12)
SHOWN = (VitalSign.HR, VitalSign.SPO2, VitalSign.PULSE, VitalSign.RR)


def asked(main_type: int, body: bytes) -> bytes:
    """A request as the manual prints them."""
    head = bytes([40 + len(body), *bytes(13), main_type, *bytes(6), 0xFF, *bytes(18)]) + body
    check = bytes([sum(head) % 256])
    return b"\x7e" + (head + check).replace(b"\x7d", b"\x7d\x5d") + b"\x7e"


def records(wire: bytes) -> list[bytes]:
    """Whole records, their check tried; a flag byte inside one would end it."""
    found = []
    for part in wire.split(b"\x7e"):
        if part:
            plain = part.replace(b"\x7d\x5e", b"\x7e").replace(b"\x7d\x5d", b"\x7d")
            assert sum(plain[:-1]) % 256 == plain[-1]
            assert struct.unpack_from("<h", plain)[0] == len(plain) - 1
            found.append(plain[:-1])
    return found


def talk(
    monitor: VirtualGeS5, *requests: bytes, until: float, at: float = 0.0
) -> list[tuple[float, bytes]]:
    for request in requests:
        monitor.receive(request, at)
    said = []
    while (now := monitor.wake_at()) <= until:
        said += [(now, record) for record in records(monitor.due(now))]
    return said


def basic(record: bytes) -> dict[str, object]:
    data = record[40:]
    return {
        "ecg": struct.unpack_from("<IH5h", data, 4),
        "nibp": struct.unpack_from("<IH4h", data, 76),
        "spo2": struct.unpack_from("<IH4h", data, 122),
        "class": struct.unpack_from("<H", data, 276)[0] >> 8 & 15,
    }


def test_it_is_silent_until_it_is_asked() -> None:
    monitor = VirtualGeS5(sensors(S1))
    assert monitor.wake_at() == math.inf
    assert monitor.due(100.0) == b""


def test_displayed_values_come_every_five_seconds_until_they_are_stopped() -> None:
    monitor = VirtualGeS5(sensors(S1))
    said = talk(monitor, asked(0, DISPLAYED_5_S), until=22.0)
    assert [at for at, _ in said] == pytest.approx([0.1, 5.1, 10.1, 15.1, 20.1])
    assert {len(record) for _, record in said} == {318}
    assert talk(monitor, asked(0, DISPLAYED_STOP), until=60.0, at=23.0) == []


def test_a_single_request_is_answered_once() -> None:
    assert len(talk(VirtualGeS5(sensors(S1)), asked(0, DISPLAYED_ONCE), until=60.0)) == 1


def test_all_classes_have_a_part_each() -> None:
    ((_, record), *_) = talk(VirtualGeS5(sensors(S1)), asked(0, DISPLAYED_ALL_CLASSES), until=1.0)
    places = [struct.unpack_from("<hB", record, 16 + 3 * number) for number in range(5)]
    assert places == [(0, 1), (278, 1), (556, 1), (834, 1), (0, 0xFF)]
    classes = [record[40 + 278 * number + 277] & 15 for number in range(4)]
    assert classes == [0, 1, 2, 3]


def test_the_values_are_those_of_the_sensors() -> None:
    shown = sensors(S1).at(60.1)
    said = talk(VirtualGeS5(sensors(S1)), asked(0, DISPLAYED_5_S), until=60.2)
    values = basic(said[-1][1])
    assert values["ecg"] == (0x0B, 2, shown.hr, *[-32767] * 3, shown.rr)
    assert shown.spo2 is not None
    assert values["spo2"][2:4] == (100 * shown.spo2, shown.pulse)
    assert struct.unpack_from("<I", said[-1][1], 6)[0] == SWITCHED_ON + 60


def test_a_cuff_result_stays_ages_and_has_its_time() -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(900.0, sbp=118, dbp=74, pulse=70),))
    monitor = VirtualGeS5(sensors(scenario))
    said = talk(monitor, asked(0, DISPLAYED_5_S), asked(0, AUXILIARY_10_S), until=980.0)
    shown = {round(at, 1): basic(one)["nibp"] for at, one in said if len(one) == 318}
    label = {at: group[1] & 0b1_0010_0000 for at, group in shown.items()}
    assert (label[870.1], label[905.1], label[965.1]) == (0x120, 0, 0x100)
    assert shown[905.1][2:4] == (11800, 7400)
    assert shown[905.1][5] == 70
    times = [struct.unpack_from("<I", one, 40)[0] for at, one in said if len(one) == 154]
    assert times[0] == 0
    assert times[-1] == SWITCHED_ON + 900
    assert SWITCHED_ON + 900 not in times[:90]


def test_waves_come_every_second_with_their_samples_until_they_are_stopped() -> None:
    monitor = VirtualGeS5(sensors(S1))
    said = talk(monitor, asked(1, ECG_AND_PLETH), until=10.5)
    assert [at for at, _ in said] == pytest.approx([float(second) for second in range(1, 11)])
    record = said[-1][1]
    assert struct.unpack_from("<hB", record, 16) == (0, 1)
    assert struct.unpack_from("<hB", record, 19) == (606, 8)
    assert struct.unpack_from("<H", record, 40)[0] == 300
    assert struct.unpack_from("<H", record, 646)[0] == 100
    ecg = struct.unpack_from("<300h", record, 46)
    assert 800 < max(ecg) < 1400
    assert talk(monitor, asked(1, STOP_WAVES), until=60.0, at=11.0) == []


def test_waves_that_were_missed_are_not_sent_later() -> None:
    monitor = VirtualGeS5(sensors(S1))
    monitor.receive(asked(1, ECG_AND_PLETH), 0.0)
    assert len(records(monitor.due(30.5))) == 1
    assert monitor.wake_at() == 31.0


@pytest.mark.parametrize(
    "wire",
    [
        asked(0, TREND_60_S),
        asked(4, b"\x02" + bytes(11)),
        asked(0, DISPLAYED_5_S)[:-3] + b"\x00\x7e",
        asked(0, DISPLAYED_5_S)[:40],
        asked(1, b"\x00\x00\x00\x00\x02\xff".ljust(32, b"\0")),
        asked(0, b"\x01\x05"),
    ],
)
def test_what_it_does_not_know_gets_no_answer(wire: bytes) -> None:
    assert talk(VirtualGeS5(sensors(S1)), wire, until=100.0) == []


@share_of_examples(0.5)
@given(st.lists(st.binary(max_size=700), max_size=6))
def test_garbage_does_no_harm(chunks: list[bytes]) -> None:
    monitor = VirtualGeS5(sensors(S1))
    for chunk in chunks:
        monitor.receive(chunk, 0.0)
    monitor.due(0.5)
    monitor.receive(b"\x7e" + asked(0, DISPLAYED_ONCE), 1.0)
    assert 318 in {len(record) for record in records(monitor.due(2.0))}


def test_a_request_may_come_in_pieces() -> None:
    monitor = VirtualGeS5(sensors(S1))
    for byte in asked(0, DISPLAYED_ONCE):
        assert monitor.wake_at() == math.inf
        monitor.receive(bytes([byte]), 0.0)
    assert monitor.wake_at() == pytest.approx(0.1)


# ---- together with the driver -------------------------------------------------------------------


def run(scenario: Scenario, until: float) -> list[tuple[float, Heard]]:
    return understood(VirtualGeS5(sensors(scenario)), DRIVER, until, scenario.fault)


def test_the_driver_hears_what_the_sensors_say() -> None:
    same = sensors(S1)
    for at, what in run(S1, 200.0):
        if isinstance(what, Numerics):
            shown = same.at(math.floor((at - 0.1) / 5.0) * 5.0 + 0.1)
            assert shown.spo2 is not None
            assert values_of(what).items() >= displayed(shown, SHOWN).items()


def test_the_driver_tells_each_cuff_result_once_with_its_time() -> None:
    scenario = scenario_named("S15")
    results = of(run(scenario, 2430.0), CuffResult)
    assert [(one.sbp, one.dbp, one.map, one.pulse) for one in results] == [
        (last.sbp, last.dbp, last.map, last.pulse) for last in results_shown(scenario, 2431)
    ]
    assert {one.quality for one in results} == {Quality.GOOD}
    assert all(one.device_time and one.age_s is not None and one.age_s < 11 for one in results)


def test_the_driver_hears_the_waves() -> None:
    chunks = of(run(S1, 30.0), WaveChunk)
    assert {(one.wave, len(one.samples)) for one in chunks} == {(Wave.ECG, 300), (Wave.PLETH, 100)}
    assert len(chunks) == 2 * 28


def test_a_probe_that_is_off_is_a_loss_a_missing_wave_and_an_alarm_text() -> None:
    heard = run(replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 60.0, 120.0),)), 180.0)
    lost = {what.sign for at, what in heard if isinstance(what, SignalLost) and 60 < at < 75}
    assert lost == {VitalSign.SPO2, VitalSign.PULSE, VitalSign.PERFUSION}
    pleth = [at for at, what in heard if isinstance(what, WaveChunk) and what.wave is Wave.PLETH]
    assert not [at for at in pleth if 61.5 < at < 119.5]
    texts = [what.text for what in of(heard, DeviceNote) if what.kind is DeviceNoteKind.ALARM_TEXT]
    assert texts == ["SpO2 PROBE OFF", ""]


def test_a_result_from_before_the_cable_was_plugged_in_is_before_session() -> None:
    link = SteppedLink(DRIVER, VirtualGeS5(sensors(S1)), from_s=120.0)
    results = [what for what in link.advance(150.0) if isinstance(what, CuffResult)]
    assert [one.quality for one in results] == [Quality.BEFORE_SESSION]


def test_an_unplugged_cable_costs_no_result_and_repeats_none() -> None:
    scenario = replace(S1, fault=(Fault(FaultKind.UNPLUGGED, 100.0, 200.0),))
    heard = run(scenario, 330.0)
    assert [what.reason for what in of(heard, LinkChanged)] == [
        LinkReason.CONNECTED,
        LinkReason.PORT_ABSENT,
        LinkReason.CONNECTED,
    ]
    results = of(heard, CuffResult)
    assert len(results) == 3
    assert {one.quality for one in results} == {Quality.GOOD}
    assert results[1].age_s == pytest.approx(40.0, abs=8.0)
