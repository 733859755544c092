"""Garbage on the line: counted, bounded, and the session goes on."""

from __future__ import annotations

import gc
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from helpers import wait_until
from real_program import ivy_frame, needs_pty, simulated
from watched_program import wanted, watched

from devices.registry import driver_named
from monitor.events import LinkChanged, LinkReason, Numerics
from monitor.phases import Phase
from monitor.vitals import VitalSign
from ui.connection_test import ConnectionTest

pytestmark = needs_pty

IVY = driver_named("ivy-450c")
WHOLE = ivy_frame()
MEGABYTE = 1024 * 1024
GARBAGE = {
    "random bytes": random.Random(7).randbytes(20_000),
    "a truncated frame": WHOLE[:400] + WHOLE[:90],
    "a doubled head": WHOLE[:9] + WHOLE,
    "a doubled frame in pieces": WHOLE + WHOLE[300:],
    "a megabyte without a frame end": b"\xffANSAR-B " + b"\x50" * MEGABYTE,
    "a megabyte of line ends": b"\r" * MEGABYTE,
    "a line with a damaged number": WHOLE.replace(b"HR=1;80", b"HR=1;8x"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A pseudo-terminal: the test writes at one end, the program reads at the other."""

    end: int
    url: str

    def say(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self.end, rest) :]


@pytest.fixture
def line() -> Iterator[Line]:
    if sys.platform == "win32":
        pytest.skip("needs a pseudo terminal")
    import tty  # noqa: PLC0415 -- there is none on Windows

    end, port = os.openpty()
    tty.setraw(port)
    yield Line(end, os.ttyname(port))
    os.close(end)
    os.close(port)


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE)
def test_garbage_is_counted_and_the_next_whole_frame_is_understood(
    line: Line, garbage: bytes
) -> None:
    test = ConnectionTest(line.url, IVY, IVY.line)
    try:
        wait_until(lambda: said_until_heard(line, test, WHOLE), what="the first frame")
        before = test.check()
        line.say(garbage)
        line.say(ivy_frame(hr=91))
        wait_until(lambda: said_until_heard(line, test, ivy_frame(hr=91), "91"), 20, "a frame")
        after = test.check()
    finally:
        test.stop()
    assert after.state == "talking"
    assert after.errors > before.errors
    assert after.bytes_count - before.bytes_count >= len(garbage)


def said_until_heard(line: Line, test: ConnectionTest, frame: bytes, hr: str = "80") -> bool:
    """A monitor says the same again and again; what comes while a port is opened is lost."""
    line.say(frame)
    return ("HR", hr, "1/min") in test.check().values


def test_many_megabytes_of_garbage_do_not_fill_the_memory(line: Line) -> None:
    test = ConnectionTest(line.url, IVY, IVY.line)
    try:
        wait_until(lambda: said_until_heard(line, test, WHOLE), what="the first frame")
        line.say(GARBAGE["a megabyte without a frame end"])
        gc.collect()
        settled = psutil.Process().memory_info().rss
        for _ in range(4):
            line.say(GARBAGE["a megabyte without a frame end"])
        gc.collect()
        grown = psutil.Process().memory_info().rss - settled
    finally:
        test.stop()
    assert grown < 2 * MEGABYTE


def test_a_session_goes_on_through_garbage(line: Line, tmp_path: Path) -> None:
    with watched(tmp_path / "record.db") as seen:
        seen.program.open_session(wanted(line.url))
        for number, garbage in enumerate(GARBAGE.values()):
            rate = 60 + number
            heard_before = len(seen.published)
            line.say(garbage)

            def heard(rate: int = rate, heard_before: int = heard_before) -> bool:
                line.say(ivy_frame(hr=rate))
                return any(
                    reading.sign is VitalSign.HR and reading.value == rate
                    for one in seen.published[heard_before:]
                    if isinstance(one.event, Numerics)
                    for reading in one.event.readings
                )

            seen.until(heard, what=f"heart rate {rate}")
        assert seen.picture.phase is Phase.BASELINE


@pytest.mark.parametrize(
    ("talks", "taken_for", "reason"),
    [
        ("ivy-450c", "dinamap", LinkReason.WRONG_DRIVER),
        # It only speaks when it is asked, and in its own words.
        ("dinamap", "ivy-450c", LinkReason.NO_DATA),
    ],
)
def test_a_wrong_driver_says_so_within_ten_seconds(
    talks: str, taken_for: str, reason: LinkReason, tmp_path: Path
) -> None:
    with watched(tmp_path / "record.db") as seen, simulated("--pty", driver=talks) as (_, url):
        seen.program.open_session(wanted(url, taken_for))
        seen.until(lambda: said_at(seen.events(LinkChanged), reason) is not None, 11.0, reason)
        at = said_at(seen.events(LinkChanged), reason)
    assert at is not None
    assert at <= 10.0


def said_at(changes: list[tuple[float, object]], reason: LinkReason) -> float | None:
    """The session second at which the link first gave this reason."""
    return next(
        (at for at, one in changes if isinstance(one, LinkChanged) and one.reason is reason), None
    )
