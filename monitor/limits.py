"""Thresholds that somebody chose: profiles, what differs from them, and what may never be set.

The numbers are those of the clinic's signed-off default profile; each can be moved within
`BOUNDS`, and a chain of limits of one sign may never cross.
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from monitor.optional_rows import OPTIONAL, OPTIONAL_CHAINS
from monitor.routes import Route

DEFAULTS: dict[str, float] = {
    "sbp-very-low": 80,
    "sbp-low": 90,
    "sbp-high": 160,
    "sbp-very-high": 180,
    "sbp-extreme": 200,
    "dbp-low": 50,
    "dbp-high": 100,
    "dbp-very-high": 110,
    "dbp-extreme": 120,
    "sbp-rise": 30,
    "dbp-rise": 25,
    "hr-extreme-low": 35,
    "hr-very-low": 40,
    "hr-low": 50,
    "hr-high": 110,
    "hr-very-high": 131,
    "hr-extreme": 150,
    "hr-rise": 30,
    "spo2-extreme": 85,
    "spo2-very-low": 88,
    "spo2-low": 92,
    "rr-low": 8,
    "rr-high": 30,
}
"""mmHg, 1/min, %; `sbp-rise` is per cent of the baseline, the other rises are differences."""

BOUNDS: dict[str, tuple[float, float]] = {
    "sbp-very-low": (60, 100),
    "sbp-low": (70, 120),
    "sbp-high": (130, 190),
    "sbp-very-high": (150, 210),
    "sbp-extreme": (170, 220),
    "dbp-low": (30, 70),
    "dbp-high": (80, 115),
    "dbp-very-high": (90, 125),
    "dbp-extreme": (100, 130),
    "sbp-rise": (10, 60),
    "dbp-rise": (10, 50),
    "hr-extreme-low": (30, 45),
    "hr-very-low": (30, 50),
    "hr-low": (35, 60),
    "hr-high": (90, 140),
    "hr-very-high": (100, 160),
    "hr-extreme": (120, 200),
    "hr-rise": (15, 60),
    "spo2-extreme": (80, 90),
    "spo2-very-low": (80, 94),
    "spo2-low": (85, 99),
    "rr-low": (4, 12),
    "rr-high": (20, 40),
}

CHAINS: tuple[tuple[str, ...], ...] = (
    ("sbp-very-low", "sbp-low", "sbp-high", "sbp-very-high", "sbp-extreme"),
    ("dbp-low", "dbp-high", "dbp-very-high", "dbp-extreme"),
    ("hr-extreme-low", "hr-very-low", "hr-low", "hr-high", "hr-very-high", "hr-extreme"),
    ("spo2-extreme", "spo2-very-low", "spo2-low"),
    ("rr-low", "rr-high"),
)
"""Each limit must lie below the next."""


class LimitRefused(ValueError):
    """A threshold that may not be set. `reason` is an id of `ui/words.py`."""

    def __init__(self, reason: str, rule: str, value: float, *others: object) -> None:
        super().__init__(f"{rule} = {value:g}: {reason} {' '.join(map(str, others))}".strip())
        self.reason = reason
        self.arguments = (rule, f"{value:g}", *(str(other) for other in others))


class Modifier(enum.StrEnum):
    """What is known of the patient that moves limits on any profile."""

    SEDATIVES = "sedatives"
    """Benzodiazepine, opioid or sleep apnoea: oxygen saturation is judged earlier."""
    OXYGEN = "oxygen"
    """On oxygen: a falling SpO2 is a late sign."""
    RAISED_BASELINE = "raised-baseline"
    """Systolic baseline above 140, signed by a provider: the high limit follows it."""


@dataclass(frozen=True, slots=True)
class LimitProfile:
    """A named set of thresholds; `changed` holds what was moved at this chair.

    `switched_on` names the rows of `optional_rows.py` that are alarms here; all others are not.
    """

    name: str
    own: dict[str, float]
    changed: dict[str, float] = field(default_factory=dict)
    route: Route = Route.IV
    modifiers: frozenset[Modifier] = frozenset()
    switched_on: frozenset[str] = frozenset()

    def limit(self, rule: str) -> float:
        """The active threshold of one row of the alarm table. Raises KeyError if it has none."""
        return self.changed[rule] if rule in self.changed else self.own[rule]

    def with_limit(self, rule: str, value: float | None) -> LimitProfile:
        """A profile with one threshold moved; None = back to its own.

        Raises `LimitRefused` for an unknown row, a value out of bounds or a crossed chain.
        """
        if rule not in self.own:
            raise LimitRefused("limit-unknown", rule, value or 0.0, ", ".join(sorted(self.own)))
        wanted = self.own[rule] if value is None else value
        low, high = bounds_of(rule)
        if not low <= wanted <= high:
            raise LimitRefused("limit-out-of-bounds", rule, wanted, f"{low:g}", f"{high:g}")
        others = {key: kept for key, kept in self.changed.items() if key != rule}
        moved = replace(
            self, changed=others if wanted == self.own[rule] else {**others, rule: wanted}
        )
        moved.check()
        return moved

    def switch_on(self, rules: Iterable[str]) -> LimitProfile:
        """A profile in which these rows too are alarms, each with its usual threshold.

        Raises `LimitRefused` for what is no row of `OPTIONAL`.
        """
        on = frozenset(rules)
        for rule in sorted(on - OPTIONAL.keys()):
            raise LimitRefused("switch-unknown", rule, 0.0, ", ".join(OPTIONAL))
        usual = {rule: one.usual for rule, one in OPTIONAL.items() if rule in on}
        return replace(self, own={**usual, **self.own}, switched_on=self.switched_on | on)

    def way_back(self) -> tuple[str, ...]:
        """The moved limits in an order in which each can go back without crossing another."""
        profile, found = self, list[str]()
        while profile.changed:
            for rule in profile.changed:
                try:
                    profile = profile.with_limit(rule, None)
                except LimitRefused:
                    continue
                found.append(rule)
                break
            else:  # only where the profile's own limits are out of order or out of bounds
                break
        return tuple(found)

    def check(self) -> None:
        """Raises `LimitRefused` when two limits of one sign cross."""
        for chain in (*CHAINS, *OPTIONAL_CHAINS):
            for below, above in itertools.pairwise(rule for rule in chain if rule in self.own):
                if self.limit(below) >= self.limit(above):
                    raise LimitRefused(
                        "limit-crossed", below, self.limit(below), above, f"{self.limit(above):g}"
                    )


def bounds_of(rule: str) -> tuple[float, float]:
    """From where to where a threshold may be set. Raises KeyError for what is no row."""
    optional = OPTIONAL.get(rule)
    return BOUNDS[rule] if optional is None else (optional.low, optional.high)


PROFILES: dict[str, LimitProfile] = {
    "adult-iv": LimitProfile("adult-iv", DEFAULTS),
    "elderly-iv": LimitProfile("elderly-iv", {**DEFAULTS, "sbp-rise": 25}),
    "im-sc": LimitProfile("im-sc", DEFAULTS, route=Route.IM_SC),
    "intranasal": LimitProfile("intranasal", DEFAULTS, route=Route.INTRANASAL),
    "oral": LimitProfile("oral", DEFAULTS, route=Route.ORAL),
}
