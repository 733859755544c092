"""What was done during a treatment, as marks in the lane of the live trend."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from monitor.commands import (
    Note,
    NoteKind,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.events import Event
from monitor.treatment.commands import (
    ChangeRate,
    Distress,
    EndNote,
    GiveDose,
    GiveDrug,
    OffMonitor,
    StillPresent,
)
from tests.ui.past_examples import NURSE, PROVIDER, SPRAY, Recorded, treatment
from ui.chair.event_lane import Words, write
from ui.chair.trend_layout import XScale
from ui.theme import load_fonts
from ui.trend_marks import Mark
from ui.trend_model import TrendModel

PAIN = Note("p", NoteKind.CHEST_PAIN, "", NURSE, 1000.0)


def marks_of(record: Recorded) -> list[Mark]:
    model = TrendModel()
    for entry in record.entries:
        model.absorb(entry.now_s, entry.what)
    return list(model.marks.marks)


def told(record: Recorded, after_s: float = 601.0) -> list[tuple[float, str]]:
    return [(mark.at_s, mark.text) for mark in marks_of(record) if mark.at_s > after_s]


def test_the_course_stands_where_it_happened_however_late_it_was_entered() -> None:
    record = Recorded().ready().say(600.0, StartInfusion(NURSE, 120.0))
    record.say(1200.0, PauseInfusion(NURSE, 60.0)).say(1290.0, ResumeInfusion(NURSE))
    record.say(1800.0, StopInfusion(NURSE, 30.0))
    assert not record.refusals()
    assert told(record, 0.0) == [
        (480.0, "Start 61.5 mg/h"),
        (1140.0, "Paused"),
        (1290.0, "Resumed"),
        (1770.0, "Stop"),
    ]


def test_a_new_rate_is_a_mark() -> None:
    record = Recorded().started().say(1200.0, ChangeRate(0.5, NURSE, 60.0))
    assert told(record) == [(1140.0, "Rate 30.0 mg/h")]


def test_each_dose_of_a_spray_is_a_mark_and_nothing_starts_or_stops() -> None:
    record = Recorded(treatment(SPRAY, "intranasal")).ready()
    record.say(600.0, GiveDose(28.0, NURSE, 30.0)).say(900.0, GiveDose(28.0, NURSE))
    record.say(1000.0, StopInfusion(NURSE))
    assert not record.refusals()
    assert told(record, 60.0) == [(570.0, "28 mg"), (900.0, "28 mg"), (1000.0, "Recovery")]


def test_a_symptom_has_its_end_and_both_are_struck_through_together() -> None:
    nausea = Note("n", NoteKind.NAUSEA, "", NURSE)
    record = Recorded().started().say(900.0, nausea).say(1500.0, EndNote("n", NURSE, 300.0))
    assert told(record) == [(900.0, "Nausea"), (1200.0, "Nausea over")]
    record.say(1505.0, UndoNote("n", NURSE))
    assert [mark.struck for mark in marks_of(record) if mark.note_id] == [True, True]


@pytest.mark.parametrize(("still", "ends"), [(True, []), (False, [(2060.0, "Chest pain over")])])
def test_an_older_symptom_that_is_gone_has_an_end(
    still: bool, ends: list[tuple[float, str]]
) -> None:
    record = Recorded().started().say(2000.0, PAIN).say(2060.0, StillPresent("p", still, NURSE))
    assert told(record) == [(1000.0, "Chest pain"), *ends]


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (GiveDrug("Ondansetron", "4", "mg", "IV", PROVIDER, NURSE), "Ondansetron 4 mg"),
        (Distress(NURSE), "Distress"),
        (OffMonitor(NURSE), "Off monitor"),
    ],
)
def test_what_explains_a_curve_is_a_mark(event: Event, text: str) -> None:
    assert told(Recorded().started().say(900.0, event)) == [(900.0, text)]


@pytest.mark.parametrize(
    "event",
    [
        GiveDose(28.0, NURSE),
        ChangeRate(900.0, NURSE),
        OffMonitor(NURSE, back=True),
        Distress(NURSE, over=True),
        GiveDrug(" ", "", "", "", "", NURSE),
        EndNote("n", NURSE, 800.0),
        UndoNote("gone", NURSE),
    ],
)
def test_what_was_refused_leaves_the_marks_as_they_were(event: Event) -> None:
    record = Recorded().started().say(900.0, Note("n", NoteKind.NAUSEA, "", NURSE))
    before = marks_of(record)
    record.say(1000.0, event)
    assert len(record.refusals()) == 1
    assert marks_of(record) == before


def test_in_the_lane_an_end_gives_way_to_what_began(qapp: QApplication) -> None:
    load_fonts()
    x = XScale(0.0, 3600.0, 0.0, 700.0)
    began = [Mark(at_s, "mark-text", (f"Begun {at_s:.0f}",)) for at_s in (0.0, 60.0)]
    ended = [Mark(at_s, "mark-over", ("Nausea",), minor=True) for at_s in (90.0, 95.0, 2000.0)]
    words = [one.text for one in write([*began, *ended], x, 700.0, Words(20))]
    assert words == ["Begun 0", "Begun 60", "", "", "Nausea over"]
