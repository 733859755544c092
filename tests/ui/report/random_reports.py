"""Reports of every size, for the tests that nothing on a page lies on another thing."""

from __future__ import annotations

from hypothesis import strategies as st

from monitor.limits import DEFAULTS
from monitor.outcomes import BaselineAccepted, Priority
from monitor.vitals import VitalSign
from ui.report.happened import ASIDE
from ui.report.parts import (
    AlarmRow,
    Course,
    Criterion,
    CuffRow,
    EventRow,
    Fact,
    Met,
    Rate,
    Report,
    SignRow,
    Stem,
)
from ui.review.line import Kind, Line
from ui.trend_model import LimitLine

LENGTH_S = 10_800.0
words = st.text(
    st.characters(categories=("L", "N", "P", "Sm", "Zs"), max_codepoint=0x24F),
    max_size=8,
)
short = st.sampled_from(["", "–", "5", "124", "at 14:05", "a name", "Müller-Lüdenscheidt"])
long = st.sampled_from(["word " * 40, "W" * 120, "one · two · three · " * 9, "x" * 700])
texts = st.one_of(short, words, long)
moments = st.floats(0.0, LENGTH_S)
facts = st.builds(Fact, texts, texts, st.booleans())
lines = st.builds(
    Line,
    moments,
    st.sampled_from([one for one in Kind if one is not Kind.ALARM]),
    texts,
    texts,
    struck=st.booleans(),
)
alarms = st.builds(
    AlarmRow,
    st.builds(Line, moments, st.just(Kind.ALARM), texts, texts, st.sampled_from(Priority)),
    st.just("14:05"),
)
events = st.builds(
    EventRow, lines, st.just("14:05"), st.sampled_from(["5:10", "−1:02:10"]), st.integers(0, ASIDE)
)
values = st.integers(20, 280).map(float)
stems = st.builds(Stem, moments, values, values, st.booleans(), st.booleans())
pieces = st.lists(st.tuples(moments, st.integers(20, 220).map(float)), max_size=12).map(
    lambda points: tuple(sorted(points))
)
rates = st.builds(
    lambda one, two, rate: Rate(min(one, two), max(one, two), rate),
    moments,
    moments,
    st.none() | st.floats(0.01, 12.0),
)
limits = st.builds(
    LimitLine, st.sampled_from(sorted(DEFAULTS)), st.sampled_from(VitalSign), values
)
resting = st.builds(BaselineAccepted, st.none() | values, st.none() | values, st.none(), st.none())
courses = st.builds(
    Course,
    st.just(0.0),
    st.sampled_from([600.0, 5400.0, LENGTH_S, 43_200.0]),
    st.sampled_from([0.0, 900.0, 1234.5]),
    st.lists(stems, max_size=40).map(tuple),
    st.lists(pieces, max_size=3).map(tuple),
    texts,
    st.lists(pieces, max_size=3).map(tuple),
    st.lists(limits, max_size=7).map(tuple),
    st.none() | resting,
    st.lists(rates, max_size=4).map(tuple),
    st.lists(st.tuples(moments, st.floats(1.0, 90.0)), max_size=4).map(tuple),
    st.booleans(),
)
cuffs = st.builds(CuffRow, short, short, short, short, short, short, texts)
reports = st.builds(
    Report,
    session_id=texts,
    title=texts,
    clinic=texts,
    who=texts,
    about=texts,
    when=texts,
    marks=st.lists(texts, max_size=4).map(tuple),
    missing=texts,
    drug=st.lists(facts, max_size=7).map(tuple),
    setting=st.lists(facts, max_size=7).map(tuple),
    signs=st.lists(
        st.builds(SignRow, texts, short, short, texts, short, short), min_size=4, max_size=4
    ).map(tuple),
    measures=st.lists(facts, min_size=8, max_size=8).map(tuple),
    alarms=st.lists(alarms, max_size=30).map(tuple),
    alarms_told=texts,
    events=st.lists(events, max_size=70).map(tuple),
    happened=st.lists(events, max_size=40).map(tuple),
    scores=st.lists(facts, max_size=11).map(tuple),
    criteria=st.lists(st.builds(Criterion, texts, st.sampled_from(Met), texts), max_size=19).map(
        tuple
    ),
    criteria_told=texts,
    signed=st.lists(texts, min_size=1, max_size=2).map(tuple),
    audit=st.lists(facts, min_size=1, max_size=3).map(tuple),
    program=texts,
    course=courses,
    cuffs=st.lists(cuffs, max_size=60).map(tuple),
    limits=st.lists(facts, max_size=25).map(tuple),
    answers=st.lists(facts, max_size=17).map(tuple),
    clock=st.just(lambda at_s: f"{int(at_s // 3600) % 24:02}:{int(at_s // 60) % 60:02}"),
)
