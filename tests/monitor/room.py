"""A station in a few words: a real thread, two clocks that only a test moves."""

from __future__ import annotations

from dataclasses import replace

from chairs import OPENED
from helpers import wait_until

from monitor.chair import Chair
from monitor.entries import (
    Anchor,
    ChairBroken,
    Entry,
    Published,
)
from monitor.events import Event, Part, PartRecovered
from monitor.outcomes import AlarmChanged
from monitor.sounding import Sounding
from monitor.station import (
    Station,
    Ways,
)

UTC = 1_700_000_000.0


class HandClock:
    """Both clocks; they only go on when they are told to. Any thread may read them."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.stepped_s = 0.0

    def mono(self) -> float:
        return self.now

    def utc(self) -> float:
        return UTC + self.now + self.stepped_s


class Room:
    """A station, its chairs, and everything that comes out of it."""

    def __init__(self) -> None:
        self.clock = HandClock()
        self.anchors: list[Anchor] = []
        self.sounds: list[tuple[Sounding, ...]] = []
        self.beats = 0
        self.broken: list[ChairBroken] = []
        self.entries: dict[int, list[Entry]] = {}
        self.shown: dict[int, list[Published]] = {}
        self.station = Station(
            Ways(self.anchors.append, self.sounds.append, self._beat, self.broken.append),
            clock=self.clock.mono,
            utc=self.clock.utc,
        )
        self.station.start()

    def _beat(self) -> None:
        self.beats += 1

    def chair(self, number: int, *, technical: bool = False, join: bool = True) -> Chair:
        opened = replace(
            OPENED, session_id=f"s-{number}", chair=number, technical_alarms=technical
        )
        entries: list[Entry] = []
        shown: list[Published] = []
        self.entries[number], self.shown[number] = entries, shown
        chair = Chair(opened, entries.append, shown.append)
        chair.begin()
        if join:
            self.station.join(chair, self.clock.now)
        return chair

    def heard(self, number: int, *events: Event) -> None:
        for event in events:
            self.station.send(number, event)

    def settled(self) -> None:
        """Everything that was sent is judged, and a whole turn has passed."""
        for turn in ("the turn under way", "a whole turn"):
            before = self.beats
            self.station.part(PartRecovered(Part.AWAKE))  # no news, but it wakes the station
            wait_until(lambda before=before: self.beats > before, what=turn)

    def alarms(self, number: int) -> list[tuple[str, str]]:
        return [
            (entry.what.alarm, entry.what.state.value)
            for entry in list(self.entries[number])
            if isinstance(entry.what, AlarmChanged)
        ]

    def expect(self, number: int, alarm: str, state: str = "sounding") -> None:
        wait_until(lambda: (alarm, state) in self.alarms(number), what=f"{alarm} {state}")
