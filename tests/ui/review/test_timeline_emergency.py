"""An emergency and a quiet room, told afterwards: in the timeline and in the lane of events."""

from __future__ import annotations

from monitor.commands import (
    AnswerEmergency,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    QuietRoom,
    StampKind,
    UndoStamp,
)
from tests.ui.page_sessions import Pen, opening
from ui.review.line import Line
from ui.review.timeline import timeline
from ui.trend_marks import Marks

BEGIN = BeginEmergency("AK")
DRUG = EmergencyStamp("d", StampKind.DRUG, "Adrenaline 0.5 mg", "AK")
SHOCK = EmergencyStamp("s", StampKind.SHOCK, "", "AK")


def told(*script: tuple[float, object]) -> list[Line]:
    pen = Pen("a")
    pen.write(0.0, opening())
    for now_s, what in script:
        pen.write(now_s, what)
    return timeline(pen.entries)


def marked(*script: tuple[float, object]) -> list[tuple[str, bool]]:
    marks = Marks()
    for now_s, what in script:
        marks.heard(now_s, what)
    return [(mark.text, mark.struck) for mark in marks.marks]


COURSE = (
    (100.0, BEGIN),
    (110.0, AnswerEmergency("NB")),
    (154.0, DRUG),
    (160.0, SHOCK),
    (165.0, UndoStamp("s", "AK")),
    (170.0, BEGIN),
    (400.0, EndEmergency("AK")),
)


def test_an_emergency_is_told_line_by_line_with_its_code_clock() -> None:
    lines = told(*COURSE)
    assert [(line.at_s, line.text, line.struck) for line in lines] == [
        (100.0, "Emergency", False),
        (110.0, "Emergency answered", False),
        (154.0, "Drug", False),
        (160.0, "Shock", True),
        (170.0, "Emergency pressed again", False),
        (400.0, "Emergency ended", False),
    ]
    assert "Adrenaline 0.5 mg · code 0:54" in lines[2].detail


def test_the_lane_bears_the_same_and_each_thing_once() -> None:
    assert marked(*COURSE) == [
        ("Emergency", False),
        ("Drug Adrenaline 0.5 mg", False),
        ("Shock", True),
        ("Emergency over", False),
    ]


def test_what_the_core_refused_is_not_told() -> None:
    refused = (
        (50.0, SHOCK),
        (100.0, BEGIN),
        (120.0, DRUG),
        (131.0, UndoStamp("d", "AK")),
    )
    assert [(line.text, line.struck) for line in told(*refused)] == [
        ("Emergency", False),
        ("Drug", False),
    ]
    assert marked(*refused) == [("Emergency", False), ("Drug Adrenaline 0.5 mg", False)]


def test_where_the_alarms_were_heard_is_told_with_the_reason() -> None:
    on = QuietRoom(on=True, output="Headset", by="AK")
    over = QuietRoom(on=False, output="", by="", why="quiet-nobody")
    lines = told((10.0, on), (910.0, over))
    assert [line.text for line in lines] == [
        "Quiet room: sound at Headset only",
        "Quiet room ended: sound in the room",
    ]
    assert "nobody tapped" in lines[1].detail
