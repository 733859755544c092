"""What a mishap is called in a record, and with which figures, in words. Pure, no Qt.

Rule: the id is the mishap's own name, so that a new one needs a sentence and no table here.
"""

from __future__ import annotations

import enum
import re

from devices.simulated.scenario.faults import FaultKind
from devices.simulated.scenario.mishaps import (
    Apnoea,
    CuffFails,
    Desaturation,
    FastRhythm,
    Likeness,
    Mishap,
    Motion,
    NextCuff,
    Panic,
    Subsides,
    Surge,
    Vasovagal,
    WireFault,
)
from ui.chair.spans import span_text
from ui.words import say

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def kebab(name: str) -> str:
    """`CuffFails` is ``cuff-fails``."""
    return _WORD.sub("-", name).lower()


def staged_id(mishap: Mishap) -> str:
    """Its name; with its kind, where one class has several."""
    name = kebab(type(mishap).__name__)
    kind = getattr(mishap, "kind", None)
    return f"{name}-{kind.value}" if isinstance(kind, enum.Enum) else name


def staged_text(mishap: Mishap) -> str:
    """How much and how long, in words; empty = its name says everything."""
    return ", ".join(part for part in (_how_much(mishap), _how_long(mishap)) if part)


def _how_much(mishap: Mishap) -> str:
    match mishap:
        case NextCuff(sbp=sbp, dbp=dbp):
            return say("staged-pressure", f"{sbp:.0f}", f"{dbp:.0f}")
        case CuffFails(times=times):
            return say("figures-next-times", times)
        case Motion(spo2=float(spo2)):
            return say("staged-shown-spo2", f"{spo2:.0f}")
        case Likeness(sbp=sbp, dbp=dbp, hr=hr, spo2=spo2):
            return say("staged-likeness", sbp, dbp, hr, spo2)
        case WireFault():
            return _of_wire(mishap)
    return _of_patient(mishap)


def _of_patient(mishap: Mishap) -> str:
    match mishap:
        case Surge(rise_s=rise_s):
            moved = _moved(mishap.sbp, mishap.dbp, mishap.hr)
            return say("staged-within", moved, _span(rise_s)) if moved else ""
        case Vasovagal(fall_s=fall_s):
            moved = _moved(mishap.sbp, mishap.dbp, mishap.hr)
            return say("staged-within", moved, _span(fall_s))
        case Panic(hr=hr):
            return _moved(0.0, 0.0, hr)
        case FastRhythm(hr=hr, lost=lost):
            missing = say("staged-lost-beats", f"{lost:.0f}") if lost else ""
            return ", ".join(part for part in (_moved(0.0, 0.0, hr), missing) if part)
        case Desaturation(spo2=spo2, fall_s=fall_s):
            return say("staged-spo2-within", f"{spo2:.0f}", _span(fall_s))
        case Apnoea(for_s=for_s, spo2=spo2):
            return say("staged-apnoea", _span(for_s), f"{spo2:.0f}")
        case Subsides(within_s=within_s):
            return say("staged-subsides", _span(within_s))
    return ""


def _of_wire(fault: WireFault) -> str:
    if fault.share is not None:
        return say("staged-share", f"{100.0 * fault.share:.0f}")
    if fault.by_s is None:
        return ""
    if fault.kind is FaultKind.CLOCK_SKEW:
        words = "staged-clock-ahead" if fault.by_s > 0 else "staged-clock-behind"
        return say(words, _span(abs(fault.by_s)))
    return say("figures-late", _span(fault.by_s))


def _how_long(mishap: Mishap) -> str:
    match mishap:
        case Apnoea():
            return ""
        case Surge(hold_s=for_s) | Vasovagal(hold_s=for_s) | Desaturation(hold_s=for_s):
            return say("staged-for", _span(for_s))
    lasts_s = getattr(mishap, "for_s", None)
    return say("staged-for", _span(lasts_s)) if isinstance(lasts_s, int | float) else ""


def _moved(sbp: float, dbp: float, hr: float) -> str:
    """By how much, with its sign; what does not move is left out."""
    pressure = say("staged-pressure-by", _signed(sbp), _signed(dbp)) if sbp or dbp else ""
    rate = say("staged-rate-by", _signed(hr)) if hr else ""
    return ", ".join(part for part in (pressure, rate) if part)


def _signed(number: float) -> str:
    return f"{number:+.0f}".replace("-", "−")


def _span(seconds: float) -> str:
    """As `span_text`, but that a minute and a half is not said as one."""
    between = 60.0 < seconds < 120.0
    return say("span-s", f"{seconds:.0f}") if between else span_text(seconds)
