"""What holds of the repeat-reading ladder whatever comes: properties, and the rules told again.

`naive` tells the rules for high pressures once more, as plainly as they are written and without
the program's own words for them; the core must sound as it says. The values that are drawn keep
clear of the three mmHg below each limit, so that hysteresis is no question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chairs import BASELINE, SOURCE, Bench, cuff
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import Acknowledge, ChangeLimit, ManualCuff, Note, NoteKind, StartInfusion
from monitor.core import MonitorCore
from monitor.events import Event
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.vitals import CuffFailed, CuffFailure, Quality

HIGH, MEDIUM = Priority.HIGH, Priority.MEDIUM
ACK = Acknowledge("bp/high", "AK")
FAILED = CuffFailed(CuffFailure.LEAK, SOURCE)
ONSETS = frozenset({AlarmPhase.SOUNDING, AlarmPhase.ESCALATED, AlarmPhase.REMINDED})

SBP = st.sampled_from((120, 150, 156, 160, 166, 170, 176, 180, 186, 196, 200, 212))
DBP = st.sampled_from((70, 88, 96, 100, 101, 105, 106, 110, 116, 120, 126)) | st.just(80)
GAPS = st.sampled_from((5, 30, 60, 119, 120, 121, 300, 360, 361, 700))
Level = Priority | None
Reading = tuple[int, int, int]
"""Seconds since the one before, systolic, diastolic."""
READINGS = st.lists(st.tuples(GAPS, SBP, DBP), min_size=1, max_size=14)


@dataclass(frozen=True)
class Told:
    """What the rules say at one moment. `insists`: an extreme that nobody has answered."""

    at: int
    level: Level
    insists: bool

    @property
    def sound(self) -> Level:
        return HIGH if self.insists else self.level


WAITS_S = {"card": 360, "very high": 120, "third": 120, "extreme": 120}
"""How long an answer may take; the cuff is due every 300 s. After a third reading, or none, "no
more" is asked: from half-way on it stays high."""


def below_extreme(
    asked: str, level: Level, sbp: int, dbp: int, *, high_before: bool
) -> tuple[Level, str]:
    """What a high reading makes of it: how loud, and what it asks for."""
    if sbp >= 180 or dbp >= 110:
        agrees = asked or high_before
        return (HIGH, "") if agrees else (MEDIUM, "very high")
    if asked == "very high":
        return MEDIUM, "third"
    if asked in {"third", "no more"}:
        return (HIGH, "no more") if sbp >= 170 or dbp >= 105 else (MEDIUM, "")
    if asked or level is not None:
        return MEDIUM, ""
    return None, "card"


def naive(readings: list[Reading]) -> Iterator[tuple[Told, Told]]:
    """Just before and just after each reading, if nobody acknowledges."""
    at, by, asked = 0, 0, ""
    level: Level = None
    insists = extreme_before = high_before = False
    for gap, sbp, dbp in readings:
        at += gap
        if asked in WAITS_S and at > by:  # nobody repeated it, which counts as agreement
            level, insists = (MEDIUM if asked == "card" else HIGH), insists or asked == "extreme"
            asked = "no more" if asked == "third" else ""
        before = Told(at, level, insists)
        extreme, high = sbp >= 200 or dbp >= 120, sbp >= 160 or dbp >= 100
        insists = insists or (extreme_before and extreme) or (asked == "extreme" and high)
        if extreme:
            level, asked = HIGH, "" if extreme_before else "extreme"
        elif high:
            level, asked = below_extreme(asked, level, sbp, dbp, high_before=high_before)
        else:
            level, asked = None, ""
        by = at + WAITS_S.get(asked, 0)
        extreme_before, high_before = extreme, high
        yield before, Told(at, level, insists)


def treated() -> Bench:
    """An infusion without a baseline: no row but those of the ladder judges high pressures."""
    bench = Bench(treating=False)
    bench.feed(0.0, StartInfusion("AK"))
    return bench


@share_of_examples(2)
@given(READINGS)
def test_what_sounds_is_what_the_rules_say_told_once_more(readings: list[Reading]) -> None:
    bench = treated()
    for (before, after), (_gap, sbp, dbp) in zip(naive(readings), readings, strict=True):
        bench.wait(before.at - 0.5)
        assert bench.core.sound(before.at - 0.5) is before.sound
        bench.feed(float(after.at), cuff(sbp, dbp))
        assert bench.core.sound(after.at) is after.sound


@share_of_examples(2)
@given(st.lists(st.tuples(GAPS, SBP, DBP, st.booleans(), st.booleans()), max_size=14))
def test_no_schedule_of_acknowledgements_hides_what_gets_worse(
    steps: list[tuple[int, int, int, bool, bool]],
) -> None:
    """Whatever was acknowledged before it: a worse level, and every new extreme, is heard."""
    bench, known, was_extreme = treated(), 0, False
    for (before, after), (_, sbp, dbp, acks_before, acks_after) in zip(
        naive([step[:3] for step in steps]), steps, strict=True
    ):
        just_before = before.at - 0.5
        bench.wait(just_before)
        if (before.level or 0) > known:
            assert (bench.core.sound(just_before) or 0) >= (before.level or 0)
        bench.feed(just_before, *[ACK] * acks_before)
        bench.feed(float(after.at), cuff(sbp, dbp))
        level, extreme = after.level or 0, sbp >= 200 or dbp >= 120
        if level > (before.level or 0) or (extreme and not was_extreme):
            assert (bench.core.sound(after.at) or 0) >= level
        bench.feed(float(after.at), *[ACK] * acks_after)
        known, was_extreme = level, extreme


@share_of_examples(1.5)
@given(READINGS, st.data())
def test_what_is_not_valid_neither_clears_nor_confirms(
    readings: list[Reading], data: st.DataObject
) -> None:
    plain, disturbed, at = treated(), treated(), 0
    for gap, sbp, dbp in readings:
        if data.draw(st.booleans()):
            disturbed.feed(at + gap / 2, cuff(data.draw(SBP), data.draw(DBP), Quality.POOR))
        if data.draw(st.booleans()):
            disturbed.feed(at + gap / 2, FAILED)
        at += gap
        for bench in (plain, disturbed):
            bench.feed(float(at), cuff(sbp, dbp))
        assert disturbed.core.sound(at) in {plain.core.sound(at), Priority.LOW}
    pressures = [line for line in disturbed.alarms() if line[1] != "nibp-failed"]
    assert pressures == plain.alarms()


EVENTS = st.one_of(
    st.builds(cuff, st.integers(70, 215), st.integers(40, 130)),
    st.builds(cuff, SBP, DBP),
    st.builds(lambda sbp, dbp: ManualCuff(sbp, dbp, "AK"), SBP, DBP),
    st.builds(lambda sbp, dbp: cuff(sbp, dbp, Quality.POOR), SBP, DBP),
    st.sampled_from(("bp/high", "bp/low", "nibp-failed", "symptom-emergency")).map(
        lambda key: Acknowledge(key, "AK")
    ),
    st.just(FAILED),
    st.just(BASELINE),
    st.builds(lambda number: Note(f"n{number}", NoteKind.CHEST_PAIN, "", "AK"), st.integers(0, 9)),
    st.builds(
        lambda rule, value: ChangeLimit(rule, value, "AK"),
        st.sampled_from(("sbp-high", "sbp-very-high", "dbp-high", "sbp-low")),
        st.sampled_from((None, 85.0, 95.0, 100.0, 165.0, 175.0, 190.0)),
    ),
)
STEPS = st.lists(st.tuples(st.sampled_from((0, 5, 60, 120, 121, 400)), EVENTS), max_size=40)
Steps = list[tuple[int, Event]]


@share_of_examples(2)
@given(STEPS)
def test_what_sounded_stays_on_the_screen_until_somebody_acknowledges_it(steps: Steps) -> None:
    bench, now, heard = Bench(), 0.0, 0
    unanswered: set[str] = set()
    for step, event in steps:
        now += step
        bench.feed(now, event)
        for _at, change in bench.said[heard:]:
            if isinstance(change, AlarmChanged) and change.state in ONSETS:
                unanswered.add(change.key)
            elif isinstance(change, AlarmChanged) and change.state is AlarmPhase.ACKNOWLEDGED:
                unanswered.discard(change.key)
        heard = len(bench.said)
        shown = {view.key for view in bench.core.judge.engine.views(now) if view.waits}
        assert unanswered <= shown
        assert bench.core.sound(now) is None or unanswered


@share_of_examples(1)
@given(STEPS)
def test_a_fresh_core_says_the_same_of_the_same_events(steps: Steps) -> None:
    live, now = Bench(), 0.0
    for step, event in steps:
        live.wait(now + step / 2)
        now += step
        live.feed(now, event)
    fresh = MonitorCore(live.core.state.opened)
    again = [(one.at, one.outcome) for at, event in live.fed for one in fresh.handle(event, at)]
    assert again == live.said


@share_of_examples(2)
@given(STEPS)
def test_one_cuff_result_is_at_most_one_onset_a_side(steps: Steps) -> None:
    bench, now = Bench(), 0.0
    for step, event in steps:
        now += step
        before = len(bench.said)
        bench.wait(now)
        due = len(bench.said)
        bench.feed(now, event)
        for begin, end in ((before, due), (due, len(bench.said))):
            onsets = [
                (at, change.key)
                for at, change in bench.said[begin:end]
                if isinstance(change, AlarmChanged) and change.state in ONSETS
            ]
            assert len(onsets) == len(set(onsets))
