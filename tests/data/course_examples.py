"""Courses for tests: infusions with pressures that rise and fall, played by the core."""

from __future__ import annotations

import functools
import math
from dataclasses import replace
from pathlib import Path

from data.store import SessionStore
from monitor.commands import Acknowledge, Action
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import DeviceFacts, Numerics, SessionOpened
from monitor.people import Course, Patient
from monitor.treatment.commands import GiveDrug, Scale, Score
from monitor.vitals import CuffResult, Reading, VitalSign
from tests.data.past_treatments import (
    DAY_S,
    IV_PLAN,
    NOON_UTC_S,
    NURSE,
    PATIENT,
    Played,
    Said,
    iv_treatment,
    opened,
)

SOURCE = "device:ivy-450c"
SIGNS = frozenset({VitalSign.HR, VitalSign.SPO2, VitalSign.SBP, VitalSign.DBP})
DEVICE = DeviceFacts("ivy-450c", SOURCE, 5.0, 10.0, SIGNS)
MG_PER_KG = (0.5, 0.5, 0.6, 0.6, 0.75, 0.75, 0.75, 0.8)
PHQ9 = (21, 19, 16, 13, 11, 9, 8, 6)
MADRS = (34, 30, 27, 22, 19, 15, 12, 10)
DISSOCIATION = (1, 1, 2, 3, 2, 2, 1, 2)
RISES = (26, 31, 45, 58, 40, 37, 28, 34)


def rising(rise: float, every_s: float = 300.0) -> list[Said]:
    """Cuff results from the beginning to 100 min: at rest 124/76, up by `rise` at 30 min."""
    said: list[Said] = []
    for at in range(20, 6000, round(every_s)):
        share = math.exp(-(((at - 1900.0) / 1500.0) ** 2))
        wobble = (at * 7919) % 7 - 3
        sbp, dbp = 124 + rise * share + wobble, 76 + rise * 0.55 * share + wobble / 2
        said.append((float(at), CuffResult(round(sbp), round(dbp), None, None, SOURCE)))
    return said


def hearts(rise: float, step_s: int = 1) -> list[Said]:
    return [(float(at), beat(at, rise)) for at in range(10, 6000, step_s)]


def beat(at: float, rise: float) -> Numerics:
    share = math.exp(-(((at - 1700.0) / 1600.0) ** 2))
    value = round(72 + rise * 0.5 * share + (at * 7919) % 5 - 2)
    return Numerics((Reading(VitalSign.HR, float(value), SOURCE),))


def session_of(number: int, session_id: str = "", **changes: object) -> SessionOpened:
    """The `number`-th of the course, from 1."""
    place = (number - 1) % len(MG_PER_KG)
    plan = replace(IV_PLAN, mg_per_kg=MG_PER_KG[place])
    usual = {
        "plan": plan,
        "devices": (DEVICE,),
        "course": Course(number=number),
        "patient": Patient(PATIENT, 80.0, "J. M.", 1974),
    }
    return opened(session_id or f"s-{number}", **{**usual, **changes})


def said_in(number: int, step_s: int = 1) -> list[Said]:
    """What happened in it; the fourth had a drug for the pressure."""
    place = (number - 1) % len(RISES)
    rise = RISES[place]
    between: list[Said] = [
        *rising(rise),
        *hearts(rise, step_s),
        (30.0, Score(Scale.PHQ9, PHQ9[place], NURSE)),
        (40.0, Score(Scale.MADRS, MADRS[place], NURSE)),
        (2000.0, Score(Scale.DISSOCIATION, DISSOCIATION[place], NURSE)),
    ]
    if rise > 50:
        between.append((2100.0, GiveDrug("labetalol", "10", "mg", "iv", "Provider 1", NURSE)))
    return iv_treatment(*between)


@functools.cache
def played(number: int, step_s: int = 1) -> tuple[Entry, ...]:
    return tuple(Played(session_of(number), said_in(number, step_s)).entries)


def keep_course(path: Path, sessions: int, *, step_s: int = 1, key: bytes | None = None) -> None:
    """So many infusions of one patient, three days apart."""
    with SessionStore.open(path, key) as store:
        for number in range(1, sessions + 1):
            at = NOON_UTC_S + (number - 1) * 3 * DAY_S
            anchor = Anchor(f"s-{number}", 0.0, at, 0, AnchorReason.START)
            store.write(list(played(number, step_s)), [anchor])


def answered(played_entries: tuple[Entry, ...], said: list[Said]) -> list[Said]:
    """The same with every alarm that sounded answered 40 s later."""
    keys = {
        (entry.now_s, entry.what.key)
        for entry in played_entries
        if type(entry.what).__name__ == "AlarmChanged" and entry.what.state.value == "sounding"
    }
    answers: list[Said] = [
        (at + 40.0, Acknowledge(key, NURSE, Action.REMEASURED)) for at, key in keys
    ]
    return sorted([*said, *answers], key=lambda one: one[0])
