from __future__ import annotations

from datetime import datetime

import pytest
from fhir_reading import codes, moment
from fhir_sessions import clock, told

from monitor.commands import (
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    Note,
    NoteKind,
    StampKind,
    UndoNote,
    UndoStamp,
)
from monitor.treatment.commands import Distress, EndNote, OffMonitor, StillPresent

BY = "Nurse 1"


def test_a_symptom_is_a_finding_from_when_it_began():
    (one,) = told((600.0, Note("n", NoteKind.NAUSEA, "", BY, 120.0))).coded("nausea")
    assert one["valueBoolean"] is True
    assert one["performer"] == [{"display": BY}]
    assert moment(one) == clock(480.0)


def test_a_remark_is_its_text_without_what_cannot_be_printed():
    text = "calm\x0b, eyes\nclosed "
    (one,) = told((60.0, Note("n", NoteKind.FREE_TEXT, text, BY))).coded("free-text")
    assert one["valueString"] == "calm , eyes closed"


@pytest.mark.parametrize("ending", [EndNote("n", BY, 60.0), StillPresent("n", False, BY)])
def test_a_symptom_lasts_until_somebody_says_that_it_is_over(ending):
    found = told((60.0, Note("n", NoteKind.DIZZINESS, "", BY)), (660.0, ending))
    period = found.coded("dizziness")[0]["effectivePeriod"]
    over = 600.0 if isinstance(ending, EndNote) else 660.0
    assert datetime.fromisoformat(period["start"]) == clock(60.0)
    assert datetime.fromisoformat(period["end"]) == clock(over)


def test_what_was_taken_back_is_entered_in_error():
    found = told(
        (60.0, Note("n", NoteKind.NAUSEA, "", BY)),
        (70.0, UndoNote("n", BY)),
        (80.0, EmergencyStamp("s", StampKind.OXYGEN, "", BY)),
        (81.0, UndoStamp("s", BY)),
    )
    assert found.coded("nausea")[0]["status"] == "entered-in-error"
    assert found.coded("oxygen")[0]["status"] == "entered-in-error"


def test_an_emergency_is_told_with_what_was_done():
    found = told(
        (60.0, BeginEmergency(BY)),
        (65.0, BeginEmergency(BY)),
        (70.0, EmergencyStamp("s", StampKind.DRUG, "adrenaline 0.5 mg", BY)),
        (600.0, EndEmergency(BY)),
    )
    (whole,) = found.coded("emergency")
    assert datetime.fromisoformat(whole["effectivePeriod"]["end"]) == clock(600.0)
    (stamp,) = found.coded("drug")
    assert stamp["valueString"] == "adrenaline 0.5 mg"
    assert codes(stamp["category"][0]) == ["procedure"]


def test_what_lasts_is_told_from_its_beginning_to_its_end():
    found = told(
        (60.0, Distress(BY)),
        (120.0, OffMonitor(BY)),
        (300.0, OffMonitor(BY, back=True)),
        (400.0, OffMonitor(BY, back=True)),
    )
    (away,), (distress,) = found.coded("off-monitor"), found.coded("distress")
    assert datetime.fromisoformat(away["effectivePeriod"]["end"]) == clock(300.0)
    assert distress["status"] == "preliminary"
    assert "end" not in distress["effectivePeriod"]
