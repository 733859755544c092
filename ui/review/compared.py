"""The sessions of one patient side by side: curves from the first dose on, and figures. Pure.

Rule 1: second 0 is the start of the infusion, or the first dose by another route. A session in
        which nothing was given has no second 0 and no curve; it stands in the table.
Rule 2: peaks, resting values and doses are those of the session page (`statistics`); the peak of
        the heart rate is that of its slots (`data/overlays.py`).
Rule 3: a pressure is drawn only if it counts: judged, confirmed, or measured by a person.
Rule 4: under the treatment of the pressure stand the drugs that are not known to leave it alone
        (`monitor/treatment/leaving_facts.py`) and what was done about an alarm of high pressure.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.overlays import Outline, Overlay
from monitor.commands import Acknowledge, Action, ManualCuff
from monitor.cuff_judging import HIGH_SIDE
from monitor.doubted import entries_marked
from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.people import Patient
from monitor.routes import Route
from monitor.taken import entries_taken
from monitor.treatment.commands import GiveDrug, Scale, Score
from monitor.treatment.leaving_facts import NO_PRESSURE_DRUGS
from monitor.treatment.retold import GivenRetold
from monitor.vitals import JUDGED, CuffResult, Quality, VitalSign
from ui.review.measures import Extreme
from ui.review.moments import local_time
from ui.review.statistics import SessionStatistics, statistics

Point = tuple[float, float]
"""Seconds from the first dose, and the value."""
PER_LINE_S = {True: 20 * 60.0, False: 60.0}
"""A curve is drawn through values at most so far apart: pressures (True), heart rates."""
_ANSWERS = frozenset({Action.PAUSED, Action.RATE_LOWERED})
_DRAWN = JUDGED - {Quality.UNCONFIRMED}


class Sign(enum.StrEnum):
    """What is laid over one another."""

    SBP = "sbp"
    DBP = "dbp"
    HR = "hr"

    @property
    def vital(self) -> VitalSign:
        return VitalSign(self.value)

    @property
    def is_pressure(self) -> bool:
        return self is not Sign.HR


@dataclass(frozen=True, slots=True)
class Compared:
    """One session. Masses mg; `number` is its place in the course, None = nothing was given.

    `curves` are from the first dose on; `resting` and `peaks` None = not known. `over_s` is the
    end of the drug, seconds from the first dose. `dissociation` is the worst, the other scores the
    last of the session.
    """

    session_id: str
    number: int | None
    day: str
    route: Route | None
    patient: Patient | None
    found: SessionStatistics
    curves: dict[Sign, tuple[Point, ...]]
    resting: dict[Sign, float | None]
    peaks: dict[Sign, Extreme | None]
    over_s: float | None
    mg: float | None
    mg_per_kg: float | None
    dissociation: int | None
    phq9: int | None
    madrs: int | None
    for_pressure: tuple[str | Action, ...]

    @property
    def zero_s(self) -> float | None:
        return self.found.infusion_started_s

    def values(self, sign: Sign, *, change: bool) -> tuple[Point, ...]:
        """The curve, or its difference from the resting value (nothing without one)."""
        points = self.curves[sign]
        if not change:
            return points
        rest = self.resting[sign]
        return () if rest is None else tuple((at, value - rest) for at, value in points)

    def value_at(self, sign: Sign, at_s: float, *, change: bool) -> float | None:
        """What stood at this moment: the last value before it, if a line leads on from there."""
        last: Point | None = None
        for point in self.values(sign, change=change):
            if point[0] > at_s:
                break
            last = point
        if last is None or at_s - last[0] > PER_LINE_S[sign.is_pressure]:
            return None
        return last[1]


def compared(overlay: Overlay) -> tuple[Compared, ...]:
    """Oldest first; numbered as the course counts them."""
    made: list[Compared] = []
    number = overlay.older
    for outline in overlay.sessions:
        one = _compared(outline, number + 1)
        if one.number is not None:
            number = one.number
        made.append(one)
    return tuple(made)


def birth_years(sessions: Iterable[Compared]) -> tuple[int, ...]:
    """Those that were entered; more than one is a reason to look whether it is one person."""
    known = {one.patient.birth_year for one in sessions if one.patient is not None}
    return tuple(sorted(year for year in known if year is not None))


def _compared(outline: Outline, place: int) -> Compared:
    entries = tuple(entries_taken(entries_marked(outline.entries)))
    found, opened = statistics(outline.entries), outline.opened
    zero_s, rest = found.infusion_started_s, found.baseline
    given = GivenRetold()
    for entry in entries:
        given.hear(entry.what, entry.now_s)
    weight = None if opened is None else given.plan.weight_kg or opened.patient.weight_kg
    mg = None if zero_s is None else found.mg_given
    over_s = given.clock.last_dose_at or given.clock.ended_at
    resting = {
        Sign.SBP: rest.sbp if rest else None,
        Sign.DBP: rest.dbp if rest else None,
        Sign.HR: rest.hr if rest else None,
    }
    return Compared(
        session_id=outline.session_id,
        number=None if zero_s is None else _number(opened, place),
        day=f"{local_time(outline.opened_utc_s, outline.offset_min):%Y-%m-%d}",
        route=None if zero_s is None else given.route,
        patient=None if opened is None else opened.patient,
        found=found,
        curves=_curves(outline, entries, zero_s),
        resting=resting,
        peaks={
            Sign.SBP: found.peak_sbp,
            Sign.DBP: found.peak_dbp,
            Sign.HR: _peak_heart(outline, resting[Sign.HR]),
        },
        over_s=None if zero_s is None or over_s is None else over_s - zero_s,
        mg=mg,
        mg_per_kg=None if mg is None or not weight else mg / weight,
        dissociation=_worst(entries, Scale.DISSOCIATION),
        phq9=_last(entries, Scale.PHQ9),
        madrs=_last(entries, Scale.MADRS),
        for_pressure=_for_pressure(entries),
    )


def _number(opened: SessionOpened | None, place: int) -> int:
    """As it was counted when it was opened, which may go on from another clinic."""
    told = None if opened is None else opened.course.number
    return place if told is None else told


def _curves(
    outline: Outline, entries: Sequence[Entry], zero_s: float | None
) -> dict[Sign, tuple[Point, ...]]:
    if zero_s is None:
        return dict.fromkeys(Sign, ())
    cuffs = sorted(_pressures(entries))
    return {
        Sign.SBP: tuple((at - zero_s, sbp) for at, sbp, _dbp in cuffs),
        Sign.DBP: tuple((at - zero_s, dbp) for at, _sbp, dbp in cuffs),
        Sign.HR: tuple((slot.at_s - zero_s, slot.mean) for slot in outline.heart),
    }


def _pressures(entries: Iterable[Entry]) -> Iterable[tuple[float, float, float]]:
    """When they were measured, SBP, DBP."""
    for entry in entries:
        what = entry.what
        if isinstance(what, ManualCuff):
            yield entry.now_s, what.sbp, what.dbp
        elif isinstance(what, CuffResult) and what.quality in _DRAWN:
            yield entry.now_s - (what.age_s or 0.0), what.sbp, what.dbp


def _peak_heart(outline: Outline, rest: float | None) -> Extreme | None:
    best = max(outline.heart, key=lambda slot: slot.highest, default=None)
    if best is None:
        return None
    return Extreme(best.highest, best.at_s, None if rest is None else best.highest - rest)


def _totals(entries: Iterable[Entry], scale: Scale) -> list[int]:
    said = (entry.what for entry in entries if isinstance(entry.what, Score))
    return [one.total for one in said if one.scale is scale and one.total is not None]


def _last(entries: Iterable[Entry], scale: Scale) -> int | None:
    totals = _totals(entries, scale)
    return totals[-1] if totals else None


def _worst(entries: Iterable[Entry], scale: Scale) -> int | None:
    return max(_totals(entries, scale), default=None)


def _for_pressure(entries: Iterable[Entry]) -> tuple[str | Action, ...]:
    """Drugs as they were written, and other answers; each once, in the order of the first."""
    done: dict[str | Action, None] = {}
    for entry in entries:
        what = entry.what
        if isinstance(what, GiveDrug):
            if what.drug.strip().casefold() not in NO_PRESSURE_DRUGS:
                said = (what.drug, what.dose, what.unit)
                done[" ".join(part for part in said if part)] = None
        elif isinstance(what, Acknowledge) and what.key == HIGH_SIDE and what.action in _ANSWERS:
            done[what.action] = None
    return tuple(done)
