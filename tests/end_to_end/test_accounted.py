"""Faults on a timeline, through bytes, driver, core and record: every second is accounted for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from accounted import Cause, arrival_s, causes_of, holes, unaccounted, unseen
from hypothesis import given
from hypothesis import strategies as st

from devices.session import LineSettings
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.faults import Fault, FaultKind, usual_fault
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.wire.faulty_line import FaultyLine
from monitor.entries import Entry
from ui.demo import SimulatedChair
from ui.review.line import Kind
from ui.review.timeline import timeline

S1 = scenario_named("S1")
FROM_S, TO_S, UNTIL_S = 60.0, 90.0, 110.0
TALKERS = ["ivy-450c", "dinamap", "philips-intellivue"]


def record(
    driver: str,
    faults: Iterable[Fault],
    artefacts: Iterable[Artefact] = (),
    until_s: float = UNTIL_S,
) -> list[Entry]:
    scenario = replace(S1, fault=tuple(faults), artefact=tuple(artefacts))
    entries: list[Entry] = []
    chair = SimulatedChair(
        scenario,
        seed=1,
        session_id="accounted",
        store=entries.append,
        show=lambda _published: None,
        driver_name=driver,
    )
    chair.run_until(until_s)
    return entries


@pytest.mark.parametrize("driver", TALKERS)
@pytest.mark.parametrize("kind", FaultKind)
def test_a_fault_is_accounted_for_by_its_reason_and_its_beginning(
    kind: FaultKind, driver: str
) -> None:
    faults = [usual_fault(kind, FROM_S, TO_S)]
    entries = record(driver, faults)
    assert unaccounted(entries, causes_of(faults)) == []
    assert unseen(entries, causes_of(faults)) == []


SEVERAL = [
    Fault(FaultKind.SILENT, 100.0, 130.0),
    Fault(FaultKind.UNPLUGGED, 120.0, 160.0),
    Fault(FaultKind.RESTART, 200.0, 230.0),
    Fault(FaultKind.NOISE, 215.0, 260.0, share=0.05),
    Fault(FaultKind.STUCK, 300.0, 320.0),
]
OFF = [Artefact(ArtefactKind.PROBE_OFF, 340.0, 370.0)]


@pytest.mark.parametrize("driver", ["ivy-450c", "philips-intellivue"])
def test_several_that_overlap_are_each_found(driver: str) -> None:
    entries = record(driver, SEVERAL, OFF, 400.0)
    causes = causes_of(SEVERAL, OFF)
    assert unaccounted(entries, causes) == []
    assert unseen(entries, causes) == []
    assert {hole.sign.value for hole in holes(entries)} >= {"hr", "spo2"}


def without(name: str) -> list[Cause]:
    return [cause for cause in causes_of(SEVERAL, OFF) if cause.name != name]


@pytest.mark.parametrize("name", ["unplugged", "restart", "stuck", "probe-off"])
def test_what_is_missing_in_the_list_is_found_out(name: str) -> None:
    entries = record("ivy-450c", SEVERAL, OFF, 400.0)
    assert unaccounted(entries, without(name))


def test_a_beginning_that_is_wrong_by_more_than_it_may_is_found_out() -> None:
    entries = record("ivy-450c", [Fault(FaultKind.SILENT, FROM_S, TO_S)])
    late = causes_of([Fault(FaultKind.SILENT, FROM_S + 6.0, TO_S)])
    assert unaccounted(entries, late)
    assert unseen(entries, late) == late


def test_another_cause_than_the_recorded_one_is_found_out() -> None:
    entries = record("ivy-450c", [Fault(FaultKind.UNPLUGGED, FROM_S, TO_S)])
    assert unaccounted(entries, causes_of([Fault(FaultKind.SILENT, FROM_S, TO_S)]))


def test_a_fault_that_left_no_trace_is_found_out() -> None:
    entries = record("ivy-450c", [])
    causes = causes_of([Fault(FaultKind.SILENT, FROM_S, TO_S)])
    assert unaccounted(entries, causes) == []
    assert unseen(entries, causes) == causes


def test_every_gap_that_is_told_in_the_review_has_its_reason() -> None:
    """`stale` on this monitor: messages go on, and no values among them."""
    entries = record("par-nibp2010", [Fault(FaultKind.STALE, FROM_S, TO_S)])
    lines = [line for line in timeline(entries) if line.kind is Kind.GAP]
    told = [(line.text, line.detail) for line in lines if FROM_S - 3.0 <= line.at_s < TO_S]
    assert ("SpO₂: no value from the monitor", "for 31 s") in told


# ---- a slow line --------------------------------------------------------------------------------


class Counting:
    """Says its number each second, and hears nothing."""

    def __init__(self) -> None:
        self._next = 1

    def receive(self, data: bytes, now: float) -> None: ...

    def due(self, now: float) -> bytes:
        if self._next > now:
            return b""
        self._next += 1
        return b"%d;" % (self._next - 1)

    def wake_at(self) -> float:
        return float(self._next)


def heard(faults: Iterable[Fault], until_s: float) -> dict[int, float]:
    """When each number came out."""
    line = FaultyLine(Counting(), LineSettings(9600), faults)
    came: dict[int, float] = {}
    while (at := line.wake_at()) <= until_s:
        for number in line.due(at).decode().split(";")[:-1]:
            came[int(number)] = at
    return came


WINDOWS = st.tuples(st.integers(0, 60), st.integers(2, 60)).map(lambda one: (one[0], sum(one)))
SLOW = st.builds(
    lambda window, share, by_s: Fault(FaultKind.SLOW, *map(float, window), share, by_s),
    WINDOWS,
    st.sampled_from([0.0, 0.1, 0.5]),
    st.floats(0.0, 20.0),
)
PLUGS = st.builds(
    lambda window: Fault(FaultKind.UNPLUGGED, *map(float, window)),
    WINDOWS,
)


@given(st.lists(SLOW, max_size=2), st.lists(PLUGS, max_size=1))
def test_what_the_account_says_of_a_slow_line_is_what_the_line_does(
    slow: list[Fault], plugs: list[Fault]
) -> None:
    faults = [*slow, *plugs]
    came = heard(faults, 400.0)
    lost = set(range(1, 200)) - set(came)
    assert plugs or not lost
    for number, at in came.items():
        if number < 200:
            # The account asks of every moment, and the line was asked only each second.
            assert at - 1e-6 <= arrival_s(faults, number) <= max(at, number) + 2.0


def test_noise_on_a_slow_line_is_accounted_for_when_it_arrives() -> None:
    """The line is 20 s late in the end: what was garbled before comes until then."""
    faults = [
        Fault(FaultKind.SLOW, FROM_S, 180.0, share=0.1, by_s=8.0),
        Fault(FaultKind.NOISE, FROM_S, 180.0, share=0.3),
    ]
    entries = record("ivy-450c", faults, until_s=240.0)
    assert unaccounted(entries, causes_of(faults)) == []
    late = [hole for hole in holes(entries) if hole.to_s > 180.0 + 12.0]
    assert late
    assert unaccounted(entries, causes_of(faults[1:]))
