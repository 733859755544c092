"""Files of raw bytes: what one monitor said, and the black box of several."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.capture_file import CaptureWriter
from devices.capture import Direction
from devices.errors import CaptureError, UnknownDriver
from devices.registry import DRIVERS
from ui.black_box import driver_of, raw_bytes, wires_in
from ui.requests import WrongEntry

IVY = "device:ivy-450c"


def box(path: Path, *pieces: tuple[float, str, Direction, bytes]) -> Path:
    """A capture with these pieces."""
    with closing(CaptureWriter(path)) as writer:
        for at, tag, direction, data in pieces:
            writer.sink(tag).put(at, direction, data)
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return box(
        tmp_path / "two.capture",
        (0.0, "device:dinamap", Direction.RX, b""),
        (0.0, "device:nonin-df7", Direction.RX, b""),
        (1.0, "device:nonin-df7", Direction.RX, b"n1"),
        (1.5, "device:dinamap", Direction.TX, b"ask"),
        (2.0, "device:dinamap", Direction.RX, b"d1"),
        (3.0, "device:nonin-df7", Direction.RX, b"n2"),
    )


def test_a_raw_file_is_paced_by_its_monitor(tmp_path: Path) -> None:
    driver = DRIVERS["ivy-450c"]
    path = tmp_path / "monitor.raw"
    data = bytes(range(200))
    path.write_bytes(data)
    (wire,) = wires_in(path, "ivy-450c")
    assert (wire.driver.name, wire.source) == ("ivy-450c", IVY)
    assert b"".join(record.data for record in wire.records) == data == raw_bytes(path)
    assert {record.direction for record in wire.records} == {Direction.RX}
    assert wire.records[-1].at == pytest.approx(len(data) / driver.bytes_per_s)


def test_a_raw_file_does_not_know_its_monitor(tmp_path: Path) -> None:
    path = tmp_path / "monitor.raw"
    path.write_bytes(b"x")
    with pytest.raises(WrongEntry, match=r"monitor\.raw is a raw capture; name its monitor"):
        wires_in(path, None)
    with pytest.raises(UnknownDriver):
        wires_in(path, "ivy-450")


def test_a_capture_knows_its_devices_in_order_of_priority(two: Path) -> None:
    first, second = wires_in(two, None)
    assert (first.source, second.source) == ("device:dinamap", "device:nonin-df7")
    assert [(record.at, record.data) for record in second.records] == [
        (0.0, b""),
        (1.0, b"n1"),
        (3.0, b"n2"),
    ]
    assert [record.direction for record in first.records][1:] == [Direction.TX, Direction.RX]


def test_one_kind_of_monitor_may_be_taken_out_of_a_capture(two: Path) -> None:
    (wire,) = wires_in(two, "nonin-df7")
    assert wire.driver.name == "nonin-df7"
    assert raw_bytes(two, "nonin-df7") == b"n1n2"
    assert raw_bytes(two, "dinamap") == b"d1", "what was asked is not what was said"
    assert sorted(raw_bytes(two)) == sorted(b"n1n2d1")


def test_a_monitor_that_is_not_in_a_capture_is_refused_with_those_that_are(two: Path) -> None:
    with pytest.raises(WrongEntry, match="nothing of ge-s5; its monitors are dinamap, nonin-df7"):
        wires_in(two, "ge-s5")


def test_two_monitors_of_a_kind_stay_two(tmp_path: Path) -> None:
    path = box(
        tmp_path / "twins.capture",
        (1.0, IVY, Direction.RX, b"a"),
        (1.0, f"{IVY}#2", Direction.RX, b"b"),
    )
    for named in (None, "ivy-450c"):
        assert [wire.source for wire in wires_in(path, named)] == [IVY, f"{IVY}#2"]


def test_what_a_single_monitor_said_may_be_tried_with_another_driver(tmp_path: Path) -> None:
    path = box(tmp_path / "one.capture", (1.0, "ivy-450c", Direction.RX, b"a"))
    (as_it_was,) = wires_in(path, None)
    (tried,) = wires_in(path, "ge-s5")
    assert (as_it_was.driver.name, as_it_was.source) == ("ivy-450c", IVY)
    assert (tried.driver.name, tried.source) == ("ge-s5", "device:ge-s5")
    assert raw_bytes(path, "ge-s5") == b"a"


@given(st.sampled_from(list(DRIVERS)), st.integers(2, 99))
def test_the_driver_is_found_behind_every_tag(name: str, nth: int) -> None:
    source = DRIVERS[name].source
    assert {driver_of(tag) for tag in (name, source, f"{source}#{nth}")} == {name}


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match=r"none\.raw"):
        raw_bytes(tmp_path / "none.raw")
