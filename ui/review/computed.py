"""What is computed from the values of one session, worked out of its record. Pure, no Qt.

Definitions (also shown on the page, ``mean-…`` of `ui/review_words.py`); the formulas are those of
`monitor.derived` and `monitor.burden`:

* A pressure counts as in `statistics`: judged, confirmed or measured by a person.
* Mean pressure: the monitor's, else computed of SBP and DBP.
* Rate x pressure and shock index: each heart rate with the last cuff value, for 3 min.
* Above 160/100 and 180/110: on a straight line from one cuff value to the next, at most 15 min
  apart; the time of either pressure, and the area of each.
* Steepest rise: of the line through four or five cuff values within 25 min.
* NEWS2: the highest score of what was measured at one moment; partial.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from data.columns import Columns
from data.counted import Run, as_counted
from monitor.burden import burden, joined, spans_above
from monitor.commands import ManualCuff
from monitor.derived import (
    News2,
    Trend,
    mean_pressure,
    news2,
    rate_pressure_product,
    shock_index,
    trend,
)
from monitor.entries import Entry
from monitor.events import Numerics, SessionOpened
from monitor.limits import Modifier
from monitor.optional_judging import CUFF_FRESH_S
from monitor.vitals import JUDGED, CuffResult, Quality, VitalSign
from ui.review.measures import Best, highest, mapped
from ui.trend_buffer import Floats

HIGH, VERY_HIGH = (160.0, 100.0), (180.0, 110.0)
_CHANGING = frozenset({SessionOpened, CuffResult, ManualCuff, Numerics})
"""What changes with what the values of a second are put together, or is one."""


@dataclass(frozen=True, slots=True)
class Peak:
    """A highest value and when it was, session seconds."""

    value: float
    at_s: float


@dataclass(frozen=True, slots=True)
class Above:
    """Over one pair of limits: how long either pressure, and the areas, mmHg x min."""

    lasted_s: float
    sbp_area: float
    dbp_area: float


@dataclass(frozen=True, slots=True)
class Rise:
    """The steepest rise, and the reading with which it ended."""

    line: Trend
    at_s: float


@dataclass(frozen=True, slots=True)
class Warned:
    """The highest early warning score."""

    score: News2
    at_s: float


@dataclass(frozen=True, slots=True)
class Computed:
    """See the definitions above; None = nothing was measured that it could be computed of."""

    peak_mean: Peak | None
    mean_given: bool
    product: Peak | None
    shock: Peak | None
    above_high: Above | None
    above_very_high: Above | None
    rise: Rise | None
    warned: Warned | None


def computed(entries: Sequence[Entry]) -> Computed:
    """Everything in one pass over the record, in its order."""
    tally = _Tally()
    for entry in as_counted(entries).parts(_CHANGING):
        if isinstance(entry, Run):
            tally.seconds(entry)
            continue
        handle = _HANDLERS.get(type(entry.what))
        if handle is not None:
            handle(tally, entry.now_s, entry.what)
    return tally.result()


@dataclass(slots=True)
class _Heart:
    """What one source of a heart rate gives together with the pressures."""

    heard: bool = False
    product: Best = field(default_factory=highest)
    shock: Best = field(default_factory=highest)


class _Tally:
    def __init__(self) -> None:
        self.cuffs: list[tuple[float, float, float]] = []
        self.mean, self.mean_given = highest(), False
        self.hearts = {VitalSign.HR: _Heart(), VitalSign.PULSE: _Heart()}
        self.rise: Rise | None = None
        self.warned: Warned | None = None
        self.on_oxygen = False
        self.streams: _Streams | None = None
        self.scored: object = None
        """What the last score was made of: it is worked out anew only when that changes."""

    def opened(self, _now_s: float, what: SessionOpened) -> None:
        self.on_oxygen = Modifier.OXYGEN in what.profile.modifiers
        self.scored = None

    def cuff(self, now_s: float, what: CuffResult) -> None:
        if what.quality in JUDGED and what.quality is not Quality.UNCONFIRMED:
            self._pressure(now_s - (what.age_s or 0.0), what.sbp, what.dbp, what.map)

    def by_hand(self, now_s: float, what: ManualCuff) -> None:
        self._pressure(now_s, what.sbp, what.dbp, None)

    def numerics(self, now_s: float, what: Numerics) -> None:
        values = {one.sign: one.value for one in what.readings if one.quality in JUDGED}
        sbp = self._fresh(now_s)
        for sign, heart in self.hearts.items():
            rate = values.get(sign)
            if rate is None:
                continue
            heart.heard = True
            if (product := rate_pressure_product(rate, sbp)) is not None:
                heart.product.hear(product, now_s)
            if (index := shock_index(rate, sbp)) is not None:
                heart.shock.hear(index, now_s)
        self._score(now_s, values, sbp)

    def seconds(self, run: Run) -> None:
        """The same as `numerics` for each row."""
        fresh = np.full(len(run.now_s), np.nan)
        if self.cuffs:
            at_s, value, _dbp = self.cuffs[-1]
            fresh[run.now_s - at_s <= CUFF_FRESH_S] = value
        for sign, heart in self.hearts.items():
            rate = run.judged(sign)
            heart.heard = heart.heard or not np.isnan(rate).all()
            both = ~np.isnan(rate + fresh)
            rate, sbp, now_s = rate[both], fresh[both], run.now_s[both]
            heart.product.hear_all(rate * sbp, now_s)
            above = sbp > 0
            heart.shock.hear_all(rate[above] / sbp[above], now_s[above])
        self._score_all(run, fresh)

    def _score_all(self, run: Run, sbp: Floats) -> None:
        """The first of the highest scores."""
        if self.streams is None or self.streams.columns is not run.columns:
            self.streams = _Streams(run.columns)
        known = {**self.streams.of(run), "sbp": sbp}
        there = ~np.all([np.isnan(values) for values in known.values()], axis=0)
        if not there.any():
            return
        totals = self.streams.points[run.first : run.end] + _points("sbp", sbp)
        place = int(np.where(there, totals, -1.0).argmax())
        one = {name: float(values[place]) for name, values in known.items()}
        score = _scored(one, self.on_oxygen)
        if score is not None and (self.warned is None or score.total > self.warned.score.total):
            self.warned = Warned(score, float(run.now_s[place]))

    def _score(self, now_s: float, values: dict[VitalSign, float], sbp: float | None) -> None:
        known = (tuple(sorted(values.items())), sbp)
        if known == self.scored:
            return
        self.scored = known
        score = news2(
            rr=values.get(VitalSign.RR),
            spo2=values.get(VitalSign.SPO2),
            on_oxygen=self.on_oxygen,
            sbp=sbp,
            pulse=values.get(VitalSign.HR, values.get(VitalSign.PULSE)),
            temp=values.get(VitalSign.TEMP),
        )
        if score is not None and (self.warned is None or score.total > self.warned.score.total):
            self.warned = Warned(score, now_s)

    def _pressure(self, at_s: float, sbp: float, dbp: float, given: float | None) -> None:
        mean = mean_pressure(sbp, dbp, given)
        assert mean is not None, "a cuff value has both pressures"
        before = self.mean.at_s, self.mean.value
        self.mean.hear(mean.value, at_s)
        if (self.mean.at_s, self.mean.value) != before:
            self.mean_given = mean.given
        self.cuffs.append((at_s, sbp, dbp))
        line = trend([(at, value) for at, value, _dbp in self.cuffs[-8:]])
        steeper = line is not None and (self.rise is None or line.slope > self.rise.line.slope)
        if line is not None and steeper and line.slope > 0:
            self.rise = Rise(line, at_s)

    def _fresh(self, now_s: float) -> float | None:
        if not self.cuffs or now_s - self.cuffs[-1][0] > CUFF_FRESH_S:
            return None
        return self.cuffs[-1][1]

    def _above(self, limits: tuple[float, float]) -> Above | None:
        if len(self.cuffs) < 2:
            return None
        sbps = [(at_s, sbp) for at_s, sbp, _dbp in sorted(self.cuffs)]
        dbps = [(at_s, dbp) for at_s, _sbp, dbp in sorted(self.cuffs)]
        either = joined((*spans_above(sbps, limits[0]), *spans_above(dbps, limits[1])))
        return Above(
            sum(end - begin for begin, end in either),
            burden(sbps, limits[0]).area,
            burden(dbps, limits[1]).area,
        )

    def result(self) -> Computed:
        ecg, pulse = self.hearts[VitalSign.HR], self.hearts[VitalSign.PULSE]
        heart = ecg if ecg.heard else pulse
        return Computed(
            peak_mean=_peak(self.mean),
            mean_given=self.mean_given,
            product=_peak(heart.product),
            shock=_peak(heart.shock),
            above_high=self._above(HIGH),
            above_very_high=self._above(VERY_HIGH),
            rise=self.rise,
            warned=self.warned,
        )


class _Streams:
    """What is scored of the values of each second, and their points: these add up."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        whole = Run(columns, 0, len(columns))
        ecg, pulse = whole.judged(VitalSign.HR), whole.judged(VitalSign.PULSE)
        self._values = {
            "rr": whole.judged(VitalSign.RR),
            "spo2": whole.judged(VitalSign.SPO2),
            "pulse": np.where(np.isnan(ecg), pulse, ecg),
            "temp": whole.judged(VitalSign.TEMP),
        }
        self.points: Floats = np.sum(
            [_points(name, values) for name, values in self._values.items()], axis=0
        )

    def of(self, run: Run) -> dict[str, Floats]:
        return {name: values[run.first : run.end] for name, values in self._values.items()}


def _scored(known: Mapping[str, float], on_oxygen: bool | None) -> News2 | None:
    """NaN = not known."""
    values = {name: value for name, value in known.items() if not math.isnan(value)}
    return news2(
        rr=values.get("rr"),
        spo2=values.get("spo2"),
        on_oxygen=on_oxygen,
        sbp=values.get("sbp"),
        pulse=values.get("pulse"),
        temp=values.get("temp"),
    )


def _points(name: str, values: Floats) -> Floats:
    """What each value adds to the score; nothing where there is none."""

    def of(value: float) -> float:
        score = _scored({name: value}, None)
        return 0.0 if score is None else float(score.total)

    return mapped(values, of)


def _peak(best: Best) -> Peak | None:
    return None if best.value is None else Peak(best.value, best.at_s)


_HANDLERS: dict[type, Callable[[_Tally, float, Any], None]] = {
    SessionOpened: _Tally.opened,
    Numerics: _Tally.numerics,
    CuffResult: _Tally.cuff,
    ManualCuff: _Tally.by_hand,
}
