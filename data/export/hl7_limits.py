"""The limits and alarms of each moment, as the fields OBX-7 and OBX-8 have them.

Rule: the limits are those that the core judged by then: the profile with all its changes, and the
      baseline. What has no limit has an empty field.

Source: HL7 v2.6 table 0078 (abnormal flags); IHE PCD TF-2 appendix B.8 for the priorities PL, PM
and PH, which stand beside the flag.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from data.export.hl7_text import number, repeated
from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.entries import Entry
from monitor.outcomes import AlarmChanged, AlarmPhase, BaselineAccepted, Priority
from monitor.patient_limits import effective_limit
from monitor.rules import Row
from monitor.treatment.retold import GivenRetold
from monitor.vitals import VitalSign

_ROWS = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}
_BOUNDS: dict[VitalSign, tuple[str, str]] = {
    VitalSign.SBP: ("sbp-low", "sbp-high"),
    VitalSign.DBP: ("dbp-low", "dbp-high"),
    VitalSign.HR: ("hr-low", "hr-high"),
    VitalSign.PULSE: ("hr-low", "hr-high"),
    VitalSign.SPO2: ("spo2-low", ""),
    VitalSign.RR: ("rr-low", "rr-high"),
}
_CUFF, _ARTERIAL = ("bp/low", "bp/high"), ("abp/low", "abp/high")
_ALARMS: dict[VitalSign, tuple[VitalSign, tuple[str, ...]]] = {
    VitalSign.SBP: (VitalSign.SBP, _CUFF),
    VitalSign.DBP: (VitalSign.DBP, _CUFF),
    VitalSign.MAP: (VitalSign.MAP, _CUFF),
    VitalSign.ABP_SYS: (VitalSign.SBP, _ARTERIAL),
    VitalSign.ABP_DIA: (VitalSign.DBP, _ARTERIAL),
    VitalSign.PULSE: (VitalSign.HR, ("hr/low", "hr/high")),
}
"""Under which sign and which keys the alarms of a sign go where that is not its own name: an
arterial pressure stands under the cuff's sign (`monitor/alarm_table.py`)."""
_PRIORITY = {Priority.LOW: "PL", Priority.MEDIUM: "PM", Priority.HIGH: "PH"}
_OVER = frozenset({AlarmPhase.CLEARED, AlarmPhase.WITHDRAWN, AlarmPhase.LATCHED})
"""A latched alarm waits for a person; the value is no longer beyond its limit."""


class Judged:
    """Turned to one moment after the other, each no earlier than the one before."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = sorted(entries, key=lambda one: one.now_s)
        self._place = 0
        self._given = GivenRetold()
        self._baseline: BaselineAccepted | None = None
        self._open: dict[str, AlarmChanged] = {}

    def turn_to(self, t_s: float) -> None:
        """What was said until then, that very moment included: an alarm is of its own value."""
        while self._place < len(self._entries) and self._entries[self._place].now_s <= t_s:
            entry = self._entries[self._place]
            self._place += 1
            self._given.hear(entry.what, entry.now_s)
            if isinstance(entry.what, BaselineAccepted):
                self._baseline = entry.what
            elif isinstance(entry.what, AlarmChanged):
                self._alarm(entry.what)

    def range_of(self, sign: VitalSign) -> str:
        """``90-160``, ``> 90``, ``< 160`` or empty."""
        low, high = (self._limit(row_id) for row_id in _BOUNDS.get(sign, ("", "")))
        if low is None or high is None:
            one = low if high is None else high
            mark = ">" if high is None else "<"
            return "" if one is None else f"{mark} {number(round(one, 1))}"
        return f"{number(round(low, 1))}-{number(round(high, 1))}"

    def flags_of(self, sign: VitalSign) -> str:
        """``H~PM`` while an alarm of this sign is on; empty = none is."""
        judged, keys = _ALARMS.get(sign, (sign, (f"{sign.value}/low", f"{sign.value}/high")))
        told = [one for one in self._open.values() if one.sign is judged and one.key in keys]
        if not told:
            return ""
        worst = max(told, key=lambda one: one.priority)
        side = "L" if worst.key.endswith("/low") else "H"
        return repeated((side, _PRIORITY[worst.priority]))

    def _alarm(self, what: AlarmChanged) -> None:
        if what.state in _OVER:
            self._open.pop(what.key, None)
        elif what.state is not AlarmPhase.PENDING and what.sign is not None:
            self._open[what.key] = what

    def _limit(self, row_id: str) -> float | None:
        profile = self._given.profile
        row: Row | None = _ROWS.get(row_id)
        if row is None or profile is None or row.id not in profile.own:
            return None
        limit = effective_limit(row, profile, self._baseline)
        return None if limit is None or not math.isfinite(limit) else limit
