"""The sound check of a seat: what is played, what may be answered, and where the answer goes."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from data.check_file import FILE_NAME
from devices.sound_process import SoundReport
from monitor.commands import SoundChecked
from monitor.outcomes import Priority
from monitor.sound_check import SHIFT_S, CheckKind
from monitor.sounding import Sounding
from ui.demo_backend import DemoBackend
from ui.requests import Refusal
from ui.sound_check import SoundCheck, SoundChecks, Sounds, this_seat
from ui.wiring import Program

FULL, SHORT = CheckKind.FULL, CheckKind.SHORT
HIGH, MEDIUM, LOW = Priority.HIGH, Priority.MEDIUM, Priority.LOW
UTC = 1_790_000_000.0


@dataclass
class Desk:
    """A seat, a loudspeaker that may be dead, and the sessions that are told."""

    path: Path
    dead: bool = False
    utc: float = UTC
    asked: tuple[Sounding, ...] = ()
    played: list[Priority] = field(default_factory=list)
    told: list[SoundChecked] = field(default_factory=list)

    def __post_init__(self) -> None:
        sounds = Sounds(self.play, self.told.append, lambda: self.asked)
        self.checks = SoundChecks(self.path, sounds, seat="desk", utc=lambda: self.utc)

    def play(self, priority: Priority) -> None:
        self.played.append(priority)
        if not self.dead:
            self.checks.hear(SoundReport("burst", f"{priority.word}-general", 1.0))

    def go_through(self, kind: CheckKind, *answers: bool) -> SoundCheck:
        check = self.checks.begin(kind, "AK")
        for heard in answers:
            assert check.step is not None
            check.play(check.step)
            check.answer(heard=heard)
        return check


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / FILE_NAME)


def test_a_full_check_that_was_heard_is_told_and_lasts_a_shift(desk: Desk) -> None:
    assert desk.checks.due(None) is FULL
    check = desk.go_through(FULL, True, True, True)
    assert (check.step, check.heard) == (None, True)
    assert desk.played == [HIGH, MEDIUM, LOW]
    assert desk.told == [SoundChecked("desk", full=True, heard=True, by="AK")]
    assert desk.checks.due(None) is None
    desk.utc += SHIFT_S + 1.0
    assert desk.checks.due(None) is FULL


def test_a_session_wants_a_short_check_of_its_own(desk: Desk) -> None:
    desk.go_through(FULL, True, True, True)
    desk.utc += 600.0
    assert desk.checks.due(desk.utc) is SHORT
    desk.go_through(SHORT, True)
    assert desk.played[3:] == [MEDIUM]
    assert desk.told[-1] == SoundChecked("desk", full=False, heard=True, by="AK")
    assert desk.checks.due(desk.utc) is None


def test_a_burst_that_nobody_heard_ends_the_check_and_is_told_to_every_session(
    desk: Desk,
) -> None:
    check = desk.go_through(FULL, True, False)
    assert (check.step, check.heard) == (None, False)
    assert desk.told == [SoundChecked("desk", full=True, heard=False, by="AK")]
    assert desk.checks.due(None) is FULL
    [unheard] = desk.checks.standing("NB")
    assert unheard == SoundChecked("desk", full=False, heard=False, by="NB")


def test_what_was_not_heard_stands_until_it_is_heard(desk: Desk) -> None:
    desk.go_through(SHORT, False)
    again = Desk(desk.path)
    assert again.checks.standing("AK"), "after a new start too"
    again.go_through(SHORT, True)
    assert again.checks.standing("AK") == ()
    assert Desk(desk.path).checks.standing("AK") == ()


def test_another_seat_has_checks_of_its_own(desk: Desk) -> None:
    desk.go_through(FULL, True, True, True)
    other = SoundChecks(desk.path, Sounds(desk.play, desk.told.append, tuple), seat="nurse")
    assert other.due(None) is FULL


def test_a_burst_can_be_played_again_before_the_answer(desk: Desk) -> None:
    check = desk.checks.begin(SHORT, "AK")
    check.play(MEDIUM)
    check.play(MEDIUM)
    check.answer(heard=True)
    assert desk.played == [MEDIUM, MEDIUM]
    assert len(desk.told) == 1


def test_a_burst_that_did_not_begin_cannot_have_been_heard(desk: Desk) -> None:
    desk.dead = True
    check = desk.checks.begin(SHORT, "AK")
    check.play(MEDIUM)
    assert not check.began
    with pytest.raises(Refusal, match="not played yet"):
        check.answer(heard=True)
    check.answer(heard=False)
    assert [one.heard for one in desk.told] == [False]


@pytest.mark.parametrize("heard", [True, False])
def test_there_is_no_answer_before_the_burst(desk: Desk, heard: bool) -> None:
    check = desk.checks.begin(FULL, "AK")
    with pytest.raises(Refusal, match="not played yet"):
        check.answer(heard=heard)
    check.play(HIGH)
    check.answer(heard=True)
    with pytest.raises(Refusal, match="not played yet"):
        check.answer(heard=heard)
    assert check.step is MEDIUM


def test_only_the_burst_of_the_step_is_played(desk: Desk) -> None:
    check = desk.checks.begin(FULL, "AK")
    with pytest.raises(Refusal, match="low burst"):
        check.play(LOW)
    assert desk.played == []


def test_nothing_is_played_over_an_alarm(desk: Desk) -> None:
    check = desk.checks.begin(SHORT, "AK")
    desk.asked = (Sounding(1, Priority.LOW),)
    with pytest.raises(Refusal, match="alarm is sounding"):
        check.play(MEDIUM)
    assert desk.played == []


@pytest.mark.parametrize(
    "report",
    [
        SoundReport("burst", "medium-general", 1.0, chair=2),
        SoundReport("burst", "high-general", 1.0),
        SoundReport("heard", None, 1.0),
        SoundReport("sounding", "medium-general", 1.0),
    ],
)
def test_other_sounds_are_not_the_burst(desk: Desk, report: SoundReport) -> None:
    desk.checks.hear(report)
    desk.dead = True
    check = desk.checks.begin(SHORT, "AK")
    desk.checks.hear(report)
    check.play(MEDIUM)
    desk.checks.hear(report)
    assert not check.began


def test_a_check_that_is_left_counts_for_nothing(desk: Desk) -> None:
    desk.checks.begin(FULL, "AK").play(HIGH)
    assert desk.told == []
    assert desk.checks.due(None) is FULL


def test_a_check_that_cannot_be_kept_still_counts_until_the_program_ends(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.path.mkdir()
    desk.go_through(FULL, True, True, True)
    assert desk.checks.due(None) is None
    assert len(desk.told) == 1
    [record] = caplog.records
    assert record.levelno == logging.WARNING
    assert "could not be kept" in record.getMessage()
    caplog.clear()


def test_a_program_without_sound_has_no_check(tmp_path: Path) -> None:
    for program in (
        DemoBackend(tmp_path / "demo.db"),
        Program(tmp_path / "record.db", sound=False),
    ):
        assert program.sound_check_due(UTC) is None
        with pytest.raises(Refusal, match="sound"):
            program.begin_sound_check(FULL, "AK")


def test_a_seat_has_a_name() -> None:
    assert this_seat()
