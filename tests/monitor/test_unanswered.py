"""What happens when nobody answers a high alarm."""

from __future__ import annotations

import pytest
from chairs import Bench, cuff
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import Acknowledge, PauseAudio
from monitor.outcomes import Priority
from monitor.unanswered import UNANSWERED_AFTER_S, Unanswered
from monitor.viewing import picture


def extreme() -> Bench:
    bench = Bench()
    bench.feed(300.0, cuff(205.0, 100.0))
    return bench


def everywhere(bench: Bench, at: float) -> bool:
    bench.wait(at)
    sounding = bench.core.sounding(at)
    return sounding is not None and sounding.everywhere


def test_a_high_alarm_is_heard_everywhere_after_60_s_without_an_answer() -> None:
    bench = extreme()
    assert not everywhere(bench, 359.999)
    assert picture(bench.core, 359.999).unanswered_s is None
    assert bench.core.wake_at() == 360.0
    assert everywhere(bench, 360.0)
    assert picture(bench.core, 375.0).unanswered_s == 75.0


def test_an_answer_keeps_it_where_it_is() -> None:
    bench = extreme()
    bench.feed(350.0, Acknowledge("bp/high", "AK"))
    bench.wait(400.0)
    assert bench.core.sounding(400.0) is None
    assert picture(bench.core, 400.0).unanswered_s is None


def test_an_audio_pause_is_an_answer_and_counts_anew_when_it_is_over() -> None:
    bench = extreme()
    bench.feed(350.0, PauseAudio("AK", 20.0))
    assert not everywhere(bench, 429.999)
    assert everywhere(bench, 430.0)


@pytest.mark.parametrize("heard", [None, Priority.LOW, Priority.MEDIUM])
def test_only_a_high_alarm_counts(heard: Priority | None) -> None:
    unanswered = Unanswered()
    unanswered.hear(heard, 0.0)
    assert unanswered.turns_at() is None
    assert unanswered.lasts_s(1000.0) is None


@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from([None, *Priority])), min_size=1))
def test_it_lasts_as_long_as_a_high_was_heard_without_a_break(
    course: list[tuple[int, Priority | None]],
) -> None:
    unanswered, now, since = Unanswered(), 0.0, None
    for wait_s, heard in course:
        now += wait_s
        unanswered.hear(heard, now)
        since = None if heard is not Priority.HIGH else now if since is None else since
        later = now + UNANSWERED_AFTER_S / 2
        lasted = None if since is None else later - since
        expected = lasted if lasted is not None and lasted >= UNANSWERED_AFTER_S else None
        assert unanswered.lasts_s(later) == expected
