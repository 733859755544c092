"""PAR: the examples of its description, and what a measurement looks like from here."""

from __future__ import annotations

import pytest
from helpers import captures_folder
from hypothesis import given
from hypothesis import strategies as st
from par_nibp2010_wire import END, NO_FINGER, live, packet, status, text

from devices.drivers.par_nibp2010 import (
    BOARD_STATUS,
    DRIVER,
    ParSession,
    command,
)
from devices.errors import ChecksumError, ContentError, FramingError, ProtocolError
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


def opened(at: float = 0.0) -> ParSession:
    session = ParSession(SOURCE)
    session.opened(at)
    return session


def listen(*frames: bytes, at: float = 1.0) -> list[DeviceEvent]:
    session = opened()
    return [event for frame in frames for event in session.receive(frame, at)]


def cuffs(events: list[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


def result(sbp: int, dbp: int, mean: int, pulse: int | None, quality: Quality) -> CuffResult:
    return CuffResult(sbp, dbp, mean, pulse, SOURCE, quality)


# ---- the examples of the description ------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "check"),
    [
        (b"01", b"D7"), (b"18", b"DF"), (b"03", b"D9"), (b"16", b"DD"), (b"04", b"DA"),
        (b"13", b"DA"), (b"15", b"DC"), (b"14", b"DB"), (b"17", b"DE"), (b"21", b"D9"),
        (b"24", b"DC"), (b"25", b"DD"), (b"28", b"E0"), (b"29", b"E1"), (b"55", b"E0"),
        (b"65", b"E1"), (b"71", b"DE"),
    ],
)  # fmt: skip
def test_the_check_digits_of_the_published_commands(code: bytes, check: bytes) -> None:
    assert command(code, board=False) == b"\x02" + code + b";;" + check + b"\x03"


def test_the_board_gets_the_same_content_in_its_own_frame() -> None:
    spo2_off = bytes.fromhex("FD 33 30 3B 3B 44 39 FE 0D")
    assert command(b"30", board=True) == spo2_off
    assert BOARD_STATUS == b"\xfd18;;DF\xfe\r"


def test_the_printed_result_is_understood_with_the_digits_that_the_rule_gives() -> None:
    printed = b"\x02S1;A0;C03;M00;P125080090;R075;T0005;;%s\x03\r"
    assert cuffs(listen(END, printed % b"40")) == [result(125, 80, 90, 75, Quality.GOOD)]
    assert [type(event) for event in listen(END, printed % b"D2")] == [ChecksumError]


def test_an_error_with_the_old_pressures_in_it_is_a_failure_and_no_number() -> None:
    frame = b"\x02S2;A0;C00;M07;P120078090;R060;T    ;;FC\x03\r"
    assert listen(frame, frame) == [CuffFailed(CuffFailure.LEAK, SOURCE)]


def test_the_line_from_a_bench_with_the_board_is_understood() -> None:
    frame = b"\xfdS1;A0;C00;M00;P101065076;R060;T    ;;F3\xfe\r"
    assert listen(frame) == [result(101, 65, 76, 60, Quality.AGE_UNKNOWN)]


def test_the_placeholder_of_another_guide_is_refused() -> None:
    frame = b"\x02S1;A0;C00;M00;P135345234;R087;T6890;;D9\x03\r"
    assert [type(event) for event in listen(frame)] == [ChecksumError]


def test_the_packet_from_a_bench_says_that_there_is_no_finger() -> None:
    assert listen(NO_FINGER, NO_FINGER) == [
        SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE),
        SignalLost(VitalSign.PULSE, LostReason.SENSOR_OFF, SOURCE),
    ]


def test_the_written_down_frames_are_understood() -> None:
    path = captures_folder() / "par_nibp2010_2020up" / "par_frames.txt"
    if not path.is_file():
        pytest.skip(f"no recordings beside the project ({path} is missing)")
    marks = {"<02>": "\x02", "<03>": "\x03", "<0D>": "\r", "<FD>": "\xfd", "<FE>": "\xfe"}
    wire = b""
    for line in path.read_text().splitlines():
        if line.startswith("< <"):
            shown = line[2:].split("   ")[0] if "T    " not in line else line[2:56]
            for mark, byte in marks.items():
                shown = shown.replace(mark, byte)
            wire += shown.rstrip(" ").encode("latin-1")
    session = opened()
    events = list(session.receive(wire, 1.0))
    assert not [event for event in events if isinstance(event, ProtocolError)]
    assert session.frames == 5
    assert cuffs(events) == [
        result(125, 80, 90, 75, Quality.GOOD),
        CuffFailed(CuffFailure.LEAK, SOURCE),
        result(101, 65, 76, 60, Quality.AGE_UNKNOWN),
    ]


# ---- the cuff -----------------------------------------------------------------------------------


def test_a_measurement_is_said_from_its_beginning_to_its_one_result() -> None:
    session = opened()
    events = [
        event
        for frame in (live(0, 8), live(150), live(90), END, status(), status(), status())
        for event in session.receive(frame, 10.0)
    ]
    assert events == [
        DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE),
        DeviceNote(DeviceNoteKind.IDLE, "", SOURCE),
        result(125, 80, 90, 75, Quality.GOOD),
    ]
    assert session.frames == 7


def test_the_same_pressures_after_another_measurement_are_a_new_result() -> None:
    events = listen(END, status(), status(), live(80), END, status(), status())
    assert [found.quality for found in cuffs(events) if isinstance(found, CuffResult)] == [
        Quality.GOOD,
        Quality.GOOD,
    ]


def test_what_the_module_still_shows_when_we_connect_is_never_judged() -> None:
    assert cuffs(listen(status(), status())) == [result(125, 80, 90, 75, Quality.AGE_UNKNOWN)]


def test_a_result_from_a_gap_has_an_unknown_age_and_an_unchanged_one_is_not_repeated() -> None:
    session = opened()
    for frame in (END, status()):
        list(session.receive(frame, 1.0))
    session.opened(100.0)
    assert list(session.receive(status(), 102.0)) == []
    session.opened(900.0)
    events = list(session.receive(status("P141088106;R080"), 902.0))
    assert events == [result(141, 88, 106, 80, Quality.AGE_UNKNOWN)]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("06", CuffFailure.LEAK),
        ("07", CuffFailure.LEAK),
        ("08", CuffFailure.FAILED),
        ("09", CuffFailure.TIMEOUT),
        ("10", CuffFailure.FAILED),
        ("11", CuffFailure.MOVEMENT),
        ("12", CuffFailure.OVERPRESSURE),
        ("13", CuffFailure.FAILED),
        ("14", CuffFailure.LEAK),
        ("15", CuffFailure.FAILED),
        ("77", CuffFailure.FAILED),
    ],
)
@pytest.mark.parametrize("state", [1, 2, 6])
def test_every_error_is_one_failure_whatever_the_state(
    error: str, reason: CuffFailure, state: int
) -> None:
    frame = status(state=state, error=error)
    assert cuffs(listen(END, frame, frame, frame)) == [CuffFailed(reason, SOURCE)]


def test_an_error_state_without_a_code_is_a_failure_too() -> None:
    assert cuffs(listen(status(state=2))) == [CuffFailed(CuffFailure.FAILED, SOURCE)]


def test_both_codes_that_mean_ok_are_read() -> None:
    assert len(cuffs(listen(END, status(error="03")))) == 1


def test_a_second_failure_is_said_again() -> None:
    failed = status(state=2, error="11")
    assert len(cuffs(listen(END, failed, failed, live(50), END, failed))) == 2


def test_a_refused_command_is_told_and_is_no_failed_cuff() -> None:
    [note] = listen(status(error="02"), status(error="02"))
    assert isinstance(note, DeviceNote)
    assert note.kind is DeviceNoteKind.INFO


@pytest.mark.parametrize("state", [0, 3, 4, 5, 7, 8, 9])
def test_the_numbers_of_a_module_that_is_not_at_rest_are_not_read(state: int) -> None:
    assert cuffs(listen(END, status(state=state))) == []


def test_the_end_of_a_leak_test_is_no_measurement() -> None:
    events = listen(END, status(), live(200, 7), END, status())
    assert len(cuffs(events)) == 1
    assert not [e for e in events if isinstance(e, DeviceNote) and e.kind != DeviceNoteKind.INFO]


@pytest.mark.parametrize("found", ["P---------;R---", "P120---090;R075", "P120080---;R075"])
def test_an_incomplete_result_waits_and_is_a_failure_when_it_stays_so(found: str) -> None:
    partial = [status(found)] * 4
    assert cuffs(listen(END, *partial)) == []
    assert cuffs(listen(END, *partial, status())) == [result(125, 80, 90, 75, Quality.GOOD)]
    assert cuffs(listen(END, *partial, *partial)) == [CuffFailed(CuffFailure.FAILED, SOURCE)]


def test_a_result_without_a_pulse_has_none() -> None:
    assert cuffs(listen(END, status("P125080090;R---"))) == [
        result(125, 80, 90, None, Quality.GOOD)
    ]


@pytest.mark.parametrize("pressures", ["080125090", "125080070", "125080130", "999080090"])
def test_impossible_pressures_are_one_error_and_no_result(pressures: str) -> None:
    frame = status(f"P{pressures};R075")
    assert [type(event) for event in listen(END, frame, frame)] == [ContentError]


def test_the_neonatal_mode_is_said_once_and_its_end_too() -> None:
    events = listen(status(mode=1), status(mode=1), status(mode=0))
    assert [event.kind for event in events if isinstance(event, DeviceNote)] == [
        DeviceNoteKind.NEONATAL_MODE,
        DeviceNoteKind.ADULT_MODE,
    ]


# ---- the oximeter -------------------------------------------------------------------------------


def test_the_oximeter_gives_saturation_and_pulse() -> None:
    assert listen(packet(0, 97, 71)) == [
        Reading(VitalSign.SPO2, 97.0, SOURCE),
        Reading(VitalSign.PULSE, 71.0, SOURCE),
    ]


@pytest.mark.parametrize(("spo2", "rate"), [(0x7F, 71), (0x7F, 0xFF), (97, 0xFF), (97, 0)])
def test_what_the_oximeter_calls_invalid_is_lost(spo2: int, rate: int) -> None:
    lost = {event.sign for event in listen(packet(0, spo2, rate)) if isinstance(event, SignalLost)}
    assert (VitalSign.SPO2 in lost) is (spo2 == 0x7F)
    assert (VitalSign.PULSE in lost) is (rate in {0, 0xFF})


@pytest.mark.parametrize("bit", [0x01, 0x04, 0x08, 0x10])
def test_a_value_beside_a_doubtful_bit_is_poor(bit: int) -> None:
    events = listen(packet(bit, 97, 71))
    assert {e.quality for e in events if isinstance(e, Reading)} == {Quality.POOR}


def test_no_finger_outweighs_the_values_beside_it() -> None:
    assert {type(event) for event in listen(packet(0x02, 97, 71))} == {SignalLost}


def test_a_longer_packet_of_newer_firmware_is_understood() -> None:
    counted = bytes([9, 1, 0, 97, 71, 20, 1, 2])
    longer = b"\x55\xaa" + counted + bytes([sum(counted) % 256])
    assert len([event for event in listen(longer) if isinstance(event, Reading)]) == 2


# ---- noise --------------------------------------------------------------------------------------


@pytest.mark.parametrize("body", ["", "998", "035C0S", "S1;A0", "hello", "S1;A0;C00;M00"])
def test_a_whole_frame_that_makes_no_sense_is_an_error(body: str) -> None:
    assert [type(event) for event in listen(text(body))] == [ContentError]


def test_a_number_that_is_none_is_an_error() -> None:
    assert [type(event) for event in listen(status("P12 080090;R0-5"))] == [ContentError]


def test_a_frame_that_broke_off_is_an_error_and_the_next_is_found() -> None:
    events = listen(status()[:20] + status())
    assert [type(event) for event in events] == [FramingError, CuffResult]


def test_half_a_frame_is_dropped_when_the_line_was_reopened() -> None:
    session = opened()
    list(session.receive(status()[:20], 0.0))
    session.opened(5.0)
    assert [type(event) for event in session.receive(status(), 6.0)] == [CuffResult]


def test_more_fields_of_newer_firmware_do_not_matter() -> None:
    body = "S1;A0;C00;M00;P125080090;R075;T    ;X12;;"
    frame = text(f"{body}{sum(body.encode()) % 256:02X}")
    assert cuffs(listen(frame)) == [result(125, 80, 90, 75, Quality.AGE_UNKNOWN)]


@given(st.integers(1, 39), st.integers(0x20, 0x7E))
def test_one_wrong_character_is_never_a_value(place: int, byte: int) -> None:
    whole = status()
    damaged = whole[:place] + bytes([byte]) + whole[place + 1 :]
    if damaged.lower() != whole.lower():
        assert {type(e) for e in listen(END, damaged)} <= {ChecksumError, ContentError}


def test_a_measurement_that_ends_without_its_end_and_with_the_old_numbers_was_stopped() -> None:
    session = opened()
    events: list[DeviceEvent] = []
    wire = (status(), live(90), live(60), status(), status(), live(90), END, status())
    for at, data in enumerate(wire):
        events += session.receive(data, float(at))
    said = [event for event in events if isinstance(event, CuffFailed | CuffResult)]
    assert [type(one) for one in said] == [CuffResult, CuffFailed, CuffResult]
    assert said[1] == CuffFailed(CuffFailure.CANCELLED, SOURCE)


def test_a_lost_end_with_other_numbers_is_a_result_of_unknown_age_and_no_failure() -> None:
    session = opened()
    events: list[DeviceEvent] = []
    wire = (status(), live(90), status("P131082097;R075"))
    for at, data in enumerate(wire):
        events += session.receive(data, float(at))
    said = [event for event in events if isinstance(event, CuffFailed | CuffResult)]
    assert [one.quality for one in said if isinstance(one, CuffResult)] == [
        Quality.AGE_UNKNOWN
    ] * 2
    assert len(said) == 2
