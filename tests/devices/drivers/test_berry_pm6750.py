"""PM6750: the examples of its description, and what a measurement looks like from here."""

from __future__ import annotations

import pytest
from berry_pm6750_wire import (
    MEASURING,
    cuff,
    ecg,
    frame,
    oximeter,
    temperature,
)
from helpers import captures_folder, in_chunks

from devices.drivers.berry_pm6750 import (
    APART_S,
    DRIVER,
    SILENT_STREAM_S,
    START_CUFF,
    STREAMS,
    PM6750Session,
    command,
)
from devices.errors import ChecksumError, ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent, StartsCuff
from monitor.vitals import (
    CuffFailed,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
    Wave,
    WaveChunk,
)

SOURCE = DRIVER.source
FLAT_ECG = bytes.fromhex("55 AA 0A 01 80 80 80 80 80 80 80 74")


def opened(at: float = 0.0) -> PM6750Session:
    session = PM6750Session(SOURCE)
    session.opened(at)
    return session


def listen(*frames: bytes, at: float = 1.0) -> list[DeviceEvent]:
    session = opened()
    return [event for one in frames for event in session.receive(one, at)]


def cuffs(events: list[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


def result(sbp: int, dbp: int, mean: int | None, quality: Quality) -> CuffResult:
    return CuffResult(sbp, dbp, mean, None, SOURCE, quality)


# ---- the examples of the description ------------------------------------------------------------


@pytest.mark.parametrize(
    "wire",
    [
        "55 AA 04 07 03 F1", "55 AA 04 08 02 F1", "55 AA 04 0F 03 E9", "55 AA 04 01 01 F9",
        "55 AA 04 03 01 F7", "55 AA 04 04 01 F6", "55 AA 04 FE 01 FC", "55 AA 04 FF 01 FB",
        "55 AA 04 09 01 F1", "55 AA 04 0A 4B A6", "55 AA 04 02 01 F8", "55 AA 04 02 00 F9",
    ],
)  # fmt: skip
def test_the_sums_of_the_published_commands(wire: str) -> None:
    whole = bytes.fromhex(wire)
    assert command(whole[3], whole[4]) == whole


def test_only_output_is_ever_switched_on() -> None:
    assert {(sent[3], sent[4]) for sent, _ in DRIVER.sends} == {
        (0x01, 1),
        (0x03, 1),
        (0x04, 1),
        (0xFE, 1),
        (0xFF, 1),
    }


def test_the_printed_ecg_frame_is_a_flat_line() -> None:
    session = opened()
    events = [event for _ in range(50) for event in session.receive(FLAT_ECG, 1.0)]
    assert events == [WaveChunk(Wave.ECG, 250.0, "", (0.0,) * 50, SOURCE)]
    assert session.frames == 50


def test_a_real_ecg_frame_gives_the_sample_of_lead_two() -> None:
    real = bytes.fromhex("55 AA 0A 01 F9 89 01 08 F9 18 30 28")
    [chunk] = listen(*[real] * 50)
    assert isinstance(chunk, WaveChunk)
    assert set(chunk.samples) == {float(0x89 - 128)}


@pytest.mark.parametrize(
    ("wire", "said"),
    [
        ("55 AA 08 02 28 48 10 00 00 75", [(VitalSign.HR, 72.0), (VitalSign.RR, 16.0)]),
        ("55 AA 06 04 00 61 47 4D", [(VitalSign.SPO2, 97.0), (VitalSign.PULSE, 71.0)]),
        ("55 AA 06 05 00 24 06 CA", [(VitalSign.TEMP, 36.6)]),
    ],
)
def test_the_constructed_parameters(wire: str, said: list[tuple[VitalSign, float]]) -> None:
    assert listen(bytes.fromhex(wire)) == [Reading(sign, value, SOURCE) for sign, value in said]


def test_the_constructed_measurement_is_118_over_76_with_a_mean_of_91() -> None:
    measuring = bytes.fromhex("55 AA 08 03 05 3C 00 00 00 B3")
    done = bytes.fromhex("55 AA 08 03 01 00 76 5B 4C D6")
    assert listen(measuring, measuring, done, done) == [
        DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE),
        DeviceNote(DeviceNoteKind.IDLE, "", SOURCE),
        result(118, 76, 91, Quality.GOOD),
    ]


def test_no_finger_is_a_loss_and_no_127() -> None:
    assert listen(bytes.fromhex("55 AA 06 04 02 7F FF 75")) == [
        SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE),
        SignalLost(VitalSign.PULSE, LostReason.SENSOR_OFF, SOURCE),
    ]


def test_the_written_down_frames_are_understood() -> None:
    path = captures_folder() / "berry_pm6750_fixtures" / "pm6750_frames.hex.txt"
    if not path.is_file():
        pytest.skip(f"no recordings beside the project ({path} is missing)")
    lines = [line[2:].split("   ")[0] for line in path.read_text().splitlines() if line[0] == "<"]
    session = opened()
    events = [e for line in lines for e in session.receive(bytes.fromhex(line), 1.0)]
    assert session.frames == len(lines) == 7
    assert not [event for event in events if isinstance(event, ProtocolError)]
    assert cuffs(events) == [result(118, 76, 91, Quality.GOOD)]


# ---- continuous signs ---------------------------------------------------------------------------


def test_a_lead_that_is_off_takes_heart_rate_and_breath_with_it() -> None:
    assert listen(ecg(72, 16), ecg(72, 16, status=0x2A), ecg(0, 0, status=0x2B))[2:] == [
        SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE),
        SignalLost(VitalSign.RR, LostReason.SENSOR_OFF, SOURCE),
    ]


def test_a_weak_signal_makes_poor_values() -> None:
    events = listen(ecg(72, 16, status=0x29))
    assert {e.quality for e in events if isinstance(e, Reading)} == {Quality.POOR}


@pytest.mark.parametrize("shown", [0, 251, 255])
def test_a_rate_that_is_none_is_a_loss_and_no_number(shown: int) -> None:
    events = listen(ecg(shown, shown), oximeter(0, 97, shown))
    lost = {event.sign for event in events if isinstance(event, SignalLost)}
    assert lost == {VitalSign.HR, VitalSign.RR, VitalSign.PULSE}


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (1, LostReason.SENSOR_OFF),
        (2, LostReason.SENSOR_OFF),
        (3, LostReason.NO_PULSE),
        (4, LostReason.NO_PULSE),
    ],
)
def test_an_oximeter_without_a_pulse_is_lost_whatever_it_shows(
    status: int, reason: LostReason
) -> None:
    assert listen(oximeter(status, 97, 71)) == [
        SignalLost(VitalSign.SPO2, reason, SOURCE),
        SignalLost(VitalSign.PULSE, reason, SOURCE),
    ]


def test_each_value_of_the_oximeter_stands_for_itself() -> None:
    assert [type(event) for event in listen(oximeter(0, 127, 72))] == [SignalLost, Reading]
    assert [type(event) for event in listen(oximeter(0, 98, 255))] == [Reading, SignalLost]


def test_a_state_of_the_oximeter_that_nobody_knows_makes_poor_values() -> None:
    assert {e.quality for e in listen(oximeter(9, 97, 71)) if isinstance(e, Reading)} == {
        Quality.POOR
    }


@pytest.mark.parametrize("status", [1, 3])
def test_a_temperature_probe_that_is_off_is_a_loss(status: int) -> None:
    assert listen(temperature(status, 36, 6)) == [
        SignalLost(VitalSign.TEMP, LostReason.SENSOR_OFF, SOURCE)
    ]


def test_the_first_temperature_is_shown_though_the_second_probe_is_off() -> None:
    both = frame(5, 2, 37, 1, 0, 0)
    assert listen(both) == [Reading(VitalSign.TEMP, 37.1, SOURCE)]


def test_what_the_module_finds_in_the_ecg_is_passed_on_as_its_own_words() -> None:
    texts = [
        event.text
        for event in listen(ecg(140, 20, finding=3), ecg(140, 20, finding=3), ecg(80, 16))
        if isinstance(event, DeviceNote) and event.kind is DeviceNoteKind.ALARM_TEXT
    ]
    assert texts == ["ECG: ventricular fibrillation", ""]


def test_a_short_frame_of_other_firmware_is_read_as_far_as_it_goes() -> None:
    assert listen(frame(2, 0x28, 72, 16)) == [
        Reading(VitalSign.HR, 72.0, SOURCE),
        Reading(VitalSign.RR, 16.0, SOURCE),
    ]


@pytest.mark.parametrize(
    "short",
    [frame(1, 1), frame(2, 0x28), frame(3, 0, 0, 1), frame(4, 0), frame(5, 0, 36), frame(0xFE)],
)
def test_a_frame_without_its_values_is_an_error_and_is_not_counted(short: bytes) -> None:
    session = opened()
    assert [type(event) for event in session.receive(short, 1.0)] == [ContentError]
    assert session.frames == 0


def test_a_temperature_with_eleven_tenths_is_an_error() -> None:
    assert [type(event) for event in listen(temperature(0, 36, 11))] == [ContentError]


def test_beats_and_unknown_frames_are_frames_that_say_nothing() -> None:
    session = opened()
    for one in (frame(0x30), frame(0x31, 0), frame(0xFC, *b"V1.2"), frame(0x77, 1, 2)):
        assert list(session.receive(one, 1.0)) == []
    assert session.frames == 4


def test_the_waves_come_in_fifths_of_a_second() -> None:
    wire = b"".join(frame(0xFE, value) + frame(0xFF, 250 - value) for value in range(20))
    chunks = [event for event in listen(wire) if isinstance(event, WaveChunk)]
    assert [(chunk.wave, len(chunk.samples)) for chunk in chunks] == [
        (Wave.PLETH, 10),
        (Wave.RESP, 10),
    ] * 2
    assert chunks[0].samples == tuple(float(value) for value in range(10))


def test_half_a_chunk_does_not_outlive_a_lost_line() -> None:
    session = opened()
    list(session.receive(frame(0xFE, 200) * 9, 1.0))
    session.opened(5.0)
    [chunk] = session.receive(frame(0xFE, 100) * 10, 6.0)
    assert isinstance(chunk, WaveChunk)
    assert set(chunk.samples) == {100.0}


# ---- what is sent -------------------------------------------------------------------------------


def sent(session: PM6750Session, begin: float, until: float) -> list[tuple[float, bytes]]:
    said = []
    for step in range(round((until - begin) * 100)):
        now = begin + step / 100
        said += [(now, data)] if (data := session.due(now)) else []
    return said


def test_every_stream_is_switched_on_when_the_line_opens() -> None:
    said = sent(opened(), 0.0, 1.0)
    assert [data for _, data in said] == list(STREAMS.values())
    assert said[-1][0] == pytest.approx(4 * APART_S, abs=0.05)


def test_a_module_that_talks_already_is_told_nothing() -> None:
    session = opened()
    wire = b"".join(frame(kind, 0, 36, 6) for kind in STREAMS)
    for second in range(20):
        list(session.receive(wire, float(second)))
        assert session.due(second + 0.5) == b""


def test_a_module_that_lost_power_is_switched_on_again() -> None:
    session = opened()
    wire = b"".join(frame(kind, 0, 36, 6) for kind in STREAMS)
    list(session.receive(wire, 10.0))
    said = sent(session, 10.0, 10.0 + SILENT_STREAM_S + 1.0)
    assert {data for _, data in said} == set(STREAMS.values())
    assert said[0][0] == pytest.approx(10.0 + SILENT_STREAM_S, abs=0.02)


def test_the_cuff_is_started_only_when_asked_for_and_once() -> None:
    session = opened()
    assert isinstance(session, StartsCuff)
    assert START_CUFF not in {data for _, data in sent(session, 0.0, 3.0)}
    session.start_cuff(3.0)
    assert [data for _, data in sent(session, 3.0, 4.0)] == [START_CUFF]


def test_a_running_cuff_is_not_started_again() -> None:
    session = opened()
    sent(session, 0.0, 1.0)
    list(session.receive(cuff(MEASURING), 1.0))
    session.start_cuff(1.1)
    assert START_CUFF not in {data for _, data in sent(session, 1.1, 20.0)}


# ---- noise --------------------------------------------------------------------------------------


def test_a_damaged_frame_is_counted_and_the_next_is_understood() -> None:
    damaged = ecg(72, 16)[:5] + b"\x49" + ecg(72, 16)[6:]
    assert [type(event) for event in listen(damaged + oximeter(0, 97, 71))] == [
        ChecksumError,
        Reading,
        Reading,
    ]


def test_half_a_frame_is_dropped_when_the_line_was_reopened() -> None:
    session = opened()
    list(session.receive(ecg(72, 16)[:6], 0.0))
    session.opened(5.0)
    assert len(list(session.receive(ecg(72, 16), 6.0))) == 2


def test_bytes_between_frames_are_one_error() -> None:
    assert [type(event) for event in listen(b"\x01\x02\x03", ecg(72, 16))] == [
        FramingError,
        Reading,
        Reading,
    ]


def test_a_second_of_everything_in_small_pieces_loses_nothing() -> None:
    waves = b"".join(
        FLAT_ECG + (frame(0xFE, 90) + frame(0xFF, 90) if place % 5 == 0 else b"")
        for place in range(250)
    )
    session = opened()
    wire = waves + ecg(72, 16) + oximeter(0, 97, 71)
    events = [event for piece in in_chunks(wire, 16) for event in session.receive(piece, 1.0)]
    assert session.frames == 352
    assert len([event for event in events if isinstance(event, WaveChunk)]) == 15
