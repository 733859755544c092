"""One alarm: the rows that share a key, what was said of them, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from monitor.alarm_state import AlarmState
from monitor.alarm_table import DOSE_TIME_ROW, MISMATCH_ROW, PART_ROWS, TECHNICAL_IDS
from monitor.clock import whole_ms
from monitor.optional_rows import COMPUTED_ROWS
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.picture import AlarmView
from monitor.rules import Row, Verdict, judge
from monitor.vitals import VitalSign

CARD_KEY = "/card"
"""Ends the key of a card that is seen beside a message of the same alarm; it takes no answer."""
REMIND_AFTER_S = {Priority.HIGH: 180.0, Priority.MEDIUM: 300.0, Priority.LOW: 300.0}
"""An acknowledged alarm that still holds speaks again."""
REMIND_TECHNICAL_LOW_AFTER_S = 600.0
REMIND_DOUBTED_AFTER_S = 120.0
SILENT_IDS = frozenset(
    row.id for row in (*PART_ROWS, MISMATCH_ROW, DOSE_TIME_ROW, *COMPUTED_ROWS) if not row.audible
)
"""Alarms that are seen and not heard."""


def reminds_after_s(alarm: str, priority: Priority) -> float | None:
    """How long an alarm of this id is silent after an answer; None = for as long as it holds."""
    if alarm in SILENT_IDS:
        return None
    if priority is Priority.LOW and alarm in TECHNICAL_IDS:
        return REMIND_TECHNICAL_LOW_AFTER_S
    return REMIND_AFTER_S[priority]


class RowWatch(Protocol):
    """Whether the condition of one row holds, and when that changes by itself."""

    row: Row
    holds: bool
    pending: bool
    """Seen once; a repeat is asked for, and nothing sounds."""
    provisional: bool
    """It sounds already, and one repeat can still take it back."""
    value: float | None
    limit: float | None

    @property
    def rests(self) -> bool: ...

    @property
    def asked_by(self) -> float | None:
        """When the time for the repeat is over that is asked for; None = none is."""
        ...

    def due_at(self) -> float | None: ...

    def pass_time(self, now: float) -> None: ...

    def drop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Claim:
    """What was said of an alarm: its worst row, with the value and the limit of that moment."""

    row: Row
    value: float | None
    limit: float | None

    @classmethod
    def of(cls, watch: RowWatch) -> Claim:
        return cls(watch.row, watch.value, watch.limit)

    @property
    def beyond(self) -> bool:
        """The value is beyond the limit in full, and not only held there by the hysteresis."""
        if self.value is None or self.limit is None or self.row.compare is None:
            return True
        return judge(self.row, self.value, self.limit, in_breach=False) is Verdict.BREACH


_OVER = frozenset({AlarmState.LATCHED, AlarmState.INSISTING})
_SHOWN_AS = {
    AlarmState.PENDING: AlarmPhase.PENDING,
    AlarmState.LATCHED: AlarmPhase.LATCHED,
    AlarmState.WITHDRAWN: AlarmPhase.WITHDRAWN,
    AlarmState.ACKNOWLEDGED: AlarmPhase.ACKNOWLEDGED,
}


@dataclass(slots=True)
class Slot:
    """`said` is the worst row announced; `card` what a repeat is asked for, None = nothing is.

    `extreme`: it must be acknowledged to be silent; `sure`: no repeat can take that back.
    `answered` are the values that held when somebody acknowledged it. `taken_back` names, until
    the slot is settled, two readings of which the second contradicts the first; None = there are
    none. `note` is that text, until somebody acknowledges it. `readings` is how many cuff readings
    in a row it rests on.
    """

    key: str
    watches: list[RowWatch] = field(default_factory=list)
    state: AlarmState = AlarmState.QUIET
    said: Claim | None = None
    card: Claim | None = None
    beyond: Claim | None = None
    """The newest that was said of it with a value beyond its limit, not only held there."""
    since: float = 0.0
    asked_at: float = 0.0
    acknowledged_at: float = 0.0
    answered: dict[VitalSign, float] = field(default_factory=dict)
    doubted: bool = False
    """Somebody answered that it is an artefact; a repeat has to show it soon."""
    extreme: bool = False
    sure: bool = False
    taken_back: str | None = None
    note: str = ""
    readings: int = 0
    text: str = ""

    @property
    def rests(self) -> bool:
        """There is no alarm, and time alone will not make one."""
        if self.state is not AlarmState.QUIET:
            return False
        for watch in self.watches:  # noqa: SIM110 -- it is asked of every slot at every moment
            if not watch.rests:
                return False
        return True

    @property
    def holds(self) -> bool:
        """Something of it is true and confirmed."""
        return True in [watch.holds for watch in self.watches]

    @property
    def open(self) -> bool:
        """It holds. What somebody saw has no end of its own: it is open while it sounds."""
        if self.state is AlarmState.INSISTING and self.said is not None:
            return self.said.row.compare is None
        return self.holds

    def say(self, claim: Claim, *, anew: bool = False) -> None:
        """What is true of it now. `anew`: it is a new alarm, or a worse one."""
        self.said = claim
        if anew or claim.beyond:
            self.beyond = claim

    def holding(self) -> list[RowWatch]:
        return _worst_first(watch for watch in self.watches if watch.holds)

    def pending(self) -> list[RowWatch]:
        return _worst_first(watch for watch in self.watches if watch.pending)

    def weigh(self, holding: list[RowWatch]) -> None:
        """Once an extreme it stays one until it is acknowledged; then only while it holds.

        An extreme that is only provisional is not sure: one repeat can take it back.
        """
        latching = [watch for watch in holding if watch.row.latching]
        provisional = any(watch.provisional for watch in latching)
        kept = self.extreme and self.state is not AlarmState.ACKNOWLEDGED
        self.sure = (bool(latching) or kept) and (not provisional or (kept and self.sure))
        self.extreme = bool(latching) or kept

    def reminds_at(self) -> float | None:
        """When it speaks again; None = nobody has to be reminded of it."""
        if self.state is not AlarmState.ACKNOWLEDGED or self.said is None:
            return None
        after = reminds_after_s(self.said.row.id, self.said.row.priority)
        if after is not None and self.doubted:
            after = min(after, REMIND_DOUBTED_AFTER_S)
        return None if after is None else whole_ms(self.acknowledged_at + after)

    def repeat_by(self) -> float | None:
        """When the time for the repeat that is asked for is over; None = none is."""
        asked = (watch.asked_by for watch in self.watches)
        return min((by for by in asked if by is not None), default=None)

    def reasons(self, about: Claim) -> tuple[str, ...]:
        """The ids of all rows that hold, or that a repeat is asked for; worst first."""
        asked = self.pending() if about is self.card else []
        ids = dict.fromkeys(watch.row.id for watch in self.holding() or asked)
        return tuple(ids) or (about.row.id,)

    def values(self) -> dict[VitalSign, float]:
        """The value of each sign of which a row holds."""
        return {
            watch.row.sign: watch.value
            for watch in self.watches
            if watch.holds and watch.row.sign is not None and watch.value is not None
        }

    @property
    def words(self) -> str:
        """What goes with the alarm: the two readings of its note, else what was said of it."""
        return self.note or self.text

    def changed(self, word: AlarmPhase, about: Claim, text: str) -> AlarmChanged:
        return AlarmChanged(
            key=self.key,
            alarm=about.row.id,
            sign=about.row.sign,
            priority=about.row.priority,
            state=word,
            value=about.value,
            limit=about.limit,
            reasons=self.reasons(about),
            text=text,
        )

    def views(self, now: float) -> list[AlarmView]:
        """What is to be seen of it: the alarm or the card, or the card beside a message."""
        if self.state is AlarmState.QUIET or self.said is None:
            return []
        said = self.beyond if self.state in _OVER and self.beyond is not None else self.said
        if self.card is None or self.holding():
            return [self._view(said, self.key, now)]
        if self.state is AlarmState.PENDING:
            return [self._view(self.card, self.key, now)]
        beside = self._view(self.card, f"{self.key}{CARD_KEY}", now)
        return [self._view(said, self.key, now), beside]

    def _view(self, shown: Claim, key: str, now: float) -> AlarmView:
        asks = shown is self.card
        reminds_at = self.reminds_at()
        return AlarmView(
            key=key,
            alarm=shown.row.id,
            sign=shown.row.sign,
            priority=shown.row.priority,
            state=AlarmPhase.PENDING if asks else _SHOWN_AS.get(self.state, AlarmPhase.SOUNDING),
            value=shown.value,
            limit=shown.limit,
            since_s=self.asked_at if asks else self.since,
            reasons=self.reasons(shown),
            technical=shown.row.id in TECHNICAL_IDS,
            text="" if asks else self.words,
            reminds_in_s=None if reminds_at is None else max(0.0, reminds_at - now),
            repeat_by_s=self.repeat_by() if asks or self.holding() else None,
            readings=self.readings,
        )


def _worst_first(watches: Iterable[RowWatch]) -> list[RowWatch]:
    return sorted(watches, key=lambda watch: watch.row.badness, reverse=True)
