"""What if: a recorded session judged anew under other limits, and both told side by side. Pure.

Rule 1: the real core judges, from the session's own events at their own moments; the same limits
        give the same alarms.
Rule 2: what the devices measured and what people said stays as it was. An answer to an alarm that
        is not there any more is dropped, and so is whatever else the core now refuses; both are
        named. An answer that was refused then stays without effect.
Rule 3: a limit that was asked for stands for the whole session: what was moved at the chair about
        it is overruled, and named. Another profile overrules all of them.
Rule 4: what is known of the patient, and the route, are facts and no limits: they stay.
Rule 5: cuffs are those that were measured. Under other limits the program might have asked for
        other ones; that cannot be known.
Rule 6: as it was is judged anew too, with the limits of then: both sides by the same rules.
        `faithful` says whether that side is the same as what the record holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from monitor.alarm_report import AlarmReport, report_of
from monitor.alarm_spans import AlarmSpan, alarm_spans
from monitor.clock import whole_ms
from monitor.commands import Acknowledge, ChangeLimit
from monitor.core import MonitorCore
from monitor.entries import Entry
from monitor.events import Event, SessionOpened, is_event
from monitor.limits import LimitProfile, LimitRefused, bounds_of
from monitor.outcomes import AlarmChanged, Outcome, PhaseChanged, Refused
from monitor.phases import Phase
from monitor.side_by_side import Pair, first_difference, pairs_of


class NotOpened(ValueError):
    """The record does not begin with the opening of its session: nothing can be judged."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is asked for: another `profile` (None = the session's own), and single limits."""

    profile: LimitProfile | None = None
    single: Mapping[str, float] = field(default_factory=dict)

    def of(self, own: LimitProfile) -> LimitProfile:
        """The profile of the session as it would have been. Raises `LimitRefused`."""
        base = own
        if self.profile is not None:
            base = replace(self.profile, route=own.route, modifiers=own.modifiers)
        for rule, value in self.single.items():
            if rule not in base.own:
                raise LimitRefused("limit-unknown", rule, value, ", ".join(sorted(base.own)))
            low, high = bounds_of(rule)
            if not low <= value <= high:
                raise LimitRefused("limit-out-of-bounds", rule, value, f"{low:g}", f"{high:g}")
        made = replace(base, changed={**base.changed, **self.single})
        made.check()
        return made

    def overrules(self, rule: str) -> bool:
        return self.profile is not None or rule in self.single


AS_IT_WAS = Limits()


class Rejudging:
    """One session, judged anew piece by piece. `entries` begin with its opening.

    Raises `NotOpened`, and `LimitRefused` for limits that may not be.
    """

    def __init__(self, entries: Sequence[Entry], limits: Limits = AS_IT_WAS) -> None:
        opened = entries[0].what if entries else None
        if not isinstance(opened, SessionOpened):
            raise NotOpened("the record has no opening")
        self.opened = replace(opened, profile=limits.of(opened.profile))
        self.entries: list[Entry] = []
        """The record as it would have been."""
        self.dropped: list[Entry] = []
        """What people said that does not fit any more."""
        self.overruled: list[Entry] = []
        """Limits that were moved at the chair and are asked for otherwise."""
        self._limits = limits
        self._past = entries
        self._end_s = _end_of(entries)
        self._place = 0
        self._core = MonitorCore(self.opened, entries[0].now_s)

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return self._place / len(self._past)

    def go_on(self, most: int) -> bool:
        """Judge up to `most` entries more; whether that was all."""
        end = min(len(self._past), self._place + most)
        while self._place < end:
            entry = self._past[self._place]
            self._place += 1
            if entry.now_s > self._end_s:
                self._place = len(self._past)
                break
            if is_event(entry.what):
                self._judge(entry, entry.what)
        if self._place < len(self._past):
            return False
        self._finish()
        return True

    def _finish(self) -> None:
        """What followed from silence is due up to a millisecond after the moment it bears."""
        last = whole_ms(self._end_s + 0.001)
        if self._core.now < last:
            for one in self._core.tick(last):
                if one.at <= self._end_s:
                    self._write(one.at, one.outcome)

    def _judge(self, entry: Entry, what: Event) -> None:
        now = entry.now_s
        if isinstance(what, ChangeLimit) and self._limits.overrules(what.rule):
            self.overruled.append(entry)
            return
        refused_then = self._refused_then()
        if isinstance(what, Acknowledge) and refused_then:
            return
        event = self.opened if isinstance(what, SessionOpened) else what
        for one in self._core.come_to(event, now):
            self._write(one.at, one.outcome)
        said = self._core.handle(event, now)
        if not refused_then and any(isinstance(one.outcome, Refused) for one in said):
            self.dropped.append(entry)
        else:
            self._write(now, event)
        for one in said:
            self._write(one.at, one.outcome)

    def _refused_then(self) -> bool:
        following = self._past[self._place].what if self._place < len(self._past) else None
        return isinstance(following, Refused)

    def _write(self, now: float, what: Event | Outcome) -> None:
        self.entries.append(Entry(self.opened.session_id, len(self.entries), now, what))


def _end_of(entries: Sequence[Entry]) -> float:
    """When it was signed, else the last moment: what was added afterwards judges nothing."""
    for entry in entries:
        if isinstance(entry.what, PhaseChanged) and entry.what.after is Phase.SIGNED:
            return entry.now_s
    return entries[-1].now_s


@dataclass(frozen=True, slots=True)
class Side:
    """One of both: the limits it began with, its alarms, and what they were worth."""

    profile: LimitProfile
    alarms: tuple[AlarmSpan, ...]
    report: AlarmReport


@dataclass(frozen=True, slots=True)
class Comparison:
    """`was` and `then` side by side. Moments in session seconds, from `begin_s` to `end_s`.

    `pairs` in the order of time; `first_s` is the first moment at which both differ, None = they
    never do. `dropped` and `overruled`: see `Rejudging`.
    """

    session_id: str
    begin_s: float
    end_s: float
    was: Side
    then: Side
    pairs: tuple[Pair, ...]
    first_s: float | None
    dropped: tuple[Entry, ...]
    overruled: tuple[Entry, ...]
    faithful: bool


class Comparing:
    """Both sides of one session, piece by piece; `comparison` when `go_on` was true.

    `was` is the one side, where it was judged before.
    """

    def __init__(
        self, entries: Sequence[Entry], limits: Limits, was: Rejudging | None = None
    ) -> None:
        self._past = entries
        self.was = was or Rejudging(entries)
        self._then = Rejudging(entries, limits)

    @property
    def share(self) -> float:
        return (self.was.share + self._then.share) / 2

    def go_on(self, most: int) -> bool:
        """Judge up to `most` entries more; whether that was all."""
        return self.was.go_on(most) and self._then.go_on(most)

    def comparison(self) -> Comparison:
        was, then, end_s = _side(self.was), _side(self._then), _end_of(self._past)
        pairs = pairs_of(was.alarms, then.alarms, end_s)
        stored = [entry for entry in self._past if entry.now_s <= end_s]
        return Comparison(
            self.was.opened.session_id,
            self._past[0].now_s,
            end_s,
            was,
            then,
            pairs,
            first_difference(pairs),
            tuple(self._then.dropped),
            tuple(self._then.overruled),
            _changes(stored) == _changes(self.was.entries),
        )


def what_if(entries: Sequence[Entry], limits: Limits) -> Comparison:
    """At once. Raises `NotOpened`, and `LimitRefused` for limits that may not be."""
    comparing = Comparing(entries, limits)
    while not comparing.go_on(len(entries)):
        pass
    return comparing.comparison()


def _side(judged: Rejudging) -> Side:
    return Side(judged.opened.profile, alarm_spans(judged.entries), report_of(judged.entries))


def _changes(entries: Sequence[Entry]) -> list[tuple[float, AlarmChanged]]:
    return [(one.now_s, one.what) for one in entries if isinstance(one.what, AlarmChanged)]
