"""Whole treatments for the tests of the report, lived by a real core."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from dataclasses import replace

from data.export.material import Material
from monitor.chair import Chair
from monitor.commands import (
    EMERGENCY_NOTES,
    Acknowledge,
    Action,
    BeginDischarge,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseInfusion,
    ResumeInfusion,
    Sedation,
    StartInfusion,
    StopInfusion,
)
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Event, SessionOpened
from monitor.limits import PROFILES
from monitor.people import Course, Patient
from monitor.plan import Plan
from monitor.treatment.commands import (
    AnswerQuestion,
    ChangeRate,
    CuffSize,
    DrawDrug,
    GiveDrug,
    HandOver,
    MeasureBaseline,
    Mount,
    PumpStopped,
    PumpVolume,
    Scale,
    Score,
    Side,
    SignDecision,
    TickCriterion,
    WasteDrug,
)
from monitor.treatment.screening import clear_answers
from tests.ui.page_sessions import cuff, numerics, opening

NURSE, OTHER, PROVIDER = "Nurse 1", "Nurse 2", "Provider 1"
START_S, RAN_S = 900.0, 2400.0
END_S = START_S + RAN_S
SIGNED_S = END_S + 3900.0
BASE, DIASTOLIC = 124.0, 76.0
STEP_S = 4.0
Said = tuple[float, Event]


def opened(**changes: object) -> SessionOpened:
    usual = replace(
        opening(),
        session_id="20260921T133320-1a2b3c",
        patient=Patient("20417", 82.0, "J. M.", 1974, birth_date="1974-05-31", sex="female"),
        plan=Plan(0.5, 82.0, 40.0, concentration_mg_per_ml=10.0),
        profile=PROFILES["adult-iv"],
        flow=True,
        technical_alarms=False,
        course=Course(3, 6, last_mg=38.0),
        by=NURSE,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def before() -> list[Said]:
    answers = [*clear_answers(), ("pregnancy", "negative"), ("suicidality", "none")]
    said: list[Said] = [(20.0, AnswerQuestion(q, a, NURSE)) for q, a in answers]
    said += [
        (20.0, AnswerQuestion("escort", "named", NURSE, "a relative")),
        (25.0, Mount(CuffSize.ADULT, Side.LEFT, Side.RIGHT, Side.RIGHT, NURSE)),
        (30.0, MeasureBaseline(NURSE)),
        (200.0, cuff(126, 77)),
        (500.0, cuff(122, 75)),
        (520.0, Score(Scale.PHQ9, 17, NURSE, (2, 2, 2, 2, 2, 2, 2, 2, 1))),
        (530.0, Sedation(5, NURSE)),
        (700.0, DrawDrug(50.0, "KT4711", "2027-03-31", NURSE, "V-102")),
        (800.0, cuff(124, 76)),
        (850.0, SignDecision(PROVIDER, "the answers are on paper", NURSE, OTHER)),
        (START_S, StartInfusion(NURSE)),
    ]
    return said


def after() -> list[Said]:
    ticks = ("iv-removed", "no-driving", "instructions", "escort")
    said: list[Said] = [(END_S, StopInfusion(NURSE)), (END_S + 20.0, PumpStopped(True, NURSE))]
    said += [
        (END_S + 60.0, PumpVolume(4.05, NURSE)),
        (END_S + 120.0, WasteDrug(9.5, "KT4711", OTHER, NURSE, "V-102")),
        (END_S + 600.0, Score(Scale.DISSOCIATION, 2, NURSE)),
        (SIGNED_S - 1500.0, Sedation(5, NURSE)),
        (SIGNED_S - 1400.0, Score(Scale.DISSOCIATION, 0, NURSE)),
        (SIGNED_S - 900.0, Score(Scale.ALDRETE, 10, NURSE, (2, 2, 2, 2, 2))),
        (SIGNED_S - 800.0, AnswerQuestion("suicidality", "none", NURSE)),
        (SIGNED_S - 700.0, Score(Scale.PHQ9, 11, NURSE, (1, 1, 2, 2, 1, 1, 1, 1, 1))),
        (SIGNED_S - 600.0, BeginDischarge(NURSE)),
        *((SIGNED_S - 300.0, TickCriterion(one, True, NURSE)) for one in ticks),
        (SIGNED_S - 290.0, TickCriterion("next-date", True, NURSE, "2026-09-24 14:00")),
        (SIGNED_S, EndSession(NURSE, "agreed with the provider", OTHER)),
    ]
    return said


def pressures(rise: float) -> list[Said]:
    """A cuff every 5 min, with its highest value 30 min after the start."""
    said: list[Said] = []
    for number in range(1, int((SIGNED_S - START_S) // 300.0) + 1):
        at = START_S + number * 300.0 - 10.0
        said.append((at, cuff(*pressure_at(at, rise))))
    return said


def pressure_at(at: float, rise: float) -> tuple[float, float]:
    inside = max(0.0, 1.0 - abs(at - START_S - 1800.0) / 2600.0)
    return round(BASE + rise * inside), round(DIASTOLIC + 0.55 * rise * inside)


def values(rise: float) -> list[Said]:
    said: list[Said] = []
    for number in range(1, int(SIGNED_S // STEP_S)):
        at = number * STEP_S
        inside = max(0.0, 1.0 - abs(at - START_S - 1500.0) / 2400.0)
        wobble = 1.6 * math.sin(at / 37.0) + 0.9 * math.sin(at / 11.0)
        if 2700.0 < at < 2790.0:
            continue
        said.append(
            (at, numerics(round(71 + rise * 0.45 * inside + wobble), round(98 - 2.4 * inside)))
        )
    return said


def lived(said: Iterable[Said], session: SessionOpened) -> tuple[Entry, ...]:
    """What the core made of it."""
    entries: list[Entry] = []
    chair = Chair(session, entries.append, lambda _shown: None)
    chair.begin()
    for at, event in sorted(said, key=lambda one: one[0]):
        chair.take(event, at)
    return tuple(entries)


def material(entries: tuple[Entry, ...], **changes: object) -> Material:
    session_id = entries[0].session_id
    anchor = Anchor(session_id, 0.0, 1_790_000_000.0, 120, AnchorReason.START)
    made = Material(
        session_id,
        entries,
        (anchor,),
        program="1.4.0",
        head="3f5a9c0e" * 8,
        sealed="c41d07b2" * 8,
        clinic="Clinic for mood disorders",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


@functools.cache
def calm() -> Material:
    extra: list[Said] = [
        (START_S + 900.0, Note("n1", NoteKind.DISSOCIATION, "floating", NURSE)),
        (START_S + 1300.0, Score(Scale.DISSOCIATION, 3, NURSE)),
    ]
    return material(
        lived([*before(), *values(28.0), *pressures(28.0), *after(), *extra], opened())
    )


@functools.cache
def stormy() -> Material:
    """A hypertensive course: many alarms, each answered; paused, resumed slower; a drug."""
    rise = 84.0
    extra: list[Said] = [
        (START_S + 1240.0, PauseInfusion(NURSE)),
        (START_S + 1300.0, GiveDrug("labetalol", "10", "mg", "IV", PROVIDER, NURSE)),
        (START_S + 1420.0, Note("n1", NoteKind.HEADACHE, "frontal, 4 of 10", NURSE)),
        (START_S + 1700.0, ResumeInfusion(NURSE, PROVIDER, "pressure falls, agreed")),
        (START_S + 1702.0, ChangeRate(0.7, NURSE)),
        (START_S + 1900.0, ManualCuff(182.0, 104.0, NURSE)),
        (START_S + 2000.0, HandOver(OTHER, NURSE)),
        (END_S + 100.0, Note("n2", NoteKind.NAUSEA, "", OTHER)),
    ]
    for number in range(24):
        at = START_S + 400.0 + number * 150.0
        sbp, dbp = pressure_at(at, rise)
        swing = 26.0 if number % 2 else -38.0
        extra.append((at, cuff(sbp + swing, dbp + swing / 2.0)))
        extra.append((at + 35.0, Acknowledge("bp/high", NURSE, Action.REMEASURED)))
        extra.append((at + 40.0, Acknowledge("hr/high", NURSE, None)))
    return material(
        lived([*before(), *values(90.0), *pressures(rise), *after(), *extra], opened())
    )


@functools.cache
def noted() -> Material:
    """Sixty notes, some of them long, one of them an emergency."""
    kinds = [one for one in NoteKind if one not in EMERGENCY_NOTES]
    notes: list[Said] = [
        (
            START_S + 45.0 * n,
            Note(f"n{n}", kinds[n % len(kinds)], f"remark {n} " + "and more " * (n % 9), NURSE),
        )
        for n in range(60)
    ]
    notes.append((START_S + 1500.0, Note("pain", NoteKind.CHEST_PAIN, "for a moment", NURSE)))
    return material(
        lived([*before(), *values(35.0), *pressures(35.0), *after(), *notes], opened()),
        simulated=True,
    )
