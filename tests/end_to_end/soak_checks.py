"""What must hold of every whole session; each check says in sentences what does not.

Rule 1: what is checked is what stands in the file that was opened again, and what comes out of it.
Rule 2: nothing is excused because of the dice: a fault in the plan is the only excuse.
"""

from __future__ import annotations

import csv
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from accounted import (
    BACK_WITHIN_S,
    NEAR_S,
    Cause,
    causes_of,
    holes,
    unaccounted,
    unseen,
)
from soak_account import offered, openings
from soak_judged import (
    entries_lost,
    judged_otherwise,
    judged_otherwise_from_the_wires,
    replayed_otherwise,
)
from soak_session import Played

from data.export.csv import session_csv
from data.export.values import session_values
from devices.registry import DRIVERS
from devices.simulated.scenario.faults import Fault, FaultKind
from monitor.commands import ConfirmMonitor
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.vitals import CUFF_SIGNS, CuffFailed, CuffResult, VitalSign
from ui.review.gap_lines import SHORTEST_GAP_S
from ui.review.line import Kind
from ui.review.timeline import timeline

CUFF_WITHIN_S = 300.0 + 90.0
"""From one measurement of the cuff to the next: its cycle, and a slow or repeated inflation."""
CARRIED_S = 1.0
"""What was on its way when the plug went."""
LONG_GAP_S = 20.0


# ---- every second -------------------------------------------------------------------------------


def seconds_without_account(played: Played) -> Iterator[str]:
    """Every second of every sign has a value, or a gap with its reason and its beginning."""
    for source, driver in played.drawn.drivers.items():
        causes = _causes(played, driver)
        for one in unaccounted(played.stored, causes):
            if one.hole.source == source:
                yield f"{driver} {one.hole.sign}: {one.what} in {one.hole}"
        yield from _unseen(played, source, driver, causes)
    for source, sign, first_s in openings(played):
        driver = played.drawn.drivers[source]
        if first_s > BACK_WITHIN_S and not _covered(0.0, first_s, _causes(played, driver)):
            yield f"{driver} {sign}: no value until {first_s:.1f}, and nothing says why"


def _causes(played: Played, driver: str) -> list[Cause]:
    one = played.drawn
    return causes_of(one.faults(driver), one.scenario.artefact, one.away)


def _unseen(played: Played, source: str, driver: str, causes: Sequence[Cause]) -> Iterator[str]:
    """What took everything away, alone and for long, has its gap."""
    if not offered(driver):
        return
    others = {name for name in played.drawn.drivers if name != source}
    own = [entry for entry in played.stored if not _of(entry, others)]
    for cause in unseen(own, causes):
        yield f"{driver}: the record has no gap for {cause}"


def _of(entry: Entry, sources: set[str]) -> bool:
    what = entry.what
    if isinstance(what, Numerics):
        return bool(what.readings) and what.readings[0].source in sources
    return getattr(what, "source", None) in sources


def _covered(from_s: float, to_s: float, causes: Iterable[Cause]) -> bool:
    """Without a break longer than a monitor needs to come back."""
    reached = from_s
    for cause in sorted(causes, key=lambda one: one.from_s):
        if cause.from_s > reached + BACK_WITHIN_S:
            break
        reached = max(reached, cause.to_s)
    return reached + BACK_WITHIN_S >= to_s


def gaps_untold(played: Played) -> Iterator[str]:
    """The review tells of each longer gap, for all of its seconds, with words for its reason."""
    if len(played.drawn.drivers) > 1 or _put_aside(played):
        return  # another device may have given the sign; or it was not this patient's
    lines = [line for line in timeline(played.stored) if line.kind is Kind.GAP]
    told = [(line.at_s, line.until_s, line.text) for line in lines if line.until_s is not None]
    for hole in holes(played.stored):
        if hole.to_s - hole.from_s < LONG_GAP_S:
            continue
        slack_s = NEAR_S + hole.interval_s
        silent = [
            second
            for second in range(math.ceil(hole.from_s + slack_s), int(hole.to_s - slack_s))
            if not any(from_s <= second <= to_s and text for from_s, to_s, text in told)
        ]
        if len(silent) > SHORTEST_GAP_S:
            yield f"the review says nothing of {silent[0]} to {silent[-1]} s in {hole}"


def _put_aside(played: Played) -> bool:
    said = (entry.what for entry in played.stored)
    return any(isinstance(one, ConfirmMonitor) and not one.same for one in said)


def cuffs_without_account(played: Played) -> Iterator[str]:
    """A cuff has a result or a failure in each cycle, unless its line or the program was away."""
    ends_s = played.stored[-1].now_s
    for source, driver in played.drawn.drivers.items():
        if VitalSign.SBP not in DRIVERS[driver].signs:
            continue
        moments = [
            entry.now_s
            for entry in played.stored
            if isinstance(entry.what, CuffResult | CuffFailed) and entry.what.source == source
        ]
        causes = _causes(played, driver)
        for before, after in itertools.pairwise([0.0, *moments, ends_s]):
            if after - before <= CUFF_WITHIN_S:
                continue
            if not any(one.from_s <= after and before <= one.to_s for one in causes):
                yield f"{driver}: no cuff from {before:.1f} to {after:.1f}, and nothing says why"


# ---- the export ---------------------------------------------------------------------------------


def values_out_of_nothing(played: Played) -> Iterator[str]:
    """Where nothing could be heard, no export has a value."""
    for source, driver in played.drawn.drivers.items():
        for from_s, to_s in _deaf(played.drawn.faults(driver)):
            for one in session_values(played.stored, all_sources=True):
                if one.source == source and from_s < one.heard_s < to_s:
                    yield f"{driver}: {one} came while nothing could, {from_s} to {to_s}"
                    break
    if len(played.drawn.drivers) == 1:
        yield from _lines_out_of_nothing(played)


def _lines_out_of_nothing(played: Played) -> Iterator[str]:
    (driver,) = played.drawn.drivers.values()
    deaf = list(_deaf(played.drawn.faults(driver)))
    lines = csv.DictReader(session_csv(played.stored, played.anchors, simulated=True))
    for line in lines:
        at = float(line["t_seconds"])
        by_hand = line["sign"] in {*CUFF_SIGNS, VitalSign.RR}
        if not by_hand and any(from_s < at < to_s for from_s, to_s in deaf):
            yield f"{driver}: the CSV has {line} where nothing could be heard"
            return


def _deaf(faults: Iterable[Fault]) -> Iterator[tuple[float, float]]:
    for fault in faults:
        if fault.kind in {FaultKind.UNPLUGGED, FaultKind.SILENT}:
            yield fault.from_s + CARRIED_S, fault.to_s


CHECKS: tuple[Callable[[Played], Iterator[str]], ...] = (
    seconds_without_account,
    gaps_untold,
    cuffs_without_account,
    entries_lost,
    judged_otherwise,
    replayed_otherwise,
    judged_otherwise_from_the_wires,
    values_out_of_nothing,
)


def wrong_with(played: Played) -> list[str]:
    """Everything that does not hold of this session; empty = all is well."""
    return [text for check in CHECKS for text in check(played)]
