"""A session as the review has to open it: signs each second, a pleth, and a thousand events.

Four hours have 1 000 events, each of them a line of what happened: alarms with every step of
their life and their answers, notes, drugs. The same seed gives the same session.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from pathlib import Path

from data.store import SessionStore
from monitor.commands import (
    Acknowledge,
    Action,
    EndSession,
    Note,
    NoteKind,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Event, Numerics
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    Outcome,
    PhaseChanged,
    Priority,
)
from monitor.phases import Phase
from monitor.treatment.commands import GiveDrug
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
    Wave,
    WaveChunk,
)
from tests.data.record_examples import SOURCE, opening

NAME = "20260921T133320-5c0ffe"
UTC_S = 1_790_000_000.0
HOURS = 4.0
EVENTS_AN_HOUR = 250
"""Each is a line of what happened; cuffs, gaps and the course of the treatment come besides."""
PLETH_HZ = 125
CUFF_EACH_S = 300
LOSS_EACH_S, LOSS_S = 1500, 25
START_S = 600
BATCH_S = 60
NURSE, PROVIDER = "Nurse 1", "Provider 1"
SIGNS = (VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2, VitalSign.RR)
_ALARMS = (
    ("bp/high", "sbp-high", VitalSign.SBP, 171.0, 160.0),
    ("hr/high", "hr-high", VitalSign.HR, 128.0, 120.0),
    ("spo2/low", "spo2-low", VitalSign.SPO2, 89.0, 92.0),
)
Said = Event | Outcome


def write(path: Path, key: bytes | None, hours: float = HOURS, *, waves: bool = True) -> str:
    """One session of that length in a record of its own; its id."""
    with SessionStore.open(path, key) as store:
        store.write([], [Anchor(NAME, 0.0, UTC_S, 120, AnchorReason.START)])
        batch: list[Entry] = []
        for entry in entries(hours, waves=waves):
            if batch and entry.now_s // BATCH_S != batch[-1].now_s // BATCH_S:
                store.write(batch)
                batch = []
            batch.append(entry)
        store.write(batch)
        store.settle()
    return NAME


def entries(hours: float = HOURS, *, waves: bool = False) -> list[Entry]:
    return [
        Entry(NAME, seq, round(at, 3), what)
        for seq, (at, what) in enumerate(_lived(round(hours * 3600), waves=waves))
    ]


def _lived(seconds: int, *, waves: bool) -> Iterator[tuple[float, Said]]:
    dice = random.Random(7)
    yield 0.0, opening(NAME, simulated=False)
    yield 0.0, PhaseChanged(Phase.PLANNED, Phase.BASELINE)
    due = _events(seconds, dice)
    values = {VitalSign.HR: 74, VitalSign.PULSE: 74, VitalSign.SPO2: 97, VitalSign.RR: 14}
    beat = pleth(1)
    for second in range(seconds):
        at = second + dice.randrange(900) / 1000
        if second % LOSS_EACH_S >= LOSS_S or second < LOSS_EACH_S:
            yield at, _numbers(values, dice)
        if waves:
            yield at, WaveChunk(Wave.PLETH, float(PLETH_HZ), "%", beat, SOURCE)
        for what in due.get(second, ()):
            yield at, what
    end = float(seconds)
    yield end, EndSession(NURSE)
    yield end, PhaseChanged(Phase.DISCHARGE, Phase.SIGNED)


def pleth(seconds: int) -> tuple[float, ...]:
    """A pulse a second, per cent."""
    return tuple(
        round(50.0 + 30.0 * math.sin(2 * math.pi * i / PLETH_HZ), 1)
        for i in range(PLETH_HZ * seconds)
    )


def _events(seconds: int, dice: random.Random) -> dict[int, list[Said]]:
    """What happens in which second, besides the values."""
    due: dict[int, list[Said]] = {
        570: [BaselineAccepted(124.0, 78.0, 74.0, 97.0)],
        START_S: [StartInfusion(NURSE), PhaseChanged(Phase.BASELINE, Phase.TREATING)],
        START_S + 2400: [StopInfusion(NURSE), PhaseChanged(Phase.TREATING, Phase.RECOVERY)],
    }
    for second in range(120, seconds, CUFF_EACH_S):
        due.setdefault(second, []).append(_cuff(second, dice))
    for second in range(LOSS_EACH_S, seconds, LOSS_EACH_S):
        lost = (SignalLost(sign, LostReason.SENSOR_OFF, SOURCE) for sign in SIGNS)
        due.setdefault(second, []).extend(lost)
    happenings = round(seconds / 3600 * EVENTS_AN_HOUR)
    for number in range(happenings):
        second = 90 + number * (seconds - 240) // happenings + dice.randrange(8)
        for later, what in _happening(number, dice):
            due.setdefault(second + later, []).append(what)
    return due


def _numbers(values: dict[VitalSign, int], dice: random.Random) -> Numerics:
    """Each sign walks; now and then the oximeter does not trust itself."""
    for sign in SIGNS:
        low, high = (90, 100) if sign is VitalSign.SPO2 else (10, 130)
        values[sign] = min(high, max(low, values[sign] + dice.choice((-1, 0, 0, 1))))
    poor = dice.random() < 0.004
    return Numerics(
        tuple(
            Reading(
                sign,
                float(values[sign]),
                SOURCE,
                Quality.POOR if poor and sign is VitalSign.SPO2 else Quality.GOOD,
            )
            for sign in SIGNS
        )
    )


def _cuff(second: int, dice: random.Random) -> Said:
    if second % 4500 == 120 + CUFF_EACH_S * 3:
        return CuffFailed(CuffFailure.MOVEMENT, SOURCE)
    sbp = 118.0 + dice.randrange(60)
    return CuffResult(sbp, 70.0 + dice.randrange(25), sbp - 25.0, 75.0, SOURCE)


def _happening(number: int, dice: random.Random) -> list[tuple[int, Said]]:
    """One of four is an alarm with its life and its answer, the others are notes and drugs."""
    if number % 4 == 0:
        return _alarm(number // 4, dice)
    if number % 16 == 1:
        return [(0, GiveDrug("ondansetron", "4", "mg", "i.v.", PROVIDER, NURSE))]
    kind = dice.choice((NoteKind.DISSOCIATION, NoteKind.NAUSEA, NoteKind.FREE_TEXT))
    text = "says that the room is far away; calm, answers when spoken to"
    note = Note(f"note-{number}", kind, text, NURSE, ago_s=float(dice.choice((0, 0, 0, 60))))
    undone: list[tuple[int, Said]] = [(20, UndoNote(note.note_id, NURSE))]
    return [(0, note), *(undone if number % 9 == 0 else [])]


def _alarm(number: int, dice: random.Random) -> list[tuple[int, Said]]:
    """Three take turns, so that no alarm begins before the last one of its kind is over."""
    key, alarm, sign, value, limit = _ALARMS[number % len(_ALARMS)]
    priority = dice.choice((Priority.MEDIUM, Priority.MEDIUM, Priority.HIGH, Priority.LOW))

    def step(state: AlarmPhase) -> AlarmChanged:
        return AlarmChanged(key, alarm, sign, priority, state, value, limit, (alarm,))

    return [
        (0, step(AlarmPhase.PENDING)),
        (5, step(AlarmPhase.SOUNDING)),
        (21, Acknowledge(key, dice.choice((NURSE, PROVIDER)), Action.REMEASURED)),
        (21, step(AlarmPhase.ACKNOWLEDGED)),
        (70, step(AlarmPhase.CLEARED)),
    ]
