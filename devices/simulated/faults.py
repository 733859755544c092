"""What befalls the wire between a simulated monitor and the computer, as data: `[[fault]]`."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class FaultKind(enum.StrEnum):
    UNPLUGGED = "unplugged"
    """There is no cable: no port."""
    SILENT = "silent"
    """The port is there, and nothing comes through it: the plug at the monitor is out."""
    NOISE = "noise"
    """`share` of the bytes arrive as other ones."""
    STUCK = "stuck"
    """Only one byte comes, again and again."""
    HALF_FRAMES = "half-frames"
    """`share` of the messages break off half-way."""
    WRONG_BAUD = "wrong-baud"
    """Somebody set the monitor to another speed: what arrives are other bytes."""
    SLOW = "slow"
    """Everything arrives `by_s` late, and in its order."""
    CLOCK_SKEW = "clock-skew"
    """The clock of the monitor goes `by_s` before (after, if negative) the true one."""
    STALE = "stale"
    """The last message is sent again and again, as if nothing had happened since."""
    RESTART = "restart"
    """The monitor is switched off at the beginning and comes back, as new, at the end."""


@dataclass(frozen=True, slots=True)
class Fault:
    """From (included) to (excluded), session seconds. `share` and `by_s` as the kind says."""

    kind: FaultKind
    from_s: float
    to_s: float
    share: float = 0.0
    by_s: float = 0.0

    def holds(self, now: float) -> bool:
        return self.from_s <= now < self.to_s
