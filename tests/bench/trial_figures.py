"""What came of a trial: which alarms were true, which episodes were found, and how soon.

Rule 1: truth is the course without the errors of cuff and sensors. An alarm of the cuff is true
        when the true pressure at its last reading reaches the limits of its level (either of
        them, as in the rules); one of a stream, when the true value did in the 15 s before.
Rule 2: an alarm is one from its first sound to its end, and as true as the worst that it said.
        One that sounded and was withdrawn is false.
Rule 3: an episode is an unbroken run of scheduled results at which the truth reaches a level. It
        is found when, within 120 s of the first of them, an alarm of that level is open: medium
        for >= 180/110, high for >= 200/120. Stricter, *named*: an alarm that itself says «very
        high» or «extreme».
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from alarm_trial import Played, Stand, play_plain, tier_of
from threshold_monitor import Sounded
from trial_material import scheduled

from devices.simulated.population.course import Course
from devices.simulated.population.measured import cuff_reading
from monitor.alarm_table import CUFF_ROWS, EXTREME_ROWS, HIGH_ROWS, STREAM_ROWS, VERY_HIGH_ROWS
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.rules import Compare, Row, Verdict, judge
from monitor.vitals import VitalSign

WITHIN_S = 120.0
LOOKS_BACK_S = 15
NEAR_MMHG = 5.0
SEVERE = ((180.0, 110.0), Priority.MEDIUM, 2)
EXTREME = ((200.0, 120.0), Priority.HIGH, 3)
_ROWS = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}
_LEVELS = {1: HIGH_ROWS, 2: VERY_HIGH_ROWS, 3: EXTREME_ROWS}
LimitOf = Callable[[Row], float | None]


@dataclass(frozen=True, slots=True)
class Heard:
    """One medium or high alarm.

    `near`: the truth was at most `NEAR_MMHG` short of the limit, less than two errors of the cuff.
    `calm`: it was a session without a surge.
    """

    row: str
    at: float
    true: bool
    near: bool
    calm: bool

    @property
    def cuff(self) -> bool:
        return _ROWS[self.row].key.startswith("bp/")


@dataclass(frozen=True, slots=True)
class Episode:
    """`delay_s`: until an alarm of its level was open; None = there was none at all."""

    level: float
    session: str
    at: float
    delay_s: float | None
    named: bool

    @property
    def found(self) -> bool:
        return self.delay_s is not None and self.delay_s <= WITHIN_S


@dataclass(slots=True)
class Figures:
    """Of one alarm system in all sessions of a trial."""

    sessions: int = 0
    calm_sessions: int = 0
    heard: list[Heard] = field(default_factory=list)
    severe: list[Episode] = field(default_factory=list)
    extreme: list[Episode] = field(default_factory=list)

    @property
    def false(self) -> float:
        """False medium and high alarms a session."""
        return sum(not one.true for one in self.heard) / max(1, self.sessions)

    @property
    def false_cuff(self) -> float:
        return sum(not one.true and one.cuff for one in self.heard) / max(1, self.sessions)

    @property
    def false_cuff_calm(self) -> float:
        """In the sessions without a surge: those of the published population."""
        false = sum(not one.true and one.cuff and one.calm for one in self.heard)
        return false / max(1, self.calm_sessions)

    @property
    def near(self) -> float:
        """The share of the false alarms of the cuff that a limit 5 mmHg away makes true."""
        false = [one for one in self.heard if not one.true and one.cuff]
        return sum(one.near for one in false) / max(1, len(false))

    @property
    def sensitivity(self) -> float:
        return _share(self.severe, lambda one: one.found)

    @property
    def named(self) -> float:
        return _share(self.severe, lambda one: one.named)

    @property
    def late_extremes(self) -> int:
        """Missed or found later than 120 s."""
        return sum(not one.found for one in self.extreme)

    def add(
        self,
        heard: Iterable[Heard],
        severe: list[Episode],
        extreme: list[Episode],
        *,
        calm: bool,
    ) -> None:
        self.sessions += 1
        self.calm_sessions += calm
        self.heard += heard
        self.severe += severe
        self.extreme += extreme


def _share(episodes: Sequence[Episode], of: Callable[[Episode], bool]) -> float:
    return sum(of(one) for one in episodes) / len(episodes) if episodes else 1.0


def count_ours(figures: Figures, played: Played) -> None:
    """Chairside's alarms and what it found."""
    course, name = played.material.course, played.material.member.name
    figures.add(
        _heard(played),
        episodes(course, name, played.readings, played.stands, SEVERE),
        episodes(course, name, played.readings, played.stands, EXTREME),
        calm=_calm(played),
    )


def count_plain(figures: Figures, played: Played) -> None:
    """The same session as the plain monitor judges it."""
    material = played.material
    course, name = material.course, material.member.name
    monitor, stands = play_plain(played)
    readings = [at for at in scheduled() if cuff_reading(material.member, course, at) is not None]
    figures.add(
        _heard_plain(monitor.sounded, played),
        episodes(course, name, readings, stands, SEVERE),
        episodes(course, name, readings, stands, EXTREME),
        calm=_calm(played),
    )


def _calm(played: Played) -> bool:
    return played.material.member.surge is None


# ---- which alarms were true ---------------------------------------------------------------------


@dataclass(slots=True)
class _Life:
    row: str
    at: float
    priority: Priority
    true: bool
    near: bool
    open: bool = True

    def heard(self, played: Played) -> Heard:
        return Heard(self.row, self.at, self.true, self.near, _calm(played))


def _heard(played: Played) -> list[Heard]:
    lives: list[_Life] = []
    current: dict[str, _Life] = {}
    for said in played.said:
        change = said.outcome
        if not isinstance(change, AlarmChanged) or change.alarm not in _ROWS:
            continue
        life = current.get(change.key)
        if change.state is AlarmPhase.SOUNDING:
            truth = _true(played, change.alarm, change.limit, said.at)
            life = current[change.key] = _Life(change.alarm, said.at, change.priority, *truth)
            lives.append(life)
        elif life is not None and change.state is AlarmPhase.ESCALATED:
            life.row, life.priority = change.alarm, max(life.priority, change.priority)
            life.true, life.near = _true(played, change.alarm, change.limit, said.at)
        elif life is not None and life.open and change.state is AlarmPhase.WITHDRAWN:
            life.true = life.near = life.open = False
        elif life is not None and change.state in {AlarmPhase.LATCHED, AlarmPhase.CLEARED}:
            life.open = False
    return [one.heard(played) for one in lives if one.priority >= Priority.MEDIUM]


def _heard_plain(sounded: Iterable[Sounded], played: Played) -> list[Heard]:
    lives: list[_Life] = []
    current: dict[str, _Life] = {}
    for one in sounded:
        truth = _true(played, one.row.id, one.limit, one.at, at_once=True)
        if not one.escalated:
            current[one.row.key] = _Life(one.row.id, one.at, one.row.priority, *truth)
            lives.append(current[one.row.key])
        else:
            life = current[one.row.key]
            life.row, (life.true, life.near) = one.row.id, truth
            life.priority = max(life.priority, one.row.priority)
    return [one.heard(played) for one in lives if one.priority >= Priority.MEDIUM]


def _true(
    played: Played, alarm: str, limit: float | None, at: float, *, at_once: bool = False
) -> tuple[bool, bool]:
    """Whether it was true, and whether it was nearly."""
    row, course = _ROWS[alarm], played.material.course
    if row.sign in {VitalSign.SBP, VitalSign.DBP}:
        reading_at = at if at_once else _last_reading(played, at)
        return (
            _pressure_true(played, row, limit, reading_at),
            _pressure_true(played, row, limit, reading_at, NEAR_MMHG),
        )
    values = course.hr if row.sign is VitalSign.HR else course.spo2
    true = limit is not None and any(
        judge(row, value, limit, in_breach=False) is Verdict.BREACH
        for value in values[max(0, int(at) - LOOKS_BACK_S) : int(at) + 1]
    )
    return true, true


def _last_reading(played: Played, at: float) -> float:
    index = bisect.bisect_right(played.all_readings, at)
    return played.all_readings[max(0, index - 1)]


def _pressure_true(
    played: Played, row: Row, limit: float | None, at: float, slack: float = 0.0
) -> bool:
    course = played.material.course
    more = -slack if row.compare is Compare.BELOW else slack
    truth = {VitalSign.SBP: course.sbp[int(at)] + more, VitalSign.DBP: course.dbp[int(at)] + more}
    rows = _LEVELS.get(tier_of(row.id), (row,))
    for one in rows:
        own = limit if one.id == row.id else played.limit_of(one)
        if one.sign is not None and own is not None:
            verdict = judge(one, truth[one.sign], own, in_breach=False)
            if verdict is Verdict.BREACH:
                return True
    return False


# ---- which episodes were found ------------------------------------------------------------------

Level = tuple[tuple[float, float], Priority, int]


def episodes(
    course: Course, name: str, readings: Sequence[float], stands: Sequence[Stand], level: Level
) -> list[Episode]:
    (sbp, dbp), priority, tier = level
    found: list[Episode] = []
    begin: float | None = None
    last = 0.0
    for at in (*readings, None):
        high = at is not None and (course.sbp[int(at)] >= sbp or course.dbp[int(at)] >= dbp)
        if high and at is not None:
            begin = at if begin is None else begin
            last = at
        elif begin is not None:
            until = last + WITHIN_S
            delay_s = _first(stands, begin, until, lambda one: one.priority >= priority)
            named_s = _first(stands, begin, until, lambda one: one.tier >= tier)
            named = named_s is not None and named_s <= WITHIN_S
            found.append(Episode(sbp, name, begin, delay_s, named))
            begin = None
    return found


def _first(
    stands: Sequence[Stand], begin: float, until: float, fits: Callable[[Stand], bool]
) -> float | None:
    """Seconds from `begin` until it stands so, if it does up to `until`."""
    for stand, after in zip(stands, (*stands[1:], None), strict=True):
        ends = until if after is None else after.at
        if fits(stand) and ends > begin and stand.at <= until:
            return max(0.0, stand.at - begin)
    return None
