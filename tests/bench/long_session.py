"""A treatment as the record has to keep it: numbers each second, a cuff each five minutes, alarms,
what people entered, and what the audit chain says of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from data.audit import Audit, AuditKind
from data.store import SessionStore
from monitor.commands import Acknowledge, EndSession, Note, NoteKind
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Event, Numerics
from monitor.outcomes import AlarmChanged, AlarmPhase, Outcome, PhaseChanged, Priority
from monitor.phases import Phase
from monitor.vitals import CuffResult, Reading, VitalSign
from tests.data.record_examples import SOURCE, opening

NURSE = "Nurse 1"
CUFF_EACH_S = 300
ALARM_CHANGES, HUMAN_ENTRIES = 40, 30
COMMIT_S = 10
"""Batches of ten seconds take less time to write than those of one, and the same room."""
UTC_S = 1_790_000_000.0
NAME = "20260921T133320-1a2b3c"
SIGNS = (VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2, VitalSign.RR)
VIEWS = 10


def write(path: Path, key: bytes | None, seconds: int) -> int:
    """One session of that length; the number of its entries."""
    entries = [Entry(NAME, seq, at, what) for seq, (at, what) in enumerate(_lived(seconds))]
    audit = Audit(path, key)
    with SessionStore.open(path, key) as store:
        store.write([], [Anchor(NAME, 0.0, UTC_S, 120, AnchorReason.START)])
        batch: list[Entry] = []
        for entry in entries:
            if batch and entry.now_s // COMMIT_S != batch[-1].now_s // COMMIT_S:
                store.write(batch)
                batch = []
            batch.append(entry)
        store.write(batch)
    audit.note(AuditKind.SIGN_IN, NURSE, UTC_S)
    for view in range(VIEWS):
        audit.note(AuditKind.VIEW, NURSE, UTC_S + 600.0 * view, NAME)
    audit.note(AuditKind.EXPORT, NURSE, UTC_S + seconds, NAME, format="csv")
    return len(entries)


def _lived(seconds: int) -> Iterator[tuple[float, Event | Outcome]]:
    dice = random.Random(3)
    yield 0.0, opening(NAME, simulated=False)
    yield 0.0, PhaseChanged(Phase.PLANNED, Phase.TREATING)
    due: dict[int, list[Event | Outcome]] = {}
    for number in range(ALARM_CHANGES):
        due.setdefault(60 + number * (seconds - 120) // ALARM_CHANGES, []).append(_alarm(number))
    for number in range(HUMAN_ENTRIES):
        due.setdefault(90 + number * (seconds - 120) // HUMAN_ENTRIES, []).append(_said(number))
    values = {VitalSign.HR: 74, VitalSign.PULSE: 74, VitalSign.SPO2: 97, VitalSign.RR: 14}
    for second in range(seconds):
        at = second + dice.randrange(1000) / 1000
        yield at, _numbers(values, dice)
        for what in due.get(second, ()):
            yield at, what
        if second % CUFF_EACH_S == 0:
            yield at, CuffResult(120.0 + dice.randrange(50), 80.0, 96.0, 75.0, SOURCE)
    yield float(seconds), EndSession(NURSE)
    yield float(seconds), PhaseChanged(Phase.RECOVERY, Phase.SIGNED)


def _numbers(values: dict[VitalSign, int], dice: random.Random) -> Numerics:
    """Each sign walks: no two seconds need be the same."""
    for sign in SIGNS:
        low, high = (92, 100) if sign is VitalSign.SPO2 else (10, 110)
        values[sign] = min(high, max(low, values[sign] + dice.choice((-1, 0, 0, 1))))
    return Numerics(tuple(Reading(sign, float(values[sign]), SOURCE) for sign in SIGNS))


def _alarm(number: int) -> AlarmChanged:
    states = (AlarmPhase.SOUNDING, AlarmPhase.ACKNOWLEDGED, AlarmPhase.CLEARED)
    return AlarmChanged(
        key="sbp-high",
        alarm="sbp-very-high",
        sign=VitalSign.SBP,
        priority=Priority.MEDIUM,
        state=states[number % len(states)],
        value=171.0,
        limit=160.0,
        reasons=("sbp-very-high", "sbp-high"),
    )


def _said(number: int) -> Event:
    if number % 3 == 0:
        return Acknowledge("sbp-high", NURSE)
    text = "says that the room is far away; calm, answers when spoken to"
    return Note(f"note-{number}", NoteKind.FREE_TEXT, text, NURSE)
