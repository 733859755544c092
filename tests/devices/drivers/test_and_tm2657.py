from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from and_tm2657_wire import (
    ACKNOWLEDGED,
    FRAMES,
    LAST_RESULT,
    START,
    STOP,
    bare,
    content,
    framed,
)
from hypothesis import given
from hypothesis import strategies as st

from devices.drivers.and_tm2657 import DRIVER, MAX_JUNK, AndSession, check_byte
from devices.errors import ChecksumError, ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent, StartsCuff
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
)

SOURCE = DRIVER.source
RESULT = CuffResult(128.0, 82.0, 96.0, 71.0, SOURCE, Quality.GOOD, None, "2026-01-15T10:32")


def listen(*wire: bytes) -> list[DeviceEvent]:
    session = AndSession(SOURCE)
    session.opened(0.0)
    return [event for data in wire for event in session.receive(data, 1.0)]


# ---- check bytes --------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [START, STOP, LAST_RESULT])
def test_the_check_byte_of_the_published_commands(command: bytes) -> None:
    assert check_byte(command[2:-1]) == command[-1]


def test_the_check_byte_that_one_source_has_otherwise_is_by_the_rule() -> None:
    assert check_byte(b"\x0100\x02RP\x03") == 0x02


def test_a_wrong_check_byte_is_counted_and_no_value() -> None:
    record = framed(content())
    heard = listen(record[:-1] + bytes([record[-1] ^ 0x20]))
    assert [type(event) for event in heard] == [ChecksumError]


@given(st.integers(5, 60), st.integers(0, 7))
def test_no_single_changed_bit_makes_another_result(place: int, bit: int) -> None:
    record = bytearray(framed(content()))
    record[place] ^= 1 << bit
    heard = listen(bytes(record), b"\x16")
    assert not [event for event in heard if not isinstance(event, ProtocolError)]


# ---- results ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrapped", [framed(content()), bare(content()), ACKNOWLEDGED + framed(content())]
)
def test_a_record_is_a_cuff_result_with_the_monitors_own_time(wrapped: bytes) -> None:
    assert listen(wrapped) == [RESULT]


def test_an_acknowledgement_lives_and_says_nothing() -> None:
    session = AndSession(SOURCE)
    assert session.receive(ACKNOWLEDGED, 1.0) == []
    assert session.frames == 1


def test_a_record_whose_check_byte_is_still_on_its_way_waits_for_it() -> None:
    record = framed(content())
    session = AndSession(SOURCE)
    assert session.receive(record[:-1], 1.0) == []
    assert session.receive(record[-1:], 1.1) == [RESULT]


@pytest.mark.parametrize("follows", [b"\x02", b"\x03", b"\x16", b"\x01", b"A", b"\x00", b"\xff"])
def test_whatever_byte_follows_a_bare_record_is_passed_over(follows: bytes) -> None:
    second = bare(content("S131", stamp="2601151040"))
    heard = listen(bare(content()) + follows + second)
    assert heard == [RESULT, replace(RESULT, sbp=131.0, device_time="2026-01-15T10:40")]


@pytest.mark.parametrize(
    ("second", "third"), [("", ""), ("0", "ID 17"), ("E12", "S"), ("\xe9", "9")]
)
def test_the_fields_that_nobody_knows_do_not_matter(second: str, third: str) -> None:
    assert listen(framed(content(second=second, third=third))) == [RESULT]


def test_an_error_that_is_not_in_its_place_is_found() -> None:
    fields = content().split(b"\x1e")
    shorter = b"\x1e".join([*fields[:2], *fields[4:]])
    longer = b"\x1e".join([*fields[:3], b"ID", *fields[3:]])
    assert listen(framed(shorter)) == listen(framed(longer)) == [RESULT]


@pytest.mark.parametrize("tail", [(), ("",), ("L180",), ("L180", "A03", "S999", "Q")])
def test_what_stands_behind_the_pulse_does_not_matter(tail: tuple[str, ...]) -> None:
    assert listen(framed(content(tail=tail))) == [RESULT]


def test_digits_may_be_padded_with_spaces() -> None:
    heard = listen(framed(content("S128 ", "M 96", "D 82", "P 71 ")))
    assert heard == [RESULT]


@pytest.mark.parametrize("missing", ["", "M", "M---", "M   "])
def test_a_mean_that_is_missing_is_none(missing: str) -> None:
    assert listen(framed(content(mean=missing))) == [replace(RESULT, map=None)]


def test_a_pulse_that_is_missing_is_none() -> None:
    assert listen(framed(content(pulse="P---"))) == [replace(RESULT, pulse=None)]


@pytest.mark.parametrize(
    "stamp", ["", "0000000000", "2602301032", "26011510", "2601152432", "\xe9"]
)
def test_a_clock_that_was_never_set_costs_the_stamp_and_not_the_value(stamp: str) -> None:
    assert listen(framed(content(stamp=stamp))) == [replace(RESULT, device_time=None)]


def test_a_result_is_said_once_however_often_its_record_is_repeated() -> None:
    session = AndSession(SOURCE)
    heard = [event for _ in range(20) for event in session.receive(FRAMES[0], 1.0)]
    assert heard == [RESULT]
    assert session.frames == 20
    session.opened(60.0)
    assert session.receive(bare(content()), 61.0) == []


def test_another_minute_is_a_new_result_even_with_the_same_values() -> None:
    assert len(listen(framed(content()), framed(content(stamp="2601151033")))) == 2


# ---- errors -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "reason", "words"),
    [
        ("E11", CuffFailure.LEAK, "no pressure"),
        ("E12", CuffFailure.LEAK, "cannot pressurise"),
        ("E13", CuffFailure.FAILED, "pressurises too fast"),
        ("E15", CuffFailure.LEAK, "no pressure"),
        ("E21", CuffFailure.FAILED, "exhausts too slowly"),
        ("E22", CuffFailure.LEAK, "exhausts too fast"),
        ("E23", CuffFailure.OVERPRESSURE, "over-pressure"),
        ("E24", CuffFailure.TIMEOUT, "too long"),
        ("E42", CuffFailure.FAILED, "insufficient"),
        ("E43", CuffFailure.FAILED, "no pulse"),
        ("E44", CuffFailure.MOVEMENT, "motion"),
        ("E45", CuffFailure.FAILED, "no diastolic"),
        ("E46", CuffFailure.FAILED, "no mean"),
        ("E48", CuffFailure.FAILED, "no systolic"),
        ("E61", CuffFailure.FAILED, "no pulse rate"),
        ("E63", CuffFailure.FAILED, "out of range"),
        ("E99", CuffFailure.FAILED, "unknown"),
    ],
)
def test_an_error_with_old_pressures_in_it_is_a_failure_and_yields_none(
    code: str, reason: CuffFailure, words: str
) -> None:
    assert listen(framed(content(error=code))) == [
        DeviceNote(DeviceNoteKind.INFO, f"cuff error {code}: {words}", SOURCE),
        CuffFailed(reason, SOURCE),
    ]


def test_an_error_is_understood_whatever_stands_in_its_values() -> None:
    heard = listen(framed(content("S***", "M", "D   ", "P000", error="E44")))
    assert heard[-1] == CuffFailed(CuffFailure.MOVEMENT, SOURCE)


# ---- records that are none ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "damaged",
    [
        content("S082", dbp="D128"),
        content("S000", dbp="D000"),
        content("S400"),
        content("S---"),
        content("S"),
        content("S12O"),
        content("S1280"),
        content(dbp="X082"),
        content("Q128"),
        content(error="EOO"),
        content(error=""),
        b"TM2657",
        b"",
    ],
)
@pytest.mark.parametrize("wrap", [framed, bare])
def test_a_strange_record_is_one_error_and_no_value(
    damaged: bytes, wrap: Callable[[bytes], bytes]
) -> None:
    assert [type(event) for event in listen(wrap(damaged))] == [ContentError]


def test_no_error_text_quotes_what_may_name_a_patient() -> None:
    named = framed(content("S***", second="JANE DOE", third="1234567"))
    (error,) = listen(named)
    assert isinstance(error, ContentError)
    assert "JANE" not in str(error)
    assert "1234567" not in str(error)


def test_a_record_that_breaks_off_is_one_error_and_the_next_one_is_heard() -> None:
    heard = listen(framed(content())[:30] + framed(content("S131")))
    assert [type(event) for event in heard] == [FramingError, CuffResult]


def test_noise_is_one_error_for_each_piece_of_it() -> None:
    heard = listen(b"x" * (3 * MAX_JUNK), framed(content()))
    assert [type(event) for event in heard] == [*[FramingError] * 3, CuffResult]


def test_half_a_record_is_forgotten_when_the_line_is_opened_again() -> None:
    session = AndSession(SOURCE)
    session.receive(framed(content())[:20], 0.0)
    session.opened(5.0)
    assert session.receive(framed(content()), 6.0) == [RESULT]


_PIECES = st.lists(
    st.sampled_from([*FRAMES, ACKNOWLEDGED, bare(content())[:9], framed(content())[:12]])
    | st.binary(max_size=9)
    | st.sampled_from([b"\x01", b"\x02", b"\x03", b"\x0100", b"\x16", b"\r\n", b"x" * 400])
)


@given(_PIECES, st.data())
def test_how_the_bytes_were_cut_does_not_matter(pieces: list[bytes], data: st.DataObject) -> None:
    wire = b"".join(pieces)
    places = sorted(data.draw(st.lists(st.integers(0, len(wire)))))
    cut = [wire[a:b] for a, b in pairwise([0, *places, len(wire)])]
    assert listen(*cut) == listen(wire)


# ---- what it is ---------------------------------------------------------------------------------


def test_it_never_starts_the_cuff_and_never_asks_for_anything() -> None:
    session = DRIVER.open(SOURCE)
    assert session.opened(0.0) == session.due(1e6) == b""
    assert session.wake_at() is None
    assert not DRIVER.sends
    assert not DRIVER.starts_cuff
    assert not isinstance(session, StartsCuff)
