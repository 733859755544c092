"""What a bedside monitor displays: numbers with what it knows about them, and its cuff.

Rule 1: None is no number. Why there is none, or why one is doubtful, stands beside it, and each
        virtual monitor says of that what its real one could say.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Protocol

from devices.simulated.body.patient import Vitals
from monitor.vitals import CuffFailure


class Finger(enum.Enum):
    """How the oximeter fares."""

    ON = enum.auto()
    MOVING = enum.auto()
    """There are numbers, and they are doubtful."""
    COLD = enum.auto()
    """There are numbers out of hardly any pulse wave."""
    NO_PULSE = enum.auto()
    """The probe is on, and it searches: no numbers."""
    OFF = enum.auto()

    @property
    def doubtful(self) -> bool:
        return self in _DOUBTFUL


_DOUBTFUL = frozenset({Finger.MOVING, Finger.COLD})


class Chest(enum.Enum):
    """How the electrocardiograph fares."""

    ON = enum.auto()
    MOVING = enum.auto()
    OFF = enum.auto()


@dataclass(frozen=True, slots=True)
class CuffValues:
    """One result: mmHg and 1/min; `ended_s` is when. `moved`: the arm was not still."""

    sbp: int
    dbp: int
    map: int
    pulse: int
    ended_s: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class CuffShown:
    """`last` is the last result, however old; `failure` is set while the newest cycle failed.

    `began_s`: when the present inflation began; None = nothing is measured, or nobody knows.
    """

    measuring: bool = False
    last: CuffValues | None = None
    failure: CuffFailure | None = None
    began_s: float | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the monitor displays, and the truth its waves are drawn from.

    The perfusion of `truth` is that which the probe finds.
    """

    hr: int | None
    rr: int | None
    spo2: int | None
    pulse: int | None
    cuff: CuffShown
    truth: Vitals
    finger: Finger = Finger.ON
    chest: Chest = Chest.ON

    @property
    def searching(self) -> bool:
        """The probe is on a finger and finds no pulse; without numbers and without this, off."""
        return self.finger is Finger.NO_PULSE


class Measuring(Protocol):
    """All that a virtual monitor knows of its sensors. `now` is its own time, and never goes back.

    How often it is asked changes nothing.
    """

    def at(self, now: float) -> Shown:
        """What is displayed at `now`."""
        ...

    def start_cuff(self, now: float) -> None:
        """START was pressed; without meaning while a measurement runs."""
        ...

    def cancel_cuff(self, now: float) -> None: ...
