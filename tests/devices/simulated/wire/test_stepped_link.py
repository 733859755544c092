"""Virtual monitors and real drivers, which know nothing of each other, on one cable."""

import math
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from devices.capture import CapturedBytes, Direction
from devices.registry import DRIVERS
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS, virtual_monitor
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.wire.faulty_line import FaultyLine
from devices.simulated.wire.raw_file import RawFileMonitor
from devices.simulated.wire.stepped_link import BEHIND_S, PIECE_BYTES, Cable, SteppedLink
from monitor.events import Heard, LinkChanged, LinkReason, LinkState, Numerics
from monitor.vitals import CuffFailed, CuffResult, Quality, SignalLost, VitalSign

S1 = scenario_named("S1")
IVY = DRIVERS["ivy-450c"]
DINAMAP = DRIVERS["dinamap"]
WITH_CUFF = [name for name in VIRTUAL_MONITORS if VitalSign.SBP in DRIVERS[name].signs]
SPOT = {"omron-hbp9030", "and-tm2657"}
"""They speak only when a measurement has ended; the first one ends soon after they were switched
on."""
WITH_A_CUFF_S = 100.0
"""From the beginning: the first measurement ends before a minute is over."""
T = TypeVar("T")
Timed = list[tuple[float, Heard]]


class Kept:
    """A capture that keeps what it is given."""

    def __init__(self) -> None:
        self.records: list[CapturedBytes] = []

    def put(self, at: float, direction: Direction, data: bytes) -> None:
        self.records.append(CapturedBytes(at, direction, data))

    def bytes(self, direction: Direction) -> bytes:
        return b"".join(kept.data for kept in self.records if kept.direction is direction)


def link(
    name: str,
    scenario: Scenario = S1,
    seed: int = 1,
    capture: Kept | None = None,
    from_s: float = 0.0,
) -> SteppedLink:
    patient = SimulatedPatient(scenario, seed, scenario.rates)
    return SteppedLink(
        DRIVERS[name],
        FaultyLine(virtual_monitor(name, patient), DRIVERS[name].line, scenario.fault),
        capture=capture,
        from_s=from_s,
    )


def run(stepped: SteppedLink, until: float) -> Timed:
    heard: Timed = []
    while (at := stepped.wake_at()) <= until:
        heard += [(at, what) for what in stepped.advance(at)]
    return heard


def kind(heard: Timed, wanted: type[T]) -> list[tuple[float, T]]:
    return [(at, what) for at, what in heard if isinstance(what, wanted)]


@pytest.mark.parametrize("name", VIRTUAL_MONITORS)
def test_a_driver_understands_every_byte_of_its_virtual_monitor(name: str) -> None:
    stepped = link(name)
    heard = run(stepped, 400.0)
    assert stepped.stats.errors == 0
    assert stepped.stats.frames >= 398 / DRIVERS[name].interval_s
    numerics = kind(heard, Numerics)
    signs = {reading.sign for _, what in numerics for reading in what.readings}
    assert {VitalSign.SPO2, VitalSign.PULSE} & DRIVERS[name].signs <= signs
    assert len(kind(heard, CuffResult)) == (name in WITH_CUFF) * 3 + (name in SPOT)


@pytest.mark.parametrize("name", WITH_CUFF)
def test_every_cuff_result_is_heard_once_and_is_the_patients(name: str) -> None:
    found = kind(run(link(name, scenario_named("S15"), from_s=1720.0), 2430.0), CuffResult)
    assert len(found) == (4 if name in SPOT else 5)  # and the one from before it was plugged in
    ends_s = [at for at, _ in found[-4:]]
    assert ends_s == [pytest.approx(at, abs=11.0) for at in (1800, 2100, 2190, 2400)]
    assert [(cuff.sbp, cuff.dbp) for _, cuff in found[-3:-1]] == [(186.0, 112.0), (141.0, 88.0)]
    assert {cuff.quality for _, cuff in found[-4:]} == {Quality.GOOD}


def test_a_frame_is_complete_when_its_last_bit_is_there() -> None:
    capture = Kept()
    stepped = link("ivy-450c", capture=capture)
    first = next(at for at, _ in run(stepped, 3.0))
    size = len(capture.bytes(Direction.RX).split(b"\xfe")[0]) + 1
    assert first == pytest.approx(1.0 + size / 960.0)


def test_a_question_and_its_answer_take_their_time_on_the_line() -> None:
    capture = Kept()
    run(link("dinamap", capture=capture), 0.5)
    asked, answered = capture.records[0], capture.records[1]
    assert (asked.direction, answered.direction) == (Direction.TX, Direction.RX)
    on_the_line_s = (len(asked.data) + len(answered.data)) / 960.0
    assert answered.at - asked.at == pytest.approx(on_the_line_s + 0.02, abs=0.001)


def test_only_what_the_driver_declares_is_ever_sent() -> None:
    capture = Kept()
    run(link("dinamap", capture=capture), 120.0)
    sent = {kept.data.strip() for kept in capture.records if kept.direction is Direction.TX}
    assert sent <= {request.strip() for request, _ in DINAMAP.sends}


def test_an_unplugged_cable_is_said_once_and_its_return_once() -> None:
    scenario = replace(S1, fault=(Fault(FaultKind.UNPLUGGED, 60.0, 150.0),))
    for name in VIRTUAL_MONITORS:
        changes = kind(run(link(name, scenario), 200.0), LinkChanged)
        assert [(what.state, what.reason) for _, what in changes] == [
            (LinkState.UP, LinkReason.CONNECTED),
            (LinkState.DOWN, LinkReason.PORT_ABSENT),
            (LinkState.UP, LinkReason.CONNECTED),
        ]
        assert changes[1][0] == 60.0
        # Of a monitor that speaks only when it has measured, the port is all that can be back.
        back_within_s = 0.0 if name in SPOT else 1.0 + DRIVERS[name].interval_s
        assert 150.0 <= changes[2][0] <= 150.0 + back_within_s


def test_a_hand_takes_the_cable_out_and_puts_it_in_again() -> None:
    stepped = link("ivy-450c")
    heard = run(stepped, 30.0)
    stepped.plug(30.0, plugged=False)
    stepped.plug(40.0, plugged=True)
    stepped.plug(45.0, plugged=True)  # it is in already: nothing happens
    heard += run(stepped, 60.0)
    changes = kind(heard, LinkChanged)
    assert [what.state for _, what in changes] == [LinkState.UP, LinkState.DOWN, LinkState.UP]
    assert changes[1][0] == pytest.approx(30.0, abs=0.01)
    assert 40.0 <= changes[2][0] <= 42.0


def test_nothing_is_heard_or_sent_while_the_cable_is_out() -> None:
    capture = Kept()
    scenario = replace(S1, fault=(Fault(FaultKind.UNPLUGGED, 100.3, 160.0),))
    heard = run(link("ivy-450c", scenario, capture=capture), 200.0)
    assert not [at for at, _ in heard if 100.3 < at < 160.0]
    assert not [kept.at for kept in capture.records if 100.3 < kept.at < 160.0]


def test_a_recording_that_is_over_is_a_silent_line_with_an_open_port() -> None:
    source = Kept()
    run(link("ivy-450c", capture=source), 12.0)
    recording = source.bytes(Direction.RX)
    played = SteppedLink(IVY, RawFileMonitor(recording, IVY.bytes_per_s))
    changes = kind(run(played, 60.0), LinkChanged)
    assert [what.reason for _, what in changes] == [LinkReason.CONNECTED, LinkReason.NO_DATA]


@pytest.mark.parametrize("name", VIRTUAL_MONITORS)
def test_the_same_seed_gives_the_same_bytes_at_the_same_times(name: str) -> None:
    one, same, other = Kept(), Kept(), Kept()
    heard = run(link(name, seed=3, capture=one), WITH_A_CUFF_S)
    assert heard == run(link(name, seed=3, capture=same), WITH_A_CUFF_S)
    run(link(name, seed=4, capture=other), WITH_A_CUFF_S)
    assert one.records == same.records
    assert one.bytes(Direction.RX) != other.bytes(Direction.RX)


@share_of_examples(0.2)
@given(st.lists(st.floats(0.001, 20.0), min_size=1, max_size=8))
def test_it_does_not_matter_how_rarely_time_is_moved_on(steps: list[float]) -> None:
    often, rarely = link("dinamap"), link("dinamap")
    now, heard = 0.0, []
    for step in steps:
        now += step
        heard += list(rarely.advance(now))
    assert heard == [what for _, what in run(often, now)]


def test_failed_cuffs_come_through_as_failures_and_as_no_number() -> None:
    heard = run(link("dinamap", scenario_named("S14")), 2300.0)
    failed = [at for at, _ in kind(heard, CuffFailed)]
    assert failed == [pytest.approx(1800.0, abs=2.0), pytest.approx(2100.0, abs=2.0)]
    assert not [at for at, _ in kind(heard, CuffResult) if 1600.0 < at < 2300.0]


def test_a_probe_that_falls_off_is_a_lost_signal_and_no_zero() -> None:
    heard = run(link("ivy-450c", scenario_named("S12")), 2200.0)
    lost = {what.sign: at for at, what in kind(heard, SignalLost) if at > 1800.0}
    assert set(lost) == {VitalSign.SPO2, VitalSign.PULSE}
    assert lost[VitalSign.SPO2] == pytest.approx(600.0 + 22 * 60.0, abs=2.0)
    values = [reading.value for _, what in kind(heard, Numerics) for reading in what.readings]
    assert min(values) > 5.0


def test_a_cable_hands_over_in_pieces_at_the_pace_of_the_line() -> None:
    cable = Cable(100.0)
    cable.put(b"x" * 300, 10.0)
    cable.put(b"y", 11.0)
    taken = []
    while (at := cable.next_at()) < math.inf:
        assert cable.arrived(at - 0.01) == b""
        taken.append((round(at, 2), len(cable.arrived(at))))
    assert taken == [(11.28, PIECE_BYTES), (12.56, PIECE_BYTES), (13.0, 44), (13.01, 1)]


def test_a_cut_cable_loses_what_was_under_way() -> None:
    cable = Cable(100.0)
    cable.put(b"abc", 0.0)
    cable.cut()
    assert cable.next_at() == math.inf
    assert cable.arrived(99.0) == b""


def test_who_has_more_to_say_than_the_line_carries_is_not_heard_for_minutes_after() -> None:
    """A monitor at half the speed fills the line twice: what does not fit its buffer is lost."""
    cable = Cable(bytes_per_s=100.0)
    for second in range(300):
        cable.put(b"x" * 200, float(second))
    last = 300.0
    while math.isfinite(cable.next_at()):
        last = cable.next_at()
        assert cable.arrived(last)
    assert 300.0 < last <= 300.0 + BEHIND_S + 2.0


def test_a_link_that_begins_later_knows_nothing_of_a_cable_that_was_out_before() -> None:
    out = [Fault(FaultKind.UNPLUGGED, at, at + 10.0) for at in (10.0, 30.0)]
    heard = run(link("ivy-450c", replace(S1, fault=tuple(out)), from_s=60.0), 70.0)
    assert [(one.state, at >= 60.0) for at, one in kind(heard, LinkChanged)] == [
        (LinkState.UP, True)
    ]


def test_a_link_can_begin_at_any_moment() -> None:
    patient = SimulatedPatient(S1, 1, S1.rates)
    stepped = SteppedLink(IVY, virtual_monitor("ivy-450c", patient), "simulated", from_s=500.0)
    heard = run(stepped, 505.0)
    changes = kind(heard, LinkChanged)
    assert [what.source for _, what in changes] == ["simulated"]
    assert min(at for at, _ in heard) >= 500.0


class Mute:
    """A monitor that is switched off."""

    def receive(self, data: bytes, now: float) -> None:
        """It hears nothing."""

    def due(self, now: float) -> bytes:  # noqa: ARG002
        return b""

    def wake_at(self) -> float:
        return math.inf


def test_a_question_that_nobody_answers_is_given_up_in_time_and_said() -> None:
    stepped = SteppedLink(DINAMAP, Mute())
    stepped.advance(2.9)
    assert stepped.stats.errors == 0
    stepped.advance(3.1)
    assert stepped.stats.last_error == "no reply to NA within 3 s"
    stepped.advance(60.0)
    assert stepped.stats.errors == 1


def test_the_statistics_tell_how_a_line_answers_and_what_passed() -> None:
    asked, talker = link("dinamap"), link("ivy-450c")
    for stepped in (asked, talker):
        stepped.advance(30.5)
    assert asked.stats.round_trip_s == pytest.approx(0.03, abs=0.02)
    assert {direction for direction, _ in asked.stats.tail} == {Direction.RX, Direction.TX}
    assert talker.stats.round_trip_s is None
    assert {direction for direction, _ in talker.stats.tail} == {Direction.RX}
    assert sum(len(data) for _, data in talker.stats.tail) == 512
    assert (asked.stats.device_time, talker.stats.device_time) == (None, None)


@pytest.mark.parametrize(
    "name", ["masimo-ascii", "nellcor-n560", "ge-s5", "philips-intellivue", "omron-hbp9030"]
)
def test_a_monitor_that_tells_its_time_is_asked_for_it(name: str) -> None:
    stepped = link(name)
    stepped.advance(60.0)
    stats = stepped.stats
    assert stats.device_time is not None
    assert stats.device_time_at is not None
    earlier, told_at = datetime.fromisoformat(stats.device_time), stats.device_time_at
    stepped.advance(290.0)
    assert stepped.stats.device_time is not None
    later = datetime.fromisoformat(stepped.stats.device_time)
    went_by_s = stepped.stats.device_time_at - told_at
    # An Omron tells no seconds.
    assert (later - earlier).total_seconds() == pytest.approx(went_by_s, abs=61.0)
