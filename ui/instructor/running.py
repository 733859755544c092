"""What was let happen and still goes on, and can be ended. Pure, no Qt.

Rule: it is known here only by what was done: what ends by itself is over at its time, and what
      the learner's hand mended when the record says that the hand was there.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from devices.simulated.scenario.mishaps import CuffFails, Mishap, PatientMishap, overlays_of
from ui.instructor.triggers import end_of


@dataclass(frozen=True, slots=True)
class Running:
    """`name` is that of its trigger; `until_s` None = until somebody ends it. Session seconds.

    `readings`: how many results of the cuff it still spoils; None = it is not about the cuff.
    """

    number: int
    name: str
    mishap: Mishap
    end: Mishap
    since_s: float
    until_s: float | None
    readings: int | None = None


def lasts_s(mishap: Mishap) -> float | None:
    """How long it goes on by itself; None = until it is ended, or it is over at once."""
    if isinstance(mishap, PatientMishap):
        return max(60.0 * overlay.points[-1][0] for overlay in overlays_of(mishap))
    return getattr(mishap, "for_s", None)


class RunningList:
    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._all: list[Running] = []

    def begin(self, name: str, mishap: Mishap, now_s: float) -> None:
        """What cannot be ended is not kept; what goes on already begins anew."""
        end = end_of(mishap)
        if end is None:
            return
        self._all = [one for one in self._all if one.name != name]
        lasts = lasts_s(mishap)
        until_s = None if lasts is None else now_s + lasts
        readings = mishap.times if isinstance(mishap, CuffFails) else None
        number = next(self._numbers)
        self._all.append(Running(number, name, mishap, end, now_s, until_s, readings))

    def cuff_failed(self) -> None:
        """One result less to spoil."""
        left = [
            one if one.readings is None else replace(one, readings=one.readings - 1)
            for one in self._all
        ]
        self._all = [one for one in left if one.readings != 0]

    def at(self, now_s: float) -> tuple[Running, ...]:
        """What goes on at this moment, the newest first."""
        self._all = [one for one in self._all if one.until_s is None or now_s < one.until_s]
        return tuple(reversed(self._all))

    def take(self, number: int) -> Running | None:
        """It is to be ended; None = it is over already."""
        found = next((one for one in self._all if one.number == number), None)
        self._all = [one for one in self._all if one is not found]
        return found

    def mend(self, ends: Iterable[Mishap]) -> None:
        """Somebody else ended everything that one of these ends."""
        ends = tuple(ends)
        self._all = [one for one in self._all if one.end not in ends]
