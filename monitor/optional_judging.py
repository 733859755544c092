"""The computed rows that a profile can switch on: their values, and the watches they are fed to.

Rule 1: a pressure from the cuff counts for `CUFF_FRESH_S`; after that what needs one is UNKNOWN,
        which neither raises nor clears.
Rule 2: a partial NEWS2 is a lower bound: it can be enough for an alarm, and it ends one only when
        pulse, saturation and pressure are all known.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from monitor.alarms import AlarmEngine
from monitor.chair_state import ChairState
from monitor.derived import News2, mean_pressure, news2, rate_pressure_product, shock_index, trend
from monitor.latest import Cuffed
from monitor.limits import LimitProfile, Modifier
from monitor.optional_rows import (
    COMPUTED_ROWS,
    NEWS2_HIGH,
    NEWS2_SINGLE,
    RPP_HIGH,
    RPP_VERY_HIGH,
    SHOCK_HIGH,
    TREND_HIGH,
)
from monitor.rules import Row, Verdict, judge
from monitor.vitals import VitalSign
from monitor.watch import Watch

CUFF_FRESH_S = 180.0
TREND_FROM = 150.0
"""Below this pressure (mmHg, on the line) a rise is not worth a word."""
TREND_SLOPE = 1.0
TREND_SURE = 2.0
"""The slope must be this steep, mmHg/min, and this many times its standard error."""
_NEEDED = frozenset({"pulse", "spo2", "sbp"})
_LOOKED_BACK = 10
_VERY_HIGH = "sbp-very-high"
LimitOf = Callable[[Row], float | None]
_Found = tuple[float | None, Verdict]
"""A value, and the verdict where there is none."""


def cuff_value(row: Row, sbp: float, dbp: float, given_mean: float | None) -> float:
    """What a row of the cuff compares; a computed mean pressure in whole mmHg, as monitors do."""
    if row.sign is VitalSign.MAP:
        mean = mean_pressure(sbp, dbp, given_mean)
        assert mean is not None, "a cuff result has both pressures"
        return mean.value if mean.given else float(math.floor(mean.value + 0.5))
    return sbp if row.sign is VitalSign.SBP else dbp


class OptionalJudge:
    """Reads the state of its chair and changes nothing in it.

    `limit_of`: see `CuffJudge`; a row that is not switched on has none.
    """

    def __init__(self, state: ChairState, engine: AlarmEngine, limit_of: LimitOf) -> None:
        self._state = state
        self._limit_of = limit_of
        self._trend = [engine.add(row) for row in COMPUTED_ROWS if row is TREND_HIGH]
        self._others = [engine.add(row) for row in COMPUTED_ROWS if row is not TREND_HIGH]

    @staticmethod
    def wanted(profile: LimitProfile) -> bool:
        return any(row.id in profile.switched_on for row in COMPUTED_ROWS)

    def cuff(self, now: float) -> None:
        """There is a new result, or the limits were moved."""
        for watch in self._trend:
            self._feed(watch, self._minutes, now)
        self.streams(now)

    def streams(self, now: float) -> None:
        """A continuous value came or went."""
        for watch in self._others:
            self._feed(watch, partial(_VALUES[watch.row], self._state, now), now)

    def _feed(self, watch: Watch, find: Callable[[], _Found], now: float) -> None:
        limit = self._limit_of(watch.row)
        if limit is None:
            watch.drop()
            return
        value, verdict = find()
        if value is not None:
            judged = judge(watch.row, value, limit, in_breach=watch.holds)
            verdict = judged if judged is Verdict.BREACH else verdict
        watch.feed(verdict, now, value, limit)

    def _minutes(self) -> _Found:
        """Until the systolic pressure is very high, if it rises surely; else it is no matter."""
        cuffs = self._state.latest.cuffs[-_LOOKED_BACK:]
        line = trend([(one.at, one.result.sbp) for one in cuffs if one.judgeable])
        steep = (
            line is not None
            and line.now >= TREND_FROM
            and line.slope >= max(TREND_SLOPE, TREND_SURE * line.error)
        )
        if line is None or not steep:
            return None, Verdict.WITHIN
        minutes = line.slow_minutes_to(self._state.profile.limit(_VERY_HIGH))
        return None if minutes is None else round(minutes, 1), Verdict.WITHIN


def _fresh(state: ChairState, now: float) -> float | None:
    """The systolic pressure of the last cuff result while that counts; None = there is none.

    Where an arterial line is judged it is that line's.
    """
    if state.opened.arterial_judged:
        return _value(state, VitalSign.ABP_SYS)
    last: Cuffed | None = state.latest.last_cuff()
    if last is None or not last.judgeable or now - last.at > CUFF_FRESH_S:
        return None
    return last.result.sbp


def _rate(state: ChairState) -> float | None:
    held = state.latest.heart()
    return None if held is None else held.reading.value


def _value(state: ChairState, sign: VitalSign) -> float | None:
    held = state.latest.held.get(sign)
    return held.reading.value if held is not None and held.judgeable else None


def _known(value: float | None, digits: int) -> _Found:
    if value is None:
        return None, Verdict.UNKNOWN
    return round(value, digits), Verdict.WITHIN


def _product(state: ChairState, now: float) -> _Found:
    return _known(rate_pressure_product(_rate(state), _fresh(state, now)), 0)


def _shock(state: ChairState, now: float) -> _Found:
    return _known(shock_index(_rate(state), _fresh(state, now)), 2)


def early_warning(state: ChairState, now: float) -> News2 | None:
    """NEWS2 of what the monitors say now. How awake somebody is has an alarm of its own."""
    return news2(
        rr=_value(state, VitalSign.RR),
        spo2=_value(state, VitalSign.SPO2),
        on_oxygen=Modifier.OXYGEN in state.profile.modifiers,
        sbp=_fresh(state, now),
        pulse=_rate(state),
        temp=_value(state, VitalSign.TEMP),
    )


def _scored(points: Callable[[News2], int]) -> Callable[[ChairState, float], _Found]:
    def found(state: ChairState, now: float) -> _Found:
        score = early_warning(state, now)
        if score is None:
            return None, Verdict.UNKNOWN
        whole = not _NEEDED & set(score.missing)
        return float(points(score)), Verdict.WITHIN if whole else Verdict.UNKNOWN

    return found


_VALUES: dict[Row, Callable[[ChairState, float], _Found]] = {
    RPP_HIGH: _product,
    RPP_VERY_HIGH: _product,
    SHOCK_HIGH: _shock,
    NEWS2_HIGH: _scored(lambda score: score.total),
    NEWS2_SINGLE: _scored(lambda score: score.highest),
}
