"""The values of an alarm beside the limits that they are beyond. Pure, no Qt.

Rule: of each sign the worst row is named whose limit its value is really beyond. The alarm's own
      limit is that of the moment it was said; the other rows have the limits of now. A value that
      only the hysteresis holds is not put beside the limit of a milder row.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.optional_rows import COMPUTED_ROWS, OPTIONAL_CUFF_ROWS
from monitor.patient_limits import effective_limit
from monitor.picture import AlarmView, ChairPicture
from monitor.rules import Compare, Row, Verdict, judge
from monitor.vitals import CUFF_SIGNS, SIGNS, VitalSign
from ui.view_state import ChairView
from ui.words import figure, say, say_or, sign_label

SIGNS_OF_COMPARE = {Compare.AT_LEAST: "≥", Compare.ABOVE: ">", Compare.BELOW: "<"}
ROW_OF = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS, *OPTIONAL_CUFF_ROWS)}
_COMPUTED = {row.id: row for row in COMPUTED_ROWS}


@dataclass(frozen=True, slots=True)
class Breach:
    """One sign beyond one limit: `against` with the value, `reason` without it."""

    sign: VitalSign
    against: str
    reason: str


def number(sign: VitalSign, value: float) -> str:
    return f"{value:.{SIGNS[sign].decimals}f}"


def value_text(alarm: AlarmView) -> str:
    """``HR 118``, ``SpO₂ 87 %``; the alarm's own id when it has no value."""
    if alarm.sign is None or alarm.value is None:
        return say_or(f"alarm-{alarm.alarm}", alarm.alarm)
    said = say("bar-value", sign_label(alarm.sign), number(alarm.sign, alarm.value))
    return f"{said} %" if SIGNS[alarm.sign].unit == "%" else said


def computed_text(alarm: AlarmView) -> str:
    """``Shock index 1.12 ≥ 1``; the name and the value while it is only not over yet.

    Empty for an alarm that is not about something computed.
    """
    row = _COMPUTED.get(alarm.alarm)
    if row is None or alarm.value is None or alarm.limit is None:
        return ""
    value, limit = _spaced(alarm.value), _spaced(alarm.limit)
    if _beyond(row, alarm.value, alarm.limit):
        return say(f"computed-{row.id}", value, limit)
    return say("bar-value", say(f"alarm-{row.id}"), value)


def _spaced(value: float) -> str:
    """``17 250``, ``1.12``: no zeros at the end, thousands apart."""
    plain = f"{value:,.2f}".rstrip("0").rstrip(".")
    return figure(plain.replace(",", "\N{NO-BREAK SPACE}"))


def pressure_text(alarm: AlarmView, picture: ChairPicture) -> str:
    """The whole reading while the alarm's value is still its own; empty otherwise."""
    values = _reading(alarm, picture)
    if VitalSign.SBP not in values or VitalSign.DBP not in values:
        return ""
    sbp, dbp = values[VitalSign.SBP], values[VitalSign.DBP]
    return say("bar-bp", f"{sbp:.0f}", f"{dbp:.0f}")


def _reading(alarm: AlarmView, picture: ChairPicture) -> dict[VitalSign, float]:
    """The values that the alarm is about: its own, and those of the same cuff reading."""
    if alarm.sign is None or alarm.value is None:
        return {}
    own = {alarm.sign: alarm.value}
    shown = picture.numerals.get(alarm.sign)
    if alarm.sign not in CUFF_SIGNS or shown is None or shown.value != alarm.value:
        return own
    pressures = (VitalSign.SBP, VitalSign.DBP)
    numerals = [picture.numerals[sign] for sign in pressures if sign in picture.numerals]
    return {one.sign: one.value for one in numerals if one.value is not None} | own


def breaches(alarm: AlarmView, view: ChairView) -> list[Breach]:
    """Of each sign of the alarm the worst limit that its value is beyond, worst first."""
    values = _reading(alarm, view.picture)
    found: dict[VitalSign, Breach] = {}
    for rule in dict.fromkeys((alarm.alarm, *alarm.reasons)):
        row = ROW_OF.get(rule)
        if row is None or row.sign is None or row.sign in found or _lesser(row, alarm):
            continue
        limit = alarm.limit if rule == alarm.alarm else _limit(row, view)
        value = values.get(row.sign)
        if limit is not None and value is not None and _beyond(row, value, limit):
            found[row.sign] = _breach(row, row.sign, value, limit)
    return list(found.values())


def _lesser(row: Row, alarm: AlarmView) -> bool:
    """A milder row of the alarm's own sign: its limit would not explain the alarm's priority."""
    own = row.sign is alarm.sign and row.id != alarm.alarm
    return own and row.priority < alarm.priority


def _limit(row: Row, view: ChairView) -> float | None:
    return effective_limit(row, view.profile, view.baseline)


def _beyond(row: Row, value: float, limit: float) -> bool:
    return judge(row, value, limit, in_breach=False) is Verdict.BREACH


def _breach(row: Row, sign: VitalSign, value: float, limit: float) -> Breach:
    label, mark = sign_label(sign), SIGNS_OF_COMPARE[row.compare] if row.compare else ""
    against = say("bar-against", label, number(sign, value), mark, f"{limit:.0f}")
    if SIGNS[sign].unit == "%":
        against = f"{against} %"
    reason = f"{label} {mark} {limit:.0f}"
    if row.relative:
        against, reason = say("bar-rise", against), say("bar-rise", reason)
    return Breach(sign, against, reason)
