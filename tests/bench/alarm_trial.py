"""One simulated session, judged by Chairside's core and by a plain threshold monitor.

Rule 1: both see the same scheduled cuff results and the same heart rate and saturation. Repeats go
        to Chairside only: nothing asks for them at the plain monitor, which is so spared the
        alarms that they would give it.
Rule 2: a person answers each alarm and each message after 30 s. Nobody touches the pump: the
        course of the pressure must not depend on the alarms that are measured.
"""

from __future__ import annotations

import enum
import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from threshold_monitor import ThresholdMonitor
from trial_material import EVERY_S, SOURCE, Material, resting_hr_of, scheduled, streams

from devices.simulated.population.course import END_S, INFUSION_MIN, START_S
from devices.simulated.population.measured import cuff_reading
from devices.simulated.population.population import Member
from monitor.clock import whole_ms
from monitor.commands import Acknowledge, Action, SetBaseline, StartInfusion, StopInfusion
from monitor.core import MonitorCore, Said
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    SessionOpened,
)
from monitor.limits import PROFILES
from monitor.outcomes import AlarmChanged, AlarmPhase, CuffAsked
from monitor.patient_limits import effective_limit
from monitor.people import Patient
from monitor.plan import Plan
from monitor.rules import Row
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    VitalSign,
)
from monitor.wishes import Why

NURSE = "trial"
MEASURING_S = 40.0
ANSWER_S = 30.0
FRESH_S = 300.0
NURSE_REPEATS = 0.8
_ANSWERED = frozenset(
    {
        AlarmPhase.SOUNDING,
        AlarmPhase.ESCALATED,
        AlarmPhase.REMINDED,
        AlarmPhase.LATCHED,
        AlarmPhase.WITHDRAWN,
    }
)


class Repeats(enum.Enum):
    """Who measures again when a value is doubted."""

    DEVICE = "self-repeating"
    """The monitor itself, at once: 45-60 s after the result."""
    PROGRAM = "started by us"
    """Chairside starts the cuff, never sooner than 2 min after the last start."""
    NURSE = "nurse, 80 %"
    """She presses START in 80 % of cases; the result is there 30-90 s after the first."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Stand:
    """From `at` on, until the next one, the high side of the pressure stands so."""

    at: float
    priority: int
    """0 = no alarm is open."""
    tier: int
    """1 high, 2 very high, 3 extreme."""


@dataclass(slots=True)
class Played:
    """`readings` are the moments of the scheduled results, `all_readings` with the repeats."""

    material: Material
    readings: list[float] = field(default_factory=list)
    all_readings: list[float] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    stands: list[Stand] = field(default_factory=list)
    limit_of: Callable[[Row], float | None] = lambda _row: None


# ---- Chairside ----------------------------------------------------------------------------------


def play(material: Material, repeats: Repeats, *, thin: bool = True) -> Played:
    """The session as Chairside judges it."""
    return _Session(material, repeats, thin=thin).play()


_Step = tuple[float, int, Event | None]
"""When, in which order, and what comes; None = a cuff measurement ends."""


class _Session:
    def __init__(self, material: Material, repeats: Repeats, *, thin: bool) -> None:
        self._material, self._repeats = material, repeats
        self._random = Random(f"nurse {material.member.name}")
        opened = _opened(material.member, ours=repeats is Repeats.PROGRAM)
        self._core = MonitorCore(opened)
        self._played = Played(material)
        self._order = itertools.count()
        self._steps: list[_Step] = []
        self._answers: set[str] = set()
        self._repeat_at: float | None = None
        self._decided: set[float] = set()
        self._failed = False
        self._planned = set(scheduled())
        for event in (opened, LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE)):
            self._feed(0.0, event)
        self._plan(thin=thin)

    def _plan(self, *, thin: bool) -> None:
        resting_hr = resting_hr_of(self._material)
        self._at(START_S, SetBaseline(None, None, resting_hr, None, NURSE))
        self._at(START_S, StartInfusion(NURSE))
        self._at(START_S + INFUSION_MIN * 60.0, StopInfusion(NURSE))
        for at, numerics in streams(self._material, thin=thin):
            self._at(at, numerics)
        for at in self._planned:
            self._at(at, None)
            if self._repeats is Repeats.PROGRAM:
                self._at(at - MEASURING_S, DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE))

    def _at(self, at: float, event: Event | None) -> None:
        heapq.heappush(self._steps, (at, next(self._order), event))

    def play(self) -> Played:
        while self._steps and self._steps[0][0] <= END_S:
            due = self._core.wake_at()
            if due is not None and due < self._steps[0][0]:
                self._hear(due, self._core.tick(due))
                continue
            at, _order, event = heapq.heappop(self._steps)
            if event is None:
                event = self._measured(at)
            if event is not None:
                self._feed(at, event)
        state = self._core.state
        self._played.limit_of = lambda row: effective_limit(row, state.profile, state.baseline)
        return self._played

    def _feed(self, at: float, event: Event) -> None:
        self._hear(at, self._core.handle(event, at))

    def _hear(self, now: float, said: list[Said]) -> None:
        self._played.said += said
        for one in said:
            if isinstance(one.outcome, AlarmChanged) and one.outcome.state in _ANSWERED:
                self._answer(one.outcome.key, now)
            elif isinstance(one.outcome, CuffAsked):
                self._repeat(now + MEASURING_S)
        stand = _stand(self._core, now)
        stands = self._played.stands
        if not stands or (stand.priority, stand.tier) != (stands[-1].priority, stands[-1].tier):
            stands.append(stand)
        self._look_at_wish(now)

    def _answer(self, key: str, now: float) -> None:
        self._at(now + ANSWER_S, Acknowledge(key, NURSE, Action.REMEASURED))

    # ---- the cuff

    def _look_at_wish(self, now: float) -> None:
        if self._repeat_at is not None or self._repeats in {Repeats.PROGRAM, Repeats.NOBODY}:
            return
        wish = self._core.state.wish(now, self._core.judge.cuffs.repeat_by())
        if wish is not None and wish.why is Why.REPEAT:
            self._consider(now)

    def _consider(self, now: float) -> None:
        """A repeat is wanted: who is there to make it?"""
        last = self._played.all_readings[-1] if self._played.all_readings else now
        if self._repeats is Repeats.DEVICE:
            self._repeat(now + self._random.uniform(45.0, 60.0))
        elif last not in self._decided:
            self._decided.add(last)
            if self._random.random() < NURSE_REPEATS:
                self._repeat(now + self._random.uniform(30.0, 90.0))

    def _repeat(self, at: float) -> None:
        if self._repeat_at is None:
            self._repeat_at = float(round(at))
            self._at(self._repeat_at, None)

    def _measured(self, at: float) -> Event | None:
        """A measurement ends; None = it was left out, because another one runs."""
        repeated = at == self._repeat_at
        if not repeated and self._repeat_at is not None and at > self._repeat_at - MEASURING_S:
            return None
        if repeated:
            self._repeat_at = None
        again = repeated and self._failed
        result = cuff_reading(self._material.member, self._material.course, at, again=again)
        self._failed = result is None
        if result is None:
            if self._repeats is Repeats.DEVICE:
                self._repeat(at + MEASURING_S)
            return CuffFailed(CuffFailure.MOVEMENT, SOURCE)
        self._played.all_readings.append(at)
        if at in self._planned:
            self._played.readings.append(at)
        return CuffResult(*result, None, None, SOURCE)


def _opened(member: Member, *, ours: bool) -> SessionOpened:
    signs = frozenset({VitalSign.HR, VitalSign.SPO2, VitalSign.SBP, VitalSign.DBP})
    device = DeviceFacts(
        "trial", SOURCE, FRESH_S, None, signs, can_start_cuff=ours, may_start_cuff=ours
    )
    return SessionOpened(
        session_id=f"trial {member.name}",
        chair=1,
        patient=Patient("trial", member.weight_kg),
        plan=Plan(0.5, member.weight_kg, INFUSION_MIN),
        profile=PROFILES["adult-iv"],
        devices=(device,),
        nibp_interval_s=EVERY_S,
        simulated=True,
        by=NURSE,
        technical_alarms=False,
    )


def tier_of(alarm: str) -> int:
    return {"high": 1, "very-high": 2, "extreme": 3}.get(alarm.partition("-")[2], 0)


def _stand(core: MonitorCore, now: float) -> Stand:
    holding = core.judge.engine.slot("bp/high").holding()
    at = whole_ms(now)
    if not holding:
        return Stand(at, 0, 0)
    worst = max(holding, key=lambda watch: watch.row.badness).row
    return Stand(at, int(worst.priority), max(tier_of(watch.row.id) for watch in holding))


# ---- the plain monitor --------------------------------------------------------------------------


def play_plain(played: Played) -> tuple[ThresholdMonitor, list[Stand]]:
    """The same session, with the limits that Chairside had, as a plain monitor judges it."""
    material, limit_of = played.material, played.limit_of
    monitor = ThresholdMonitor()
    stands: list[Stand] = []
    early = _colour_only(limit_of)
    values = {at: numerics.readings for at, numerics in streams(material, thin=True)}
    cuffs = set(scheduled())
    for at in sorted({*values, *cuffs}):
        if at in values:
            monitor.values(at, {one.sign: one.value for one in values[at]}, limit_of)
        result = cuff_reading(material.member, material.course, at) if at in cuffs else None
        if result is not None:
            pressures = {VitalSign.SBP: result[0], VitalSign.DBP: result[1]}
            monitor.values(at, pressures, early if at < START_S else limit_of)
            row = monitor.open.get("bp/high")
            stands.append(
                Stand(at, 0, 0) if row is None else Stand(at, int(row.priority), tier_of(row.id))
            )
    return monitor, stands


def _colour_only(limit_of: Callable[[Row], float | None]) -> Callable[[Row], float | None]:
    return lambda row: None if row.colour_only_before_treating else limit_of(row)
