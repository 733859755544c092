"""Recorded sessions as the pages show them, written by hand."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

from monitor.commands import (
    Acknowledge,
    Action,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    UndoNote,
)
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    SessionOpened,
)
from monitor.limits import PROFILES
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    LimitChanged,
    Outcome,
    PhaseChanged,
    Priority,
)
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    LostReason,
    Reading,
    SignalLost,
    VitalSign,
)
from ui.requests import (
    SessionRecord,
    SessionRow,
)

IVY = "device:ivy-450c"
OPENED_UTC_S = 1_790_000_000.0
"""2026-09-21 13:33:20 UTC."""
OFFSET_MIN = 120
START_S = 600.0
"""When the infusion of the example begins."""


class Pen:
    """Writes entries one after another."""

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.entries: list[Entry] = []

    def write(self, now_s: float, *whats: Event | Outcome) -> None:
        for what in whats:
            self.entries.append(Entry(self.session_id, len(self.entries), now_s, what))


def opening(session_id: str = "a", chair: int = 2) -> SessionOpened:
    signs = frozenset({VitalSign.HR, VitalSign.SPO2, VitalSign.SBP, VitalSign.DBP})
    return SessionOpened(
        session_id=session_id,
        chair=chair,
        patient=Patient("20417", 82.0, "J. M.", 1974),
        plan=Plan(0.5, 82.0, 40.0),
        profile=PROFILES["adult-iv"],
        devices=(DeviceFacts("ivy-450c", IVY, 5.0, 10.0, signs),),
        nibp_interval_s=300.0,
        simulated=False,
        by="AK",
    )


def cuff(sbp: float, dbp: float) -> CuffResult:
    return CuffResult(sbp, dbp, round((sbp + 2 * dbp) / 3), None, IVY)


def numerics(hr: float, spo2: float) -> Numerics:
    return Numerics((Reading(VitalSign.HR, hr, IVY), Reading(VitalSign.SPO2, spo2, IVY)))


def alarm(
    state: AlarmPhase, *, name: str = "sbp-high", priority: Priority = Priority.MEDIUM
) -> AlarmChanged:
    return AlarmChanged("bp/high", name, VitalSign.SBP, priority, state, 168.0, 160.0, (name,))


def example_entries(session_id: str = "a", *, length_s: float = 7200.0) -> list[Entry]:
    """Two hours: baseline 124/76, a peak of 168/101 with an alarm, notes, a gap, a quiet end."""
    return list(_written(session_id, length_s))


@functools.cache
def _written(session_id: str, length_s: float) -> tuple[Entry, ...]:
    """Thousands of entries that nobody can change: each test gets the same ones."""
    scripted: dict[float, tuple[Event | Outcome, ...]] = {
        30.0: (cuff(126, 77),),
        300.0: (cuff(122, 75),),
        540.0: (BaselineAccepted(124.0, 76.0, 72.0, 98.0),),
        START_S: (PhaseChanged(Phase.BASELINE, Phase.TREATING),),
        900.0: (cuff(134, 80),),
        1200.0: (cuff(146, 88),),
        1380.0: (Note("n1", NoteKind.DISSOCIATION, "", "AK"),),
        1500.0: (CuffFailed(CuffFailure.MOVEMENT, IVY),),
        1560.0: (cuff(158, 95),),
        1800.0: (cuff(168, 101),),
        1860.0: (cuff(168, 100), alarm(AlarmPhase.SOUNDING)),
        1940.0: (
            Acknowledge("bp/high", "AK", Action.REMEASURED),
            alarm(AlarmPhase.ACKNOWLEDGED),
        ),
        2000.0: (Note("n2", NoteKind.NAUSEA, "", "AK"),),
        2006.0: (UndoNote("n2", "AK"),),
        2100.0: (cuff(152, 92), alarm(AlarmPhase.CLEARED)),
        2200.0: (SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, IVY),),
        2400.0: (ManualCuff(144.0, 88.0, "AK"), LimitChanged("sbp-high", 160, 165, "AK")),
        2700.0: (cuff(140, 86),),
        START_S + 2400.0: (PhaseChanged(Phase.TREATING, Phase.RECOVERY), cuff(138, 84)),
        3900.0: (LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, IVY, 3.0),),
        3960.0: (LinkChanged(LinkState.UP, LinkReason.CONNECTED, IVY),),
        4200.0: (cuff(130, 80),),
        5400.0: (cuff(126, 78),),
        length_s: (EndSession("AK"), PhaseChanged(Phase.RECOVERY, Phase.SIGNED)),
    }
    pen = Pen(session_id)
    pen.write(0.0, opening(session_id), PhaseChanged(Phase.PLANNED, Phase.BASELINE))
    for second in range(1, int(length_s) + 1):
        now_s = float(second)
        if now_s in scripted:
            pen.write(now_s, *scripted[now_s])
        if not 3900 <= second < 3960:
            pen.write(now_s, _values(second))
    return tuple(pen.entries)


def _values(second: int) -> Numerics:
    inside = max(0.0, 1.0 - abs(second - 2000.0) / 1600.0)
    wobble = (second * 7919) % 5 - 2
    hr = 72.0 + round(20 * inside) + wobble
    if 2200 <= second < 2280:
        return Numerics((Reading(VitalSign.HR, hr, IVY),))
    return numerics(hr, 98.0 - round(3 * inside))


def row(session_id: str = "a", **changes: object) -> SessionRow:
    made = SessionRow(
        session_id=session_id,
        patient_id="20417",
        initials="J. M.",
        opened_utc_s=OPENED_UTC_S,
        offset_min=OFFSET_MIN,
        duration_s=7200.0,
        ended=True,
        phase="signed",
        dose_mg=41.0,
        mg_per_kg=0.5,
        minutes=40.0,
        peak_sbp=168.0,
        peak_dbp=101.0,
        alarms_high=0,
        alarms_medium=1,
        cuff_count=13,
        driver="ivy-450c",
        simulated=False,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def example_record(
    session_id: str = "a", *, entries: Sequence[Entry] | None = None, **changes: object
) -> SessionRecord:
    anchor = Anchor(session_id, 0.0, OPENED_UTC_S, OFFSET_MIN, AnchorReason.START)
    kept = example_entries(session_id) if entries is None else entries
    return SessionRecord(row(session_id, **changes), kept, (anchor,))


def cut_off_record(session_id: str = "cut") -> SessionRecord:
    """The example, broken off 22 min into the infusion: 15:53 where it was recorded."""
    until_s = START_S + 22 * 60.0
    entries = [entry for entry in example_entries(session_id) if entry.now_s <= until_s]
    return example_record(
        session_id, entries=entries, ended=False, phase="treating", duration_s=until_s
    )
