"""Treatments for the tests of the record: what people said, and what the real core made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from data.store import SessionStore
from monitor.chair import Chair
from monitor.commands import BeginDischarge, EndSession, SetBaseline, StartInfusion, StopInfusion
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Event, SessionOpened
from monitor.limits import PROFILES
from monitor.people import Patient
from monitor.plan import Drug, Plan
from monitor.treatment.commands import DrawDrug, GiveDose, WasteDrug
from monitor.treatment.view import GivingView, TreatmentView

NURSE = "Nurse 1"
PATIENT = "P-20417"
DAY_S = 86400.0
NOON_UTC_S = 1_790_000_000.0 - 1_790_000_000.0 % DAY_S + DAY_S / 2
"""12:00 UTC on some day."""
BASELINE = SetBaseline(124.0, 76.0, 72.0, 98.0, NURSE)
IV_PLAN = Plan(0.5, 80.0, 40.0, concentration_mg_per_ml=10.0)
NASAL_PLAN = Plan(None, 80.0, 40.0, fixed_mg=84.0, drug=Drug.ESKETAMINE)

Said = tuple[float, Event]


def opened(session_id: str = "s-1", profile: str = "adult-iv", **changes: object) -> SessionOpened:
    usual = SessionOpened(
        session_id=session_id,
        chair=1,
        patient=Patient(PATIENT, 80.0, "J. M."),
        plan=NASAL_PLAN if profile == "intranasal" else IV_PLAN,
        profile=PROFILES[profile],
        devices=(),
        nibp_interval_s=300.0,
        simulated=False,
        by=NURSE,
        technical_alarms=False,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


class Played:
    """A session as the core lived it: its entries, and what it shows of the drug at the end."""

    def __init__(self, session: SessionOpened, said: Iterable[Said]) -> None:
        self.entries: list[Entry] = []
        self._chair = Chair(session, self.entries.append, lambda _published: None)
        self._chair.begin()
        self.last_s = 0.0
        for at, event in said:
            self._chair.take(event, at)
            self.last_s = max(self.last_s, at)

    def treatment(self) -> TreatmentView:
        core = self._chair.core
        return core.treatment.view(core, core.now)

    def giving(self) -> GivingView:
        return self.treatment().giving


def iv_treatment(*between: Said, minutes: float = 40.0) -> list[Said]:
    """An infusion from 60 s on, ended as planned, and the end of the session an hour later."""
    end = 60.0 + minutes * 60.0
    said: list[Said] = [(5.0, BASELINE), (60.0, StartInfusion(NURSE)), (end, StopInfusion(NURSE))]
    said += [(end + 3600.0, BeginDischarge(NURSE)), (end + 3700.0, EndSession(NURSE))]
    return sorted([*said, *between], key=lambda one: one[0])


def nasal_treatment(*between: Said) -> list[Said]:
    """84 mg in three devices; ended after two hours and a quarter."""
    said: list[Said] = [(5.0, BASELINE)]
    said += [(60.0 + 300.0 * n, GiveDose(28.0, NURSE)) for n in range(3)]
    said += [(8100.0, BeginDischarge(NURSE)), (8200.0, EndSession(NURSE))]
    return sorted([*said, *between], key=lambda one: one[0])


def drawn(mg: float, lot: str = "L1", at: float = 30.0) -> Said:
    return at, DrawDrug(mg, lot, "2031-01", NURSE)


def wasted(mg: float, lot: str = "L1", at: float = 2500.0) -> Said:
    return at, WasteDrug(mg, lot, "Nurse 2", NURSE)


def keep(
    path: Path,
    session: SessionOpened,
    said: Iterable[Said],
    *,
    utc_s: float = NOON_UTC_S,
    key: bytes | None = None,
) -> Played:
    """Play a session and write it into the record at `path`."""
    played = Played(session, said)
    anchor = Anchor(session.session_id, 0.0, utc_s, 0, AnchorReason.START)
    with SessionStore.open(path, key) as store:
        store.write(played.entries, [anchor])
    return played
