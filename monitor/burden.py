"""How long, and by how much, a value was above a limit: its burden.

Rule: between two readings the value went in a straight line. Over a longer gap than
`BURDEN_GAP_S` nobody knows what was between them, and nothing is counted.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from monitor.derived import Point

BURDEN_GAP_S = 15 * 60.0


@dataclass(frozen=True, slots=True)
class Burden:
    """`area` above the limit in mmHg x min, the time `above_s` at or over it, the `longest_s` run.

    None of the three is ever below 0.
    """

    area: float
    above_s: float
    longest_s: float


Spans = list[tuple[float, float]]
LimitStep = tuple[float, float | None]
"""From this moment on the limit is so high; None = there is none."""


def burden(readings: Sequence[Point], limit: float) -> Burden:
    """Of readings in order of time, a straight line between two; longer gaps are left out."""
    return burden_of_steps(readings, ((-math.inf, limit),))


def burden_of_steps(readings: Sequence[Point], limits: Sequence[LimitStep]) -> Burden:
    """The same over a limit that was changed: a stretch is divided where another one came."""
    spans = spans_above_steps(readings, limits)
    area = math.fsum(_area(*piece) for piece in _pieces(readings, limits))
    return Burden(
        area / 60.0,
        math.fsum(end - begin for begin, end in spans),
        max((end - begin for begin, end in spans), default=0.0),
    )


def spans_above(readings: Sequence[Point], limit: float) -> Spans:
    """When the line through the readings was at or over the limit, in order, none touching."""
    return spans_above_steps(readings, ((-math.inf, limit),))


def spans_above_steps(readings: Sequence[Point], limits: Sequence[LimitStep]) -> Spans:
    """The same over a limit that was changed."""
    spans = (_span(*piece) for piece in _pieces(readings, limits))
    return joined(span for span in spans if span is not None)


def joined(spans: Iterable[tuple[float, float]]) -> Spans:
    """The times that are in any of the spans."""
    found: Spans = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def _segments(readings: Sequence[Point]) -> Iterable[tuple[Point, Point]]:
    for before, after in itertools.pairwise(readings):
        if 0 < after[0] - before[0] <= BURDEN_GAP_S:
            yield before, after


def _pieces(
    readings: Sequence[Point], limits: Sequence[LimitStep]
) -> Iterator[tuple[Point, Point, float]]:
    """Every stretch in pieces over which one limit holds; where there is none nothing counts."""
    for before, after in _segments(readings):
        yield from _divided(before, after, limits)


def _divided(
    before: Point, after: Point, limits: Sequence[LimitStep]
) -> Iterator[tuple[Point, Point, float]]:
    holds = next((limit for at_s, limit in reversed(limits) if at_s <= before[0]), None)
    begin = before
    for at_s, limit in (step for step in limits if before[0] < step[0] < after[0]):
        share = (at_s - before[0]) / (after[0] - before[0])
        end = (at_s, before[1] + share * (after[1] - before[1]))
        if holds is not None:
            yield begin, end, holds
        begin, holds = end, limit
    if holds is not None:
        yield begin, after, holds


def _crossing(before: Point, after: Point, limit: float) -> float:
    share = (limit - before[1]) / (after[1] - before[1])
    return before[0] + min(1.0, max(0.0, share)) * (after[0] - before[0])


def _span(before: Point, after: Point, limit: float) -> tuple[float, float] | None:
    (from_s, first), (to_s, last) = before, after
    if first < limit and last < limit:
        return None
    if first >= limit and last >= limit:
        return from_s, to_s
    meets_s = _crossing(before, after, limit)
    return (from_s, meets_s) if first >= limit else (meets_s, to_s)


def _area(before: Point, after: Point, limit: float) -> float:
    """Between the line and the limit, where it is over it, mmHg x s."""
    span = _span(before, after, limit)
    if span is None:
        return 0.0
    over = max(0.0, before[1] - limit) + max(0.0, after[1] - limit)
    return (span[1] - span[0]) * over / 2.0
