"""What is understood of each line of a monitor that a file describes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers import in_chunks, wait_until
from hypothesis import given
from hypothesis import strategies as st

from devices.capture import Direction
from devices.drivers.line_protocol import described
from devices.registry import driver_named
from devices.session import LineSettings
from ui.connection_test import ConnectionTest
from ui.line_tester import KEPT_LINES, LineTester, line_tester_of, readable
from ui.requests import RawLine
from ui.words import say

ALPHA = """
title = "Alpha 200"
ignore = ["ALPHA .*"]
[line]
longest = 40
[missing]
"---" = "sensor-off"
[fields]
heart = { sign = "hr" }
sys = { sign = "sbp", unit = "kPa" }
dia = { sign = "dbp", unit = "kPa" }
[[message]]
pattern = 'HR=(?P<heart>...)'
[[message]]
starts_with = "BP,"
columns = ["", "taken", "sys", "dia", "state"]
[cuff]
time = "taken"
status = "state"
[cuff.statuses]
0 = "done"
1 = "measuring"
"""
needs_pty = pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs pseudo-terminals")


@pytest.fixture
def tester() -> LineTester:
    return LineTester(described(ALPHA, where="alpha.toml"))


def lines_of(tester: LineTester, *texts: str) -> list[tuple[str, bool]]:
    for text in texts:
        tester.put(0.0, Direction.RX, text.encode("latin-1") + b"\r\n")
    return [(line.understood, line.good) for line in tester.lines()]


def test_what_was_understood_stands_beside_the_line(tester: LineTester) -> None:
    lines_of(tester, "HR=076")
    assert tester.lines() == (RawLine("HR=076", "HR 76 1/min", good=True),)


def test_a_missing_value_a_cuff_and_an_ignored_line_are_understood_too(
    tester: LineTester,
) -> None:
    assert lines_of(tester, "HR=---", "BP,10:32,16.0,10.4,0", "ALPHA V1") == [
        (f"HR: {say('why-sensor-off')}", True),
        ("SBP 120 mmHg · DBP 78 mmHg · status 0 · measured 10:32", True),
        (say("line-ignored"), True),
    ]


def test_what_is_not_understood_says_why(tester: LineTester) -> None:
    said = lines_of(tester, "HR=0?6", "hello", "BP,10:32,16.0,10.4,9", "x" * 60)
    assert [good for _, good in said] == [False] * 4
    assert "'0?6'" in said[0][0]
    assert "fits no message" in said[1][0]
    assert "'9'" in said[2][0]
    assert "40 bytes" in said[3][0]


def test_what_we_send_is_no_line_of_the_monitor(tester: LineTester) -> None:
    tester.put(0.0, Direction.TX, b"HR=076\r\n")
    assert tester.lines() == ()


@given(st.integers(1, 30))
def test_pieces_of_any_size_make_the_same_lines(size: int) -> None:
    data = b"HR=076\r\nBP,10:32,16.0,10.4,0\r\nnoise\r\nHR=---\r\n"
    whole, pieces = (LineTester(described(ALPHA, where="alpha.toml")) for _ in range(2))
    whole.put(0.0, Direction.RX, data)
    for piece in in_chunks(data, size):
        pieces.put(0.0, Direction.RX, piece)
    assert pieces.lines() == whole.lines()
    assert len(whole.lines()) == 4


@given(st.lists(st.binary(max_size=60), max_size=80))
def test_any_bytes_make_readable_lines_and_no_more_than_are_kept(pieces: list[bytes]) -> None:
    tester = LineTester(described(ALPHA, where="alpha.toml"))
    for at, piece in enumerate(pieces):
        tester.put(float(at), Direction.RX, piece)
    assert len(tester.lines()) <= KEPT_LINES
    assert all(line.raw.isprintable() and line.understood for line in tester.lines())


def test_only_the_latest_lines_are_kept(tester: LineTester) -> None:
    lines_of(tester, *(f"HR={number:03}" for number in range(100)))
    assert len(tester.lines()) == KEPT_LINES
    assert tester.lines()[-1].raw == "HR=099"


def test_every_byte_of_a_line_can_be_seen() -> None:
    assert readable(b"\x02HR=76\x00") == "\\x02HR=76\\x00"
    assert readable(b"y" * 500).endswith("…")


def test_only_a_monitor_of_a_file_has_lines(tmp_path: Path) -> None:
    assert line_tester_of("ivy-450c") is None
    file = tmp_path / "alpha.toml"
    file.write_text(ALPHA, encoding="utf-8")
    assert isinstance(line_tester_of(f"line:{file}"), LineTester)
    file.write_text("title = 7", encoding="utf-8")
    assert line_tester_of(f"line:{file}") is None
    file.unlink()
    assert line_tester_of(f"line:{file}") is None


@needs_pty
def test_a_connection_test_shows_the_lines_of_the_port(tmp_path: Path) -> None:
    file = tmp_path / "alpha.toml"
    file.write_text(ALPHA, encoding="utf-8")
    monitor, port = os.openpty()
    test = ConnectionTest(os.ttyname(port), driver_named(f"line:{file}"), LineSettings(9600))
    try:

        def heard() -> bool:
            os.write(monitor, b"HR=076\r\nHR=0?6\r\n")
            known = test.check()
            both = {line.good for line in known.lines} == {True, False}
            return both and known.state == "talking"

        wait_until(heard, what="a good and a bad line")
        assert ("HR", "76", "1/min") in test.check().values
    finally:
        test.stop()
        os.close(monitor)
        os.close(port)
