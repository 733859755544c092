"""A clinic's own profile: limits of its own on the basis of one that is there.

Rule 1: its name is ``custom:`` and a short word, so that it is never taken for one of ours.
Rule 2: each limit lies within the bounds that hold at the chair too, and none crosses another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from monitor.limits import PROFILES, LimitProfile, LimitRefused, bounds_of

CUSTOM = "custom:"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,23}")
_KEYS = frozenset({"based-on", "limits", "switched-on"})
USUAL_BASIS = "adult-iv"


class ProfileRefused(ValueError):
    """A profile that may not be used. `reason` is an id of `ui/words.py`."""

    def __init__(self, reason: str, *arguments: object) -> None:
        super().__init__(f"{reason} {' '.join(map(str, arguments))}".strip())
        self.reason = reason
        self.arguments = tuple(str(argument) for argument in arguments)


def custom_profile(name: str, table: object) -> LimitProfile:
    """The profile that a clinic has described.

    ``based-on`` names one of ours (else `USUAL_BASIS`), ``limits`` gives a number for each row
    that differs from it, in the unit of that row, ``switched-on`` lists the rows of
    `optional_rows.py` that are alarms too. Raises `ProfileRefused`, or `LimitRefused` for
    a number that may not be.
    """
    if not _NAME.fullmatch(name):
        raise ProfileRefused("profile-name-wrong", name)
    if not isinstance(table, Mapping):
        raise ProfileRefused("profile-no-table", name)
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise ProfileRefused("profile-key-unknown", name, unknown[0], ", ".join(sorted(_KEYS)))
    basis = PROFILES.get(str(table.get("based-on", USUAL_BASIS)))
    if basis is None:
        raise ProfileRefused(
            "profile-basis-unknown", name, table["based-on"], ", ".join(sorted(PROFILES))
        )
    basis = basis.switch_on(_switched_on(name, table.get("switched-on", [])))
    limits = table.get("limits", {})
    if not isinstance(limits, Mapping):
        raise ProfileRefused("profile-limits-wrong", name)
    own = {
        **basis.own,
        **{rule: _number(name, basis, rule, value) for rule, value in limits.items()},
    }
    profile = replace(basis, name=CUSTOM + name, own=own)
    profile.check()
    return profile


def _switched_on(name: str, rules: object) -> list[str]:
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise ProfileRefused("profile-switches-wrong", name)
    return rules


def _number(name: str, basis: LimitProfile, rule: str, value: object) -> float:
    if rule not in basis.own:
        raise ProfileRefused("profile-limit-unknown", name, rule, ", ".join(sorted(basis.own)))
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ProfileRefused("profile-number-wrong", name, rule, value)
    low, high = bounds_of(rule)
    if not low <= value <= high:
        raise LimitRefused("limit-out-of-bounds", rule, value, f"{low:g}", f"{high:g}")
    return float(value)
