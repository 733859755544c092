"""Each fault on the line of each monitor: what the program says of it; nothing is invented.

What the link says is compared with `SAID`; the values that are heard, with those that the monitor
showed. A monitor whose protocol has no check value cannot notice every damage: how often a wrong
number came through noise is bounded by `THROUGH_NOISE`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st
from virtual_bedside import listened, patient

from devices.registry import DRIVERS
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.scenario.faults import Fault, FaultKind, usual_fault
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import Shown
from devices.simulated.wire.faulty_line import line_to
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Heard, LinkChanged, LinkReason, LinkState, Numerics
from monitor.vitals import CuffResult, Quality, Reading, VitalSign

SPOT = frozenset({"omron-hbp9030", "and-tm2657"})
"""They speak only when they have measured: of their line only the port can be known."""
STREAMING = [
    name for name in VIRTUAL_MONITORS if {VitalSign.SPO2, VitalSign.PULSE} & DRIVERS[name].signs
]
ABSENT, QUIET, MISREAD = LinkReason.PORT_ABSENT, LinkReason.NO_DATA, LinkReason.WRONG_DRIVER
SAID: dict[FaultKind, frozenset[LinkReason]] = {
    FaultKind.UNPLUGGED: frozenset({ABSENT}),
    FaultKind.SILENT: frozenset({QUIET}),
    FaultKind.STUCK: frozenset({QUIET, MISREAD}),
    FaultKind.WRONG_BAUD: frozenset({QUIET, MISREAD}),
    FaultKind.RESTART: frozenset({QUIET}),
}
"""With these nothing can be understood, and this is what is said."""
SOMETIMES: dict[FaultKind, frozenset[LinkReason]] = {
    FaultKind.NOISE: frozenset({QUIET, MISREAD}),
    FaultKind.HALF_FRAMES: frozenset({QUIET, MISREAD}),
    FaultKind.SLOW: frozenset({QUIET}),
    FaultKind.STALE: frozenset({QUIET, MISREAD}),
    FaultKind.CLOCK_SKEW: frozenset(),
    FaultKind.BATTERY_LOW: frozenset(),
}
"""With these it may be said, or nothing: some messages come through."""
FROM_S, TO_S, UNTIL_S = 60.0, 90.0, 110.0
BACK_S = 12.0
THROUGH_NOISE = {"contec-cms50": 0.25, "ge-dash": 0.03, "par-nibp2010": 0.01}
"""The share of wrong numbers among those heard while 2 % of the bytes are; none elsewhere."""
FIELDS = {
    VitalSign.HR: "hr",
    VitalSign.PULSE: "pulse",
    VitalSign.SPO2: "spo2",
    VitalSign.RR: "rr",
}
LATE_S = 45.0
"""A number may be this old: a fault of 30 s, a delay of 5 s, an interval of 5 s."""


class Watched(Sensors):
    """Keeps everything it showed."""

    def __init__(self, patient: SimulatedPatient) -> None:
        self.showed: list[tuple[float, Shown]] = []
        super().__init__(patient)

    def at(self, now: float) -> Shown:
        shown = super().at(now)
        if not self.showed or self.showed[-1][1] is not shown:
            self.showed.append((now, shown))
        return shown


@dataclass(frozen=True, slots=True)
class Ran:
    heard: list[tuple[float, Heard]]
    showed: list[tuple[float, Shown]]
    link: SteppedLink

    def reasons(self, from_s: float, to_s: float) -> set[LinkReason]:
        return {
            what.reason
            for at, what in self.heard
            if isinstance(what, LinkChanged)
            and what.state is not LinkState.UP
            and from_s <= at < to_s
        }

    def readings(self) -> list[tuple[float, Reading]]:
        found = [(at, what.readings) for at, what in self.heard if isinstance(what, Numerics)]
        return [(at, reading) for at, readings in found for reading in readings]

    def invented(self, late_s: float = LATE_S) -> list[tuple[float, Reading]]:
        return [
            (at, reading)
            for at, reading in self.readings()
            if reading.sign in FIELDS
            and reading.quality is Quality.GOOD
            and not self._was_shown(reading, at, late_s)
        ]

    def _was_shown(self, reading: Reading, at: float, late_s: float) -> bool:
        field = FIELDS[reading.sign]
        lasting = [when for when, _ in self.showed[1:]] + [at]
        return any(
            getattr(shown, field) == reading.value
            for (begun, shown), ended in zip(self.showed, lasting, strict=True)
            if ended >= at - late_s and begun <= at
        )


def run(name: str, faults: Iterable[Fault], until: float = 185.0, seed: int = 1) -> Ran:
    sensors = Watched(patient(seed=seed))
    line = line_to(name, sensors, DRIVERS[name].line, faults, str(seed))
    link = SteppedLink(DRIVERS[name], line)
    return Ran(listened(link, until), sensors.showed, link)


@cache
def usual(name: str, kind: FaultKind) -> Ran:
    """Half a minute of the usual fault; several tests look at it."""
    return run(name, [usual_fault(kind, FROM_S, TO_S)], UNTIL_S)


@pytest.mark.parametrize("kind", SAID)
@pytest.mark.parametrize("name", VIRTUAL_MONITORS)
def test_what_cannot_be_understood_is_said_and_nothing_is_heard(
    name: str, kind: FaultKind
) -> None:
    ran = usual(name, kind)
    said = ran.reasons(FROM_S, TO_S + 5.0)
    if name not in SPOT or kind is FaultKind.UNPLUGGED:
        assert said
    assert said <= SAID[kind]
    # What was under way at the beginning may still arrive.
    assert not [at for at, _ in ran.readings() if FROM_S + 1.0 <= at < TO_S]
    assert ran.invented() == []


@pytest.mark.parametrize("kind", SOMETIMES)
@pytest.mark.parametrize("name", STREAMING)
def test_what_comes_through_now_and_then_is_what_was_sent(name: str, kind: FaultKind) -> None:
    ran = usual(name, kind)
    assert ran.reasons(FROM_S, TO_S + 5.0) <= SOMETIMES[kind]
    damaged = kind in {FaultKind.NOISE, FaultKind.HALF_FRAMES}
    most = THROUGH_NOISE.get(name, 0.0) if damaged else 0.0
    assert len(ran.invented()) <= most * len(ran.readings())


@pytest.mark.parametrize("kind", FaultKind)
@pytest.mark.parametrize("name", STREAMING)
def test_the_values_are_back_when_the_fault_is_over(name: str, kind: FaultKind) -> None:
    ran = usual(name, kind)
    back = [at for at, _ in ran.readings() if at >= TO_S]
    assert back[0] <= TO_S + BACK_S
    assert ran.link.stats.state is LinkState.UP
    assert not ran.reasons(TO_S + 10.0, UNTIL_S)


@pytest.mark.parametrize("name", [name for name in VIRTUAL_MONITORS if name not in SPOT])
def test_what_is_sent_again_and_again_is_one_result(name: str) -> None:
    """The cuff ends at about 40 s; the same monitor without a fault says it once."""
    stale = [Fault(FaultKind.STALE, 60.0, 150.0)]
    cuffs = [what for _, what in run(name, stale, 155.0).heard if isinstance(what, CuffResult)]
    once = [what for _, what in run(name, (), 155.0).heard if isinstance(what, CuffResult)]
    assert cuffs == once


@pytest.mark.parametrize("name", sorted(SPOT))
def test_a_result_that_is_sent_again_every_second_is_one_record(name: str) -> None:
    ran = run(name, [Fault(FaultKind.STALE, 60.0, 150.0)], 155.0)
    assert ran.link.stats.frames >= 80
    stamps = [what.device_time for _, what in ran.heard if isinstance(what, CuffResult)]
    assert len(stamps) == len(set(stamps)) == 2


def test_the_result_of_before_a_restart_is_not_told_again() -> None:
    for name in VIRTUAL_MONITORS:
        ran = run(name, [Fault(FaultKind.RESTART, 60.0, 70.0)], 125.0)
        late = [what for at, what in ran.heard if isinstance(what, CuffResult) and at > 70.0]
        at_once = 1 if name in SPOT else 0  # somebody presses START on these when they come on
        assert len(late) == at_once, name


SKEWED = ["masimo-ascii", "nellcor-n560", "ge-s5", "philips-intellivue", "omron-hbp9030"]


@pytest.mark.parametrize("name", SKEWED)
def test_a_clock_that_is_wrong_is_known_and_changes_no_time_of_ours(name: str) -> None:
    skew = [Fault(FaultKind.CLOCK_SKEW, 0.0, 400.0, by_s=-420.0)]
    true, wrong = run(name, (), 340.0), run(name, skew, 340.0)
    # A stamp may need an escape more on the wire, and so a millisecond.
    assert [at for at, _ in wrong.readings()] == [
        pytest.approx(at, abs=0.01) for at, _ in true.readings()
    ]
    theirs, ours = wrong.link.stats.device_time, true.link.stats.device_time
    assert theirs is not None
    assert ours is not None
    assert (_minutes(ours) - _minutes(theirs)) == 7


def _minutes(stamp: str) -> int:
    hours, minutes = stamp[11:16].split(":")
    return int(hours) * 60 + int(minutes)


KINDS = st.sampled_from(list(FaultKind))


@st.composite
def timelines(draw: st.DrawFn) -> list[Fault]:
    faults = []
    for kind in draw(st.lists(KINDS, min_size=1, max_size=6)):
        from_s = draw(st.floats(5.0, 100.0))
        faults.append(usual_fault(kind, from_s, from_s + draw(st.floats(0.1, 60.0))))
    return faults


@share_of_examples(0.1)
@given(st.sampled_from(list(VIRTUAL_MONITORS)), timelines(), st.integers(0, 9))
def test_any_timeline_is_survived_and_told_the_same_twice(
    name: str, faults: list[Fault], seed: int
) -> None:
    ran = run(name, faults, 180.0, seed)
    assert ran.heard == run(name, faults, 180.0, seed).heard
    # From 160 s on nothing is wrong any more; a new association may take its time.
    if name not in SPOT:
        assert ran.link.stats.state is LinkState.UP
    damaged = {FaultKind.NOISE, FaultKind.HALF_FRAMES, FaultKind.WRONG_BAUD, FaultKind.STUCK}
    if name not in THROUGH_NOISE or not damaged & {fault.kind for fault in faults}:
        assert ran.invented(late_s=180.0) == []  # the faults may follow each other
