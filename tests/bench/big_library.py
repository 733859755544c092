"""A clinic's record after five years: ten thousand sessions, encrypted, in a real file.

The sessions of the last weeks are whole treatments, as the real core plays them; the older ones
have what the library shows of them: patient, route, plan, a cuff result and an end. Each fifth
went through the nose.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from data.store import SessionStore
from monitor.commands import EndSession
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import SessionOpened
from monitor.limits import PROFILES
from monitor.outcomes import PhaseChanged
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.vitals import CuffResult
from tests.data.past_treatments import Played, drawn, iv_treatment, wasted
from tests.data.past_treatments import opened as treatment
from tests.data.record_examples import SOURCE, opening

SESSIONS = 10_000
PATIENTS = 700
LATELY = 320
"""So many are of the last 40 days: eight a day."""
NASAL = 5
"""One session of so many."""
APART_S = 3 * 3600.0
BATCH = 200
CUT_OFF = frozenset({17, 4_711, SESSIONS - LATELY - 2})


def fill(path: Path, key: bytes | None, now_utc_s: float) -> None:
    """Write it; the newest session was opened an hour before `now_utc_s`."""
    dice = random.Random(5)
    whole = Played(treatment("model"), iv_treatment(drawn(50.0), wasted(10.0))).entries
    with SessionStore.open(path, key) as store:
        entries: list[Entry] = []
        anchors: list[Anchor] = []
        for number in range(SESSIONS):
            name = f"s-{number:05}"
            model = whole if number >= SESSIONS - LATELY else None
            entries += _session(name, number, dice, model)
            opened_s = now_utc_s - 3600.0 - APART_S * (SESSIONS - 1 - number)
            offset_min = 120 if number % 2 else 60
            anchors.append(Anchor(name, 0.0, opened_s, offset_min, AnchorReason.START))
            if len(anchors) == BATCH:
                store.write(entries, anchors)
                entries, anchors = [], []
        store.write(entries, anchors)


def patient_id(number: int) -> str:
    return f"{20_000 + number % PATIENTS}"


def _session(
    name: str, number: int, dice: random.Random, model: list[Entry] | None
) -> Iterator[Entry]:
    weight_kg = 50.0 + dice.randrange(600) / 10
    initials = f"{dice.choice('ABCDEFGH')}. {dice.choice('KLMNOP')}."
    patient = Patient(patient_id(number), weight_kg, initials)
    if model is not None:
        for entry in model:
            what = entry.what
            if isinstance(what, SessionOpened):
                what = replace(what, session_id=name, patient=patient)
            yield replace(entry, session_id=name, what=what)
        return
    opened = replace(
        opening(name, simulated=False),
        patient=patient,
        plan=Plan(0.5, weight_kg, 40.0),
        profile=PROFILES["adult-iv" if number % NASAL else "intranasal"],
    )
    peak = CuffResult(120.0 + dice.randrange(60), 70.0 + dice.randrange(30), None, None, SOURCE)
    yield Entry(name, 0, 0.0, opened)
    yield Entry(name, 1, 600.0, peak)
    if number not in CUT_OFF:
        yield Entry(name, 2, 7200.0, EndSession("Nurse 1"))
        yield Entry(name, 3, 7200.0, PhaseChanged(Phase.RECOVERY, Phase.SIGNED))
