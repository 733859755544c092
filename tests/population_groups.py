"""The mean course of the simulated population beside the means of published groups.

What is compared: the largest value of the simulated mean curve (readings every 10 min, all
infusions that began) with the largest group mean that was published, one number for each sign. A
published curve over time is not known to this project, so that a root mean square rests on as few
points as a group has signs, two or three; what is known of the time is the moment of the largest
mean. None of the groups is like the simulated one in age, pressure or drugs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from population_table import Cohort, Floats, Sign, dbp, hr, sbp


@dataclass(frozen=True, slots=True)
class Group:
    """mmHg and 1/min above the value before. `peak_min`: when, from and to; None = not stated."""

    name: str
    infusions: int
    sbp: float
    dbp: float
    hr: float | None = None
    peak_min: tuple[int, int] | None = None


COHORT_741 = Group("cohort of 741 infusions, largest means", 741, 7.4, 6.0, 1.9, (30, 40))
META_ANALYSIS = Group("meta-analysis of 15 articles", 2252, 12.61, 8.49, 4.09)
PUBLISHED = (
    COHORT_741,
    META_ANALYSIS,
    Group("cohort of 684 infusions, largest means", 684, 3.28, 3.17, None, (30, 30)),
    Group("chart review, mean at the peak", 2342, 16.0, 11.0, None, (40, 40)),
)
OTHER_SIMULATOR_MAP, OTHER_SIMULATOR_HR = 6.17, 7.51
"""Root mean squares that a published simulator reached over whole curves of three studies."""


@dataclass(frozen=True, slots=True)
class MeanCurve:
    """Mean changes at each of `minutes`."""

    minutes: tuple[int, ...]
    sbp: tuple[float, ...]
    dbp: tuple[float, ...]
    hr: tuple[float, ...]

    @property
    def peak_min(self) -> int:
        return self.minutes[self.sbp.index(max(self.sbp))]

    def errors(self, group: Group) -> list[float]:
        """Ours less theirs, for each sign that the group has."""
        pairs = ((self.sbp, group.sbp), (self.dbp, group.dbp), (self.hr, group.hr))
        return [max(ours) - theirs for ours, theirs in pairs if theirs is not None]


def mean_curve(cohort: Cohort) -> MeanCurve:
    """`cohort` read every 5 min; every other reading is taken."""
    often = cohort.every_ten()

    def changes(sign: Sign) -> tuple[float, ...]:
        values: Floats = sign(often)[often.go]
        return tuple(float(one) for one in (values - values[:, :1]).mean(axis=0))

    return MeanCurve(
        tuple(int(one) for one in often.minutes), changes(sbp), changes(dbp), changes(hr)
    )


def rmse(errors: Iterable[float]) -> float:
    return float(np.sqrt(np.mean(np.square(list(errors)))))


def comparison(curve: MeanCurve) -> list[str]:
    """Lines for a person."""
    lines = ["mean change, readings every 10 min:"]
    for name, values in (("SBP", curve.sbp), ("DBP", curve.dbp), ("HR", curve.hr)):
        lines.append(f"  {name:<4}" + " ".join(f"{value:+6.1f}" for value in values))
    lines.append("largest simulated mean less largest published mean (SBP, DBP, HR):")
    for group in PUBLISHED:
        errors = curve.errors(group)
        each = ", ".join(f"{error:+.1f}" for error in errors)
        when = "" if group.peak_min is None else f"; peak {_span(group.peak_min)} min"
        lines.append(
            f"  {group.name} (n = {group.infusions}): {each}; "
            f"RMSE {rmse(errors):.1f} of {len(errors)} points{when}, ours {curve.peak_min} min"
        )
    both = [*curve.errors(COHORT_741), *curve.errors(META_ANALYSIS)]
    lines.append(
        f"  RMSE against the 741 infusions and the meta-analysis together: {rmse(both):.1f} of "
        f"{len(both)} points, mmHg and 1/min mixed (a published simulator, whole curves: "
        f"{OTHER_SIMULATOR_MAP} mmHg MAP, {OTHER_SIMULATOR_HR} 1/min)"
    )
    return lines


def _span(minutes: tuple[int, int]) -> str:
    first, last = minutes
    return str(first) if first == last else f"{first}-{last}"
