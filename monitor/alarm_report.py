"""What the alarms of a session were worth: how many, how true, how soon answered.

Rule 1: an alarm counts once each time that it begins to sound, under the highest priority it
        reached. Technical conditions are counted apart; what makes no sound is not counted.
Rule 2: an alarm of the cuff is *withdrawn* when a repeat contradicted it; one that sounded counts
        as a false one. It is *undecided* when the record ends before a repeat came or its time
        was over, else *confirmed*. A silent card that was taken back has cost nobody a look.
Rule 3: an *artefact* is a physiological alarm that was answered with «Artefact» or withdrawn.
Rule 4: the time to acknowledge is that from the first sound to the first answer; an alarm that
        ended before anybody answered has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from monitor.alarm_slot import SILENT_IDS
from monitor.alarm_table import TECHNICAL_IDS
from monitor.breach import BreachTimes
from monitor.commands import Acknowledge, Action, ManualCuff
from monitor.confirm import ANSWER_WITHIN_S
from monitor.cuff_judging import SIDES
from monitor.entries import Entry
from monitor.events import Resumed, SessionOpened
from monitor.outcomes import AlarmChanged, AlarmPhase, PhaseChanged, Priority
from monitor.phases import Phase
from monitor.treatment.late_entries import is_current
from monitor.vitals import JUDGED, CuffResult, VitalSign


@dataclass(frozen=True, slots=True)
class AlarmReport:
    """The figures of one session, or of several together.

    `watched_s`: from the opening to the end, or to the last entry, without the time in which the
    program was away. `breach_s`: seconds beyond a limit, of every sign that was judged;
    `breach_left_out` are the ids of rows in force that belong to no one sign.
    """

    watched_s: float = 0.0
    physiological: Counter[Priority] = field(default_factory=Counter)
    technical: Counter[Priority] = field(default_factory=Counter)
    confirmed: int = 0
    withdrawn: int = 0
    undecided: int = 0
    cards_withdrawn: int = 0
    artefacts: int = 0
    acknowledge_s: tuple[float, ...] = ()
    breach_s: dict[VitalSign, float] = field(default_factory=dict)
    breach_left_out: tuple[str, ...] = ()

    @property
    def hours(self) -> float:
        return self.watched_s / 3600.0

    def per_hour(self, priority: Priority, *, technical: bool = False) -> float | None:
        """None when no time was watched."""
        counted = self.technical if technical else self.physiological
        return counted[priority] / self.hours if self.watched_s > 0.0 else None

    @property
    def artefact_share(self) -> float | None:
        """Of the physiological alarms, 0 to 1; None when there was none."""
        alarms = self.physiological.total()
        return self.artefacts / alarms if alarms else None

    @property
    def median_acknowledge_s(self) -> float | None:
        """None when nobody acknowledged anything."""
        return median(self.acknowledge_s) if self.acknowledge_s else None


def together(reports: Iterable[AlarmReport]) -> AlarmReport:
    """The figures of all of them, as if they were one session."""
    several = list(reports)
    breach_s: dict[VitalSign, float] = {}
    for report in several:
        for sign, seconds in report.breach_s.items():
            breach_s[sign] = breach_s.get(sign, 0.0) + seconds
    return AlarmReport(
        watched_s=sum(report.watched_s for report in several),
        physiological=sum((report.physiological for report in several), Counter()),
        technical=sum((report.technical for report in several), Counter()),
        confirmed=sum(report.confirmed for report in several),
        withdrawn=sum(report.withdrawn for report in several),
        undecided=sum(report.undecided for report in several),
        cards_withdrawn=sum(report.cards_withdrawn for report in several),
        artefacts=sum(report.artefacts for report in several),
        acknowledge_s=tuple(s for report in several for s in report.acknowledge_s),
        breach_s=breach_s,
        breach_left_out=tuple(
            dict.fromkeys(row for report in several for row in report.breach_left_out)
        ),
    )


def report_of(entries: Iterable[Entry], *, breach: bool = True) -> AlarmReport:
    """The figures of one session, from all its entries in their order.

    `breach` False: without the times beyond limits, which need every single value.
    """
    ledger = _Ledger()
    for entry in entries:
        ledger.take(entry, breach=breach)
    return ledger.report()


def answers_of(entries: Iterable[Entry]) -> tuple[tuple[Priority, float], ...]:
    """Of every answered alarm of the patient: its priority, and the time to acknowledge (rule 4).

    The same answers that `report_of` counts, without a look at every single value.
    """
    ledger = _Ledger()
    for entry in entries:
        ledger.count(entry)
    return ledger.answers()


@dataclass(slots=True)
class _Alarm:
    """One alarm from its first sound on. None = that did not happen (yet)."""

    key: str
    technical: bool
    priority: Priority
    since: float
    decided: bool
    answered_at: float | None = None
    artefact: bool = False
    over: bool = False
    withdrawn: bool = False


class _Ledger:
    def __init__(self) -> None:
        self._breach = BreachTimes()
        self._opened_at: float | None = None
        self._last_at = 0.0
        self._ended_at: float | None = None
        self._away_s = 0.0
        self._cuff_at: float | None = None
        """When the newest result came that was judged; None = there was none."""
        self._alarms: list[_Alarm] = []
        self._current: dict[str, _Alarm] = {}
        self._cards: set[str] = set()
        self._cards_withdrawn = 0
        self._actions: dict[str, Action | None] = {}

    def take(self, entry: Entry, *, breach: bool = True) -> None:
        now, what = entry.now_s, entry.what
        if self._opened_at is None:
            self._opened_at = now
        self._last_at = max(self._last_at, now)
        if breach:
            self._breach.take(what, now)
        self.count(entry)

    def count(self, entry: Entry) -> None:
        count = _COUNTED.get(type(entry.what))
        if count is not None:
            count(self, entry.what, entry.now_s)

    def answers(self) -> tuple[tuple[Priority, float], ...]:
        return tuple(
            (alarm.priority, alarm.answered_at - alarm.since)
            for alarm in self._alarms
            if not alarm.technical and alarm.answered_at is not None
        )

    def report(self) -> AlarmReport:
        ended_at = self._last_at if self._ended_at is None else self._ended_at
        heard = [alarm for alarm in self._alarms if not alarm.technical]
        cuffs = [alarm for alarm in heard if alarm.key in SIDES]
        kept = [alarm for alarm in cuffs if not alarm.withdrawn]
        decided = [alarm for alarm in kept if self._decided(alarm, ended_at)]
        return AlarmReport(
            watched_s=max(0.0, ended_at - (self._opened_at or 0.0) - self._away_s),
            physiological=Counter(alarm.priority for alarm in heard),
            technical=Counter(alarm.priority for alarm in self._alarms if alarm.technical),
            confirmed=len(decided),
            withdrawn=len(cuffs) - len(kept),
            undecided=len(kept) - len(decided),
            cards_withdrawn=self._cards_withdrawn,
            artefacts=sum(alarm.artefact or alarm.withdrawn for alarm in heard),
            acknowledge_s=tuple(after_s for _priority, after_s in self.answers()),
            breach_s=self._breach.seconds(ended_at),
            breach_left_out=self._breach.left_out,
        )

    @staticmethod
    def _decided(alarm: _Alarm, ended_at: float) -> bool:
        return alarm.decided or alarm.over or ended_at - alarm.since >= ANSWER_WITHIN_S

    # ---- what is counted

    def _opened(self, _opened: SessionOpened, now: float) -> None:
        self._opened_at = min(now, self._opened_at or now)

    def _resumed(self, resumed: Resumed, now: float) -> None:
        self._away_s += max(0.0, now - resumed.gap_from_s)

    def _phase(self, changed: PhaseChanged, now: float) -> None:
        if changed.after is Phase.SIGNED and self._ended_at is None:
            self._ended_at = now

    def _answer(self, answer: Acknowledge, _now: float) -> None:
        self._actions[answer.key] = answer.action

    def _cuff(self, cuff: CuffResult | ManualCuff, now: float) -> None:
        """A second reading decides about the alarms that the first one raised."""
        if isinstance(cuff, ManualCuff):
            current = is_current(cuff, now, self._cuff_at)
        else:
            current = cuff.quality in JUDGED
        if not current:
            return
        self._cuff_at = now
        for key in SIDES:
            alarm = self._current.get(key)
            if alarm is not None and not alarm.over and now > alarm.since:
                alarm.decided = True

    def _change(self, change: AlarmChanged, now: float) -> None:
        if change.alarm not in SILENT_IDS:
            _CHANGED.get(change.state, _nothing)(self, change, now)

    def _pending(self, change: AlarmChanged, _now: float) -> None:
        self._cards.add(change.key)

    def _sounds(self, change: AlarmChanged, now: float) -> None:
        from_card = change.key in self._cards
        self._cards.discard(change.key)
        technical = change.alarm in TECHNICAL_IDS
        alarm = _Alarm(change.key, technical, change.priority, now, decided=from_card)
        self._alarms.append(alarm)
        self._current[change.key] = alarm

    def _worse(self, change: AlarmChanged, now: float) -> None:
        alarm = self._current.get(change.key)
        if alarm is None:
            self._sounds(change, now)
        else:
            alarm.priority = max(alarm.priority, change.priority)

    def _acknowledged(self, change: AlarmChanged, now: float) -> None:
        alarm = self._current.get(change.key)
        if alarm is None:
            return
        if alarm.answered_at is None and not alarm.over:
            alarm.answered_at = now
        if self._actions.get(change.key) is Action.ARTEFACT:
            alarm.artefact = True

    def _over(self, change: AlarmChanged, _now: float) -> None:
        self._cards.discard(change.key)
        alarm = self._current.get(change.key)
        if alarm is not None:
            alarm.over = True

    def _withdrawn(self, change: AlarmChanged, now: float) -> None:
        alarm = self._current.get(change.key)
        if change.key in self._cards or alarm is None or alarm.over:
            self._cards_withdrawn += 1
            self._cards.discard(change.key)
            return
        alarm.withdrawn = True
        self._over(change, now)


def _nothing(_ledger: _Ledger, _change: AlarmChanged, _now: float) -> None:
    """A reminder is the same alarm, still unanswered in deed."""


_CHANGED: dict[AlarmPhase, Callable[[_Ledger, AlarmChanged, float], None]] = {
    AlarmPhase.PENDING: _Ledger._pending,
    AlarmPhase.SOUNDING: _Ledger._sounds,
    AlarmPhase.ESCALATED: _Ledger._worse,
    AlarmPhase.ACKNOWLEDGED: _Ledger._acknowledged,
    AlarmPhase.LATCHED: _Ledger._over,
    AlarmPhase.CLEARED: _Ledger._over,
    AlarmPhase.WITHDRAWN: _Ledger._withdrawn,
}
_COUNTED: dict[type, Callable[[_Ledger, Any, float], None]] = {
    SessionOpened: _Ledger._opened,
    Resumed: _Ledger._resumed,
    PhaseChanged: _Ledger._phase,
    Acknowledge: _Ledger._answer,
    CuffResult: _Ledger._cuff,
    ManualCuff: _Ledger._cuff,
    AlarmChanged: _Ledger._change,
}
