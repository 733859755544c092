"""What somebody does to a cable that runs: the mishap as faults of its line, and back again.

Rule: no port is the link's own affair, everything else the line's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from devices.simulated.scenario.faults import Fault, FaultKind, usual_fault
from devices.simulated.scenario.mishaps import (
    CableIn,
    CableMishap,
    CableOut,
    WireFault,
    WireMended,
)
from devices.simulated.wire.faulty_line import FaultyLine
from devices.simulated.wire.stepped_link import SteppedLink

LOOSE_CONTACT = (FaultKind.SILENT, FaultKind.NOISE, FaultKind.STUCK, FaultKind.HALF_FRAMES)
"""What a plug that is pushed home mends."""
_EMPTY_BATTERY = (FaultKind.BATTERY_LOW, FaultKind.RESTART)
"""What the mains mend: the battery, and that the monitor went off because of it."""


def befall_wire(link: SteppedLink, line: FaultyLine, mishap: CableMishap, now: float) -> None:
    """It happens now, to the line of this link."""
    match mishap:
        case CableOut():
            lay(link, line, _lasting(FaultKind.UNPLUGGED, mishap.for_s, now))
        case CableIn():
            link.plug(now, plugged=True)
            for kind in (*LOOSE_CONTACT, *_mains(line)):
                line.mend(now, kind)
        case WireFault():
            lay(link, line, _sized(mishap, _lasting(mishap.kind, mishap.for_s, now)))
        case WireMended():
            if mishap.kind in {None, FaultKind.UNPLUGGED}:
                link.plug(now, plugged=True)
            line.mend(now, mishap.kind)


def _mains(line: FaultyLine) -> tuple[FaultKind, ...]:
    """Who looks after the cables sees a mains plug that is out, too: where a battery ran down."""
    on_battery = any(fault.kind is FaultKind.BATTERY_LOW for fault in line.faults)
    return _EMPTY_BATTERY if on_battery else ()


def plan_wire(
    link: SteppedLink, line: FaultyLine, faults: Iterable[Fault], later_s: float, now: float
) -> None:
    """What a scenario plans, `later_s` later than it says; what would be over begins now."""
    for fault in faults:
        from_s = max(now, fault.from_s + later_s)
        lay(link, line, replace(fault, from_s=from_s, to_s=from_s + fault.to_s - fault.from_s))


def lay(link: SteppedLink, line: FaultyLine, fault: Fault) -> None:
    if fault.kind is not FaultKind.UNPLUGGED:
        line.befall(fault)
        return
    link.plug(fault.from_s, plugged=False)
    if math.isfinite(fault.to_s):
        link.plug(fault.to_s, plugged=True)


def _lasting(kind: FaultKind, for_s: float | None, now: float) -> Fault:
    return usual_fault(kind, now, math.inf if for_s is None else now + for_s)


def _sized(mishap: WireFault, fault: Fault) -> Fault:
    share = fault.share if mishap.share is None else mishap.share
    return replace(fault, share=share, by_s=fault.by_s if mishap.by_s is None else mishap.by_s)
