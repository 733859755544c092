"""After the end nothing is entered any more, whoever says it and whatever it is."""

from __future__ import annotations

from typing import get_args

import pytest
from chairs import SOURCE, UP, Bench, cuff
from treated import END_S, Treated

from monitor.commands import (
    Acknowledge,
    AllowCuff,
    ChangeLimit,
    Command,
    ConfirmMonitor,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PreferSource,
    QuietRoom,
    ResumeAudio,
    Sedation,
    SetBaseline,
    SoundChecked,
    StopInfusion,
    UndoNote,
)
from monitor.obeying import OBEYED
from monitor.outcomes import Outcome, Refused
from monitor.treatment.commands import UNCLAIMED, Claim, EndNote, StillPresent
from monitor.treatment.treatment import TREATED
from monitor.viewing import picture
from monitor.vitals import VitalSign

BY = "Nurse 1"
AFTERWARDS: tuple[Command, ...] = (
    SetBaseline(1.0, 1.0, 1.0, 1.0, BY),
    Note("late", NoteKind.CHEST_PAIN, "", BY),
    Note("later", NoteKind.NAUSEA, "", BY, ago_s=600.0),
    UndoNote("n1", BY),
    EndNote("n1", BY),
    StillPresent("n1", True, BY),
    Sedation(1, BY),
    ManualCuff(210.0, 120.0, BY),
    ManualCuff(210.0, 120.0, BY, ago_s=600.0),
    ConfirmMonitor(SOURCE, same=False, by=BY),
    PreferSource(VitalSign.HR, SOURCE, BY),
    AllowCuff(SOURCE, allowed=True, by=BY),
    ChangeLimit("sbp-high", 150.0, BY),
)
OF_THE_SEAT = (PauseAudio, ResumeAudio, Acknowledge, SoundChecked, QuietRoom, Claim)
"""What changes nothing that was signed."""


def ended() -> Treated:
    chair = Treated()
    chair.feed(50.0, Note("n1", NoteKind.NAUSEA, "", BY))
    chair.end(60.0, "she went home again")
    return chair


@pytest.mark.parametrize("command", AFTERWARDS, ids=lambda command: type(command).__name__)
def test_what_is_said_after_the_end_is_refused_and_changes_nothing(command: Command) -> None:
    chair = ended()
    before = picture(chair.core, 100.0)
    chair.feed(100.0, command)
    assert chair.refused() == ["session-over"]
    assert picture(chair.core, 100.0) == before


def test_every_command_after_the_end_is_refused_but_those_of_the_seat() -> None:
    """Of a command of another kind its own tests show the refusal."""
    told = {type(command) for command in AFTERWARDS}
    plain = {
        command
        for command in get_args(Command)
        if command in OBEYED and command not in told and command not in OF_THE_SEAT
    }
    chair = ended()
    for command in (StopInfusion(BY), EndSession(BY, "again")):
        chair.feed(100.0, command)
    assert chair.refused() == ["session-over", "session-over"]
    assert {command.__name__ for command in plain} == {
        "StartInfusion", "PauseInfusion", "ResumeInfusion", "StopInfusion",
        "BeginDischarge", "EndSession", "StartCuff",
        "BeginEmergency", "AnswerEmergency", "EmergencyStamp", "UndoStamp", "EndEmergency",
    }  # fmt: skip
    assert {EndNote, StillPresent} <= TREATED.keys()


def test_before_the_end_the_same_commands_are_taken() -> None:
    chair = Treated()
    chair.feed(50.0, Note("n1", NoteKind.NAUSEA, "", BY), UP, cuff(124, 76))
    for command in AFTERWARDS:
        chair.feed(700.0, command)
    assert "session-over" not in chair.refused()


def test_an_entry_from_behind_a_locked_screen_can_still_be_claimed() -> None:
    bench = Bench()
    bench.feed(100.0, StopInfusion(UNCLAIMED), EndSession(BY), Claim(BY))
    assert bench.of(Refused) == list[Outcome]()


def test_what_the_monitor_says_after_the_end_is_still_heard() -> None:
    chair = Treated().ticked()
    chair.end(END_S + 3700.0)
    chair.feed(END_S + 3800.0, cuff(210, 120))
    assert picture(chair.core, END_S + 3800.0).numerals[VitalSign.SBP].value == 210.0
    assert chair.core.sound(END_S + 3800.0) is None
