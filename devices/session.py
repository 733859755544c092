"""What a driver is: facts about a monitor, and a way to hold a conversation with it.

Rule 1: a driver does no I/O. Bytes and the moment go in, observations and bytes come out.
Rule 2: a `DeviceSession` raises nothing. Damaged input is a `ProtocolError` it *yields*.
Rule 3: memory is bounded whatever arrives; after any noise the next whole frame is understood.
Rule 4: nothing is ever sent that changes the monitor; what is sent is listed in `Driver.sends`.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from devices.errors import ProtocolError
from monitor.vitals import Observation, VitalSign

DeviceEvent = Observation | ProtocolError

START_MEANT_S = 5.0
"""A start of the cuff that could not be sent for so long is forgotten, and not sent late."""


class DeviceSession(Protocol):
    """One conversation with one monitor. `at` and `now` are monotonic seconds of any origin."""

    @property
    def frames(self) -> int:
        """Whole, valid frames so far, whether or not they said anything new: the line lives."""
        ...

    def opened(self, at: float) -> bytes:
        """The line was (re)opened: drop half a frame, remember what is known; bytes to send."""
        ...

    def receive(self, data: bytes, at: float) -> Iterable[DeviceEvent]:
        """Bytes that arrived, in pieces of any size. Consume the result before the next call."""
        ...

    def due(self, now: float) -> bytes:
        """What is to be sent now; empty when nothing is due. Never blocks, never sleeps."""
        ...

    def wake_at(self) -> float | None:
        """When `due` next has something to say; None for a monitor that only talks."""
        ...


@runtime_checkable
class StartsCuff(Protocol):
    """A conversation that can also ask the monitor to measure; only where a person allowed it."""

    def start_cuff(self, now: float) -> None:
        """Queue the command; `due` sends it when the line is free, within `START_MEANT_S`.

        The caller limits the rate.
        """
        ...


class Parity(enum.StrEnum):
    NONE = "N"
    EVEN = "E"
    ODD = "O"


@dataclass(frozen=True, slots=True)
class LineSettings:
    baud: int
    data_bits: int = 8
    parity: Parity = Parity.NONE
    stop_bits: int = 1
    rtscts: bool = False

    def bytes_per_s(self) -> float:
        """How many bytes the line can carry, start, parity and stop bits included."""
        bits = 1 + self.data_bits + (self.parity is not Parity.NONE) + self.stop_bits
        return self.baud / bits


class Done(enum.StrEnum):
    DONE = "done"
    TODO = "todo"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class QualityRow:
    """One line of a driver's quality list, shown in the connect dialog."""

    what: str
    state: Done
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """One kind of monitor. `interval_s`: continuous values come this often.

    `alternative_lines`: other settings that some units of it have; who searches a port may try
    them, and a link is opened with one of them by naming it.

    `bytes_per_s` is what a real unit puts on the wire in normal use (both the pace of a played
    raw file and the measure for the decoder's speed). `open(source)` starts a conversation whose
    observations bear that source.
    """

    name: str
    title: str
    line: LineSettings
    signs: frozenset[VitalSign]
    interval_s: float
    bytes_per_s: float
    open: Callable[[str], DeviceSession]
    cable: str
    sends: tuple[tuple[bytes, str], ...] = ()
    """What is sent without being asked for: requests that only start or select data output."""
    alternative_lines: tuple[LineSettings, ...] = ()
    speaks_only_when_measured: bool = False
    """It is silent for minutes and well: of its link only a port that fails can be noticed."""
    cuff_start: tuple[bytes, ...] = ()
    """What starts its cuff, in each of its forms; sent only where a person switched it on."""
    quality: tuple[QualityRow, ...] = field(default=())

    @property
    def source(self) -> str:
        return f"device:{self.name}"

    @property
    def starts_cuff(self) -> bool:
        """Its sessions are `StartsCuff`."""
        return bool(self.cuff_start)

    @property
    def fresh_for_s(self) -> float:
        """A continuous value older than this is blank."""
        return max(5.0, 2.5 * self.interval_s)

    @property
    def link_lost_after_s(self) -> float | None:
        """No data for this long is a lost link; None = no silence is."""
        return None if self.speaks_only_when_measured else max(10.0, 2.5 * self.interval_s)
