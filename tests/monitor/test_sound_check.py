"""When a sound check is due, how it goes, and what an unheard one does to a chair."""

from __future__ import annotations

import pytest
from chairs import Bench
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import SoundChecked
from monitor.events import Part, PartFailed, PartRecovered, Resumed
from monitor.outcomes import Priority
from monitor.sound_check import SHIFT_S, STEPS, CheckKind, CheckRun, SeatChecks, due

NOW = 1_790_000_000.0
FULL, SHORT = CheckKind.FULL, CheckKind.SHORT
FRESH = SeatChecks(NOW - 60.0, NOW - 60.0)


@pytest.mark.parametrize(
    ("checks", "session_since", "wanted"),
    [
        (SeatChecks(), None, FULL),
        (SeatChecks(), NOW - 10.0, FULL),
        (FRESH, None, None),
        (FRESH, NOW - 10.0, SHORT),
        (FRESH, NOW - 100.0, None),
        (SeatChecks(NOW - SHIFT_S - 1.0, NOW - 5.0), NOW - 10.0, FULL),
        (SeatChecks(NOW - SHIFT_S, NOW - 5.0), NOW - 10.0, None),
        (SeatChecks(NOW + 1.0, NOW + 1.0), None, FULL),
        (SeatChecks(NOW - 60.0, NOW + 1.0), NOW - 10.0, SHORT),
        (SeatChecks(NOW - 60.0, NOW - 5.0, not_heard=True), None, SHORT),
        (SeatChecks(None, NOW - 5.0, not_heard=True), None, FULL),
    ],
)
def test_a_check_is_due_once_a_shift_and_a_short_one_each_session(
    checks: SeatChecks, session_since: float | None, wanted: CheckKind | None
) -> None:
    assert due(checks, NOW, session_since) is wanted


def test_a_full_check_plays_all_and_a_short_one_a_medium() -> None:
    assert STEPS[FULL] == (Priority.HIGH, Priority.MEDIUM, Priority.LOW)
    assert STEPS[SHORT] == (Priority.MEDIUM,)


@given(st.sampled_from(CheckKind), st.lists(st.booleans(), min_size=3, max_size=5))
def test_a_check_ends_with_the_first_burst_that_is_not_heard(
    kind: CheckKind, answers: list[bool]
) -> None:
    run, played = CheckRun(kind), []
    for heard in answers:
        if run.step is not None:
            played.append(run.step)
        run.answer(heard=heard)
    asked = answers[: len(STEPS[kind])]
    until = asked.index(False) + 1 if False in asked else len(asked)
    assert played == list(STEPS[kind][:until])
    assert run.heard is all(asked)
    assert run.step is None


@given(st.sampled_from(CheckKind), st.booleans())
def test_only_a_check_that_was_heard_is_no_longer_due(kind: CheckKind, heard: bool) -> None:
    after = SeatChecks(NOW - 60.0, NOW - 60.0).after(kind, NOW, heard=heard)
    assert due(after, NOW, NOW) is (None if heard else SHORT)
    later = NOW + SHIFT_S - 30.0
    assert due(after, later, None) is (None if heard and kind is FULL else FULL)


# ---- what it does to a chair


def told(bench: Bench) -> list[tuple[float, str, str, str]]:
    return [alarm for alarm in bench.alarms() if alarm[1] == "sound-failed"]


def check(seat: str, *, heard: bool) -> SoundChecked:
    return SoundChecked(seat, full=False, heard=heard, by="AK")


def test_a_check_that_nobody_heard_is_an_alarm_until_somebody_does() -> None:
    bench = Bench()
    bench.feed(300.0, check("desk", heard=False))
    assert told(bench) == [(300.0, "sound-failed", "medium", "sounding")]
    [view] = bench.core.judge.engine.views(300.0)
    assert view.text == "not-heard"
    bench.feed(310.0, check("desk", heard=True))
    assert bench.core.sound(310.0) is None


def test_a_check_that_was_heard_is_no_alarm() -> None:
    bench = Bench()
    bench.feed(300.0, check("desk", heard=True))
    assert told(bench) == []


def test_what_was_not_heard_at_one_seat_is_not_settled_at_another() -> None:
    bench = Bench()
    bench.feed(300.0, check("desk", heard=False))
    bench.feed(310.0, check("nurse", heard=True))
    assert bench.core.sound(310.0) is Priority.MEDIUM


def test_a_device_that_works_again_does_not_answer_for_an_ear() -> None:
    bench = Bench()
    bench.feed(300.0, PartFailed(Part.SOUND, "muted"), check("desk", heard=False))
    bench.feed(310.0, PartRecovered(Part.SOUND))
    assert bench.core.sound(310.0) is Priority.MEDIUM
    bench.feed(320.0, check("desk", heard=True))
    assert bench.core.sound(320.0) is None


@pytest.mark.parametrize("part", Part)
def test_a_part_that_failed_in_a_program_that_is_gone_did_not_fail_in_this_one(
    part: Part,
) -> None:
    bench = Bench()
    bench.feed(300.0, PartFailed(part, "then"))
    bench.feed(400.0, Resumed(310.0))
    assert bench.core.sound(400.0) is None


def test_what_nobody_heard_before_the_program_was_started_again_is_still_not_heard() -> None:
    bench = Bench()
    bench.feed(300.0, check("desk", heard=False))
    bench.feed(400.0, Resumed(310.0))
    assert bench.core.sound(400.0) is Priority.MEDIUM


def test_an_ear_does_not_answer_for_a_device_that_failed_since() -> None:
    bench = Bench()
    bench.feed(300.0, check("desk", heard=False), PartFailed(Part.SOUND, "muted"))
    bench.feed(310.0, check("desk", heard=True))
    assert bench.core.sound(310.0) is Priority.MEDIUM
    [view] = bench.core.judge.engine.views(310.0)
    assert view.text == "muted"
