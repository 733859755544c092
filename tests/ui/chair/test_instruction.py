"""One plain instruction at a time, and the question about the monitor in front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import alarm_examples
import pictures
import pytest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.commands import ConfirmMonitor
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.wishes import CuffWish, Why
from ui.chair.instruction import InstructionFace, instruction_face
from ui.view_state import ChairView, ViewState


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


def view_of(picture: ChairPicture) -> ChairView:
    state = ViewState()
    for message in (pictures.story(picture)[0], pictures.said(picture)):
        state.absorb(message, 0.0, 1_790_000_000.0)
    return state.chairs[picture.chair]


def face_of(picture: ChairPicture) -> InstructionFace:
    face = instruction_face(view_of(picture))
    assert face is not None
    return face


def wishing(why: Why, **changes: object) -> ChairPicture:
    return pictures.picture(wish=CuffWish(why, 0.0), **changes)


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (Why.HEART, "Cuff now: heart rate 38"),
        (Why.OXYGEN, "Cuff now: oxygen saturation 86 %"),
        (Why.SYMPTOM, "Cuff now: a symptom was noted"),
        (Why.OFTEN, "Cuff now: every 2.5 min while the high alarm lasts"),
        (Why.REPEAT, "Repeat the cuff"),
    ],
)
def test_every_wish_says_what_is_wanted_and_why(why: Why, told: str) -> None:
    shown = pictures.numerals(142, 86, 38, 86)
    face = face_of(wishing(why, numerals=shown))
    assert face.text == told
    assert face.detail == "Press START on the monitor."
    assert not face.yes


def test_a_value_that_is_gone_is_not_named() -> None:
    assert face_of(wishing(Why.HEART, numerals={})).text == "Cuff now: heart rate"


def test_it_says_who_starts_the_cuff() -> None:
    assert "starts the cuff" in face_of(wishing(Why.HEART, starts_cuff=True)).detail
    assert "is measuring" in face_of(wishing(Why.HEART, cuff_measuring=True)).detail


def test_nothing_is_said_beyond_the_rhythm_or_after_the_end() -> None:
    assert instruction_face(view_of(pictures.calm())) is None
    assert instruction_face(view_of(wishing(Why.HEART, phase=Phase.SIGNED))) is None


def test_a_repeat_that_the_bar_asks_for_is_not_asked_for_twice() -> None:
    assert instruction_face(view_of(alarm_examples.asking())) is None
    assert instruction_face(view_of(alarm_examples.pending())) is None


def test_a_cuff_wanted_at_once_comes_before_the_question_and_the_question_before_the_rest() -> (
    None
):
    all_at_once = replace(
        alarm_examples.question(),
        wish=CuffWish(Why.HEART, 0.0),
        auto_cycle_off=True,
        put_aside=frozenset({"device:dinamap"}),
    )
    assert face_of(all_at_once).text.startswith("Cuff now")
    often = replace(all_at_once, wish=CuffWish(Why.OFTEN, 0.0))
    assert face_of(often).text.startswith("128/79 just arrived")
    assert face_of(replace(often, question=None)).text.startswith("Cuff now: every")
    aside = replace(often, question=None, wish=None)
    assert face_of(aside).text.startswith("DINAMAP is put aside")
    cycle = replace(aside, put_aside=frozenset())
    assert "auto-cycle looks off" in face_of(cycle).text
    assert face_of(cycle).detail == "Set it to measure every 5 min."


def test_among_several_monitors_the_question_names_the_one() -> None:
    view = view_of(alarm_examples.question())
    assert view.opened is not None
    second = replace(view.opened.devices[0], source="device:dinamap")
    view.opened = replace(view.opened, devices=(*view.opened.devices, second))
    assert view.picture.question is not None
    asked = replace(view.picture.question, source="device:dinamap")
    view.picture = replace(view.picture, question=asked)
    face = instruction_face(view)
    assert face is not None
    assert face.text.startswith("128/79 just arrived from DINAMAP – is that on")


def test_a_question_that_waits_says_when_its_value_came() -> None:
    asked = alarm_examples.question()
    assert face_of(asked).text == ("128/79 just arrived – is that on the monitor in front of you?")
    late = face_of(replace(asked, now_s=asked.now_s + 600.0)).text
    assert late.startswith("128/79 arrived at ")
    assert late.endswith(" – is that on the monitor in front of you?")


@pytest.mark.parametrize("same", [True, False])
def test_the_question_is_answered_with_one_tap(desk: WindowDesk, same: bool) -> None:
    desk.show(alarm_examples.question())
    strip = desk.window.shell.live.instruction
    assert strip.isVisible()
    assert "No puts its values aside." in strip.accessibleName()
    desk.tap(strip.yes if same else strip.no)
    assert desk.backend.commands == [
        ConfirmMonitor(alarm_examples.SOURCE, same=same, by="Nurse AK")
    ]


def test_a_monitor_that_was_put_aside_can_be_taken_back(desk: WindowDesk) -> None:
    desk.show(alarm_examples.aside())
    strip = desk.window.shell.live.instruction
    assert not strip.no.isVisible()
    desk.tap(strip.yes)
    assert desk.backend.commands == [ConfirmMonitor("device:dinamap", same=True, by="Nurse AK")]


def test_it_takes_its_place_from_the_curves_and_from_nothing_else(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    live = desk.window.shell.live
    before, curves = live.cuff.geometry(), live.trend.geometry()
    assert not live.instruction.isVisible()
    desk.show(alarm_examples.cuff_now())
    assert live.instruction.isVisible()
    assert live.cuff.geometry() == before
    assert not live.instruction.geometry().intersects(live.trend.geometry())
    assert not live.instruction.geometry().intersects(live.ribbon.geometry())
    desk.show(pictures.calm())
    assert live.trend.geometry() == curves
