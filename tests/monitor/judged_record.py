"""A session as a real chair records it, in a few words, and random ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from monitor.chair import Chair
from monitor.commands import (
    Acknowledge,
    Action,
    ChangeLimit,
    EndSession,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.entries import Entry
from monitor.events import Event, Numerics
from monitor.vitals import CuffFailed, CuffFailure, LostReason, SignalLost, VitalSign
from tests.monitor.chairs import BASELINE, OPENED, SOURCE, UP, cuff, numerics

Steps = list[tuple[float, Event]]


class Recorder:
    """A chair whose record is kept in `entries`."""

    def __init__(self, *, technical: bool = False, **changes: object) -> None:
        self.entries: list[Entry] = []
        opened = replace(OPENED, technical_alarms=technical, **changes)  # type: ignore[arg-type]
        self.chair = Chair(opened, self.entries.append, lambda _shown: None)
        self.chair.begin()
        self.now = 0.0

    def at(self, now: float, *events: Event) -> Recorder:
        """As both runners do it: after the end nothing is heard any more."""
        for event in events or (None,):
            if not self.chair.ended:
                self.chair.take(event, now)
        self.now = now
        return self

    def treating(self, *, rested: bool = True) -> Recorder:
        """`rested` False: without a baseline, so that no relative limit speaks."""
        baseline = (BASELINE,) if rested else ()
        return self.at(0.0, UP, *baseline, StartInfusion("Nurse 1"))

    def stream(self, until: float, **values: float) -> Recorder:
        """The same values once a second, up to `until`."""
        while self.now < until:
            self.at(self.now + 1.0, numerics(**values))
        return self


def played(steps: Iterable[tuple[float, Event]], *, technical: bool = False) -> list[Entry]:
    """What a chair records of events that come so many seconds after each other."""
    recorder, now = Recorder(technical=technical).treating(), 0.0
    for step, event in steps:
        now += step
        recorder.at(now, event)
    recorder.at(now + 700.0)
    return recorder.entries


KEYS = ("bp/high", "bp/low", "hr/high", "hr/low", "spo2/low", "nibp-failed", "symptom-emergency")
_HR, _SPO2 = st.integers(30, 170), st.integers(80, 100)


def _values(hr: int, spo2: int) -> Numerics:
    return numerics(hr=hr, spo2=spo2)


EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(cuff, st.integers(60, 230), st.integers(30, 140)),
    st.builds(cuff, st.integers(150, 205), st.integers(80, 125)),
    st.builds(_values, _HR, _SPO2),
    st.builds(_values, st.integers(100, 135), st.integers(86, 95)),
    st.builds(
        lambda key, action: Acknowledge(key, "Nurse 1", action),
        st.sampled_from(KEYS),
        st.sampled_from((None, Action.ARTEFACT, Action.REMEASURED)),
    ),
    st.just(PauseAudio("Nurse 1")),
    st.just(PauseInfusion("Nurse 1")),
    st.just(ResumeInfusion("Nurse 1", "Provider 1", "as ordered")),
    st.just(StopInfusion("Nurse 1")),
    st.just(EndSession("Nurse 1")),
    st.just(BASELINE),
    st.just(CuffFailed(CuffFailure.LEAK, SOURCE)),
    st.just(SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE)),
    st.builds(lambda n: Note(f"n{n}", NoteKind.CHEST_PAIN, "", "Nurse 1"), st.integers(0, 9)),
    st.builds(
        lambda rule, value: ChangeLimit(rule, value, "Nurse 1"),
        st.sampled_from(("sbp-high", "sbp-very-high", "dbp-high", "hr-high")),
        st.sampled_from((None, 100.0, 105.0, 115.0, 165.0, 175.0, 190.0)),
    ),
)
STEPS = st.lists(
    st.tuples(st.sampled_from((0, 1, 3, 5, 11, 30, 60, 120, 121, 301)), EVENTS), max_size=40
)
