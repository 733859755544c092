"""What befalls the wire between a simulated monitor and the computer, as data: `[[fault]]`.

Rule 1: any number of faults may hold at the same time.
Rule 2: a fault that says something without meaning is refused (`wrong`), and not left out.

On a command line a fault is ``KIND[:FROM-TO[:VALUE]]``, seconds; see `fault_from`.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass, replace


class FaultKind(enum.StrEnum):
    UNPLUGGED = "unplugged"
    """There is no cable: no port."""
    SILENT = "silent"
    """The port is there, and nothing comes through it: the plug at the monitor is out."""
    NOISE = "noise"
    """`share` of the bytes arrive as other ones, both ways."""
    STUCK = "stuck"
    """Only one byte comes, again and again."""
    HALF_FRAMES = "half-frames"
    """`share` of the messages break off half-way."""
    WRONG_BAUD = "wrong-baud"
    """Somebody set the monitor to another speed: what arrives are other bytes, both ways."""
    SLOW = "slow"
    """Everything arrives `by_s` late, and in its order; later by `share` seconds each second."""
    CLOCK_SKEW = "clock-skew"
    """The clock of the monitor goes `by_s` before (after, if negative) the true one.

    Without effect on a monitor that tells no time: all but the AND, the GE S/5, the IntelliVue,
    the Masimo, the Nellcor and the Omron.
    """
    STALE = "stale"
    """The last message is sent again every second, as if nothing had happened since.

    A monitor that speaks when it is asked gives its last answer to the same question.
    """
    RESTART = "restart"
    """The monitor is switched off at the beginning and comes back, as new, at the end.

    Its clock goes on; its last cuff result is forgotten.
    """
    BATTERY_LOW = "battery-low"
    """The battery of the monitor is nearly empty. Only the Nellcor says so."""


@dataclass(frozen=True, slots=True)
class Fault:
    """From (included) to (excluded), session seconds. `share` and `by_s` as the kind says.

    `baud` is the speed that the monitor was set to, 0 = half of that of its line. `driver` names
    the monitor that it befalls when there are several, empty = all.
    """

    kind: FaultKind
    from_s: float
    to_s: float
    share: float = 0.0
    by_s: float = 0.0
    baud: int = 0
    driver: str = ""

    def holds(self, now: float) -> bool:
        return self.from_s <= now < self.to_s


USUAL_SHARE = {FaultKind.NOISE: 0.02, FaultKind.HALF_FRAMES: 0.5}
USUAL_BY_S = {FaultKind.SLOW: 5.0, FaultKind.CLOCK_SKEW: 300.0}
MOST_LATE_S = 120.0
"""A message is never later than this, however slow the line grows."""


def wrong(fault: Fault) -> str | None:
    """Why there is no such fault, in a sentence; None = there can be one."""
    kind = fault.kind
    if not 0.0 <= fault.from_s < fault.to_s:
        return f"{kind}: it must begin at 0 s or later, and end after that"
    if not 0.0 <= fault.share <= 1.0:
        return f"{kind}: a share of {fault.share:g} is not between 0 and 1"
    if kind in USUAL_SHARE and not fault.share:
        return f"{kind}: of no share of what is sent it is none; say share"
    if kind is FaultKind.SLOW and not 0.0 <= fault.by_s <= MOST_LATE_S:
        return f"{kind}: {fault.by_s:g} s late is not between 0 and {MOST_LATE_S:g}"
    if kind is FaultKind.CLOCK_SKEW and not fault.by_s:
        return f"{kind}: say by_s, how far the clock is wrong"
    if not math.isfinite(fault.by_s):
        return f"{kind}: {fault.by_s:g} is not a number of seconds"
    return f"{kind}: there is no speed of {fault.baud}" if fault.baud < 0 else None


def usual_fault(kind: FaultKind, from_s: float, to_s: float) -> Fault:
    """One of the usual size."""
    share, by_s = USUAL_SHARE.get(kind, 0.0), USUAL_BY_S.get(kind, 0.0)
    return Fault(kind, from_s, to_s, share, by_s)


def befalling(faults: tuple[Fault, ...], driver: str) -> tuple[Fault, ...]:
    """Those that this monitor meets."""
    return tuple(fault for fault in faults if fault.driver in {"", driver})


def fault_from(text: str) -> Fault:
    """Read ``KIND[:FROM-TO[:VALUE]]``.

    Without FROM-TO it holds from the beginning to the end. VALUE is the share of `noise` and
    `half-frames`, the seconds of `slow` and `clock-skew`, the speed of `wrong-baud`; the usual
    size without it. Raises `ValueError` with one sentence.
    """
    name, _, rest = text.partition(":")
    window, _, value = rest.partition(":")
    if name not in set(FaultKind):
        known = ", ".join(FaultKind)
        raise ValueError(f"{name!r} is no fault; there are {known}.")
    fault = usual_fault(FaultKind(name), *_window(window, text))
    if value:
        fault = _sized(fault, _number(value, text))
    why = wrong(fault)
    if why is not None:
        raise ValueError(f"{text!r} cannot be: {why}.")
    return fault


def written(fault: Fault) -> str:
    """The same as `fault_from` reads it; what a command line cannot say is left out."""
    end = "" if math.isinf(fault.to_s) else repr(fault.to_s)
    head = f"{fault.kind}:{fault.from_s!r}-{end}"
    if fault.kind in USUAL_SHARE:
        return f"{head}:{fault.share!r}"
    if fault.kind in USUAL_BY_S:
        return f"{head}:{fault.by_s!r}"
    return f"{head}:{fault.baud}" if fault.baud else head


def _window(window: str, text: str) -> tuple[float, float]:
    if not window:
        return 0.0, math.inf
    begin, dash, end = window.partition("-")
    if not dash:
        raise ValueError(f"{text!r} does not say from when to when; write KIND:FROM-TO, seconds.")
    return _number(begin, text), _number(end, text) if end else math.inf


def _number(written_as: str, text: str) -> float:
    try:
        number = float(written_as)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"{written_as!r} in {text!r} is no number; write KIND:FROM-TO:VALUE.")
    return number


def _sized(fault: Fault, value: float) -> Fault:
    if fault.kind in USUAL_SHARE:
        return replace(fault, share=value)
    if fault.kind in USUAL_BY_S:
        return replace(fault, by_s=value)
    if fault.kind is FaultKind.WRONG_BAUD:
        return replace(fault, baud=int(value))
    raise ValueError(f"{fault.kind} has no size; write {fault.kind}:FROM-TO.")
