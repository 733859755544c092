"""What a numeral says, in words and digits: from a picture to strings. Pure, no Qt.

Rule 1: a value that is not live never looks live: grey, dashes, or its reason in words.
Rule 2: the reason is always said; a panel is never just empty.
Rule 3: after the end an age would stand still: the time of day is said instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.limits import Modifier
from monitor.outcomes import Priority
from monitor.picture import Numeral, Shown
from monitor.vitals import SIGNS, VitalSign
from ui.chair.device_text import maker
from ui.chair.spans import age_text, clock_text, minutes_text
from ui.view_state import ChairView
from ui.words import perhaps, say, sign_label

VISIBLE = frozenset({Shown.LIVE, Shown.AGED})
DASHES = "– –"


@dataclass(frozen=True, slots=True)
class VitalFace:
    """One continuous sign. `big` is empty when `reason` stands in its place."""

    sign: VitalSign
    title: str
    unit: str
    limits: str
    big: str
    reason: str
    aged: bool
    age: str
    delta: str
    breach: Priority | None


@dataclass(frozen=True, slots=True)
class CuffFace:
    """The cuff pressure. `sbp` and `dbp` are empty when `reason` stands in their place."""

    limits: str
    sbp: str
    dbp: str
    reason: str
    aged: bool
    mean: str
    source: str
    """Which monitor it is from; empty where there is only one."""
    age: str
    delta: str
    breach: Priority | None
    since: str = ""
    """How old it is, without what comes next."""


def _absent(sign: VitalSign) -> Numeral:
    return Numeral(sign, Shown.NEVER, None, None)


def numeral_of(view: ChairView, sign: VitalSign) -> Numeral:
    return view.picture.numerals.get(sign) or _absent(sign)


def reason_of(numeral: Numeral, view: ChairView) -> str:
    """Why there is no value, in words."""
    if numeral.why:
        return perhaps(f"why-{numeral.why}") or numeral.why
    devices = () if view.opened is None else view.opened.devices
    if devices and not any(numeral.sign in device.signs for device in devices):
        return say("why-not-on-device")
    return say("why-none")


def limits_text(numeral: Numeral) -> str:
    low, high = numeral.low, numeral.high
    if low is not None and high is not None:
        return say("limits-both", f"{low:.0f}", f"{high:.0f}")
    if low is not None:
        return say("limits-low", f"{low:.0f}")
    if high is not None:
        return say("limits-high", f"{high:.0f}")
    return ""


def signed(change: float) -> str:
    whole = round(change)
    return "±0" if whole == 0 else f"+{whole}" if whole > 0 else f"−{-whole}"


def heart_numeral(view: ChairView) -> Numeral:
    """The heart rate, or the oximeter's pulse where there is no heart rate."""
    heart, pulse = numeral_of(view, VitalSign.HR), numeral_of(view, VitalSign.PULSE)
    if heart.shown in VISIBLE:
        return heart
    if pulse.shown in VISIBLE or heart.shown is Shown.NEVER:
        return heart if pulse.shown is Shown.NEVER else pulse
    return heart


def vital_face(numeral: Numeral, view: ChairView) -> VitalFace:
    facts = SIGNS[numeral.sign]
    source = {VitalSign.HR: "source-ecg", VitalSign.PULSE: "source-oximeter"}.get(numeral.sign)
    unit = facts.unit if source is None else f"{facts.unit} · {say(source)}"
    if numeral.sign is VitalSign.SPO2 and Modifier.OXYGEN in view.picture.modifiers:
        unit = say("spo2-on-oxygen", facts.unit)
    limits = limits_text(numeral)
    visible = numeral.shown in VISIBLE and numeral.value is not None
    delta = ""
    if visible and numeral.delta is not None and numeral.baseline is not None:
        delta = say("delta-from", signed(numeral.delta), f"{numeral.baseline:.0f}")
    return VitalFace(
        sign=numeral.sign,
        title=sign_label(numeral.sign),
        unit=unit,
        limits=say("limits-of", limits) if limits else say("limits-none"),
        big=f"{numeral.value:.{facts.decimals}f}" if visible else _dashes(numeral),
        reason="" if visible else reason_of(numeral, view),
        aged=numeral.shown is not Shown.LIVE,
        age=_age(numeral, view, visible=visible),
        delta=delta,
        breach=numeral.breach,
    )


def _dashes(numeral: Numeral) -> str:
    return DASHES if numeral.shown is Shown.DASHES else ""


def _age(numeral: Numeral, view: ChairView, *, visible: bool) -> str:
    """When it was measured; beside dashes and reasons, the last value and its time."""
    if numeral.age_s is None:
        return ""
    if visible:
        parts = [age_text(numeral.age_s), from_text(numeral)]
        if numeral.why:
            parts.append(reason_of(numeral, view))
        return " · ".join(part for part in parts if part)
    if numeral.value is None:
        return age_text(numeral.age_s)
    return say("last-was", f"{numeral.value:.0f}", age_text(numeral.age_s))


def from_text(numeral: Numeral) -> str:
    """Which monitor it is taken from; empty where there is only one."""
    return say("numeral-from", maker(numeral.source)) if numeral.source else ""


def cuff_face(view: ChairView) -> CuffFace:
    sbp, dbp = numeral_of(view, VitalSign.SBP), numeral_of(view, VitalSign.DBP)
    mean = numeral_of(view, VitalSign.MAP)
    visible = sbp.shown in VISIBLE and sbp.value is not None and dbp.value is not None
    last = f"{sbp.value:.0f}/{dbp.value:.0f}" if sbp.value and dbp.value else ""
    dashed = sbp.shown is Shown.DASHES
    since = _cuff_since(view, sbp, last, odd=visible and bool(sbp.why))
    return CuffFace(
        limits=_cuff_limits(sbp, dbp),
        sbp=f"{sbp.value:.0f}" if visible else DASHES if dashed else "",
        dbp=f"{dbp.value:.0f}" if visible else DASHES if dashed else "",
        reason="" if visible or dashed else reason_of(sbp, view),
        aged=sbp.shown is not Shown.LIVE,
        mean=say("map-value", f"{mean.value:.0f}") if visible and mean.value is not None else "",
        source=from_text(sbp) if visible else "",
        age=" · ".join(part for part in (since, _cuff_next(view)) if part),
        delta=_cuff_delta(sbp, dbp) if visible else "",
        breach=max(filter(None, (sbp.breach, dbp.breach)), default=None),
        since=since,
    )


def _cuff_limits(sbp: Numeral, dbp: Numeral) -> str:
    above, below = limits_text(sbp), limits_text(dbp)
    return say("limits-bp", above, below) if above and below else ""


def _cuff_delta(sbp: Numeral, dbp: Numeral) -> str:
    if None in (sbp.delta, dbp.delta, sbp.baseline, dbp.baseline):
        return ""
    return say(
        "delta-bp",
        signed(sbp.delta or 0.0),
        signed(dbp.delta or 0.0),
        f"{sbp.baseline:.0f}",
        f"{dbp.baseline:.0f}",
    )


def _cuff_since(view: ChairView, sbp: Numeral, last: str, *, odd: bool) -> str:
    """How old it is, or why it is not a value like any other."""
    if odd:
        return reason_of(sbp, view)
    if view.over and last:
        return _cuff_at_the_end(view, sbp, last)
    if sbp.age_s is None:
        return ""
    age = age_text(sbp.age_s)
    return say("last-was", last, age) if sbp.shown is Shown.DASHES and last else age


def _cuff_at_the_end(view: ChairView, sbp: Numeral, last: str) -> str:
    """Rule 3: ``last 142/86, 14:31 · session over``; without its time when that is not known."""
    if sbp.age_s is None:
        return reason_of(sbp, view)
    at = clock_text(view.wall_of(view.picture.now_s - sbp.age_s))
    return f"{say('last-was', last, at)} · {reason_of(sbp, view)}"


def _cuff_next(view: ChairView) -> str:
    picture = view.picture
    if picture.cuff_measuring:
        return say("measuring")
    if picture.next_cuff_at_s is None:
        return ""
    left_s = picture.next_cuff_at_s - picture.now_s
    return say("next-in" if left_s >= 0 else "next-due", minutes_text(abs(left_s)))
