"""What a trigger would do now, in figures: how much, and for how long. Pure, no Qt."""

from __future__ import annotations

from devices.simulated.scenario.faults import FaultKind
from devices.simulated.scenario.mishaps import (
    Apnoea,
    CuffFails,
    Desaturation,
    FastRhythm,
    Mishap,
    NextCuff,
    Panic,
    PressStart,
    Surge,
    Vasovagal,
    WireFault,
)
from monitor.vitals import VitalSign
from ui.chair.spans import span_text
from ui.instructor.running import lasts_s
from ui.instructor.triggers import Needs, end_of
from ui.words import say, sign_label


def trigger_name(name: str) -> str:
    return say(f"trigger-{name}")


def lack_text(needs: Needs) -> str:
    """What the monitors do not have, in a word."""
    return say(f"trigger-lacks-{needs}")


def figures_text(mishap: Mishap) -> str:
    """``+50/+28 · 16 min``; of what somebody has to end, that it goes on until then."""
    return " · ".join(part for part in (_how_much(mishap), _how_long(mishap)) if part)


def _how_much(mishap: Mishap) -> str:
    match mishap:
        case NextCuff(sbp=sbp, dbp=dbp):
            return f"{sbp:.0f}/{dbp:.0f} mmHg"
        case CuffFails(times=times):
            return say("figures-next-times", times)
        case PressStart():
            return say("figures-at-once")
        case WireFault(share=float(share)):
            return f"{share:.0%}".replace("%", " %")
        case WireFault(kind=FaultKind.CLOCK_SKEW, by_s=float(by_s)):
            return say("staged-clock-ahead" if by_s > 0 else "staged-clock-behind", _clock(by_s))
        case WireFault(by_s=float(by_s)):
            return say("figures-late", span_text(by_s))
    return _of_patient(mishap)


def _of_patient(mishap: Mishap) -> str:
    match mishap:
        case Surge(sbp=sbp, dbp=dbp, hr=hr):
            return _pressure(sbp, dbp) if sbp else _rate(hr)
        case Vasovagal(hr=hr, sbp=sbp, dbp=dbp):
            return f"{sign_label(VitalSign.HR)} {_signed(hr)}, {_pressure(sbp, dbp)}"
        case Panic(hr=hr) | FastRhythm(hr=hr):
            return _rate(hr)
        case Desaturation(spo2=spo2):
            return say("figures-down-to", f"{spo2:.0f}")
        case Apnoea(for_s=for_s, spo2=spo2):
            return say("figures-no-breath", span_text(for_s), f"{spo2:.0f}")
    return ""


def _how_long(mishap: Mishap) -> str:
    if isinstance(mishap, Apnoea | Vasovagal | CuffFails) or end_of(mishap) is None:
        return ""
    lasts = lasts_s(mishap)
    return say("figures-until-ended") if lasts is None else span_text(lasts)


def _clock(by_s: float) -> str:
    return span_text(abs(by_s))


def _pressure(sbp: float, dbp: float) -> str:
    return f"{_signed(sbp)}/{_signed(dbp)}"


def _rate(by: float) -> str:
    return say("figures-rate", _signed(by))


def _signed(number: float) -> str:
    return f"{number:+.0f}".replace("-", "−")
