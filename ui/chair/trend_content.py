"""What the trend view shows of a model: its standing frame, and the values under the cursor."""

from __future__ import annotations

import math

from monitor.vitals import VitalSign
from ui.chair.time_lines import ValueTag
from ui.chair.trend_frame import Frame, Line, PanelFrame, windows_of
from ui.chair.trend_layout import Boxes
from ui.theme import Theme
from ui.trend_cuffs import Cuff
from ui.trend_model import LimitLine, TrendModel
from ui.trend_text import clock
from ui.words import figure, say, say_or, sign_label

SHARES = (0.54, 0.29, 0.17)
PRESSURES, RATES, SATURATIONS = (40.0, 240.0), (40.0, 160.0), (80.0, 100.0)
"""What is always in sight; beyond it the scale follows the values.

200 mmHg, where an extreme pressure begins, is below the title of its panel and has its number."""
RAISED = {"sbp-high": 140.0, "dbp-high": 90.0}
"""From above these up to the limit a pressure is raised; that is a colour, never an alarm."""
PLANNED_STEP_S = 30.0
"""A planned end that moves (a pause) moves the window in steps."""
CURSOR_CUFF_S = 15.0
FULL = 101.0
"""Per cent: a saturation of 100 is drawn below the edge, not on it."""


Panels = tuple[PanelFrame, PanelFrame, PanelFrame]


class PanelsKept:
    """The panels of a model, worked out again only when it has changed; time may move on."""

    def __init__(self, model: TrendModel) -> None:
        self._model = model
        self._known: tuple[object, Panels] | None = None

    def panels(self) -> Panels:
        model, signals = self._model, self._model.signals
        ranges = signals.rate.extremes, signals.spo2.extremes
        key = (model.frame_version, model.cuffs.version, model.baseline, model.rate_label, ranges)
        if self._known is None or self._known[0] != key:
            self._known = (key, panels_of(model))
        return self._known[1]


def panels_of(model: TrendModel) -> Panels:
    return _pressures(model), _rates(model), _saturations(model)


def frame_of(
    model: TrendModel, now_s: float, from_s: float, to_s: float, kept: PanelsKept | None = None
) -> Frame:
    """`kept`: the panels as they were worked out before; None = they are worked out now."""
    end_s = model.planned_end_s(now_s)
    if end_s is not None:
        end_s = math.ceil(end_s / PLANNED_STEP_S) * PLANNED_STEP_S
    spans = [(span.from_s, span.to_s) for span in model.spans]
    now_step_s = math.ceil(now_s / PLANNED_STEP_S) * PLANNED_STEP_S
    return Frame(
        panels=kept.panels() if kept else panels_of(model),
        from_s=from_s,
        to_s=to_s,
        zero_s=model.zero_s,
        windows=windows_of(spans, end_s, now_step_s),
    )


def _pressures(model: TrendModel) -> PanelFrame:
    cuffs = model.cuffs.all
    seen = (min(c.dbp for c in cuffs), max(c.sbp for c in cuffs)) if cuffs else None
    low, high = _scale(seen, PRESSURES, 20.0)
    lines = model.limit_lines()
    resting = model.baseline.sbp if model.baseline else None
    top = next((line.value for line in lines if line.rule == "sbp-high"), None)
    return PanelFrame(
        say("nibp"),
        "nibp",
        low,
        high,
        (20.0, 40.0, 60.0),
        (*_limits(lines, VitalSign.SBP, VitalSign.DBP), *_resting(resting)),
        tint_above=top,
        bands=_raised(lines),
    )


def _raised(lines: tuple[LimitLine, ...]) -> tuple[tuple[float, float], ...]:
    floors = ((RAISED.get(line.rule), line.value) for line in lines)
    return tuple((low, high) for low, high in floors if low is not None and low < high)


def _rates(model: TrendModel) -> PanelFrame:
    low, high = _scale(model.signals.rate.extremes, RATES, 20.0)
    resting = model.baseline.hr if model.baseline else None
    limits = _limits(model.limit_lines(), VitalSign.HR)
    return PanelFrame(
        model.rate_label,
        "hr",
        low,
        high,
        (20.0, 40.0, 60.0),
        (*limits, *_resting(resting)),
    )


def _saturations(model: TrendModel) -> PanelFrame:
    floor, _ = _scale(model.signals.spo2.extremes, SATURATIONS, 10.0)
    limits = _limits(model.limit_lines(), VitalSign.SPO2)
    steps = (5.0, 10.0, 20.0)
    return PanelFrame(sign_label(VitalSign.SPO2), "spo2", floor, FULL, steps, tuple(limits))


def _limit_text(line: LimitLine) -> str:
    return say("trend-limit", sign_label(line.sign), figure(f"{line.value:g}"))


def _limits(lines: tuple[LimitLine, ...], *signs: VitalSign) -> list[Line]:
    return [
        Line(line.value, _limit_text(line), alarm=True) for line in lines if line.sign in signs
    ]


def _resting(value: float | None) -> list[Line]:
    if value is None:
        return []
    return [Line(value, say("trend-baseline", f"{value:.0f}"), alarm=False)]


def _scale(
    seen: tuple[float, float] | None, least: tuple[float, float], step: float
) -> tuple[float, float]:
    """At least `least`, further in whole steps where a value would come near the edge."""
    low, high = least
    if seen is None:
        return least
    near = step / 4
    if seen[0] < low + near:
        low = max(0.0, low - math.ceil((low + near - seen[0]) / step) * step)
    if seen[1] > high - near:
        high += math.ceil((seen[1] + near - high) / step) * step
    return low, high


def tags_at(model: TrendModel, at_s: float, boxes: Boxes, theme: Theme) -> tuple[ValueTag, ...]:
    """The moment and the pressures, the rate and the saturation at the cursor."""
    tops = [plot.top() for plot in boxes.plots]
    low = boxes.plots[2].bottom() - boxes.type_px * 2.5
    rate, spo2 = model.signals.rate.sign, VitalSign.SPO2
    return (
        ValueTag(tops[0], clock(at_s - model.zero_s), theme.text),
        ValueTag(tops[0] + boxes.type_px * 1.9, _cuff_text(model, at_s), theme.nibp),
        ValueTag(tops[1], _value_text(model, rate, at_s), theme.hr),
        ValueTag(low, _value_text(model, spo2, at_s), theme.spo2),
    )


def _cuff_text(model: TrendModel, at_s: float) -> str:
    cuff: Cuff | None = model.cuffs.before(at_s + CURSOR_CUFF_S)
    if cuff is None:
        return say("trend-no-value", say("nibp"))
    sbp, dbp = f"{cuff.sbp:g}", f"{cuff.dbp:g}"
    if abs(cuff.at_s - at_s) <= CURSOR_CUFF_S:
        return say("trend-cuff", sbp, dbp)
    return say("trend-cuff-at", sbp, dbp, clock(cuff.at_s - model.zero_s))


def _value_text(model: TrendModel, sign: VitalSign, at_s: float) -> str:
    value = model.reading_at(sign, at_s)
    label = sign_label(sign)
    if value is not None:
        return say("trend-value", label, f"{value:.0f}")
    why = model.gap_at(sign, at_s)
    if not why:
        return say("trend-no-value", label)
    return say("trend-no-value-why", label, say_or(f"why-{why}", why))
