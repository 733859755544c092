"""Does Chairside miss nothing that matters, and shout about little that doesn't?

1 000 simulated sessions at model level, side by side with a plain threshold monitor that has the
same limits. What counts as true, found and false is in `trial_figures.py`, what is simulated in
`devices.simulated.population.population`: 15 % of the sessions have a surge of pressure, so that
there are severe episodes to find. A goal that is missed is printed as missed.
"""

from __future__ import annotations

import faulthandler
import time
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from alarm_trial import Repeats, play
from reporting import Figure
from trial_figures import Episode, Figures, count_ours, count_plain
from trial_material import Material, material_of, may_start

from devices.simulated.population.population import drawn

SEED = 2027
SESSIONS = 1000
OUTLIERS = 0.15
SENSITIVITY = 0.97
FALSE_AGAINST_PLAIN = 1 / 3
A_FEW = 60
MANY_OUTLIERS = 0.5


def sessions(wanted: int, outliers: float) -> Iterator[Material]:
    """Those whose pressure at rest lets the infusion begin."""
    found = 0
    for number in count():
        material = material_of(drawn(SEED, number, outliers=outliers))
        if may_start(material):
            yield material
            found += 1
        if found == wanted:
            return


def first_of(episodes: list[Episode]) -> str:
    late = [one for one in episodes if not one.found]
    return ", ".join(f"session {one.session} at {one.at:.0f} s" for one in late[:5])


@pytest.mark.bench
def test_a_thousand_sessions_against_a_plain_threshold_monitor(
    report: Callable[[Figure], None],
) -> None:
    faulthandler.cancel_dump_traceback_later()  # it is no hanging test, only a long one
    begin = time.perf_counter()
    plain = Figures()
    ours = {repeats: Figures() for repeats in Repeats}
    for material in sessions(SESSIONS, OUTLIERS):
        played = {repeats: play(material, repeats) for repeats in Repeats}
        for repeats, one in played.items():
            count_ours(ours[repeats], one)
        count_plain(plain, played[Repeats.NOBODY])
    assert plain.sessions == SESSIONS
    assert plain.severe
    for repeats, figures in ours.items():
        for figure in _figures(repeats, figures, plain):
            report(figure)
    report(
        Figure(
            f"{SESSIONS} sessions, five alarm systems",
            time.perf_counter() - begin,
            None,
            unit="s",
        )
    )


def _figures(repeats: Repeats, ours: Figures, plain: Figures) -> Iterator[Figure]:
    """The goals are those for monitors that repeat by themselves, and one for nobody."""
    goes = repeats is Repeats.DEVICE
    who = f"repeats: {repeats.value}"
    yield Figure(
        f"found of >= 180/110, {who}",
        ours.sensitivity,
        SENSITIVITY if goes else None,
        at_least=True,
        unit="",
        detail=f"of {len(ours.severe)}, by name {ours.named:.3f}; "
        f"plain {plain.sensitivity:.3f}, by name {plain.named:.3f} of {len(plain.severe)}",
    )
    yield Figure(
        f"missed or late of >= 200/120, {who}",
        ours.late_extremes,
        0.0 if goes else None,
        unit="",
        detail=f"of {len(ours.extreme)}; plain {plain.late_extremes} of {len(plain.extreme)}"
        f"{'; ' if ours.late_extremes else ''}{first_of(ours.extreme)}",
    )
    goal = {Repeats.DEVICE: FALSE_AGAINST_PLAIN, Repeats.NOBODY: 1.0}.get(repeats)
    yield Figure(
        f"false alarms / plain, {who}",
        ours.false / plain.false,
        goal,
        detail=f"{ours.false:.2f} against {plain.false:.2f} a session",
    )
    yield Figure(
        f"the same of the cuff alone, {who}",
        ours.false_cuff / plain.false_cuff,
        goal,
        detail=f"{ours.false_cuff:.3f} against {plain.false_cuff:.3f} a session; "
        f"{ours.near:.0%} of ours are at most 5 mmHg short of true (plain {plain.near:.0%}): "
        "the repeat bears the same error of the session",
    )
    yield Figure(
        f"the same in sessions without a surge, {who}",
        ours.false_cuff_calm / plain.false_cuff_calm,
        goal,
        detail=f"{ours.false_cuff_calm:.3f} against {plain.false_cuff_calm:.3f} a session",
    )


def test_no_extreme_pressure_is_missed_or_late_where_the_monitor_repeats() -> None:
    figures = Figures()
    for material in sessions(A_FEW, MANY_OUTLIERS):
        count_ours(figures, play(material, Repeats.DEVICE))
    assert len(figures.extreme) >= 5, "there was too little to find"
    assert [one for one in figures.extreme if not one.found] == []
