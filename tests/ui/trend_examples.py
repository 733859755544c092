"""Example sessions for the trend view, made of the events that a real one would have."""

import math
import random
from collections.abc import Iterator

from monitor.commands import Acknowledge, Action, Note, NoteKind, UndoNote
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    SessionOpened,
)
from monitor.limits import PROFILES, LimitProfile
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    Outcome,
    PhaseChanged,
    Priority,
)
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.vitals import CuffResult, LostReason, Quality, Reading, SignalLost, VitalSign
from ui.trend_model import TrendModel

SOURCE = "device:example"
START_S = 12 * 60.0
INFUSION_S = 40 * 60.0

Entry = tuple[float, Event | Outcome]


def opened(
    plan: Plan | None = None, profile: LimitProfile | None = None, fresh_for_s: float = 5.0
) -> SessionOpened:
    signs = frozenset({VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2, VitalSign.SBP})
    return SessionOpened(
        session_id="example",
        chair=1,
        patient=Patient("example", 82.0),
        plan=plan or Plan(0.5, 82.0, 40.0),
        profile=profile or PROFILES["adult-iv"],
        devices=(DeviceFacts("example", SOURCE, fresh_for_s, 10.0, signs),),
        nibp_interval_s=300.0,
        simulated=True,
        by="AK",
    )


def numerics(**values: float) -> Numerics:
    """``numerics(hr=80, spo2=97)``."""
    return Numerics(
        tuple(Reading(VitalSign(sign), value, SOURCE) for sign, value in values.items())
    )


def cuff(sbp: float, dbp: float, quality: Quality = Quality.GOOD) -> CuffResult:
    return CuffResult(sbp, dbp, round((sbp + 2 * dbp) / 3), None, SOURCE, quality)


def bp_alarm(
    state: AlarmPhase, priority: Priority = Priority.MEDIUM, alarm: str = "sbp-high"
) -> AlarmChanged:
    return AlarmChanged("bp/high", alarm, VitalSign.SBP, priority, state, 168.0, 160.0, (alarm,))


def fed(entries: list[Entry]) -> TrendModel:
    model = TrendModel()
    for now_s, what in entries:
        model.absorb(now_s, what)
    return model


def build_example_model(hours: float) -> TrendModel:
    """A session of this length: 1 Hz signs, a cuff every 5 min, about eight alarms an hour."""
    return fed(list(example_entries(hours * 3600.0)))


def example_entries(length_s: float) -> Iterator[Entry]:
    """In the order of time."""
    entries = [
        *_course(length_s),
        *_signs(length_s),
        *_cuffs(length_s),
        *_losses(length_s),
        *_words(length_s),
    ]
    return iter(sorted((entry for entry in entries if entry[0] <= length_s), key=lambda e: e[0]))


def effect(t_s: float) -> float:
    """0 at rest, 1 at the end of the infusion, fading after it."""
    since = t_s - START_S
    if since <= 0:
        return 0.0
    if since <= INFUSION_S:
        return 1 - math.exp(-since / 1200.0)
    return (1 - math.exp(-INFUSION_S / 1200.0)) * math.exp(-(since - INFUSION_S) / 1500.0)


def _course(length_s: float) -> Iterator[Entry]:
    yield 0.0, opened()
    yield START_S - 1, BaselineAccepted(124.0, 76.0, 76.0, 98.0)
    yield START_S, PhaseChanged(Phase.BASELINE, Phase.TREATING)
    yield START_S + INFUSION_S, PhaseChanged(Phase.TREATING, Phase.RECOVERY)
    for second in range(5400, int(length_s), 450):
        alarm = AlarmChanged(
            "hr/high",
            "hr-high",
            VitalSign.HR,
            Priority((second // 450) % 3 + 1),
            AlarmPhase.SOUNDING,
            118.0,
            110.0,
        )
        yield float(second), alarm


def _signs(length_s: float) -> Iterator[Entry]:
    chance = random.Random(1)
    wander = 0.0
    for second in range(int(length_s)):
        if _lost(second):
            continue
        wander = 0.97 * wander + chance.gauss(0, 0.45)
        hr = 76 + 14 * effect(second) + wander + chance.gauss(0, 0.5)
        spo2 = min(100, round(97.5 + 0.6 * math.sin(second / 190) + 0.4 * math.sin(second / 37)))
        yield second + 0.2, numerics(hr=round(hr), spo2=spo2)


def _lost(second: int) -> bool:
    return 1260 <= second < 1340 or 4000 <= second < 4190


def _losses(length_s: float) -> Iterator[Entry]:
    for sign in (VitalSign.HR, VitalSign.SPO2):
        yield 1260.0, SignalLost(sign, LostReason.SENSOR_OFF, SOURCE)
    yield 4010.0, LinkChanged(LinkState.DOWN, LinkReason.PORT_ABSENT, SOURCE, 10.0)
    yield 4190.0, LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE)


def _cuffs(length_s: float) -> Iterator[Entry]:
    chance = random.Random(2)
    yield 2.0, cuff(118, 70, Quality.AGE_UNKNOWN)
    for second in (120, 300, 480):
        yield float(second), cuff(124 + chance.randint(-3, 3), 76 + chance.randint(-3, 3))
    second = START_S
    while second < length_s:
        rise = effect(second)
        sbp, dbp = 126 + 44 * rise + chance.gauss(0, 3), 76 + 24 * rise + chance.gauss(0, 2)
        if START_S + 1500 <= second < START_S + 2400:
            yield from _breach(second, round(sbp), round(dbp))
        else:
            yield second, cuff(round(sbp), round(dbp))
        if second == START_S + 2400:
            yield second, bp_alarm(AlarmPhase.CLEARED)
        second += 300.0


def _breach(at_s: float, sbp: float, dbp: float) -> Iterator[Entry]:
    first = at_s == START_S + 1500
    yield at_s, cuff(max(sbp, 168), max(dbp, 101))
    if first:
        yield at_s, bp_alarm(AlarmPhase.PENDING)
        yield at_s + 75, cuff(167, 100)
        yield at_s + 75, bp_alarm(AlarmPhase.SOUNDING)


def _words(length_s: float) -> Iterator[Entry]:
    notes = (
        (720.0, NoteKind.DISSOCIATION, "2"),
        (1260.0, NoteKind.HEADACHE, ""),
        (1290.0, NoteKind.NAUSEA, ""),
        (3300.0, NoteKind.FREE_TEXT, "says the room is slowly turning around her"),
    )
    for index, (after_s, kind, text) in enumerate(notes):
        yield START_S + after_s, Note(f"n{index}", kind, text, "AK")
    yield START_S + 1310.0, UndoNote("n2", "AK")
    yield START_S + 1630.0, Acknowledge("bp/high", "AK", Action.REMEASURED)
