"""The continuous signs of one chair as curves: heart rate and SpO2.

Rule 1: heart rate is the ECG's; while there is none, the oximeter's pulse takes its place, and
        the line is broken where the source changes.
Rule 2: a value of poor quality is no value; it is a gap with that reason.
Rule 3: a value that stops coming is a gap from its last point on, once it is older than the
        freshness of the device that sent it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from monitor.events import LinkChanged, LinkState, Numerics
from monitor.vitals import LostReason, Quality, Reading, SignalLost, VitalSign
from ui.trend_buffer import Floats, TrendBuffer

if TYPE_CHECKING:
    from data.columns import Columns
    from data.counted import Run

FRESH_FOR_S = 5.0
"""For a source of which no device says better."""
UNUSABLE = frozenset({Quality.POOR, Quality.ARTEFACT})
AWAY = "program-away"


class Track:
    """One curve: its buffer, and which sign and device fill it now."""

    def __init__(self, sign: VitalSign) -> None:
        self.sign = sign
        self.buffer = TrendBuffer()
        self.source = ""
        self.heard_s: float | None = None
        self._least = math.inf
        self._most = -math.inf

    @property
    def extremes(self) -> tuple[float, float] | None:
        """The least and the greatest value that came; None before the first."""
        return (self._least, self._most) if self._most >= self._least else None

    def take(self, now_s: float, reading: Reading) -> None:
        if reading.sign is not self.sign or reading.source != (self.source or reading.source):
            self.buffer.gap(now_s, "")
            self.sign = reading.sign
        self.source, self.heard_s = reading.source, now_s
        if reading.quality in UNUSABLE:
            self.buffer.gap(now_s, LostReason.POOR_SIGNAL)
        else:
            self.buffer.put(now_s, reading.value)
            self._least = min(self._least, reading.value)
            self._most = max(self._most, reading.value)

    def take_on(self, now_s: Floats, values: Floats, alike: Reading, fresh_s: float) -> None:
        """The same for the values behind `alike` that are like it but for their number."""
        if not len(now_s):
            return
        self.heard_s = float(now_s[-1])
        if alike.quality not in UNUSABLE:
            self.buffer.put_all(now_s, values, fresh_s)
            self._least = min(self._least, float(values.min()))
            self._most = max(self._most, float(values.max()))


class Signals:
    def __init__(self) -> None:
        self.rate = Track(VitalSign.HR)
        self.spo2 = Track(VitalSign.SPO2)
        self._fresh_for_s: dict[str, float] = {}

    @property
    def tracks(self) -> Sequence[Track]:
        return (self.rate, self.spo2)

    def know(self, source: str, fresh_for_s: float) -> None:
        self._fresh_for_s[source] = fresh_for_s

    def fresh_for_s(self, source: str) -> float:
        if source in self._fresh_for_s:
            return self._fresh_for_s[source]
        return max(self._fresh_for_s.values(), default=FRESH_FOR_S)

    def numerics(self, now_s: float, numerics: Numerics) -> None:
        for reading in numerics.readings:
            if reading.sign is VitalSign.SPO2:
                self.spo2.take(now_s, reading)
        rate = self._rate_of(now_s, numerics)
        if rate is not None:
            self.rate.take(now_s, rate)

    def lost(self, now_s: float, lost: SignalLost) -> None:
        for track in self.tracks:
            nothing_yet = track.heard_s is None and lost.sign in (VitalSign.HR, VitalSign.PULSE)
            if lost.sign is track.sign or (track is self.rate and nothing_yet):
                track.buffer.gap(now_s, lost.reason)

    def link(self, now_s: float, link: LinkChanged) -> None:
        if link.state is LinkState.UP:
            return
        for track in self.tracks:
            if track.source in ("", link.source):
                track.buffer.gap(now_s, link.reason)

    def away(self, from_s: float) -> None:
        """The program itself was not there."""
        for track in self.tracks:
            track.buffer.gap(from_s, AWAY)

    def age(self, now_s: float) -> None:
        """Notice the values that have stopped coming."""
        for track in self.tracks:
            track.buffer.age(now_s, self.fresh_for_s(track.source))

    def run(self, run: Run) -> None:
        """The same as `age` and `numerics` for each row of a recorded run."""
        layout = run.columns.layout
        turns = (np.flatnonzero(np.diff(layout[run.first : run.end])) + run.first + 1).tolist()
        for first, end in itertools.pairwise((run.first, *turns, run.end)):
            for track in self.tracks:
                self._alike(track, run.columns, first, end)
        self.age(float(run.now_s[-1]))

    def _alike(self, track: Track, columns: Columns, first: int, end: int) -> None:
        """Rows of one layout: what one of them settles holds for those behind it."""
        for row in range(first, end):
            now_s, numerics = float(columns.now_s[row]), columns.numerics(row)
            found = self._of(track, now_s, numerics)
            if found is None and self._may_turn(track, numerics):
                continue
            if found is not None:
                track.buffer.age(now_s, self.fresh_for_s(track.source))
                track.take(now_s, found)
                rest = slice(row + 1, end)
                fresh_s = self.fresh_for_s(track.source)
                track.take_on(
                    columns.now_s[rest], columns.values[found.sign][rest], found, fresh_s
                )
            return

    def _of(self, track: Track, now_s: float, numerics: Numerics) -> Reading | None:
        if track is self.rate:
            track.buffer.age(now_s, self.fresh_for_s(track.source))
            return self._rate_of(now_s, numerics)
        return next((one for one in numerics.readings if one.sign is VitalSign.SPO2), None)

    def _may_turn(self, track: Track, numerics: Numerics) -> bool:
        """The oximeter's pulse waits for the rate of the ECG to be over."""
        pulse = any(one.sign is VitalSign.PULSE for one in numerics.readings)
        return track is self.rate and pulse

    def _rate_of(self, now_s: float, numerics: Numerics) -> Reading | None:
        found = {reading.sign: reading for reading in numerics.readings}
        ecg, pulse = found.get(VitalSign.HR), found.get(VitalSign.PULSE)
        if ecg is not None and (ecg.quality not in UNUSABLE or pulse is None):
            return ecg
        if pulse is None or self._ecg_lives(now_s, ecg):
            return None
        return pulse

    def _ecg_lives(self, now_s: float, ecg: Reading | None) -> bool:
        """The ECG's rate came moments ago, merely not together with this pulse."""
        if ecg is not None or self.rate.sign is not VitalSign.HR:
            return False
        last = self.rate.buffer.last
        return last is not None and now_s - last[0] <= self.fresh_for_s(self.rate.source)
