"""Sessions with what can befall the values of each second, and how the record gives them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import reject
from hypothesis import strategies as st

from data.columns import HAPPENED, NUMERICS, columns_of
from data.rows import LAYOUT_AT, to_entry, to_row
from data.session_entries import SessionEntries
from monitor.commands import (
    ConfirmMonitor,
    ManualCuff,
    Note,
    NoteKind,
    PreferSource,
    StartInfusion,
    UndoNote,
)
from monitor.entries import Entry
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    Resumed,
    SessionOpened,
)
from monitor.limits import PROFILES, Modifier
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    CuffUnconfirmed,
    LimitChanged,
    Outcome,
    PhaseChanged,
    Priority,
    Refused,
)
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.treatment.commands import SetPlan
from monitor.vitals import (
    SIGNS,
    CuffResult,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)

LARGEST = 2.0**53
SOURCE, OTHER = "device:first", "device:second"
STREAMS = (VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2, VitalSign.RR, VitalSign.TEMP)
Said = Event | Outcome


def as_read(entries: Sequence[Entry], session_id: str = "s-1") -> SessionEntries:
    """As the record gives them back, without a file."""
    rows = [to_row(entry) for entry in entries]
    texts = list(dict.fromkeys(row.values[LAYOUT_AT] for row in rows if row.table == NUMERICS))
    seconds = [row.values for row in rows if row.table == NUMERICS]
    numbered = [
        (*one[:LAYOUT_AT], texts.index(one[LAYOUT_AT]), *one[LAYOUT_AT + 1 :]) for one in seconds
    ]
    columns = columns_of(numbered, dict(enumerate(texts)))
    if columns is None:
        values = [one.value for entry in entries if isinstance(entry.what, Numerics)
                  for one in entry.what.readings]  # fmt: skip
        assert max(map(abs, values)) >= LARGEST / 1000, "what was put fits"
        reject()  # a float holds no such number for certain: it is read entry by entry
    happened = tuple(to_entry(session_id, row) for row in rows if row.table in HAPPENED)
    return SessionEntries(session_id, happened, columns, seconds)


def opening(*sources: str, oxygen: bool = False, fresh_for_s: float = 5.0) -> SessionOpened:
    profile = PROFILES["adult-iv"]
    return SessionOpened(
        session_id="s-1",
        chair=1,
        patient=Patient("1", 80.0),
        plan=Plan(0.5, 80.0, 40.0),
        profile=replace(profile, modifiers=frozenset({Modifier.OXYGEN} if oxygen else ())),
        devices=tuple(
            DeviceFacts(one, one, fresh_for_s, 10.0, frozenset(SIGNS)) for one in sources
        ),
        nibp_interval_s=300.0,
        simulated=True,
        by="Nurse 1",
    )


sources = st.sampled_from([SOURCE, SOURCE, SOURCE, OTHER])
worths = st.sampled_from([Quality.GOOD] * 6 + [Quality.POOR, Quality.ARTEFACT, Quality.DEMO])
pressures = st.integers(90, 210).map(float)


@st.composite
def seconds(draw: st.DrawFn) -> Numerics:
    """What one device says at once; often the same signs as before."""
    source = draw(sources)
    usual = st.sampled_from([STREAMS, STREAMS[:3], STREAMS[1:3], STREAMS[:1]])
    signs = draw(usual | st.lists(st.sampled_from(STREAMS), min_size=1, unique=True))
    low = draw(st.integers(35, 120))
    return Numerics(
        tuple(
            Reading(sign, float(low + at), source, draw(worths)) for at, sign in enumerate(signs)
        )
    )


def alarms() -> st.SearchStrategy[AlarmChanged]:
    keys = st.sampled_from(["bp/high", "hr/high", "spo2/low"])
    return st.builds(
        AlarmChanged,
        keys,
        st.just("sbp-high"),
        st.just(VitalSign.SBP),
        st.sampled_from(Priority),
        st.sampled_from(AlarmPhase),
        st.just(170.0),
        st.just(160.0),
    )


plan = st.builds(Plan, st.just(0.5), st.floats(50, 100), st.sampled_from([40.0, 60.0]))
profiles = st.none() | st.sampled_from([PROFILES["adult-iv"], PROFILES["adult-iv"]]).map(
    lambda one: one.with_limit("hr-high", 100.0)
)
happenings: st.SearchStrategy[Said] = st.one_of(
    st.builds(SignalLost, st.sampled_from(STREAMS), st.sampled_from(LostReason), sources),
    st.builds(
        LinkChanged, st.sampled_from(LinkState), st.sampled_from(LinkReason), sources, st.none()
    ),
    st.builds(Resumed, st.floats(0, 400)),
    st.builds(
        CuffResult, pressures, st.just(80.0), st.none(), st.none(), sources, worths, st.none()
    ),
    st.builds(
        ManualCuff, pressures, st.just(80.0), st.just("N"), st.sampled_from([0.0, 45.0, 200.0])
    ),
    st.builds(
        Note,
        st.sampled_from(["a", "b"]),
        st.just(NoteKind.NAUSEA),
        st.just(""),
        st.just("N"),
        st.sampled_from([0.0, 30.0]),
    ),
    st.builds(UndoNote, st.sampled_from(["a", "b"]), st.just("N")),
    alarms(),
    st.builds(BaselineAccepted, pressures, st.just(75.0), st.floats(60, 90), st.just(97.0)),
    st.builds(
        LimitChanged, st.just("hr-high"), st.just(120.0), st.integers(60, 130), st.just("N")
    ),
    st.builds(SetPlan, plan, st.just("N"), profiles),
    st.builds(StartInfusion, st.just("N")),
    st.builds(PhaseChanged, st.sampled_from(Phase), st.sampled_from(Phase)),
    st.builds(CuffUnconfirmed, st.sampled_from([1.0, 2.0, 3.0])),
    st.builds(Refused, st.just("StartInfusion"), st.just("late-too-long")),
    st.builds(PreferSource, st.just(VitalSign.SPO2), sources, st.just("N")),
)
"""What can come between seconds; `rare` is what makes a record be read entry by entry."""
rare = st.builds(ConfirmMonitor, sources, st.booleans(), st.just("N"))
steps = st.sampled_from([0, 300, 1000, 1000, 1000, 1000, 4000, 5001, 12000, 200_000])


@st.composite
def lived(draw: st.DrawFn, session_id: str = "s-1") -> list[Entry]:
    """A session of one device, seldom of two; most of it are seconds."""
    two = draw(st.integers(0, 9)) == 0
    opened = opening(
        *((SOURCE, OTHER) if two else (SOURCE,)),
        oxygen=draw(st.booleans()),
        fresh_for_s=draw(st.sampled_from([0.5, 5.0])),
    )
    anything = st.one_of(seconds(), seconds(), seconds(), happenings)
    whats: list[Said] = [opened, *draw(st.lists(anything, max_size=60))]
    if draw(st.integers(0, 19)) == 0:
        whats.append(draw(rare))
        whats += draw(st.lists(anything, max_size=5))
    found, ms = [], 0
    for seq, what in enumerate(whats):
        ms += draw(steps) if seq else 0
        found.append(Entry(session_id, seq, ms / 1000, what))
    return found
