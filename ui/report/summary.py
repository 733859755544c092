"""The numbers of a report in words: baseline, extreme and end of each sign, and what follows.

Pure, no Qt. Every number is one of `ui/review/statistics.py` or `computed.py`: nothing is counted
here a second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from monitor.outcomes import BaselineAccepted, Priority
from monitor.treatment.commands import Scale
from monitor.treatment.scales import MOAAS
from monitor.treatment.view import ScoreView
from monitor.vitals import VitalSign
from ui.chair.score_choices import score_text
from ui.chair.spans import minutes_text, span_text
from ui.report.course import counts
from ui.report.parts import Fact, SignRow
from ui.review.computed import HIGH, VERY_HIGH, Above, Computed
from ui.review.line import Clock, joined
from ui.review.measures import Extreme
from ui.review.statistics import SessionStatistics
from ui.trend_model import TrendModel
from ui.words import figure, say, sign_label

NONE = "–"
MOST_SCORES = 4
"""Of one scale on the page."""
BETTER_HIGH = frozenset({MOAAS, Scale.ALDRETE.value, Scale.PADSS.value})


def whole(value: float | None) -> str:
    return NONE if value is None else f"{value:.0f}"


def signed(value: float) -> str:
    """``+44``, ``−1``, ``0``: a true minus, and no sign before nothing."""
    number = round(value)
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"


def sign_rows(found: SessionStatistics, model: TrendModel, clock: Clock) -> tuple[SignRow, ...]:
    zero_s = found.infusion_started_s or 0.0
    rest = found.baseline or BaselineAccepted(None, None, None, None)
    cuffs = [one for one in model.cuffs.all if counts(one)]
    last = max(cuffs, key=lambda one: one.at_s, default=None)
    end_at = "" if last is None else clock(last.at_s)
    rate, rate_at = _last(model, model.signals.rate.sign, clock)
    spo2, spo2_at = _last(model, VitalSign.SPO2, clock)
    label = sign_label(VitalSign.SPO2)
    sbp, dbp = (None, None) if last is None else (last.sbp, last.dbp)
    return (
        _row(sign_label(VitalSign.SBP), rest.sbp, found.peak_sbp, whole(sbp), end_at, zero_s),
        _row(sign_label(VitalSign.DBP), rest.dbp, found.peak_dbp, whole(dbp), end_at, zero_s),
        _row(model.rate_label, rest.hr, found.peak_hr, rate, rate_at, zero_s),
        replace(_row(label, rest.spo2, found.lowest_spo2, spo2, spo2_at, zero_s), lowest=True),
    )


def _row(
    name: str,
    resting: float | None,
    extreme: Extreme | None,
    end: str,
    end_at: str,
    zero_s: float,
) -> SignRow:
    if extreme is None:
        return SignRow(name, whole(resting), NONE, "", end, end_at)
    when = say("chart-min", minutes_text(extreme.at_s - zero_s))
    change = "" if extreme.change is None else signed(extreme.change)
    return SignRow(name, whole(resting), whole(extreme.value), joined(change, when), end, end_at)


def _last(model: TrendModel, sign: VitalSign, clock: Clock) -> tuple[str, str]:
    """The last value of a curve and the time of the day at which it was."""
    for track in model.signals.tracks:
        if track.sign is sign:
            x, y = track.buffer.view()
            known = [place for place in range(len(y) - 1, -1, -1) if y[place] == y[place]][:1]
            if known:
                return whole(float(y[known[0]])), clock(float(x[known[0]]))
    return NONE, ""


def measure_facts(
    found: SessionStatistics, known: Computed, model: TrendModel
) -> tuple[Fact, ...]:
    return (
        Fact(say("stat-above"), span_text(found.bp_above_s)),
        _above(known.above_high, HIGH),
        _above(known.above_very_high, VERY_HIGH),
        _peak_mean(known, found),
        _product(known, found),
        Fact(say("chart-hr-above"), span_text(found.hr_above_s)),
        Fact(say("chart-spo2-below"), span_text(found.spo2_below_s)),
        Fact(say("chart-cuffs"), joined(*_cuffs(found, model))),
    )


def _above(above: Above | None, limits: tuple[float, float]) -> Fact:
    name = say("stat-above-pair", f"{limits[0]:.0f}", f"{limits[1]:.0f}")
    if above is None:
        return Fact(name, NONE)
    areas = say("stat-areas", f"{above.sbp_area:.0f}", f"{above.dbp_area:.0f}")
    return Fact(name, joined(span_text(above.lasted_s), areas if above.lasted_s else ""))


def _peak_mean(known: Computed, found: SessionStatistics) -> Fact:
    peak = known.peak_mean
    if peak is None:
        return Fact(say("stat-peak-map"), NONE)
    when = minutes_text(peak.at_s - (found.infusion_started_s or 0.0))
    how = "" if known.mean_given else say("chart-computed")
    return Fact(say("stat-peak-map"), joined(whole(peak.value), say("chart-min", when), how))


def _product(known: Computed, found: SessionStatistics) -> Fact:
    peak = known.product
    if peak is None:
        return Fact(say("stat-product"), NONE)
    when = minutes_text(peak.at_s - (found.infusion_started_s or 0.0))
    return Fact(say("stat-product"), joined(whole(peak.value), say("chart-min", when)))


def _cuffs(found: SessionStatistics, model: TrendModel) -> Iterator[str]:
    """How many there were, and how many of them are in no number here."""
    apart = sum(not counts(one) for one in model.cuffs.all)
    gap = found.longest_without_cuff_s
    yield str(found.cuffs)
    yield say("chart-cuffs-failed", found.cuffs_failed) if found.cuffs_failed else ""
    yield say("chart-cuffs-apart", apart) if apart else ""
    yield "" if gap is None else say("chart-longest-gap", span_text(gap))


def alarms_text(found: SessionStatistics) -> str:
    high, medium, low = (found.alarms[one] for one in sorted(Priority, reverse=True))
    if not high + medium + low:
        return say("chart-no-alarm")
    told = say("chart-alarms", high, medium, low)
    if found.alarms_per_hour is None:
        return told
    return joined(told, say("chart-per-hour", figure(f"{found.alarms_per_hour:.1f}")))


def score_facts(told: Sequence[ScoreView], clock: Clock) -> tuple[Fact, ...]:
    """One line a scale: every score, or where there are many the first, the worst and the last."""
    by_scale: dict[str, list[ScoreView]] = {}
    for one in sorted(told, key=lambda one: one.at_s):
        by_scale.setdefault(one.scale, []).append(one)
    return tuple(
        Fact(say(f"scale-{scale}"), _scores(given, clock)) for scale, given in by_scale.items()
    )


def _scores(given: Sequence[ScoreView], clock: Clock) -> str:
    shown = list(given)
    if len(given) > MOST_SCORES:
        ends = {id(given[0]), id(_worst(given)), id(given[-1])}
        shown = [one for one in given if id(one) in ends]
    texts = [say("chart-score", score_text(one), clock(one.at_s)) for one in shown]
    hidden = len(given) - len(shown)
    return joined(*texts, say("chart-scores-more", len(given)) if hidden else "")


def _worst(given: Sequence[ScoreView]) -> ScoreView:
    """Of a scale on which more is better, the lowest; else the highest."""
    better = given[0].scale in BETTER_HIGH
    return (min if better else max)(given, key=lambda one: one.total or 0)
