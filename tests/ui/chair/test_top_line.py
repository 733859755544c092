"""The top line: what gives way where it gets narrow, and what never does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from monitor.outcomes import Priority
from ui.chair.top_line import TopFace, TopLine
from ui.chair.two_lines import framed_tag
from ui.ink import Scale, cap_height
from ui.people.faces import WhoFace
from ui.theme import DARK, load_fonts

FACE = TopFace(
    title="Chair 2",
    patient="J. M. · 1974 · #20417",
    profile=("Adult IV · default limits", "Adult IV"),
    recorded="recorded just now",
    clock="14:31",
    devices="Monitor",
    connected=True,
    course="session 3 of 6",
)
TAG = "SIMULATED – NOT A PATIENT"
HIGH = {1920: 64, 1280: 46, 1024: 46}


class Stage:
    def __init__(self, qtbot: QtBot, width: int) -> None:
        load_fonts()
        self.line = TopLine(DARK)
        qtbot.addWidget(self.line)
        self.line.set_scale(Scale(width / 1920))
        self.line.show_who(WhoFace("Nurse 1"))
        self.line.resize(width, HIGH[width])
        self.line.show()

    def show(self, face: TopFace) -> str:
        self.line.show_face(face)
        return " | ".join(label.text for label in self.line.labels)


@pytest.fixture
def stage(qtbot: QtBot, width: int) -> Iterator[Stage]:
    made = Stage(qtbot, width)
    yield made
    made.line.hide()


@pytest.mark.parametrize(
    ("width", "tag", "named"),
    [(1920, "", True), (1280, "", True), (1024, TAG, False)],
)
def test_the_session_of_the_course_is_named_where_there_is_room(
    stage: Stage, tag: str, named: bool
) -> None:
    told = stage.show(replace(FACE, simulated=tag))
    assert ("session 3 of 6" in told) is named
    assert "J. M. · 1974 · #20417" in told


@pytest.mark.parametrize("width", [1280])
def test_it_costs_no_word_about_the_limits_and_no_name_of_a_chair(stage: Stage) -> None:
    deviations = "Adult IV · SBP high 150 ≠ 160 · HR high 100 ≠ 110 · SpO₂ low 94 ≠ 92"
    told = stage.show(replace(FACE, profile=(deviations, "Adult IV · +3 more")))
    assert "session" not in told
    chairs = ((1, None), (3, Priority.HIGH), (4, None))
    told = stage.show(replace(FACE, chairs=chairs, room=True))
    assert "session" not in told
    assert "J. M. · 1974 · #20417" in told


@pytest.mark.parametrize("width", [1920, 1280])
def test_it_does_not_come_and_go_with_the_age_of_the_record(stage: Stage) -> None:
    for tag in ("", TAG, "DEMO"):
        for patient in (FACE.patient, "J. M. · 1974 · #2041700", "J. M. · 1974 · #20417-0007-11"):
            face = replace(FACE, simulated=tag, patient=patient)
            stage.show(replace(face, recorded="recorded just now"))
            told = [
                "session" in stage.show(replace(face, recorded=recorded))
                for recorded in ("recorded 2 s ago", "recorded just now") * 3
            ]
            assert len(set(told)) == 1


@pytest.mark.parametrize("width", [1920])
def test_nothing_overlaps(stage: Stage) -> None:
    stage.show(replace(FACE, simulated=TAG, chairs=((1, None), (3, None))))
    line = stage.line
    spans = [(at := one.ink_left(), at + one.text_width()) for one in line.labels]
    tiles = (line.limits, line.devices, line.menu, line.who, *line.chair_tiles.values())
    spans += [(tile.x(), tile.x() + tile.width()) for tile in tiles if tile.isVisible()]
    ordered = sorted(spans)
    for (_, right), (left, _) in pairwise(ordered):
        assert right <= left + 1


@pytest.mark.parametrize("width", [1920, 1280, 1024])
@pytest.mark.parametrize("pace", ["×1", "×60", "FROZEN"])
def test_how_fast_time_goes_stands_below_the_clock_and_costs_no_chair_its_number(
    stage: Stage, pace: str
) -> None:
    german = replace(
        FACE,
        title="Platz 2",
        patient="SH · 1974 · #DEMO-2",
        simulated="SIMULATION – KEIN PATIENT",
        profile=("Erwachsen i.v. · Standard", "Erwachsen i.v."),
        recorded="gerade gesichert",
        course="",
        chairs=((1, None), (3, Priority.HIGH)),
        room=True,
    )
    stage.show(german)
    without = sorted(stage.line.chair_tiles)
    stage.show(replace(german, pace=pace))
    assert sorted(stage.line.chair_tiles) == without
    assert stage.line.pace.text() == FACE.clock
    assert stage.line.pace.detail == pace
    assert not any(label.shortened for label in stage.line.pace.labels())


GERMAN = TopFace(
    title="Platz 2",
    patient="J. M. · 1974 · #20417",
    simulated="SIMULATION – KEIN PATIENT",
    profile=("Erwachsen i.v. · Standard", "Erwachsen i.v."),
    recorded="gerade gesichert",
    clock="14:31",
    devices="Monitor",
    connected=True,
    room=True,
    chairs=((1, None), (3, Priority.HIGH)),
)


@pytest.mark.parametrize("width", [1024])
@pytest.mark.parametrize("pace", ["", "×10"])
def test_in_the_longer_language_the_other_chairs_are_still_named_by_number(
    stage: Stage, pace: str
) -> None:
    told = stage.show(replace(GERMAN, pace=pace))
    assert set(stage.line.chair_tiles) == {1, 3}
    assert "SIMULATION – | KEIN PATIENT" in told, "in its frame, in two lines and whole"
    assert GERMAN.patient in told
    assert not [label.text for label in stage.line.labels if label.shortened]


@pytest.mark.parametrize("width", [1024])
def test_where_even_two_lines_are_too_much_the_chair_that_alarms_stays(stage: Stage) -> None:
    told = stage.show(replace(GERMAN, kept="unverschlüsselt"))
    assert set(stage.line.chair_tiles) == {3}
    assert "unverschlüsselt" in told
    assert GERMAN.patient in told


@pytest.mark.parametrize("width", [1024])
def test_nothing_of_the_narrow_line_overlaps(stage: Stage) -> None:
    stage.show(replace(GERMAN, pace="×10", chairs=((1, None), (3, Priority.HIGH), (4, None))))
    line = stage.line
    parts = [line.limits, line.menu, line.devices, line.room, line.who, line.pace]
    boxes = [QRectF(part.geometry()) for part in (*parts, *line.chair_tiles.values())]
    for label in line.labels:
        left, high = label.ink_left(), cap_height(label.size_px, label.weight)
        assert 0.0 < label.baseline - high < label.baseline < line.height()
        boxes.append(QRectF(left, label.baseline - high, label.text_width(), high))
    for place, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[:place]), box


def test_words_break_where_the_wider_line_is_narrowest(qtbot: QtBot) -> None:
    load_fonts()
    for stacked, lines in ((False, [TAG]), (True, ["SIMULATED –", "NOT A PATIENT"])):
        box, words = framed_tag(TAG, 10.0, 46.0, Scale(0.53), "#ffffff", stacked=stacked)
        assert [word.text for word in words] == lines
        for word in words:
            assert box.left() < word.ink_left()
            assert word.ink_left() + word.text_width() < box.right()
            assert box.top() < word.baseline - cap_height(word.size_px, word.weight)
            assert word.baseline < box.bottom()
    _box, one = framed_tag("DEMO", 10.0, 46.0, Scale(0.53), "#ffffff", stacked=True)
    assert [word.text for word in one] == ["DEMO"]
