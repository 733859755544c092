"""Raw bytes about a moment, and what the driver of their monitor makes of them."""

from __future__ import annotations

import pytest

from data.capture_store import Piece
from data.capture_window import CaptureWindow, PlacedPiece
from devices.checksum import dinamap_sum
from ui.review.raw_reading import MOST_ROWS, WARM_UP_BYTES, raw_reading, raw_text

DEVICE = "device:dinamap"


def reply(body: bytes) -> bytes:
    return body + dinamap_sum(body) + b"\r"


SPO2 = reply(b" OA1098908")


def kept(*pieces: tuple[float, str, bytes], device: str = DEVICE) -> CaptureWindow:
    found, offset = [], 5000
    for at_s, way, data in pieces:
        found.append(PlacedPiece(Piece(at_s, device, way, data), offset))
        offset += len(data)
    return CaptureWindow(tuple(found), 9000)


def test_what_was_understood_stands_with_the_piece_that_completed_it() -> None:
    found = raw_reading(
        kept((99.0, "tx", b" OA!E\r"), (99.5, "rx", SPO2[:5]), (100.0, "rx", SPO2[5:])), 100.0
    )
    assert [row.way for row in found.rows] == ["tx", "rx", "rx"]
    assert found.rows[1].said == ()
    assert any("spo2 98 %" in said for said in found.rows[2].said)
    assert (found.count, found.total) == (6 + len(SPO2), 9000)


def test_what_came_before_the_window_is_heard_and_not_shown() -> None:
    found = raw_reading(kept((97.0, "rx", SPO2[:5]), (100.0, "rx", SPO2[5:])), 100.0)
    assert [row.at_s for row in found.rows] == [100.0]
    assert any("spo2 98 %" in said for said in found.rows[0].said)


def test_damaged_bytes_say_that_they_are() -> None:
    found = raw_reading(kept((100.0, "rx", b" OA1098908XX\r")), 100.0)
    assert any(said.startswith("protocol-error") for said in found.rows[0].said)


def test_a_driver_that_is_not_here_hides_nothing() -> None:
    found = raw_reading(kept((100.0, "rx", b"\x01\x02"), device="device:gone#2"), 100.0)
    assert found.rows[0].data == b"\x01\x02"
    assert found.notes == ("No driver here is called gone; its bytes are shown as they are.",)


def test_the_text_has_time_direction_number_pairs_and_signs() -> None:
    found = raw_reading(kept((700.25, "rx", SPO2)), 700.0)
    text = raw_text(found, 600.0)
    first = text.splitlines()[0]
    assert first.split()[:5] == ["1:40.25", "←", "5000", "20", "4F"]
    assert first.rstrip().endswith("OA1098908") or "OA1098908" in first
    assert "understood: spo2 98 %" in text


def test_several_devices_are_named_in_every_line() -> None:
    both = kept((100.0, "rx", SPO2)).pieces + kept((100.1, "rx", b"x"), device="nonin-df7").pieces
    lines = raw_text(raw_reading(CaptureWindow(both, 9), 100.0), 0.0).splitlines()
    assert any("dinamap" in line for line in lines)
    assert any("nonin-df7" in line for line in lines)


def test_a_fast_line_is_shown_up_to_a_bound_and_says_what_is_left() -> None:
    noise = tuple((100.0, "rx", bytes(range(256))) for _piece in range(60))
    text = raw_text(raw_reading(kept(*noise, device="gone"), 100.0), 0.0)
    assert "rows are not shown" in text.splitlines()[-1]
    assert len(text.splitlines()) <= MOST_ROWS + 2


def test_of_a_fast_line_fewer_seconds_are_heard_before() -> None:
    before = [(90.0 + n / 100, "rx", b"\x00" * 99 + b"\r") for n in range(700)]
    found = raw_reading(kept(*before, (100.0, "rx", SPO2)), 100.0)
    assert len(before) * 100 > WARM_UP_BYTES
    assert any("spo2 98 %" in said for said in found.rows[-1].said)


def test_nothing_is_nothing() -> None:
    found = raw_reading(CaptureWindow((), 0), 100.0)
    assert (found.rows, found.count, raw_text(found, 0.0)) == ((), 0, "")
    assert pytest.approx(0) == found.total
