"""May the patient leave? One line a criterion, computed from the record, with its evidence.

Rule 1: a line is met, not met, or not known yet (None); only met counts. A person may tick what
        no record shows, and let any line go with a reason.
Rule 2: a worse value never makes a line better, and an old value is no evidence: a pressure, a
        rate or a score older than `FRESH_S` has to be taken again.
Rule 3: of the two pressures, the last is compared with the newest one at least 10 min before it;
        all from that one on must be low enough, and the last may be at most 5 mmHg higher: so much
        two cuff readings differ by chance. What is written about the pressure is an upper bound
        only; a systolic below 90 that is below the baseline as well is not low enough but too low.
Rule 4: what counts was measured or asked after the drug had ended: the end of the infusion, or
        the last dose by another route. The clock counts from there too; intranasal and oral from
        the first dose, for 2 h: as long as the label of esketamine says, and an oral dose acts.

The lines are those of the clinic's rules (chapter Leaving). Here is what the monitors say; scores
are in `leaving_scores.py`, the rest in `leaving_by_hand.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from monitor.outcomes import BaselineAccepted
from monitor.routes import Route
from monitor.treatment.commands import StandingCuff
from monitor.treatment.view import AnswerView, ScoreView

FRESH_S = 30 * 60.0
PRESSURES_APART_S = 10 * 60.0
RISING_BY = 5.0
LEAVE_BELOW = (150.0, 95.0)
OVER_BASELINE = 10.0
LEAVE_AT_MOST = (160.0, 100.0)
LOW_SBP = 90.0
HEART_AT_REST = (50.0, 100.0)
HEART_SHARE = 0.2
SPO2_AT_LEAST = 94.0
WAIT_FROM_FIRST_S = {Route.INTRANASAL: 120 * 60.0, Route.ORAL: 120 * 60.0}
WAIT_FROM_END_S = 60 * 60.0

Evidence = tuple[str, ...]
"""The id of a sentence and its arguments; a moment among them is written by `moment`."""


def moment(at: float) -> str:
    """A moment as an argument, session seconds; a screen makes a time of the day of it."""
    return f"at:{at:.0f}"


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion as it is now.

    `about` is what it speaks of beside values: alarms, notes, answers that speak against leaving.
    """

    id: str
    met: bool | None
    evidence: tuple[Evidence, ...] = ()
    by_hand: bool = False
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pressure:
    """A cuff reading, mmHg, and when it came."""

    at: float
    sbp: float
    dbp: float

    @property
    def text(self) -> str:
        return f"{self.sbp:g}/{self.dbp:g}"


@dataclass(frozen=True, slots=True)
class Measured:
    """A rate or a saturation, and when it was measured last."""

    value: float
    at: float


@dataclass(frozen=True, slots=True)
class Stood:
    """A pressure taken standing; `sitting` is the last one before it, None = there was none."""

    at: float
    said: StandingCuff
    sitting: Pressure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingFacts:
    """What is known when somebody asks. Moments are session seconds.

    `given_at` is the first dose, `done_at` when the drug ended, None = it has not. `cuffs` and
    `scores` are those since then, oldest first. `suicidality` is everything that was answered,
    (moment, result). `alarms` are (key, id) of the open high ones, `symptoms` (id of the note,
    what it names) of those that are not over. `unaccounted_mg` None = not known.
    """

    now: float
    route: Route
    baseline: BaselineAccepted | None
    given_at: float
    done_at: float | None
    cuffs: Sequence[Pressure] = ()
    heart: Measured | None = None
    spo2: Measured | None = None
    has_heart: bool = True
    has_spo2: bool = True
    on_oxygen: bool = False
    scores: Sequence[ScoreView] = ()
    stand_because: tuple[str, ...] = ()
    stood: Sequence[Stood] = ()
    suicidality: Sequence[tuple[float, str]] = ()
    escort: AnswerView | None = None
    alarms: Sequence[tuple[str, str]] = ()
    symptoms: Sequence[tuple[str, str]] = field(default=())
    drawn_mg: float = 0.0
    unaccounted_mg: float | None = None
    pump_ml: float | None = None

    @property
    def leave_from_s(self) -> float | None:
        """The earliest moment of leaving by the clock; None = not known yet."""
        wait_s = WAIT_FROM_FIRST_S.get(self.route)
        if wait_s is not None:
            return self.given_at + wait_s
        return None if self.done_at is None else self.done_at + WAIT_FROM_END_S

    def fresh(self, at: float) -> bool:
        """It was measured after the drug had ended, and not too long ago."""
        return self.done_at is not None and at >= self.done_at and self.now - at <= FRESH_S


def waited(facts: LeavingFacts) -> Line:
    from_s = facts.leave_from_s
    if from_s is None:
        return Line("time", None, (("leave-time-not-ended",),))
    left_s = from_s - facts.now
    since_s = facts.given_at if facts.route in WAIT_FROM_FIRST_S else facts.done_at or 0.0
    since = "first" if facts.route in WAIT_FROM_FIRST_S else "end"
    evidence: tuple[Evidence, ...] = ((f"leave-time-since-{since}", moment(since_s)),)
    if left_s > 0:
        evidence += (("leave-time-from", moment(from_s)),)
    return Line("time", left_s <= 0, evidence)


# ---- pressure -----------------------------------------------------------------------------------


def low_enough(one: Pressure, baseline: BaselineAccepted | None) -> bool:
    """Below 150/95, or near the baseline and at most 160/100; and not too low."""
    sbp, dbp = (None, None) if baseline is None else (baseline.sbp, baseline.dbp)
    if one.sbp < (LOW_SBP if sbp is None else min(LOW_SBP, sbp)):
        return False
    if one.sbp < LEAVE_BELOW[0] and one.dbp < LEAVE_BELOW[1]:
        return True
    if sbp is None or dbp is None:
        return False
    near = one.sbp <= sbp + OVER_BASELINE and one.dbp <= dbp + OVER_BASELINE
    return near and one.sbp <= LEAVE_AT_MOST[0] and one.dbp <= LEAVE_AT_MOST[1]


def pressure(facts: LeavingFacts) -> Line:
    if not facts.cuffs:
        return Line("bp", None, (("leave-bp-none",),))
    last = facts.cuffs[-1]
    told: tuple[Evidence, ...] = (("leave-bp-is", last.text, moment(last.at)),)
    if not low_enough(last, facts.baseline):
        return Line("bp", False, (*told, ("leave-bp-not-in-limits", last.text)))
    if not facts.fresh(last.at):
        return Line("bp", None, (*told, ("leave-too-old",)))
    before = [one for one in facts.cuffs if last.at - one.at >= PRESSURES_APART_S]
    if not before:
        first = facts.cuffs[0]
        return Line("bp", None, (*told, ("leave-bp-second", moment(first.at + PRESSURES_APART_S))))
    earlier = before[-1]
    told = (("leave-bp-was", earlier.text, moment(earlier.at)), *told)
    between = [one for one in facts.cuffs if one.at >= earlier.at]
    high = [one for one in between if not low_enough(one, facts.baseline)]
    if high:
        return Line("bp", False, (*told, ("leave-bp-not-in-limits", high[-1].text)))
    if max(last.sbp - earlier.sbp, last.dbp - earlier.dbp) > RISING_BY:
        return Line("bp", False, (*told, ("leave-bp-rises",)))
    return Line("bp", True, told)


# ---- rates, saturation --------------------------------------------------------------------------


def heart(facts: LeavingFacts) -> Line:
    at_rest = None if facts.baseline is None else facts.baseline.hr

    def fits(value: float) -> bool:
        near = at_rest is not None and abs(value - at_rest) <= HEART_SHARE * at_rest
        return near or HEART_AT_REST[0] <= value <= HEART_AT_REST[1]

    if facts.heart is None and not facts.has_heart:
        return Line("hr", None, (("leave-no-source",),), by_hand=True)
    return _value(
        facts, "hr", facts.heart, met=facts.heart is not None and fits(facts.heart.value)
    )


def oxygen(facts: LeavingFacts) -> Line:
    """On oxygen 94 % says nothing: then only the baseline does."""
    at_rest = None if facts.baseline is None else facts.baseline.spo2

    def fits(value: float) -> bool:
        if at_rest is not None and value >= at_rest:
            return True
        return not facts.on_oxygen and value >= SPO2_AT_LEAST

    if facts.spo2 is None and not facts.has_spo2:
        return Line("spo2", None, (("leave-no-source",),), by_hand=True)
    line = _value(facts, "spo2", facts.spo2, met=facts.spo2 is not None and fits(facts.spo2.value))
    if not facts.on_oxygen:
        return line
    return Line(line.id, line.met, (*line.evidence, ("leave-on-oxygen",)))


def _value(facts: LeavingFacts, name: str, found: Measured | None, *, met: bool) -> Line:
    if found is None:
        return Line(name, None, (("leave-not-measured",),))
    told: tuple[Evidence, ...] = ((f"leave-{name}-is", f"{found.value:g}", moment(found.at)),)
    if met and not facts.fresh(found.at):
        return Line(name, None, (*told, ("leave-too-old",)))
    return Line(name, met, told)
