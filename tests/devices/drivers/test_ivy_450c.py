from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from helpers import recording
from hypothesis import given
from hypothesis import strategies as st

from devices.decode import RowKind, decode
from devices.drivers.ivy_450c import DRIVER, Ivy450CSession
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
    Wave,
    WaveChunk,
)

SOURCE = DRIVER.source
WAVES = bytes([100] * 200 + [10] * 50 + [86] * 50 + [90] * 50 + [251] * 50)
LINES = {
    "HR": "HR=1;80;ECG-II-DIAG;",
    "RR": "RR=1;35;APNEA: 20 SEC;",
    "ETCO2": "ETCO2=1;;;",
    "SPO2": "SPO2=1;98;PR=79 ;",
    "NIBP": "NIBP=4;121;75;92;80;;",
    "P1": "P1=3;;;;;",
    "P2": "P2=3;;;;NO TRANSDUCER;",
    "T1": "T1=1;36.6;;",
    "T2": "T2=1;;;",
}


def frame(waves: bytes = WAVES, /, **changed: str) -> bytes:
    text = "".join(f"{line}\r" for line in (LINES | changed).values())
    return b"\xffANSAR-B " + waves + text.encode() + b"\xfe"


def session() -> Ivy450CSession:
    new = Ivy450CSession(SOURCE)
    new.opened(0.0)
    return new


def heard(*frames: bytes) -> list[DeviceEvent]:
    ivy = session()
    return [event for second, data in enumerate(frames) for event in ivy.receive(data, second)]


def readings(events: Iterable[DeviceEvent]) -> dict[VitalSign, float]:
    return {event.sign: event.value for event in events if isinstance(event, Reading)}


def of(kind: type, events: Iterable[DeviceEvent]) -> list[DeviceEvent]:
    return [event for event in events if isinstance(event, kind)]


def test_a_frame_gives_each_value_once() -> None:
    assert readings(heard(frame())) == {
        VitalSign.HR: 80.0,
        VitalSign.RR: 35.0,
        VitalSign.SPO2: 98.0,
        VitalSign.PULSE: 79.0,
        VitalSign.TEMP: 36.6,
    }


@pytest.mark.parametrize(
    ("line", "text", "signs"),
    [
        ("HR", "HR=1;;ECG-II-DIAG;", {VitalSign.HR}),
        ("RR", "RR=1;;APNEA: 20 SEC;", {VitalSign.RR}),
        ("SPO2", "SPO2=1;;;", {VitalSign.SPO2, VitalSign.PULSE}),
        ("SPO2", "SPO2=1;---;PR=--- ;", {VitalSign.SPO2, VitalSign.PULSE}),
        ("T1", "T1=1;;;", {VitalSign.TEMP}),
    ],
)
def test_an_empty_field_is_one_loss_and_never_a_number(
    line: str, text: str, signs: set[VitalSign]
) -> None:
    ivy = session()
    ivy.receive(frame(), 0.0)
    lost = [ivy.receive(frame(**{line: text}), second) for second in (1.0, 2.0)]
    assert {e for e in lost[0] if isinstance(e, SignalLost)} == {
        SignalLost(sign, LostReason.NO_VALUE, SOURCE) for sign in signs
    }
    assert not of(SignalLost, lost[1])
    assert not signs & readings([*lost[0], *lost[1]]).keys()


def test_a_number_that_nobody_can_have_is_a_loss() -> None:
    events = heard(frame(HR="HR=1;0;;", SPO2="SPO2=1;127;PR=999 ;"))
    lost = [event for event in events if isinstance(event, SignalLost)]
    assert {(e.sign, e.reason) for e in lost if e.sign is not VitalSign.ABP_SYS} >= {
        (VitalSign.HR, LostReason.OUT_OF_RANGE),
        (VitalSign.SPO2, LostReason.OUT_OF_RANGE),
        (VitalSign.PULSE, LostReason.OUT_OF_RANGE),
    }
    assert VitalSign.HR not in readings(events)


def test_a_fahrenheit_temperature_is_never_shown_as_celsius() -> None:
    assert VitalSign.TEMP not in readings(heard(frame(T1="T1=1;98.6;;")))


def test_p1_is_an_arterial_pressure_and_not_a_cuff_result() -> None:
    events = heard(frame(P1="P1=3;111;73;88;;", NIBP="NIBP=4;;;;;;"))
    assert readings(events).items() >= {
        (VitalSign.ABP_SYS, 111.0),
        (VitalSign.ABP_DIA, 73.0),
        (VitalSign.ABP_MEAN, 88.0),
    }
    assert not of(CuffResult, events)


def test_a_cuff_result_on_the_line_when_we_connect_has_an_unknown_age() -> None:
    assert of(CuffResult, heard(*[frame()] * 30)) == [
        CuffResult(121.0, 75.0, 92.0, 80.0, SOURCE, Quality.AGE_UNKNOWN)
    ]


def test_a_cuff_result_that_comes_while_we_listen_is_good_and_said_once() -> None:
    new = frame(NIBP="NIBP=4;138;84;102;77;;")
    results = of(CuffResult, heard(frame(), frame(), new, new, new))
    assert results[1:] == [CuffResult(138.0, 84.0, 102.0, 77.0, SOURCE, Quality.GOOD)]


def test_a_cuff_result_that_comes_in_pieces_waits_until_it_is_whole() -> None:
    pieces = ["138;;;;", "138;84;;;", "138;84;102;;", "138;84;102;77;", "138;84;102;77;"]
    results = of(CuffResult, heard(frame(), *(frame(NIBP=f"NIBP=4;{p};") for p in pieces)))
    assert results[1:] == [CuffResult(138.0, 84.0, 102.0, None, SOURCE, Quality.GOOD)]


@pytest.mark.parametrize("shown", ["75;121;92;80", "121;121;121;80", "400;75;92;80", "0;0;0;0"])
def test_impossible_pressures_are_one_error_and_the_other_values_are_heard(shown: str) -> None:
    bad = frame(NIBP=f"NIBP=4;{shown};;")
    events = heard(bad, bad)
    assert len(of(ContentError, events)) == 1
    assert not of(CuffResult, events)
    assert VitalSign.HR in readings(events)


def gap(seconds: float, *, reopened: bool, after: bytes) -> list[DeviceEvent]:
    """What is said of the cuff after a gap, and of the next result."""
    ivy = session()
    ivy.receive(frame(), 0.0)
    if reopened:
        ivy.opened(seconds - 0.5)
    later = frame(NIBP="NIBP=4;150;90;110;77;;")
    events = [*ivy.receive(after, seconds), *ivy.receive(later, seconds + 1)]
    return of(CuffResult, events)


@pytest.mark.parametrize("reopened", [True, False])
def test_after_a_gap_an_unchanged_result_is_not_said_again(reopened: bool) -> None:
    results = gap(600.0, reopened=reopened, after=frame())
    assert results == [CuffResult(150.0, 90.0, 110.0, 77.0, SOURCE, Quality.GOOD)]


@pytest.mark.parametrize(
    ("seconds", "quality"), [(60.0, Quality.GOOD), (60.1, Quality.AGE_UNKNOWN)]
)
@pytest.mark.parametrize("reopened", [True, False])
def test_a_result_that_changed_in_a_long_gap_has_an_unknown_age(
    seconds: float, quality: Quality, reopened: bool
) -> None:
    changed = frame(NIBP="NIBP=4;140;85;103;77;;")
    results = gap(seconds, reopened=reopened, after=changed)
    assert results[0] == CuffResult(140.0, 85.0, 103.0, 77.0, SOURCE, quality)


def test_half_a_frame_is_dropped_when_the_line_was_reopened() -> None:
    ivy = session()
    ivy.receive(frame()[:300], 0.0)
    ivy.opened(5.0)
    assert not of(ProtocolError, ivy.receive(frame(), 6.0))


EMPTY = frame(NIBP="NIBP=4;;;;;;")
FAILED = frame(NIBP="NIBP=4;;;;;;LEAK")


def test_an_empty_cuff_line_with_an_alarm_is_one_failure_however_often_it_is_repeated() -> None:
    events = heard(frame(), EMPTY, FAILED, FAILED, frame(NIBP="NIBP=4;;;;;;AIR LEAK"), EMPTY)
    assert of(CuffFailed, events) == [CuffFailed(CuffFailure.FAILED, SOURCE)]
    texts = [note for note in of(DeviceNote, events) if isinstance(note, DeviceNote)]
    assert [note.text for note in texts] == ["NIBP: LEAK", "NIBP: AIR LEAK", ""]


def test_the_next_failure_and_the_next_result_are_told_too() -> None:
    events = heard(frame(), FAILED, EMPTY, FAILED, frame())
    assert len(of(CuffFailed, events)) == 2
    assert len(of(CuffResult, events)) == 2, "the same numbers, after a failure, are new"


def test_a_failure_that_still_stands_when_the_line_is_back_is_not_a_new_one() -> None:
    ivy = session()
    first = list(ivy.receive(FAILED, 1.0))
    ivy.opened(20.0)
    again = list(ivy.receive(FAILED, 21.0))
    assert (len(of(CuffFailed, first)), len(of(CuffFailed, again))) == (1, 0)


def test_an_alarm_beside_pressures_and_a_label_without_them_are_no_failure() -> None:
    alarmed = frame(NIBP="NIBP=4;190;95;126;80;;SYS HIGH")
    labelled = frame(NIBP="NIBP=4;;;;;MANUAL;")
    events = heard(alarmed, labelled, alarmed)
    assert not of(CuffFailed, events)
    assert len(of(CuffResult, events)) == 2


def test_an_alarm_text_is_said_when_it_changes_and_a_label_never() -> None:
    alarmed = frame(HR="HR=1;150;ECG-II-DIAG;HIGH")
    notes = of(DeviceNote, heard(frame(), alarmed, alarmed, frame()))
    assert notes == [
        DeviceNote(DeviceNoteKind.ALARM_TEXT, "HR: HIGH", SOURCE),
        DeviceNote(DeviceNoteKind.ALARM_TEXT, "", SOURCE),
    ]


def test_the_waves_have_their_rates_and_units_and_a_pressure_without_a_value_has_none() -> None:
    waves = bytes([150, *[100] * 199, *[7] * 50, *[96] * 50, *[111] * 50, *[251] * 50])
    events = heard(frame(waves, P1="P1=3;111;73;88;;"))
    chunks = [event for event in events if isinstance(event, WaveChunk)]
    assert [(c.wave, c.rate_hz, c.unit, len(c.samples), c.samples[0]) for c in chunks] == [
        (Wave.ECG, 200.0, "mV", 200, 1.0),
        (Wave.RESP, 50.0, "", 50, 7.0),
        (Wave.PLETH, 50.0, "", 50, 10.0),
        (Wave.P1, 50.0, "mmHg", 50, 111.0),
    ]


@given(st.binary(min_size=400, max_size=400))
def test_any_wave_is_carried_and_none_ends_the_frame(waves: bytes) -> None:
    events = heard(frame(waves))
    if b"\xffANSAR-B " not in waves:
        assert readings(events)[VitalSign.HR] == 80.0
        assert len(of(WaveChunk, events)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "HR=1;8x;ECG;",
        "RR=1;12;;",
        "HR=1;80;",
        "HR=;80;ECG;",
        "HR=1;80;ECG;;;",
        "80;ECG;",
        "HR=1;8\x01;ECG;",
    ],
)
def test_a_line_out_of_form_refuses_its_frame(line: str) -> None:
    events = heard(frame(HR=line))
    assert [type(event) for event in events] == [ContentError]


def test_a_frame_without_a_line_that_we_know_is_an_error() -> None:
    data = b"\xffANSAR-B " + WAVES + b"CO=1;5.1;;;\r\xfe"
    assert [type(event) for event in heard(data)] == [ContentError]


def test_a_frame_whose_last_line_has_no_end_is_an_error() -> None:
    assert [type(event) for event in heard(frame()[:-2] + b"\xfe")] == [ContentError]


def test_a_field_too_many_for_an_alarm_that_is_empty_is_no_harm() -> None:
    assert heard(frame(HR="HR=1;80;ECG-II-DIAG;;")) == heard(frame())


def test_a_label_that_is_no_pulse_rate_is_a_lost_pulse() -> None:
    events = heard(frame(SPO2="SPO2=1;98;SEARCHING;"))
    assert SignalLost(VitalSign.PULSE, LostReason.NO_VALUE, SOURCE) in events
    assert readings(events)[VitalSign.SPO2] == 98.0


def test_a_line_that_we_do_not_know_is_no_harm() -> None:
    assert heard(frame(X9="CO=1;5.1;;;")) == heard(frame())


def test_two_lines_melted_into_one_are_not_believed() -> None:
    """Lost bytes: the end of HR and the beginning of RR are gone."""
    damaged = frame().replace(b"0;ECG-II-DIAG;\rRR=1;3", b"")
    events = heard(frame(), damaged, frame())
    hearts = [e.value for e in events if isinstance(e, Reading) and e.sign is VitalSign.HR]
    assert hearts == [80.0, 80.0]
    assert of(ProtocolError, events) == [ContentError("a frame that lost its lines RR")]


@given(st.integers(0, 550), st.integers(1, 9))
def test_a_frame_that_lost_bytes_does_not_take_the_next_with_it(begin: int, count: int) -> None:
    whole = frame()
    damaged = whole[:begin] + whole[begin + count :]
    assert readings(heard(whole, damaged, whole, whole)) == readings(heard(whole))


def test_only_frames_that_were_understood_are_counted() -> None:
    ivy = session()
    ivy.receive(frame() + frame(HR="HR=") + b"noise" + frame(), 0.0)
    assert ivy.frames == 2


def test_it_never_sends_and_never_wants_to_be_woken() -> None:
    ivy = session()
    assert (ivy.opened(1.0), ivy.due(2.0), ivy.wake_at()) == (b"", b"", None)


def test_the_recording_of_a_real_monitor_is_understood() -> None:
    rows = list(decode(DRIVER, recording("ivy_450c_ansar_b", "Ivy450C.1.data")))
    said = Counter((row.sign, row.value) for row in rows if row.kind == "reading")
    count = said["hr", 80.0]
    assert count >= 14
    assert said[VitalSign.SPO2, 100.0] == said["pulse", 80.0] == said["rr", 35.0] == count
    assert said["abp_sys", 110.0] + said["abp_sys", 111.0] == count
    assert said["abp_dia", 73.0] == said["abp_mean", 88.0] == count
    cuff = [(row.sign, row.value, row.note) for row in rows if row.note == "age-unknown"]
    assert cuff == [
        ("sbp", 121.0, "age-unknown"),
        ("dbp", 75.0, "age-unknown"),
        ("map", 92.0, "age-unknown"),
        ("nibp_pulse", 80.0, "age-unknown"),
    ]
    assert Counter(row.kind for row in rows)[RowKind.PROTOCOL_ERROR] == 1
    assert rows[1].offset == 252 + 562


def test_the_pressure_wave_of_the_recording_is_in_mmhg() -> None:
    """Its lowest and highest sample are the diastolic and systolic value of the same line."""
    events = session().receive(recording("ivy_450c_ansar_b", "Ivy450C.1.data"), 0.0)
    p1 = [e for e in events if isinstance(e, WaveChunk) and e.wave is Wave.P1]
    samples = [sample for chunk in p1 for sample in chunk.samples]
    assert (min(samples), max(samples)) == (73.0, 111.0)


def test_the_tail_of_a_frame_at_the_beginning_is_one_framing_error() -> None:
    assert len(of(FramingError, heard(frame()[310:] + frame() + frame()))) == 1
