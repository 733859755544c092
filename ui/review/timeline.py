"""What happened in a session, told line by line. Pure, no Qt.

Rule 1: an alarm is one line from its onset to its end, with who answered it and how. What was
        over before its delay was over never was an alarm, and is no line.
Rule 2: a gap is a line with its reason and its length; gaps shorter than `SHORTEST_GAP_S` are
        named on the curve only, or a loose probe would bury everything else.
Rule 3: what was taken back stays, struck through.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from monitor.commands import (
    Acknowledge,
    AllowCuff,
    AnswerEmergency,
    BeginEmergency,
    ConfirmMonitor,
    EmergencyStamp,
    EndEmergency,
    EndSession,
    ManualCuff,
    Note,
    PauseAudio,
    PauseInfusion,
    PreferSource,
    QuietRoom,
    ResumeInfusion,
    Sedation,
    SoundChecked,
    StartInfusion,
    StopInfusion,
    UndoNote,
    UndoStamp,
)
from monitor.emergency import Emergency, EmergencyCommand, StampView
from monitor.entries import Entry
from monitor.events import (
    ClockJumped,
    LinkChanged,
    LinkState,
    Numerics,
    Resumed,
    SessionOpened,
)
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    CuffAsked,
    LimitChanged,
    PhaseChanged,
    Priority,
)
from monitor.phases import Phase
from monitor.taken import entries_taken
from monitor.vitals import SIGNS, CuffFailed, SignalLost, VitalSign
from ui.chair.spans import minutes_text, span_text
from ui.words import SENTENCES, say

SHORTEST_GAP_S = 10.0
BEGINNINGS = frozenset({AlarmPhase.PENDING, AlarmPhase.SOUNDING})


class Kind(enum.StrEnum):
    ALARM = "alarm"
    COURSE = "course"
    NOTE = "note"
    MEASURED = "measured"
    GAP = "gap"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Line:
    """`until_s` is when it was over; None = a moment. `struck` = taken back."""

    at_s: float
    kind: Kind
    text: str
    detail: str = ""
    priority: Priority | None = None
    struck: bool = False
    until_s: float | None = None


def timeline(entries: Sequence[Entry]) -> list[Line]:
    """Every line of the session, oldest first."""
    teller = _Teller()
    for entry in entries_taken(entries):
        teller.now_s = max(teller.now_s, entry.now_s)
        handle = _HANDLERS.get(type(entry.what))
        if handle is not None:
            handle(teller, entry.now_s, entry.what)
    return teller.told()


def alarm_title(alarm: AlarmChanged) -> str:
    """What the alarm was about: the value with its sign, or the condition's name."""
    if alarm.sign is None or alarm.value is None:
        return SENTENCES.get(f"alarm-{alarm.alarm}", alarm.text or alarm.alarm)
    facts = SIGNS[alarm.sign]
    return say("past-value", facts.label, f"{alarm.value:.{facts.decimals}f}")


@dataclass(slots=True)
class _OpenAlarm:
    """An alarm that is on: its line's place, and what has become of it."""

    place: int
    first: AlarmChanged
    worst: Priority
    since_s: float
    sounded: bool = False
    answered: str = ""
    withdrawn: bool = False


class _Teller:
    def __init__(self) -> None:
        self.now_s = 0.0
        self.lines: list[Line] = []
        self.never: set[int] = set()
        self.alarms: dict[str, _OpenAlarm] = {}
        self.notes: dict[str, int] = {}
        """The places of notes and stamps, which can be taken back."""
        self.code = Emergency()
        self.by = ""
        self.answer: Acknowledge | None = None
        self.known: set[VitalSign] = set()
        self.lost: dict[VitalSign, tuple[float, str]] = {}
        self.names: dict[str, str] = {}
        """Of the devices by source, where there are several."""
        self.quiet: dict[str, tuple[float, str]] = {}
        """Since when, and why, nothing comes from a source."""

    def told(self) -> list[Line]:
        for key in list(self.alarms):
            self._close_alarm(key, self.now_s, say("past-still-on"))
        for sign in list(self.lost):
            self._end_loss(sign, self.now_s, to_end=True)
        for source in list(self.quiet):
            self._end_quiet(source, self.now_s, to_end=True)
        told = [line for place, line in enumerate(self.lines) if place not in self.never]
        return sorted(told, key=lambda line: line.at_s)

    # ---- alarms

    def alarm(self, now_s: float, what: AlarmChanged) -> None:
        known = self.alarms.get(what.key)
        if known is None:
            if what.state not in BEGINNINGS:
                return
            known = _OpenAlarm(len(self.lines), what, what.priority, now_s)
            self.alarms[what.key] = known
            self.lines.append(Line(now_s, Kind.ALARM, alarm_title(what), "", what.priority))
        if what.priority > known.worst:
            known.worst, known.first = what.priority, what
        known.sounded = known.sounded or what.state is AlarmPhase.SOUNDING
        known.withdrawn = known.withdrawn or what.state is AlarmPhase.WITHDRAWN
        if what.state is AlarmPhase.ACKNOWLEDGED and not known.answered:
            known.answered = self._answer(now_s - known.since_s, what.key)
        if what.state is AlarmPhase.CLEARED:
            self._close_alarm(what.key, now_s, say("past-over", span_text(now_s - known.since_s)))

    def acknowledge(self, _now_s: float, what: Acknowledge) -> None:
        self.answer = what

    def _answer(self, after_s: float, key: str) -> str:
        given = self.answer if self.answer is not None and self.answer.key == key else None
        told = say("past-acknowledged", span_text(after_s), given.by if given else "–")
        if given is None or given.action is None:
            return told
        return f"{told} ({say(f'mark-action-{given.action}')})"

    def _close_alarm(self, key: str, now_s: float, ending: str) -> None:
        known = self.alarms.pop(key)
        first = known.first
        if not known.sounded and not known.withdrawn:
            self.never.add(known.place)
        parts = [
            "" if first.limit is None else say("past-limit", f"{first.limit:g}"),
            say("past-withdrawn") if known.withdrawn else "",
            known.answered or say("past-unanswered"),
            ending,
        ]
        self.lines[known.place] = replace(
            self.lines[known.place],
            text=alarm_title(first),
            detail=" · ".join(part for part in parts if part),
            priority=known.worst,
            until_s=now_s,
        )

    # ---- the course, and what people did

    def acted(self, _now_s: float, what: Any) -> None:
        """Remember who asked; the change itself follows as an outcome."""
        self.by = what.by

    def phase(self, now_s: float, what: PhaseChanged) -> None:
        told = {
            (Phase.BASELINE, Phase.TREATING): "past-started",
            (Phase.TREATING, Phase.PAUSED): "past-paused",
            (Phase.PAUSED, Phase.TREATING): "past-resumed",
            (Phase.TREATING, Phase.RECOVERY): "past-stopped",
            (Phase.PAUSED, Phase.RECOVERY): "past-stopped",
        }.get((what.before, what.after))
        text = say(told) if told else say("past-phase", say(f"phase-{what.after}"))
        self._add(now_s, Kind.COURSE, text, self._said_by(self.by))
        self.by = ""

    def note(self, now_s: float, what: Note) -> None:
        self.notes[what.note_id] = len(self.lines)
        detail = " · ".join(part for part in (what.text, self._said_by(what.by)) if part)
        self._add(now_s, Kind.NOTE, say(f"note-{what.kind}"), detail)

    def undone(self, _now_s: float, what: UndoNote) -> None:
        place = self.notes.get(what.note_id)
        if place is not None:
            line = self.lines[place]
            told = " · ".join((line.detail, say("past-taken-back", what.by))).strip(" ·")
            self.lines[place] = replace(line, struck=True, detail=told)

    def emergency(self, now_s: float, what: EmergencyCommand) -> None:
        before = self.code.view
        if self.code.obey(what, now_s) or self.code.view is None:
            return  # it was refused
        match what:
            case EmergencyStamp():
                self.notes[what.stamp_id] = len(self.lines)
                self._stamp(now_s, self.code.view.stamps[-1])
            case UndoStamp():
                self.undone(now_s, UndoNote(what.stamp_id, what.by))
            case _:
                again = isinstance(what, BeginEmergency) and before is not None and before.going
                words = _EMERGENCY[type(what)]
                text = say("past-emergency-again" if again else words)
                self._add(now_s, Kind.COURSE, text, self._said_by(what.by))

    def _stamp(self, now_s: float, stamp: StampView) -> None:
        code = say("past-code", minutes_text(stamp.code_s))
        parts = (stamp.stamp.text, code, self._said_by(stamp.stamp.by))
        detail = " · ".join(part for part in parts if part)
        self._add(now_s, Kind.NOTE, say(f"stamp-{stamp.stamp.kind.value}"), detail)

    def quiet_room(self, now_s: float, what: QuietRoom) -> None:
        why = say(what.why) if what.why else self._said_by(what.by)
        text = say("past-quiet", what.output) if what.on else say("past-quiet-over")
        self._add(now_s, Kind.SETTING, text, why)

    def by_hand(self, now_s: float, what: ManualCuff) -> None:
        text = say("past-manual", f"{what.sbp:g}", f"{what.dbp:g}")
        self._add(now_s, Kind.MEASURED, text, self._said_by(what.by))

    def rested(self, now_s: float, what: BaselineAccepted) -> None:
        values = (what.sbp, what.dbp, what.hr, what.spo2)
        shown = ("–" if value is None else f"{value:.0f}" for value in values)
        self._add(now_s, Kind.MEASURED, say("past-baseline", *shown))

    def limit(self, now_s: float, what: LimitChanged) -> None:
        name = SENTENCES.get(f"limit-name-{what.rule}", what.rule)
        text = say("past-limit-moved", name, f"{what.before:g}", f"{what.after:g}")
        self._add(now_s, Kind.SETTING, text, self._said_by(what.by))

    def opened(self, _now_s: float, what: SessionOpened) -> None:
        if len(what.devices) > 1:
            self.names = {device.source: device.label for device in what.devices}

    def preferred(self, now_s: float, what: PreferSource) -> None:
        name = self.names.get(what.source, what.source)
        text = say("past-preferred", SIGNS[what.sign].label, name)
        self._add(now_s, Kind.SETTING, text, self._said_by(what.by))

    def scored(self, now_s: float, what: Sedation) -> None:
        text = say("past-sedation", what.score)
        self._add(now_s, Kind.MEASURED, text, self._said_by(what.by))

    def confirmed(self, now_s: float, what: ConfirmMonitor) -> None:
        name = self.names.get(what.source, what.source.removeprefix("device:"))
        words = "past-monitor-same" if what.same else "past-monitor-other"
        self._add(now_s, Kind.SETTING, say(words, name), self._said_by(what.by))

    def allowed(self, now_s: float, what: AllowCuff) -> None:
        words = "past-cuff-allowed" if what.allowed else "past-cuff-forbidden"
        text = say(words, self.names.get(what.source, what.source.removeprefix("device:")))
        self._add(now_s, Kind.SETTING, text, self._said_by(what.by))

    def asked(self, now_s: float, what: CuffAsked) -> None:
        name = self.names.get(what.source, what.source.removeprefix("device:"))
        self._add(now_s, Kind.COURSE, say("past-cuff-asked", name))

    def sound_checked(self, now_s: float, what: SoundChecked) -> None:
        words = "past-sound-heard" if what.heard else "past-sound-not-heard"
        text = say(words, say("sound-check-full" if what.full else "sound-check-short"))
        self._add(now_s, Kind.SETTING, text, self._said_by(what.by))

    def silenced(self, now_s: float, what: PauseAudio) -> None:
        text = say("past-audio", f"{what.seconds:g}")
        self._add(now_s, Kind.SETTING, text, self._said_by(what.by))

    # ---- what was not measured

    def failed(self, now_s: float, what: CuffFailed) -> None:
        reason = SENTENCES.get(f"why-{what.reason}", what.reason)
        self._add(now_s, Kind.GAP, say("past-cuff-failed", reason.removeprefix("cuff: ")))

    def heard(self, now_s: float, what: Numerics) -> None:
        for reading in what.readings:
            self.known.add(reading.sign)
            if reading.sign in self.lost:
                self._end_loss(reading.sign, now_s)

    def lost_sign(self, now_s: float, what: SignalLost) -> None:
        if what.sign in self.known and what.sign not in self.lost:
            self.lost[what.sign] = (now_s, SENTENCES.get(f"why-{what.reason}", what.reason))

    def link(self, now_s: float, what: LinkChanged) -> None:
        if what.state is LinkState.UP:
            self._end_quiet(what.source, now_s)
        elif what.source not in self.quiet:
            since_s = now_s - (what.quiet_s or 0.0)
            self.quiet[what.source] = (since_s, SENTENCES.get(f"link-{what.reason}", ""))

    def away(self, now_s: float, what: Resumed) -> None:
        self._gap(what.gap_from_s, now_s, say("past-away"), "")

    def clock(self, now_s: float, what: ClockJumped) -> None:
        self._add(now_s, Kind.SETTING, say("past-clock", f"{what.seconds:+.0f}"))

    def _end_loss(self, sign: VitalSign, now_s: float, *, to_end: bool = False) -> None:
        since_s, reason = self.lost.pop(sign)
        if now_s - since_s >= SHORTEST_GAP_S:
            text = say("past-lost", SIGNS[sign].label, reason)
            self._gap(since_s, now_s, text, "", to_end=to_end)

    def _end_quiet(self, source: str, now_s: float, *, to_end: bool = False) -> None:
        if source in self.quiet:
            since_s, reason = self.quiet.pop(source)
            name = self.names.get(source)
            text = say("past-no-data") if name is None else say("past-no-data-of", name)
            self._gap(since_s, now_s, text, reason, to_end=to_end)

    def _gap(
        self, since_s: float, until_s: float, text: str, reason: str, *, to_end: bool = False
    ) -> None:
        length = say("past-to-end") if to_end else say("past-for", span_text(until_s - since_s))
        detail = " · ".join(part for part in (length, reason) if part)
        self.lines.append(Line(since_s, Kind.GAP, text, detail, until_s=until_s))

    def _add(self, now_s: float, kind: Kind, text: str, detail: str = "") -> None:
        self.lines.append(Line(now_s, kind, text, detail))

    def _said_by(self, who: str) -> str:
        return say("past-by", who) if who else ""


_EMERGENCY = {
    BeginEmergency: "past-emergency",
    AnswerEmergency: "past-emergency-answered",
    EndEmergency: "past-emergency-over",
}
_HANDLERS: dict[type, Callable[[_Teller, float, Any], None]] = {
    SessionOpened: _Teller.opened,
    PreferSource: _Teller.preferred,
    AllowCuff: _Teller.allowed,
    Sedation: _Teller.scored,
    ConfirmMonitor: _Teller.confirmed,
    CuffAsked: _Teller.asked,
    AlarmChanged: _Teller.alarm,
    Acknowledge: _Teller.acknowledge,
    StartInfusion: _Teller.acted,
    PauseInfusion: _Teller.acted,
    ResumeInfusion: _Teller.acted,
    StopInfusion: _Teller.acted,
    EndSession: _Teller.acted,
    PhaseChanged: _Teller.phase,
    Note: _Teller.note,
    UndoNote: _Teller.undone,
    ManualCuff: _Teller.by_hand,
    BaselineAccepted: _Teller.rested,
    LimitChanged: _Teller.limit,
    PauseAudio: _Teller.silenced,
    SoundChecked: _Teller.sound_checked,
    QuietRoom: _Teller.quiet_room,
    **dict.fromkeys(get_args(EmergencyCommand), _Teller.emergency),
    CuffFailed: _Teller.failed,
    Numerics: _Teller.heard,
    SignalLost: _Teller.lost_sign,
    LinkChanged: _Teller.link,
    Resumed: _Teller.away,
    ClockJumped: _Teller.clock,
}
