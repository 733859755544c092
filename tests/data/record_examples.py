"""Sessions for the tests of the record: any entry that can be, and whole courses by hand."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from data.codec import KINDS
from monitor.commands import EndSession, Note, NoteKind
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import DeviceFacts, Event, Numerics, SessionOpened
from monitor.limits import DEFAULTS, PROFILES, LimitProfile
from monitor.outcomes import AlarmChanged, AlarmPhase, Outcome, PhaseChanged, Priority
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.vitals import SIGNS, CuffResult, Reading, VitalSign, Wave, WaveChunk

SOURCE = "device:ivy-450c"
NAME = "P-4711-Lovelace"
REMARK = "feels like floating over the harbour"

numbers = st.floats(allow_nan=False, allow_infinity=False, width=64) | st.integers(-(2**40), 2**40)
texts = st.text(max_size=12)
plans = st.builds(
    Plan,
    st.none() | st.floats(0.05, 2.0),
    st.none() | st.floats(30.0, 200.0),
    st.floats(1.0, 240.0),
)
patients = st.builds(Patient, texts, st.none() | st.floats(25.0, 350.0), texts)
profiles = st.builds(
    LimitProfile,
    texts,
    st.dictionaries(st.sampled_from(sorted(DEFAULTS)), numbers),
    st.dictionaries(st.sampled_from(sorted(DEFAULTS)), numbers),
)
st.register_type_strategy(float, numbers)
st.register_type_strategy(str, texts)
st.register_type_strategy(Plan, plans)
st.register_type_strategy(Patient, patients)
st.register_type_strategy(LimitProfile, profiles)

stamps = st.none() | texts | st.datetimes().map(lambda moment: moment.isoformat())
readings = st.builds(Reading, st.sampled_from(VitalSign), numbers, texts, device_time=stamps)
typical = st.lists(
    st.tuples(
        st.sampled_from([VitalSign.HR, VitalSign.SPO2, VitalSign.RR, VitalSign.PERFUSION]),
        st.integers(0, 3000).map(lambda tenths: tenths / 10),
    ),
    unique_by=lambda one: one[0],
).map(lambda pairs: Numerics(tuple(Reading(sign, value, SOURCE) for sign, value in pairs)))
samples = st.lists(numbers.map(float)).map(tuple) | st.lists(
    st.integers(-4000, 4000).map(lambda raw: raw / 100)
).map(tuple)
waves = st.builds(WaveChunk, st.sampled_from(Wave), numbers, texts, samples)

anything: st.SearchStrategy[Event | Outcome] = st.one_of(
    typical,
    st.builds(Numerics, st.lists(readings, max_size=5).map(tuple)),
    waves,
    st.sampled_from(list(KINDS.values())).flatmap(st.from_type),
)
moments = st.integers(0, 40_000_000).map(lambda ms: ms / 1000)


@st.composite
def sessions(draw: st.DrawFn, session_id: str = "s-1") -> list[Entry]:
    whats = draw(st.lists(anything, min_size=1, max_size=12))
    times = sorted(draw(st.lists(moments, min_size=len(whats), max_size=len(whats))))
    return [
        Entry(session_id, seq, now_s, what)
        for seq, (now_s, what) in enumerate(zip(times, whats, strict=True))
    ]


def opening(session_id: str = "s-1", *, simulated: bool = True) -> SessionOpened:
    return SessionOpened(
        session_id=session_id,
        chair=2,
        patient=Patient(NAME, 82.0, "AL"),
        plan=Plan(0.5, 82.0, 40.0),
        profile=PROFILES["adult-iv"],
        devices=(DeviceFacts("Ivy 450C", SOURCE, 5.0, 10.0, frozenset(SIGNS)),),
        nibp_interval_s=300.0,
        simulated=simulated,
        by="RN",
    )


def second(at: int, dice: random.Random) -> Numerics:
    values = {
        VitalSign.HR: 70.0 + dice.randrange(30),
        VitalSign.PULSE: 70.0 + dice.randrange(30),
        VitalSign.SPO2: 94.0 + dice.randrange(6),
        VitalSign.RR: 10.0 + dice.randrange(8),
        VitalSign.PERFUSION: dice.randrange(10, 60) / 10,
    }
    return Numerics(tuple(Reading(sign, value, SOURCE) for sign, value in values.items()))


def course(session_id: str = "s-1", seconds: int = 120, *, ended: bool = True) -> list[Entry]:
    """A session at 1 Hz with a cuff every 5 min, an alarm every 2 min and a note."""
    dice = random.Random(session_id)
    lines: list[tuple[float, Event | Outcome]] = [
        (0.0, opening(session_id)),
        (0.0, PhaseChanged(Phase.PLANNED, Phase.TREATING)),
        (0.5, Note("n1", NoteKind.FREE_TEXT, REMARK, "RN")),
    ]
    for at in range(seconds):
        lines.append((at + dice.randrange(500, 999) / 1000, second(at, dice)))
        if at % 300 == 0:
            lines.append((at + 1.0, CuffResult(150.0 + at // 300, 90.0, 110.0, 77.0, SOURCE)))
        if at % 120 == 0:
            lines.append((at + 1.0, alarm(181.0)))
    if ended:
        lines.append((seconds + 1.0, EndSession("RN")))
        lines.append((seconds + 1.0, PhaseChanged(Phase.RECOVERY, Phase.SIGNED)))
    return [
        Entry(session_id, seq, round(now_s, 3), what) for seq, (now_s, what) in enumerate(lines)
    ]


def alarm(value: float, priority: Priority = Priority.HIGH) -> AlarmChanged:
    return AlarmChanged(
        key="sbp-high",
        alarm="sbp-very-high",
        sign=VitalSign.SBP,
        priority=priority,
        state=AlarmPhase.SOUNDING,
        value=value,
        limit=180.0,
        reasons=("sbp-very-high", "sbp-high"),
    )


def start_anchor(session_id: str = "s-1", utc_s: float = 1_760_000_000.25) -> Anchor:
    return Anchor(session_id, 0.0, utc_s, 120, AnchorReason.START)
