"""What is said about an alarm: the value, the reasons, since when, what to do. Pure, no Qt.

Rule 1: which row compares how, and with what number, is known by `monitor.rules`; here are words.
Rule 2: an alarm without words of its own is still shown, by its id: no alarm is ever hidden
        because a sentence is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.events import AlarmPhase, LinkReason, Priority
from monitor.picture import AlarmView, ChairPicture
from monitor.rules import CUFF_ROWS, STREAM_ROWS, Compare, effective_limit
from monitor.vitals import CUFF_SIGNS, SIGNS, VitalSign
from ui.chair.spans import clock_text, span_text
from ui.view_state import ChairView
from ui.words import SENTENCES, say

FLASH_HZ: dict[Priority, float] = {Priority.HIGH: 2.0, Priority.MEDIUM: 0.5, Priority.LOW: 0.0}
"""How often the bar goes from full to dimmed and back; half of the time it is full. 0 = steady."""
ACTIVE = frozenset({AlarmPhase.SOUNDING, AlarmPhase.REMINDED, AlarmPhase.ESCALATED})
SIGNS_OF_COMPARE = {Compare.AT_LEAST: "≥", Compare.ABOVE: ">", Compare.BELOW: "<"}
ROW_OF = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}


@dataclass(frozen=True, slots=True)
class AlarmWords:
    """An alarm as it is written: the big value, the why, and small, the since."""

    key: str
    priority: Priority
    state: AlarmPhase
    headline: str
    reasons: str
    since: str

    @property
    def waits(self) -> bool:
        return self.state is not AlarmPhase.ACKNOWLEDGED


def bright(priority: Priority, state: AlarmPhase, at: float) -> bool:
    """Whether a flashing bar is in its full half at this moment; a steady one always is."""
    hertz = FLASH_HZ[priority]
    if hertz == 0.0 or state not in ACTIVE:
        return True
    return (at * hertz) % 1.0 < 0.5


def alarm_words(alarm: AlarmView, view: ChairView) -> AlarmWords:
    return AlarmWords(
        key=alarm.key,
        priority=alarm.priority,
        state=alarm.state,
        headline=_headline(alarm, view.picture),
        reasons=_why(alarm, view),
        since=_since(alarm, view),
    )


def _headline(alarm: AlarmView, picture: ChairPicture) -> str:
    if alarm.sign is None or alarm.value is None:
        return SENTENCES.get(f"alarm-{alarm.alarm}", alarm.alarm)
    if alarm.sign in CUFF_SIGNS:
        return _pressure(alarm.sign, alarm.value, picture)
    facts = SIGNS[alarm.sign]
    unit = " %" if facts.unit == "%" else ""
    return f"{facts.label} {alarm.value:.{facts.decimals}f}{unit}"


def _pressure(sign: VitalSign, value: float, picture: ChairPicture) -> str:
    """The whole reading when the alarm's value is still its own, else the one value."""
    now = {s: n.value for s, n in picture.numerals.items()}
    sbp, dbp = now.get(VitalSign.SBP), now.get(VitalSign.DBP)
    if now.get(sign) == value and sbp is not None and dbp is not None:
        return say("bar-bp", f"{sbp:.0f}", f"{dbp:.0f}")
    return f"{SIGNS[sign].label} {value:.0f}"


def _why(alarm: AlarmView, view: ChairView) -> str:
    parts: list[str] = []
    if alarm.technical or alarm.sign is None:
        parts = [_technical(alarm, view)]
    else:
        parts = [reason_text(rule, view) for rule in _worst_of_each_sign(alarm.reasons)]
    if alarm.state is AlarmPhase.LATCHED:
        parts.append(say("bar-latched"))
    elif alarm.state is AlarmPhase.WITHDRAWN:
        parts.append(say("bar-withdrawn"))
    elif alarm.state is AlarmPhase.PENDING:
        parts.append(say("bar-pending"))
    elif alarm.state is AlarmPhase.ACKNOWLEDGED:
        parts.append(say("bar-acknowledged"))
    return " · ".join(part for part in parts if part)


def _worst_of_each_sign(reasons: tuple[str, ...]) -> list[str]:
    """Reasons come worst first; what a worse row of the same sign says already is left out."""
    worst: dict[VitalSign | str, str] = {}
    for rule in reasons:
        row = ROW_OF.get(rule)
        sign = rule if row is None or row.sign is None else row.sign
        worst.setdefault(sign, rule)
    return list(worst.values())


def reason_text(rule: str, view: ChairView) -> str:
    """One row of the table in words: "SBP ≥ 165"."""
    row = ROW_OF.get(rule)
    if row is None or row.sign is None or row.compare is None:
        return SENTENCES.get(f"alarm-{rule}", rule)
    limit = effective_limit(row, view.profile, view.baseline)
    if limit is None:
        return SENTENCES.get(f"limit-name-{rule}", rule)
    text = f"{SIGNS[row.sign].label} {SIGNS_OF_COMPARE[row.compare]} {limit:.0f}"
    return say("bar-rise", text) if row.relative else text


def _technical(alarm: AlarmView, view: ChairView) -> str:
    if alarm.alarm == "link-lost":
        return _link_text(view)
    advice = SENTENCES.get(f"advice-{alarm.alarm}")
    if alarm.alarm == "sensor-off" and alarm.text:
        signs = [SIGNS[VitalSign(word)].label for word in alarm.text.split()]
        return say("sensor-lost", ", ".join(signs))
    known = SENTENCES.get(f"why-{alarm.text}")
    if known is not None and advice is not None:
        return f"{known[:1].upper()}{known[1:]}. {advice}"
    if advice is not None:
        return advice
    return alarm.text


def _link_text(view: ChairView) -> str:
    link = view.picture.link
    reason = link.reason if link is not None else LinkReason.NO_DATA
    if reason is LinkReason.NO_DATA and view.quiet_since_s is not None:
        return say("link-no-data-for", span_text(view.picture.now_s - view.quiet_since_s))
    return say(f"link-{reason.value}")


def _since(alarm: AlarmView, view: ChairView) -> str:
    return say("bar-since", clock_text(view.wall_of(alarm.since_s)))
