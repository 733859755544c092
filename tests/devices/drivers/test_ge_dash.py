from __future__ import annotations

import pytest
from ge_dash_wire import (
    ADDRESS,
    CALIBRATING,
    CUFF,
    DRAW,
    ECG,
    FLUSH,
    INVALID,
    INVASIVE,
    MISSING,
    NEVER,
    NO_PULSE,
    RESP,
    SENSOR_FAIL,
    SPO2,
    TEMP,
    ZEROING,
    block,
    message,
    reply,
    usual,
)
from helpers import recording
from hypothesis import given
from hypothesis import strategies as st

from devices.drivers.ge_dash import DRIVER, REQUEST, GeDashSession
from devices.drivers.ge_dash.replies import ReplyFramer
from devices.errors import ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)

SOURCE = DRIVER.source


def session() -> GeDashSession:
    new = GeDashSession(SOURCE)
    new.opened(0.0)
    return new


def heard(*replies: bytes) -> list[DeviceEvent]:
    dash = session()
    return [
        event for number, data in enumerate(replies) for event in dash.receive(data, 2.0 * number)
    ]


def readings(events: list[DeviceEvent]) -> dict[VitalSign, float]:
    return {event.sign: event.value for event in events if isinstance(event, Reading)}


def losses(events: list[DeviceEvent]) -> dict[VitalSign, LostReason]:
    return {event.sign: event.reason for event in events if isinstance(event, SignalLost)}


def cuffs(events: list[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


def errors(events: list[DeviceEvent]) -> list[ProtocolError]:
    return [event for event in events if isinstance(event, ProtocolError)]


def test_the_request_is_the_literal_that_a_real_monitor_answers() -> None:
    lines = recording("ge_dash_unity", "serial_parameter_request_62B.hex.txt").decode()
    assert bytes.fromhex(lines.splitlines()[1]) == REQUEST


def test_the_request_is_sent_every_two_seconds_when_it_is_answered() -> None:
    dash = session()
    for second in (0.0, 2.0, 4.0):
        assert dash.wake_at() == second
        assert dash.due(second) == REQUEST
        assert dash.due(second) == b""
        dash.receive(usual(), second + 0.5)


def test_a_monitor_that_does_not_answer_is_said_once() -> None:
    dash = session()
    said = []
    for second in range(0, 60, 2):
        dash.due(float(second))
        said += dash.receive(b"", float(second))
    assert len(said) == 1


@pytest.mark.parametrize("size", [68, 70, 76])
def test_a_reply_gives_each_value_whatever_the_length_of_its_blocks(size: int) -> None:
    events = heard(usual(93, 128, 79, size=size))
    assert readings(events) == {
        VitalSign.HR: 72.0,
        VitalSign.SPO2: 97.0,
        VitalSign.PULSE: 64.0,
        VitalSign.RR: 15.0,
    }
    assert cuffs(events) == [CuffResult(128.0, 79.0, 93.0, None, SOURCE, Quality.AGE_UNKNOWN)]


def test_the_blocks_of_a_real_dash_4000_are_understood() -> None:
    """Their published bytes, with zeros where the description leaves bytes out."""
    oximeter = bytes.fromhex("012DC0E0006100408001").ljust(24, b"\0")
    oximeter += bytes.fromhex("032DA0200008005E006500230 06E".replace(" ", "")).ljust(40, b"\0")
    oximeter += bytes.fromhex("0B2D0000").ljust(6, b"\0")
    never = bytes.fromhex("0118C080800080008000").ljust(30, b"\0")
    never += bytes.fromhex("0028008C005000A000140078").ljust(34, b"\0")
    never += bytes.fromhex("0A180000").ljust(6, b"\0")
    data = bytes.fromhex("000303010200") + oximeter + never
    head = bytes.fromhex("C0A800C30000C0A800C3000000C9001400010051").ljust(58, b"\0")
    events = heard(head + len(data).to_bytes(2, "big") + data + b"\0\0")
    assert readings(events) == {VitalSign.SPO2: 97.0, VitalSign.PULSE: 64.0}
    assert not cuffs(events)
    assert DeviceNote(DeviceNoteKind.ALARM_TEXT, "system warning", SOURCE) in events
    assert not errors(events)


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        (INVALID, LostReason.NO_VALUE),
        (MISSING, LostReason.NO_VALUE),
        (DRAW, LostReason.STANDBY),
        (FLUSH, LostReason.STANDBY),
        (ZEROING, LostReason.CALIBRATING),
        (CALIBRATING, LostReason.CALIBRATING),
        (NO_PULSE, LostReason.NO_PULSE),
        (SENSOR_FAIL, LostReason.SENSOR_OFF),
        (0x80FF, LostReason.NO_VALUE),
        (0, LostReason.OUT_OF_RANGE),
        (999, LostReason.OUT_OF_RANGE),
    ],
)
def test_what_is_no_value_is_one_loss_with_its_reason(shown: int, why: LostReason) -> None:
    replies = [reply(block(ECG, shown), block(SPO2, 97, 64))] * 3
    events = heard(*replies)
    assert losses(events) == {VitalSign.HR: why}
    assert sum(isinstance(event, SignalLost) for event in events) == 1
    assert VitalSign.HR not in readings(events)


def test_a_parameter_that_is_gone_is_a_loss() -> None:
    events = heard(usual(), reply(block(ECG, 72)), reply(block(ECG, 72)))
    assert losses(events) == {
        VitalSign.SPO2: LostReason.NO_VALUE,
        VitalSign.PULSE: LostReason.NO_VALUE,
        VitalSign.RR: LostReason.NO_VALUE,
    }


def test_what_is_still_lost_is_said_once_more_when_the_line_was_reopened() -> None:
    dash = session()
    off = reply(block(ECG, 72), block(SPO2, SENSOR_FAIL, SENSOR_FAIL))
    first = losses(dash.receive(off, 0.0))
    dash.opened(10.0)
    assert losses(dash.receive(off, 11.0)) == first


@pytest.mark.parametrize("what", [(1, 0x3A), (45, 0x3A), (99, 0x3A), (1, 0x99), (45, 0x99)])
def test_a_parameter_is_known_by_its_code_or_its_type(what: tuple[int, int]) -> None:
    assert readings(heard(reply(block(what, 72))))[VitalSign.HR] == 72.0


def test_a_type_that_contradicts_its_code_refuses_the_reply() -> None:
    events = heard(reply(block((10, 0x3A), 93, 128, 79)))
    assert [type(event) for event in events] == [ContentError]


def test_a_parameter_that_we_do_not_know_is_no_harm() -> None:
    events = heard(reply(block(ECG, 72), block((13, 86), 12, 13, 14), block(SPO2, 97, 64)))
    assert readings(events) == {VitalSign.HR: 72.0, VitalSign.SPO2: 97.0, VitalSign.PULSE: 64.0}


def test_temperature_is_in_tenths_of_a_degree_or_none() -> None:
    assert readings(heard(reply(block(TEMP, 368))))[VitalSign.TEMP] == 36.8
    assert VitalSign.TEMP not in readings(heard(reply(block(TEMP, 986))))


def test_an_invasive_pressure_is_shown_and_never_judged() -> None:
    events = heard(reply(block(INVASIVE, 88, 111, 73)))
    assert readings(events) == {
        VitalSign.ABP_MEAN: 88.0,
        VitalSign.ABP_SYS: 111.0,
        VitalSign.ABP_DIA: 73.0,
    }
    assert {e.quality for e in events if isinstance(e, Reading)} == {Quality.POOR}


def test_an_answer_with_an_error_status_has_no_values_whatever_stands_in_it() -> None:
    events = heard(usual(), reply(block(CUFF, 93, 128, 79), block(ECG, 72), status=5))
    assert not cuffs(events)
    assert [str(error) for error in errors(events)] == ["the monitor answers with return status 5"]


def test_a_cuff_result_is_told_once_however_often_it_is_sent() -> None:
    events = heard(usual(), *[usual(93, 128, 79)] * 20)
    assert cuffs(events) == [CuffResult(128.0, 79.0, 93.0, None, SOURCE, Quality.GOOD)]


def test_a_cuff_result_that_was_gone_in_between_is_a_new_one() -> None:
    events = heard(usual(), usual(93, 128, 79), usual(), usual(93, 128, 79))
    assert [type(one) for one in cuffs(events)] == [CuffResult, CuffResult]


def test_a_partial_triple_waits() -> None:
    pieces = [usual(MISSING, 140, MISSING), usual(MISSING, 140, 85), usual(103, 140, 85)]
    assert cuffs(heard(usual(), *pieces)) == [
        CuffResult(140.0, 85.0, 103.0, None, SOURCE, Quality.GOOD)
    ]


def test_a_calibrating_cuff_does_not_make_the_old_result_new() -> None:
    calibrating = usual(*[CALIBRATING] * 3)
    events = heard(usual(93, 128, 79), calibrating, usual(93, 128, 79))
    assert len(cuffs(events)) == 1


@pytest.mark.parametrize("code", [NO_PULSE, SENSOR_FAIL])
def test_a_cuff_that_found_no_pulse_failed_once(code: int) -> None:
    events = heard(usual(93, 128, 79), *[usual(*[code] * 3)] * 5)
    assert cuffs(events)[1:] == [CuffFailed(CuffFailure.FAILED, SOURCE)]


def test_a_failure_from_before_we_looked_is_not_told() -> None:
    assert cuffs(heard(*[usual(*[NO_PULSE] * 3)] * 5)) == []


def test_a_result_that_changed_while_nobody_looked_has_an_unknown_age() -> None:
    dash = session()
    dash.receive(usual(), 0.0)
    assert cuffs(dash.receive(usual(93, 128, 79), 61.0)) == [
        CuffResult(128.0, 79.0, 93.0, None, SOURCE, Quality.AGE_UNKNOWN)
    ]


@pytest.mark.parametrize("shown", [(93, 79, 128), (93, 128, 128), (93, 999, 79), (2, 3, 1)])
def test_impossible_pressures_are_one_error_and_the_other_values_are_heard(
    shown: tuple[int, int, int],
) -> None:
    events = heard(usual(), usual(*shown), usual(*shown))
    assert len(errors(events)) == 1
    assert not cuffs(events)
    assert readings(events)[VitalSign.HR] == 72.0


def test_the_alarm_level_and_state_are_said_when_they_change() -> None:
    loud, quiet = reply(block(ECG, 150), level=6), reply(block(ECG, 150), level=6, state=1)
    notes = [e for e in heard(usual(), loud, loud, quiet, usual()) if isinstance(e, DeviceNote)]
    assert [(note.kind, note.text) for note in notes] == [
        (DeviceNoteKind.ALARM_TEXT, "warning"),
        (DeviceNoteKind.INFO, "alarms silenced"),
        (DeviceNoteKind.BEDSIDE_ALARM_OFF, "alarms silenced"),
        (DeviceNoteKind.ALARM_TEXT, ""),
        (DeviceNoteKind.INFO, ""),
        (DeviceNoteKind.BEDSIDE_ALARM_ON, ""),
    ]


def test_an_alarm_state_that_we_do_not_know_says_nothing_of_the_sound() -> None:
    off, unknown = (reply(block(ECG, 80), state=state) for state in (3, 8))
    notes = [e for e in heard(off, unknown) if isinstance(e, DeviceNote)]
    assert [note.text for note in notes if note.kind is DeviceNoteKind.BEDSIDE_ALARM_OFF] == [
        "alarms off"
    ]
    assert DeviceNoteKind.BEDSIDE_ALARM_ON not in {note.kind for note in notes}


def test_an_alarm_level_that_we_do_not_know_is_passed_on_as_its_number() -> None:
    notes = [
        e for e in heard(reply(block(ECG, 80), level=9, state=8)) if isinstance(e, DeviceNote)
    ]
    assert [note.text for note in notes] == ["alarm level 9", "alarm state 8"]


# ---- the stream ---------------------------------------------------------------------------------


def test_a_heart_rate_that_looks_like_a_head_is_a_heart_rate() -> None:
    """201 beats a minute, 20 of them premature: 00 C9 00 14."""
    tachycardia = reply(block(ECG, 201, 20, 1), block(SPO2, 88, 199))
    events = heard(*[tachycardia] * 5)
    assert [e.value for e in events if isinstance(e, Reading) and e.sign is VitalSign.HR] == (
        [201.0] * 5
    )
    assert not errors(events)


@pytest.mark.parametrize("check", [b"", b"\x00\x00", b"\xf4\xcc", b"\x00\xc9"])
def test_the_check_bytes_may_be_anything_or_missing(check: bytes) -> None:
    replies = reply(block(ECG, 72), check=check) * 4
    dash = session()
    events = dash.receive(replies, 0.0)
    assert dash.frames == 4
    assert not errors(events)


def test_messages_of_other_functions_are_let_pass() -> None:
    other = message(203, 7, bytes(range(200)))
    dash = session()
    events = dash.receive(usual() + other + other + usual() + REQUEST + usual(), 0.0)
    assert dash.frames == 3
    assert not errors(events)


def test_our_own_request_that_comes_back_is_no_reply() -> None:
    dash = session()
    dash.due(0.0)
    dash.receive(REQUEST, 0.1)
    assert dash.frames == 0


def test_a_damaged_reply_is_an_error_and_takes_no_other_with_it() -> None:
    whole = usual()
    damaged = whole[:67] + b"\x99" + whole[68:]
    shorter = whole[:200] + whole[203:]
    for bad in (damaged, whole[:300], whole[100:], shorter, whole[:-40]):
        dash = session()
        events = dash.receive(whole + bad + whole + whole, 0.0)
        assert dash.frames >= 3
        assert all(isinstance(error, FramingError) for error in errors(events))
        assert errors(events)


def test_a_false_head_that_claims_more_than_comes_loses_no_reply() -> None:
    false = ADDRESS * 2 + bytes.fromhex("00C90014") + bytes(42) + (2000).to_bytes(2, "big")
    dash = session()
    for number in range(3):
        dash.receive((false if not number else b"") + usual(), float(number))
        assert dash.frames == number + 1


def test_a_reply_without_parameters_is_a_reply_without_values() -> None:
    dash = session()
    events = dash.receive(reply(), 0.0)
    assert dash.frames == 1
    assert set(losses(events)) == {VitalSign.HR, VitalSign.SPO2, VitalSign.PULSE}


def test_an_error_says_what_was_wrong_with_the_last_place_that_looked_like_a_reply() -> None:
    bad = bytearray(usual())
    bad[67] = 0x99
    said = ReplyFramer().feed(bytes(bad) + usual())
    assert said[0] == FramingError("348 bytes that are no reply (a parameter that begins 0199)")
    assert said[1] == usual()[:-2]


def test_noise_without_end_is_said_now_and_then_and_forgotten() -> None:
    framer = ReplyFramer()
    errors_of_noise = framer.feed(b"\x07" * 100_000)
    assert 20 < len(errors_of_noise) < 100
    assert framer.feed(usual())[-1] == usual()[:-2]


@given(st.binary(max_size=3000), st.integers(1, 99))
def test_after_any_noise_the_second_reply_is_understood(noise: bytes, size: int) -> None:
    dash = session()
    wire = noise + usual() + usual(93, 128, 79)
    for begin in range(0, len(wire), size):
        dash.receive(wire[begin : begin + size], 0.0)
    assert dash.frames >= 1


@given(st.integers(20, 300), st.integers(0, 60), st.sampled_from([68, 70]))
def test_every_heart_rate_survives_the_wire(rate: int, premature: int, size: int) -> None:
    wire = reply(block(ECG, rate, premature, size=size), block(RESP, 12, size=size))
    assert readings(heard(wire))[VitalSign.HR] == float(rate)


def test_never_measured_is_no_cuff_event() -> None:
    assert cuffs(heard(*[usual(*NEVER)] * 3)) == []
