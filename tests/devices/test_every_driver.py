"""What every driver promises, whatever it speaks. A new driver only adds its row to `WIRE`."""

from __future__ import annotations

import doctest
import gc
import sys
import time
import tracemalloc
from itertools import pairwise

import pytest
from every_wire import WIRE, every_driver, session_of
from helpers import in_chunks
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import ProtocolError
from devices.registry import DRIVERS, QUALITY_LIST
from devices.session import DeviceEvent, Done, Driver
from monitor.vitals import SIGNS, CuffFailed, CuffResult, DeviceNote, Reading, SignalLost

SPEED_AT_LEAST = 200
"""Times the pace of the real monitor, in pieces of 16 bytes."""


def heard(driver: Driver, *chunks: bytes) -> list[DeviceEvent]:
    session = session_of(driver)
    return [event for chunk in chunks for event in session.receive(chunk, 1.0)]


def noise_of(driver: Driver) -> st.SearchStrategy[bytes]:
    """Whole, cut and damaged frames between bytes of any kind."""
    whole = st.sampled_from(WIRE[driver.name].frames)
    cut = st.tuples(whole, st.integers(0, 600), st.integers(0, 600)).map(
        lambda part: part[0][part[1] :][: part[2]]
    )
    damaged = st.tuples(whole, st.integers(0, 600), st.binary(max_size=3)).map(
        lambda part: part[0][: part[1]] + part[2] + part[0][part[1] + 1 :]
    )
    return st.lists(whole | cut | damaged | st.binary(max_size=40), max_size=8).map(b"".join)


def test_every_driver_has_frames_to_be_tried_with() -> None:
    assert WIRE.keys() == DRIVERS.keys()


@every_driver
def test_every_frame_is_understood_and_counted(driver: Driver) -> None:
    for frame in WIRE[driver.name].frames:
        session = session_of(driver)
        events = list(session.receive(frame, 1.0))
        assert events
        assert not [event for event in events if isinstance(event, ProtocolError)]
        assert session.frames == 1


@every_driver
@given(data=st.data())
def test_how_the_bytes_were_cut_does_not_matter(driver: Driver, data: st.DataObject) -> None:
    wire = data.draw(noise_of(driver))
    places = sorted(data.draw(st.lists(st.integers(0, len(wire)))))
    chunks = [wire[a:b] for a, b in pairwise([0, *places, len(wire)])]
    assert heard(driver, *chunks) == heard(driver, wire)


@every_driver
@given(data=st.data())
def test_any_bytes_give_plausible_observations_or_protocol_errors(
    driver: Driver, data: st.DataObject
) -> None:
    for event in heard(driver, data.draw(noise_of(driver)), data.draw(st.binary())):
        if isinstance(event, Reading):
            assert SIGNS[event.sign].plausible(event.value)
            assert event.sign in driver.signs
        if isinstance(event, CuffResult):
            assert event.dbp < event.sbp
        if isinstance(event, Reading | SignalLost | CuffResult | CuffFailed | DeviceNote):
            assert event.source == "device:test"


@every_driver
@given(data=st.data())
def test_a_whole_frame_is_understood_after_any_noise(driver: Driver, data: st.DataObject) -> None:
    wire = WIRE[driver.name]
    noise = data.draw(noise_of(driver))
    session = session_of(driver)
    list(session.receive(noise + wire.between, 1.0))
    frames_before = session.frames
    events = [e for frame in wire.frames for e in session.receive(frame, 2.0)]
    assert session.frames - frames_before >= len(wire.frames) - 1
    assert [e for e in events if not isinstance(e, ProtocolError)]


def kept_after_endless(driver: Driver, filler: bytes, pieces: int, at_once: int) -> int:
    """Bytes that are still held after a frame that never ends; and then a whole one is heard."""
    session = session_of(driver)
    begin = WIRE[driver.name].frames[0][:12]
    piece = (begin + filler * 4096)[:4096]
    list(session.receive(piece, 0.0))
    tracemalloc.start()
    try:
        for _ in range(pieces):
            list(session.receive(piece[12:], 1.0))
        list(session.receive(filler * at_once, 1.0))
        # Python keeps thousands of freed tuples for later; they are its own and not the driver's.
        gc.collect()
        kept, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    heard_after = list(
        session.receive(WIRE[driver.name].between + b"".join(WIRE[driver.name].frames), 2.0)
    )
    assert [event for event in heard_after if isinstance(event, Reading | CuffResult)]
    return kept


@pytest.fixture(scope="module")
def _only_new_garbage() -> None:
    """What other tests have left is looked through once, and not again for every driver."""
    gc.collect()
    gc.freeze()


FILLERS = pytest.mark.parametrize("filler", [b"\x00", b"A", b" ", b"\xff", b"\xfe", b"\x01\x02"])


@every_driver
@FILLERS
@pytest.mark.usefixtures("_only_new_garbage")
def test_memory_is_bounded_when_no_frame_ever_ends(driver: Driver, filler: bytes) -> None:
    assert kept_after_endless(driver, filler, pieces=32, at_once=100_000) < 64_000


@pytest.mark.soak
@every_driver
@FILLERS
@pytest.mark.usefixtures("_only_new_garbage")
def test_memory_is_bounded_for_megabytes(driver: Driver, filler: bytes) -> None:
    assert kept_after_endless(driver, filler, pieces=1024, at_once=4_000_000) < 64_000


@every_driver
def test_the_decoder_is_much_faster_than_the_line(driver: Driver) -> None:
    """Measured in processor time, which a busy computer does not change."""
    wire = b"".join(WIRE[driver.name].frames) * 100
    session = session_of(driver)
    begin = time.process_time()
    for chunk in in_chunks(wire, 16):
        list(session.receive(chunk, 1.0))
    took_s = time.process_time() - begin
    assert len(wire) / took_s > SPEED_AT_LEAST * driver.bytes_per_s


@every_driver
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from([0.0, 0.1, 1.0, 3.0, 100.0]),
            st.integers(0, 99),
            st.binary(max_size=20) | st.just(b""),
        )
    )
)
def test_only_what_the_driver_lists_is_ever_sent(
    driver: Driver, steps: list[tuple[float, int, bytes]]
) -> None:
    frames = WIRE[driver.name].frames
    session, now = driver.open("device:test"), 0.0
    sent = {session.opened(now)}
    for wait_s, choice, noise in steps:
        now += wait_s
        sent.add(session.due(now))
        list(session.receive(noise + frames[choice % len(frames)], now))
        if choice < 10:
            sent.add(session.opened(now))
    assert sent - {b""} <= {command for command, _why in driver.sends}


@every_driver
def test_waking_when_it_asked_to_be_woken_it_has_something_to_do(driver: Driver) -> None:
    session = session_of(driver)
    for _ in range(50):
        wake_at = session.wake_at()
        if wake_at is None:
            assert not driver.sends
            return
        assert session.due(wake_at)
        assert session.due(wake_at) == b""


@every_driver
def test_the_examples_in_its_head_are_true(driver: Driver) -> None:
    module = sys.modules[driver.open("").__class__.__module__]
    told = doctest.testmod(module)
    assert told.attempted > 0
    assert told.failed == 0


@every_driver
def test_its_facts_are_whole(driver: Driver) -> None:
    assert driver.name == driver.name.lower().replace(" ", "-")
    assert DRIVERS[driver.name] is driver
    assert driver.title
    assert driver.cable
    assert driver.signs
    assert 0 < driver.bytes_per_s <= driver.line.bytes_per_s()
    assert driver.interval_s > 0
    assert all(command and why for command, why in driver.sends)


@every_driver
def test_its_quality_list_answers_for_everything(driver: Driver) -> None:
    assert tuple(row.what for row in driver.quality) == QUALITY_LIST
    assert all(row.why for row in driver.quality if row.state is Done.EXEMPT)
