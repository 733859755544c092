"""Values that stopped coming although nobody said why: the line lived, and no sensor was lost.

Rule: a hole of one sign of one device is told when it is longer than a value is fresh, no shorter
      than other gaps that are told, and unusual for this device; and when no other device gave the
      sign meanwhile. What the link, the program or the monitor itself explains is its own time:
      what goes on without a value afterwards is told, and so is what lasts to the end. Where a
      link comes and goes and no value comes with it, the hole is told as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.counted import Run, as_counted
from monitor.entries import Entry
from monitor.events import LinkChanged, LinkState, Numerics, Resumed, SessionOpened
from monitor.vitals import SignalLost, VitalSign

_TOLD = frozenset({SessionOpened, SignalLost, LinkChanged, Resumed, Numerics})
UNUSUAL = 4.0
"""Who gives a value a minute is not silent in between: so many of its usual pauses are a hole."""
_SECONDS_BEFORE_S = 2.0
"""What is said of a loss may come this long before the last value of another message."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """From the last value to the next one, session seconds; `to_end` = there was no next one."""

    sign: VitalSign
    from_s: float
    to_s: float
    to_end: bool = False


def stopped(entries: Sequence[Entry], shortest_s: float) -> list[Stopped]:
    """In the order of their beginnings."""
    heard = _Heard()
    for part in as_counted(entries, marked=False).parts(_TOLD):
        if isinstance(part, Run):
            heard.run(part)
        else:
            heard.entry(part)
    ends_s = entries[-1].now_s if entries else 0.0
    return sorted(heard.stopped(shortest_s, ends_s), key=lambda one: one.from_s)


class _Heard:
    def __init__(self) -> None:
        self._came: dict[tuple[str, VitalSign], list[float]] = defaultdict(list)
        self._fresh_for_s: dict[str, float] = {}
        self._said: list[tuple[float, str, VitalSign]] = []
        """(when, of which device, of which sign): a sensor gave nothing."""
        self._away: list[tuple[float, float, str]] = []
        """(from, to, which device; empty = all): no link, or no program."""
        self._quiet: dict[str, float] = {}
        """Devices whose link is away now, and since when."""

    def entry(self, entry: Entry) -> None:
        match entry.what:
            case SessionOpened(devices=devices):
                self._fresh_for_s |= {device.source: device.fresh_for_s for device in devices}
            case Numerics(readings=readings):
                for reading in readings:
                    self._came[reading.source, reading.sign].append(entry.now_s)
            case SignalLost(source=source, sign=sign):
                self._said.append((entry.now_s, source, sign))
            case LinkChanged(state=LinkState.UP, source=source):
                if source in self._quiet:
                    self._away.append((self._quiet.pop(source), entry.now_s, source))
            case LinkChanged(source=source, quiet_s=quiet_s):
                self._quiet.setdefault(source, entry.now_s - (quiet_s or 0.0))
            case Resumed(gap_from_s=gap_from_s):
                self._away.append((gap_from_s, entry.now_s, ""))

    def run(self, run: Run) -> None:
        layouts = run.columns.layouts
        which = run.columns.layout[run.first : run.end]
        for number in np.unique(which).tolist():
            times = run.now_s[which == number].tolist()
            layout = layouts[number]
            for sign, _quality in layout.signs:
                self._came[layout.source, sign] += times

    def stopped(self, shortest_s: float, ends_s: float) -> Iterator[Stopped]:
        for source, since_s in self._quiet.items():
            self._away.append((since_s, ends_s, source))
        for (source, sign), came in self._came.items():
            times = np.sort(np.array(came))  # a run is taken layout by layout
            if len(times) < 2:
                continue
            usual_s = UNUSUAL * float(np.median(np.diff(times)))
            longest_s = max(shortest_s, self._fresh_for_s.get(source, 0.0), usual_s)
            for hole in _holes(sign, times, longest_s, ends_s):
                pieces = list(_without(hole, self._told(hole, source, longest_s)))
                for piece in _worth_telling(pieces, longest_s):
                    if not self._elsewhere(piece, source):
                        yield piece

    def _told(self, hole: Stopped, source: str, longest_s: float) -> Iterator[tuple[float, float]]:
        """The times of which something is said: no link, no program, a sensor that gave nothing.

        Of one sign of a sensor is enough where its others stop at the same time.
        """
        for from_s, to_s, of in self._away:
            if of in {"", source}:
                yield from_s, to_s
        for at, of, sign in self._said:
            together = sign is hole.sign or at <= hole.from_s + longest_s
            if of == source and together and hole.from_s - _SECONDS_BEFORE_S <= at:
                yield at, hole.to_s

    def _elsewhere(self, hole: Stopped, source: str) -> bool:
        """Another device gave it meanwhile."""
        others: Iterable[list[float]] = (
            came for (of, sign), came in self._came.items() if of != source and sign is hole.sign
        )
        return any(hole.from_s < at < hole.to_s for came in others for at in came)


def _holes(
    sign: VitalSign, times: np.ndarray, longest_s: float, ends_s: float
) -> Iterator[Stopped]:
    for place in np.flatnonzero(np.diff(times) > longest_s).tolist():
        yield Stopped(sign, float(times[place]), float(times[place + 1]))
    if ends_s - times[-1] > longest_s:
        yield Stopped(sign, float(times[-1]), ends_s, to_end=True)


def _without(hole: Stopped, told: Iterable[tuple[float, float]]) -> Iterator[Stopped]:
    """What is left of a hole after the times that are told by themselves."""
    from_s = hole.from_s
    for begin_s, end_s in sorted(told):
        if end_s <= from_s or begin_s >= hole.to_s:
            continue
        yield replace(hole, from_s=from_s, to_s=max(from_s, begin_s), to_end=False)
        from_s = max(from_s, end_s)
    yield replace(hole, from_s=from_s, to_s=max(from_s, hole.to_s))


def _worth_telling(pieces: Sequence[Stopped], longest_s: float) -> list[Stopped]:
    """The long pieces of one hole; and as one the short ones between the times that are told.

    The first and the last are left out: nothing is there yet when a link has just gone or come.
    """
    found = [piece for piece in pieces if _length_s(piece) > longest_s]
    between = [piece for piece in pieces[1:-1] if 0.0 < _length_s(piece) <= longest_s]
    if sum(map(_length_s, between)) > longest_s:
        found.append(replace(between[-1], from_s=between[0].from_s))
    return found


def _length_s(piece: Stopped) -> float:
    return piece.to_s - piece.from_s
