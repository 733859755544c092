from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.checksum import dinamap_sum
from devices.decode import DecodedRow, RowKind, decode, decode_pieces
from devices.registry import driver_named
from monitor.vitals import SIGNS, VitalSign

DINAMAP = driver_named("dinamap")


def reply(body: bytes) -> bytes:
    return body + dinamap_sum(body) + b"\r"


DONE = reply(b" NA1100003121078093")
FAILED = reply(b" NA3109999000000000")
BUSY = reply(b" NA0100045121078093")
OXIMETER = reply(b" OA1098908")


def rows_of(wire: bytes) -> list[DecodedRow]:
    return list(decode(DINAMAP, wire))


def test_a_cuff_result_is_a_row_for_each_of_its_values_with_its_quality() -> None:
    rows = rows_of(DONE)
    assert [(row.kind, row.sign, row.value, row.unit, row.note) for row in rows] == [
        ("reading", "sbp", 121.0, "mmHg", "before-session"),
        ("reading", "dbp", 78.0, "mmHg", "before-session"),
        ("reading", "map", 93.0, "mmHg", "before-session"),
    ]


def test_a_row_stands_after_the_last_byte_of_its_frame_and_at_its_time() -> None:
    rows = rows_of(OXIMETER + OXIMETER)
    assert [row.offset for row in rows] == [len(OXIMETER), 2 * len(OXIMETER)]
    assert rows[0].t_s == round(len(OXIMETER) / DINAMAP.bytes_per_s, 3)


def test_a_failed_cuff_is_a_lost_systolic_pressure_without_a_value() -> None:
    (row,) = rows_of(FAILED)
    assert (row.kind, row.sign, row.value, row.unit, row.note) == (
        RowKind.LOST, "sbp", None, "", "failed"
    )  # fmt: skip


def test_what_the_monitor_says_about_itself_is_a_device_row() -> None:
    (row,) = rows_of(BUSY)
    assert (row.kind, row.sign, row.value, row.note) == ("device", "", None, "measuring")


def test_a_damaged_frame_is_a_row_too() -> None:
    (row,) = rows_of(DONE.replace(b"121", b"131"))
    assert row.kind == "protocol-error"
    assert "131" in row.note


def test_waves_are_no_rows() -> None:
    head = b"\xffANSAR-B " + bytes(400)
    rows = list(decode(driver_named("ivy-450c"), head + b"HR=1;80;II;\r\xfe"))
    assert [(row.sign, row.value) for row in rows] == [("hr", 80.0)]


@given(st.lists(st.sampled_from([DONE, FAILED, BUSY, OXIMETER]) | st.binary(max_size=30)))
def test_any_file_gives_rows_in_order_with_a_value_exactly_where_there_is_one(
    parts: list[bytes],
) -> None:
    wire = b"".join(parts)
    rows = rows_of(wire)
    assert [row.offset for row in rows] == sorted(row.offset for row in rows)
    assert all(0 < row.offset <= len(wire) for row in rows)
    for row in rows:
        assert (row.value is not None) == (row.kind is RowKind.READING)
        assert row.unit == ("" if row.value is None else SIGNS[VitalSign(row.sign)].unit)


def test_received_pieces_say_the_same_and_stand_behind_their_piece() -> None:
    wire = OXIMETER + DONE
    half = len(OXIMETER) // 2
    pieces = [(10.0, wire[:half]), (10.5, wire[half : len(OXIMETER)]), (11.0, DONE)]
    rows = list(decode_pieces(DINAMAP, pieces))
    assert [(row.sign, row.value) for row in rows if row.value is not None] == [
        (row.sign, row.value) for row in rows_of(wire) if row.value is not None
    ]
    assert rows[0].offset == len(OXIMETER)
    assert rows[0].t_s == 10.5
    assert list(decode_pieces(DINAMAP, [])) == []


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_any_pieces_give_rows_in_their_order(chunks: list[bytes]) -> None:
    pieces = [(float(place), chunk) for place, chunk in enumerate(chunks)]
    offsets = [row.offset for row in decode_pieces(DINAMAP, pieces)]
    assert offsets == sorted(offsets)
