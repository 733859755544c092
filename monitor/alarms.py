"""Rows x states x time: which alarms there are, and what is said about them.

Each alarm is a `Slot`: the rows that share a key. Its watches say which rows hold; the table in
`alarm_state.py` says what follows. The engine has no branch that knows a row's name.
"""

from __future__ import annotations

from collections.abc import Iterable

from monitor.alarm_slot import Claim, RowWatch, Slot
from monitor.alarm_state import AUDIBLE, SAID, TRANSITIONS, AlarmState, Stimulus
from monitor.alarm_table import TECHNICAL_IDS
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.picture import AlarmView
from monitor.rules import Row
from monitor.watch import Watch

BETTER_BY = 5.0
"""A new cuff result less than this much better than the acknowledged one speaks again, mmHg."""
_OPEN = frozenset({AlarmState.SOUNDING, AlarmState.ACKNOWLEDGED})
NOTED = frozenset({AlarmState.PENDING, *_OPEN})
"""What is taken back here becomes the note; a message that waits already stays what it is."""


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
        self.join(watch)
        return watch

    def join(self, watch: RowWatch) -> None:
        """A watch of another kind, which its owner feeds."""
        self._slots.setdefault(watch.row.key, Slot(watch.row.key)).watches.append(watch)

    def watch_of(self, row: Row) -> Watch:
        return self._watches[row]

    def slot(self, key: str) -> Slot:
        return self._slots[key]

    def say_why(self, key: str, text: str) -> None:
        """The words that go with an alarm (ids, names or numbers; never prose)."""
        self._slots[key].text = text

    def take_back(self, key: str, text: str) -> None:
        """A repeat contradicted the reading on which this alarm rests; `text` names both."""
        self._slots[key].taken_back = text

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
            holding = slot.holding()
            said += self._hold(slot, holding, now) if holding else self._calm(slot, now)
            slot.taken_back = None
        return said

    def _hold(self, slot: Slot, holding: list[RowWatch], now: float) -> list[AlarmChanged]:
        """Something of this alarm is true and confirmed."""
        slot.card = None
        if slot.taken_back is not None and not slot.sure:
            slot.note, slot.extreme = slot.taken_back, False
        worst = Claim.of(holding[0])
        slot.weigh(holding)
        if slot.said is None or slot.state not in {*_OPEN, AlarmState.INSISTING}:
            slot.say(worst, anew=True)
            return self._move(slot, Stimulus.RAISED, now)
        if worst.row.badness > slot.said.row.badness:
            slot.say(worst, anew=True)
            return self._move(slot, Stimulus.WORSE, now)
        if slot.state is AlarmState.INSISTING:
            if worst.row is not slot.said.row:
                return self._move(slot, Stimulus.LESSER, now)
            slot.say(worst, anew=True)
            return self._move(slot, Stimulus.RAISED, now)
        lesser = worst.row is not slot.said.row
        if not (slot.extreme and lesser) or slot.state is AlarmState.ACKNOWLEDGED:
            slot.say(worst)
        reminds_at = slot.reminds_at()
        if reminds_at is not None and reminds_at <= now:
            return self._move(slot, Stimulus.REMIND, now)
        return []

    def _calm(self, slot: Slot, now: float) -> list[AlarmChanged]:
        """Nothing of this alarm is confirmed; a repeat may be asked for."""
        said: list[AlarmChanged] = []
        pending = slot.pending()
        if slot.state in _OPEN:
            said += self._move(slot, self._end(slot), now)
        elif slot.card is not None and not pending:
            over = Stimulus.OVER if slot.taken_back is None else Stimulus.TAKEN_BACK
            said += self._move(slot, over, now, about=slot.card)
        if not pending:
            slot.card = None
        elif slot.card is None or slot.state is AlarmState.QUIET:
            slot.card = Claim.of(pending[0])
            if slot.state is AlarmState.QUIET:
                slot.say(slot.card, anew=True)
            said += self._move(slot, Stimulus.ASKED, now, about=slot.card)
        return said

    @staticmethod
    def _end(slot: Slot) -> Stimulus:
        if slot.taken_back is not None and not slot.sure:
            return Stimulus.TAKEN_BACK
        if slot.said is not None and not slot.said.row.audible:
            return Stimulus.OVER_UNHEARD
        return Stimulus.OVER_EXTREME if slot.extreme else Stimulus.OVER

    def _move(
        self, slot: Slot, stimulus: Stimulus, now: float, about: Claim | None = None
    ) -> list[AlarmChanged]:
        after = TRANSITIONS[slot.state].get(stimulus)
        claim = about or slot.said
        if after is None or claim is None:
            return []
        words = SAID[slot.state, stimulus]
        self._keep(slot, stimulus, now)
        slot.state = after
        text = slot.words if about is None else slot.taken_back or ""
        changes = [slot.changed(word, claim, text) for word in words]
        if stimulus is Stimulus.ACKNOWLEDGE:
            slot.note = ""
        if after in {AlarmState.QUIET, AlarmState.WITHDRAWN}:
            slot.extreme = slot.sure = False
        if after is AlarmState.QUIET:
            slot.said = slot.card = None
        return changes

    @staticmethod
    def _keep(slot: Slot, stimulus: Stimulus, now: float) -> None:
        """What has to be known of this moment later."""
        if stimulus is Stimulus.ASKED:
            slot.asked_at = now
            if slot.state is AlarmState.QUIET:
                slot.since = now
        elif stimulus is Stimulus.RAISED:
            slot.since, slot.note = now, slot.taken_back or ""
        elif stimulus is Stimulus.TAKEN_BACK and slot.state in NOTED:
            slot.note = slot.taken_back or ""
        elif stimulus is Stimulus.ACKNOWLEDGE:
            slot.acknowledged_at, slot.answered = now, slot.values()

    def acknowledge(
        self, key: str, now: float, *, soon: bool = False
    ) -> list[AlarmChanged] | None:
        """None when there is no such open alarm. `soon`: it was doubted, and speaks again soon."""
        slot = self._slots.get(key)
        if slot is None or Stimulus.ACKNOWLEDGE not in TRANSITIONS[slot.state]:
            return None
        slot.doubted = soon
        return self._move(slot, Stimulus.ACKNOWLEDGE, now)

    def speak_again(self, key: str, now: float) -> list[AlarmChanged]:
        """Something else happened that bears on an acknowledged alarm."""
        slot = self._slots[key]
        return self._move(slot, Stimulus.REMIND, now) if slot.holding() else []

    def remind_all(self, now: float) -> list[AlarmChanged]:
        """Somebody else looks after this chair now: what is true still is shown to her too."""
        return [change for key in self._slots for change in self.speak_again(key, now)]

    def new_evidence(self, key: str, now: float) -> list[AlarmChanged]:
        """A fresh measurement of an acknowledged alarm: speak again unless it is clearly better.

        It is compared with the values that held when the alarm was acknowledged: that of the
        worst row must be better by `BETTER_BY`, and no other one worse. A worse tier speaks for
        itself.
        """
        slot = self._slots[key]
        holding = slot.holding()
        if slot.state is not AlarmState.ACKNOWLEDGED or slot.said is None or not holding:
            return []
        worst = Claim.of(holding[0])
        if worst.row.badness > slot.said.row.badness or _better(slot, worst):
            return []
        slot.weigh(holding)
        slot.say(worst)
        return self._move(slot, Stimulus.REMIND, now)

    def drop_all(self) -> None:
        for slot in self._slots.values():
            for watch in slot.watches:
                watch.drop()

    def audible(self) -> Priority | None:
        """The most urgent alarm that sounds now, whatever the audio pause says."""
        loudest = self.loudest()
        return None if loudest is None else loudest[0]

    def loudest(self) -> tuple[Priority, str] | None:
        """Its priority and id; the newest of several that are equally urgent; None = silence."""
        sounding = [
            (slot.since, slot.said.row)
            for slot in self._slots.values()
            if slot.said is not None and slot.said.row.audible and slot.state in AUDIBLE
        ]
        if not sounding:
            return None
        _since, row = max(sounding, key=lambda one: (one[1].priority, one[0]))
        return row.priority, row.id

    def level(self, without: str = "") -> int:
        """The highest open *physiological* alarm: 0 none, 1 low, 2 medium, 3 high.

        `without` is the key of one that is left out.
        """
        levels = [
            int(slot.said.row.priority)
            for key, slot in self._slots.items()
            if slot.said is not None
            and slot.open
            and slot.said.row.id not in TECHNICAL_IDS
            and key != without
        ]
        return max(levels, default=0)

    def views(self, now: float) -> tuple[AlarmView, ...]:
        """Every alarm that is on the screen: unanswered first, then by priority, then newest."""
        shown = [view for slot in self._slots.values() for view in slot.views(now)]
        quiet = {AlarmPhase.ACKNOWLEDGED, AlarmPhase.LATCHED, AlarmPhase.WITHDRAWN}
        return tuple(
            sorted(
                shown,
                key=lambda view: (
                    view.state not in quiet,
                    view.state is not AlarmPhase.PENDING,
                    view.priority,
                    view.waits,
                    view.since_s,
                ),
                reverse=True,
            )
        )


def _better(slot: Slot, worst: Claim) -> bool:
    """Clearly better than what was answered."""
    down = 1.0 if slot.key.endswith("/high") else -1.0
    for sign, value in slot.values().items():
        answered = slot.answered.get(sign)
        needed = BETTER_BY if sign is worst.row.sign else 0.0
        if answered is None or down * (answered - value) < needed:
            return False
    return True
