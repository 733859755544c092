"""What is computed of a session as tiles for a `NumberStrip`: from numbers to words, no Qt.

Rule: it is called what it is. A mean pressure says whether the monitor gave it, a score which
      signs are not in it.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.derived import mean_pressure, z_score
from monitor.vitals import VitalSign
from ui.chair.spans import minutes_text, span_text
from ui.review.computed import HIGH, VERY_HIGH, Above, Computed, Peak
from ui.review.number_strip import Number, signed
from ui.review.statistics import SessionStatistics
from ui.words import figure, say, sign_label

MEANINGS = (
    "mean-peak-map",
    "mean-rise",
    "mean-above-pair",
    "mean-above-pair",
    "mean-steepest",
    "mean-product",
    "mean-shock",
    "mean-news2",
)
"""In the order of the numbers."""
_VERY_HIGH_SBP = VERY_HIGH[0]
_NAMES = {"rr": VitalSign.RR, "spo2": VitalSign.SPO2, "sbp": VitalSign.SBP, "temp": VitalSign.TEMP}


def computed_numbers(known: Computed, found: SessionStatistics) -> list[Number]:
    """What the second strip says, in its order."""
    zero_s = found.infusion_started_s or 0.0
    shown = [
        _mean(known, found, zero_s),
        _rise(found),
        _above(known.above_high, HIGH),
        _above(known.above_very_high, VERY_HIGH),
        _steepest(known, zero_s),
        _product(known.product, zero_s),
        _shock(known.shock, zero_s),
        _warned(known, zero_s),
    ]
    return [replace(one, meaning=say(told)) for one, told in zip(shown, MEANINGS, strict=True)]


def _none(name: str, role: str = "") -> Number:
    return Number(name, say("stat-none"), role=role)


def _mean(known: Computed, found: SessionStatistics, zero_s: float) -> Number:
    peak, name = known.peak_mean, say("stat-peak-map")
    if peak is None:
        return _none(name, "nibp")
    rest = found.baseline
    resting = None if rest is None else mean_pressure(rest.sbp, rest.dbp)
    when = minutes_text(peak.at_s - zero_s)
    if not known.mean_given:
        when = say("stat-computed-at", when)
    elif resting is not None:
        when = say("stat-at", when, signed(peak.value - resting.value))
    else:
        when = say("stat-at-only", when)
    return Number(name, f"{peak.value:.0f}", when, "nibp", peak.at_s)


def _rise(found: SessionStatistics) -> Number:
    """From baseline to the peaks, and how unusual that is."""
    name, sbp, dbp = say("stat-rise"), found.peak_sbp, found.peak_dbp
    if sbp is None or sbp.change is None:
        return _none(name, "nibp")
    value = signed(sbp.change)
    if dbp is not None and dbp.change is not None:
        value = say("review-peak", value, signed(dbp.change))
    score = z_score(sbp.change, 0.0)
    rest = "" if score is None else say("stat-z", figure(f"{score:.1f}").replace("-", "−"))
    return Number(name, value, rest, "nibp", sbp.at_s)


def _above(above: Above | None, limits: tuple[float, float]) -> Number:
    name = say("stat-above-pair", f"{limits[0]:.0f}", f"{limits[1]:.0f}")
    if above is None:
        return _none(name)
    areas = say("stat-areas", f"{above.sbp_area:.0f}", f"{above.dbp_area:.0f}")
    return Number(name, span_text(above.lasted_s), areas if above.lasted_s else "")


def _steepest(known: Computed, zero_s: float) -> Number:
    name, rise = say("stat-steepest"), known.rise
    if rise is None:
        return _none(name, "nibp")
    minutes = rise.line.minutes_to(_VERY_HIGH_SBP)
    if minutes:
        rest = say("stat-reaches", f"{_VERY_HIGH_SBP:.0f}", f"{minutes:.0f}")
    else:
        rest = say("stat-at-only", minutes_text(rise.at_s - zero_s))
    return Number(
        name, say("stat-slope", figure(f"{rise.line.slope:.1f}")), rest, "nibp", rise.at_s
    )


def _product(peak: Peak | None, zero_s: float) -> Number:
    name = say("stat-product")
    if peak is None:
        return _none(name)
    value = f"{peak.value:,.0f}".replace(",", "\N{NO-BREAK SPACE}")
    return Number(name, value, _when(peak, zero_s), "", peak.at_s)


def _shock(peak: Peak | None, zero_s: float) -> Number:
    name = say("stat-shock")
    if peak is None:
        return _none(name)
    return Number(name, figure(f"{peak.value:.2f}"), _when(peak, zero_s), "", peak.at_s)


def _when(peak: Peak, zero_s: float) -> str:
    return say("stat-at-only", minutes_text(peak.at_s - zero_s))


def _warned(known: Computed, zero_s: float) -> Number:
    name, warned = say("stat-news2"), known.warned
    if warned is None:
        return _none(name)
    missing = [sign_label(_NAMES[one]) for one in warned.score.missing if one in _NAMES]
    when = minutes_text(warned.at_s - zero_s)
    rest = say("stat-without", ", ".join(missing)) if missing else say("stat-at-only", when)
    return Number(name, f"{warned.score.total}", rest, "", warned.at_s)
