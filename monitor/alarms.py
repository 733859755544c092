"""Rows x states x time: which alarms there are, and what is said about them.

A slot is one alarm: the rows that share a key. Its watches say which rows hold; the table in
`alarm_state.py` says what follows. The engine has no branch that knows a row's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from monitor.alarm_state import AUDIBLE, SAID, TRANSITIONS, AlarmState, Stimulus
from monitor.clock import whole_ms
from monitor.events import AlarmChanged, AlarmPhase, Priority
from monitor.picture import AlarmView
from monitor.rules import TECHNICAL_IDS, Row
from monitor.watch import Watch

REMIND_AFTER_S = {Priority.HIGH: 180.0, Priority.MEDIUM: 300.0}
"""An acknowledged alarm that still holds speaks again; a low one does not."""
BETTER_BY = 5.0
"""A new cuff result less than this much better than the acknowledged one speaks again, mmHg."""


_SHOWN_AS = {
    AlarmState.LATCHED: AlarmPhase.LATCHED,
    AlarmState.ACKNOWLEDGED: AlarmPhase.ACKNOWLEDGED,
}


def _badness(row: Row) -> tuple[Priority, int]:
    return row.priority, row.rank


@dataclass(slots=True)
class Slot:
    """One alarm. `said` is the worst row announced, `extreme` that it must be acknowledged.

    `answered` is the row and the value that were shown when somebody acknowledged it.
    """

    key: str
    watches: list[Watch] = field(default_factory=list)
    state: AlarmState = AlarmState.QUIET
    said: Row | None = None
    value: float | None = None
    limit: float | None = None
    since: float = 0.0
    acknowledged_at: float = 0.0
    answered: tuple[Row, float | None] | None = None
    extreme: bool = False
    text: str = ""

    @property
    def rests(self) -> bool:
        """There is no alarm, and time alone will not make one."""
        return self.state is AlarmState.QUIET and all(watch.rests for watch in self.watches)

    def holding(self) -> list[Watch]:
        held = [watch for watch in self.watches if watch.holds]
        return sorted(held, key=lambda watch: _badness(watch.row), reverse=True)

    def weigh(self, holding: list[Watch]) -> None:
        """Once an extreme it stays one until it is acknowledged; then only while it holds."""
        latching = any(watch.row.latching for watch in holding)
        self.extreme = latching or (self.extreme and self.state is not AlarmState.ACKNOWLEDGED)

    def reminds_at(self) -> float | None:
        if self.state is not AlarmState.ACKNOWLEDGED or self.said is None:
            return None
        after = REMIND_AFTER_S.get(self.said.priority)
        return None if after is None else whole_ms(self.acknowledged_at + after)

    def changed(self, word: AlarmPhase) -> AlarmChanged:
        assert self.said is not None, "an alarm without a row cannot be announced"
        reasons = tuple(dict.fromkeys(watch.row.id for watch in self.holding()))
        return AlarmChanged(
            key=self.key,
            alarm=self.said.id,
            sign=self.said.sign,
            priority=self.said.priority,
            state=word,
            value=self.value,
            limit=self.limit,
            reasons=reasons or (self.said.id,),
            text=self.text,
        )

    def view(self, now: float) -> AlarmView:
        assert self.said is not None, "only alarms with a row are shown"
        reminds_at = self.reminds_at()
        reasons = tuple(dict.fromkeys(watch.row.id for watch in self.holding()))
        return AlarmView(
            key=self.key,
            alarm=self.said.id,
            sign=self.said.sign,
            priority=self.said.priority,
            state=_SHOWN_AS.get(self.state, AlarmPhase.SOUNDING),
            value=self.value,
            limit=self.limit,
            since_s=self.since,
            reasons=reasons or (self.said.id,),
            technical=self.said.id in TECHNICAL_IDS,
            text=self.text,
            reminds_in_s=None if reminds_at is None else max(0.0, reminds_at - now),
        )


class AlarmEngine:
    """Feed verdicts to the watches of `watch_of`, then `settle`."""

    def __init__(self, rows: Iterable[Row], delays_s: dict[str, float] | None = None) -> None:
        self._slots: dict[str, Slot] = {}
        self._watches: dict[Row, Watch] = {}
        for row in rows:
            self.add(row, (delays_s or {}).get(row.id))

    def add(self, row: Row, delay_s: float | None = None) -> Watch:
        watch = Watch(row, delay_s)
        self._watches[row] = watch
        self._slots.setdefault(row.key, Slot(row.key)).watches.append(watch)
        return watch

    def watch_of(self, row: Row) -> Watch:
        return self._watches[row]

    def say_why(self, key: str, text: str) -> None:
        """The words that go with a technical alarm (an id or a name; never prose)."""
        self._slots[key].text = text

    def wake_at(self) -> float | None:
        moments: list[float | None] = []
        for slot in self._slots.values():
            if not slot.rests:
                moments += [watch.due_at() for watch in slot.watches]
                moments.append(slot.reminds_at())
        return min((moment for moment in moments if moment is not None), default=None)

    def settle(self, now: float) -> list[AlarmChanged]:
        """Let time pass to `now` and say what changed."""
        said: list[AlarmChanged] = []
        for slot in self._slots.values():
            if slot.rests:
                continue
            for watch in slot.watches:
                watch.pass_time(now)
            said += self._settle_slot(slot, now)
        return said

    def _settle_slot(self, slot: Slot, now: float) -> list[AlarmChanged]:
        holding = slot.holding()
        if not holding:
            over = Stimulus.OVER_EXTREME if slot.extreme else Stimulus.OVER
            return self._move(slot, over, now)
        worst = holding[0]
        slot.weigh(holding)
        if slot.said is None or slot.state is AlarmState.LATCHED:
            self._show(slot, worst)
            return self._move(slot, Stimulus.RAISED, now)
        if _badness(worst.row) > _badness(slot.said):
            self._show(slot, worst)
            return self._move(slot, Stimulus.WORSE, now)
        if slot.state is AlarmState.INSISTING:
            if worst.row is not slot.said:
                return self._move(slot, Stimulus.LESSER, now)
            self._show(slot, worst)
            return self._move(slot, Stimulus.RAISED, now)
        if not slot.extreme or slot.state is AlarmState.ACKNOWLEDGED:
            self._show(slot, worst)
        reminds_at = slot.reminds_at()
        if reminds_at is not None and reminds_at <= now:
            return self._move(slot, Stimulus.REMIND, now)
        return []

    @staticmethod
    def _show(slot: Slot, worst: Watch) -> None:
        slot.said, slot.value, slot.limit = worst.row, worst.value, worst.limit

    def _move(self, slot: Slot, stimulus: Stimulus, now: float) -> list[AlarmChanged]:
        after = TRANSITIONS[slot.state].get(stimulus)
        if after is None or slot.said is None:
            return []
        words = SAID[slot.state, stimulus]
        if stimulus is Stimulus.RAISED:
            slot.since = now
        slot.state = after
        if after is AlarmState.ACKNOWLEDGED:
            slot.acknowledged_at = now
            slot.answered = (slot.said, slot.value)
        changes = [slot.changed(word) for word in words]
        if after is AlarmState.QUIET:
            slot.said, slot.extreme = None, False
        return changes

    def acknowledge(self, key: str, now: float) -> list[AlarmChanged] | None:
        """None when there is no such open alarm."""
        slot = self._slots.get(key)
        if slot is None or Stimulus.ACKNOWLEDGE not in TRANSITIONS[slot.state]:
            return None
        return self._move(slot, Stimulus.ACKNOWLEDGE, now)

    def new_evidence(self, key: str, now: float) -> list[AlarmChanged]:
        """A fresh measurement of an acknowledged alarm: speak again unless it is clearly better.

        It is compared with the value that was shown when the alarm was acknowledged. A worse
        tier speaks for itself; of another sign than was answered nothing can be said here.
        """
        slot = self._slots[key]
        holding = slot.holding()
        if slot.state is not AlarmState.ACKNOWLEDGED or slot.answered is None or not holding:
            return []
        worst, (row, before) = holding[0], slot.answered
        if before is None or worst.value is None or worst.row.sign is not row.sign:
            return []
        if slot.said is None or _badness(worst.row) > _badness(slot.said):
            return []
        gain = before - worst.value if key.endswith("/high") else worst.value - before
        if gain >= BETTER_BY:
            return []
        slot.weigh(holding)
        self._show(slot, worst)
        return self._move(slot, Stimulus.REMIND, now)

    def drop_all(self) -> None:
        for watch in self._watches.values():
            watch.drop()

    def audible(self) -> Priority | None:
        """The most urgent alarm that sounds now, whatever the audio pause says."""
        sounding = [
            slot.said.priority
            for slot in self._slots.values()
            if slot.said is not None and slot.said.audible and slot.state in AUDIBLE
        ]
        return max(sounding, default=None)

    def level(self) -> int:
        """The highest open *physiological* alarm: 0 none, 1 low, 2 medium, 3 high."""
        levels = [
            int(slot.said.priority)
            for slot in self._slots.values()
            if slot.said is not None and slot.said.id not in TECHNICAL_IDS and slot.holding()
        ]
        return max(levels, default=0)

    def views(self, now: float) -> tuple[AlarmView, ...]:
        """Every alarm that is on the screen: unanswered first, then by priority, then newest."""
        shown = [
            slot.view(now)
            for slot in self._slots.values()
            if slot.state is not AlarmState.QUIET and slot.said is not None
        ]
        return tuple(
            sorted(
                shown,
                key=lambda view: (
                    view.state not in {AlarmPhase.ACKNOWLEDGED, AlarmPhase.LATCHED},
                    view.priority,
                    view.waits,
                    view.since_s,
                ),
                reverse=True,
            )
        )
