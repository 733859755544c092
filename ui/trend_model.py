"""Everything the trend view draws of one chair, gathered from its events and outcomes.

Rule 1: `absorb` is all there is to feed it, live and in review, so both show the same picture.
Rule 2: it decides nothing. Limits come from `monitor.rules`, planned times from `monitor.plan`.
Rule 3: all times are session seconds. `zero_s` is what the axis counts from: the start of the
        infusion, or the opening of the session until then.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from data.counted import Run, as_recorded
from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.amendments import Amendment
from monitor.commands import ManualCuff, Note
from monitor.entries import Entry
from monitor.events import Event, LinkChanged, Numerics, Recorded, Resumed, SessionOpened
from monitor.outcomes import (
    AlarmChanged,
    BaselineAccepted,
    CuffUnconfirmed,
    LimitChanged,
    Outcome,
    PhaseChanged,
    Refused,
)
from monitor.patient_limits import effective_limit
from monitor.routes import Route
from monitor.taken import Taken
from monitor.treatment import late_entries
from monitor.treatment.commands import ChangeRate, GiveDose, SetPlan
from monitor.treatment.retold import GivenRetold
from monitor.vitals import CuffResult, Quality, SignalLost, VitalSign
from ui.trend_buffer import Gap
from ui.trend_cuffs import Cuff, Cuffs, cuff_of
from ui.trend_marks import AlarmMark, Marks
from ui.trend_signals import Signals
from ui.trend_text import duration
from ui.words import sign_label

BASELINE_S = 10 * 60.0
AFTER_S = 60 * 60.0
"""How long a person stays at least after the end of an infusion."""
STEP_S = 15 * 60.0
"""The axis grows in steps, so that it does not creep."""
DRAWN = ("sbp-high", "dbp-high", "hr-high", "hr-low", "spo2-low")
_ROWS = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}

_CHANGING = frozenset({SignalLost, LinkChanged, Resumed, SessionOpened, Numerics})
"""What changes how the values of a second are drawn, or is one."""
_A_SECOND = Numerics(())
"""Whatever its values: what was said before it was not refused."""
_OF_THE_DRUG = (ChangeRate, GiveDose, SetPlan)


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which the infusion ran. `to_s` None = it runs still."""

    from_s: float
    to_s: float | None


@dataclass(frozen=True, slots=True)
class LimitLine:
    """The active threshold of one row of the alarm table, for this patient."""

    rule: str
    sign: VitalSign
    value: float


class TrendModel:
    def __init__(self) -> None:
        self.signals = Signals()
        self.cuffs = Cuffs()
        self.marks = Marks()
        self.baseline: BaselineAccepted | None = None
        self.opened_s = 0.0
        self.last_s = 0.0
        """The newest moment that was absorbed."""
        self.frame_version = 0
        """Goes up when limits, baseline or the course of the infusion change."""
        self._taken = Taken()
        self._given = GivenRetold()

    # ---- what goes in

    def absorb(self, now_s: float, what: Recorded) -> None:
        if isinstance(what, Amendment):  # what it says was put in its place before
            return
        self.signals.age(now_s)
        self._absorb(now_s, what)

    def _absorb(self, now_s: float, what: Event | Outcome) -> None:
        self.last_s = max(self.last_s, now_s)
        if self._given.hear(what, now_s):
            self._limits_changed()
        if isinstance(what, _OF_THE_DRUG):
            self.frame_version += 1
        if isinstance(what, Outcome):
            self._outcome(now_s, what)
            return
        self.marks.listen()
        counts = self._taken.of(what, now_s)
        if counts is not None:
            self._event(now_s, counts)

    def read(self, entries: Sequence[Entry]) -> None:
        """A whole record; the same as to absorb its entries one by one."""
        told = as_recorded(entries)
        for part in told.parts(_CHANGING):
            if isinstance(part, Run):
                self._seconds(part)
            elif told.entries is None or type(part.what) in _CHANGING:
                self.absorb(part.now_s, part.what)
            elif not isinstance(part.what, Amendment):  # the seconds before it are yet to come
                self._absorb(part.now_s, part.what)
        self.signals.age(self.last_s)

    def _seconds(self, run: Run) -> None:
        if self._given.hear(_A_SECOND, float(run.now_s[0])):
            self._limits_changed()
        self.marks.listen()
        self.signals.run(run)
        self.last_s = max(self.last_s, float(run.now_s[-1]))

    def _event(self, now_s: float, event: Event) -> None:
        match event:
            case Numerics():
                self.signals.numerics(now_s, event)
            case CuffResult():
                self.cuffs.add(cuff_of(now_s, event))
            case ManualCuff():
                self.cuffs.add(_by_hand(now_s, event))
            case Note(ago_s=ago_s):
                self.marks.heard(late_entries.moment(ago_s, now_s), event)
            case SignalLost():
                self.signals.lost(now_s, event)
            case LinkChanged():
                self.signals.link(now_s, event)
            case Resumed():
                self.signals.away(event.gap_from_s)
                self.marks.away(event.gap_from_s, duration(now_s - event.gap_from_s))
            case SessionOpened():
                self._open(now_s, event)
            case _:
                self.marks.heard(now_s, event)

    def _outcome(self, now_s: float, outcome: Outcome) -> None:
        match outcome:
            case AlarmChanged():
                self.cuffs.alarm(now_s, outcome)
                self.marks.alarm(now_s, outcome)
            case PhaseChanged():
                self._course(now_s, outcome)
            case BaselineAccepted():
                self.baseline = outcome
                self._limits_changed()
            case CuffUnconfirmed():
                self.cuffs.doubt(outcome.at_s)
            case LimitChanged():
                self.marks.limit(now_s, outcome)
            case Refused():
                self.marks.refused()
            case _:
                return

    def _open(self, now_s: float, opened: SessionOpened) -> None:
        self.opened_s = now_s
        self._taken = Taken(opened.devices)
        for device in opened.devices:
            self.signals.know(device.source, device.fresh_for_s)

    def _course(self, now_s: float, change: PhaseChanged) -> None:
        self.frame_version += 1
        drip = self._given.route is Route.IV
        self.marks.phase(now_s, change, self._given.plan.mg_per_min, drip=drip)

    def _limits_changed(self) -> None:
        self.frame_version += 1
        profile = self._given.profile
        if profile is not None:
            self.cuffs.judge_by(profile, self.baseline)

    # ---- what comes out

    @property
    def given(self) -> GivenRetold:
        """What was given, and by which plan and limits."""
        return self._given

    @property
    def started_s(self) -> float | None:
        return self._given.clock.started_at

    @property
    def zero_s(self) -> float:
        return self.opened_s if self.started_s is None else self.started_s

    @property
    def spans(self) -> Sequence[Span]:
        return [Span(*run) for run in self._given.clock.runs]

    @property
    def alarm_onsets(self) -> list[AlarmMark]:
        return [mark for mark in self.marks.alarms if mark.onset]

    def planned_end_s(self, now_s: float) -> float | None:
        """When the infusion will be over if it runs on from now; None before and after it."""
        clock = self._given.clock
        if not clock.under_way:
            return None
        runs_out = clock.runs_out_at()
        if runs_out is None:
            runs_out = now_s + clock.plan.minutes * 60.0 - clock.ran_s(now_s)
        return max(now_s, runs_out)

    def limit_lines(self) -> tuple[LimitLine, ...]:
        lines = []
        profile = self._given.profile
        for rule in DRAWN if profile is not None else ():
            row = _ROWS[rule]
            limit = effective_limit(row, profile, self.baseline) if profile else None
            if limit is not None and row.sign is not None:
                lines.append(LimitLine(rule, row.sign, limit))
        return tuple(lines)

    def whole_plan(self, now_s: float) -> tuple[float, float]:
        """From the opening to the end of what is planned, the future included."""
        clock = self._given.clock
        minutes_s = clock.plan.minutes * 60.0 if clock.plan.planned else 0.0
        if clock.ended_at is not None:
            end = clock.ended_at
        else:
            end = self.planned_end_s(now_s) or (
                _stepped(self.opened_s, now_s, BASELINE_S) + minutes_s
            )
        return self.opened_s, _stepped(self.opened_s, now_s, end + AFTER_S - self.opened_s)

    def recorded(self) -> tuple[float, float]:
        """What there is: for a session that is over."""
        return self.opened_s, max(self.last_s, self.opened_s + BASELINE_S)

    def gaps(self) -> list[tuple[VitalSign, Gap]]:
        """Every time without values, of every sign, oldest first."""
        found = [(track.sign, gap) for track in self.signals.tracks for gap in track.buffer.gaps]
        return sorted(found, key=lambda pair: pair[1].from_s)

    def reading_at(self, sign: VitalSign, at_s: float) -> float | None:
        for track in self.signals.tracks:
            if track.sign is sign:
                return track.buffer.near(at_s, self.signals.fresh_for_s(track.source))
        return None

    def gap_at(self, sign: VitalSign, at_s: float) -> str:
        """The id of why a sign had no values then; empty = no reason is known."""
        for track in self.signals.tracks:
            if track.sign is sign:
                for gap in track.buffer.gaps:
                    if gap.from_s <= at_s and (gap.to_s is None or at_s < gap.to_s):
                        return gap.why
        return ""

    @property
    def rate_label(self) -> str:
        return sign_label(self.signals.rate.sign)


def _by_hand(now_s: float, cuff: ManualCuff) -> Cuff:
    at_s, late = late_entries.measured_at(cuff, now_s), late_entries.is_late(cuff)
    return Cuff(at_s, now_s, cuff.sbp, cuff.dbp, None, Quality.GOOD, manual=True, late=late)


def _stepped(from_s: float, now_s: float, least_s: float) -> float:
    """The end of an axis that is at least `least_s` long and leaves `now_s` some future."""
    beyond = now_s - from_s - least_s
    steps = math.ceil(beyond / STEP_S) if beyond > 0 else 0
    return from_s + least_s + steps * STEP_S
