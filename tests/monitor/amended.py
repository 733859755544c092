"""A short record of every kind of line that can be corrected, and corrections of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from chairs import OPENED, cuff, numerics

from monitor.amendments import Amendment, Correct, NewValue
from monitor.commands import EmergencyStamp, ManualCuff, Note, NoteKind, Sedation, StampKind
from monitor.corrected import entries_corrected
from monitor.entries import Entry
from monitor.people import Patient
from monitor.plan import Plan
from monitor.treatment.commands import (
    ChangeRate,
    CountBreaths,
    GiveDose,
    GiveDrug,
    PumpVolume,
    Scale,
    Score,
    StandingCuff,
)

_LINES: list[tuple[float, Any]] = [
    (0.0, replace(OPENED, plan=Plan(0.5, 82.0, 40.0), patient=Patient("20417", 82.0))),
    (600.0, numerics(hr=72.0, spo2=98.0)),
    (601.0, numerics(hr=180.0, spo2=98.0)),
    (602.0, numerics(hr=73.0, spo2=98.0)),
    (700.0, cuff(168.0, 101.0)),
    (800.0, ManualCuff(164.0, 88.0, "RN")),
    (2400.0, ManualCuff(150.0, 90.0, "RN", 600.0)),
    (2401.0, Note("n1", NoteKind.NAUSEA, "", "RN")),
    (2402.0, ChangeRate(1.0, "RN")),
    (2403.0, GiveDose(41.0, "RN")),
    (2404.0, PumpVolume(4.1, "RN")),
    (2405.0, GiveDrug("labetalol", "10", "mg", "iv", "Provider 1", "RN")),
    (2406.0, Score(Scale.DISSOCIATION, 2, "RN")),
    (2407.0, Sedation(4, "RN")),
    (2408.0, CountBreaths(14.0, "RN")),
    (2409.0, StandingCuff(120.0, 80.0, 1, False, "RN")),
    (2410.0, EmergencyStamp("s1", StampKind.OXYGEN, "2 L", "RN")),
]
OPENING, SECOND, CUFF, MANUAL, LATE, NOTE = 0, 1, 4, 5, 6, 7
RATE, DOSE, PUMP, DRUG, SCORE, SEDATION, BREATHS, STANDING, STAMP = range(8, 17)


def recorded() -> list[Entry]:
    return [Entry("s-1", seq, now_s, what) for seq, (now_s, what) in enumerate(_LINES)]


def correct(line: int, **values: float | str) -> Correct:
    """By the names of the parts."""
    told = tuple(
        NewValue(name, None, value) if isinstance(value, str) else NewValue(name, value)
        for name, value in values.items()
    )
    return Correct(line, told, "typing error", "Nurse 1", 1_790_000_000.0, 120)


def amended(*said: Amendment, after: Sequence[Entry] = ()) -> list[Entry]:
    """The record with these behind it, and behind `after`."""
    record = [*recorded(), *after]
    last = record[-1]
    more = [Entry("s-1", last.seq + 1 + n, last.now_s, what) for n, what in enumerate(said)]
    return [*record, *more]


def value_of(record: Sequence[Entry], seq: int) -> object:
    """What a line is after its corrections."""
    return next(one for one in entries_corrected(record) if one.seq == seq)
