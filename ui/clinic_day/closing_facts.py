"""Vials and pumps of the day as the closing shows them: rows of words. Pure, no Qt.

Rule: nothing is missing below `LEFT_OVER_MG` in a lot: that is what no scale of a syringe shows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from data.closing import LEFT_OVER_MG
from data.day_book import LedgerLine, PumpLine
from ui.words import say

LEDGER_HEADS = ("day-lot", "day-drawn", "day-given", "day-wasted", "day-missing")
PUMP_HEADS = ("sheet-patient", "day-pump-calculated", "day-pump-said")
UNKNOWN = "–"


def ledger_rows(ledger: Sequence[LedgerLine]) -> tuple[tuple[str, ...], ...]:
    """A row a vial; with several, their sum below."""
    rows = [(_vial(line), *_masses(line)) for line in ledger]
    if len(ledger) > 1:
        whole = LedgerLine(
            "",
            "",
            math.fsum(line.drawn_mg for line in ledger),
            math.fsum(line.given_mg for line in ledger),
            math.fsum(line.wasted_mg for line in ledger),
        )
        rows.append((say("day-sum"), *_masses(whole)))
    return tuple(rows)


def ledger_words(ledger: Sequence[LedgerLine]) -> str:
    """Whether it comes out even; a surplus of one lot never hides what another one lacks."""
    left = [line.missing_mg for line in ledger if abs(line.missing_mg) >= LEFT_OVER_MG]
    missing = math.fsum(mg for mg in left if mg > 0)
    over = -math.fsum(mg for mg in left if mg < 0)
    said = []
    if missing:
        said.append(say("day-ledger-missing", f"{missing:.1f}"))
    if over:
        said.append(say("day-ledger-over", f"{over:.1f}"))
    return " ".join(said) or say("day-ledger-right")


def pump_rows(pumps: Sequence[PumpLine]) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = [
        (f"#{one.patient_id}", _ml(one.calculated_ml), _said(one)) for one in pumps
    ]
    if len(pumps) > 1:
        sums = (_sum([one.calculated_ml for one in pumps]), _sum([one.pump_ml for one in pumps]))
        rows.append((say("day-sum"), *(_ml(total) for total in sums)))
    return tuple(rows)


def _vial(line: LedgerLine) -> str:
    lot = line.lot or say("day-lot-none")
    return say("day-lot-vial", lot, line.vial) if line.vial else lot


def _masses(line: LedgerLine) -> tuple[str, ...]:
    masses = (line.drawn_mg, line.given_mg, line.wasted_mg, line.missing_mg)
    return tuple(f"{mg + 0.0:.1f}".replace("-0.0", "0.0").replace("-", "−") for mg in masses)


def _said(one: PumpLine) -> str:
    return say("day-pump-untold") if one.pump_ml is None else _ml(one.pump_ml)


def _ml(volume: float | None) -> str:
    return UNKNOWN if volume is None else f"{volume:.2f}"


def _sum(volumes: Sequence[float | None]) -> float | None:
    """None as soon as one is not known: a sum without it would be wrong."""
    known = [volume for volume in volumes if volume is not None]
    return math.fsum(known) if len(known) == len(volumes) else None
