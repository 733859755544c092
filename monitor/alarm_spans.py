"""The alarms of a record, each from its first sound to its end, with how it got worse.

Rule 1: an alarm counts once each time that it begins to sound, as in `monitor/alarm_report.py`;
        a test holds both to the same counts.
Rule 2: it is over when its cause is, or when a repeat took it back. An extreme one goes on until
        somebody has answered it.
Rule 3: what is only seen and never heard is not among them, and a silent card that was taken back
        is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from monitor.alarm_slot import SILENT_IDS
from monitor.alarm_table import TECHNICAL_IDS
from monitor.entries import Entry
from monitor.outcomes import AlarmChanged, AlarmPhase, PhaseChanged, Priority
from monitor.phases import Phase
from monitor.vitals import VitalSign

_OVER = frozenset({AlarmPhase.LATCHED, AlarmPhase.CLEARED, AlarmPhase.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Rung:
    """What an alarm said at session second `at_s`: its worst row then, and what it compared.

    `value` and `limit` are None where no value is compared with a limit.
    """

    at_s: float
    alarm: str
    sign: VitalSign | None
    priority: Priority
    value: float | None
    limit: float | None


@dataclass(frozen=True, slots=True)
class AlarmSpan:
    """One alarm. `rungs` are its first word and every worse one; never empty.

    `ended_s` is in session seconds; None = it still held when the record ended. `withdrawn`: a
    repeat contradicted the reading on which it rested.
    """

    key: str
    rungs: tuple[Rung, ...]
    ended_s: float | None = None
    withdrawn: bool = False

    @property
    def began_s(self) -> float:
        return self.rungs[0].at_s

    @property
    def worst(self) -> Rung:
        """The first word at the highest priority that it reached."""
        return max(self.rungs, key=lambda rung: (rung.priority, -rung.at_s))

    @property
    def technical(self) -> bool:
        return self.rungs[0].alarm in TECHNICAL_IDS

    def until_s(self, end_s: float) -> float:
        """Its end, or that of the record."""
        return end_s if self.ended_s is None else self.ended_s


@dataclass(slots=True)
class _Open:
    key: str
    rungs: list[Rung] = field(default_factory=list)
    ended_s: float | None = None
    withdrawn: bool = False


def alarm_spans(entries: Iterable[Entry]) -> tuple[AlarmSpan, ...]:
    """The alarms of one session in the order in which they began."""
    found: list[_Open] = []
    current: dict[str, _Open] = {}
    for entry in entries:
        what = entry.what
        if isinstance(what, PhaseChanged) and what.after is Phase.SIGNED:
            for key in list(current):
                current.pop(key).ended_s = entry.now_s
        elif isinstance(what, AlarmChanged) and what.alarm not in SILENT_IDS:
            _take(found, current, what, entry.now_s)
    return tuple(AlarmSpan(one.key, tuple(one.rungs), one.ended_s, one.withdrawn) for one in found)


def _take(
    found: list[_Open], current: dict[str, _Open], change: AlarmChanged, now_s: float
) -> None:
    known = current.get(change.key)
    if change.state in _OVER:
        if known is not None:
            known.ended_s = now_s
            known.withdrawn = change.state is AlarmPhase.WITHDRAWN
            del current[change.key]
        return
    worse = change.state is AlarmPhase.ESCALATED
    if not worse and change.state is not AlarmPhase.SOUNDING:
        return
    if known is None or not worse:
        if known is not None:
            known.ended_s = now_s
        known = current[change.key] = _Open(change.key)
        found.append(known)
    known.rungs.append(
        Rung(now_s, change.alarm, change.sign, change.priority, change.value, change.limit)
    )
