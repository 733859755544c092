"""The waves and the alarms of an IntelliVue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from philips_intellivue_wire import ALARMS, ECG_FORM, PLETH_FORM, WAVES, alarms, ecg, polled, wave

from devices.drivers.philips_intellivue import DRIVER, IntelliVueSession
from devices.drivers.philips_intellivue.alarms import alarm_texts
from devices.drivers.philips_intellivue.messages import Thing
from devices.drivers.philips_intellivue.waves import MOST_WAVES, Waves, described
from devices.errors import ContentError
from devices.session import DeviceEvent
from devices.simulated.monitors import intellivue_wire as other_writer
from monitor.vitals import DeviceNote, DeviceNoteKind, Wave, WaveChunk

SOURCE = DRIVER.source
RECEIVED_AT = 5.0


def listen(*frames: bytes) -> list[DeviceEvent]:
    session = IntelliVueSession(SOURCE)
    session.opened(0.0)
    return [event for data in frames for event in session.receive(data, RECEIVED_AT)]


# ---- waves --------------------------------------------------------------------------------------


def chunks(*frames: bytes) -> list[WaveChunk]:
    return [event for event in listen(*frames) if isinstance(event, WaveChunk)]


def test_an_ecg_is_read_by_its_own_scale() -> None:
    assert chunks(polled(WAVES, [ecg((0x0102, [0x2000, 0x201F, 0x20C8, 0x1F9C]))])) == [
        WaveChunk(Wave.ECG, 250.0, "mV", (0.0, 0.155, 1.0, -0.5), SOURCE)
    ]


def test_a_wave_without_a_scale_keeps_the_monitors_numbers() -> None:
    assert chunks(polled(WAVES, [wave(0x4BB4, [0x800, 0xFFF])])) == [
        WaveChunk(Wave.PLETH, 125.0, "", (2048.0, 4095.0), SOURCE)
    ]


def test_marks_above_the_significant_bits_are_dropped() -> None:
    [chunk] = chunks(polled(WAVES, [ecg((0x0102, [0xA000, 0x6000]))]))
    assert chunk.samples == (0.0, 0.0)


def test_a_wave_is_not_drawn_before_its_form_is_known_and_the_form_is_kept() -> None:
    bare = polled(WAVES, [wave(0x4BB4, [0x800], form=())])
    whole = polled(WAVES, [wave(0x4BB4, [0x801])])
    assert [chunk.samples for chunk in chunks(bare, whole, bare)] == [(2049.0,), (2048.0,)]


def test_a_wave_without_samples_is_none() -> None:
    assert chunks(polled(WAVES, [wave(0x4BB4, []), ecg((0x0102, []))])) == []


def test_a_form_that_changes_is_taken_over() -> None:
    first = polled(WAVES, [wave(0x4BB4, [0x800])])
    faster = polled(WAVES, [wave(0x4BB4, [0x800], form=(ECG_FORM[1],))])
    assert [chunk.rate_hz for chunk in chunks(first, faster)] == [125.0, 250.0]


def test_of_several_leads_the_second_is_drawn() -> None:
    leads = ecg((0x0143, [0x2000]), (0x013E, [0x2000]), (0x0102, [0x20C8]))
    assert [chunk.samples for chunk in chunks(polled(WAVES, [leads]))] == [(1.0,)]


def test_another_lead_is_drawn_where_there_is_no_second() -> None:
    assert len(chunks(*[polled(WAVES, [ecg((0x0143, [0x2000]), (0x0104, [0x2000]))])] * 3)) == 3


def test_a_lead_does_not_jump_back_and_forth() -> None:
    both = [polled(WAVES, [ecg((0x0102, [0x20C8]))]), polled(WAVES, [ecg((0x0143, [0x2000]))])]
    assert {chunk.samples for chunk in chunks(*both * 4)} == {(1.0,)}


@pytest.mark.parametrize("state", [0x8000, 0x2000])
def test_a_wave_that_is_invalid_is_not_drawn(state: int) -> None:
    held = other_writer.samples(0x4BB4, [0x800])
    held = held[:2] + state.to_bytes(2, "big") + held[4:]
    told = other_writer.thing(7, [*PLETH_FORM, other_writer.attribute(0x096E, held)])
    assert chunks(polled(WAVES, [told])) == []


def test_pressure_and_breathing_have_their_waves_and_others_none() -> None:
    things = [
        wave(physio, [0x800], handle=handle)
        for handle, physio in enumerate((0x4A14, 0x4A44, 0x5000, 0x50AC, 0x4A00))
    ]
    assert [chunk.wave for chunk in chunks(polled(WAVES, things))] == [
        Wave.P1,
        Wave.P2,
        Wave.RESP,
    ]


def test_a_wave_of_bytes_is_read_as_such() -> None:
    form = {0x096D: bytes.fromhex("0004 08 08 0000"), 0x098D: bytes.fromhex("00000040")}
    read = described(form)
    assert read is not None
    assert read.read(b"\x00\x7f\xff") == (0.0, 127.0, 255.0)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {0x096D: b"\0\x20\x10\x0c\0\0"},
        {0x096D: b"\0\x20\x10\x0c\0\0", 0x098D: bytes(4)},
        {0x096D: b"\0\x20\x0c\x0c\0\0", 0x098D: b"\0\0\0\x20"},
    ],
)
def test_half_a_form_is_none(form: dict[int, bytes]) -> None:
    assert described(form) is None


@pytest.mark.parametrize("held", ["4BB4", "4BB40000004008", "4BB4 0000 FFFF"])
def test_samples_cut_short_are_an_error(held: str) -> None:
    told = other_writer.attribute(0x096E, bytes.fromhex(held))
    events = listen(polled(WAVES, [other_writer.thing(7, [*PLETH_FORM, told])]))
    assert [type(event) for event in events] == [ContentError]


def test_ever_new_waves_do_not_fill_the_memory() -> None:
    session = IntelliVueSession(SOURCE)
    session.opened(0.0)
    for handle in range(1000):
        session.receive(polled(WAVES, [wave(0x4BB4, [0x800], handle=handle)]), 1.0)
    assert len(session.receive(polled(WAVES, [wave(0x4BB4, [0x800])]), 1.0)) == 1


def test_a_described_wave_is_forgotten_when_there_are_too_many() -> None:
    waves = Waves(SOURCE)
    form = {0x096D: bytes.fromhex("0020100C8000"), 0x098D: bytes.fromhex("00000040")}
    held = other_writer.samples(0x4BB4, [1])
    assert waves.hear(Thing((1, 0), {**form, 0x096E: held}), 0.0)
    assert waves.hear(Thing((1, 0), {0x096E: held}), 0.0)
    for handle in range(1, MOST_WAVES + 1):
        waves.hear(Thing((1, handle), form), 0.0)
    assert not waves.hear(Thing((1, 0), {0x096E: held}), 0.0)


# ---- alarms -------------------------------------------------------------------------------------


def notes(*frames: bytes) -> list[DeviceNote]:
    return [event for event in listen(*frames) if isinstance(event, DeviceNote)]


def test_alarms_are_told_in_the_monitors_own_words_when_they_change() -> None:
    off = other_writer.alarm(0x0402, 0x0001, "SpO₂ NO SENSOR")
    high = other_writer.alarm(0x0010, 0x0400, "** HR HIGH")
    said = notes(alarms(), alarms([off]), alarms([off]), alarms([off], [high]), alarms())
    assert [note.text for note in said] == [
        "SpO₂ NO SENSOR",
        "** HR HIGH; SpO₂ NO SENSOR",
        "",
    ]
    assert {note.kind for note in said} == {DeviceNoteKind.ALARM_TEXT}


def test_an_alarm_without_words_is_told_by_its_number() -> None:
    told = bytes.fromhex("0402 00F2 0002 0008 000600008400 0201 000A 0001 00024182 0001 4000")
    assert [note.text for note in notes(alarms([told]))] == ["alarm 00F2"]


def test_an_alarm_of_a_demonstration_says_so_and_no_alarm_is_none() -> None:
    demo = other_writer.alarm(0x0402, 0x0001, "LEADS OFF").replace(
        b"\0\x08\0\x06", b"\x01\x08\0\x06"
    )
    none = other_writer.alarm(0x0402, 0x0000, "NOTHING")
    assert [note.text for note in notes(alarms([demo, none]))] == ["LEADS OFF (demo)"]


def test_attributes_without_a_list_say_nothing_of_alarms() -> None:
    assert alarm_texts({0x0921: b"\0\0"}) is None
    assert listen(polled(ALARMS, [])) == []


@given(st.binary(max_size=80))
def test_any_list_of_alarms_is_read_or_a_content_error(held: bytes) -> None:
    told = other_writer.thing(1, [other_writer.attribute(0x0902, held)])
    for event in listen(polled(ALARMS, [told])):
        assert isinstance(event, DeviceNote | ContentError)
