"""What is sent to an S/5, and how its records, waves and alarms are taken apart."""

from __future__ import annotations

from collections import Counter

import pytest
from ge_s5_bench import SOURCE, Bench
from ge_s5_wire import (
    CLOCK,
    FRAMES,
    Screen,
    alarms,
    auxiliary,
    displayed,
    frame,
    record,
    values,
    wave,
    waves,
)
from helpers import recording
from hypothesis import given
from hypothesis import strategies as st

from devices.drivers.ge_s5 import GeS5Session
from devices.drivers.ge_s5.asking import PAUSE_S, Asking, Stream
from devices.drivers.ge_s5.content import CuffTime, contents
from devices.drivers.ge_s5.record import (
    alarms_request,
    framed,
    parse_record,
    unframed,
    values_request,
    waves_request,
)
from devices.errors import ChecksumError, ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent
from monitor.vitals import (
    SIGNS,
    DeviceNote,
    DeviceNoteKind,
    Quality,
    Reading,
    VitalSign,
    Wave,
    WaveChunk,
)

THERE = 3


def heard(*frames: bytes) -> list[DeviceEvent]:
    bench = Bench(asks=False)
    return [e for number, data in enumerate(frames) for e in bench.hear(data, 5.0 * number)]


def readings(events: list[DeviceEvent]) -> dict[VitalSign, float]:
    return {event.sign: event.value for event in events if isinstance(event, Reading)}


def quality(events: list[DeviceEvent], sign: VitalSign) -> Quality:
    return next(e.quality for e in events if isinstance(e, Reading) and e.sign is sign)


def notes(events: list[DeviceEvent]) -> list[tuple[DeviceNoteKind, str]]:
    return [(event.kind, event.text) for event in events if isinstance(event, DeviceNote)]


def errors(events: list[DeviceEvent]) -> list[type[ProtocolError]]:
    return [type(event) for event in events if isinstance(event, ProtocolError)]


# ---- what we send -------------------------------------------------------------------------------


def printed(length: int, main_type: int, body: str) -> bytes:
    """A request as it is printed: the header, whose 40 bytes are always these, and its body."""
    head = bytes([length, *bytes(13), main_type, *bytes(6), 0xFF, *bytes(18)])
    return b"\x7e" + head + bytes.fromhex(body)


@pytest.mark.parametrize(
    ("request_bytes", "body"),
    [
        (values_request(1, 10, 14), "01 0A 00 0E 00 00 00 00 00 49 7E"),
        (values_request(1, 0), "01 00 00 00 00 00 00 00 00 31 7E"),
        (values_request(3, 60, 14), "03 3C 00 0E 00 00 00 00 00 7D 5D 7E"),
        (values_request(3, 0), "03 00 00 00 00 00 00 00 00 33 7E"),
        (values_request(1, 5), "01 05 00 00 00 00 00 00 00 36 7E"),
        (values_request(1, -1), "01 FF FF 00 00 00 00 00 00 2F 7E"),
        (values_request(4, 10), "04 0A 00 00 00 00 00 00 00 3E 7E"),
    ],
)
def test_a_request_for_values_is_the_printed_one(request_bytes: bytes, body: str) -> None:
    assert request_bytes == printed(0x31, 0, body)


@pytest.mark.parametrize(
    ("types", "shown", "check"),
    [((1,), "01 FF 00", "48"), ((8,), "08 FF 00", "4F"), ((1, 8), "01 08 FF", "50")],
)
def test_a_request_for_waves_is_the_printed_one(
    types: tuple[int, ...], shown: str, check: str
) -> None:
    body = f"00 00 00 00 {shown} {'00 ' * 25} {check} 7E"
    assert waves_request(*types) == printed(0x48, 1, body)


def test_the_request_for_alarms_is_the_published_one() -> None:
    assert alarms_request() == printed(0x34, 4, f"{'00 ' * 12} 37 7E")


@pytest.mark.parametrize("line", range(1, 15))
def test_the_published_requests_have_their_check_and_are_not_taken_for_replies(line: int) -> None:
    lines = [
        text
        for text in recording("ge_dri_s5", "request_frames.hex.txt").decode().splitlines()
        if text.startswith("[")
    ]
    if line > len(lines):
        pytest.skip("fewer examples in this collection")
    told, _, data = lines[line - 1].rpartition(" : ")
    published = bytes.fromhex(data)
    assert framed(unframed(published[1:-1])) == published
    session = GeS5Session(SOURCE)
    events = session.receive(published, 0.0)
    if "reply" in told:
        assert session.frames == 1
        assert not errors(events)
    else:
        assert session.frames == 0
        assert errors(events) == [ContentError]


def asked(session: GeS5Session, seconds: float) -> list[tuple[float, bytes]]:
    """What is sent in these first seconds, and when."""
    sent = []
    while (at := session.wake_at()) is not None and at < seconds:
        sent.append((at, session.due(at)))
    return sent


def test_it_asks_for_its_streams_one_after_the_other_and_again_for_what_stays_away() -> None:
    session = GeS5Session(SOURCE)
    session.opened(0.0)
    sent = asked(session, 2.0)
    assert [request for _, request in sent] == [
        values_request(4, 10),
        values_request(1, 5),
        waves_request(1, 8),
    ]
    assert [at for at, _ in sent] == pytest.approx([0.0, 0.3, 0.6])
    again = asked(session, 60.0)
    assert Counter(request for _, request in again) == {
        values_request(4, 10): 2,
        values_request(1, 5): 4,
        waves_request(1, 8): 5,
    }


def test_a_stream_that_flows_is_not_asked_for_again() -> None:
    bench = Bench(asks=False)
    asked(bench.session, 1.0)
    for second in range(1, 100):
        bench.hear(waves(wave(1, [1]), wave(8, [1])), float(second))
        if not second % 5:
            bench.hear(displayed(), float(second))
        if not second % 10:
            bench.hear(auxiliary(0), float(second))
        assert bench.session.due(float(second)) == b""


def test_only_a_monitor_that_has_alarms_is_asked_for_them() -> None:
    for level, wanted in ((9, False), (10, True), (11, True)):
        bench = Bench(asks=False)
        bench.hear(displayed(level=level), 0.1)
        sent = {request for _, request in asked(bench.session, 2.0)}
        assert (alarms_request() in sent) is wanted


def test_a_stream_is_added_once_and_asked_for_after_a_pause() -> None:
    asking = Asking([Stream("a", b"A", 10.0)])
    assert asking.wake_at() is None
    asking.add(Stream("b", b"B", 5.0), 0.0)
    asking.opened(0.0)
    assert asking.due(0.0) == Stream("a", b"A", 10.0)
    asking.add(Stream("b", b"B", 5.0), 0.1)
    asking.add(Stream("b", b"C", 5.0), 0.1)
    assert asking.due(0.1) is None
    assert asking.due(PAUSE_S) == Stream("b", b"B", 5.0)
    asking.heard("b", 4.0)
    assert asking.wake_at() == 9.0


# ---- the records --------------------------------------------------------------------------------


@given(st.binary(max_size=400))
def test_any_record_survives_its_frame(content: bytes) -> None:
    wire = framed(content)
    assert wire == frame(content)
    assert b"\x7e" not in wire[1:-1]
    assert unframed(wire[1:-1]) == content


def test_a_record_has_its_head_and_its_parts() -> None:
    told = parse_record(record(0, (1, b"abc"), (4, b"defg"), (1, b"")))
    assert (told.level, told.time, told.main_type) == (9, CLOCK, 0)
    assert told.subrecords == ((1, b"abc"), (4, b"defg"), (1, b""))


def test_a_record_holds_what_it_says_and_lets_the_rest_pass() -> None:
    time = (1).to_bytes(4, "little")
    assert contents(parse_record(record(0, (2, b""), (4, time), (7, b"")))) == [CuffTime(1)]


def test_eight_parts_need_no_end_of_their_list() -> None:
    parts = tuple((kind, bytes([kind])) for kind in range(1, 9))
    assert parse_record(record(1, *parts)).subrecords == parts


def test_one_damaged_byte_is_a_checksum_error_and_nothing_else() -> None:
    whole = displayed()
    for place in range(1, len(whole) - 1, 7):
        byte = bytes([whole[place] ^ 0x01])
        events = heard(whole[:place] + byte + whole[place + 1 :])
        assert readings(events) == {}
        assert errors(events)


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (b"\x7e\x01\x02\x7e", ChecksumError),
        (b"\x7e\x01\x01\x7e", ContentError),
        (b"\x7e\x01\x7d\x7e", FramingError),
        (b"\x7e\x7d\x7d\x01\x7e", FramingError),
        (b"\x7e" + b"\x00" * 5000 + b"\x7e", FramingError),
        (frame(record(0, (1, values(Screen())))[:-1]), ContentError),
        (frame(record(0, (1, values(Screen()))) + b"\x00"), ContentError),
        (frame(record(0, (1, b"\x00" * 277))), ContentError),
        (frame(record(0, (4, b"\x00" * 3))), ContentError),
        (frame(record(1, (1, b"\x00" * 5))), ContentError),
        (frame(record(1, (1, b"\x09\x00" + b"\x00" * 8))), ContentError),
        (frame(record(4, (1, b"\x00" * 100))), ContentError),
        (frame(record(0, (0, values_request(1, 5)[41:50]))), ContentError),
    ],
)
def test_what_is_no_record_is_one_error(bad: bytes, error: type[ProtocolError]) -> None:
    bench = Bench(asks=False)
    assert errors(bench.hear(bad, 0.0)) == [error]
    assert bench.session.frames == 0
    assert VitalSign.HR in readings(bench.hear(displayed(), 5.0))


def test_parts_out_of_order_are_refused() -> None:
    whole = bytearray(record(0, (1, values(Screen())), (4, bytes(114))))
    whole[19:21] = (-5).to_bytes(2, "little", signed=True)
    assert errors(heard(frame(bytes(whole)))) == [ContentError]


@pytest.mark.parametrize(
    "kind",
    [
        frame(record(5, (0, b"network"))),
        frame(record(8, (3, b"anaesthesia"))),
        frame(record(0)),
        frame(record(0, (2, values(Screen())), (3, values(Screen())))),
        frame(record(0, (1, values(Screen(kind=1))), (1, values(Screen(kind=3))))),
        waves(wave(9, [4, 5]), wave(2, [1])),
    ],
)
def test_a_record_that_we_do_not_ask_for_is_a_frame_and_says_nothing(kind: bytes) -> None:
    bench = Bench(asks=False)
    assert bench.hear(kind, 0.0) == []
    assert bench.session.frames == 1


def test_a_longer_record_of_a_newer_level_is_understood() -> None:
    longer = frame(record(0, (1, values(Screen()) + bytes(40)), level=12))
    assert readings(heard(longer)) == readings(heard(displayed()))


def test_half_a_record_is_dropped_when_the_line_was_reopened() -> None:
    bench = Bench(asks=False)
    bench.hear(displayed()[:200], 0.0)
    bench.session.opened(5.0)
    assert errors(bench.hear(displayed(), 6.0)) == []


# ---- waves and alarms ---------------------------------------------------------------------------


def test_waves_have_their_rates_and_units() -> None:
    chunks = heard(
        waves(
            wave(1, [1000, -250]), wave(4, [12000]), wave(5, [800]),
            wave(8, [150]), wave(15, [7]), wave(39, [9]), wave(2, [5]),
        )
    )  # fmt: skip
    assert chunks == [
        WaveChunk(Wave.ECG, 300.0, "mV", (1.0, -0.25), SOURCE),
        WaveChunk(Wave.P1, 100.0, "mmHg", (120.0,), SOURCE),
        WaveChunk(Wave.P2, 100.0, "mmHg", (8.0,), SOURCE),
        WaveChunk(Wave.PLETH, 100.0, "%", (1.5,), SOURCE),
        WaveChunk(Wave.RESP, 25.0, "", (7.0,), SOURCE),
        WaveChunk(Wave.RESP, 100.0, "", (9.0,), SOURCE),
    ]


@pytest.mark.parametrize(
    ("samples", "status", "kept"),
    [
        ([100, -32000, 200, 300], 0, (0.2, 0.3)),
        ([-32767, 200], 0, (0.2,)),
        ([100, -32767], 0, None),
        ([-31999], 0, (-31.999,)),
        ([], 0, None),
        ([100], 8, None),
        ([100], 1 | 4, (0.1,)),
    ],
)
def test_a_sample_that_is_none_is_never_a_number(
    samples: list[int], status: int, kept: tuple[float, ...] | None
) -> None:
    chunks = [
        e.samples for e in heard(waves(wave(1, samples, status))) if isinstance(e, WaveChunk)
    ]
    assert chunks == ([] if kept is None else [kept])


@given(st.lists(st.integers(-31999, 32767), min_size=1, max_size=300))
def test_every_sample_survives_the_wire(samples: list[int]) -> None:
    chunks = heard(waves(wave(8, samples)))
    assert chunks == [WaveChunk(Wave.PLETH, 100.0, "%", tuple(s / 100.0 for s in samples), SOURCE)]


@pytest.mark.parametrize("wide", [False, True])
def test_alarm_texts_are_passed_on_in_their_order_and_when_they_change(wide: bool) -> None:
    two, none = alarms("HF HOCH", "NIBD Überdruck", wide=wide), alarms(wide=wide)
    assert notes(heard(none, two, two, none)) == [
        (DeviceNoteKind.ALARM_TEXT, "HF HOCH; NIBD Überdruck"),
        (DeviceNoteKind.ALARM_TEXT, ""),
    ]


@given(
    whole=st.sampled_from([unframed(one[1:-1]) for one in FRAMES]),
    changes=st.lists(st.tuples(st.integers(0, 800), st.integers(0, 255)), max_size=12),
    length=st.integers(0, 900),
)
def test_a_record_of_any_content_with_a_fitting_check_does_no_harm(
    whole: bytes, changes: list[tuple[int, int]], length: int
) -> None:
    """What noise never builds: the check fits, the content is anything."""
    changed = bytearray(whole[: max(length, 40)])
    for place, byte in changes:
        changed[place % len(changed)] = byte
    changed[:2] = len(changed).to_bytes(2, "little")
    bench = Bench(asks=False)
    for event in bench.hear(frame(bytes(changed)), 0.0):
        if isinstance(event, Reading):
            assert SIGNS[event.sign].plausible(event.value)
    assert VitalSign.HR in readings(bench.hear(displayed(), 5.0))
