"""What is laid over one another: the curve of each session, and which of them is strong. Pure.

Rule 1: one session is strong, in the colour of the sign; the others are light, the older the
        lighter. Each has a name of number and day, so that no colour has to be told from another.
Rule 2: nothing is drawn across a time without values.
Rule 3: what was measured long before or long after the drug does not stretch the axis.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from ui.ink import mixed
from ui.review.compared import PER_LINE_S, Compared, Point, Sign
from ui.words import say

BEFORE_S, AFTER_S = 15 * 60.0, 5 * 60.0
LEAST_S, LONGEST_S = 1800.0, 4 * 3600.0
LIGHTEST, LIGHT = 0.30, 0.58
"""Share of the sign's colour in the oldest and the newest of the light curves."""


@dataclass(frozen=True, slots=True)
class Line:
    """One session's curve as it is drawn; `ink` is ``#rrggbb``."""

    name: str
    points: tuple[Point, ...]
    runs: tuple[tuple[Point, ...], ...]
    ink: str
    strong: bool
    session: Compared


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be drawn: the sign, as values or as changes from baseline."""

    sign: Sign = Sign.SBP
    change: bool = False

    def value_at(self, session: Compared, at_s: float) -> float | None:
        return session.value_at(self.sign, at_s, change=self.change)


def lines_of(
    sessions: Sequence[Compared], strong: str, asked: Asked, ink: str, ground: str
) -> tuple[Line, ...]:
    """Those that have values, the strong one last, so that it lies on top."""
    shown = [
        (one, points)
        for one in sessions
        if (points := _near(one.values(asked.sign, change=asked.change)))
    ]
    light = [one.session_id for one, _points in shown if one.session_id != strong]
    made = []
    for one, points in shown:
        bold = one.session_id == strong
        age = 1.0 if bold else light.index(one.session_id) / max(1, len(light) - 1)
        shade = ink if bold else mixed(ink, ground, LIGHTEST + (LIGHT - LIGHTEST) * age)
        name = say("compare-label", one.number, one.day)
        runs = _runs(points, PER_LINE_S[asked.sign.is_pressure])
        made.append(Line(name, points, runs, shade, bold, one))
    return tuple(sorted(made, key=lambda line: line.strong))


def span_of(lines: Sequence[Line]) -> tuple[float, float]:
    """Of the axis, seconds from the first dose."""
    from_s = max(-BEFORE_S, min((line.points[0][0] for line in lines), default=0.0))
    to_s = max([LEAST_S, *(line.points[-1][0] for line in lines)])
    return min(from_s, 0.0), to_s + AFTER_S


def labelled(lines: Sequence[Line], most: int) -> list[Line]:
    """Those with room for a label: the strong one, and the newest of the others."""
    light = [line for line in lines if not line.strong]
    strong = [line for line in lines if line.strong]
    room = max(0, most - len(strong))
    return [*light[len(light) - room if len(light) > room else 0 :], *strong]


def _near(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple(point for point in points if -BEFORE_S <= point[0] <= LONGEST_S)


def _runs(points: tuple[Point, ...], at_most_s: float) -> tuple[tuple[Point, ...], ...]:
    """Cut where there was nothing for too long."""
    runs = [[points[0]]]
    for before, point in itertools.pairwise(points):
        if point[0] - before[0] > at_most_s:
            runs.append([])
        runs[-1].append(point)
    return tuple(tuple(run) for run in runs)
