"""What is made of the numerics, and of a recording of a real monitor."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
from helpers import in_chunks, recording
from philips_intellivue_wire import (
    CLOCK,
    END_OF_LINKED,
    NUMERICS,
    PER_MINUTE,
    PERCENT,
    PUBLISHED,
    created,
    nbp,
    polled,
    system,
    value,
)

from devices.decode import RowKind, decode
from devices.drivers.philips_intellivue import DRIVER, IntelliVueSession
from devices.drivers.philips_intellivue.numerics import MISSING_CYCLES
from devices.errors import ContentError, ProtocolError
from devices.session import DeviceEvent
from devices.simulated.monitors.intellivue_wire import attribute, frame, thing
from monitor.vitals import (
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
    WaveChunk,
)

SOURCE = DRIVER.source


def listen(*frames: bytes, session: IntelliVueSession | None = None) -> list[DeviceEvent]:
    """What is made of frames that arrive a second apart."""
    if session is None:
        session = IntelliVueSession(SOURCE)
        session.opened(0.0)
    return [
        event
        for second, data in enumerate(frames)
        for event in session.receive(data, float(second))
    ]


def numeric(physio: int, number: int | None, unit: int = PER_MINUTE, **how: int) -> bytes:
    return polled(NUMERICS, [value(physio, number, unit, **how)])


def readings(events: list[DeviceEvent]) -> list[tuple[VitalSign, float]]:
    return [(event.sign, event.value) for event in events if isinstance(event, Reading)]


# ---- the published examples ---------------------------------------------------------------------


def test_the_published_result_is_understood() -> None:
    events = listen(PUBLISHED)
    assert readings(events) == [
        (VitalSign.HR, 88.0),
        (VitalSign.SPO2, 97.0),
        (VitalSign.PULSE, 87.0),
    ]
    assert events[3:] == [
        CuffResult(
            128.0, 79.0, 95.0, 86.0, SOURCE, Quality.AGE_UNKNOWN, None, "2026-01-15T10:32:07"
        )
    ]


def test_the_published_empty_end_of_a_linked_result_is_a_frame_that_says_nothing() -> None:
    session = IntelliVueSession(SOURCE)
    assert listen(END_OF_LINKED, session=session) == []
    assert session.frames == 1


def test_the_published_values_without_a_sensor_are_lost() -> None:
    spo2 = bytes.fromhex("4BB880000220007FFFFF")
    pulse = bytes.fromhex("482280010AA0007FFFFF")
    things = [thing(1, [attribute(0x0950, spo2)]), thing(2, [attribute(0x0950, pulse)])]
    assert listen(polled(NUMERICS, things)) == [
        SignalLost(VitalSign.SPO2, LostReason.NO_VALUE, SOURCE),
        SignalLost(VitalSign.PULSE, LostReason.NO_VALUE, SOURCE),
    ]


def test_the_published_unavailable_cuff_is_no_result() -> None:
    held = bytes.fromhex("0003001E 4A0520000F20007FFFFF 4A0620000F20007FFFFF 4A0720000F20007FFFFF")
    stamp = bytes.fromhex("2021032912461800")
    old = thing(0x8272, [attribute(0x0990, stamp), attribute(0x094B, held)])
    assert listen(*[polled(NUMERICS, [old])] * 20) == []


def test_the_published_heart_rate_is_read() -> None:
    held = bytes.fromhex("418200000AA00000003C")
    assert readings(listen(polled(NUMERICS, [thing(1, [attribute(0x0950, held)])]))) == [
        (VitalSign.HR, 60.0)
    ]


# ---- values and their states --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("physio", "number", "unit", "exponent", "sign", "said"),
    [
        (0x4182, 72, 0x0AA0, 0, VitalSign.HR, 72.0),
        (0x4822, 71, 0x0AA0, 0, VitalSign.PULSE, 71.0),
        (0xF09D, 71, 0x0AA0, 0, VitalSign.PULSE, 71.0),
        (0x4BB8, 98, 0x0220, 0, VitalSign.SPO2, 98.0),
        (0x4BB0, 31, 0x0200, -1, VitalSign.PERFUSION, 3.1),
        (0x500A, 14, 0x0AE0, 0, VitalSign.RR, 14.0),
        (0x5012, 15, 0x0AE0, 0, VitalSign.RR, 15.0),
        (0x4B48, 367, 0x17A0, -1, VitalSign.TEMP, 36.7),
        (0x4B48, 986, 0x1140, -1, VitalSign.TEMP, 37.0),
        (0x4A15, 118, 0x0F20, 0, VitalSign.ABP_SYS, 118.0),
        (0x4A16, 100, 0x0F03, -1, VitalSign.ABP_DIA, 75.0),
        (0x4A17, 91, 0x0F20, 0, VitalSign.ABP_MEAN, 91.0),
        (0x4A11, 120, 0x0F20, 0, VitalSign.ABP_SYS, 120.0),
    ],
)
def test_each_sign_is_known_by_its_physiological_id_and_brought_to_its_unit(
    physio: int, number: int, unit: int, exponent: int, sign: VitalSign, said: float
) -> None:
    assert readings(listen(numeric(physio, number, unit, exponent=exponent))) == [(sign, said)]


@pytest.mark.parametrize(
    ("state", "quality"),
    [
        (0x0000, Quality.GOOD),
        (0x0002, Quality.GOOD),  # in alarm
        (0x0081, Quality.GOOD),  # validated, its alarm inhibited
        (0x4000, Quality.POOR),
        (0x0400, Quality.DEMO),
        (0x0800, Quality.DEMO),
        (0x4400, Quality.DEMO),
        (0x0100, Quality.POOR),  # a bit that nobody describes
    ],
)
def test_the_state_says_how_good_a_value_is(state: int, quality: Quality) -> None:
    heard = [e for e in listen(numeric(0x4182, 72, state=state)) if isinstance(e, Reading)]
    assert heard == [Reading(VitalSign.HR, 72.0, SOURCE, quality)]


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (0x8000, LostReason.NO_VALUE),
        (0x2000, LostReason.NO_VALUE),
        (0x1000, LostReason.CALIBRATING),
        (0x9000, LostReason.CALIBRATING),
        (0x8400, LostReason.NO_VALUE),
    ],
)
def test_a_number_under_a_bad_state_is_not_a_value(state: int, why: LostReason) -> None:
    assert listen(numeric(0x4182, 72, state=state)) == [SignalLost(VitalSign.HR, why, SOURCE)]


@pytest.mark.parametrize("mantissa", [0x7FFFFF, 0x800000, 0x7FFFFE, 0x800002, 0x800001])
def test_a_special_mantissa_is_not_a_number(mantissa: int) -> None:
    assert readings(listen(numeric(0x4182, mantissa))) == []


def test_an_impossible_value_is_lost_as_out_of_range() -> None:
    assert listen(numeric(0x4BB8, 127, PERCENT)) == [
        SignalLost(VitalSign.SPO2, LostReason.OUT_OF_RANGE, SOURCE)
    ]


def test_a_loss_is_said_once_and_again_after_a_value() -> None:
    lost, there = numeric(0x4182, None, state=0x8000), numeric(0x4182, 70)
    said = [type(event) for event in listen(lost, lost, there, lost, lost)]
    assert said == [SignalLost, Reading, SignalLost]


def test_an_unknown_unit_is_one_error_and_no_value() -> None:
    events = listen(*[numeric(0x4182, 72, 0x1234)] * 3)
    assert [type(event) for event in events] == [SignalLost, ContentError]


@pytest.mark.parametrize("physio", [0x480A, 0x4261, 0x0301, 0x50B0, 0x4B74])
def test_what_is_no_sign_of_ours_is_not_mistaken_for_one(physio: int) -> None:
    assert listen(numeric(physio, 72)) == []


def test_demonstration_is_said_once_when_it_begins_and_once_when_it_ends() -> None:
    demo, real = numeric(0x4182, 72, state=0x0400), numeric(0x4182, 72)
    notes = [e for e in listen(real, demo, demo, real, real) if isinstance(e, DeviceNote)]
    assert [(note.kind, bool(note.text)) for note in notes] == [
        (DeviceNoteKind.DEMO_MODE, True),
        (DeviceNoteKind.DEMO_MODE, False),
    ]


def test_a_monitor_in_demonstration_mode_marks_all_its_values() -> None:
    both = polled(NUMERICS, [value(0x4182, 72), nbp([120, 80, 93])])
    events = listen(created(system(mode=0x2000)), both, both)
    marked = [e.quality for e in events if isinstance(e, Reading | CuffResult)]
    assert marked == [Quality.DEMO] * 3
    assert [e.kind for e in events if isinstance(e, DeviceNote)] == [
        DeviceNoteKind.INFO,
        DeviceNoteKind.DEMO_MODE,
    ]


# ---- sources, rounds, time ----------------------------------------------------------------------


def test_two_sources_of_a_sign_do_not_alternate() -> None:
    both = polled(NUMERICS, [value(0x5012, 20), value(0x500A, 14), value(0x5012, 20, handle=9)])
    assert readings(listen(both, both))[1:] == [(VitalSign.RR, 14.0)] * 2


def test_the_second_source_takes_over_when_the_first_is_gone() -> None:
    first = polled(NUMERICS, [value(0x500A, 14), value(0x5012, 20)])
    then = polled(NUMERICS, [value(0x500A, None, state=0x8000), value(0x5012, 20)])
    events = listen(first, *[then] * 6)
    assert isinstance(events[1], SignalLost)
    assert set(readings(events[2:])) == {(VitalSign.RR, 20.0)}


def test_a_sign_that_is_not_spoken_of_any_more_is_lost() -> None:
    both = polled(NUMERICS, [value(0x4182, 70), value(0x4BB8, 97, PERCENT)])
    alone = polled(NUMERICS, [value(0x4182, 70)])
    events = listen(both, *[alone] * 9)
    lost = [event for event in events if isinstance(event, SignalLost)]
    assert lost == [SignalLost(VitalSign.SPO2, LostReason.NO_VALUE, SOURCE)]
    assert events.index(lost[0]) == 2 + MISSING_CYCLES


def test_a_round_in_several_linked_frames_is_one_round() -> None:
    parts = [
        polled(NUMERICS, [value(0x4182, 70)], link=(1, 1)),
        polled(NUMERICS, [value(0x4BB8, 97, PERCENT)], link=(2, 2)),
        polled(NUMERICS, [value(0x4822, 71)], link=(3, 3)),
        polled(NUMERICS, []),
    ]
    events = listen(*parts * 6)
    assert len(readings(events)) == 18
    assert len(events) == 18


def test_values_bear_the_monitors_own_time_once_its_clock_was_seen() -> None:
    before = numeric(0x4182, 70)
    later = polled(NUMERICS, [value(0x4182, 70)], at_s=90.0)
    heard = [
        event
        for event in listen(before, created(system(CLOCK, at_s=30.0)), later)
        if isinstance(event, Reading)
    ]
    assert [event.device_time for event in heard] == [None, "2026-01-15T10:01:00"]


def test_the_time_in_a_poll_result_goes_before_the_ticks() -> None:
    shown = CLOCK + timedelta(hours=3)
    heard = listen(created(), polled(NUMERICS, [value(0x4182, 70)], at_s=5.0, shown=shown))
    assert isinstance(heard[-1], Reading)
    assert heard[-1].device_time == "2026-01-15T13:00:00"


@pytest.mark.parametrize("year", [1582, 1969, 2200, 9999])
def test_a_clock_in_a_year_that_cannot_be_is_one_that_was_never_set(year: int) -> None:
    far = datetime(year, 12, 31, 23, 59, 59)  # noqa: DTZ001
    later = polled(NUMERICS, [value(0x4182, 70)], at_s=200_000.0)
    heard = listen(created(system(far)), polled(NUMERICS, [value(0x4182, 69)]), later)
    stamps = [event.device_time for event in heard if isinstance(event, Reading)]
    assert stamps == [None, None]


def test_the_monitor_says_once_who_it_is() -> None:
    said = DeviceNote(DeviceNoteKind.INFO, "Philips M8000 0009fb000002", SOURCE)
    assert listen(created(), created()) == [said]


def test_one_object_that_cannot_be_does_not_silence_the_others() -> None:
    broken = thing(0x8272, [attribute(0x094B, bytes.fromhex("0009001E4A05"))])
    events = listen(polled(NUMERICS, [broken, value(0x4182, 70)]))
    assert isinstance(events[0], ContentError)
    assert readings(events) == [(VitalSign.HR, 70.0)]


def test_messages_of_other_kinds_are_frames_that_say_nothing() -> None:
    session = IntelliVueSession(SOURCE)
    kinds = (
        "E100000200020018 000000030012 002100000000 00010008F23A000400000000",
        "E10000020001000E 000100000008 002100000000 0000",
        "0A18C116618030800201 01A08063808001000000000000000000",
        "192E",
    )
    assert listen(*(frame(bytes.fromhex(kind)) for kind in kinds), session=session) == []
    assert session.frames == len(kinds)


# ---- the recording ------------------------------------------------------------------------------


def test_the_recording_decodes_as_its_provenance_says() -> None:
    data = recording("philips_intellivue", "MPRawoutput1.raw")
    rows = list(decode(DRIVER, data))
    assert Counter(row.kind for row in rows).keys() == {
        RowKind.READING,
        RowKind.LOST,
        RowKind.DEVICE,
    }
    read = {(row.sign, row.value, row.note) for row in rows if row.kind is RowKind.READING}
    assert read == {("hr", 60.0, "")}
    lost = [row.sign for row in rows if row.kind is RowKind.LOST]
    assert lost == ["spo2", "pulse", "perfusion"]
    assert [row.note for row in rows if row.kind is RowKind.DEVICE] == [
        "info Philips M8000 0009fb029e18"
    ]


def test_the_recordings_waves_are_two_in_four_parts_a_second() -> None:
    data = recording("philips_intellivue", "MPRawoutput1.raw")
    session = IntelliVueSession(SOURCE)
    session.opened(0.0)
    events = [e for piece in in_chunks(data, 4096) for e in session.receive(piece, 0.0)]
    assert not [event for event in events if isinstance(event, ProtocolError)]
    waves = [event for event in events if isinstance(event, WaveChunk)]
    forms = Counter((chunk.wave, chunk.rate_hz, chunk.unit, len(chunk.samples)) for chunk in waves)
    assert forms.keys() == {("ecg", 250.0, "mV", 64), ("pleth", 125.0, "", 32)}
    heights = [sample for chunk in waves if chunk.wave == "ecg" for sample in chunk.samples]
    assert -1.0 < min(heights) < 0.0
    assert 1.0 < max(heights) < 3.0
    rounds = sum(isinstance(event, Reading) for event in events)
    assert abs(sum(chunk.wave == "ecg" for chunk in waves) - 4 * rounds) < 12


def test_the_recording_is_understood_from_any_place_in_it() -> None:
    data = recording("philips_intellivue", "MPRawoutput1.raw")
    session = IntelliVueSession(SOURCE)
    session.opened(0.0)
    events = session.receive(data[123_456:], 1.0)
    errors = [event for event in events if isinstance(event, ProtocolError)]
    assert len(errors) <= 1
    assert {event.value for event in events if isinstance(event, Reading)} == {60.0}
    assert not [event for event in events if isinstance(event, CuffResult)]
